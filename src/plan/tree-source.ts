import type { ReadProblem } from "../checkout/source-file.ts";
import type { Tree } from "../checkout/tree.ts";
import type { TextSource } from "./virtual-tree.ts";

/**
 * A tree of the checkout room as the plan room reads it: each file once, with a note of every file that is there and
 * gives no text.
 *
 * `onlyPaths` makes the tree look as if it held just these of the `targets`.
 */
export class TreeSource implements TextSource {
  readonly tree: Tree;
  private readonly texts = new Map<string, string | null>();
  private readonly found = new Map<string, ReadProblem>();
  private readonly hidden: (path: string) => boolean;

  constructor(tree: Tree, focus: { onlyPaths: ReadonlySet<string>; targets: ReadonlySet<string> } | null = null) {
    this.tree = tree;
    this.hidden = (path) => focus?.targets.has(path) === true && !focus.onlyPaths.has(path);
  }

  text(path: string): string | null {
    if (this.hidden(path)) return null;
    let text = this.texts.get(path);
    if (text === undefined) {
      text = this.read(path);
      this.texts.set(path, text);
    }
    return text;
  }

  hasFolder(path: string): boolean {
    return this.tree.isDirectory(path);
  }

  /** Files that were asked for, are there, and could not be read as Python text. */
  get problems(): readonly ReadProblem[] {
    return [...this.found.values()];
  }

  private read(path: string): string | null {
    const read = this.tree.read(path);
    if (read.kind === "source") return read.text;
    if (read.problem !== "missing") this.found.set(path, read);
    return null;
  }
}
