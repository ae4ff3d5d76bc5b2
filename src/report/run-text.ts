import { detectionTitle } from "../detect/detect-project.ts";
import type { HunkReport, HunkState } from "../match/state.ts";
import { isStuck, type RunOutcome, stateOf, type TreeOutcome } from "../plan/outcome.ts";
import type { FileChange, PatchStep } from "../plan/plan.ts";
import { exitStatusOf } from "./exit-status.ts";
import { countLines } from "./line-counts.ts";
import { formatMisses } from "./miss.ts";
import { onDisk } from "./places.ts";
import { clip, clipStart, printable, type Rendered, type Style, type Tint, tint, wrap } from "./style.ts";

export type RunCommand = "status" | "apply" | "revert" | "diff";

/** What was asked for, as far as it changes the words. */
export interface RunWords {
  readonly command: RunCommand;
  /** As the user gave them. */
  readonly paths: readonly string[];
  readonly dryRun: boolean;
  readonly check: boolean;
}

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

const GUTTER = 2;
const STATE = 14;

/** The report of a call over trees: a table for each tree on stdout; what is wrong and what comes next on stderr. */
export function renderRun(outcome: RunOutcome, words: RunWords, style: Style): Rendered {
  const tables = outcome.trees.map((tree) => formatTree(tree, outcome, words, style));
  const out = tables.filter((table) => table !== "").join("\n");
  return {
    out,
    err: formatNotes(outcome, words, style),
    exitStatus: exitStatusOf(outcome, words.command, words.check),
  };
}

function formatTree(tree: TreeOutcome, outcome: RunOutcome, words: RunWords, style: Style): string {
  const steps = tree.plan.steps.filter((step) => style.verbosity >= 0 || isStuck(step.report.state));
  if (style.verbosity < 0 && steps.length === 0) return "";
  const lines = [
    ...formatHead(tree, outcome, style),
    ...steps.flatMap((step) => formatStep(tree, step, outcome, words, style)),
  ];
  return `${[...lines, ...formatSum(tree, outcome, words, style)].join("\n")}\n`;
}

function formatHead(tree: TreeOutcome, outcome: RunOutcome, style: Style): readonly string[] {
  const title = printable(detectionTitle(tree.detection));
  const label = printable(tree.label);
  const profile = `${outcome.series.name}, profile ${tree.profile.name}${tree.profileFound ? " (found in the tree)" : ""}`;
  const lines = [
    `${tint(style, "bold", label)}: ${title}`,
    `${" ".repeat(GUTTER)}${tint(style, "dim", profile)}`,
  ];
  if (tree.focus.length > 0)
    lines.push(`${" ".repeat(GUTTER)}${tint(style, "dim", `only ${printable(tree.focus.join(", "))}`)}`);
  if (style.verbosity > 0)
    for (const { source, says } of tree.detection.evidence)
      lines.push(
        ...wrap(printable(`${source} ${says}`), " ".repeat(GUTTER + 2), style.width).map((line) =>
          tint(style, "dim", line),
        ),
      );
  return lines;
}

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

function formatStep(
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
  return [line.trimEnd(), ...formatDetails(tree, step, verdict, words, style)];
}

function formatDetails(
  tree: TreeOutcome,
  step: PatchStep,
  verdict: string,
  words: RunWords,
  style: Style,
): readonly string[] {
  const indent = " ".repeat(GUTTER + STATE);
  const lines: string[] = [];
  const { report } = step;
  const showFiles = words.command !== "status" && step.changes.length > 0 && style.verbosity >= 0;
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

/** An earlier patch of the same file that does not fit: a patch that builds on it cannot fit either. */
function stuckBefore(tree: TreeOutcome, step: PatchStep): PatchStep | undefined {
  const pathsOf = ({ report }: PatchStep): readonly (string | null)[] =>
    report.hunks.filter((hunk) => isStuck(hunk.state)).map((hunk) => hunk.path);
  const own = pathsOf(step);
  return tree.plan.steps
    .slice(0, tree.plan.steps.indexOf(step))
    .find((earlier) => pathsOf(earlier).some((path) => own.includes(path)));
}

/** The reason of a whole tree's being out of place, said once for all patches. */
function commonReason(tree: TreeOutcome): string | undefined {
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
  const reason = plain ? [] : wrap(printable(reasonOf(tree, step, hunk)), below, style.width);
  return [head, ...reason, ...formatMisses(tree, step, hunk, below, style)];
}

/** They say no more than the state does. */
const PLAIN_REASONS: ReadonlySet<string> = new Set([
  "the code to patch stands here once",
  "the patched code stands here",
  "the file is there",
  "the file is not there yet",
]);

/** A conflict's reason names a line of the tree it was judged on; the nearest miss below it names that of the file. */
function reasonOf(tree: TreeOutcome, step: PatchStep, hunk: HunkReport): string {
  const miss = hunk.nearestMiss[0];
  if (hunk.state !== "conflict" || miss === undefined || hunk.path === null) return hunk.reason;
  const { line } = onDisk(tree, step, hunk.path, miss.at);
  return hunk.reason.replace(`(line ${miss.at.line})`, `(line ${line})`);
}

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

function formatSum(tree: TreeOutcome, outcome: RunOutcome, words: RunWords, style: Style): readonly string[] {
  const count = tree.plan.changes.length;
  const files = `${count} file${count === 1 ? "" : "s"}`;
  const verb = tree.plan.direction === "apply" ? "patched" : "restored";
  const line = ((): string | undefined => {
    if (words.command === "status") return undefined;
    if (count === 0) return outcome.writing === "refused" ? undefined : nothingSaid(tree, words);
    if (outcome.writing === "written") return `${files} ${verb}`;
    return outcome.writing === "refused" ? undefined : `${files} would be ${verb}`;
  })();
  const indent = " ".repeat(GUTTER);
  const common = commonReason(tree);
  const why = common === undefined ? formatAbsent(tree, style) : wrap(printable(common), indent, style.width);
  return [...why, ...(line === undefined ? [] : [`${indent}${tint(style, "bold", line)}`])];
}

/** What of the patches has no place in this tree, one line a reason: an installed package has no tests, say. */
function formatAbsent(tree: TreeOutcome, style: Style): readonly string[] {
  if (style.verbosity !== 0) return [];
  const byReason = new Map<string, Set<string>>();
  for (const { patch, report } of tree.plan.steps) {
    if (report.state === "absent" || report.state === "obsolete" || isStuck(report.state)) continue;
    const number = /(\d+)-[^/]*$/.exec(patch.id)?.[1] ?? patch.id;
    for (const hunk of report.hunks)
      if (hunk.state === "absent")
        byReason.set(hunk.reason, (byReason.get(hunk.reason) ?? new Set()).add(number));
  }
  return [...byReason].flatMap(([reason, numbers]) =>
    wrap(
      printable(`no place here for parts of ${[...numbers].join(", ")}: ${reason}`),
      " ".repeat(GUTTER),
      style.width,
    ).map((line) => tint(style, "dim", line)),
  );
}

function nothingSaid(tree: TreeOutcome, words: RunWords): string {
  const state = stateOf(tree);
  if (state === "obsolete") return "nothing to do: the project removed what the patches are for";
  if (state === "absent") return "nothing to do: this tree has not what the patches are for";
  return words.command === "apply" ? "nothing to do: all of it is in the tree" : "nothing to take out";
}

/** What is wrong, what to know, and what comes next. */
export function formatNotes(outcome: RunOutcome, words: RunWords, style: Style): string {
  const lines: string[] = [];
  const say = (how: "error" | "warning" | "note", text: string, hint?: string): void => {
    if (how === "note" && style.verbosity < 0) return;
    const color: Tint = how === "error" ? "red" : how === "warning" ? "yellow" : "cyan";
    const [first = "", ...rest] = wrap(`${how}: ${printable(text)}`, "", style.width);
    lines.push(
      tint(style, color, first.slice(0, how.length + 1)) + first.slice(how.length + 1),
      ...rest.map((line) => `  ${line}`),
    );
    if (hint !== undefined) lines.push(...wrap(printable(hint), "  ", style.width));
  };
  for (const tree of outcome.trees)
    for (const warning of [...tree.detection.warnings, ...tree.warnings])
      say("warning", `${tree.label}: ${warning}`);
  if (style.verbosity > 0)
    for (const { label, project } of outcome.passedOver)
      say("note", `${label}: no patches for ${project} in this series`);
  for (const { severity, message } of outcome.pairing) say(severity, message);
  for (const { kind, tree, message, hint } of outcome.refusals)
    say("error", kind === "profile" ? message : `${tree}: ${message}`, hint);
  const next = nextStep(outcome, words);
  if (next !== undefined) say("note", next);
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

/** What a person would do now; undefined when there is nothing. */
function nextStep(outcome: RunOutcome, words: RunWords): string | undefined {
  const labels = words.paths.join(" ");
  if (outcome.writing === "refused") {
    if (words.command === "revert" || words.dryRun) return "nothing was written";
    const codeOnly = outcome.refusals.every((refusal) => refusal.kind === "code");
    return `nothing was written${codeOnly ? "; --keep-going leaves out the patches that do not fit" : ""}`;
  }
  if (words.command === "apply" && outcome.writing === "written")
    return `take it out again with: osfix revert ${labels}`;
  if (words.command === "status" && outcome.trees.some((tree) => stateOf(tree) === "applicable"))
    return `osfix diff ${labels} shows what osfix apply ${labels} would do`;
  return undefined;
}
