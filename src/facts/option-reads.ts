import type { SyntaxNode } from "../parse/tree.ts";
import type { ModuleFacts } from "./module.ts";
import type { ProjectFacts } from "./project.ts";
import { ancestorOf, descendants, dottedName, stringValue } from "./syntax.ts";

/** An option read as an attribute: `CONF.option`, `CONF.group.option`, `CONF['group'].option`. */
export interface OptionRead {
  /** The attribute expression up to the option (or group). */
  readonly node: SyntaxNode;
  /** The first attribute: a group, or an option of DEFAULT. */
  readonly first: string;
  /** The second one, when there is one: an option if `first` is a group. */
  readonly second: string | undefined;
  /** `certain` for the global `CONF` and what it is assigned to, `likely` for what is only called conf. */
  readonly receiver: "certain" | "likely";
}

const READ =
  /(?:\bCONF|\b_?conf)(?:\.([A-Za-z]\w*)(?:\.([A-Za-z]\w*))?|\[['"]([\w:.-]+)['"]\]\.([A-Za-z]\w*))/g;

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
    for (const match of (project.text(path) ?? "").matchAll(READ)) {
      const [whole, first, second, group, option] = match;
      if (!CONFIG_METHODS.has(first ?? "")) found.set(whole, [first ?? group ?? "", second ?? option]);
    }
    return [...found.values()];
  });
}

/** Whether a node reads an option, wherever it stands. */
export function optionReadAt(node: SyntaxNode): OptionRead | undefined {
  if (node.type !== "attribute" || node.parent?.type === "attribute") return undefined;
  const read = readOf(node);
  return read && !isWritten(read.node) && !isGuarded(node) ? read : undefined;
}

/**
 * The option reads of a module in text order; methods of the configuration object, writes and guarded reads are left out,
 * and what only goes by its name.
 */
export function optionReadsIn(project: ProjectFacts, module: ModuleFacts): readonly OptionRead[] {
  const found: OptionRead[] = [];
  for (const node of descendants(module.tree.root)) {
    const read = optionReadAt(node);
    if (read && !isOfSomethingElse(project, module, read)) found.push(read);
  }
  return found;
}

/** `CONF` of the tree's own make (`CONF = Configuration()`), or one group of the global one (`CONF = cfg.CONF.shop`). */
function isOfSomethingElse(project: ProjectFacts, module: ModuleFacts, { node }: OptionRead): boolean {
  let receiver: SyntaxNode | null = node;
  while (receiver && !(dottedName(receiver) ?? "").endsWith("CONF"))
    receiver = receiver.field("object") ?? receiver.field("value");
  const meaning = receiver && project.meaning(module, receiver);
  if (meaning?.kind !== "assignment") return false;
  const value = meaning.assignment.value;
  if (value?.type === "call") {
    const maker = value.field("function");
    return maker !== null && project.meaning(meaning.module, maker).kind === "class";
  }
  const holder = value && (value.field("object") ?? value.field("value"));
  return !!holder && (dottedName(holder) ?? "").endsWith("CONF");
}

function readOf(outer: SyntaxNode): OptionRead | undefined {
  // the innermost part of the chain is the configuration object
  const chain: SyntaxNode[] = [];
  for (let at: SyntaxNode | null = outer; at?.type === "attribute"; at = at.field("object"))
    chain.unshift(at);
  for (const [place, node] of chain.entries()) {
    const object = node.field("object");
    const group = object && subscriptOf(object);
    if (group) return { node, ...group, second: node.field("attribute")?.text };
    const receiver = object && receiverOf(object);
    // `conf.CONF`: a module that holds the global one
    if (!receiver || node.field("attribute")?.text === "CONF") continue;
    const next = chain[place + 1];
    const first = node.field("attribute")?.text ?? "";
    if (CONFIG_METHODS.has(first) || first.startsWith("_")) return undefined;
    const second = next?.field("attribute")?.text;
    return { node: next ?? node, first, second, receiver };
  }
  return undefined;
}

/** `CONF['group']`: the only way to write a group whose name is no Python name. */
function subscriptOf(
  node: SyntaxNode,
): { readonly first: string; readonly receiver: OptionRead["receiver"] } | undefined {
  if (node.type !== "subscript") return undefined;
  const value = node.field("value");
  const receiver = value && receiverOf(value);
  const first = stringValue(node.field("subscript"));
  return receiver && first !== undefined ? { first, receiver } : undefined;
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
  const values = [...text.matchAll(new RegExp(`(?<![\\w.])${name.replace(".", "\\.")} = (.*)`, "g"))].map(
    (match) => (match[1] ?? "").trim(),
  );
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
    if (at.type === "try_statement" && /except[^:]*(NoSuch|AttributeError)/.test(head)) return true;
    // a handler of everything is there for the read where there is little else
    const isShort = (at.field("body")?.namedChildren.length ?? 0) < 3;
    if (at.type === "try_statement" && isShort && /except[^:]*Exception|except\s*:/.test(head)) return true;
    if (at.type !== "try_statement" && /hasattr\(|\bin (cfg\.)?CONF\b(?!\.)/.test(head)) return true;
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
