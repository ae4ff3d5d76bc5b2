import type { SourceReader } from "../facts/tree/source-reader.ts";
import type { PackingParser } from "../parse/parser.ts";
import type { Rule } from "../rule.ts";
import { checkAtOnce } from "./check-at-once.ts";
import type { RawCheck } from "./raw-check.ts";
import { OutOfTime, TimeLimit } from "./time-limit.ts";

/** How long sixteen files may take, in milliseconds; the first ones ask for facts of all others, so that each adds to it. */
const SLOW = 10_000;
const SLOW_PER_FILE = 0.5;

/** A machine may be so much slower, as a power of two; then what is read last is taken for the reason. */
const MOST_DOUBLED = 3;

/**
 * Runs rules over files of a tree.
 *
 * Findings are ordered by path, offset and rule. A module that nests deeper than the stack is named in `unparsed`, and so
 * is one on whose text rules do not end in their time: it is left out of the tree, and all is begun anew.
 */
export async function checkFiles(
  sources: SourceReader,
  parser: PackingParser,
  rules: readonly Rule[],
  paths: readonly string[],
  limit: TimeLimit = new TimeLimit({ run: SLOW + SLOW_PER_FILE * paths.length }),
): Promise<RawCheck> {
  const left = new LeftOut();
  const rest: SourceReader = {
    paths: sources.paths,
    read: (path) => (left.has(path) ? undefined : sources.read(path)),
  };
  for (let patience = limit, doubled = 0, isFirst = true; ; isFirst = false) {
    const wanted = paths.filter((path) => !left.has(path));
    try {
      // a thread that a text has ended was waited for, and would be again
      const threads = isFirst ? "may start" : "none";
      const files = { sources: rest, parser, rules, paths: wanted };
      const { unparsed, ...raw } = await checkAtOnce(files, patience, threads);
      const leftOut = left.paths.map((path) => ({ path, reason: patience.told }));
      return { ...raw, unparsed: [...unparsed, ...leftOut] };
    } catch (error) {
      if (!(error instanceof OutOfTime)) throw error;
      if (error.isSure || doubled === MOST_DOUBLED) left.blame(error);
      else {
        patience = patience.doubled;
        doubled++;
      }
    }
  }
}

/**
 * Files that take all the time.
 *
 * What is read last need not be what is worked on: a file is given another chance when the next one is blamed.
 */
class LeftOut {
  private readonly blamed = new Map<string, "once" | "again">();
  private latest = "";

  get paths(): readonly string[] {
    return [...this.blamed.keys()].filter((path) => this.has(path));
  }

  has(path: string): boolean {
    return path === this.latest || this.blamed.get(path) === "again";
  }

  blame({ last, at }: OutOfTime): void {
    this.latest = this.has(last) ? at : last;
    this.blamed.set(this.latest, this.blamed.has(this.latest) ? "again" : "once");
  }
}
