import type { SyntaxNode } from "../../parse/tree.ts";
import { descendants } from "../module/syntax.ts";
import { bindName, type State, unbind } from "./flow-state.ts";

/**
 * The state after an expression or a simple statement: what it reads first, then what it binds. Lambdas and nested
 * definitions are not entered.
 *
 * @param load called with each name that is read, and the state it is read in
 */
export function stateAfter(
  node: SyntaxNode,
  state: State,
  load: (name: SyntaxNode, state: State) => void,
): State {
  const reader = new ExpressionReader(state, load);
  reader.visit(node, new Set());
  return reader.end;
}

class ExpressionReader {
  private now: State;
  private readonly load: (name: SyntaxNode, state: State) => void;
  /** Bound once all of the statement is read. */
  private readonly targets: string[] = [];

  constructor(state: State, load: (name: SyntaxNode, state: State) => void) {
    this.now = state;
    this.load = load;
  }

  get end(): State {
    return this.targets.reduce(bindName, this.now);
  }

  /** @param hidden names that a comprehension around the node binds for itself */
  visit(node: SyntaxNode, hidden: ReadonlySet<string>): void {
    switch (node.type) {
      case "identifier":
        if (!hidden.has(node.text) && isLoad(node)) this.load(node, this.now);
        return;
      case "lambda":
      case "function_definition":
      case "class_definition":
      case "type":
        return;
      case "assignment":
      case "augmented_assignment":
        this.assignment(node, hidden);
        return;
      case "named_expression":
        this.visitField(node, "value", hidden);
        this.now = bindName(this.now, node.field("name")?.text ?? "");
        return;
      case "import_statement":
      case "import_from_statement":
        this.targets.push(...importedNames(node));
        return;
      case "delete_statement":
        this.deletion(node);
        return;
      case "list_comprehension":
      case "set_comprehension":
      case "dictionary_comprehension":
      case "generator_expression":
        this.comprehension(node, hidden);
        return;
      default:
        for (const child of node.namedChildren) this.visit(child, hidden);
    }
  }

  private visitField(node: SyntaxNode, field: string, hidden: ReadonlySet<string>): void {
    const child = node.field(field);
    if (child) this.visit(child, hidden);
  }

  private assignment(node: SyntaxNode, hidden: ReadonlySet<string>): void {
    const isAugmented = node.type === "augmented_assignment";
    const left = node.field("left");
    this.visitField(node, "right", hidden);
    if (!left) return;
    if (isAugmented) this.visit(left, hidden);
    else this.target(left, hidden);
    // `name: type` binds nothing
    if (isAugmented || node.field("right")) this.targets.push(...namesIn(left));
  }

  /** What a target reads: the object of an attribute, the key of an element. */
  private target(node: SyntaxNode, hidden: ReadonlySet<string>): void {
    if (node.type === "identifier") return;
    if (node.type === "attribute" || node.type === "subscript") this.visit(node, hidden);
    else for (const child of node.namedChildren) this.target(child, hidden);
  }

  private deletion(node: SyntaxNode): void {
    for (const child of descendants(node))
      if (child.type === "identifier" && isLoad(child)) this.load(child, this.now);
    for (const name of node.namedChildren.flatMap(namesIn)) this.now = unbind(this.now, name, node);
  }

  private comprehension(node: SyntaxNode, hidden: ReadonlySet<string>): void {
    const own = new Set(hidden);
    const clauses = node.namedChildren.filter((child) => child.fieldName !== "body");
    for (const child of clauses)
      if (child.type === "for_in_clause") for (const name of targetNames(child)) own.add(name);
    // the clauses run before the body
    for (const child of clauses) this.visit(child, own);
    for (const child of node.namedChildren) if (child.fieldName === "body") this.visit(child, own);
  }
}

/** Names that an assignment target binds. */
export function namesIn(target: SyntaxNode): readonly string[] {
  if (target.type === "identifier") return [target.text];
  if (target.type === "attribute" || target.type === "subscript") return [];
  return target.namedChildren.flatMap(namesIn);
}

function targetNames(clause: SyntaxNode): readonly string[] {
  const left = clause.field("left");
  return left ? namesIn(left) : [];
}

function importedNames(statement: SyntaxNode): readonly string[] {
  return statement.namedChildren
    .filter((child) => child.fieldName === "name")
    .map((child) =>
      child.type === "aliased_import" ? (child.field("alias")?.text ?? "") : (child.text.split(".")[0] ?? ""),
    );
}

function isLoad(node: SyntaxNode): boolean {
  const parent = node.parent;
  if (parent?.type === "attribute") return node.fieldName === "object";
  if (parent?.type === "keyword_argument") return node.fieldName === "value";
  return parent?.type !== "as_pattern_target" && parent?.type !== "dotted_name";
}
