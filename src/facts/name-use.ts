import type { SyntaxNode, SyntaxTree } from "../parse/tree.ts";
import { descendants, dottedName, fieldsOf } from "./syntax.ts";

/** The names of one block, as the language reference's "Naming and binding" counts blocks. */
interface Block {
  readonly kind: "module" | "class" | "function" | "comprehension";
  readonly parent: Block | null;
  readonly names: Set<string>;
}

/** A name that is read where no block around it binds it. */
export interface FreeName {
  readonly name: string;
  readonly node: SyntaxNode;
}

/**
 * Names that a module reads and nowhere binds, builtins included, in text order.
 *
 * A binding counts wherever it stands in its block: order and branches are not looked at. Names within ERROR
 * nodes count as bound, so that broken code gives no findings of its own.
 */
export function freeNamesOf(tree: SyntaxTree): readonly FreeName[] {
  const walk = new NameWalk();
  const module: Block = { kind: "module", parent: null, names: new Set() };
  for (const error of tree.errors)
    for (const node of descendants(error)) if (node.type === "identifier") module.names.add(node.text);
  walk.collect(tree.root, module);
  walk.read(tree.root, module);
  return walk.free();
}

/** Nodes that open a block of their own. */
const OPENS = new Set([
  "function_definition",
  "class_definition",
  "lambda",
  "list_comprehension",
  "set_comprehension",
  "dictionary_comprehension",
  "generator_expression",
]);

class NameWalk {
  private readonly blocks = new Map<SyntaxNode, Block>();
  private readonly reads: { readonly node: SyntaxNode; readonly block: Block }[] = [];
  private readonly moduleNames = new Set<string>();

  free(): readonly FreeName[] {
    const found: FreeName[] = [];
    for (const { node, block } of this.reads) {
      const name = node.text;
      if (!this.moduleNames.has(name) && !isBound(name, block)) found.push({ name, node });
    }
    return found;
  }

  /** Binds the names of a block and of the blocks below it. */
  collect(node: SyntaxNode, block: Block): void {
    this.bindingsOf(node, block);
    for (const child of node.namedChildren) {
      this.collect(child, OPENS.has(child.type) ? this.open(child, block) : block);
    }
  }

  private open(node: SyntaxNode, parent: Block): Block {
    const isFunction = node.type === "function_definition" || node.type === "lambda";
    const kind = node.type === "class_definition" ? "class" : isFunction ? "function" : "comprehension";
    const block: Block = { kind, parent, names: new Set() };
    this.blocks.set(node, block);
    const name = node.field("name");
    if (name && node.type.endsWith("_definition")) parent.names.add(name.text);
    const parameters = node.field("parameters");
    if (parameters) for (const parameter of parameters.namedChildren) bindPattern(parameter, block);
    if (kind === "class") for (const word of ["__module__", "__qualname__"]) block.names.add(word);
    else block.names.add("__class__");
    return block;
  }

  private bindingsOf(node: SyntaxNode, block: Block): void {
    switch (node.type) {
      case "assignment":
      case "augmented_assignment":
      case "for_statement": {
        bindPattern(node.field("left"), block);
        return;
      }
      case "for_in_clause":
        bindPattern(node.field("left"), block);
        // Python 2's list comprehension leaves its variable behind
        if (node.parent?.type === "list_comprehension" && block.parent)
          bindPattern(node.field("left"), block.parent);
        return;
      case "as_pattern_target": {
        bindPattern(node, block);
        return;
      }
      case "except_clause": {
        for (const alias of fieldsOf(node, "alias")) bindPattern(alias, block);
        return;
      }
      case "import_statement":
      case "import_from_statement":
      case "future_import_statement": {
        bindImports(node, block);
        return;
      }
      case "global_statement":
        for (const name of node.namedChildren) this.moduleNames.add(name.text);
        return;
      case "named_expression": {
        bindPattern(node.field("name"), comprehensionOwner(block));
        return;
      }
      case "case_pattern":
      case "type_alias_statement":
      case "type_parameter":
        for (const below of descendants(node)) if (below.type === "identifier") block.names.add(below.text);
        return;
      default:
    }
  }

  /** Notes every read of a name with the block in which it is looked up. */
  read(node: SyntaxNode, block: Block): void {
    if (node.type === "identifier") {
      if (isRead(node)) this.reads.push({ node, block });
      return;
    }
    if (node.type === "ERROR" || node.type.startsWith("import") || node.type === "global_statement") return;
    const inner = this.blocks.get(node);
    for (const child of node.namedChildren) {
      // decorators, defaults, annotations and bases are evaluated outside; comprehensions are wholly inside
      const isInside = inner && (child.fieldName === "body" || isComprehension(node));
      this.read(child, isInside ? inner : block);
    }
  }
}

function isComprehension(node: SyntaxNode): boolean {
  return OPENS.has(node.type) && !node.type.endsWith("_definition") && node.type !== "lambda";
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

function isRead(node: SyntaxNode): boolean {
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
