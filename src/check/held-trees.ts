import type { ProjectFacts } from "../facts/tree/project.ts";
import type { ParseAhead } from "../parse/parse-ahead.ts";
import type { Rule } from "../rule.ts";
import { collectOften } from "./engine.ts";

/** What a module that is held as a tree costs beside its code, counted as so many characters of code. */
export const MODULE = 700;

/** Up to this size all of a tree is held: facts ask for any of its modules. All of nova is 9 million, of cinder 14. */
const ALL_HELD = 24_000_000;

/** So much is held at once of a larger tree: some 40 MB of memory. */
const MOST_HELD = 1_000_000;

/** Where so few modules fill what is held, they need more: what they ask for would be parsed for each of them. */
const FEW = 200;

/** So much code is with other threads, as texts or as trees, before its turn: facts ask for any module. */
const MOST_AHEAD = 9_000_000;

/** The same of a larger tree: what it is asked for is mostly near. */
const MOST_AHEAD_OF_LARGE = 2_000_000;

/** A file and the rules that it asks for. */
export interface AskedFile {
  readonly path: string;
  readonly asking: readonly Rule[];
  /** What it takes as a tree, in characters of code. */
  readonly size: number;
}

/** What is held of a tree that is too large to be held as a whole. */
export class Memory {
  private readonly project: ProjectFacts;
  private most: number;
  private emptied = 0;

  /** @param size all that will be asked for, in characters of code */
  constructor(project: ProjectFacts, size: number) {
    this.project = project;
    this.most = size <= ALL_HELD ? Number.POSITIVE_INFINITY : MOST_HELD;
    if (size > ALL_HELD) collectOften();
  }

  isFull(at: number): boolean {
    if (this.project.characters + MODULE * this.project.parsed <= this.most) return false;
    if (at - this.emptied >= FEW) return true;
    this.most *= 2;
    return false;
  }

  empty(at: number): void {
    this.emptied = at;
    this.project.forget();
  }
}

/** Hands files to other threads, as soon as they are read and before their turn. */
export class Lookahead {
  /** All files added, in characters of code. */
  size = 0;
  private readonly ahead: ParseAhead | undefined;
  private readonly project: ProjectFacts;
  private readonly files: AskedFile[] = [];
  private offered = 0;
  private passed = 0;
  /** What is offered and not yet passed. */
  private waiting = 0;
  private isOver = false;

  constructor(ahead: ParseAhead | undefined, project: ProjectFacts) {
    this.ahead = ahead;
    this.project = project;
  }

  add(file: AskedFile): AskedFile {
    this.files.push(file);
    this.size += file.size;
    this.offer();
    return file;
  }

  /** The file of that number has its turn; all are added by then. */
  reach(at: number): void {
    for (; this.passed < at; this.passed++) this.waiting -= this.files[this.passed]?.size ?? 0;
    this.offer();
    if (this.offered < this.files.length || this.isOver) return;
    this.isOver = true;
    void this.ahead?.offerNoMore();
  }

  private offer(): void {
    const most = this.size > ALL_HELD ? MOST_AHEAD_OF_LARGE : MOST_AHEAD;
    while (this.waiting < most) {
      const next = this.files[this.offered];
      if (!next) return;
      this.offered++;
      this.waiting += next.size;
      this.ahead?.offer(next.path, this.project.text(next.path) ?? "");
    }
  }
}
