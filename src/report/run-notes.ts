import { isStuck, type Refusal, type RunOutcome, stateOf, type TreeOutcome } from "../plan/outcome.ts";
import type { RunWords } from "./run-words.ts";
import { printable, type Style, type Tint, tint, wrap } from "./style.ts";

/** What is wrong, what to know, and what comes next. */
export function formatNotes(outcome: RunOutcome, words: RunWords, style: Style): string {
  const lines: string[] = [];
  const say = (how: "error" | "warning" | "note", text: string, hint?: string): void => {
    if (how === "note" && style.verbosity < 0) return;
    const color: Tint = how === "error" ? "red" : how === "warning" ? "yellow" : "cyan";
    const [first = "", ...rest] = wrap(`${how}: ${printable(text)}`, "", style.width - 2);
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
  for (const message of outcome.sideEffects) say("warning", message);
  for (const { tree, message, hint } of summed(outcome, words, style))
    say("error", `${tree}: ${message}`, hint);
  const next = nextStep(outcome, words);
  if (next !== undefined) say("note", next);
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

/** Refusals as they are said: what the table above shows with its reasons is only counted. */
function summed(outcome: RunOutcome, words: RunWords, style: Style): readonly Refusal[] {
  const { refusals, trees } = outcome;
  if (words.command !== "apply" || style.verbosity > 0) return refusals;
  const shown = new Set(trees.flatMap((tree) => refusals.filter((one) => isShownIn(tree, one))));
  const sums = trees.flatMap(({ label }): readonly Refusal[] => {
    const own = [...shown].filter(({ tree }) => tree === label);
    const names = new Set(own.map(({ message }) => /^(?:[\w.-]+\/)?([^:/ ]+)/.exec(message)?.[1] ?? message));
    if (names.size === 0) return [];
    const [does, patches] = names.size === 1 ? ["does", "patch"] : ["do", "patches"];
    const message = `${names.size} ${patches} ${does} not fit: ${[...names].join(", ")}`;
    return [{ kind: "code", tree: label, message }];
  });
  return [...sums, ...refusals.filter((one) => !shown.has(one))];
}

/** Whether the table says of a hunk why its patch is refused. */
function isShownIn({ label, plan }: TreeOutcome, { kind, tree, message }: Refusal): boolean {
  if (kind !== "code" || tree !== label) return false;
  const step = plan.steps.find(({ report }) => message.startsWith(`${report.id}:`));
  return step === undefined || step.report.hunks.some(({ state }) => isStuck(state));
}

/** What a person would do now; undefined when there is nothing. */
function nextStep(outcome: RunOutcome, words: RunWords): string | undefined {
  const labels = words.paths.join(" ");
  if (outcome.writing === "refused") {
    if (outcome.sideEffects.length > 0) return undefined;
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
