import type { FrameLine, JudgedHunk, JudgedPatch } from "./judged-patch.ts";
import { columnsOf } from "./matrix-grid.ts";
import { type MatrixReport, releaseLabel } from "./matrix-report.ts";
import { STATE_MARKS, summary } from "./matrix-text.ts";
import { formatPage, LineTable, shownText } from "./page.ts";
import { pageFinding, pageRules } from "./page-finding.ts";

/** Up to so many revisions the page shows all details under its map, for who reads it from top to bottom. */
const MOST_INLINE = 3;

/**
 * The matrix as one HTML page.
 *
 * @param words what was looked at, in a sentence
 */
export function formatMatrixPage(report: MatrixReport, words: string = summary(report)): string {
  const table = new LineTable();
  const revisions = report.repositories.reduce((sum, one) => sum + one.revisions.length, 0);
  const found = new Set(report.findings.map(({ rule }) => rule));
  const patchNames = report.patches.map(({ id }) => id);
  const data = {
    title: shownText(report.title),
    marks: STATE_MARKS,
    bad: ["error", "conflict", "ambiguous", "inconsistent"],
    profiles: report.profiles,
    releases: columnsOf(report),
    inline: revisions <= MOST_INLINE,
    patches: report.patches.map((patch) => ({
      id: patch.id,
      project: patch.project,
      subject: shownText(patch.subject),
      profiles: patch.profiles,
      hunks: hunksOf(report, patch.id),
    })),
    repositories: report.repositories.map(({ path, project, revisions: own }) => ({
      path: shownText(path),
      project,
      revisions: own.map((revision) => ({
        n: shownText(revision.name),
        c: revision.commit,
        r: releaseLabel(revision.release),
        v: revision.verdicts,
        f: revision.findings,
      })),
    })),
    verdicts: report.verdicts.map((verdict) => pageVerdict(verdict, patchNames, table)),
    checked: report.checked,
    rules: pageRules(report.rules.filter(({ id }) => found.has(id))),
    findings: report.findings.map((one) => pageFinding(one, one.severity, one.path, table)),
    lines: table.lines,
  };
  const warnings = report.pairing.filter(({ severity }) => severity === "warning");
  const said = [
    words,
    ...warnings.map(({ release, message }) => (release ? `${release}: ${message}` : message)),
  ];
  return formatPage(report.title, `${said.join(". ")}. osfix ${report.osfix}, ${report.series}.`, data);
}

function hunksOf(report: MatrixReport, patch: string): readonly string[] {
  const own = report.verdicts.filter((verdict) => verdict.patch === patch);
  return [...new Set(own.flatMap(({ hunks }) => hunks.map(({ name }) => shownText(name))))];
}

/** Short names, as a page for all releases holds thousands. */
function pageVerdict(verdict: JudgedPatch, patches: readonly string[], table: LineTable): object {
  return {
    p: patches.indexOf(verdict.patch),
    s: verdict.state,
    n: verdict.notes.map(shownText),
    h: verdict.hunks.map((hunk) => pageHunk(hunk, table)),
    d: verdict.files.map((file) => ({
      p: shownText(file.path),
      c: file.change,
      a: file.added,
      x: file.deleted,
      d: table.indexesOf(file.diff),
    })),
  };
}

function pageHunk(hunk: JudgedHunk, table: LineTable): object {
  return {
    n: shownText(hunk.name),
    s: hunk.state,
    p: hunk.path === null ? null : shownText(hunk.path),
    l: hunk.at?.line ?? 0,
    r: shownText(hunk.reason),
    m: hunk.nearestMiss.map((miss) => ({
      s: miss.slice,
      e: shownText(miss.expected),
      f: miss.found === null ? null : shownText(miss.found),
      pl: miss.patternLine,
      l: miss.at.line,
      fr: pageFrame(miss.frame, table),
    })),
    f: pageFrame(hunk.frame, table),
  };
}

function pageFrame(frame: readonly FrameLine[], table: LineTable): readonly (readonly [number, number])[] {
  return frame.map(({ line, text }) => [line, table.indexOf(text)]);
}
