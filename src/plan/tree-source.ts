import type { ReadProblem } from "../checkout/source-file.ts";
import type { Tree } from "../checkout/tree.ts";
import type { TextSource } from "./virtual-tree.ts";

/** Paths from the tree's root. */
export interface Focus {
  readonly onlyPaths: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
  readonly assumed: ReadonlySet<string>;
}

/**
 * A tree of the checkout room as the plan room reads it: each file once, with a note of every file that is there and
 * gives no text.
 *
 * A focus makes the tree look as if it held just `onlyPaths` of the `targets`; what is `assumed` looks like an empty
 * file where nothing can be read.
 */
export class TreeSource implements TextSource {
  readonly tree: Tree;
  private readonly texts = new Map<string, string | null>();
  private readonly folders = new Map<string, boolean>();
  private readonly found = new Map<string, ReadProblem>();
  private readonly focus: Focus | undefined;

  constructor(tree: Tree, focus?: Focus) {
    this.tree = tree;
    this.focus = focus;
  }

  text(path: string): string | null {
    const view = this.viewOf(path);
    if (view !== "read") return view === "assumed" ? "" : null;
    let text = this.texts.get(path);
    if (text === undefined) {
      text = this.read(path);
      this.texts.set(path, text);
    }
    return text;
  }

  hasFolder(path: string): boolean {
    let has = this.folders.get(path);
    if (has === undefined) {
      has = this.tree.isDirectory(path);
      this.folders.set(path, has);
    }
    return has;
  }

  whyUnseen(path: string): string | undefined {
    if (!this.focus || this.viewOf(path) !== "hidden") return undefined;
    return `not looked at, since only ${[...this.focus.onlyPaths].join(", ")} was named`;
  }

  /** Files that were asked for, are there, and could not be read as Python text. */
  get problems(): readonly ReadProblem[] {
    return [...this.found.values()];
  }

  private viewOf(path: string): "read" | "assumed" | "hidden" {
    const { focus } = this;
    if (!focus || focus.onlyPaths.has(path)) return "read";
    if (focus.assumed.has(path)) return "assumed";
    return focus.targets.has(path) ? "hidden" : "read";
  }

  private read(path: string): string | null {
    const read = this.tree.read(path);
    if (read.kind === "source") return read.text;
    if (read.problem !== "missing") this.found.set(path, read);
    return null;
  }
}
