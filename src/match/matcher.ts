import { statementsOf, unwrap } from "../parse/significant.ts";
import type { SyntaxNode } from "../parse/tree.ts";
import type { Isomorphism } from "../smpl/isomorphisms.ts";
import { type CodePattern, isRun, type MetaPattern, type Pattern } from "../smpl/pattern.ts";
import { matchArguments } from "./arguments.ts";
import { type Bindings, bind, boundTo, RunPairing } from "./binding.ts";
import { matchDefinition } from "./definitions.ts";
import type { Effort } from "./effort.ts";
import { equalCode } from "./equal.ts";
import { FurthestMiss, type Miss } from "./furthest-miss.ts";
import { admits } from "./metavariable.ts";
import { matchNest, occurrencesOf } from "./nests.ts";
import { targetType, withoutDocstring, withoutOmitted } from "./omissions.ts";
import { hasOneWay } from "./one-way.ts";
import { sameSpelling, sameString } from "./spelling.ts";

/** Called with each way to match; returns true to stop the search. */
export type Continue = (bindings: Bindings | null) => boolean;

/** Patterns that are held against siblings, both in their order. */
export interface Row {
  readonly patterns: readonly Pattern[];
  readonly siblings: readonly SyntaxNode[];
  /** `whole`: the last pattern takes the last sibling; `open`: siblings may be left behind it. */
  readonly end: "whole" | "open";
  /** What holds the siblings. */
  readonly within: SyntaxNode;
}

/**
 * Matches patterns against nodes by continuation: every way to match is offered to the caller, shortest runs first,
 * so that a constraint met late can undo a choice made early.
 */
export class Matcher {
  private readonly misses = new FurthestMiss();
  private readonly disabled: ReadonlySet<Isomorphism>;
  private readonly effort: Effort;

  constructor(disabled: ReadonlySet<Isomorphism>, effort: Effort) {
    this.disabled = disabled;
    this.effort = effort;
  }

  /** Where the attempt that came furthest failed. */
  get miss(): Miss | undefined {
    return this.misses.found;
  }

  /** Whether an isomorphism holds in the hunk at hand. */
  holds(isomorphism: Isomorphism): boolean {
    return !this.disabled.has(isomorphism);
  }

  /**
   * One pattern against one node.
   *
   * @throws SearchGaveUp
   */
  node(pattern: Pattern, outer: SyntaxNode, bindings: Bindings | null, then: Continue): boolean {
    this.effort.step();
    const target = unwrap(outer);
    switch (pattern.kind) {
      case "dots":
        return then(bind(bindings, { pattern, nodes: [target] }));
      case "meta":
        return this.meta(pattern, target, bindings, then);
      case "nest":
        return matchNest(this, pattern, target, bindings, then);
      case "definition":
        return matchDefinition(this, pattern, target, bindings, then);
      case "code":
        return this.code(pattern, target, bindings, then);
    }
  }

  /** The patterns of a row from one of them on, against its siblings from one of them on. */
  sequence(row: Row, start: number, first: number, given: Bindings | null, then: Continue): boolean {
    const { patterns, siblings, within } = row;
    let [at, from, bindings] = [start, first, given];
    for (let next = patterns[at]; next && hasOneWay(next); next = patterns[++at]) {
      const sibling = siblings[from++];
      if (!sibling) return this.fail(next, null, within);
      const way = this.onlyWay(next, sibling, bindings);
      if (!way) return false;
      bindings = way.bindings;
    }
    const pattern = patterns[at];
    if (!pattern) {
      if (row.end === "open" || from >= siblings.length) return then(bindings);
      return this.failAtSurplus(patterns[at - 1], siblings[from] ?? null, within);
    }
    const go = (next: Bindings | null, to: number): boolean => this.sequence(row, at + 1, to, next, then);
    // What the first of two dots could take, the second takes in as many ways.
    if (pattern.kind === "dots" && patterns[at + 1]?.kind === "dots")
      return go(bind(bindings, new RunPairing(pattern, siblings, from, from)), from);
    if (isRun(pattern)) return this.run(row, at, from, bindings, go);
    const sibling = siblings[from];
    if (!sibling) return this.fail(pattern, null, within);
    return this.node(pattern, sibling, bindings, (next) => go(next, from + 1));
  }

  /** What is bound when a pattern that has one way at most has matched. */
  private onlyWay(
    pattern: Pattern,
    node: SyntaxNode,
    bindings: Bindings | null,
  ): { readonly bindings: Bindings | null } | undefined {
    let way: { readonly bindings: Bindings | null } | undefined;
    this.node(pattern, node, bindings, (next) => {
      way = { bindings: next };
      return true;
    });
    return way;
  }

  /** A pattern that stands for any number of siblings: each number is tried, the smallest first. */
  private run(
    { patterns, siblings, end, within }: Row,
    at: number,
    from: number,
    bindings: Bindings | null,
    go: (next: Bindings | null, to: number) => boolean,
  ): boolean {
    const pattern = patterns[at];
    if (!pattern) return false;
    const takesAll = end === "whole" && at === patterns.length - 1;
    for (let to = takesAll ? siblings.length : from; to <= siblings.length; to++) {
      if (pattern.kind === "nest") {
        const nodes = siblings.slice(from, to);
        const each = occurrencesOf(this, pattern, nodes, bindings);
        if (pattern.atLeastOne && each.length === 0) continue;
        if (go(bind(bindings, { pattern, nodes, occurrences: { from: bindings, each } }), to)) return true;
      } else if (go(bind(bindings, new RunPairing(pattern, siblings, from, to)), to)) return true;
    }
    if (pattern.kind === "nest" && pattern.atLeastOne)
      return this.fail(pattern, siblings[from] ?? null, within);
    return false;
  }

  private meta(pattern: MetaPattern, target: SyntaxNode, bindings: Bindings | null, then: Continue): boolean {
    if (!admits(pattern.variable, target)) return this.fail(pattern, target, target);
    const bound = boundTo(bindings, pattern.variable.name);
    if (bound && !equalCode(bound, target)) return this.fail(pattern, target, target);
    return then(bind(bindings, { pattern, nodes: [target] }));
  }

  private code(pattern: CodePattern, target: SyntaxNode, bindings: Bindings | null, then: Continue): boolean {
    const here = bind(bindings, { pattern, nodes: [target] });
    if (pattern.type === "block") return this.block(pattern, target, here, then);
    // `x` in a pattern's signature also stands for `x: int`.
    if (target.type === "typed_parameter" && pattern.node.type !== "typed_parameter") {
      const name = target.children[0];
      return name ? this.node(pattern, name, bindings, then) : false;
    }
    if (pattern.type !== targetType(pattern, target)) return this.fail(pattern, target, target);
    if (pattern.type === "string") {
      if (!sameString(this, pattern.node, target)) return this.fail(pattern, target, target);
      return this.matched(target, here, then);
    }
    if (!sameSpelling(this, pattern.node, target)) return this.fail(pattern, target, target);
    if (pattern.type === "argument_list") return matchArguments(this, pattern, target, here, then);
    const children = withoutOmitted(pattern, target);
    if (pattern.children.length === 0 && children.length === 0) {
      if (pattern.node.text !== target.text) return this.fail(pattern, target, target);
      return this.matched(target, here, then);
    }
    const row: Row = { patterns: pattern.children, siblings: children, end: "whole", within: target };
    return this.sequence(row, 0, 0, here, then);
  }

  private block(
    pattern: CodePattern,
    target: SyntaxNode,
    bindings: Bindings | null,
    then: Continue,
  ): boolean {
    if (target.type !== "block" && target.type !== "module") return this.fail(pattern, target, target);
    const siblings = withoutDocstring(pattern, statementsOf(target));
    const row: Row = { patterns: pattern.children, siblings, end: "whole", within: target };
    return this.sequence(row, 0, 0, bindings, then);
  }

  private matched(target: SyntaxNode, bindings: Bindings | null, then: Continue): boolean {
    this.misses.matched(target);
    return then(bindings);
  }

  /** Fails an attempt at a pattern, and notes it where none came further. */
  fail(pattern: Pattern, node: SyntaxNode | null, within: SyntaxNode): false {
    this.misses.note(pattern, node, within, false);
    return false;
  }

  /** As `fail`, where all patterns are through and the target goes on; `pattern` is the last of them. */
  failAtSurplus(pattern: Pattern | undefined, node: SyntaxNode | null, within: SyntaxNode): false {
    if (pattern) this.misses.note(pattern, node, within, true);
    return false;
  }

  /** Runs an attempt whose failure says nothing about the whole. */
  quietly(attempt: () => boolean): boolean {
    return this.misses.quietly(attempt);
  }
}
