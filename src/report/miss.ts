import type { HunkReport, SliceMiss } from "../match/state.ts";
import type { TreeOutcome } from "../plan/outcome.ts";
import type { PatchStep } from "../plan/plan.ts";
import { excerptOf, onDisk } from "./places.ts";
import { clip, printable, type Style, tint } from "./style.ts";

/** The nearest misses of a hunk: what was expected beside what was found, and the source around it. */
export function formatMisses(
  tree: TreeOutcome,
  step: PatchStep,
  hunk: HunkReport,
  indent: string,
  style: Style,
): readonly string[] {
  const path = hunk.path;
  if (path === null) return [];
  return hunk.nearestMiss.flatMap((miss) => formatMiss(tree, step, path, miss, indent, style));
}

const NAMES = { minus: "the original code", plus: "the patched code" } as const;

function formatMiss(
  tree: TreeOutcome,
  step: PatchStep,
  path: string,
  miss: SliceMiss,
  indent: string,
  style: Style,
): readonly string[] {
  const total = Number.isFinite(style.width) ? style.width : 100;
  const column = Math.max(24, Math.floor((total - indent.length - 3) / 2));
  const at = onDisk(tree, step, path, miss.at);
  const patchFile = step.patch.file.slice(step.patch.file.lastIndexOf("/") + 1);
  const left = [`expected (${patchFile}:${miss.patternLine})`, miss.expected];
  const right = [
    `found (${path.slice(path.lastIndexOf("/") + 1)}:${at.line})`,
    miss.found ?? "the code ends",
  ];
  const row = (n: number, how: "dim" | "green" | "red"): string => {
    const [a, b] = [clip(printable(left[n] ?? ""), column), clip(printable(right[n] ?? ""), column)];
    const second = how === "green" ? tint(style, "red", b) : tint(style, how, b);
    return `${indent}${tint(style, how, a.padEnd(column))} ${tint(style, "dim", "│")} ${second}`;
  };
  const frame = excerptOf(tree, step, path, miss).rows.map(({ line, text, isMiss }) => {
    const number = String(line).padStart(5);
    const shown = clip(`${isMiss ? ">" : " "}${number} │ ${printable(text)}`, total - indent.length);
    return `${indent}${isMiss ? shown : tint(style, "dim", shown)}`;
  });
  return [
    `${indent}${tint(style, "cyan", `nearest miss of ${NAMES[miss.slice]}`)} ${tint(style, "dim", `${printable(path)}:${at.line}:${at.column}`)}`,
    row(0, "dim"),
    row(1, "green"),
    ...frame,
  ];
}
