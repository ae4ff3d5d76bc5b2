import type { Tree } from "../checkout/tree.ts";
import { encodeChanges } from "../emit/byte-change.ts";
import { formatFilePatch, patchFile } from "../emit/file-patch.ts";
import type { RunOutcome, TreeOutcome } from "../plan/outcome.ts";
import type { FileChange } from "../plan/plan.ts";
import { printable, type Style, type Tint, tint } from "./style.ts";

/** What `apply` (or `revert`) would do to a tree, as `formatChanges` has it. */
export function formatTreeDiff({ tree, plan }: TreeOutcome): string {
  return formatChanges(tree, plan.changes);
}

/**
 * Changes of a tree as `git diff --full-index` prints them, in the bytes of the files.
 *
 * The text is latin-1 decoded bytes.
 */
function formatChanges(tree: Tree, changes: readonly FileChange[]): string {
  return encodeChanges(tree, changes)
    .write.changes.flatMap((change) => {
      const mode = isExecutable(tree, change.path) ? "100755" : "100644";
      const patch = patchFile({ ...change, mode });
      return patch ? [formatFilePatch(patch, { kind: "p1" })] : [];
    })
    .join("");
}

function isExecutable(tree: Tree, path: string): boolean {
  if (!tree.exists(path)) return false;
  const read = tree.read(path);
  return read.kind === "source" && (read.mode & 0o100) !== 0;
}

/** The diffs of all trees in one stream; a line before each says whose it is when there are several. */
export function formatDiffs(outcome: RunOutcome, style: Style, forTerminal: boolean): Uint8Array {
  return inOneStream(
    outcome.trees.map((tree) => ({ title: `${tree.project}: ${tree.label}`, diff: formatTreeDiff(tree) })),
    style,
    forTerminal,
  );
}

/** As `formatDiffs`, of changes that nobody has planned as a series. */
export function formatFixes(
  trees: readonly { readonly label: string; readonly tree: Tree; readonly changes: readonly FileChange[] }[],
  style: Style,
  forTerminal: boolean,
): Uint8Array {
  const diffs = trees.map(({ label, tree, changes }) => ({
    title: label,
    diff: formatChanges(tree, changes),
  }));
  return inOneStream(diffs, style, forTerminal);
}

function inOneStream(
  trees: readonly { readonly title: string; readonly diff: string }[],
  style: Style,
  forTerminal: boolean,
): Uint8Array {
  const text = trees
    .map(({ title, diff }) =>
      trees.length > 1 && diff !== "" ? `# ${Buffer.from(title, "utf8").toString("latin1")}\n${diff}` : diff,
    )
    .join("");
  if (!forTerminal) return Buffer.from(text, "latin1");
  const lines = Buffer.from(text, "latin1").toString("utf8").split("\n");
  return Buffer.from(lines.map((line) => paint(line, style)).join("\n"), "utf8");
}

function paint(line: string, style: Style): string {
  const how = tintOf(line);
  const shown = printable(line);
  return how === undefined ? shown : tint(style, how, shown);
}

function tintOf(line: string): Tint | undefined {
  if (/^(diff |index |--- |\+\+\+ |# )/.test(line)) return "bold";
  if (line.startsWith("@@")) return "cyan";
  if (line.startsWith("+")) return "green";
  return line.startsWith("-") ? "red" : undefined;
}
