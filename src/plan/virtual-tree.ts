import type { Parser, SyntaxTree } from "../parse/tree.ts";
import { firstNewline } from "../text/lines.ts";
import { Target } from "./target.ts";

/** What the plan room needs of a tree: decoded text by path from its root. */
export interface TextSource {
  /** The file's text; null where there is no readable file (why not is the checkout's to say). */
  text(path: string): string | null;
  /** Whether a folder exists, for new files. */
  hasFolder(path: string): boolean;
  /** Why a file was not looked for, in words; undefined where it was, whether it is there or not. */
  whyUnseen(path: string): string | undefined;
}

/** A tree as it would be after some patches: an immutable layer of texts over the tree as it is. */
export class VirtualTree {
  private readonly source: TextSource;
  private readonly changed: ReadonlyMap<string, string | null>;

  constructor(source: TextSource, changed: ReadonlyMap<string, string | null> = new Map()) {
    this.source = source;
    this.changed = changed;
  }

  text(path: string): string | null {
    const changed = this.changed.get(path);
    return changed === undefined ? this.source.text(path) : changed;
  }

  /** The file's text in the tree as it is, without any layer. */
  original(path: string): string | null {
    return this.source.text(path);
  }

  whyUnseen(path: string): string | undefined {
    return this.changed.has(path) ? undefined : this.source.whyUnseen(path);
  }

  /** Whether the folder of a file exists; the root does. */
  hasFolderOf(path: string): boolean {
    const end = path.lastIndexOf("/");
    return end < 0 || this.source.hasFolder(path.slice(0, end));
  }

  /** The same tree with some files replaced; null removes one. */
  with(texts: ReadonlyMap<string, string | null>): VirtualTree {
    if (texts.size === 0) return this;
    return new VirtualTree(this.source, new Map([...this.changed, ...texts]));
  }

  /** Every path that any layer replaced, sorted. */
  get touched(): readonly string[] {
    return [...this.changed.keys()].sort();
  }
}

/** Parses each text once, however many trees it stands in; a text much like the last one of its file is parsed from it. */
export class Targets {
  private readonly parser: Parser;
  private readonly byText = new Map<string, Target>();
  private readonly lastOf = new Map<string, SyntaxTree>();

  constructor(parser: Parser) {
    this.parser = parser;
  }

  of(path: string, text: string): Target {
    const known = this.byText.get(text);
    if (known) return known;
    const finished = text === "" || /[\r\n]$/.test(text);
    const whole = finished ? text : text + firstNewline(text);
    const tree = this.parser.parse(whole, this.lastOf.get(path));
    this.lastOf.set(path, tree);
    const target = new Target(tree, finished);
    this.byText.set(text, target);
    return target;
  }
}
