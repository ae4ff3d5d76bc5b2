import { isShallow } from "../checkout/git-facts.ts";
import { openRevision, type RevisionTree } from "../checkout/revision-tree.ts";
import type { RawFinding } from "../report/check-report.ts";
import { UserError } from "../text/user-error.ts";
import type { RawCheck } from "./raw-check.ts";
import { TreeReader } from "./tree-reader.ts";
import type { CheckedTree } from "./trees.ts";

/** The findings that a tree had at a revision, comments left out of account. */
export interface Before {
  has(finding: Pick<RawFinding, "path" | "rule" | "message" | "lines" | "from" | "fingerprint">): boolean;
}

/**
 * Opens a revision of the tree.
 *
 * @throws UserError when git does not give the revision
 */
export async function openBefore(tree: CheckedTree, revision: string): Promise<RevisionTree> {
  const opened = await openRevision({ kind: "work-tree", top: tree.root }, revision, tree.sources.paths);
  if (opened.kind !== "failed") return opened;
  throw new UserError(`--since ${revision}: ${tree.label}: ${opened.reason}`, {
    hint: isShallow(tree.root)
      ? "this clone is shallow and may lack it: `git fetch --unshallow`, or fetch-depth: 0, GIT_DEPTH: 0 in CI"
      : "name a revision of the git work tree that is checked: HEAD, origin/master, a tag",
  });
}

/**
 * Which of a tree's findings a revision had too: only files in which something was found are checked there. A file that the
 * revision lacks may be one of those that are gone under another name: what any of these had at the same line is no news in it.
 */
export async function findingsBefore(
  opened: RevisionTree,
  tree: CheckedTree,
  { findings, ignores }: RawCheck,
  check: (opened: RevisionTree, sources: TreeReader, wanted: readonly string[]) => Promise<RawCheck>,
): Promise<Before> {
  const found = [...new Set([...findings, ...ignores].map(({ path }) => path))];
  const [held, there] = [new Set(opened.files), new Set(tree.sources.paths)];
  const fresh = new Set(found.filter((path) => !held.has(path)));
  const gone =
    fresh.size === 0 ? [] : opened.files.filter((path) => path.endsWith(".py") && !there.has(path));
  const wanted = [...found.filter((path) => held.has(path)), ...gone].sort();
  const sources = new TreeReader(opened, [...opened.files].sort());
  return before(await check(opened, sources, wanted), fresh, new Set(gone));
}

function before(raw: RawCheck, fresh: ReadonlySet<string>, gone: ReadonlySet<string>): Before {
  const unused = raw.ignores.flatMap(({ path, comments }) =>
    comments.flatMap(({ rules }) => rules.map((word) => `unused-ignore:${word}:${path}`)),
  );
  const names = new Set([...raw.findings.map(({ fingerprint }) => fingerprint), ...unused]);
  const moved = new Set(raw.findings.filter(({ path }) => gone.has(path)).map(withoutPath));
  return {
    has: (finding) =>
      names.has(finding.fingerprint) || (fresh.has(finding.path) && moved.has(withoutPath(finding))),
  };
}

/** What a fingerprint says but for the file. */
function withoutPath({
  rule,
  message,
  lines,
  from,
  fingerprint,
}: Pick<RawFinding, "rule" | "message" | "lines" | "from" | "fingerprint">): string {
  const text = lines.find(({ line }) => line === from.line)?.text.trim() ?? "";
  return JSON.stringify([rule, message, text, fingerprint.split(":").at(-1)]);
}
