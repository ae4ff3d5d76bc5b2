import { significantChildren, statementsOf } from "../parse/significant.ts";
import type { SyntaxNode } from "../parse/tree.ts";
import type { CompiledVariant } from "../smpl/compile.ts";
import { type Change, codeOf } from "../smpl/difference.ts";
import type { Match } from "./binding.ts";

/**
 * The name of what a rewriting brings in where something of that name stands already, with other code: a second function
 * would hide the first, a second argument or parameter is an error. Undefined where all names are free.
 */
export function takenName({ forward: { changes } }: CompiledVariant, match: Match): SyntaxNode | undefined {
  for (const scope of match.scopes()) {
    // What is moved leaves one place for another.
    const leaving = new Set(
      changes
        .flatMap((change) => codeOf(change, "minus"))
        .flatMap((pattern) => scope.pairingOf(pattern)?.nodes.map(({ start }) => start) ?? []),
    );
    for (const change of changes) {
      const found = takenBy(change, scope, leaving);
      if (found) return found;
    }
  }
  return undefined;
}

function takenBy(change: Change, scope: Match, leaving: ReadonlySet<number>): SyntaxNode | undefined {
  if (change.kind !== "statements" && change.kind !== "elements") return undefined;
  const names = new Set(codeOf(change, "plus").flatMap(({ node }) => nameOf(node)?.text ?? []));
  if (names.size === 0) return undefined;
  return besides(change, scope)
    .filter(({ start }) => !leaving.has(start))
    .flatMap((node) => nameOf(node) ?? [])
    .find((name) => names.has(name.text));
}

/** What stands where a change brings something in. */
function besides(
  change: Extract<Change, { kind: "statements" | "elements" }>,
  scope: Match,
): readonly SyntaxNode[] {
  if (change.kind === "elements") {
    const list = scope.nodeOf(change.list);
    return list ? significantChildren(list) : [];
  }
  const near = [change.previous, change.next, ...codeOf(change, "minus")];
  const block = near.flatMap((pattern) => (pattern && scope.nodeOf(pattern)) ?? [])[0]?.parent;
  return block ? statementsOf(block) : [];
}

/** The name that a definition, a keyword argument or a parameter has in what holds it. */
function nameOf(node: SyntaxNode): SyntaxNode | null {
  switch (node.type) {
    case "decorated_definition":
      return isSaidOfAnother(node) ? null : (node.field("definition")?.field("name") ?? null);
    case "function_definition":
    case "class_definition":
    case "keyword_argument":
    case "default_parameter":
    case "typed_default_parameter":
      return node.field("name");
    case "identifier":
      return node.parent?.type === "parameters" ? node : null;
    case "typed_parameter":
      return node.children[0] ?? null;
    default:
      return null;
  }
}

/** A property's setter, and whatever else a decorator says of a name that is there, has its name with good reason. */
function isSaidOfAnother(decorated: SyntaxNode): boolean {
  const name = decorated.field("definition")?.field("name")?.text ?? "";
  return decorated.children.some(
    ({ type, text }) => type === "decorator" && (text.startsWith(`@${name}.`) || /\boverload\s*$/.test(text)),
  );
}
