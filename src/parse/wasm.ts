import type { Language, Parser, Tree, TreeCursor } from "web-tree-sitter";
import type { Binding, BindingCursor, BindingTree } from "./binding.ts";
import { pieceAt } from "./binding.ts";
import { bindingFile } from "./binding-files.ts";
import { GrammarTables, packFromMemory } from "./pack-memory.ts";
import type { PackedNodes } from "./packed.ts";
import { ERROR, type NodeKind } from "./vocabulary.ts";

/** The binding's buffer holds 10 KB, the last unit of which is its end mark (`INPUT_BUFFER_SIZE` in its C part). */
const PIECE = 5_119;

/** What Emscripten's code keeps in the object that it is started with; the array is another one when memory grows. */
interface EmscriptenMemory {
  readonly HEAPU32: Uint32Array;
}

/** web-tree-sitter is started once in a process. */
const emscripten = {
  locateFile: (file: string) => bindingFile("web-tree-sitter", file),
} as unknown as NonNullable<Parameters<typeof Parser.init>[0]> & EmscriptenMemory;

/** Trees and languages of web-tree-sitter are addresses in its memory, in a property that its types hide. */
const addressOf = (object: Tree | Language): number => (object as unknown as { readonly 0: number })[0];

class WasmTree implements BindingTree {
  readonly raw: Tree;
  readonly #grammar: GrammarTables;
  #cursor: TreeCursor | undefined;

  constructor(raw: Tree, grammar: GrammarTables) {
    this.raw = raw;
    this.#grammar = grammar;
  }

  get hasError(): boolean {
    return this.raw.rootNode.hasError;
  }

  walk(): BindingCursor {
    this.#cursor ??= this.raw.walk();
    return this.#cursor;
  }

  pack(): PackedNodes {
    return packFromMemory(emscripten.HEAPU32, addressOf(this.raw), this.#grammar);
  }

  free(): void {
    this.#cursor?.delete();
    this.raw.delete();
  }
}

/** web-tree-sitter with the grammar's own .wasm; the same trees as the addon, on any machine. */
export async function loadWasm(milliseconds: number): Promise<Binding<WasmTree>> {
  const { Language, Parser } = await import("web-tree-sitter");
  await Parser.init(emscripten);
  const language = await Language.load(bindingFile("tree-sitter-python", "tree-sitter-python.wasm"));
  const grammar = new GrammarTables(emscripten.HEAPU32, addressOf(language));
  const parser = new Parser();
  parser.setLanguage(language);
  const parse = (text: string, old?: Tree): WasmTree | undefined => {
    const end = performance.now() + milliseconds;
    const progressCallback = (): boolean => performance.now() > end;
    const tree = parser.parse((offset) => pieceAt(text, offset, PIECE), old, { progressCallback });
    if (!tree) parser.reset();
    return tree ? new WasmTree(tree, grammar) : undefined;
  };
  return {
    backend: "wasm",
    collects: false,
    fieldNames: language.fields,
    kinds: kindsOf(language),
    parse: (text) => parse(text),
    reparse(text, previous, _previousText, edit) {
      const copy = previous.raw.copy();
      try {
        copy.edit(edit);
        return parse(text, copy);
      } finally {
        copy.delete();
      }
    },
  };
}

/** Kinds that nodes can have; the others are the grammar's own. */
function kindsOf(language: Language): readonly NodeKind[] {
  const kinds = language.types.flatMap((type: string | undefined, id) =>
    type === undefined || id === ERROR ? [] : [{ id, type, isNamed: language.nodeTypeIsNamed(id) }],
  );
  return [{ id: ERROR, type: "ERROR", isNamed: true }, ...kinds];
}
