import type { PackedNodes } from "./packed.ts";
import type { NodeKind, Vocabulary } from "./vocabulary.ts";

/**
 * What the two tree-sitter bindings have in common, as far as this room uses it.
 *
 * Both number nodes by their place in pre-order ("descendant index"), count in UTF-16 units and give every
 * kind of node a number; the rest of the room is written once, against these types.
 */
export interface BindingCursor {
  readonly nodeTypeId: number;
  readonly nodeType: string;
  readonly nodeIsNamed: boolean;
  readonly nodeIsMissing: boolean;
  readonly startIndex: number;
  readonly endIndex: number;
  /** 0 or undefined for a child without a field. */
  readonly currentFieldId: number | undefined;
  readonly currentDescendantIndex: number;
  gotoFirstChild(): boolean;
  gotoNextSibling(): boolean;
  gotoParent(): boolean;
  gotoDescendant(index: number): void;
}

/** Rows from 0, columns in UTF-16 units. */
export interface Point {
  readonly row: number;
  readonly column: number;
}

/** One replaced stretch, in the form that tree-sitter wants before it parses again. */
export interface BindingEdit {
  readonly startIndex: number;
  readonly oldEndIndex: number;
  readonly newEndIndex: number;
  readonly startPosition: Point;
  readonly oldEndPosition: Point;
  readonly newEndPosition: Point;
}

/** A tree in the binding's own memory. */
export interface BindingTree {
  readonly hasError: boolean;
  /** The tree's one cursor, on the root at first. It stays valid until `free`. */
  walk(): BindingCursor;
  /**
   * Reads the whole tree at once.
   *
   * @param text what was parsed
   * @param vocabulary learns the kinds that it has not met
   * @param isSound whether the tree has neither ERROR nor MISSING nodes
   */
  pack(text: string, vocabulary: Vocabulary, isSound: boolean): PackedNodes;
  /** Gives the memory back at once, where the binding can. The tree and its cursor are dead afterwards. */
  free(): void;
}

/** One loaded binding with the Python grammar. */
export interface Binding<T extends BindingTree = BindingTree> {
  readonly backend: "native" | "wasm";
  /** Whether trees that nobody holds any more are freed without a call of `free`. */
  readonly collects: boolean;
  /** Field names by number. */
  readonly fieldNames: readonly (string | null)[];
  /** Kinds of nodes that `pack` does not ask for. */
  readonly kinds: readonly NodeKind[];
  /** Undefined past the time that a text may take (`LIMITS`). */
  parse(text: string): T | undefined;
  /** Parses again what was parsed as `previous` from `previousText`; `previous` itself stays as it was. */
  reparse(text: string, previous: T, previousText: string, edit: BindingEdit): T | undefined;
}

/**
 * At most `size` units of the text from `offset`, for the bindings' read callbacks.
 *
 * A surrogate pair is never cut: the lexer would take its first half for a character of its own.
 */
export function pieceAt(text: string, offset: number, size: number): string {
  const end = Math.min(offset + size, text.length);
  const last = text.charCodeAt(end - 1);
  const cut = end < text.length && last >= 0xd800 && last <= 0xdbff;
  return text.slice(offset, cut ? end - 1 : end);
}
