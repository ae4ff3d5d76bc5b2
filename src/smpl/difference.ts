import { Aligner } from "./align.ts";
import type { Item } from "./items.ts";
import type { CodePattern, DefinitionPattern, Pattern, SlicePattern } from "./pattern.ts";

/** One place where the slices differ, in terms of the minus slice's structure. */
export type Change =
  | { readonly kind: "replace"; readonly minus: Pattern; readonly plus: Pattern }
  | (Gap<Pattern> & { readonly kind: "elements"; readonly list: CodePattern })
  | (Gap<Pattern> & { readonly kind: "decorators"; readonly definition: DefinitionPattern })
  | (Gap<Item> & { readonly kind: "statements"; readonly block: CodePattern });

/** What each slice has between two neighbours that both have; null where there is no such neighbour. */
export interface Gap<T> {
  readonly previous: Pattern | null;
  readonly next: Pattern | null;
  readonly minus: readonly T[];
  readonly plus: readonly T[];
}

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

/** What of the minus slice a change is made in: the code that it replaces, or what holds its elements or statements. */
export function anchorOf(change: Change): Pattern {
  switch (change.kind) {
    case "replace":
      return change.minus;
    case "elements":
      return change.list;
    case "decorators":
      return change.definition;
    case "statements":
      return change.block;
  }
}

/** The code that a change takes out (`minus`) or brings in (`plus`), trivia left out. */
export function codeOf(change: Change, side: "minus" | "plus"): readonly Pattern[] {
  if (change.kind === "replace") return [change[side]];
  if (change.kind === "statements")
    return change[side].flatMap((item) => (item.kind === "statement" ? [item.pattern] : []));
  return change[side];
}

const lastRow = (pattern: SlicePattern): number => pattern.slice.rows.length - 1;
