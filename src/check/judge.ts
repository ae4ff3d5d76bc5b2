import { type IgnoreComment, ignoringWord } from "../facts/module/ignore-comments.ts";
import type { BaselineEntry } from "../report/baseline.ts";
import type { RawFinding, ReportedFinding, RuleInfo, Suppression } from "../report/check-report.ts";
import { fitsAny, type RuleSettings, severityIn } from "../report/rule-settings.ts";
import { suggest } from "../text/suggest.ts";
import { Accepted } from "./accepted.ts";
import type { Before } from "./before.ts";
import type { RawCheck } from "./raw-check.ts";

/** The rule about comments that ask to pass over a finding that is not there. */
export const UNUSED_IGNORE: RuleInfo = {
  id: "osfix/unused-ignore",
  title: "comment that ignores nothing",
  severity: "warning",
  confidence: "high",
  source: "",
  page: "# comment that ignores nothing\n\nA comment `# osfix: ignore[RULE] reason` stands where the rule finds nothing, so it would hide the\nnext defect of that kind at this place. Take it out.\n",
};

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
export function judgeFindings(
  trees: readonly JudgedTree[],
  { rules, known, settings, baseline }: Laws,
): Judgement {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const isGone = (path: string): boolean => trees.every((tree) => tree.isGone(path));
  const accepted = new Accepted(baseline, isGone);
  const findings: ReportedFinding[] = [];
  const suppressed: ReportedFinding[] = [];
  for (const tree of trees) {
    const comments = new CommentBook(tree);
    const isOld = (raw: RawFinding): boolean => tree.before?.has(raw) === true;
    for (const raw of tree.raw.findings) {
      const finding = report(tree, raw, byId.get(raw.rule), settings);
      if (finding === undefined) continue;
      const suppression = suppressionOf(raw, comments, accepted);
      if (suppression) suppressed.push({ ...finding, suppression });
      else if (!isOld(raw)) findings.push(finding);
    }
    for (const raw of comments.unused(byId, known)) {
      const isAccepted = accepted.has(raw);
      const finding = report(tree, raw, byId.get(UNUSED_IGNORE.id), settings);
      if (finding && !isAccepted && !isOld(raw)) findings.push(finding);
    }
  }
  const isLookedFor = ({ rule, path }: BaselineEntry): boolean =>
    (byId.has(rule) || !known.includes(rule)) &&
    trees.every((tree) => tree.isLookedAt(path) || tree.isGone(path));
  const keptBaseline = baseline.flatMap(
    (entry) => accepted.now(entry) ?? (isLookedFor(entry) ? [] : [entry]),
  );
  return {
    findings: findings.sort(byPlace),
    suppressed: suppressed.sort(byPlace),
    staleBaseline: baseline.length - keptBaseline.length,
    keptBaseline,
  };
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

/** The comments of a tree, and which of them were of use. */
class CommentBook {
  private readonly byPath: ReadonlyMap<string, readonly IgnoreComment[]>;
  private readonly used = new Set<string>();

  constructor(tree: JudgedTree) {
    this.byPath = new Map(tree.raw.ignores.map(({ path, comments }) => [path, comments]));
  }

  about(finding: RawFinding): Suppression | undefined {
    for (const comment of this.byPath.get(finding.path) ?? []) {
      const word = ignoringWord(comment, finding.rule, { from: finding.from.line, to: finding.to.line });
      if (word === undefined) continue;
      this.used.add(`${finding.path}\0${comment.line}\0${word}`);
      return { kind: "comment", reason: comment.reason };
    }
    return undefined;
  }

  unused(rules: ReadonlyMap<string, RuleInfo>, known: readonly string[]): readonly RawFinding[] {
    return [...this.byPath].flatMap(([path, comments]) =>
      comments.flatMap((comment) =>
        comment.rules
          .filter((word) => !this.used.has(`${path}\0${comment.line}\0${word}`))
          .flatMap((word) => {
            const message = wrongWith(word, rules, known);
            return message === undefined ? [] : [unusedFinding(path, comment, word, message)];
          }),
      ),
    );
  }
}

/** What is wrong with an ignore's word that took nothing out; undefined where its rule did not run, or may be of elsewhere. */
function wrongWith(
  word: string,
  rules: ReadonlyMap<string, RuleInfo>,
  known: readonly string[],
): string | undefined {
  if (word.endsWith("*") || rules.has(word))
    return `nothing is found here that ignore[${word}] could be about`;
  if (known.includes(word)) return undefined;
  const near = known.find((id) => id.endsWith(`/${word}`)) ?? suggest(word, known);
  return near && `no rule is called '${word}', which ignores nothing; '${near}' is meant`;
}

function unusedFinding(path: string, comment: IgnoreComment, word: string, message: string): RawFinding {
  const from = { line: comment.line, column: comment.column };
  return {
    rule: UNUSED_IGNORE.id,
    path,
    from,
    to: { line: comment.line, column: comment.column + 1 },
    message,
    related: [],
    fix: undefined,
    lines: [],
    fingerprint: `unused-ignore:${word}:${path}`,
  };
}

function byPlace(a: ReportedFinding, b: ReportedFinding): number {
  if (a.shown !== b.shown) return a.shown < b.shown ? -1 : 1;
  return (
    a.from.line - b.from.line ||
    a.from.column - b.from.column ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
