import { isTestPath } from "../facts/module/module-names.ts";
import type { Rule } from "../rule.ts";
import { linesOf } from "../smpl/parse.ts";
import type { Section, SemanticPatch } from "../smpl/semantic-patch.ts";
import type { Series } from "../smpl/series.ts";

/** A semantic patch of a series as a rule: where its original code stands is a finding. */
export interface SeriesRule extends Rule {
  readonly patch: SemanticPatch;
}

/**
 * The rules that a series' patches are, by the names of the patches: `SERIES/NAME`.
 *
 * A patch that takes code out is a warning. One that only adds names no code that is wrong by itself: `info`. One that
 * removes a hazard of another patch is off by default: its subject is no defect of an unpatched tree.
 */
export function seriesRules(series: Series): readonly SeriesRule[] {
  return series.patches.map(
    (patch): SeriesRule => ({
      id: seriesRuleId(series, patch),
      title: patch.header.subject,
      severity: takesOut(patch) ? "warning" : "info",
      confidence: "high",
      onByDefault: patch.header.hazard === undefined,
      source: patch.header.bugs[0] ?? patch.header.origin ?? "",
      mentions: [],
      patch,
      check: () => [],
    }),
  );
}

/** `SERIES/NAME` of `PROJECT/NNNN-NAME`. */
export function seriesRuleId(series: Series, patch: SemanticPatch): string {
  return `${series.name}/${patch.id.slice(patch.id.lastIndexOf("/") + 1).replace(/^\d+-/, "")}`;
}

/** The rule about trees that belong together: one is patched and the other is not. */
export function pairingRule(series: Series): Rule {
  return {
    id: `${series.name}/other-half`,
    title: "one half of the patches is in, the other is not",
    severity: "warning",
    confidence: "high",
    onByDefault: true,
    source: "https://bugs.launchpad.net/nova/+bug/1880389",
    mentions: [],
    check: () => [],
  };
}

function takesOut(patch: SemanticPatch): boolean {
  return patch.sections.some(
    (section) =>
      isCode(section) &&
      section.hunks.some(
        ({ role, body }) => role.kind === "change" && linesOf(body).some(({ mark }) => mark === "minus"),
      ),
  );
}

function isCode({ target }: Section): boolean {
  return target.kind === "candidates" && !target.paths.some(isTestPath);
}
