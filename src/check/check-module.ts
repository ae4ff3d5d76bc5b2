import { isTestPath } from "../facts/module/module-names.ts";
import { ProjectFacts } from "../facts/tree/project.ts";
import type { SourceReader } from "../facts/tree/source-reader.ts";
import { SearchGaveUp } from "../match/effort.ts";
import type { Parser } from "../parse/tree.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";
import { LineIndex, type Position } from "../text/lines.ts";
import { type Literal, LiteralSearch } from "../text/literal-search.ts";

/** A finding with its rule and place. */
export interface PlacedFinding extends Finding {
  readonly rule: Rule;
  /** From the checkout root. */
  readonly path: string;
  readonly from: Position;
  readonly to: Position;
}

/** What one run looked at. */
export interface CheckResult {
  /** Ordered by path, offset and rule. */
  readonly findings: readonly PlacedFinding[];
  /** Python files offered to the rules, and those of them that a rule asked for. */
  readonly files: number;
  readonly checked: number;
}

/** Runs the rules over a tree, or over `paths` of it; facts may come from the whole tree either way. */
export function checkTree(
  sources: SourceReader,
  parser: Parser,
  rules: readonly Rule[],
  paths: readonly string[] = sources.paths,
): CheckResult {
  const project = new ProjectFacts(sources, parser);
  const wanted = paths.filter((path) => path.endsWith(".py"));
  const filter = new RuleFilter(rules);
  let checked = 0;
  const findings: PlacedFinding[] = [];
  for (const path of wanted) {
    const asking = filter.asking(project.text(path) ?? "", path);
    if (asking.length === 0) continue;
    checked++;
    findings.push(...checkModule(project, path, asking).findings);
  }
  return { findings: findings.sort(byPlace), files: wanted.length, checked };
}

/** Asks rules, by their literals alone, whether they could find something in one text after the other. */
export class RuleFilter {
  private readonly search = new LiteralSearch();
  private readonly asked: readonly AskedRule[];
  private readonly askedOfTests: readonly AskedRule[];
  /** Most files of a large tree ask for the same rules: no list is made twice. */
  private readonly none: RuleList = { rules: [], longer: new Map() };

  constructor(rules: readonly Rule[]) {
    const { search } = this;
    const isHeld = (literal: Literal) => search.holds(literal);
    const isMet = (group: readonly Literal[]) => group.some(isHeld);
    this.asked = rules.map((rule) => {
      const mentions = rule.mentions.map((group) => group.map((text) => search.literal(text)));
      return { rule, mayFind: () => mentions.every(isMet) };
    });
    this.askedOfTests = this.asked.filter(({ rule }) => rule.checksTests);
  }

  /** The rules that could find something. */
  asking(text: string, path: string): readonly Rule[] {
    const asked = isTestPath(path) ? this.askedOfTests : this.asked;
    if (asked.length > 0) this.search.read(text);
    let list = this.none;
    for (const { rule, mayFind } of asked) if (mayFind()) list = withRule(list, rule);
    return list.rules;
  }
}

/** A rule, and whether the text at hand holds what it asks for. */
interface AskedRule {
  readonly rule: Rule;
  readonly mayFind: () => boolean;
}

/** A list of rules, and those that begin with it and have one rule more. */
interface RuleList {
  readonly rules: readonly Rule[];
  readonly longer: Map<Rule, RuleList>;
}

function withRule({ rules, longer }: RuleList, rule: Rule): RuleList {
  let list = longer.get(rule);
  if (!list) {
    list = { rules: [...rules, rule], longer: new Map() };
    longer.set(rule, list);
  }
  return list;
}

/** What rules say of one module. */
export interface CheckedModule {
  readonly findings: readonly PlacedFinding[];
  /** Why rules say nothing, or not all they would; each names its rule. */
  readonly unjudged: readonly string[];
}

/** Runs rules over one module; the unit of work that can be handed to another thread. */
export function checkModule(project: ProjectFacts, path: string, rules: readonly Rule[]): CheckedModule {
  const text = project.text(path);
  if (text === undefined) return { findings: [], unjudged: [] };
  let lines: LineIndex | undefined;
  const positionOf = (offset: number): Position => {
    lines ??= new LineIndex(text);
    return lines.positionOf(offset);
  };
  const context: RuleContext = {
    path,
    text,
    get module() {
      return project.moduleAt(path);
    },
    project,
  };
  const findings: PlacedFinding[] = [];
  const unjudged: string[] = [];
  for (const rule of rules)
    try {
      for (const finding of rule.check(context)) {
        const from = positionOf(finding.span.start);
        findings.push({ ...finding, rule, path, from, to: positionOf(finding.span.end) });
      }
    } catch (error) {
      if (!(error instanceof SearchGaveUp)) throw error;
      unjudged.push(`${rule.id}: ${error.message}`);
    }
  return { findings, unjudged };
}

function byPlace(a: PlacedFinding, b: PlacedFinding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.span.start - b.span.start || (a.rule.id < b.rule.id ? -1 : 1);
}
