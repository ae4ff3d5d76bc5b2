import type { BindingTree } from "./binding.ts";
import type { SourceTree } from "./source-tree.ts";

/** A tree of a file of 190 KB takes about 3 MB of WebAssembly memory. */
const LIMIT = 16;

/**
 * The trees that still have their binding's tree, for a binding whose memory nobody collects.
 *
 * A kept tree can be read further and parsed upon. Beyond `LIMIT` the oldest is freed; where somebody still holds
 * it, it is read to its end first, so that its nodes stay as good as they were.
 */
export class KeptTrees {
  readonly #trees: { readonly tree: WeakRef<SourceTree>; readonly raw: BindingTree }[] = [];

  add(tree: SourceTree, raw: BindingTree): void {
    this.#trees.push({ tree: new WeakRef(tree), raw });
    if (this.#trees.length <= LIMIT) return;
    const oldest = this.#trees.shift();
    const held = oldest?.tree.deref();
    if (held) held.release();
    else oldest?.raw.free();
  }
}
