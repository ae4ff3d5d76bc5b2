import type { SyntaxNode } from "../../parse/tree.ts";
import { literally } from "../../text/literally.ts";
import type { ModuleFacts } from "../module/module.ts";
import { ancestorOf, dottedName, stringValue } from "../module/syntax.ts";
import type { Meaning, ProjectFacts } from "../tree/project.ts";

/** `certain` for the global `CONF` and what it is assigned to, `likely` for what is only called conf. */
export type Receiver = "certain" | "likely";

/** `conf = CONF.group`: what is read from that name later is read from the group. */
export const HELD: RegExp =
  /(?:CONF|conf)(?<=^[ \t]*((?:self\.)?\w{1,100}) = (?:\w{1,100}\.){0,5}_?(?:CONF|conf))\.(\w+)[ \t]*$/gm;

/** Attributes of oslo.config's ConfigOpts that are no options. */
export const CONFIG_METHODS: ReadonlySet<string> = new Set([
  "register_opt",
  "register_opts",
  "register_cli_opt",
  "register_cli_opts",
  "register_group",
  "unregister_opt",
  "unregister_opts",
  "import_opt",
  "import_group",
  "set_override",
  "set_default",
  "clear_override",
  "clear_default",
  "find_file",
  "log_opt_values",
  "reload_config_files",
  "mutate_config_files",
  "register_mutate_hook",
  "list_all_sections",
  "prog",
  "project",
  "version",
  "usage",
  "default_config_files",
  "default_config_dirs",
  "print_usage",
  "print_help",
  "reset",
  "clear",
  "items",
  "keys",
  "values",
  "get",
  "iteritems",
  "itervalues",
  "iterkeys",
  "config_file",
  "config_dir",
  "config_source",
  "validate_default_values",
  "get_location",
  "setup",
  "oslo_config_project",
  "disable_interspersed_args",
  "enable_interspersed_args",
  "GroupAttr",
  "reload",
  "import_source",
  "parse_args",
]);

/** Python's parser of files, by the name of the configuration. */
export const PARSER_OF_FILES: RegExp = /^[ \t]*CONF = [\w.]*ConfigParser\(/m;

/** `CONF` of the tree's own make (`CONF = Configuration()`), or one group of the global one (`CONF = cfg.CONF.shop`). */
export function isOfSomethingElse(project: ProjectFacts, module: ModuleFacts, read: SyntaxNode): boolean {
  if (isOfOwnAttribute(module, read) || isParsed(read)) return true;
  const meaning = meaningOfConf(project, module, read);
  if (meaning?.kind !== "assignment") return false;
  const value = meaning.assignment.value;
  if (value?.type === "call") {
    const maker = value.field("function");
    // oslo-incubator's copy of oslo.config stands in the tree
    if (/ConfigOpts$/.test(maker?.text ?? "")) return false;
    return maker !== null && project.meaning(meaning.module, maker).kind === "class";
  }
  const holder = value && (value.field("object") ?? value.field("value"));
  return (dottedName(holder) ?? "").endsWith("CONF");
}

/** `conf = Settings.parse(path)`, and `None` before: what is read from a file is no configuration of oslo.config's. */
function isParsed(read: SyntaxNode): boolean {
  const [name] = /^_?conf(?=\.)/.exec(read.text) ?? [];
  if (name === undefined) return false;
  const given = valuesGiven(scopeGiving(read, name)?.text ?? "", name);
  return (
    given.length > 0 && given.every((value) => /^(?:None$|[\w.]+\.(?:parse|loads?|safe_load)\()/.test(value))
  );
}

/** `self.CONF` of a class that is given something else under that name: `cls.CONF = shop_options(CONF)`. */
function isOfOwnAttribute({ text }: ModuleFacts, read: SyntaxNode): boolean {
  if (!/^(?:self|cls)\.CONF\b/.test(read.text)) return false;
  const [, given] = /\b(?:self|cls|[A-Z]\w*)\.CONF[ \t]*=(?!=)[ \t]*([^\n]+)/.exec(text) ?? [];
  return given !== undefined && !/^(?:\w+\.)*(?:CONF|conf)\s*$|ConfigOpts/.test(given);
}

/** Whether the configuration is that of a library from outside, which has registered in it what the tree does not show. */
export function isOfLibrary(project: ProjectFacts, module: ModuleFacts, read: SyntaxNode): boolean {
  const meaning = meaningOfConf(project, module, read);
  return meaning?.kind === "external" && !/^oslo[._]config\b/.test(meaning.name);
}

/** What the `CONF` means that is read from; `undefined` where it is called otherwise. */
function meaningOfConf(project: ProjectFacts, module: ModuleFacts, read: SyntaxNode): Meaning | undefined {
  let receiver: SyntaxNode | null = read;
  while (receiver && !(dottedName(receiver) ?? "").endsWith("CONF"))
    receiver = receiver.field("object") ?? receiver.field("value") ?? receiver.field("function");
  return receiver ? project.meaning(module, receiver) : undefined;
}

/** The group that a name stands for, where its function, its class or the module gives it no other value. */
export function groupHeldBy(
  node: SyntaxNode,
  name: string,
): { readonly first: string; readonly receiver: Receiver } | undefined {
  const scope = name.startsWith("self.") ? ancestorOf(node, "class_definition") : scopeGiving(node, name);
  if (!scope) return undefined;
  const values = new Set(valuesGiven(scope.text, name));
  const [, config = "", first = ""] = /^((?:\w+\.)*(?:CONF|_?conf))\.(\w+)$/.exec([...values][0] ?? "") ?? [];
  if (values.size !== 1 || first === "") return undefined;
  return { first, receiver: /(^|\.)CONF$/.test(config) ? "certain" : "likely" };
}

/** The nearest function around a node that gives the name a value, else the module; none where it is a parameter or a loop's. */
function scopeGiving(node: SyntaxNode, name: string): SyntaxNode | undefined {
  let scope = ancestorOf(node, "function_definition", "module");
  for (; scope && scope.type !== "module"; scope = ancestorOf(scope, "function_definition", "module")) {
    const isParameter = new RegExp(`[(,*]\\s*${literally(name)}\\s*[,)=:]`).test(
      scope.field("parameters")?.text ?? "",
    );
    if (isParameter) return undefined;
    if (valuesGiven(scope.text, name).length > 0) break;
  }
  const isRebound = new RegExp(
    `\\b(?:for|as|import)\\s+${literally(name)}\\b|\\b${literally(name)}\\s*,[\\w\\s,]*=[^=]`,
  );
  return scope && !isRebound.test(scope.text) ? scope : undefined;
}

/** What is assigned to a name in a text, as written. */
function valuesGiven(text: string, name: string): readonly string[] {
  const given = new RegExp(`^[ \\t]*${literally(name)} = (.*)`, "gm");
  return [...text.matchAll(given)].map((match) => (match[1] ?? "").trim());
}

/** The configuration that another object was made with: `self.agent.conf`, `agent.conf`. */
const OF_ANOTHER = /^(?:self\.\w+|\w*(?:agent|driver|plugin|router))\._?conf$/;

/** What a node holds when it is a configuration by its name. */
export function receiverOf(node: SyntaxNode): Receiver | undefined {
  const name = dottedName(node);
  if (name === undefined) return undefined;
  if (/(^|\.)CONF$/.test(name)) return "certain";
  if (OF_ANOTHER.test(name)) return "likely";
  if (!/^(self\.)?_?conf$/.test(name)) return undefined;
  return isGlobalConf(node, name) ? "certain" : "likely";
}

/**
 * `def f(conf=CONF)`, `conf = cfg.CONF` in the function or the module, `self.conf = cfg.CONF` as the only one of its class,
 * `conf or cfg.CONF`.
 */
function isGlobalConf(node: SyntaxNode, name: string): boolean {
  const short = name.replace(/^self\./, "");
  const scope = ancestorOf(node, name === short ? "function_definition" : "class_definition");
  if (!scope) return false;
  const text = scope.text;
  const values = valuesGiven(text, name);
  const byDefault = new RegExp(`[(,]\\s*${literally(short)}\\s*=\\s*(?:cfg\\.)?CONF\\b`).test(text);
  const isGlobal = (value: string) =>
    /^(?:conf or )?(?:cfg\.)?CONF$/.test(value) || (byDefault && value === short && name !== short);
  if (values.length > 0) return values.every(isGlobal);
  return name === short && (byDefault || isGlobalOfModule(node, name));
}

/** `conf = cfg.CONF` in the first column, where the function has no other. */
function isGlobalOfModule(node: SyntaxNode, name: string): boolean {
  const scope = scopeGiving(node, name);
  return (
    scope?.type === "module" && valuesGiven(scope.text, name).every((value) => /^(?:cfg\.)?CONF$/.test(value))
  );
}

/** `x` of `configuration.safe_get('x')`. */
export function safelyAsked(node: SyntaxNode): string | undefined {
  const called = node.type === "call" ? node.field("function") : null;
  if (called?.type !== "attribute" || called.field("attribute")?.text !== "safe_get") return undefined;
  return stringValue(node.field("arguments")?.namedChildren[0]);
}
