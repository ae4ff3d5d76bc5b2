import type { SyntaxNode } from "../../parse/tree.ts";
import { argumentsOf, argumentValue } from "../module/calls.ts";
import type { ModuleFacts } from "../module/module.ts";
import { argumentsAt } from "../module/statement-text.ts";
import { ancestorOf, descendants, dottedName, stringValue } from "../module/syntax.ts";
import type { Meaning, ProjectFacts } from "../tree/project.ts";

/** An option that is read: `CONF.option`, `CONF.group.option`, `CONF['group']['option']`, `getattr(CONF, 'option')`. */
export interface OptionRead {
  /** The expression up to the option (or group). */
  readonly node: SyntaxNode;
  /** The first name: a group, or an option of DEFAULT. */
  readonly first: string;
  /** The second one, when there is one: an option if `first` is a group. */
  readonly second: string | undefined;
  /** `certain` for the global `CONF` and what it is assigned to, `likely` for what is only called conf. */
  readonly receiver: "certain" | "likely";
  /** What the configuration, or the group, is called here: `CONF`, `self.conf`. */
  readonly holder: string;
  /** `group` where the holder stands for the group alone: `conf = CONF.group`. */
  readonly holds: "everything" | "group";
  /** `call` for `getattr(CONF, 'option')` and `CONF.set_override('option', value)`. */
  readonly by: "attribute" | "call";
}

const READ =
  /(?:\bCONF|\b_?conf(?!\.CONF\b))(?:\.([A-Za-z]\w*)|\[['"]([\w:.-]+)['"]\])(?:\.([A-Za-z]\w*)|\[['"]([\w:.-]+)['"]\])?/g;
const GETATTR = /\bgetattr\(\s*(?:\w+\.)*(?:CONF|_?conf)(?:\.(\w+))?\s*,\s*['"](\w+)['"]\s*\)/g;
const SETTING = /\b(?:set|clear)_(?:override|default)\(/g;
/** `conf = CONF.group`: what is read from that name later is read from the group. */
const HELD =
  /(?:CONF|conf)(?<=^[ \t]*((?:self\.)?\w{1,100}) = (?:\w{1,100}\.){0,5}_?(?:CONF|conf))\.(\w+)[ \t]*$/gm;

/** Whether a text holds a read that the judge objects to; it may stand in a string, so the tree decides. */
export function suspectReads(
  project: ProjectFacts,
  path: string,
  objects: (first: string, second: string | undefined) => boolean,
): boolean {
  return readWords(project, path).some(([first, second]) => objects(first, second));
}

/** What looks like reads in a text, each once. */
function readWords(project: ProjectFacts, path: string): readonly (readonly [string, string | undefined])[] {
  return project.onceOfTexts(`option words ${path}`, () => {
    const found = new Map<string, readonly [string, string | undefined]>();
    const text = project.text(path) ?? "";
    for (const [whole, first, group, second, option] of text.matchAll(READ))
      if (!CONFIG_METHODS.has(first ?? "")) found.set(whole, [first ?? group ?? "", second ?? option]);
    for (const [whole, group, option = ""] of text.matchAll(GETATTR))
      found.set(whole, group === undefined ? [option, undefined] : [group, option]);
    for (const match of text.matchAll(SETTING)) {
      const [option = "", , ...rest] = argumentsAt(text, match.index + match[0].length - 1).map(
        (argument) => /^(?:group\s*=\s*)?['"]([\w-]+)['"]$/.exec(argument)?.[1]?.replaceAll("-", "_") ?? "",
      );
      const group = rest.find((name) => name !== "");
      found.set(
        `${match[0]}${option} ${group ?? ""}`,
        group === undefined ? [option, undefined] : [group, option],
      );
    }
    for (const [, holder = "", group = ""] of text.matchAll(HELD))
      for (const [whole, option] of text.matchAll(new RegExp(`(?<![\\w.])${holder}\\.([A-Za-z]\\w*)`, "g")))
        found.set(`${group} ${whole}`, [group, option]);
    return [...found.values()];
  });
}

/**
 * The option that a node reads, wherever it stands.
 *
 * @param holders names that may hold a group; what is read from others is looked at alone when it is left out
 */
export function optionReadAt(
  node: SyntaxNode,
  holders: ReadonlySet<string> = new Set(),
): OptionRead | undefined {
  if (!stepOf(node) || isPartOfStep(node)) return undefined;
  const read = readOf(node, holders);
  return read && !isWritten(read.node) && !isGuarded(node) ? read : undefined;
}

/**
 * The option reads of a module in text order; methods of the configuration object, writes and guarded reads are left out,
 * and what only goes by its name.
 */
export function optionReadsIn(project: ProjectFacts, module: ModuleFacts): readonly OptionRead[] {
  return project.latest(module, "option reads", () => {
    const found: OptionRead[] = [];
    // Python's parser of files, by the same name
    if (module.text.includes("ConfigParser(") && PARSER_OF_FILES.test(module.text)) return found;
    const holders = new Set(Array.from(module.text.matchAll(HELD), ([, holder = ""]) => holder));
    for (const node of descendants(module.tree.root)) {
      const read = optionReadAt(node, holders);
      if (read && !isOfSomethingElse(project, module, read)) found.push(read);
    }
    return found;
  });
}

const PARSER_OF_FILES = /^[ \t]*CONF = [\w.]*ConfigParser\(/m;

/** `CONF` of the tree's own make (`CONF = Configuration()`), or one group of the global one (`CONF = cfg.CONF.shop`). */
function isOfSomethingElse(project: ProjectFacts, module: ModuleFacts, read: OptionRead): boolean {
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
  return !!holder && (dottedName(holder) ?? "").endsWith("CONF");
}

/** Whether the configuration is that of a library from outside, which has registered in it what the tree does not show. */
export function isOfLibrary(project: ProjectFacts, module: ModuleFacts, read: OptionRead): boolean {
  const meaning = meaningOfConf(project, module, read);
  return meaning?.kind === "external" && !/^oslo[._]config\b/.test(meaning.name);
}

/** What the `CONF` means that is read from; `undefined` where it is called otherwise. */
function meaningOfConf(
  project: ProjectFacts,
  module: ModuleFacts,
  { node }: OptionRead,
): Meaning | undefined {
  let receiver: SyntaxNode | null = node;
  while (receiver && !(dottedName(receiver) ?? "").endsWith("CONF"))
    receiver = receiver.field("object") ?? receiver.field("value") ?? receiver.field("function");
  return receiver ? project.meaning(module, receiver) : undefined;
}

/** The calls of a module that set an option by its name: `CONF.set_override('option', value, group='group')`. */
export function optionSettingsIn(module: ModuleFacts): readonly OptionRead[] {
  return module.tree.ofType("call").flatMap((node) => {
    const called = node.field("function");
    const object = called?.type === "attribute" ? called.field("object") : null;
    const receiver =
      object && SETS.test(called?.field("attribute")?.text ?? "") ? receiverOf(object) : undefined;
    const given = { arguments: receiver ? argumentsOf(node) : [] };
    const name = stringValue(argumentValue(given, "name", 0))?.replaceAll("-", "_");
    // `set_override(name, override, group)`, `clear_override(name, group)`
    const group = argumentValue(
      given,
      "group",
      /^clear/.test(called?.field("attribute")?.text ?? "") ? 1 : 2,
    );
    const home = group && (stringValue(group) ?? (group.type === "none" ? "DEFAULT" : ""));
    if (!object || !receiver || name === undefined || home === "" || isGuarded(node)) return [];
    const place = home === undefined || home === "DEFAULT" ? [name] : [home, name];
    const [first = "", second] = place;
    return [
      { node, first, second, receiver, holder: dottedName(object) ?? "", holds: "everything", by: "call" },
    ];
  });
}

const SETS = /^(?:set|clear)_(?:override|default)$/;

/** `object.name`, `object['name']`, `getattr(object, 'name')`. */
interface Step {
  readonly node: SyntaxNode;
  readonly object: SyntaxNode;
  readonly name: string;
}

function stepOf(node: SyntaxNode): Step | undefined {
  const [object, name] =
    node.type === "attribute"
      ? [node.field("object"), node.field("attribute")?.text]
      : node.type === "subscript"
        ? [node.field("value"), stringValue(node.field("subscript"))]
        : namedByGetattr(node);
  return object && name !== undefined ? { node, object, name } : undefined;
}

/** A default makes that nothing is raised. */
function namedByGetattr(node: SyntaxNode): readonly [SyntaxNode | undefined, string | undefined] {
  const isGetattr = node.type === "call" && node.field("function")?.text === "getattr";
  const [object, name, ...more] = isGetattr ? (node.field("arguments")?.namedChildren ?? []) : [];
  return [object, more.length === 0 ? stringValue(name) : undefined];
}

function isPartOfStep(node: SyntaxNode): boolean {
  const { parent } = node;
  if (parent?.type === "argument_list") {
    const around = parent.parent && stepOf(parent.parent);
    return around?.object.start === node.start;
  }
  return (
    (parent?.type === "attribute" && node.fieldName === "object") ||
    (parent?.type === "subscript" && node.fieldName === "value" && stepOf(parent) !== undefined)
  );
}

function readOf(outer: SyntaxNode, holders: ReadonlySet<string>): OptionRead | undefined {
  // the innermost part of the chain is the configuration object
  const chain: Step[] = [];
  for (let step = stepOf(outer); step; step = stepOf(step.object)) chain.unshift(step);
  for (const [place, { node, object, name }] of chain.entries()) {
    const holder = dottedName(object);
    const receiver = receiverOf(object);
    // `conf.CONF`: a module that holds the global one
    if (holder === undefined || name === "CONF") continue;
    const held =
      holders.has(holder) && receiver !== "certain" && !name.startsWith("_")
        ? groupHeldBy(object, holder)
        : undefined;
    const by = node.type === "call" ? "call" : "attribute";
    if (held) return { node, ...held, second: name, holder, holds: "group", by };
    if (!receiver) continue;
    if (CONFIG_METHODS.has(name) || name.startsWith("_")) return undefined;
    const next = chain[place + 1];
    if (next?.name.startsWith("_")) return undefined;
    // what is called conf may be a dictionary
    if (receiver === "likely" && node.type === "subscript" && next?.node.type !== "attribute")
      return undefined;
    return {
      node: next?.node ?? node,
      first: name,
      second: next?.name,
      receiver,
      holder,
      holds: "everything",
      by,
    };
  }
  return undefined;
}

/** The group that a name stands for, where its function, its class or the module gives it no other value. */
function groupHeldBy(
  node: SyntaxNode,
  name: string,
): { readonly first: string; readonly receiver: OptionRead["receiver"] } | undefined {
  const scope = name.startsWith("self.") ? ancestorOf(node, "class_definition") : scopeGiving(node, name);
  if (!scope || !/^(self\.)?\w+$/.test(name)) return undefined;
  const values = new Set(valuesGiven(scope.text, name));
  const [, config = "", first = ""] = /^((?:\w+\.)*(?:CONF|_?conf))\.(\w+)$/.exec([...values][0] ?? "") ?? [];
  if (values.size !== 1 || first === "" || first === "CONF") return undefined;
  return { first, receiver: /(^|\.)CONF$/.test(config) ? "certain" : "likely" };
}

/** The nearest function around a node that gives the name a value, else the module; none where it is a parameter or a loop's. */
function scopeGiving(node: SyntaxNode, name: string): SyntaxNode | undefined {
  let scope = ancestorOf(node, "function_definition", "module");
  for (; scope && scope.type !== "module"; scope = ancestorOf(scope, "function_definition", "module")) {
    const isParameter = new RegExp(`[(,*]\\s*${name}\\s*[,)=:]`).test(scope.field("parameters")?.text ?? "");
    if (isParameter) return undefined;
    if (valuesGiven(scope.text, name).length > 0) break;
  }
  const isRebound = new RegExp(`\\b(?:for|as|import)\\s+${name}\\b|\\b${name}\\s*,[\\w\\s,]*=[^=]`);
  return scope && !isRebound.test(scope.text) ? scope : undefined;
}

/** What is assigned to a name in a text, as written. */
function valuesGiven(text: string, name: string): readonly string[] {
  const given = new RegExp(`^[ \\t]*${name.replace(".", "\\.")} = (.*)`, "gm");
  return [...text.matchAll(given)].map((match) => (match[1] ?? "").trim());
}

function receiverOf(node: SyntaxNode): OptionRead["receiver"] | undefined {
  const name = dottedName(node);
  if (name === undefined) return undefined;
  if (/(^|\.)CONF$/.test(name)) return "certain";
  if (!/^(self\.)?_?conf$/.test(name)) return undefined;
  return isGlobalConf(node, name) ? "certain" : "likely";
}

/** `def f(conf=CONF)`, `conf = cfg.CONF` in the function, `self.conf = cfg.CONF` as the only one of its class. */
function isGlobalConf(node: SyntaxNode, name: string): boolean {
  const short = name.replace(/^self\./, "");
  const scope = ancestorOf(node, name === short ? "function_definition" : "class_definition");
  if (!scope) return false;
  const text = scope.text;
  const values = valuesGiven(text, name);
  const byDefault = new RegExp(`[(,]\\s*${short}\\s*=\\s*(?:cfg\\.)?CONF\\b`).test(text);
  const isGlobal = (value: string) =>
    /^(?:cfg\.)?CONF$/.test(value) || (byDefault && value === short && name !== short);
  return values.length > 0 ? values.every(isGlobal) : byDefault && name === short;
}

function isWritten(node: SyntaxNode): boolean {
  return node.fieldName === "left" && (node.parent?.type ?? "").includes("assignment");
}

/** `try: CONF.x except cfg.NoSuchOptError`, `hasattr(CONF, 'x') and CONF.x`, `if 'x' in CONF`. */
function isGuarded(node: SyntaxNode): boolean {
  for (
    let at: SyntaxNode | undefined = node;
    at;
    at = ancestorOf(at, "try_statement", "if_statement", "boolean_operator", "conditional_expression")
  ) {
    const head =
      at.type === "try_statement"
        ? at.text.slice(at.field("body")?.text.length ?? 0)
        : at.type === "if_statement"
          ? (at.field("condition")?.text ?? "")
          : at === node
            ? ""
            : at.text;
    const body = at.type === "try_statement" ? at.field("body") : undefined;
    if (body) {
      // what a handler reads is not caught by it
      const isTried = node.end <= body.end;
      if (isTried && /except[^:]*(NoSuch|AttributeError)/.test(head)) return true;
      // a handler of everything is there for the read where there is little else
      const isShort = body.namedChildren.length < 3;
      if (isTried && isShort && /except[^:]*Exception|except\s*:/.test(head)) return true;
    } else if (/\bhasattr\(\s*(?:\w+\.)*_?conf\b|\bin (cfg\.)?CONF\b(?!\.)/i.test(head)) return true;
  }
  return false;
}

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
