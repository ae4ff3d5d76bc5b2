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
  const nodes = [...ownNodes(maker.node)];
  const returned = nodes.flatMap((node) =>
    node.type === "return_statement" ? [node.namedChildren[0] ?? null] : [],
  );
  return returned.length > 0 && returned.every((value) => isMade(value, 0));

  function isMade(value: SyntaxNode | null, depth: number): boolean {
    if (!value || depth > MAX_DEPTH) return false;
    if (value.type === "call") {
      const [first] = value.field("arguments")?.namedChildren ?? [];
      return first?.text === asked && value.field("function")?.field("attribute")?.text === "__new__";
    }
    const isKept = value.type === "attribute" && value.field("object")?.text === asked;
    if (value.type !== "identifier" && !isKept) return false;
    const given = nodes.flatMap((node) =>
      node.type === "assignment" && node.field("left")?.text === value.text ? [node.field("right")] : [],
    );
    return given.length > 0 && given.every((one) => isMade(one, depth + 1));
  }
}
