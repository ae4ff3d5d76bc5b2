import type { SyntaxNode } from "../../parse/tree.ts";

/** What is known of the parameters of a function for one call: whether each is true. The rest may be either. */
export type KnownParameters = ReadonlyMap<string, boolean>;

/** `yes` and `no` for what parameters settle, `open` for what is no question about them, `unknown` for what is. */
type Truth = "yes" | "no" | "open" | "unknown";

/** A body, and the parameters of its function. */
export interface Code {
  readonly body: SyntaxNode;
  readonly parameters: ReadonlySet<string>;
  readonly known: KnownParameters;
}

/**
 * The nodes of a function that may run in a call of which something is known: without branches that the parameters rule out
 * or that hang on one of which nothing is known, without what is caught, and without functions inside.
 */
export function* liveNodes(code: Code): Generator<SyntaxNode> {
  yield* inBlock(code, code.body);
}

function* inBlock(code: Code, block: SyntaxNode): Generator<SyntaxNode> {
  for (const statement of block.namedChildren) {
    yield* within(code, statement);
    // what stands below may not be come to
    if (statement.type === "if_statement" && leaves(statement.field("consequence"))) {
      const truth = truthOf(code, statement.field("condition"));
      if (truth === "yes" || truth === "unknown") return;
    }
  }
}

function leaves(block: SyntaxNode | null): boolean {
  return /^(?:return|raise|continue|break)_statement$/.test(block?.namedChildren.at(-1)?.type ?? "");
}

function* within(code: Code, node: SyntaxNode): Generator<SyntaxNode> {
  switch (node.type) {
    case "function_definition":
    case "class_definition":
    case "decorated_definition":
    case "lambda":
      return;
    case "block":
      yield* inBlock(code, node);
      return;
    case "if_statement":
      yield* inBranches(code, node);
      return;
    case "conditional_expression":
      yield* inChoice(code, node);
      return;
    case "boolean_operator":
      yield* inOperator(code, node);
      return;
    case "try_statement":
      for (const child of node.namedChildren) if (!isCaught(node, child)) yield* within(code, child);
      return;
    default:
      yield node;
      for (const child of node.namedChildren) yield* within(code, child);
  }
}

/** The body of a `try` whose handlers take whatever an option may raise. */
function isCaught(statement: SyntaxNode, child: SyntaxNode): boolean {
  if (child.fieldName !== "body") return child.type === "except_clause";
  const handlers = statement.namedChildren.filter(({ type }) => type === "except_clause");
  return handlers.some(({ text }) =>
    /^except\s*:|^except[^:]*\b(?:Exception|AttributeError|NoSuch\w+|Error)\b/.test(text),
  );
}

function* inBranches(code: Code, statement: SyntaxNode): Generator<SyntaxNode> {
  const condition = statement.field("condition");
  if (condition) yield* within(code, condition);
  const truth = truthOf(code, condition);
  for (const child of statement.namedChildren) {
    if (child.fieldName === "condition" || truth === "unknown") continue;
    const isBody = child.fieldName === "consequence";
    if (truth === "open" || isBody === (truth === "yes")) yield* within(code, child);
  }
}

/** `a if condition else b`. */
function* inChoice(code: Code, node: SyntaxNode): Generator<SyntaxNode> {
  const [one, condition, other] = node.namedChildren;
  if (!one || !condition || !other) return;
  yield* within(code, condition);
  const truth = truthOf(code, condition);
  if (truth === "yes" || truth === "open") yield* within(code, one);
  if (truth === "no" || truth === "open") yield* within(code, other);
}

function* inOperator(code: Code, node: SyntaxNode): Generator<SyntaxNode> {
  const [left, right] = node.namedChildren;
  if (!left || !right) return;
  yield* within(code, left);
  const truth = truthOf(code, left);
  const goesOn = isAnd(node) ? "yes" : "no";
  if (truth === "open" || truth === goesOn) yield* within(code, right);
}

function isAnd(node: SyntaxNode): boolean {
  return node.children.some(({ type }) => type === "and");
}

function truthOf(code: Code, condition: SyntaxNode | null): Truth {
  if (!condition) return "open";
  if (condition.type === "parenthesized_expression") return truthOf(code, condition.namedChildren[0] ?? null);
  if (condition.type === "not_operator") {
    const truth = truthOf(code, condition.namedChildren[0] ?? null);
    return truth === "yes" ? "no" : truth === "no" ? "yes" : truth;
  }
  if (condition.type === "boolean_operator") {
    const [left, right] = condition.namedChildren.map((part) => truthOf(code, part));
    const settling = isAnd(condition) ? "no" : "yes";
    if (left === settling || right === settling) return settling;
    if (left === "unknown" || right === "unknown") return "unknown";
    return left === "open" || right === "open" ? "open" : (left ?? "open");
  }
  if (condition.type === "identifier" && code.parameters.has(condition.text)) {
    const known = code.known.get(condition.text);
    return known === undefined ? "unknown" : known ? "yes" : "no";
  }
  const words: readonly string[] = condition.text.match(/(?<![\w.'"])[A-Za-z_]\w*/g) ?? [];
  return words.some((word) => word !== "self" && code.parameters.has(word)) ? "unknown" : "open";
}
