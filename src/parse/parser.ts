import type { Binding, BindingTree } from "./binding.ts";
import { type KeptTree, KeptTrees } from "./kept-trees.ts";
import { LIMITS, type ParseRefusal } from "./limits.ts";
import { loadNative } from "./native.ts";
import { outlineOf } from "./outline.ts";
import type { PackedNodes } from "./packed.ts";
import { PackedTree } from "./packed-tree.ts";
import { Refusals } from "./refusals.ts";
import { editBetween } from "./reuse.ts";
import { SourceTree } from "./source-tree.ts";
import type { Parser, SyntaxTree } from "./tree.ts";
import { Vocabulary } from "./vocabulary.ts";
import { loadWasm } from "./wasm.ts";

/** Which binding to take. Without `backend`: the native addon where it loads, else WebAssembly. */
export interface ParserOptions {
  readonly backend?: Parser["backend"] | undefined;
  /** How long one text may take; `LIMITS.milliseconds` otherwise. */
  readonly milliseconds?: number;
}

/** What a text's tree is made of. */
export interface PackedText {
  readonly nodes: PackedNodes;
  /** Whether the tree has neither ERROR nor MISSING nodes. */
  readonly isSound: boolean;
  readonly refusal: ParseRefusal | undefined;
}

/** A parser with the parts that let several threads work for one. */
export interface PackingParser extends Parser {
  readonly vocabulary: Vocabulary;
  pack(text: string): PackedText;
  treeOf(text: string, packed: PackedText): PackedTree;
}

/**
 * Loads the tree-sitter binding that works on this machine: the only place that chooses one.
 *
 * @throws whatever the loader says when `backend` asks for one that does not load here. Without `backend`
 * a native addon that does not load is no error.
 */
export async function loadParser(options: ParserOptions = {}): Promise<PackingParser> {
  return parserOn(await loadBinding(options.backend, options.milliseconds ?? LIMITS.milliseconds));
}

async function loadBinding(backend: Parser["backend"] | undefined, milliseconds: number): Promise<Binding> {
  if (backend === "wasm") return loadWasm(milliseconds);
  try {
    return loadNative(milliseconds);
  } catch (error) {
    if (backend === "native") throw error;
    return loadWasm(milliseconds);
  }
}

function parserOn(binding: Binding): PackingParser {
  const vocabulary = new Vocabulary(binding.fieldNames, binding.kinds);
  const kept = new KeptTrees();
  const refusals = new Refusals(vocabulary);
  const read = (raw: BindingTree, text: string): PackedText => {
    const isSound = !raw.hasError;
    return { nodes: raw.pack(text, vocabulary, isSound), isSound, refusal: undefined };
  };
  const pack = (text: string): PackedText => {
    const outline = outlineOf(text);
    const raw = refusals.of(text, outline) ? undefined : binding.parse(text);
    if (!raw) return refusals.packed(text, outline);
    const packed = read(raw, text);
    raw.free();
    return refusals.checked(text, outline, packed);
  };
  const treeOf = (text: string, { nodes, isSound, refusal }: PackedText): PackedTree =>
    new PackedTree(text, nodes, vocabulary, isSound, refusal);
  return {
    backend: binding.backend,
    vocabulary,
    pack,
    treeOf,
    parse(text: string, previous?: SyntaxTree): SyntaxTree {
      const outline = outlineOf(text);
      if (refusals.of(text, outline)) return treeOf(text, refusals.packed(text, outline));
      const raw = reparse(binding, text, previous) ?? binding.parse(text);
      if (!raw) return treeOf(text, refusals.packed(text, outline));
      // All of it is read at once where it may nest too deep or be mostly errors.
      const isSuspect = outline.mayBeDeep || raw.hasError;
      const packed = isSuspect ? refusals.checked(text, outline, read(raw, text)) : undefined;
      if (packed?.refusal) return treeOf(text, packed);
      const tree: KeptTree = { raw };
      if (!binding.collects) kept.add(tree);
      return new SourceTree(text, tree, raw, binding, vocabulary);
    },
    parseWhole: (text) => treeOf(text, pack(text)),
  };
}

/** Parses on top of `previous`; undefined where only a parse from nothing is sure to give the right tree. */
function reparse(binding: Binding, text: string, previous: SyntaxTree | undefined) {
  if (!(previous instanceof SourceTree) || previous.binding !== binding || previous.hasError)
    return undefined;
  const edit = editBetween(previous.text, text);
  if (!previous.kept.raw || !edit) return undefined;
  const raw = binding.reparse(text, previous.kept.raw, previous.text, edit);
  if (!raw?.hasError) return raw;
  // How tree-sitter recovers from an error depends on what it could reuse.
  raw.free();
  return undefined;
}
