import { isCommaSeparated, statementsOf, unwrap } from "../parse/significant.ts";
import type { SyntaxNode } from "../parse/tree.ts";
import type { Isomorphism } from "../smpl/isomorphisms.ts";
import {
  type CodePattern,
  type DefinitionPattern,
  isRun,
  type MetaPattern,
  type NestPattern,
  type Pattern,
} from "../smpl/pattern.ts";
import { matchArguments } from "./arguments.ts";
import { type Bindings, bind, boundTo, RunPairing } from "./binding.ts";
import type { Effort } from "./effort.ts";
import { equalCode } from "./equal.ts";
import { literalValue } from "./literal.ts";
import { admits } from "./metavariable.ts";
import { blocksBelow, hasTrailingComma, targetType, withoutDocstring, withoutOmitted } from "./omissions.ts";
import { hasOneWay } from "./one-way.ts";

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

/** Where a match attempt failed, the furthest of all attempts. */
export interface Miss {
  readonly pattern: Pattern;
  /** Null where the target's block or list ended too early; then `within` is what ended. */
  readonly node: SyntaxNode | null;
  readonly within: SyntaxNode;
  readonly lastMatched: SyntaxNode | null;
  /** The pattern was through, and the target went on. */
  readonly surplus: boolean;
}

/**
 * Matches patterns against nodes by continuation: every way to match is offered to the caller, shortest runs first,
 * so that a constraint met late can undo a choice made early.
 */
export class Matcher {
  miss: Miss | undefined;
  private missAt = -1;
  private lastMatched: SyntaxNode | null = null;
  private readonly disabled: ReadonlySet<Isomorphism>;
  private readonly effort: Effort;

  constructor(disabled: ReadonlySet<Isomorphism>, effort: Effort) {
    this.disabled = disabled;
    this.effort = effort;
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
        return this.nestInExpression(pattern, target, bindings, then);
      case "definition":
        return this.definition(pattern, target, bindings, then);
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
        const each = this.occurrences(pattern, nodes, bindings);
        if (pattern.atLeastOne && each.length === 0) continue;
        if (go(bind(bindings, { pattern, nodes, occurrences: { from: bindings, each } }), to)) return true;
      } else if (go(bind(bindings, new RunPairing(pattern, siblings, from, to)), to)) return true;
    }
    if (pattern.kind === "nest" && pattern.atLeastOne)
      return this.fail(pattern, siblings[from] ?? null, within);
    return false;
  }

  /** All places below the nodes where the nest's inner pattern stands, in text order, none inside another. */
  private occurrences(
    nest: NestPattern,
    nodes: readonly SyntaxNode[],
    bindings: Bindings | null,
  ): Bindings[] {
    const inner = nest.children[0];
    if (!inner) return [];
    const found: Bindings[] = [];
    const keep: Continue = (next) => {
      if (next) found.push(next);
      return true;
    };
    if (nest.inner === "expression") {
      const expression = nest.scope === "expression" ? inner : (inner.children[0]?.children[0] ?? inner);
      const visit = (node: SyntaxNode): void => {
        if (node.isNamed && this.quietly(() => this.node(expression, node, bindings, keep))) return;
        for (const child of node.children) visit(child);
      };
      for (const node of nodes) visit(node);
      return found;
    }
    const search = (block: SyntaxNode | null, statements: readonly SyntaxNode[]): void => {
      for (let at = 0; at < statements.length; at++) {
        const ways = found.length;
        const statement = statements[at];
        if (!statement) break;
        const start = block ? bind(bindings, { pattern: inner, nodes: [block] }) : bindings;
        const row: Row = { patterns: inner.children, siblings: statements, end: "open", within: statement };
        this.quietly(() => this.sequence(row, 0, at, start, keep));
        if (found.length > ways) at += Math.max(0, inner.children.length - 1);
        else for (const inside of blocksBelow(statement)) search(inside, statementsOf(inside));
      }
    };
    search(nodes[0]?.parent ?? null, nodes);
    return found;
  }

  /** Runs an attempt whose failure says nothing about the whole. */
  private quietly(attempt: () => boolean): boolean {
    const saved = [this.miss, this.missAt] as const;
    const result = attempt();
    [this.miss, this.missAt] = saved;
    return result;
  }

  private meta(pattern: MetaPattern, target: SyntaxNode, bindings: Bindings | null, then: Continue): boolean {
    if (!admits(pattern.variable, target)) return this.fail(pattern, target, target);
    const bound = boundTo(bindings, pattern.variable.name);
    if (bound && !equalCode(bound, target)) return this.fail(pattern, target, target);
    return then(bind(bindings, { pattern, nodes: [target] }));
  }

  private nestInExpression(
    pattern: NestPattern,
    target: SyntaxNode,
    bindings: Bindings | null,
    then: Continue,
  ): boolean {
    const each = this.occurrences(pattern, [target], bindings);
    if (pattern.atLeastOne && each.length === 0) return this.fail(pattern, target, target);
    return then(bind(bindings, { pattern, nodes: [target], occurrences: { from: bindings, each } }));
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
      if (!this.sameString(pattern.node, target)) return this.fail(pattern, target, target);
      return this.matched(target, here, then);
    }
    if (!this.sameSpelling(pattern.node, target)) return this.fail(pattern, target, target);
    if (pattern.type === "argument_list") return matchArguments(this, pattern, target, here, then);
    const children = withoutOmitted(pattern, target);
    if (pattern.children.length === 0 && children.length === 0) {
      if (pattern.node.text !== target.text) return this.fail(pattern, target, target);
      return this.matched(target, here, then);
    }
    const row: Row = { patterns: pattern.children, siblings: children, end: "whole", within: target };
    return this.sequence(row, 0, 0, here, then);
  }

  private sameString(pattern: SyntaxNode, target: SyntaxNode): boolean {
    if (!this.holds("implicit-concatenation") && pattern.type !== target.type) return false;
    return this.holds("quotes")
      ? literalValue(pattern) === literalValue(target)
      : pattern.text === target.text;
  }

  /** Whether two nodes agree in what only disabled isomorphisms would overlook. */
  private sameSpelling(pattern: SyntaxNode, target: SyntaxNode): boolean {
    if (
      !this.holds("trailing-comma") &&
      isCommaSeparated(pattern.type) &&
      hasTrailingComma(pattern) !== hasTrailingComma(target)
    )
      return false;
    const right = (node: SyntaxNode): string | undefined => node.field("right")?.type;
    return (
      this.holds("percent-tuple") ||
      pattern.type !== "binary_operator" ||
      (right(pattern) === "tuple") === (right(target) === "tuple")
    );
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

  private definition(
    pattern: DefinitionPattern,
    target: SyntaxNode,
    bindings: Bindings | null,
    then: Continue,
  ): boolean {
    const inner = target.type === "decorated_definition" ? target.field("definition") : target;
    if (inner?.type !== pattern.type) return this.fail(pattern, target, target);
    const siblings = target === inner ? [] : target.children.filter((child) => child.type === "decorator");
    const decorators: Row = { patterns: pattern.decorators, siblings, end: "open", within: inner };
    const part = (name: string): SyntaxNode | null => inner.field(name);
    const body = part("body");
    const name = part("name");
    if (!body || !name) return false;
    const here = bind(bindings, { pattern, nodes: [target] });
    const signature = part("parameters") ?? part("superclasses");
    // The name first: it decides, and a miss elsewhere then is about this very function.
    return this.node(pattern.name, name, here, (named) =>
      this.decorators(decorators, 0, 0, named, (decorated) =>
        this.optionalPart(pattern.signature, signature, inner, decorated, (signed) =>
          this.optionalPart(pattern.returns, part("return_type"), inner, signed, (typed) =>
            this.node(pattern.body, body, typed, then),
          ),
        ),
      ),
    );
  }

  private optionalPart(
    pattern: Pattern | null,
    target: SyntaxNode | null,
    within: SyntaxNode,
    bindings: Bindings | null,
    then: Continue,
  ): boolean {
    if (!pattern) return then(bindings);
    return target ? this.node(pattern, target, bindings, then) : this.fail(pattern, null, within);
  }

  /** The pattern's decorators in their order, any others before, between and after. */
  private decorators(row: Row, at: number, from: number, bindings: Bindings | null, then: Continue): boolean {
    const decorator = row.patterns[at];
    if (!decorator) return then(bindings);
    const go = (next: Bindings | null, to: number): boolean => this.decorators(row, at + 1, to, next, then);
    if (decorator.kind === "dots") return go(bind(bindings, { pattern: decorator, nodes: [] }), from);
    for (let to = from; to < row.siblings.length; to++) {
      const target = row.siblings[to];
      if (target && this.node(decorator, target, bindings, (next) => go(next, to + 1))) return true;
    }
    return this.fail(decorator, row.siblings[from] ?? null, row.within);
  }

  private matched(target: SyntaxNode, bindings: Bindings | null, then: Continue): boolean {
    this.lastMatched = target;
    return then(bindings);
  }

  /** Fails an attempt at a pattern, and notes it where none came further. */
  fail(pattern: Pattern, node: SyntaxNode | null, within: SyntaxNode): false {
    if (this.isFurther(pattern))
      this.miss = { pattern, node, within, lastMatched: this.lastMatched, surplus: false };
    return false;
  }

  /** As `fail`, where all patterns are through and the target goes on; `pattern` is the last of them. */
  failAtSurplus(pattern: Pattern | undefined, node: SyntaxNode | null, within: SyntaxNode): false {
    if (pattern && this.isFurther(pattern))
      this.miss = { pattern, node, within, lastMatched: this.lastMatched, surplus: true };
    return false;
  }

  private isFurther(pattern: Pattern): boolean {
    const at = pattern.node.start;
    if (at <= this.missAt) return false;
    this.missAt = at;
    return true;
  }
}
