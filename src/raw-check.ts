import { checkModule, rulesFor } from "./check.ts";
import { collectGarbage } from "./check-garbage.ts";
import { type IgnoreComment, ignoreComments } from "./facts/ignore-comments.ts";
import { ProjectFacts } from "./facts/project.ts";
import type { SourceReader } from "./facts/source-reader.ts";
import { ParseAhead, workerFile } from "./parse/parse-ahead.ts";
import type { PackingParser } from "./parse/parser.ts";
import type { Parser } from "./parse/tree.ts";
import { rawFindings } from "./raw-findings.ts";
import type { RawFinding } from "./report/check-report.ts";
import type { Rule } from "./rule.ts";

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

/** So much is held at once of a larger tree: some 250 MB of memory. */
const MOST_HELD = 7_000_000;

/** Where so few modules fill what is held, they need more: what they ask for would be parsed for each of them. */
const FEW = 400;

/** So much code waits in other threads when not all trees can be held. */
const MOST_AHEAD = 500_000;

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
  let ahead: ParseAhead | undefined;
  const project = new ProjectFacts(sources, parser, (path, text) =>
    ahead ? ahead.take(path, text) : parser.parseWhole(text),
  );
  const checked = new CheckedFiles(project, parser);
  const asked = paths.flatMap((path) => checked.asked(path, rules));
  const file = asked.length < MANY ? undefined : workerFile();
  if (file !== undefined) ahead = new ParseAhead(parser, asked.length, file);
  const sum = asked.reduce((total, { size }) => total + size, 0);
  const isHeld = sum <= ALL_HELD;
  const offers = ahead && offersTo(ahead, project, asked, isHeld ? sum : MOST_AHEAD);
  const memory = new Memory(project, isHeld ? Number.POSITIVE_INFINITY : MOST_HELD);
  try {
    for (const [at, { path, asking }] of asked.entries()) {
      offers?.next(at);
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

/** Hands files to other threads before their turn: all at once where all trees can be held, since facts ask for any of them. */
function* offersTo(
  ahead: ParseAhead,
  project: ProjectFacts,
  files: readonly AskedFile[],
  most: number,
): Generator<void, void, number> {
  let [at, passed, waiting] = [0, 0, 0];
  for (const { path, size } of files) {
    while (waiting > most) {
      at = yield;
      for (; passed < at; passed++) waiting -= files[passed]?.size ?? 0;
    }
    ahead.offer(path, project.text(path) ?? "");
    waiting += size;
  }
}

/** Gathers what is said of one file after the other. */
class CheckedFiles {
  private readonly project: ProjectFacts;
  private readonly parser: Parser;
  private readonly findings: RawFinding[] = [];
  private readonly ignores: { path: string; comments: readonly IgnoreComment[] }[] = [];
  private readonly unparsed = new Map<string, string>();
  private files = 0;

  constructor(project: ProjectFacts, parser: Parser) {
    this.project = project;
    this.parser = parser;
  }

  get result(): RawCheck {
    const { findings, ignores, files } = this;
    const unparsed = [...this.unparsed].map(([path, reason]) => ({ path, reason }));
    return { findings, ignores, unparsed, files };
  }

  /** Reads a file; none where no rule asks for its text, which is let go of then. */
  asked(path: string, rules: readonly Rule[]): readonly AskedFile[] {
    const text = this.project.text(path);
    if (text === undefined) return [];
    this.files++;
    this.guarded(path, () => {
      const comments = ignoreComments(text, this.parser);
      if (comments.length > 0) this.ignores.push({ path, comments });
    });
    const asking = rulesFor(text, path, rules);
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
