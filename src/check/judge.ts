import type { BaselineEntry } from "../report/baseline.ts";
import type { RawFinding, ReportedFinding, RuleInfo, Suppression } from "../report/check-report.ts";
import { fitsAny, type RuleSettings, severityIn } from "../report/rule-settings.ts";
import { Accepted } from "./accepted.ts";
import type { Before } from "./before.ts";
import { CommentBook } from "./comment-book.ts";
import type { RawCheck } from "./raw-check.ts";

/** What the checker gave for one tree, and how its files are called. */
export interface JudgedTree {
  readonly label: string;
  readonly raw: RawCheck;
  readonly show: (path: string) => string;
  /** Whether a file was checked, so that all findings of it are here. */
  readonly isLookedAt: (path: string) => boolean;
  readonly isGone: (path: string) => boolean;
  /** What the tree had before; undefined when nothing is compared. */
  readonly before: Before | undefined;
}

/** What findings are weighed by. */
export interface Laws {
  /** The rules that ran. */
  readonly rules: readonly RuleInfo[];
  /** The ids of all rules that there are. */
  readonly known: readonly string[];
  readonly settings: RuleSettings;
  readonly baseline: readonly BaselineEntry[];
}

/** Findings that count and those that do not. */
export interface Judgement {
  readonly findings: readonly ReportedFinding[];
  readonly suppressed: readonly ReportedFinding[];
  readonly staleBaseline: number;
  /** The entries of the baseline that are not stale: found again, or not looked for. */
  readonly keptBaseline: readonly BaselineEntry[];
}

/**
 * Weighs findings: configuration gives them their severity, comments and the baseline take them out, and so does what
 * was there before. Comments of rules that did not run are not unused.
 */
export function judgeFindings(trees: readonly JudgedTree[], laws: Laws): Judgement {
  const { rules, known, baseline } = laws;
  const ran = new Map(rules.map((rule) => [rule.id, rule]));
  const accepted = new Accepted(baseline, (path) => trees.every((tree) => tree.isGone(path)));
  const judged = trees.map((tree) => judgeTree(tree, laws, ran, accepted));
  const isLookedFor = ({ rule, path }: BaselineEntry): boolean =>
    (ran.has(rule) || !known.includes(rule)) &&
    trees.every((tree) => tree.isLookedAt(path) || tree.isGone(path));
  const keptBaseline = baseline.flatMap(
    (entry) => accepted.now(entry) ?? (isLookedFor(entry) ? [] : [entry]),
  );
  return {
    findings: judged.flatMap(({ findings }) => findings).sort(byPlace),
    suppressed: judged.flatMap(({ suppressed }) => suppressed).sort(byPlace),
    staleBaseline: baseline.length - keptBaseline.length,
    keptBaseline,
  };
}

function judgeTree(
  tree: JudgedTree,
  { known, settings }: Laws,
  ran: ReadonlyMap<string, RuleInfo>,
  accepted: Accepted,
): Pick<Judgement, "findings" | "suppressed"> {
  const comments = new CommentBook(tree.raw.ignores);
  const findings: ReportedFinding[] = [];
  const suppressed: ReportedFinding[] = [];
  const isOld = (raw: RawFinding): boolean => tree.before?.has(raw) === true;
  for (const raw of tree.raw.findings) {
    const finding = report(tree, raw, ran.get(raw.rule), settings);
    if (finding === undefined) continue;
    const suppression = suppressionOf(raw, comments, accepted);
    if (suppression) suppressed.push({ ...finding, suppression });
    else if (!isOld(raw)) findings.push(finding);
  }
  // after all findings: only then it is known which comments were of use
  for (const raw of comments.unused(ran, known)) {
    const isAccepted = accepted.has(raw);
    const finding = report(tree, raw, ran.get(raw.rule), settings);
    if (finding && !isAccepted && !isOld(raw)) findings.push(finding);
  }
  return { findings, suppressed };
}

/** What takes a finding out. Both are asked, since each notes what it was of use for. */
function suppressionOf(raw: RawFinding, comments: CommentBook, accepted: Accepted): Suppression | undefined {
  const said = comments.about(raw);
  const isAccepted = accepted.has(raw);
  return said ?? (isAccepted ? { kind: "baseline", reason: "" } : undefined);
}

function report(
  tree: JudgedTree,
  raw: RawFinding,
  rule: RuleInfo | undefined,
  settings: RuleSettings,
): ReportedFinding | undefined {
  if (rule === undefined) return undefined;
  const shown = tree.show(raw.path);
  const names = [raw.path, shown];
  if (fitsAny(settings.exclude, names)) return undefined;
  const severity = severityIn(settings, rule, names);
  if (severity === "off") return undefined;
  const { confidence, title } = rule;
  const related = raw.related.map((place) => ({ ...place, shown: tree.show(place.path) }));
  return { ...raw, related, severity, confidence, title, tree: tree.label, shown, suppression: undefined };
}

function byPlace(a: ReportedFinding, b: ReportedFinding): number {
  if (a.shown !== b.shown) return a.shown < b.shown ? -1 : 1;
  return (
    a.from.line - b.from.line ||
    a.from.column - b.from.column ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
