import type { Tree, TreeCursor } from "web-tree-sitter";
import type { Binding, BindingCursor, BindingTree } from "./binding.ts";
import { pieceAt } from "./binding.ts";
import { bindingFile } from "./binding-files.ts";

/** The binding's buffer holds 10 KB, the last unit of which is its end mark (`INPUT_BUFFER_SIZE` in its C part). */
const PIECE = 5_119;

class WasmTree implements BindingTree {
  readonly raw: Tree;
  #cursor: TreeCursor | undefined;

  constructor(raw: Tree) {
    this.raw = raw;
  }

  get hasError(): boolean {
    return this.raw.rootNode.hasError;
  }

  walk(): BindingCursor {
    this.#cursor ??= this.raw.walk();
    return this.#cursor;
  }

  free(): void {
    this.#cursor?.delete();
    this.raw.delete();
  }
}

/** web-tree-sitter with the grammar's own .wasm; the same trees as the addon, on any machine. */
export async function loadWasm(milliseconds: number): Promise<Binding<WasmTree>> {
  const { Language, Parser } = await import("web-tree-sitter");
  await Parser.init({ locateFile: (file: string) => bindingFile("web-tree-sitter", file) });
  const language = await Language.load(bindingFile("tree-sitter-python", "tree-sitter-python.wasm"));
  const parser = new Parser();
  parser.setLanguage(language);
  const parse = (text: string, old?: Tree): WasmTree | undefined => {
    const end = performance.now() + milliseconds;
    const progressCallback = (): boolean => performance.now() > end;
    const tree = parser.parse((offset) => pieceAt(text, offset, PIECE), old, { progressCallback });
    if (!tree) parser.reset();
    return tree ? new WasmTree(tree) : undefined;
  };
  return {
    backend: "wasm",
    collects: false,
    fieldNames: language.fields,
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
