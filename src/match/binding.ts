import type { SyntaxNode } from "../parse/tree.ts";
import type { Pattern } from "../smpl/pattern.ts";

/** What one pattern stands for in the target: a node, or a run of siblings. */
export interface Pairing {
  readonly pattern: Pattern;
  readonly nodes: readonly SyntaxNode[];
  /** For a nest: what each occurrence of its inner pattern stands for, on top of what was bound before it. */
  readonly occurrences?: { readonly from: Bindings | null; readonly each: readonly Bindings[] };
}

/** A run of siblings, cut out when asked for: dots before the last of many statements are tried with every length. */
export class RunPairing implements Pairing {
  readonly pattern: Pattern;
  private readonly siblings: readonly SyntaxNode[];
  private readonly from: number;
  private readonly to: number;
  private cut: readonly SyntaxNode[] | undefined;

  constructor(pattern: Pattern, siblings: readonly SyntaxNode[], from: number, to: number) {
    this.pattern = pattern;
    this.siblings = siblings;
    this.from = from;
    this.to = to;
  }

  get nodes(): readonly SyntaxNode[] {
    this.cut ??= this.siblings.slice(this.from, this.to);
    return this.cut;
  }
}

/**
 * What a match has found so far: an immutable list, so that backtracking costs nothing to undo.
 */
export interface Bindings {
  readonly pairing: Pairing;
  readonly rest: Bindings | null;
}

/** The bindings with one more pairing. */
export function bind(rest: Bindings | null, pairing: Pairing): Bindings {
  return { pairing, rest };
}

/** What the metavariable of that name is bound to; O(bindings). */
export function boundTo(bindings: Bindings | null, name: string): SyntaxNode | undefined {
  for (let at = bindings; at; at = at.rest) {
    const { pattern, nodes } = at.pairing;
    if (pattern.kind === "meta" && pattern.variable.name === name) return nodes[0];
  }
  return undefined;
}

/** One way in which a slice stands in a target. */
export class Match {
  readonly bindings: Bindings | null;
  private readonly byPattern = new Map<Pattern, Pairing>();
  private readonly outer: Match | undefined;

  /** @param until bindings that belong to the match around this one */
  constructor(bindings: Bindings | null, outer?: Match, until: Bindings | null = null) {
    this.bindings = bindings;
    this.outer = outer;
    for (let at = bindings; at && at !== until; at = at.rest)
      if (!this.byPattern.has(at.pairing.pattern)) this.byPattern.set(at.pairing.pattern, at.pairing);
  }

  pairingOf(pattern: Pattern): Pairing | undefined {
    return this.byPattern.get(pattern) ?? this.outer?.pairingOf(pattern);
  }

  /** Whether the pattern is bound here itself, not in a match around this one. */
  owns(pattern: Pattern): boolean {
    return this.byPattern.has(pattern);
  }

  /** The node that a pattern stands for; undefined for a pattern in a nest that did not occur, or an empty run. */
  nodeOf(pattern: Pattern): SyntaxNode | undefined {
    return this.pairingOf(pattern)?.nodes[0];
  }

  /** What a metavariable is bound to here. */
  metavariable(name: string): readonly SyntaxNode[] | undefined {
    let first: readonly SyntaxNode[] | undefined;
    // The newest pairing comes first; what counts is the place that bound the name.
    for (const [pattern, pairing] of this.byPattern)
      if (pattern.kind === "meta" && pattern.variable.name === name) first = pairing.nodes;
    return this.outer?.metavariable(name) ?? first;
  }

  /** This match, then those of every occurrence inside its nests. */
  *scopes(): Generator<Match> {
    yield this;
    for (const { occurrences } of this.byPattern.values())
      for (const occurrence of occurrences?.each ?? [])
        yield* new Match(occurrence, this, occurrences?.from).scopes();
  }
}
