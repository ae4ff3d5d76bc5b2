import type { SyntaxNode } from "../../parse/tree.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import { ownNodes } from "../module/syntax.ts";

/** Names that stand for one another, at most: a chain that is longer tells nothing. */
const MAX_DEPTH = 5;

/**
 * Whether a class' `__new__` gives an instance of the class that is called, wherever it gives anything: made by the `__new__`
 * above it (`super().__new__(cls)`), at once or through a name, or kept at the class since the first call (`cls._instance`).
 */
export function makesWhatIsCalled(maker: FunctionFacts): boolean {
  const asked = maker.parameters[0]?.name;
  if (asked === undefined) return false;
  const nodes = [...ownNodes(maker.node)];
  const returned = nodes.flatMap((node) =>
    node.type === "return_statement" ? [node.namedChildren[0] ?? null] : [],
  );
  return returned.length > 0 && returned.every((value) => value !== null && isMade(value, 0));

  function isMade(value: SyntaxNode, depth: number): boolean {
    if (depth > MAX_DEPTH) return false;
    if (value.type === "call") {
      const [first] = value.field("arguments")?.namedChildren ?? [];
      const callee = value.field("function");
      return first?.text === asked && callee !== null && isMaker(callee, depth);
    }
    const isKept = value.type === "attribute" && value.field("object")?.text === asked;
    return (value.type === "identifier" || isKept) && isAlways(value, depth, isMade);
  }

  /** `super().__new__`, `object.__new__`, or a name for it. */
  function isMaker(callee: SyntaxNode, depth: number): boolean {
    if (callee.type === "attribute") return callee.field("attribute")?.text === "__new__";
    return callee.type === "identifier" && depth <= MAX_DEPTH && isAlways(callee, depth, isMaker);
  }

  /** Whether all that is assigned to what is written so is of a kind. */
  function isAlways(
    { text }: SyntaxNode,
    depth: number,
    is: (value: SyntaxNode, depth: number) => boolean,
  ): boolean {
    const values = nodes.flatMap((node) =>
      node.type === "assignment" && node.field("left")?.text === text ? [node.field("right")] : [],
    );
    return values.length > 0 && values.every((value) => value !== null && is(value, depth + 1));
  }
}
