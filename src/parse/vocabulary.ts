import type { BindingCursor } from "./binding.ts";

/** A kind of node, as the binding knows it. */
export interface NodeKind {
  /** The grammar's number, the same in every binding. */
  readonly id: number;
  readonly type: string;
  readonly isNamed: boolean;
}

/** What the grammar says of a kind of node, asked of the binding once per kind. */
export interface Kind extends NodeKind {
  /** Whether it is named and no `isExtra`. */
  readonly isElement: boolean;
  /** Whether it never has children. */
  readonly isLeaf: boolean;
  /** Whether it is a token of letters, digits and `_`. */
  readonly isWord: boolean;
  /** Length of a token that is always written as its type says; 0 otherwise. */
  readonly length: number;
  /** Whether no parent holds it under a field. */
  readonly hasNoField: boolean;
}

/** tree-sitter's number of ERROR nodes (`ts_builtin_sym_error`), which are named. */
const ERROR_SYMBOL = 65_535;

/**
 * The number of ERROR nodes here: small, so that lists by kind are short. The grammar gives it to a text's end, which
 * is no node.
 */
export const ERROR = 0;

/** The number by which a kind is kept. */
export function kindOfSymbol(symbol: number): number {
  return symbol === ERROR_SYMBOL ? ERROR : symbol;
}

const LEAVES = new Set([
  "comment",
  "ellipsis",
  "escape_sequence",
  "false",
  "float",
  "identifier",
  "integer",
  "line_continuation",
  "none",
  "string_end",
  "string_start",
  "true",
]);

/** Operators are fields of some nodes; these tokens are of none. */
const WITHOUT_FIELD = new Set([
  "(",
  ")",
  ",",
  ".",
  ":",
  "[",
  "]",
  "{",
  "}",
  "=",
  "def",
  "class",
  "return",
  "if",
]);

/** Whether nodes of the type may stand anywhere and mean nothing to the statement that they stand in. */
export function isExtra(type: string): boolean {
  return type === "comment" || type === "line_continuation";
}

/** Kinds and field names by the binding's numbers; shared by all trees of one parser. */
export class Vocabulary {
  readonly fieldNames: readonly (string | null)[];
  /** Numbers by field name, as the grammar counts them. */
  readonly fields: ReadonlyMap<string, number>;
  readonly #kinds: (Kind | undefined)[] = [];
  readonly #byType = new Map<string, readonly number[]>();

  constructor(fieldNames: readonly (string | null)[], kinds: readonly NodeKind[] = []) {
    this.fieldNames = fieldNames;
    for (const { id, type, isNamed } of kinds) this.learn(id, type, isNamed);
    this.fields = new Map(fieldNames.flatMap((name, id) => (name === null ? [] : [[name, id]])));
  }

  kindAt(cursor: BindingCursor): Kind {
    const id = kindOfSymbol(cursor.nodeTypeId);
    return this.#kinds[id] ?? this.learn(id, cursor.nodeType, cursor.nodeIsNamed);
  }

  /** A kind that some tree had; undefined for a number that none had. */
  kind(id: number): Kind | undefined {
    return this.#kinds[id];
  }

  /** The kinds met so far, to be learnt by another thread's vocabulary of the same binding. */
  get known(): readonly Kind[] {
    return this.#kinds.filter((kind) => kind !== undefined);
  }

  /** The numbers of the named kinds of a type: one, unless the grammar gives several rules one name. */
  namedKinds(type: string): readonly number[] {
    const held = this.#byType.get(type);
    if (held) return held;
    const ids = this.known.flatMap((kind) => (kind.isNamed && kind.type === type ? [kind.id] : []));
    this.#byType.set(type, ids);
    return ids;
  }

  learn(id: number, type: string, isNamed: boolean): Kind {
    // "is not" and "not in" are written with any space between, and have children.
    const isToken = !isNamed && !type.includes(" ");
    const kind = {
      id,
      type,
      isNamed,
      isElement: isNamed && !isExtra(type),
      isLeaf: isToken || LEAVES.has(type),
      isWord: type === "identifier",
      length: isToken ? type.length : 0,
      hasNoField: isToken && WITHOUT_FIELD.has(type),
    };
    this.#kinds[id] = kind;
    this.#byType.delete(type);
    return kind;
  }
}
