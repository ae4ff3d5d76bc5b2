import { createHash } from "node:crypto";
import { checkTree } from "../check/check-tree.ts";
import { type ChosenRules, infosOf } from "../check/choose-rules.ts";
import { collectOften } from "../check/engine.ts";
import { judgeFindings } from "../check/judge.ts";
import { TreeReader } from "../check/tree-reader.ts";
import type { GitPlace } from "../checkout/git.ts";
import { openRevision } from "../checkout/revision-tree.ts";
import type { Revision } from "../checkout/revisions.ts";
import type { ResultCache } from "../emit/result-cache.ts";
import type { PackingParser } from "../parse/parser.ts";
import type { ReportedFinding, RuleInfo } from "../report/check-report.ts";
import { NO_SETTINGS } from "../report/rule-settings.ts";
import { UserError } from "../text/user-error.ts";

/** What the rules read of nearly every tree; other files are read one at a time when a rule asks for them. */
const READ_AT_ONCE = /\.(py|filters)$|^(setup\.cfg|setup\.py|pyproject\.toml)$/;

const ENTRY = "findings";

/** Checks whole revisions out of git's objects: the findings are those of `osfix check` on a checkout of each. */
export class RevisionChecker {
  readonly rules: readonly RuleInfo[];
  private readonly chosen: ChosenRules;
  private readonly parser: PackingParser;
  private readonly cache: ResultCache;
  private readonly key: string;
  /** The files of the revision before: neighbours share nearly all of theirs. */
  private blobs: ReadonlyMap<string, Buffer> = new Map();

  /** @param engine what worked results out; part of every key */
  constructor(chosen: ChosenRules, parser: PackingParser, cache: ResultCache, engine: string) {
    this.chosen = chosen;
    this.parser = parser;
    this.cache = cache;
    this.rules = infosOf(chosen);
    // each revision lets go of the one before
    collectOften();
    const patches = chosen.seriesRules.map(({ patch }) => `${patch.id} ${patch.digest}`);
    this.key = [engine, ...this.rules.map(({ id }) => id), ...patches].join("\0");
  }

  /**
   * What counts of a revision, in order of file and place. Comments in the code are heeded; configuration is not read.
   *
   * @throws UserError when git cannot read the revision
   */
  async check(place: GitPlace, revision: Revision): Promise<readonly ReportedFinding[]> {
    const name = createHash("sha256").update(`${this.key}\0${revision.tree}`).digest("hex").slice(0, 40);
    const kept = this.cache.load(name).get(ENTRY);
    if (isFindings(kept)) return kept;
    const findings = await this.work(place, revision);
    this.cache.save(name, new Map([[ENTRY, findings]]));
    return findings;
  }

  private async work(place: GitPlace, revision: Revision): Promise<readonly ReportedFinding[]> {
    const opened = await openRevision(place, revision.commit, READ_AT_ONCE, this.blobs);
    if (opened.kind === "failed") throw new UserError(`${revision.name}: ${opened.reason}`);
    this.blobs = opened.held;
    const sources = new TreeReader(opened, [...opened.files].sort());
    const wanted = sources.paths.filter((path) => path.endsWith(".py"));
    const { raw } = await checkTree(sources, wanted, "revision", this.chosen, this.parser);
    const asItIs = {
      show: (path: string) => path,
      isLookedAt: () => true,
      isGone: () => false,
      before: undefined,
    };
    const laws = { rules: this.rules, known: this.chosen.known, settings: NO_SETTINGS, baseline: [] };
    return judgeFindings([{ label: "revision", raw, ...asItIs }], laws).findings;
  }
}

function isFindings(value: unknown): value is readonly ReportedFinding[] {
  return (
    Array.isArray(value) &&
    value.every((one) => typeof one?.rule === "string" && Array.isArray(one.lines) && one.from && one.to)
  );
}
