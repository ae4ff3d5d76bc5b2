import { type IgnoreComment, ignoreComments } from "../facts/module/ignore-comments.ts";
import { ProjectFacts } from "../facts/tree/project.ts";
import type { SourceReader } from "../facts/tree/source-reader.ts";
import { ParseAhead, workerFile } from "../parse/parse-ahead.ts";
import type { PackingParser } from "../parse/parser.ts";
import type { Parser } from "../parse/tree.ts";
import type { RawFinding } from "../report/check-report.ts";
import type { Rule } from "../rule.ts";
import { checkModule, RuleFilter } from "./check-module.ts";
import { collectGarbage, optimizeLate } from "./engine.ts";
import { rawFindings } from "./raw-findings.ts";

/** What the rules say of some files of one tree, as plain data: it can be kept in a cache and sent between threads. */
export interface RawCheck {
  readonly findings: readonly RawFinding[];
  readonly ignores: readonly { readonly path: string; readonly comments: readonly IgnoreComment[] }[];
  /** Files that rules could not be run on; the reason is a clause. */
  readonly unparsed: readonly { readonly path: string; readonly reason: string }[];
  readonly files: number;
}

/** After this many checked modules the event loop has its turn: the native parser frees its trees only then. */
const TURN = 16;

/** From this many modules on, parsing them on other threads is worth the start of a thread. */
const MANY = 48;

/** What is held of a module beside its code, in characters of code. */
const MODULE = 700;

/** Up to this size all of a tree is held: facts ask for any of its modules. All of nova is 9 million, of cinder 14. */
const ALL_HELD = 24_000_000;

/** So much is held at once of a larger tree: some 150 MB of memory. */
const MOST_HELD = 4_000_000;

/** Where so few modules fill what is held, they need more: what they ask for would be parsed for each of them. */
const FEW = 400;

/** So much code is with other threads, as texts or as trees, before its turn: facts ask for any module. */
const MOST_AHEAD = 9_000_000;

/** A file and the rules that it asks for. */
interface AskedFile {
  readonly path: string;
  readonly asking: readonly Rule[];
  /** What it takes as a tree, in characters of code. */
  readonly size: number;
}

/**
 * Runs rules over files of a tree.
 *
 * Findings are ordered by path, offset and rule. A module that nests deeper than the stack is named in `unparsed`.
 */
export async function checkFiles(
  sources: SourceReader,
  parser: PackingParser,
  rules: readonly Rule[],
  paths: readonly string[],
): Promise<RawCheck> {
  const file = paths.length < MANY ? undefined : workerFile();
  if (file !== undefined) optimizeLate();
  const ahead = file === undefined ? undefined : new ParseAhead(parser, paths.length, file);
  const project = new ProjectFacts(sources, parser, (path, text) =>
    ahead ? ahead.take(path, text) : parser.parseWhole(text),
  );
  const checked = new CheckedFiles(project, parser, rules);
  const lookahead = new Lookahead(ahead, project);
  try {
    const asked = paths.flatMap((path) => checked.asked(path).map((file) => lookahead.add(file)));
    const memory = new Memory(project, lookahead.size <= ALL_HELD ? Number.POSITIVE_INFINITY : MOST_HELD);
    for (const [at, { path, asking }] of asked.entries()) {
      lookahead.reach(at);
      checked.check(path, asking);
      project.forgetMeanings();
      if (memory.isFull(at)) await memory.empty(at);
      else if (at % TURN === TURN - 1) await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    await ahead?.close();
  }
  return checked.result;
}

/** What is held of a tree that is too large to be held as a whole. */
class Memory {
  private readonly project: ProjectFacts;
  private most: number;
  private emptied = 0;

  constructor(project: ProjectFacts, most: number) {
    this.project = project;
    this.most = most;
  }

  isFull(at: number): boolean {
    if (this.project.characters + MODULE * this.project.parsed <= this.most) return false;
    if (at - this.emptied >= FEW) return true;
    this.most *= 2;
    return false;
  }

  async empty(at: number): Promise<void> {
    this.emptied = at;
    this.project.forget();
    await collectGarbage();
  }
}

/** Hands files to other threads, as soon as they are read and before their turn. */
class Lookahead {
  /** All files added, in characters of code. */
  size = 0;
  private readonly ahead: ParseAhead | undefined;
  private readonly project: ProjectFacts;
  private readonly files: AskedFile[] = [];
  private offered = 0;
  private passed = 0;
  /** What is offered and not yet passed. */
  private waiting = 0;

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

  /** The file of that number has its turn. */
  reach(at: number): void {
    for (; this.passed < at; this.passed++) this.waiting -= this.files[this.passed]?.size ?? 0;
    this.offer();
  }

  private offer(): void {
    while (this.waiting < MOST_AHEAD) {
      const next = this.files[this.offered];
      if (!next) return;
      this.offered++;
      this.waiting += next.size;
      this.ahead?.offer(next.path, this.project.text(next.path) ?? "");
    }
  }
}

/** Gathers what is said of one file after the other. */
class CheckedFiles {
  private readonly project: ProjectFacts;
  private readonly parser: Parser;
  private readonly filter: RuleFilter;
  private readonly findings: RawFinding[] = [];
  private readonly ignores: { path: string; comments: readonly IgnoreComment[] }[] = [];
  private readonly unparsed = new Map<string, string>();
  private files = 0;

  constructor(project: ProjectFacts, parser: Parser, rules: readonly Rule[]) {
    this.project = project;
    this.parser = parser;
    this.filter = new RuleFilter(rules);
  }

  get result(): RawCheck {
    const { findings, ignores, files } = this;
    const unparsed = [...this.unparsed].map(([path, reason]) => ({ path, reason }));
    return { findings, ignores, unparsed, files };
  }

  /** Reads a file; none where no rule asks for its text, which is let go of then. */
  asked(path: string): readonly AskedFile[] {
    const text = this.project.text(path);
    if (text === undefined) return [];
    this.files++;
    this.guarded(path, () => {
      const comments = ignoreComments(text, this.parser);
      if (comments.length > 0) this.ignores.push({ path, comments });
    });
    const asking = this.filter.asking(text, path);
    if (asking.length > 0) return [{ path, asking, size: text.length + MODULE }];
    this.project.forgetText(path);
    return [];
  }

  check(path: string, asking: readonly Rule[]): void {
    this.guarded(path, () => {
      const refusal = this.project.moduleAt(path).tree.refusal;
      if (refusal) this.unparsed.set(path, refusal.reason);
      const found = checkModule(this.project, path, asking);
      this.findings.push(...rawFindings(this.project, this.project.text(path) ?? "", found));
    });
  }

  private guarded(path: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      // A stack that is too small for the text; any other error is a bug and must be seen.
      if (!(error instanceof RangeError && /call stack/.test(error.message))) throw error;
      this.unparsed.set(path, "its code nests deeper than osfix can follow");
    }
  }
}
