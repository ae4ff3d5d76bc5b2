import { statementsOf } from "../parse/significant.ts";
import type { SyntaxNode } from "../parse/tree.ts";
import type { CompiledVariant } from "../smpl/compile.ts";
import type { Change } from "../smpl/difference.ts";
import type { DefinitionPattern } from "../smpl/pattern.ts";
import type { Match } from "./binding.ts";

/**
 * The name of a function or class that a rewriting brings in where one of that name stands with other code: whichever
 * comes first would be hidden. Undefined where all names are free.
 *
 * A property's setter, and whatever else a decorator says of a name that is there, has its name with good reason.
 */
export function takenName({ forward }: CompiledVariant, match: Match): SyntaxNode | undefined {
  for (const scope of match.scopes())
    for (const change of forward.changes) {
      const found = takenBy(change, scope);
      if (found) return found;
    }
  return undefined;
}

function takenBy(change: Change, scope: Match): SyntaxNode | undefined {
  if (change.kind !== "statements") return undefined;
  const names = new Set(
    change.plus.flatMap((item) =>
      item.kind === "statement" && item.pattern.kind === "definition" && !isSaidOfAnother(item.pattern)
        ? [item.pattern.name.node.text]
        : [],
    ),
  );
  if (names.size === 0) return undefined;
  const neighbours = [change.previous, change.next, ...change.minus.map((item) => patternOf(item))];
  const here = neighbours.flatMap((pattern) => (pattern && scope.nodeOf(pattern)) ?? [])[0];
  const leaving = new Set(
    change.minus.map((item) => {
      const pattern = patternOf(item);
      return pattern && scope.nodeOf(pattern);
    }),
  );
  const others = here?.parent ? statementsOf(here.parent) : [];
  return others
    .filter((statement) => !leaving.has(statement))
    .flatMap((statement) => nameOf(statement) ?? [])
    .find((name) => names.has(name.text));
}

function patternOf(item: Extract<Change, { kind: "statements" }>["minus"][number]) {
  return item.kind === "statement" ? item.pattern : undefined;
}

function isSaidOfAnother({ decorators, name }: DefinitionPattern): boolean {
  return decorators.some(
    ({ node }) => node.text.startsWith(`@${name.node.text}.`) || /\boverload$/.test(node.text),
  );
}

function nameOf(statement: SyntaxNode): SyntaxNode | null {
  const definition = statement.type === "decorated_definition" ? statement.field("definition") : statement;
  const defines = definition?.type === "function_definition" || definition?.type === "class_definition";
  return defines ? definition.field("name") : null;
}
