import { blobName } from "../checkout/git-facts.ts";
import type { ReadProblem } from "../checkout/source-file.ts";
import type { Tree } from "../checkout/tree.ts";
import type { SourceReader } from "../facts/tree/source-reader.ts";

/** A tree as the facts room reads it. It remembers what was read, and which files are there and gave no text. */
export class TreeReader implements SourceReader {
  readonly paths: readonly string[];
  private readonly tree: Tree;
  private readonly instead: ReadonlyMap<string, string>;
  private readonly listed: readonly ReadProblem[];
  private readonly found = new Map<string, ReadProblem>();
  private readonly contentOf = new Map<string, string>();

  /**
   * @param instead texts that stand for files of these paths
   * @param listed what the listing of the paths passed over
   */
  constructor(
    tree: Tree,
    paths: readonly string[],
    instead: ReadonlyMap<string, string> = new Map(),
    listed: readonly ReadProblem[] = [],
  ) {
    this.tree = tree;
    this.paths = paths;
    this.instead = instead;
    this.listed = listed;
  }

  read(asked: string): string | undefined {
    const stand = this.instead.get(asked);
    if (stand !== undefined) return stand;
    const read = this.tree.read(asked);
    this.contentOf.set(asked, read.kind === "source" ? blobName(read.bytes) : read.problem);
    if (read.kind === "source") return read.text;
    if (read.problem !== "missing") this.found.set(asked, read);
    return undefined;
  }

  /** Every file that was asked for: git's name of its bytes, or the kind of problem that it is. */
  get contents(): ReadonlyMap<string, string> {
    return this.contentOf;
  }

  /** Whether texts stand for files: then what is read is not what the tree holds. */
  get isOverlaid(): boolean {
    return this.instead.size > 0;
  }

  /** Files that were asked for, are there, and gave no text. */
  get problems(): readonly ReadProblem[] {
    return [...this.found.values(), ...this.listed];
  }
}
