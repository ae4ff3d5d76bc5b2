import type { SyntaxNode, SyntaxTree, TreeQuestion } from "../../parse/tree.ts";
import type { Span } from "../../text/span.ts";
import { descendants, dottedName, fieldsOf } from "../module/syntax.ts";
import { commonNames } from "./builtin-names.ts";

/** The names of one block, as the language reference's "Naming and binding" counts blocks. */
interface Block {
  readonly kind: "module" | "class" | "function" | "comprehension";
  readonly parent: Block | null;
  readonly names: Set<string>;
  /** Where names are looked up in it: a function's body, all of a comprehension. */
  readonly inside: Span;
}

/**
 * Names that a module reads, and that neither it nor Python binds, in text order.
 *
 * A binding counts wherever it stands in its block: order and branches are not looked at. Names within ERROR
 * nodes count as bound, so that broken code gives no findings of its own.
 */
export const freeNames: TreeQuestion = { find: findFreeNames };

function findFreeNames(tree: SyntaxTree): readonly SyntaxNode[] {
  const blocks = new Blocks(tree);
  bindAll(tree, blocks);
  return tree.ofType("identifier").filter((node) => {
    const name = node.text;
    // most names are the module's own: nothing else needs to be asked of them
    if (blocks.module.names.has(name) || commonNames.has(name) || !isRead(node)) return false;
    return !isBound(name, blocks.around(node));
  });
}

/** Nodes that open a block of their own. */
const OPENS = [
  "function_definition",
  "class_definition",
  "lambda",
  "list_comprehension",
  "set_comprehension",
  "dictionary_comprehension",
  "generator_expression",
];

/** The blocks of a module by where they are. */
class Blocks {
  readonly module: Block;
  /** Without the module, by where their insides begin. */
  private readonly inner: Block[] = [];

  constructor(tree: SyntaxTree) {
    this.module = { kind: "module", parent: null, names: new Set(), inside: tree.root };
    for (const error of tree.errors)
      for (const node of descendants(error)) if (node.type === "identifier") this.module.names.add(node.text);
    const opened = OPENS.flatMap((type) =>
      tree.ofType(type).map((node) => ({ node, inside: insideOf(node) })),
    ).sort((a, b) => a.inside.start - b.inside.start || b.inside.end - a.inside.end);
    for (const { node, inside } of opened) this.open(node, inside);
  }

  /** The innermost block in which a node's names are looked up. */
  around({ start, end }: Span): Block {
    let low = 0;
    let high = this.inner.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.inner[middle]?.inside.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    let at: Block | null = this.inner[low - 1] ?? null;
    while (at && at.inside.end < end) at = at.parent;
    return at ?? this.module;
  }

  private open(node: SyntaxNode, inside: Span): void {
    const parent = this.around(inside);
    const isFunction = node.type === "function_definition" || node.type === "lambda";
    const kind = node.type === "class_definition" ? "class" : isFunction ? "function" : "comprehension";
    const block: Block = { kind, parent, names: new Set(), inside };
    this.inner.push(block);
    const name = node.field("name");
    if (name) parent.names.add(name.text);
    const parameters = node.field("parameters");
    if (parameters) for (const parameter of parameters.namedChildren) bindPattern(parameter, block);
    if (kind === "class") for (const word of ["__module__", "__qualname__"]) block.names.add(word);
    else block.names.add("__class__");
  }
}

/** Decorators, defaults, annotations and bases are evaluated outside; comprehensions are wholly inside. */
function insideOf(node: SyntaxNode): Span {
  const isWhole = !node.type.endsWith("_definition") && node.type !== "lambda";
  return isWhole ? node : (node.field("body") ?? { start: node.end, end: node.end });
}

/** Binds every name of a module in its block. */
function bindAll(tree: SyntaxTree, blocks: Blocks): void {
  const bind = (type: string, target: (node: SyntaxNode, block: Block) => void) => {
    for (const node of tree.ofType(type)) target(node, blocks.around(node));
  };
  const bindLeft = (node: SyntaxNode, block: Block) => bindPattern(node.field("left"), block);
  for (const type of ["assignment", "augmented_assignment", "for_statement"]) bind(type, bindLeft);
  bind("for_in_clause", (node, block) => {
    bindLeft(node, block);
    // Python 2's list comprehension leaves its variable behind
    if (node.parent?.type === "list_comprehension" && block.parent) bindLeft(node, block.parent);
  });
  bind("as_pattern_target", bindPattern);
  bind("except_clause", (node, block) => {
    for (const alias of fieldsOf(node, "alias")) bindPattern(alias, block);
  });
  for (const type of ["import_statement", "import_from_statement", "future_import_statement"])
    bind(type, bindImports);
  bind("global_statement", (node) => {
    for (const name of node.namedChildren) blocks.module.names.add(name.text);
  });
  bind("named_expression", (node, block) => bindPattern(node.field("name"), comprehensionOwner(block)));
  for (const type of ["case_pattern", "type_alias_statement", "type_parameter"])
    bind(type, (node, block) => {
      for (const below of descendants(node)) if (below.type === "identifier") block.names.add(below.text);
    });
}

function comprehensionOwner(block: Block): Block {
  return block.kind === "comprehension" && block.parent ? comprehensionOwner(block.parent) : block;
}

function isBound(name: string, from: Block): boolean {
  let inFunction = false;
  for (let at: Block | null = from; at; at = at.parent) {
    const isHidden = at.kind === "class" && inFunction;
    if (!isHidden && at.names.has(name)) return true;
    // a comprehension in a class block sees the class' names in its first iterable only; that is left open
    if (at.kind === "function") inFunction = true;
  }
  return false;
}

/** Whether an identifier is a name that is read, no attribute's, keyword's or parameter's. */
export function isRead(node: SyntaxNode): boolean {
  const parent = node.parent;
  if (!parent) return false;
  switch (parent.type) {
    case "attribute":
      return node.fieldName === "object";
    case "keyword_argument":
      return node.fieldName === "value";
    case "function_definition":
    case "class_definition":
    case "global_statement":
    case "nonlocal_statement":
    case "aliased_import":
    case "dotted_name":
    case "keyword_pattern":
      return false;
    case "parameters":
    case "lambda_parameters":
    case "list_splat_pattern":
    case "dictionary_splat_pattern":
      return false;
    case "default_parameter":
    case "typed_default_parameter":
      return node.fieldName === "value";
    case "typed_parameter":
      return false;
    case "tuple_pattern":
      return !parent.parent?.type.endsWith("parameters");
    default:
      return true;
  }
}

function bindPattern(target: SyntaxNode | null, block: Block): void {
  if (!target) return;
  switch (target.type) {
    case "identifier":
      block.names.add(target.text);
      return;
    case "attribute":
    case "subscript":
    case "type":
      return;
    case "default_parameter":
    case "typed_default_parameter": {
      bindPattern(target.field("name"), block);
      return;
    }
    default:
      for (const child of target.namedChildren) bindPattern(child, block);
  }
}

function bindImports(node: SyntaxNode, block: Block): void {
  for (const name of fieldsOf(node, "name")) {
    const alias = name.type === "aliased_import" ? name.field("alias")?.text : undefined;
    const dotted = dottedName(name.type === "aliased_import" ? name.field("name") : name) ?? "";
    const first = node.type === "import_statement" ? dotted.split(".")[0] : dotted;
    block.names.add(alias ?? first ?? "");
  }
}
