import { isCommaSeparated } from "../parse/significant.ts";
import { type Item, itemsOf, TriviaRows } from "./items.ts";
import {
  type CodePattern,
  type DefinitionPattern,
  type Pattern,
  type SlicePattern,
  walkPattern,
} from "./pattern.ts";
import { alignSequences } from "./sequence.ts";

/** One place where the slices differ, in terms of the minus slice's structure. */
export type Change =
  | { readonly kind: "replace"; readonly minus: Pattern; readonly plus: Pattern }
  | {
      readonly kind: "elements";
      readonly list: CodePattern;
      readonly previous: Pattern | null;
      readonly next: Pattern | null;
      readonly minus: readonly Pattern[];
      readonly plus: readonly Pattern[];
    }
  | {
      readonly kind: "decorators";
      readonly definition: DefinitionPattern;
      readonly previous: Pattern | null;
      readonly next: Pattern | null;
      readonly minus: readonly Pattern[];
      readonly plus: readonly Pattern[];
    }
  | {
      readonly kind: "statements";
      readonly block: CodePattern;
      readonly previous: Pattern | null;
      readonly next: Pattern | null;
      readonly minus: readonly Item[];
      readonly plus: readonly Item[];
    };

/** How two slices of one variant differ. */
export interface Difference {
  readonly changes: readonly Change[];
  /** Code that only one slice has, outermost nodes. */
  readonly deleted: readonly Pattern[];
  readonly inserted: readonly Pattern[];
  /** Minus pattern -> the plus pattern in its place. */
  readonly twins: ReadonlyMap<Pattern, Pattern>;
}

/** Aligns two slices: what both have is kept, what differs becomes changes as small as the tokens allow. */
export function differenceOf(minus: SlicePattern, plus: SlicePattern): Difference {
  const aligner = new Aligner(minus, plus);
  const reach = { minus: lastRow(minus), plus: lastRow(plus) };
  if (minus.scope === "expression") aligner.expressions(minus.root, plus.root, reach);
  else aligner.blocks(minus.root, plus.root, reach, { minus: 0, plus: 0 });
  const deleted = aligner.changes.flatMap((change) => codeOf(change, "minus"));
  const inserted = aligner.changes.flatMap((change) => codeOf(change, "plus"));
  return { changes: aligner.changes, deleted, inserted, twins: aligner.twins };
}

/** The difference read from plus to minus. */
export function mirror(difference: Difference): Difference {
  const { twins } = difference;
  const twin = <T extends Pattern | null>(pattern: T): T =>
    (pattern && ((twins.get(pattern) ?? pattern) as T)) as T;
  const changes = difference.changes.map((change): Change => {
    const { minus: plus, plus: minus } = change;
    if (change.kind === "replace") return { kind: "replace", minus: change.plus, plus: change.minus };
    const swapped = { ...change, minus, plus, previous: twin(change.previous), next: twin(change.next) };
    if (swapped.kind === "elements") return { ...swapped, list: twin(swapped.list) } as Change;
    if (swapped.kind === "decorators") return { ...swapped, definition: twin(swapped.definition) } as Change;
    return { ...swapped, block: twin(swapped.block) } as Change;
  });
  return {
    changes,
    deleted: difference.inserted,
    inserted: difference.deleted,
    twins: new Map([...twins].map(([minus, plus]) => [plus, minus])),
  };
}

/** The code that a change takes out (`minus`) or brings in (`plus`), trivia left out. */
export function codeOf(change: Change, side: "minus" | "plus"): readonly Pattern[] {
  if (change.kind === "replace") return [change[side]];
  if (change.kind === "statements")
    return change[side].flatMap((item) => (item.kind === "statement" ? [item.pattern] : []));
  return change[side];
}

const lastRow = (pattern: SlicePattern): number => pattern.slice.rows.length - 1;

interface Rows {
  readonly minus: number;
  readonly plus: number;
}

class Aligner {
  readonly changes: Change[] = [];
  readonly twins = new Map<Pattern, Pattern>();
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
    let previous: Pattern | null = null;
    for (const [at, run] of runs.entries()) {
      if (run.kind === "pair") {
        if (run.minus.kind === "statement" && run.plus.kind === "statement") {
          this.align(run.minus.pattern, run.plus.pattern, { minus: run.minus.reach, plus: run.plus.reach });
          previous = run.minus.pattern;
        }
        continue;
      }
      const following = runs[at + 1];
      const next =
        following?.kind === "pair" && following.minus.kind === "statement" ? following.minus.pattern : null;
      this.changes.push({
        kind: "statements",
        block: minus,
        previous,
        next,
        minus: run.minus,
        plus: run.plus,
      });
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
    const above = (slice: SlicePattern, block: CodePattern): number => {
      const parent = block.node.parent;
      const header = parent ? parent.children[parent.children.indexOf(block.node) - 1] : undefined;
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
    let previous: Pattern | null = null;
    for (const [at, run] of runs.entries()) {
      if (run.kind === "pair") {
        this.align(run.minus, run.plus, this.own(run.minus, run.plus));
        previous = run.minus;
        continue;
      }
      const following = runs[at + 1];
      const next = following?.kind === "pair" ? following.minus : null;
      this.changes.push({
        kind: "decorators",
        definition: minus,
        previous,
        next,
        minus: run.minus,
        plus: run.plus,
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
    if (
      runs.some(
        (run) => run.kind === "gap" && [...run.minus, ...run.plus].some((element) => !element.node.isNamed),
      )
    ) {
      this.replace(minus, plus);
      return;
    }
    let previous: Pattern | null = null;
    for (const [at, run] of runs.entries()) {
      if (run.kind === "pair") {
        this.align(run.minus, run.plus, this.own(run.minus, run.plus));
        previous = elementOrNull(run.minus);
        continue;
      }
      const following = runs[at + 1];
      const next = following?.kind === "pair" ? elementOrNull(following.minus) : null;
      this.changes.push({ kind: "elements", list: minus, previous, next, minus: run.minus, plus: run.plus });
    }
  }
}

/** Brackets and keywords around the elements are no neighbours. */
function elementOrNull(pattern: Pattern): Pattern | null {
  return pattern.node.isNamed ? pattern : null;
}

/** Equal code; code on a context line is only ever the same as itself. */
function samePlace(a: Pattern, b: Pattern): boolean {
  const contextA = isContext(a);
  if (contextA !== isContext(b)) return false;
  if (contextA) return a.line.line === b.line.line && a.column === b.column && a.node.type === b.node.type;
  return a.key === b.key;
}

const isContext = (pattern: Pattern): boolean =>
  pattern.line.mark !== "minus" && pattern.line.mark !== "plus";

function similarItems(a: Item, b: Item): number {
  return a.kind === "statement" && b.kind === "statement" ? similarPatterns(a.pattern, b.pattern) : 0;
}

/** Share of tokens in common, 0 to 1; 0 for code of another kind. */
function similarPatterns(a: Pattern, b: Pattern): number {
  if (a.kind === "definition" && b.kind === "definition")
    return a.type === b.type && a.name.key === b.name.key ? 1 : 0;
  if (a.kind !== b.kind || a.node.type !== b.node.type) return 0;
  if (a.node.type === "keyword_argument" && a.children[0]?.key !== b.children[0]?.key) return 0;
  const tokens = (pattern: Pattern): string[] =>
    [...walkPattern(pattern)].filter((part) => part.children.length === 0).map((part) => part.key);
  const left = tokens(a);
  const right = tokens(b);
  const rest = [...right];
  let common = 0;
  for (const token of left) {
    const at = rest.indexOf(token);
    if (at >= 0) {
      rest.splice(at, 1);
      common++;
    }
  }
  const share = (2 * common) / (left.length + right.length);
  return share >= 0.4 ? share : 0;
}
