import type { BindingTree } from "./binding.ts";

/** A tree of a file of 190 KB takes about 3 MB of WebAssembly memory. */
const LIMIT = 32;

/** A binding's tree, or none once it was freed. */
export interface KeptTree {
  raw: BindingTree | undefined;
}

/**
 * The trees that still have their binding's tree, for a binding whose memory nobody collects.
 *
 * A kept tree can be read further and parsed upon. Beyond `LIMIT` the oldest is freed, whether it is still held or
 * not: a weak reference would say so only after the running job, and a check of a whole checkout may be one job.
 */
export class KeptTrees {
  readonly #trees: KeptTree[] = [];

  add(tree: KeptTree): void {
    this.#trees.push(tree);
    if (this.#trees.length <= LIMIT) return;
    const oldest = this.#trees.shift();
    oldest?.raw?.free();
    if (oldest) oldest.raw = undefined;
  }
}
