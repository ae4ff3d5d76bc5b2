import { existsSync } from "node:fs";
import type { Binding, BindingCursor, BindingEdit, BindingTree } from "./binding.ts";
import { pieceAt } from "./binding.ts";
import { requireAddon } from "./binding-files.ts";
import { packFromCursor } from "./pack-cursor.ts";
import type { PackedNodes } from "./packed.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * The parts of tree-sitter 0.22.4's addon that this room calls, below the JavaScript of its package.
 *
 * `rootNode` leaves the node in a transfer array inside the addon; the next `NodeMethods` call reads it there.
 */
interface Addon {
  readonly Parser: new () => AddonParser;
  readonly NodeMethods: {
    hasError(tree: AddonTree): boolean;
    walk(tree: AddonTree): BindingCursor;
  };
  getNodeFieldNamesById(language: unknown): (string | null)[];
}

interface AddonParser {
  setLanguage(language: unknown): void;
  setTimeoutMicros(limit: number): void;
  /** Null past the time limit; the parser then waits to go on. */
  parse(read: (offset: number) => string, old?: AddonTree): AddonTree | null;
  reset(): void;
}

interface AddonTree {
  rootNode(): unknown;
  edit(...numbers: readonly number[]): void;
}

/** The addon refuses or cuts a string that does not fit into its buffer of 32 K units. */
const PIECE = 16_384;

class NativeTree implements BindingTree {
  readonly raw: AddonTree;
  readonly #addon: Addon;
  #cursor: BindingCursor | undefined;

  constructor(addon: Addon, raw: AddonTree) {
    this.#addon = addon;
    this.raw = raw;
  }

  get hasError(): boolean {
    this.raw.rootNode();
    return this.#addon.NodeMethods.hasError(this.raw);
  }

  walk(): BindingCursor {
    if (!this.#cursor) {
      this.raw.rootNode();
      this.#cursor = this.#addon.NodeMethods.walk(this.raw);
    }
    return this.#cursor;
  }

  pack(text: string, vocabulary: Vocabulary, isSound: boolean): PackedNodes {
    return packFromCursor(this.walk(), text, vocabulary, isSound);
  }

  /** Nothing to do: the addon frees a tree when its JavaScript object is collected. */
  free(): void {}
}

/**
 * The native addon with the Python grammar.
 *
 * @throws whatever the loader says where there is no prebuilt addon for this machine or it does not load: glibc's
 * C++ library older than that of Debian 12 and RHEL 9; always on musl.
 */
export function loadNative(milliseconds: number): Binding<NativeTree> {
  if (isMusl()) throw new Error("the prebuilt addons of tree-sitter are made for glibc, not for musl");
  const addon = requireAddon("tree-sitter") as Addon;
  const language = requireAddon("tree-sitter-python");
  const parser = new addon.Parser();
  parser.setLanguage(language);
  parser.setTimeoutMicros(milliseconds * 1_000);
  const parse = (text: string, old?: AddonTree): AddonTree | undefined => {
    const tree = parser.parse((offset) => pieceAt(text, offset, PIECE), old);
    if (tree === null) parser.reset();
    return tree ?? undefined;
  };
  const wrap = (raw: AddonTree | undefined) => raw && new NativeTree(addon, raw);
  return {
    backend: "native",
    collects: true,
    fieldNames: addon.getNodeFieldNamesById(language),
    kinds: [],
    parse: (text) => wrap(parse(text)),
    reparse(text, previous, previousText, edit) {
      // The addon cannot copy a tree, and an edit changes it in place: parsing the old text once more on top of
      // its own tree reuses all of it and gives a second one.
      const copy = parse(previousText, previous.raw);
      if (!copy) return undefined;
      editTree(copy, edit);
      return wrap(parse(text, copy));
    },
  };
}

/**
 * Whether this Node.js runs on musl (Alpine).
 *
 * There the loader takes an addon made for glibc, functions missing and all, and the process dies in the first call
 * of such a function. The report is asked only where the file hints at musl, because it takes longer than all else.
 */
function isMusl(): boolean {
  if (process.platform !== "linux" || !existsSync("/lib/ld-musl-x86_64.so.1")) return false;
  const report: { readonly header?: { readonly glibcVersionRuntime?: string } } = process.report.getReport();
  return report.header?.glibcVersionRuntime === undefined;
}

/** In the order in which the addon's C++ reads them. */
function editTree(tree: AddonTree, edit: BindingEdit): void {
  const points = [edit.startPosition, edit.oldEndPosition, edit.newEndPosition];
  tree.edit(
    ...points.flatMap((point) => [point.row, point.column]),
    edit.startIndex,
    edit.oldEndIndex,
    edit.newEndIndex,
  );
}
