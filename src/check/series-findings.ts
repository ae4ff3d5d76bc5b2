import { PROJECT_PACKAGES } from "../checkout/known-packages.ts";
import { isTestPath } from "../facts/module/module-names.ts";
import { hasPathBeginning, type SourceReader } from "../facts/tree/source-reader.ts";
import type { Parser } from "../parse/tree.ts";
import { HunkCompiler } from "../plan/compiled-series.ts";
import type { EvaluationContext } from "../plan/evaluate-patch.ts";
import { PlanMemory } from "../plan/memory.ts";
import { judgePairing, type PairedTree, stateOfAll } from "../plan/pairing.ts";
import type { PatchStep, TreePlan } from "../plan/plan.ts";
import { planSeries } from "../plan/plan-series.ts";
import { Targets, type TextSource, VirtualTree } from "../plan/virtual-tree.ts";
import type { CellState } from "../report/matrix-report.ts";
import type { Rule } from "../rule.ts";
import type { SemanticPatch } from "../smpl/semantic-patch.ts";
import { type Profile, patchesFor, type Series } from "../smpl/series.ts";
import { settingLiterals } from "../smpl/settings.ts";
import type { PlacedFinding } from "./check-module.ts";
import { StepPlaces } from "./series-places.ts";
import type { SeriesRule } from "./series-rules.ts";

/** The projects of a tree by their packages, each with the path of its root in the tree: "" or `some/folder/`. */
export function projectsIn(
  paths: readonly string[],
  projects: readonly string[],
): readonly { readonly project: string; readonly prefix: string }[] {
  return projects.flatMap((project) => {
    const marks = (PROJECT_PACKAGES[project] ?? []).map((name) => `${name}/__init__.py`);
    const found = paths.flatMap((path) => {
      const mark = marks.find((one) => path === one || path.endsWith(`/${one}`));
      return mark === undefined ? [] : [path.slice(0, path.length - mark.length)];
    });
    // `nova/nova/__init__.py` is a mark, and so is a package of that name deeper down: the outermost counts.
    const outermost = [...new Set(found)].sort((a, b) => a.length - b.length);
    const roots = outermost.filter(
      (prefix, at) => !outermost.slice(0, at).some((above) => prefix.startsWith(above)),
    );
    return roots.map((prefix) => ({ project, prefix }));
  });
}

/** What decides by which profile a tree is judged. */
export interface StateOfPatch {
  readonly state: CellState;
  readonly patch: SemanticPatch;
}

/**
 * Which profiles a tree is judged by: the one that it has most patches of, of equals the one that it lacks least of; all
 * of them where it has none.
 *
 * @param profiles the patches of each profile
 * @returns indexes into `profiles`
 */
export function judgedProfiles(profiles: readonly (readonly StateOfPatch[])[]): readonly number[] {
  const count = (wanted: CellState, at: number): number =>
    (profiles[at] ?? []).filter(({ state }) => state === wanted).length;
  const all = profiles.map((_, at) => at);
  // Releases have guards of their own that look like a hazard's removal: alone they are no sign of a profile.
  const isStarted = profiles.some((own) =>
    own.some(({ state, patch }) => state === "applied" && patch.header.hazard === undefined),
  );
  if (!isStarted) return all;
  const most = Math.max(0, ...all.map((at) => count("applied", at)));
  return all
    .filter((at) => count("applied", at) === most)
    .sort((a, b) => count("applicable", a) - count("applicable", b))
    .slice(0, 1);
}

/** One project of a tree, judged. */
export interface JudgedProject {
  readonly findings: readonly PlacedFinding[];
  readonly paired: PairedTree;
  /** The file at which a sentence about the whole project is placed, from the tree's root. */
  readonly anchor: string | undefined;
}

/** Judges the patches of a series on a tree: those that are not in it, and whose original code is. */
export class SeriesJudge {
  private readonly series: Series;
  private readonly rules: ReadonlyMap<string, SeriesRule>;
  private readonly compiler: HunkCompiler;
  private readonly targets: Targets;
  private readonly memory = new PlanMemory();
  private readonly places: StepPlaces;

  /** @param rules those that are on */
  constructor(series: Series, rules: readonly SeriesRule[], parser: Parser) {
    this.series = series;
    this.rules = new Map(rules.map((rule) => [rule.patch.id, rule]));
    this.compiler = new HunkCompiler(parser);
    this.targets = new Targets(parser);
    this.places = new StepPlaces(this.compiler, this.targets);
  }

  judge(sources: SourceReader, label: string): readonly JudgedProject[] {
    return projectsIn(sources.paths, this.series.projects).map(({ project, prefix }) =>
      this.judgeProject(new PrefixedSource(sources, prefix), project, prefix, label),
    );
  }

  private judgeProject(source: TextSource, project: string, prefix: string, label: string): JudgedProject {
    const plans = this.series.profiles.map((profile) => ({
      profile,
      plan: this.plan(source, project, profile),
    }));
    const states = plans.map(({ plan }) =>
      plan.steps.map(({ report, patch }) => ({ state: report.state, patch })),
    );
    const judged = judgedProfiles(states).flatMap((at) => plans[at] ?? []);
    const seen = new Set<string>();
    const findings = judged.flatMap(({ plan }) =>
      plan.steps.flatMap((step) => {
        const rule = this.rules.get(step.patch.id);
        if (seen.has(step.patch.id) || rule === undefined) return [];
        seen.add(step.patch.id);
        return this.places.findingOf(rule, step, source, prefix) ?? [];
      }),
    );
    const [first] = judged;
    const steps = first?.plan.steps ?? [];
    return {
      findings,
      anchor: this.anchorOf(steps, source, prefix),
      paired: {
        label: `${label}\0${prefix}`,
        project,
        profile: first?.profile.name ?? this.series.defaultProfile,
        state: stateOfAll(steps, ({ report }) => report.state === "applied"),
        obsolete: steps.length > 0 && steps.every((step) => step.report.state === "obsolete"),
        title: project,
      },
    };
  }

  private plan(source: TextSource, project: string, profile: Profile): TreePlan {
    const patches = patchesFor(this.series, project, profile.name);
    const context: EvaluationContext = {
      compiler: this.compiler,
      targets: this.targets,
      memory: this.memory,
      settings: settingLiterals(this.series, profile.name, new Map()),
    };
    return planSeries(patches, new Set(patches), new VirtualTree(source), "apply", context);
  }

  private anchorOf(steps: readonly PatchStep[], source: TextSource, prefix: string): string | undefined {
    for (const { patch } of steps)
      for (const { target } of patch.sections) {
        if (target.kind !== "candidates") continue;
        const path = target.paths.find((one) => !isTestPath(one) && source.text(one) !== null);
        if (path !== undefined) return prefix + path;
      }
    return undefined;
  }
}

/** What is wrong with trees as a pair, placed at the file of the one that lags behind. */
export function pairingFindings(
  rule: Rule,
  judged: readonly { readonly tree: string; readonly project: JudgedProject }[],
): readonly { readonly tree: string; readonly finding: PlacedFinding }[] {
  const given = new Set(judged.map(({ project }) => project.paired.project));
  if (given.size < 2) return [];
  return judgePairing(judged.map(({ project }) => project.paired))
    .filter(({ severity }) => severity === "warning")
    .flatMap(({ message, trees }) => {
      const [lagging] = trees;
      const found = judged.find(({ project }) => project.paired.label === lagging);
      if (found?.project.anchor === undefined) return [];
      const at = { line: 1, column: 1 };
      const finding: PlacedFinding = {
        rule,
        path: found.project.anchor,
        span: { start: 0, end: 0 },
        from: at,
        to: at,
        message,
      };
      return [{ tree: found.tree, finding }];
    });
}

/** One project of a tree as a tree of its own. */
class PrefixedSource implements TextSource {
  private readonly sources: SourceReader;
  private readonly prefix: string;
  private readonly texts = new Map<string, string | null>();

  constructor(sources: SourceReader, prefix: string) {
    this.sources = sources;
    this.prefix = prefix;
  }

  text(path: string): string | null {
    let text = this.texts.get(path);
    if (text === undefined) {
      text = this.sources.read(this.prefix + path) ?? null;
      this.texts.set(path, text);
    }
    return text;
  }

  hasFolder(path: string): boolean {
    return hasPathBeginning(this.sources, `${this.prefix}${path}/`);
  }

  whyUnseen(): undefined {
    return undefined;
  }
}
