import { detectionTitle } from "../detect/detect-project.ts";
import { type RunOutcome, stateOf, type TreeOutcome } from "../plan/outcome.ts";
import { type JudgedPatch, judgePatch } from "./judged-patch.ts";
import { formatMatrixPage } from "./matrix-page.ts";
import type { MatrixReport, MatrixRepository } from "./matrix-report.ts";

/**
 * The trees of a call as the page that `osfix matrix` makes, each tree a revision.
 *
 * @param version osfix's own
 */
export function formatRunPage(outcome: RunOutcome, version: string): string {
  const verdicts: JudgedPatch[] = [];
  const repositories = outcome.trees.map((tree) => treeAsRepository(tree, verdicts));
  const patches = outcome.trees.flatMap((tree) =>
    tree.plan.steps.map(({ patch }) => ({ patch, profile: tree.profile.name })),
  );
  const ids = [...new Set(patches.map(({ patch }) => patch.id))];
  const report: MatrixReport = {
    format: 1,
    osfix: version,
    series: outcome.series.name,
    title: outcome.series.title,
    profiles: [...new Set(outcome.trees.map((tree) => tree.profile.name))],
    shard: null,
    patches: ids.flatMap((id) => {
      const own = patches.filter(({ patch }) => patch.id === id);
      const first = own[0]?.patch;
      if (!first) return [];
      const profiles = [...new Set(own.map(({ profile }) => profile))];
      return [{ id, project: first.header.project, subject: first.header.subject, profiles }];
    }),
    repositories,
    pairing: outcome.pairing.map(({ severity, message }) => ({
      release: "",
      profile: "",
      severity,
      message,
    })),
    verdicts,
    checked: "patches",
    rules: [],
    findings: [],
    cost: { revisions: repositories.length, blobs: 0, combinations: 0, cached: 0 },
  };
  const words = outcome.trees.map(
    (tree) => `${tree.label}: ${detectionTitle(tree.detection)}, ${stateOf(tree)}`,
  );
  return formatMatrixPage(report, words.join("; "));
}

function treeAsRepository(tree: TreeOutcome, verdicts: JudgedPatch[]): MatrixRepository {
  const { detection } = tree;
  const own = tree.plan.steps.map(
    (step) => verdicts.push(judgePatch(step, tree.source, tree.plan.refusals)) - 1,
  );
  return {
    path: tree.label,
    project: tree.project,
    revisions: [
      {
        name: detection.version?.text ?? stateOf(tree),
        kind: "commit",
        commit: tree.git.kind === "work-tree" && tree.git.own ? (tree.git.head ?? "") : "",
        version: detection.version?.text ?? null,
        release: detection.release,
        verdicts: { [tree.profile.name]: own },
        findings: [],
      },
    ],
  };
}
