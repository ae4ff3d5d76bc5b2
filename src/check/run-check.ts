import type { ReadProblem } from "../checkout/source-file.ts";
import type { Tree } from "../checkout/tree.ts";
import { loadParser, type PackingParser } from "../parse/parser.ts";
import type { Parser } from "../parse/tree.ts";
import type { BaselineEntry } from "../report/baseline.ts";
import type { CheckReport, FailOn, SkippedFile } from "../report/check-report.ts";
import { fitsAny } from "../report/rule-settings.ts";
import { loadSeries } from "../run.ts";
import { type Before, findingsBefore, openBefore } from "./before.ts";
import { type CheckCache, now } from "./cache.ts";
import { checkTree, type TreeCheck } from "./check-tree.ts";
import { type ChosenRules, chooseRules, infosOf, type RuleRequest } from "./choose-rules.ts";
import { type JudgedTree, judgeFindings } from "./judge.ts";
import type { StandIn } from "./named-paths.ts";
import type { RawCheck } from "./raw-check.ts";
import { rawFindings } from "./raw-findings.ts";
import { pairingFindings } from "./series-findings.ts";
import type { TreeReader } from "./tree-reader.ts";
import { type CheckedTree, openCheckedTrees } from "./trees.ts";

/** What is asked of one check. */
export interface CheckRequest extends RuleRequest {
  /** Directories and files; what relative ones are relative to is `at`. */
  readonly paths: readonly string[];
  readonly at: string;
  /** The directory that all PATHs are files of; found for each PATH otherwise. */
  readonly root?: string | undefined;
  /** A text that stands for a file. */
  readonly stdin?: StandIn | undefined;
  readonly baseline: readonly BaselineEntry[];
  /** A revision: only findings that it has not. */
  readonly since?: string | undefined;
  /** Which findings fail a build; errors and warnings unless it is said. */
  readonly failOn?: FailOn | undefined;
  /** Folder of another series. */
  readonly patches?: string | undefined;
  readonly parser?: "native" | "wasm" | undefined;
  readonly version: string;
  /** Results of earlier calls; undefined to work everything out. */
  readonly cache?: CheckCache | undefined;
}

/**
 * Checks trees with rules and with the patches of a series.
 *
 * @throws UserError for a PATH, rule or revision that the user must mend
 */
export async function runCheck(request: CheckRequest): Promise<CheckReport> {
  return (await checkOnce(request)).report;
}

/** As `runCheck`, with the trees as they were read. */
export async function checkOnce(
  request: CheckRequest,
): Promise<{ readonly report: CheckReport; readonly trees: readonly CheckedTree[] }> {
  const chosen = chooseRules(request, loadSeries(request.patches));
  const trees = await openCheckedTrees(request.paths, request.at, request);
  const engine = new CheckEngine(chosen, request);
  const checked: CheckedOne[] = [];
  for (const tree of trees) checked.push(await engine.checkWithBefore(tree));
  const report: CheckReport = {
    version: request.version,
    rules: infosOf(chosen),
    trees: trees.map(({ label }) => label),
    ...judgeFindings(judgedTrees(chosen, checked), {
      ...request,
      rules: infosOf(chosen),
      known: chosen.known,
    }),
    skipped: checked.flatMap(skippedIn),
    remarks: (await Promise.all(trees.map(remarksOn))).flat(),
    files: checked.reduce((sum, { check }) => sum + check.raw.files, 0),
    fixed: undefined,
    since: request.since,
    failOn: request.failOn ?? "warning",
  };
  return { report, trees };
}

interface CheckedOne {
  readonly tree: CheckedTree;
  readonly check: TreeCheck;
  readonly problems: readonly ReadProblem[];
  readonly before: Before | undefined;
}

function judgedTrees(chosen: ChosenRules, checked: readonly CheckedOne[]): readonly JudgedTree[] {
  const paired = pairUp(chosen, checked);
  return checked.map(({ tree, check, before }) => ({
    label: tree.label,
    raw: { ...check.raw, findings: [...check.raw.findings, ...(paired.get(tree.label) ?? [])] },
    show: tree.show,
    isLookedAt: isAmong(tree.wanted),
    isGone: (path) => !tree.tree.exists(path),
    before,
  }));
}

/** From so many modules on, WebAssembly makes good what it takes to start. */
const LARGE = 1000;

/** Checks one tree after the other with the same rules; takes from the cache what is there. */
class CheckEngine {
  private readonly chosen: ChosenRules;
  private readonly request: CheckRequest;
  private readonly parsers = new Map<Parser["backend"] | undefined, Promise<PackingParser>>();

  constructor(chosen: ChosenRules, request: CheckRequest) {
    this.chosen = chosen;
    this.request = request;
  }

  /** Checks a tree, and with `--since` what it was before. */
  async checkWithBefore(tree: CheckedTree): Promise<CheckedOne> {
    const { since, settings } = this.request;
    const wanted = tree.wanted.filter((path) => !fitsAny(settings.exclude, [path, tree.show(path)]));
    // opened first: nobody waits for a check to read that there is no such revision
    const opened = since === undefined ? undefined : await openBefore(tree, since);
    const done = await this.check(tree.tree, tree.sources, wanted, tree.label);
    const before =
      opened &&
      (await findingsBefore(
        opened,
        tree,
        done.check.raw,
        async (...at) => (await this.check(...at, tree.label)).check.raw,
      ));
    return { tree, ...done, before };
  }

  private async check(
    tree: Tree,
    sources: TreeReader,
    wanted: readonly string[],
    label: string,
  ): Promise<Pick<CheckedOne, "check" | "problems">> {
    const { cache } = this.request;
    const { rules, seriesRules: patches, pairing } = this.chosen;
    const ids = [...rules, ...patches, ...(pairing ? [pairing] : [])].map(({ id }) => id);
    const key = sources.isOverlaid ? undefined : cache?.keyOf(sources.paths, wanted, label, ids);
    const kept = key === undefined ? undefined : cache?.find(key, tree);
    if (kept) return kept;
    const parser = await this.parserFor(wanted.length);
    const began = now();
    const check = await checkTree(sources, wanted, label, this.chosen, parser);
    if (key !== undefined) cache?.keep(key, tree, sources, began, check);
    return { check, problems: sources.problems };
  }

  /** WebAssembly packs a tree sooner and frees it at once; the addon is there sooner, and frees what V8 has collected. */
  private parserFor(files: number): Promise<PackingParser> {
    const backend = this.request.parser ?? (files >= LARGE ? "wasm" : undefined);
    const held = this.parsers.get(backend) ?? loadParser({ backend });
    this.parsers.set(backend, held);
    return held;
  }
}

/** What is to be known of a tree besides its findings, as sentences. */
async function remarksOn({
  label,
  refused,
  untracked,
  wanted,
  show,
}: CheckedTree): Promise<readonly string[]> {
  const unknown = await untracked;
  const names = unknown.slice(0, 3).map(show).join(", ");
  const more = unknown.length > 3 ? ` and ${unknown.length - 3} more` : "";
  return [
    ...(refused === undefined
      ? []
      : [`${label}: all files that lie there are checked, for git did not say which it tracks: ${refused}`]),
    ...(unknown.length === 0
      ? []
      : [`not checked, since git does not track them yet: ${names}${more} (git add, or name them)`]),
    ...(wanted.length === 0 && unknown.length === 0
      ? [`${label}: what was named here holds no Python file`]
      : []),
  ];
}

function isAmong(paths: readonly string[]): (path: string) => boolean {
  const named = new Set(paths);
  return (path) => named.has(path);
}

function pairUp(
  { pairing }: ChosenRules,
  checked: readonly { readonly tree: CheckedTree; readonly check: TreeCheck }[],
): ReadonlyMap<string, RawCheck["findings"]> {
  const byTree = new Map<string, RawCheck["findings"]>();
  if (pairing === undefined) return byTree;
  const judged = checked.flatMap(({ tree, check }) =>
    check.projects.map((project) => ({ tree: tree.label, project })),
  );
  for (const { tree: label, finding } of pairingFindings(pairing, judged)) {
    const sources = checked.find(({ tree }) => tree.label === label)?.tree.sources;
    const text = (path: string): string | undefined => sources?.read(path);
    const raw = rawFindings({ text }, text(finding.path) ?? "", [finding]);
    byTree.set(label, [...(byTree.get(label) ?? []), ...raw]);
  }
  return byTree;
}

function skippedIn({ tree, check: { raw }, problems }: CheckedOne): readonly SkippedFile[] {
  const wanted = new Set(tree.wanted);
  const unread = problems
    .filter(({ path, problem }) => {
      return wanted.has(path) || path.endsWith(".py") || problem === "unreadable-folder";
    })
    .map(({ path, problem, reason }): SkippedFile => ({ shown: tree.show(path), problem, reason }));
  const unparsed = raw.unparsed.map(({ path, reason }): SkippedFile => {
    return { shown: tree.show(path), problem: "unparsed", reason };
  });
  const broken = raw.broken.map(({ path, line }): SkippedFile => {
    const reason = `line ${line} does not parse as Python, and rules say nothing of such code`;
    return { shown: tree.show(path), problem: "syntax-error", reason };
  });
  return [...unread, ...unparsed, ...broken].sort((a, b) => (a.shown < b.shown ? -1 : 1));
}
