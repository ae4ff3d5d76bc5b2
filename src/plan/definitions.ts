import type { SyntaxNode } from "../parse/tree.ts";
import type { BodyItem, BodyLine, Hunk } from "../smpl/semantic-patch.ts";
import type { Target } from "./target.ts";

/** A function, class or module-level name of a file, decorators included. Lines count from 1, ends included. */
export interface DefinitionPlace {
  readonly kind: "function" | "class" | "assignment";
  readonly name: string;
  /** The line of the name itself, below any decorators. */
  readonly line: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** All definitions of a file outside of function bodies, in text order. */
export function definitionsIn(target: Target): readonly DefinitionPlace[] {
  return [...walk(target.tree.root, target)];
}

const ENTERED = new Set([
  "module",
  "block",
  "class_definition",
  "decorated_definition",
  "if_statement",
  "else_clause",
  "try_statement",
  "except_clause",
  "expression_statement",
]);

function* walk(node: SyntaxNode, target: Target): Generator<DefinitionPlace> {
  for (const child of node.children) {
    if (child.type === "function_definition") yield placeOf("function", child, child.field("name"), target);
    if (child.type === "class_definition") yield placeOf("class", child, child.field("name"), target);
    if (child.type === "assignment" && node.parent?.type === "module")
      yield placeOf("assignment", child, child.field("left"), target);
    if (ENTERED.has(child.type)) yield* walk(child, target);
  }
}

function placeOf(
  kind: DefinitionPlace["kind"],
  node: SyntaxNode,
  name: SyntaxNode | null,
  target: Target,
): DefinitionPlace {
  const whole = node.parent?.type === "decorated_definition" ? node.parent : node;
  return {
    kind,
    name: name?.text ?? "",
    line: target.rowOf((name ?? node).start) + 1,
    firstLine: target.rowOf(whole.start) + 1,
    lastLine: target.lastRowOf(whole) + 1,
  };
}

/** The names that a hunk's original code defines or assigns at the left margin of its body: what it is about. */
export function namesOf(hunk: Hunk): readonly string[] {
  return namesIn(hunk, ({ mark }) => mark !== "plus");
}

/** The names that a hunk brings in. */
export function namesBroughtBy(hunk: Hunk): readonly string[] {
  return namesIn(hunk, ({ mark }) => mark === "plus");
}

function namesIn(hunk: Hunk, isAsked: (line: BodyLine) => boolean): readonly string[] {
  const names = [...linesOf(hunk.body)].filter(isAsked).flatMap(({ text }) => {
    const found =
      /^\s*(?:async\s+)?(?:def|class)\s+(\w+)/.exec(text) ?? /^(\w+) = [[({]/.exec(text.trimEnd());
    return found?.[1] === undefined ? [] : [found[1]];
  });
  return [...new Set(names)];
}

function* linesOf(items: readonly BodyItem[]): Generator<BodyLine> {
  for (const item of items) {
    if (item.kind === "line") yield item.line;
    else for (const alternative of item.alternatives) yield* linesOf(alternative);
  }
}

/** The innermost definition that holds a line; undefined for module-level code. */
export function definitionAt(places: readonly DefinitionPlace[], line: number): DefinitionPlace | undefined {
  return places.findLast((place) => place.firstLine <= line && line <= place.lastLine);
}
