import { isCommaSeparated } from "../parse/significant.ts";
import type { Change, Gap } from "./difference.ts";
import { type Item, itemsOf, TriviaRows } from "./items.ts";
import { samePlace, similarItems, similarPatterns } from "./likeness.ts";
import type { CodePattern, DefinitionPattern, Pattern, SlicePattern } from "./pattern.ts";
import { alignSequences, type Run } from "./sequence.ts";

/** A row of each slice. */
interface Rows {
  readonly minus: number;
  readonly plus: number;
}

/** Walks two slices side by side and notes where they differ. */
export class Aligner {
  readonly changes: Change[] = [];
  readonly twins: Map<Pattern, Pattern> = new Map();
  private readonly minus: SlicePattern;
  private readonly plus: SlicePattern;
  private readonly trivia: { readonly minus: TriviaRows; readonly plus: TriviaRows };

  constructor(minus: SlicePattern, plus: SlicePattern) {
    this.minus = minus;
    this.plus = plus;
    this.trivia = { minus: new TriviaRows(minus.slice), plus: new TriviaRows(plus.slice) };
  }

  blocks(minus: CodePattern, plus: CodePattern, last: Rows, first: Rows): void {
    this.twins.set(minus, plus);
    const minusItems = itemsOf(minus, this.minus.slice, this.trivia.minus, first.minus, last.minus);
    const plusItems = itemsOf(plus, this.plus.slice, this.trivia.plus, first.plus, last.plus);
    const runs = alignSequences(minusItems, plusItems, {
      equal: (a, b) => this.pairable(a, b),
      similar: similarItems,
    });
    for (const [at, run] of runs.entries()) {
      if (run.kind === "gap")
        this.changes.push({ kind: "statements", block: minus, ...gapAt(runs, at, statementOrNull) });
      else if (run.minus.kind === "statement" && run.plus.kind === "statement")
        this.align(run.minus.pattern, run.plus.pattern, { minus: run.minus.reach, plus: run.plus.reach });
    }
  }

  /** Same code on the same context line, or equal code that both slices changed. */
  private pairable(a: Item, b: Item): boolean {
    if (a.kind === "trivia" || b.kind === "trivia") return false;
    return samePlace(a.pattern, b.pattern);
  }

  /** Blocks that hold one expression each, which is matched without the statement around it. */
  expressions(minus: Pattern, plus: Pattern, reach: Rows): void {
    const [a, b] = [minus.children[0]?.children[0], plus.children[0]?.children[0]];
    if (a && b) this.align(a, b, reach);
  }

  private align(minus: Pattern, plus: Pattern, reach: Rows): void {
    if (minus.key === plus.key && !this.holdsTrivia(minus, plus, reach)) {
      this.pairAll(minus, plus);
      return;
    }
    this.twins.set(minus, plus);
    if (minus.kind === "definition" && plus.kind === "definition" && minus.type === plus.type) {
      this.definitions(minus, plus, reach);
      return;
    }
    if (minus.kind === "nest" && plus.kind === "nest" && minus.scope === plus.scope) {
      const [a, b] = [minus.children[0], plus.children[0]];
      if (minus.scope === "statements" && minus.inner === "expression" && a && b)
        this.expressions(a, b, reach);
      else this.fixed(minus, plus, reach);
      return;
    }
    if (minus.kind === "code" && plus.kind === "code" && minus.type === plus.type) {
      this.codes(minus, plus, reach);
      return;
    }
    this.replace(minus, plus);
  }

  private holdsTrivia(minus: Pattern, plus: Pattern, reach: Rows): boolean {
    const firstMinus = this.minus.slice.index.rowOf(minus.node.start);
    const firstPlus = this.plus.slice.index.rowOf(plus.node.start);
    return (
      this.trivia.minus.anyWithin(firstMinus, reach.minus) ||
      this.trivia.plus.anyWithin(firstPlus, reach.plus)
    );
  }

  private pairAll(minus: Pattern, plus: Pattern): void {
    this.twins.set(minus, plus);
    for (const [at, child] of minus.children.entries()) {
      const twin = plus.children[at];
      if (twin) this.pairAll(child, twin);
    }
  }

  private replace(minus: Pattern, plus: Pattern): void {
    this.changes.push({ kind: "replace", minus, plus });
  }

  private definitions(minus: DefinitionPattern, plus: DefinitionPattern, reach: Rows): void {
    if (!minus.signature !== !plus.signature || !minus.returns !== !plus.returns) {
      this.replace(minus, plus);
      return;
    }
    this.decorators(minus, plus);
    this.align(minus.name, plus.name, this.own(minus.name, plus.name));
    for (const part of ["signature", "returns"] as const) {
      const [a, b] = [minus[part], plus[part]];
      if (a && b) this.align(a, b, this.own(a, b));
    }
    this.inner(minus.body, plus.body, reach);
  }

  private inner(minus: CodePattern, plus: CodePattern, reach: Rows): void {
    // A comment at the top of a body stands before the body's block in the tree, behind the header's colon.
    const above = (slice: SlicePattern, block: CodePattern): number => {
      const siblings = block.node.parent?.children ?? [];
      const before = siblings.slice(0, siblings.indexOf(block.node));
      const header = before.findLast((sibling) => sibling.type !== "comment");
      return slice.slice.index.rowOf(header?.start ?? block.node.start) + 1;
    };
    this.blocks(minus, plus, reach, { minus: above(this.minus, minus), plus: above(this.plus, plus) });
  }

  private own(minus: Pattern, plus: Pattern): Rows {
    return {
      minus: this.minus.slice.index.rowOf(minus.node.end),
      plus: this.plus.slice.index.rowOf(plus.node.end),
    };
  }

  private decorators(minus: DefinitionPattern, plus: DefinitionPattern): void {
    const runs = alignSequences(minus.decorators, plus.decorators, { equal: samePlace, similar: () => 0 });
    for (const [at, run] of runs.entries()) {
      if (run.kind === "pair") this.align(run.minus, run.plus, this.own(run.minus, run.plus));
      else
        this.changes.push({
          kind: "decorators",
          definition: minus,
          ...gapAt(runs, at, (decorator) => decorator),
        });
    }
  }

  private codes(minus: CodePattern, plus: CodePattern, reach: Rows): void {
    if (minus.type === "block") {
      this.inner(minus, plus, reach);
      return;
    }
    if (isCommaSeparated(minus.node.type) && isCommaSeparated(plus.node.type)) {
      this.elements(minus, plus);
      return;
    }
    if (minus.children.length === 0 || minus.children.length !== plus.children.length) {
      this.replace(minus, plus);
      return;
    }
    this.fixed(minus, plus, reach);
  }

  /** Nodes of a fixed shape: child by child; one differing keyword or operator makes it another construct. */
  private fixed(minus: Pattern, plus: Pattern, reach: Rows): void {
    for (const [at, child] of minus.children.entries()) {
      const twin = plus.children[at];
      if (!twin || (child.key !== twin.key && (!child.node.isNamed || !twin.node.isNamed))) {
        this.replace(minus, plus);
        return;
      }
    }
    const last = minus.children.length - 1;
    for (const [at, child] of minus.children.entries()) {
      const twin = plus.children[at];
      if (twin)
        this.align(child, twin, at === last || child.node.type === "block" ? reach : this.own(child, twin));
    }
  }

  private elements(minus: CodePattern, plus: CodePattern): void {
    const runs = alignSequences(minus.children, plus.children, {
      equal: samePlace,
      similar: similarPatterns,
    });
    const isToken = ({ node }: Pattern): boolean => !node.isNamed;
    if (runs.some((run) => run.kind === "gap" && [...run.minus, ...run.plus].some(isToken))) {
      this.replace(minus, plus);
      return;
    }
    for (const [at, run] of runs.entries()) {
      if (run.kind === "pair") this.align(run.minus, run.plus, this.own(run.minus, run.plus));
      else this.changes.push({ kind: "elements", list: minus, ...gapAt(runs, at, elementOrNull) });
    }
  }
}

/** What stands in a gap, with the neighbours on either side that both slices have. */
function gapAt<T>(runs: readonly Run<T>[], at: number, patternOf: (one: T) => Pattern | null): Gap<T> {
  const neighbour = (run: Run<T> | undefined): Pattern | null =>
    run?.kind === "pair" ? patternOf(run.minus) : null;
  const run = runs[at];
  const { minus, plus } = run?.kind === "gap" ? run : { minus: [], plus: [] };
  return { previous: neighbour(runs[at - 1]), next: neighbour(runs[at + 1]), minus, plus };
}

/** Comments and blank lines are no neighbours. */
function statementOrNull(item: Item): Pattern | null {
  return item.kind === "statement" ? item.pattern : null;
}

/** Brackets and keywords around the elements are no neighbours. */
function elementOrNull(pattern: Pattern): Pattern | null {
  return pattern.node.isNamed ? pattern : null;
}
