import { isNamedLike, type SyntaxNode, spokenName, stringValue } from "../../../src/rule.ts";

/** Two names that stand in each other's place, by what the function calls the values that it returns. */
export function turned(
  names: readonly SyntaxNode[],
  rows: readonly (readonly SyntaxNode[])[],
): string | undefined {
  const taken = names.map(resultName);
  for (const [at, one = ""] of taken.entries()) {
    for (const [after, other = ""] of taken.slice(at + 1).entries()) {
      const to = at + 1 + after;
      if (one.length < 3 || other.length < 3) continue;
      // what a failure returns (two times None) has no order
      const told = rows.filter(
        (row) => resultName(row[at]) !== undefined || resultName(row[to]) !== undefined,
      );
      if (
        told.length === 0 ||
        !told.every((row) => isTurned(one, other, resultName(row[at]), resultName(row[to])))
      )
        continue;
      return `'${resultName(told[0]?.[at])}' before '${resultName(told[0]?.[to])}', which are unpacked into '${one}', '${other}': each gets the other's value`;
    }
  }
  return undefined;
}

function isTurned(
  one: string,
  other: string,
  first: string | undefined,
  second: string | undefined,
): boolean {
  if (first === undefined || second === undefined || (one !== second && other !== first)) return false;
  return (
    isNamedLike(one, second) &&
    isNamedLike(other, first) &&
    !isNamedLike(one, first) &&
    !isNamedLike(other, second)
  );
}

/** `a` of `a`, `x.a`, `x['a']` and `x.get('a')`. */
function resultName(node: SyntaxNode | undefined): string | undefined {
  if (node?.type === "subscript") return stringValue(node.field("subscript"));
  return node && spokenName(node);
}
