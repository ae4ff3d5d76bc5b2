import type { SyntaxNode } from "../../parse/tree.ts";
import type { Span } from "../../text/span.ts";
import type { Binding, FunctionFacts } from "../module/definitions.ts";
import { isDocstring } from "../module/syntax.ts";

/**
 * The local names of a function that its text alone does not show to be bound before they are read.
 *
 * A name is out of doubt where its first statement binds it, and every other place of the name comes after that in the
 * same block: blocks run from their top. Most names are so, and no way through the function has to be followed for them.
 */
export function namesInDoubt(facts: FunctionFacts, names: ReadonlySet<string>): ReadonlySet<string> {
  const body = facts.node.field("body");
  if (!body || names.size === 0) return names;
  const text = withoutDocstring(body);
  const doubtful = new Set<string>();
  for (const name of names) {
    const bindings = facts.scope.bindings.get(name) ?? [];
    const reach = bindings.some(isDeleted) ? undefined : reachOf(bindings[0], name);
    if (!reach || !isWithin(text, name, { start: reach.start - body.start, end: reach.end - body.start }))
      doubtful.add(name);
  }
  return doubtful;
}

/** The text of a body; a docstring, which may speak of any name, is blanked out. */
function withoutDocstring(body: SyntaxNode): string {
  const [first] = body.namedChildren;
  if (!first || !isDocstring(first)) return body.text;
  return " ".repeat(first.end - body.start) + body.text.slice(first.end - body.start);
}

/** `del name`, and `except … as name`, whose end deletes the name. */
const DELETING = new Set(["delete_statement", "except_clause", "except_group_clause"]);

function isDeleted({ node }: Binding): boolean {
  for (let at: SyntaxNode | null = node; at && at.type !== "block"; at = at.parent)
    if (DELETING.has(at.type)) return true;
  return false;
}

/** From where on a binding holds for sure, and to where: the rest of the block, or of the loop that binds it. */
function reachOf(binding: Binding | undefined, name: string): Span | undefined {
  if (!binding) return undefined;
  const statement = statementOf(binding.node);
  const block = statement?.parent;
  if (!statement || !block) return undefined;
  const rest = { start: statement.start, end: block.end };
  switch (statement.type) {
    case "import_statement":
    case "import_from_statement":
    case "function_definition":
    case "class_definition":
    case "decorated_definition":
      return rest;
    case "expression_statement": {
      const [assignment] = statement.namedChildren;
      const isPlain = assignment?.type === "assignment" && assignment.field("right") !== null;
      return isPlain && isOnce(statement.text, name) ? rest : undefined;
    }
    case "with_statement":
    case "for_statement": {
      const inside = statement.field("body");
      if (!inside || binding.node.start >= inside.start) return undefined;
      const head = statement.text.slice(0, inside.start - statement.start);
      if (!isOnce(head, name)) return undefined;
      return statement.type === "with_statement" ? rest : { start: statement.start, end: inside.end };
    }
    default:
      return undefined;
  }
}

/** The statement of a block that a node is part of. */
function statementOf(node: SyntaxNode): SyntaxNode | undefined {
  for (let at: SyntaxNode = node; at.parent; at = at.parent) if (at.parent.type === "block") return at;
  return undefined;
}

function isOnce(text: string, name: string): boolean {
  const first = nextPlace(text, name, 0);
  return first >= 0 && nextPlace(text, name, first + name.length) < 0;
}

/** Whether all places of a name are in a part of the text. */
function isWithin(text: string, name: string, { start, end }: Span): boolean {
  const first = nextPlace(text, name, 0);
  return first >= start && nextPlace(text, name, end) < 0;
}

/** Where a name stands next as a word of its own and no attribute; negative for nowhere. Strings and comments count. */
function nextPlace(text: string, name: string, from: number): number {
  for (let at = text.indexOf(name, from); at >= 0; at = text.indexOf(name, at + name.length)) {
    const before = text[at - 1] ?? "";
    if (!PART.test(before) && before !== "." && !PART.test(text[at + name.length] ?? "")) return at;
  }
  return -1;
}

const PART = /[\w\u0080-\uffff]/;
