import type { ChosenRules } from "../check/choose-rules.ts";
import { seriesRules } from "../check/series-rules.ts";
import type { DatedRevision } from "../detect/revision-order.ts";
import type { ResultCache } from "../emit/result-cache.ts";
import type { PackingParser } from "../parse/parser.ts";
import type { MatrixFinding, MatrixReport, MatrixRule } from "../report/matrix-report.ts";
import type { SemanticPatch } from "../smpl/semantic-patch.ts";
import type { Series } from "../smpl/series.ts";
import { RevisionChecker } from "./check-revisions.ts";
import { asMatrixFinding, asMatrixRule, patchFindings } from "./findings.ts";
import type { JudgedSteps } from "./judge-revisions.ts";
import type { ChosenProfile, MatrixRequest, OpenedRepository } from "./request.ts";

/** What rules find in revisions. */
export interface Finder {
  readonly kind: MatrixReport["checked"];
  readonly rules: readonly MatrixRule[];
  find(
    repository: OpenedRepository,
    revision: DatedRevision,
    steps: readonly JudgedSteps[],
  ): Promise<readonly MatrixFinding[]>;
}

/** The rules that are asked for, on whole trees. */
export function finderInTrees(
  chosen: ChosenRules,
  parser: PackingParser,
  cache: ResultCache,
  engine: string,
): Finder {
  const checker = new RevisionChecker(chosen, parser, cache, engine);
  return {
    kind: "trees",
    rules: checker.rules.map(asMatrixRule),
    find: async ({ place }, revision) =>
      (await checker.check(place, revision)).map((one) => asMatrixFinding(one, one.severity)),
  };
}

/** The chosen patches of the opened projects, as rules. */
export function finderInPatches(
  series: Series,
  asked: readonly ChosenProfile[],
  opened: readonly OpenedRepository[],
  request: MatrixRequest,
): Finder {
  const isAsked = (patch: SemanticPatch): boolean =>
    (request.only ?? []).length === 0 || asked.some(({ chosen }) => chosen.has(patch));
  const rules = seriesRules(series).filter(
    ({ onByDefault, patch }) =>
      onByDefault && isAsked(patch) && opened.some(({ project }) => project === patch.header.project),
  );
  return {
    kind: "patches",
    rules: rules.map(asMatrixRule),
    find: async (_, __, steps) => patchFindings(steps, series.patches, rules),
  };
}
