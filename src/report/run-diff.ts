import { encodeChanges } from "../emit/byte-change.ts";
import { formatFilePatch, patchFile } from "../emit/file-patch.ts";
import type { RunOutcome, TreeOutcome } from "../plan/outcome.ts";
import { printable, type Style, type Tint, tint } from "./style.ts";

/**
 * What `apply` (or `revert`) would do to a tree, as `git diff --full-index` prints it, in the bytes of the files.
 *
 * The text is latin-1 decoded bytes.
 */
export function formatTreeDiff(tree: TreeOutcome): string {
  const { write } = encodeChanges(tree.tree, tree.plan.changes);
  return write.changes
    .flatMap((change) => {
      const mode = isExecutable(tree, change.path) ? "100755" : "100644";
      const patch = patchFile({ ...change, mode });
      return patch ? [formatFilePatch(patch, { kind: "p1" })] : [];
    })
    .join("");
}

function isExecutable(tree: TreeOutcome, path: string): boolean {
  if (!tree.tree.exists(path)) return false;
  const read = tree.tree.read(path);
  return read.kind === "source" && (read.mode & 0o100) !== 0;
}

/** The diffs of all trees in one stream; a line before each says whose it is when there are several. */
export function formatDiffs(outcome: RunOutcome, style: Style, forTerminal: boolean): Uint8Array {
  const several = outcome.trees.length > 1;
  const text = outcome.trees
    .map((tree) => {
      const diff = formatTreeDiff(tree);
      return several && diff !== ""
        ? `# ${tree.project}: ${Buffer.from(tree.label, "utf8").toString("latin1")}\n${diff}`
        : diff;
    })
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
