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
  // The original code is what a fork has changed; how near the patched code came matters to those who look closer.
  const shown = style.verbosity > 0 ? hunk.nearestMiss : hunk.nearestMiss.slice(0, 1);
  return shown.flatMap((miss) => formatMiss(tree, step, path, miss, indent, style));
}

const EXPECTED = { minus: "expected", plus: "expected if patched" } as const;

function formatMiss(
  tree: TreeOutcome,
  step: PatchStep,
  path: string,
  miss: SliceMiss,
  indent: string,
  style: Style,
): readonly string[] {
  const total = Number.isFinite(style.width) ? style.width : 100;
  const column = Math.max(16, Math.floor((total - indent.length - 3) / 2));
  const at = onDisk(tree, step, path, miss.at);
  const file = path.slice(path.lastIndexOf("/") + 1);
  const patch = /(\d+)-[^/]*$/.exec(step.patch.id)?.[1] ?? "the patch";
  const heading = [
    clip(`${EXPECTED[miss.slice]} (${patch}:${miss.patternLine})`, column).padEnd(column),
    clip(`found (${file}:${at.line})`, column),
  ];
  const left = chunks(printable(unquoted(miss.expected)), column);
  const right = chunks(printable(miss.found ?? "the code ends"), column);
  const bar = tint(style, "dim", "│");
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, row) => {
    const [a, b] = [(left[row] ?? "").padEnd(column), right[row] ?? ""];
    return `${indent}${tint(style, "green", a)} ${bar} ${tint(style, "red", b)}`.trimEnd();
  });
  const frame = excerptOf(tree, step, path, miss).rows.map(({ line, text, isMiss }) => {
    const number = String(line).padStart(5);
    const shown = clip(`${isMiss ? ">" : " "}${number} │ ${printable(text)}`, total - indent.length);
    return `${indent}${isMiss ? shown : tint(style, "dim", shown)}`;
  });
  return [
    `${indent}${tint(style, "dim", heading[0] ?? "")} ${bar} ${tint(style, "dim", heading[1] ?? "")}`,
    ...rows,
    ...frame,
  ];
}

/** A text in pieces of a width, at most three. */
function chunks(text: string, width: number): readonly string[] {
  const pieces = text.match(new RegExp(`.{1,${width}}`, "gu")) ?? [""];
  return pieces.length <= 3 ? pieces : [...pieces.slice(0, 2), clip(pieces.slice(2).join(""), width)];
}

/** `"code"` as the code alone; other expectations are words and stay as they are. */
function unquoted(expected: string): string {
  return /^"[\s\S]*"$/.test(expected) ? expected.slice(1, -1) : expected;
}
