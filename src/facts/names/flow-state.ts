import type { SyntaxNode } from "../../parse/tree.ts";

/** Why a name may have no value where it is read. */
export interface Gap {
  /**
   * `start`: nothing bound it yet; `try`: one way through the try statement leaves it unbound; `if`: the branch
   * without it; `loop`: the loop may run zero times; `deleted`: `del`; `handled`: the end of `except … as`, which Python 3
   * deletes the name at.
   */
  readonly kind: "start" | "try" | "if" | "loop" | "deleted" | "handled";
  /** The statement whose ways differ; the function for `start`. */
  readonly at: SyntaxNode;
  /** Of `try`: the handlers whose end is reached. */
  readonly handlers?: readonly SyntaxNode[];
}

/** A name's state: bound on every way when `gaps` is empty. */
export interface Slot {
  readonly gaps: readonly Gap[];
  readonly sometimes: boolean;
}

/** `null` where no way arrives. */
export type State = Slots | null;

/**
 * The slots of all names. One binding costs the root of their number, not their number: a function with as many `with`
 * items as a file may have would take minutes.
 */
export class Slots {
  private readonly base: ReadonlyMap<string, Slot>;
  private readonly changed: ReadonlyMap<string, Slot>;

  constructor(base: ReadonlyMap<string, Slot>, changed: ReadonlyMap<string, Slot> = new Map()) {
    this.base = base;
    this.changed = changed;
  }

  get(name: string): Slot | undefined {
    return this.changed.get(name) ?? this.base.get(name);
  }

  with(name: string, slot: Slot): Slots {
    const changed = new Map(this.changed).set(name, slot);
    return changed.size * changed.size <= this.base.size
      ? new Slots(this.base, changed)
      : new Slots(new Map([...this.base, ...changed]));
  }

  /** All of them, as a map of the caller's own. */
  copy(): Map<string, Slot> {
    return new Map([...this.base, ...this.changed]);
  }
}

/** A name that has a value on every way. */
export const BOUND: Slot = { gaps: [], sometimes: true };

/** Where the name has a value from now on. */
export function bindName(state: State, name: string): State {
  const slot = state?.get(name);
  if (!state || !slot || slot.gaps.length === 0) return state;
  return state.with(name, BOUND);
}

/** Where the name has none any more. */
export function unbind(
  state: State,
  name: string,
  at: SyntaxNode,
  kind: "deleted" | "handled" = "deleted",
): State {
  if (state?.get(name) === undefined) return state;
  return state.with(name, { gaps: [{ kind, at }], sometimes: false });
}

/** The state where ways meet; a name that only some ways bind has `gap`. */
export function join(states: readonly State[], gap: Gap): State {
  const live = states.filter((state) => state !== null);
  const [first, ...others] = live;
  if (!first) return null;
  if (others.every((state) => state === first)) return first;
  const joined = first.copy();
  for (const [name, slot] of [...joined]) {
    const slots = live.map((state) => state.get(name) ?? slot);
    if (slots.every((other) => other === slot)) continue;
    const open = slots.filter((other) => other.gaps.length > 0);
    if (open.length === 0) joined.set(name, BOUND);
    else if (open.length < slots.length) {
      // what a handler took away is told by its own place, whatever comes after it
      const taken = open.flatMap(({ gaps }) => gaps.filter(({ kind }) => kind === "handled"));
      const isTaken = open.every(({ gaps }) => gaps.some(({ kind }) => kind === "handled"));
      joined.set(name, { gaps: isTaken ? taken : [gap, ...taken], sometimes: true });
    } else {
      const gaps = [...new Set(open.flatMap((other) => other.gaps))];
      joined.set(name, { gaps, sometimes: open.some((other) => other.sometimes) });
    }
  }
  return new Slots(joined);
}
