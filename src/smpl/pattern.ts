import type { SyntaxNode } from "../parse/tree.ts";
import type { Isomorphism } from "./isomorphisms.ts";
import type { BodyLine, Metavariable } from "./semantic-patch.ts";
import type { Slice } from "./slice.ts";

/** What every pattern has. */
export interface PatternBase {
  /** The slice's own syntax node: offsets are into the slice's text. */
  readonly node: SyntaxNode;
  /** The body line on which the node begins. */
  readonly line: BodyLine;
  /** Column within the slice, from 0. */
  readonly column: number;
  /** Source text with blanks and comments normalised; equal keys are equal patterns. */
  readonly key: string;
}

/** Literal code: a token, or a node with significant children. */
export interface CodePattern extends PatternBase {
  readonly kind: "code";
  /** The type under which it is compared (`comparedType`). */
  readonly type: string;
  readonly children: readonly Pattern[];
}

/** `def` and `class`, taken apart, because a pattern may leave out decorators, annotations and `async`. */
export interface DefinitionPattern extends PatternBase {
  readonly kind: "definition";
  readonly type: "function_definition" | "class_definition";
  readonly decorators: readonly Pattern[];
  readonly name: Pattern;
  /** Parameters, or the superclasses of a class; null when a class pattern has none. */
  readonly signature: Pattern | null;
  readonly returns: Pattern | null;
  readonly body: CodePattern;
  readonly children: readonly Pattern[];
}

/** `...`: a run in a sequence, or any one expression where an expression must stand. */
export interface DotsPattern extends PatternBase {
  readonly kind: "dots";
  readonly scope: "run" | "one";
  readonly children: readonly Pattern[];
}

/** A metavariable: any code that its kind admits, the same code at every place. */
export interface MetaPattern extends PatternBase {
  readonly kind: "meta";
  readonly variable: Metavariable;
  readonly children: readonly Pattern[];
}

/**
 * `<... P ...>`: P anywhere below a run of statements, or within one expression. Its only child is P: a block, or an
 * expression.
 */
export interface NestPattern extends PatternBase {
  readonly kind: "nest";
  /** What it runs over: statements of a block, or the inside of one expression. */
  readonly scope: "statements" | "expression";
  /** What is looked for below. */
  readonly inner: "statements" | "expression";
  readonly atLeastOne: boolean;
  readonly children: readonly Pattern[];
}

/** What code is held against: the slice's syntax tree with dots, metavariables and nests in it. */
export type Pattern = CodePattern | DefinitionPattern | DotsPattern | MetaPattern | NestPattern;

/** A compiled slice. */
export interface SlicePattern {
  readonly slice: Slice;
  readonly disabled: ReadonlySet<Isomorphism>;
  /** One expression, matched wherever an expression stands, or a run of statements, matched in any block. */
  readonly scope: "expression" | "statements";
  /** The whole slice as a block of statements. */
  readonly root: CodePattern;
}

/** Every pattern below and including `pattern`, in text order; with `isLeftOut`, none of those nor below them. */
export function* walkPattern(
  pattern: Pattern,
  isLeftOut: (part: Pattern) => boolean = () => false,
): Generator<Pattern> {
  // Without recursion: generators in generators cost each pattern its depth.
  const open = [pattern];
  for (let part = open.pop(); part; part = open.pop()) {
    if (isLeftOut(part)) continue;
    yield part;
    for (let at = part.children.length - 1; at >= 0; at--) {
      const child = part.children[at];
      if (child) open.push(child);
    }
  }
}

/** Whether the pattern stands for a run of nodes in its sequence, not for one. */
export function isRun(pattern: Pattern): boolean {
  if (pattern.kind === "dots") return pattern.scope === "run";
  if (pattern.kind === "nest") return pattern.scope === "statements";
  return pattern.kind === "meta" && pattern.variable.kind.endsWith(" list");
}
