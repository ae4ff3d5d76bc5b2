import type { HunkReport, HunkState } from "../match/state.ts";
import { isStuck, type RunOutcome, type TreeOutcome } from "../plan/outcome.ts";
import type { FileChange, PatchStep } from "../plan/plan.ts";
import { reasonInFile } from "../plan/reason-in-file.ts";
import { countLines } from "./line-counts.ts";
import { formatMisses } from "./miss.ts";
import { onDisk } from "./places.ts";
import type { RunWords } from "./run-words.ts";
import { clip, clipStart, printable, type Style, type Tint, tint, wrap } from "./style.ts";

const TINTS: Readonly<Record<HunkState | "reverted" | "left out", Tint>> = {
  applied: "green",
  "applied-elsewhere": "green",
  applicable: "cyan",
  inconsistent: "yellow",
  ambiguous: "red",
  conflict: "red",
  absent: "dim",
  obsolete: "dim",
  reverted: "green",
  "left out": "yellow",
};

/** Columns before a patch's state, and from there to its name. */
export const GUTTER = 2;
const STATE = 14;

/** What happened to a patch, in a word. */
function verdictOf(
  tree: TreeOutcome,
  step: PatchStep,
  outcome: RunOutcome,
): HunkState | "reverted" | "left out" {
  if (tree.leftOut.includes(step.patch.id)) return step.report.state;
  const done = outcome.writing === "written" && step.changes.length > 0;
  if (!done) return step.report.state;
  return tree.plan.direction === "apply" ? "applied" : "reverted";
}

/** A patch in a line, and below it what it does or why it does not. */
export function formatStep(
  tree: TreeOutcome,
  step: PatchStep,
  outcome: RunOutcome,
  words: RunWords,
  style: Style,
): readonly string[] {
  const verdict = verdictOf(tree, step, outcome);
  const name = step.patch.id.slice(step.patch.id.lastIndexOf("/") + 1);
  const widest = Math.max(
    ...tree.plan.steps.map(({ patch }) => patch.id.slice(patch.id.lastIndexOf("/") + 1).length),
  );
  const lead = GUTTER + STATE + widest + 2;
  // The area in front of a subject is told by the project already, and room is scarce.
  const subject = printable(step.patch.header.subject.replace(/^[\w.-]+: /, ""));
  const state = tint(style, TINTS[verdict], verdict.padEnd(STATE));
  const line = `${" ".repeat(GUTTER)}${state}${name.padEnd(widest)}  ${tint(style, "dim", clip(subject, style.width - lead))}`;
  return [line.trimEnd(), ...formatDetails(tree, step, outcome, verdict, words, style)];
}

function formatDetails(
  tree: TreeOutcome,
  step: PatchStep,
  outcome: RunOutcome,
  verdict: string,
  words: RunWords,
  style: Style,
): readonly string[] {
  const indent = " ".repeat(GUTTER + STATE);
  const lines: string[] = [];
  const { report } = step;
  const planned = words.command !== "status" && step.changes.length > 0 && outcome.writing !== "refused";
  const showFiles = planned && style.verbosity >= 0;
  if (showFiles) lines.push(...step.changes.map((change) => `${indent}${formatChange(change, style)}`));
  const states = new Set(report.hunks.map((hunk) => hunk.state));
  const gone = report.state === "absent" || report.state === "obsolete";
  if (style.verbosity > 0 || (!gone && shouldListHunks(states, verdict)))
    lines.push(...formatHunks(tree, step, style));
  else if (gone && report.hunks[0] && commonReason(tree) === undefined)
    lines.push(...wrap(printable(report.hunks[0].reason), indent, style.width));
  return lines;
}

/** The hunks that somebody must look at; all of them where the patch is half in the tree, or all were asked for. */
function formatHunks(tree: TreeOutcome, step: PatchStep, style: Style): readonly string[] {
  const { hunks } = step.report;
  const every = style.verbosity > 0 || hunks.some((hunk) => hunk.state === "inconsistent");
  const before = every ? undefined : stuckBefore(tree, step);
  if (before !== undefined) {
    const name = before.patch.id.slice(before.patch.id.lastIndexOf("/") + 1);
    return wrap(
      `judged without ${name}, which does not fit; may fit once that does`,
      " ".repeat(GUTTER + STATE),
      style.width,
    );
  }
  const telling = hunks.filter((hunk) => isStuck(hunk.state) || hunk.state === "applied-elsewhere");
  return (every ? hunks : telling).flatMap((hunk) => formatHunk(tree, step, hunk, style));
}

/**
 * An earlier patch of the same file that does not fit: a patch that builds on it cannot fit either. One that is there in part
 * is no excuse: the later one was judged with it.
 */
function stuckBefore(tree: TreeOutcome, step: PatchStep): PatchStep | undefined {
  const pathsOf = ({ report }: PatchStep): readonly (string | null)[] =>
    report.hunks.filter((hunk) => isStuck(hunk.state)).map((hunk) => hunk.path);
  const own = pathsOf(step);
  return tree.plan.steps
    .slice(0, tree.plan.steps.indexOf(step))
    .filter(({ report }) => report.hunks.every(({ state }) => state !== "applied"))
    .find((earlier) => pathsOf(earlier).some((path) => own.includes(path)));
}

/** The reason of a whole tree's being out of place, said once for all patches. */
export function commonReason(tree: TreeOutcome): string | undefined {
  const reasons = new Set(
    tree.plan.steps.map(({ report }) =>
      report.state === "absent" || report.state === "obsolete" ? report.hunks[0]?.reason : undefined,
    ),
  );
  const [only] = reasons;
  return reasons.size === 1 && tree.plan.steps.length > 1 ? only : undefined;
}

/** Hunks of one state say nothing that the patch's line does not, unless somebody must act. */
function shouldListHunks(states: ReadonlySet<HunkState>, verdict: string): boolean {
  if ([...states].some(isStuck)) return true;
  if (verdict === "applied" || verdict === "reverted") return states.has("applied-elsewhere");
  return states.size > 1 && !(states.size === 2 && states.has("absent"));
}

/** A hunk with its place, what there is to say about it, and its nearest misses. */
export function formatHunk(
  tree: TreeOutcome,
  step: PatchStep,
  hunk: HunkReport,
  style: Style,
  indent: string = " ".repeat(GUTTER + STATE),
  reasons: "if telling" | "always" = "if telling",
): readonly string[] {
  const below = `${indent}  `;
  const at = hunk.at && hunk.path !== null ? `:${onDisk(tree, step, hunk.path, hunk.at).line}` : "";
  const named = hunk.path === null || hunk.name.endsWith(hunk.path);
  const group = hunk.group === undefined ? "" : ` (group ${hunk.group})`;
  const room = style.width - indent.length - hunk.state.length - 1;
  const name = clip(`${printable(hunk.name)}${group}`, room);
  const place = named ? "" : clip(`  ${printable(hunk.path ?? "")}${at}`, room - name.length);
  const head = `${indent}${tint(style, TINTS[hunk.state], hunk.state)} ${name}${tint(style, "dim", place)}`;
  const plain = reasons === "if telling" && (PLAIN_REASONS.has(hunk.reason) || hunk.nearestMiss.length > 0);
  const reason = plain ? [] : wrap(printable(reasonInFile(hunk, step.on)), below, style.width);
  return [head, ...reason, ...formatMisses(tree, step, hunk, below, style)];
}

/** They say no more than the state does. */
const PLAIN_REASONS: ReadonlySet<string> = new Set([
  "the code to patch stands here once",
  "the patched code stands here",
  "the file is there",
  "the file is not there yet",
]);

/** `nova/conf/neutron.py  +9 -1`. */
function formatChange(change: FileChange, style: Style): string {
  const { added, deleted } = countLines(change.before ?? "", change.after ?? "");
  const how = change.before === null ? " (new)" : change.after === null ? " (removed)" : "";
  const parts = [
    added > 0 ? tint(style, "green", `+${added}`) : "",
    deleted > 0 ? tint(style, "red", `-${deleted}`) : "",
  ];
  const counts = [added > 0 ? `+${added}` : "", deleted > 0 ? `-${deleted}` : ""].filter(Boolean).join(" ");
  const room = style.width - GUTTER - STATE - how.length - counts.length - 1;
  return `${clipStart(printable(change.path), room)}${how} ${parts.filter(Boolean).join(" ")}`;
}
