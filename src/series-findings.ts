import type { PlacedFinding } from "./check.ts";
import { PROJECT_PACKAGES } from "./checkout/known-packages.ts";
import { isTestPath } from "./facts/module-names.ts";
import type { SourceReader } from "./facts/source-reader.ts";
import { evaluateHunk } from "./match/evaluate.ts";
import { firstNodeOf } from "./match/place.ts";
import type { HunkReport } from "./match/state.ts";
import type { Parser, SyntaxNode } from "./parse/tree.ts";
import { HunkCompiler } from "./plan/compiled-series.ts";
import type { EvaluationContext } from "./plan/evaluate-patch.ts";
import { PlanMemory } from "./plan/memory.ts";
import { judgePairing, type PairedTree } from "./plan/pairing.ts";
import type { PatchStep, TreePlan } from "./plan/plan.ts";
import { planSeries } from "./plan/plan-series.ts";
import { Targets, type TextSource, VirtualTree } from "./plan/virtual-tree.ts";
import { mapLine } from "./report/places.ts";
import type { RelatedPlace, Rule } from "./rule.ts";
import { type Change, codeOf } from "./smpl/difference.ts";
import type { Pattern } from "./smpl/pattern.ts";
import type { Section, SemanticPatch } from "./smpl/semantic-patch.ts";
import { type Profile, patchesFor, type Series } from "./smpl/series.ts";
import { settingLiterals } from "./smpl/settings.ts";
import { LineIndex } from "./text/lines.ts";
import type { Span } from "./text/span.ts";

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
  const rules = series.patches.map(
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
  return rules;
}

/** `SERIES/NAME` of `PROJECT/NNNN-NAME`. */
export function seriesRuleId(series: Series, patch: SemanticPatch): string {
  return `${series.name}/${patch.id.slice(patch.id.lastIndexOf("/") + 1).replace(/^\d+-/, "")}`;
}

/** Id of the rule about trees that belong together: one is patched and the other is not. */
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
        (hunk) => hunk.role.kind === "change" && JSON.stringify(hunk.body).includes('"mark":"minus"'),
      ),
  );
}

function isCode({ target }: Section): boolean {
  return target.kind === "candidates" && !target.paths.some(isTestPath);
}

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

  /** @param rules those that are on */
  constructor(series: Series, rules: readonly SeriesRule[], parser: Parser) {
    this.series = series;
    this.rules = new Map(rules.map((rule) => [rule.patch.id, rule]));
    this.compiler = new HunkCompiler(parser);
    this.targets = new Targets(parser);
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
    const held = (plan: TreePlan): number => plan.steps.filter(isIn).length;
    // Releases have guards of their own that look like a hazard's removal: alone they are no sign of a profile.
    const isStarted = plans.some(({ plan }) => plan.steps.some((step) => isIn(step) && isCore(step)));
    const most = Math.max(0, ...plans.map(({ plan }) => held(plan)));
    // A tree that holds patches is judged by the profile that it has most of; a tree without, by all of them.
    const judged = isStarted ? this.preferred(plans.filter(({ plan }) => held(plan) === most)) : plans;
    const seen = new Set<string>();
    const findings = judged.flatMap(({ plan }) =>
      plan.steps.flatMap((step) => {
        if (seen.has(step.patch.id)) return [];
        seen.add(step.patch.id);
        return this.findingsOf(step, source, prefix);
      }),
    );
    const [first] = judged;
    const steps = first?.plan.steps ?? [];
    const real = steps.filter(({ report }) => report.state !== "absent" && report.state !== "obsolete");
    const done = real.filter(isIn).length;
    return {
      findings,
      anchor: this.anchorOf(steps, source, prefix),
      paired: {
        label: `${label}\0${prefix}`,
        project,
        profile: first?.profile.name ?? this.series.defaultProfile,
        state:
          real.length === 0
            ? "out of place"
            : done === 0
              ? "unpatched"
              : done === real.length
                ? "patched"
                : "partly",
        obsolete: steps.length > 0 && steps.every((step) => step.report.state === "obsolete"),
        title: project,
      },
    };
  }

  /** Of profiles that a tree has equally much of, the one that it is nearest to being whole in. */
  private preferred<T extends { readonly profile: Profile; readonly plan: TreePlan }>(
    plans: readonly T[],
  ): readonly T[] {
    const missing = ({ plan }: T): number =>
      plan.steps.filter((step) => step.report.state === "applicable").length;
    return [...plans].sort((a, b) => missing(a) - missing(b)).slice(0, 1);
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

  private findingsOf(step: PatchStep, source: TextSource, prefix: string): readonly PlacedFinding[] {
    const rule = this.rules.get(step.patch.id);
    if (rule === undefined) return [];
    const places = step.report.hunks.flatMap((hunk) => this.placeOf(step, hunk, source, prefix));
    const [first, ...others] = places;
    if (first === undefined) return [];
    const number = /(\d+)-[^/]*$/.exec(step.patch.id)?.[1] ?? step.patch.id;
    const half =
      step.report.state === "inconsistent" ? "is in this tree in part only" : "is not in this tree";
    return [
      {
        rule,
        path: first.path,
        span: first.span,
        from: first.from,
        to: first.to,
        message: `the fix "${rule.title}" ${half} (osfix apply --only ${number})`,
        related: others.map(({ path, span }): RelatedPlace => ({ path, span, message: "and here" })),
      },
    ];
  }

  /** Where the code stands that a hunk takes out, or beside which it puts something, in the file as it is. */
  private placeOf(
    step: PatchStep,
    report: HunkReport,
    source: TextSource,
    prefix: string,
  ): readonly Pick<PlacedFinding, "path" | "span" | "from" | "to">[] {
    const { path } = report;
    if (path === null || isTestPath(path)) return [];
    if (report.state !== "applicable" && report.state !== "inconsistent") return [];
    const [judged, disk] = [step.on.text(path), source.text(path)];
    const hunk = step.patch.sections
      .flatMap((section) => section.hunks)
      .find((one) => one.name === report.name);
    if (judged === null || disk === null || hunk === undefined) return [];
    const compiled = this.compiler.compile(step.patch, hunk, "apply");
    const verdict = evaluateHunk(compiled, this.targets.of(path, judged).tree, () => true);
    if (verdict.state !== "applicable" && verdict.state !== "inconsistent") return [];
    const { match, rewritings } = verdict;
    const changes = rewritings.flatMap(({ variant }) => variant.forward.changes);
    const nodes = [...match.scopes()].flatMap((scope) =>
      changes.flatMap((change) => markOf(change).flatMap((pattern) => scope.nodeOf(pattern) ?? [])),
    );
    const [node = firstNodeOf(match)] = nodes.sort((one, other) => one.start - other.start);
    return node ? [placeOn(prefix + path, node, judged, disk)] : [];
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

/** What a change takes out; where it only brings something in, the code that it comes beside. */
function markOf(change: Change): readonly Pattern[] {
  const out = codeOf(change, "minus");
  if (out.length > 0 || change.kind === "replace") return out;
  if (change.kind === "elements") return [change.list];
  if (change.kind === "decorators") return [change.definition.name];
  return [change.next, change.previous].filter((one) => one !== null && one.kind !== "dots").slice(0, 1);
}

const isCore = (step: PatchStep): boolean => step.patch.header.hazard === undefined;
const isIn = (step: PatchStep): boolean => step.report.state === "applied";

/** A patch is judged with those before it in the tree; their lines are taken off again. */
function placeOn(
  path: string,
  node: SyntaxNode,
  judged: string,
  disk: string,
): Pick<PlacedFinding, "path" | "span" | "from" | "to"> {
  const [there, here] = [new LineIndex(judged), new LineIndex(disk)];
  const [from, to] = [there.positionOf(node.start), there.positionOf(node.end)];
  const line = judged === disk ? from.line : mapLine(judged, disk, from.line);
  const start = here.startOf(line - 1) + from.column - 1;
  const end = to.line === from.line ? start + node.end - node.start : here.endOf(line - 1);
  const span: Span = { start, end: Math.min(end, Math.max(start, here.endOf(line - 1))) };
  return { path, span, from: here.positionOf(span.start), to: here.positionOf(span.end) };
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
    const folder = `${this.prefix}${path}/`;
    return this.sources.paths.some((one) => one.startsWith(folder));
  }
}
