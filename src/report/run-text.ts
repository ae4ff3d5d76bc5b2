import { detectionTitle } from "../detect/detect-project.ts";
import { isStuck, type RunOutcome, stateOf, type TreeOutcome } from "../plan/outcome.ts";
import { exitStatusOf } from "./exit-status.ts";
import { commonReason, formatStep, GUTTER } from "./patch-text.ts";
import { formatNotes } from "./run-notes.ts";
import type { RunWords } from "./run-words.ts";
import { printable, type Rendered, type Style, tint, wrap } from "./style.ts";

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
  if (tree.leftOut.length > 0) return "nothing to do for the patches that fit";
  const state = stateOf(tree);
  if (state === "obsolete") return "nothing to do: the project removed what the patches are for";
  if (state === "absent") return "nothing to do: this tree has not what the patches are for";
  return words.command === "apply" ? "nothing to do: all of it is in the tree" : "nothing to take out";
}
