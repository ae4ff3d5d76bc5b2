import { type IgnoreComment, ignoreComments } from "../facts/module/ignore-comments.ts";
import { ProjectFacts } from "../facts/tree/project.ts";
import type { SourceReader } from "../facts/tree/source-reader.ts";
import { ParseAhead } from "../parse/parse-ahead.ts";
import type { PackingParser } from "../parse/parser.ts";
import type { Parser } from "../parse/tree.ts";
import type { RawFinding } from "../report/check-report.ts";
import type { Rule } from "../rule.ts";
import { LineIndex } from "../text/lines.ts";
import { isStackOverflow } from "../text/stack-overflow.ts";
import { ASKED_AHEAD, aheadFile } from "./ahead.ts";
import { checkModule } from "./check-module.ts";
import { boundYoungSpace, optimizeLate } from "./engine.ts";
import { type AskedFile, Lookahead, Memory, MODULE } from "./held-trees.ts";
import type { RawCheck } from "./raw-check.ts";
import { rawFindings } from "./raw-findings.ts";
import { RuleFilter } from "./rule-filter.ts";
import type { TimeLimit } from "./time-limit.ts";

/**
 * After so much code, in characters, the event loop has its turn: the native parser frees its trees only then. It is that
 * of some sixteen modules of nova; a run of the time limit, which starts a thread, is not worth its while for less.
 */
const TURN = 160_000;

/** So many files are looked at for words of rules within one run of the time limit. */
const LOOK = 1024;

/** After so many files the space for new objects is looked at. */
const OFTEN = 16;

/** From this many modules on, parsing them on other threads is worth the start of a thread. */
const MANY = 48;

/** Files of a tree, and the rules to run over them. */
export interface FilesToCheck {
  readonly sources: SourceReader;
  readonly parser: PackingParser;
  readonly rules: readonly Rule[];
  readonly paths: readonly string[];
}

/**
 * One attempt of `checkFiles`: runs the rules over the files, which nothing interrupts but the limit.
 *
 * @throws OutOfTime when a file takes all of its time; what was found up to then is lost
 */
export async function checkAtOnce(
  { sources, parser, rules, paths }: FilesToCheck,
  limit: TimeLimit,
  threads: "may start" | "none",
): Promise<RawCheck> {
  const file = threads === "may start" && paths.length >= MANY ? aheadFile() : undefined;
  if (file !== undefined) optimizeLate();
  const ahead =
    file === undefined
      ? undefined
      : new ParseAhead(parser, { capacity: paths.length, file, questions: ASKED_AHEAD });
  const treeOf = (path: string, text: string) =>
    limit.parsing(() => (ahead ? ahead.take(path, text) : parser.parseWhole(text)));
  const project = new ProjectFacts(sources, parser, { treeOf, reads: (path) => limit.read(path) });
  const walk = new Walk(
    project,
    new CheckedFiles(project, parser, rules),
    new Lookahead(ahead, project),
    limit,
  );
  try {
    await walk.check(walk.asked(paths));
  } finally {
    await ahead?.close();
  }
  return walk.checked.result;
}

/** Goes through files twice: which are asked for, and what is found in these. */
class Walk {
  readonly checked: CheckedFiles;
  private readonly project: ProjectFacts;
  private readonly lookahead: Lookahead;
  private readonly limit: TimeLimit;

  constructor(project: ProjectFacts, checked: CheckedFiles, lookahead: Lookahead, limit: TimeLimit) {
    this.project = project;
    this.checked = checked;
    this.lookahead = lookahead;
    this.limit = limit;
  }

  asked(paths: readonly string[]): readonly AskedFile[] {
    const asked: AskedFile[] = [];
    for (let from = 0; from < paths.length; from += LOOK)
      this.limit.run(() => {
        for (const path of paths.slice(from, from + LOOK)) {
          this.limit.turn(path);
          asked.push(...this.checked.asked(path).map((one) => this.lookahead.add(one)));
        }
      });
    return asked;
  }

  async check(asked: readonly AskedFile[]): Promise<void> {
    const memory = new Memory(this.project, this.lookahead.size);
    for (let at = 0; at < asked.length; ) {
      this.limit.run(() => {
        for (let left = TURN; left > 0 && !memory.isFull(at); at++) {
          const file = asked[at];
          if (!file) return;
          this.checkFile(file, at);
          left -= file.size;
        }
      });
      if (memory.isFull(at)) memory.empty(at);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  private checkFile({ path, asking }: AskedFile, at: number): void {
    this.lookahead.reach(at);
    this.limit.turn(path);
    this.checked.check(path, asking);
    this.project.forgetMeanings();
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
  private readonly broken: { path: string; line: number }[] = [];
  private files = 0;

  constructor(project: ProjectFacts, parser: Parser, rules: readonly Rule[]) {
    this.project = project;
    this.parser = parser;
    this.filter = new RuleFilter(rules);
  }

  get result(): RawCheck {
    const { findings, ignores, broken, files } = this;
    const unparsed = [...this.unparsed].map(([path, reason]) => ({ path, reason }));
    return { findings, ignores, unparsed, broken, files };
  }

  /** Reads a file; none where no rule asks for its text, which is let go of then. */
  asked(path: string): readonly AskedFile[] {
    const text = this.project.text(path);
    if (text === undefined) return [];
    if (this.files++ % OFTEN === 0) boundYoungSpace();
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
      const { refusal, errors, text } = this.project.moduleAt(path).tree;
      const [error] = errors;
      if (refusal) this.unparsed.set(path, refusal.reason);
      else if (error) this.broken.push({ path, line: new LineIndex(text).positionOf(error.start).line });
      const { findings, unjudged } = checkModule(this.project, path, asking);
      if (unjudged.length > 0) this.unparsed.set(path, unjudged.join("; "));
      this.findings.push(...rawFindings(this.project, this.project.text(path) ?? "", findings));
    });
  }

  private guarded(path: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!isStackOverflow(error)) throw error;
      this.unparsed.set(path, "its code nests deeper than osfix can follow");
    }
  }
}
