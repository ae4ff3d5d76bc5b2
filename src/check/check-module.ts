import { CONFLICT_WORD, mergeConflicts } from "../facts/module/merge-conflict.ts";
import type { ProjectFacts } from "../facts/tree/project.ts";
import { SearchGaveUp } from "../match/effort.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";
import { LineIndex, type Position } from "../text/lines.ts";
import { isStackOverflow } from "../text/stack-overflow.ts";
import { UserError } from "../text/user-error.ts";
import { OutOfTime } from "./time-limit.ts";

/** A finding with its rule and place. */
export interface PlacedFinding extends Finding {
  readonly rule: Rule;
  /** From the checkout root. */
  readonly path: string;
  readonly from: Position;
  readonly to: Position;
}

/** What rules say of one module. */
export interface CheckedModule {
  readonly findings: readonly PlacedFinding[];
  /** Why rules say nothing, or not all they would; each names its rule. */
  readonly unjudged: readonly string[];
  /** What rules threw, which is a bug of theirs; `unjudged` tells it, too. */
  readonly failures: readonly Error[];
}

/** Runs rules over one module; the unit of work that can be handed to another thread. */
export function checkModule(project: ProjectFacts, path: string, rules: readonly Rule[]): CheckedModule {
  const text = project.text(path);
  if (text === undefined) return { findings: [], unjudged: [], failures: [] };
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
  const failures: Error[] = [];
  for (const rule of judging(rules, project, path, text))
    try {
      for (const finding of rule.check(context)) {
        const from = positionOf(finding.span.start);
        findings.push({ ...finding, rule, path, from, to: positionOf(finding.span.end) });
      }
    } catch (error) {
      if (!(error instanceof Error) || isOfTheRun(error)) throw error;
      if (error instanceof SearchGaveUp) unjudged.push(`${rule.id}: ${error.message}`);
      else {
        failures.push(error);
        unjudged.push(`${rule.id} failed on it, which is a bug in osfix (${error.name}: ${error.message})`);
      }
    }
  return {
    findings: findings.length === 0 ? findings : outsideErrors(findings, project, path, positionOf),
    unjudged,
    failures,
  };
}

/** What concerns more than one rule: the time is over, the stack is full, a part of osfix is missing. */
function isOfTheRun(error: Error): boolean {
  return error instanceof OutOfTime || error instanceof UserError || isStackOverflow(error);
}

/** Of a module with both halves of a merge in it only that is told. */
function judging(rules: readonly Rule[], project: ProjectFacts, path: string, text: string): readonly Rule[] {
  if (!text.includes(CONFLICT_WORD) || mergeConflicts(project.moduleAt(path).tree).length === 0) return rules;
  return rules.filter(({ readsBroken }) => readsBroken);
}

/** What stands on lines that do not parse is no code that could be judged. */
function outsideErrors(
  findings: readonly PlacedFinding[],
  project: ProjectFacts,
  path: string,
  positionOf: (offset: number) => Position,
): readonly PlacedFinding[] {
  const { errors } = project.moduleAt(path).tree;
  if (errors.length === 0) return findings;
  const broken = errors.map(({ start, end }) => ({ from: positionOf(start).line, to: positionOf(end).line }));
  return findings.filter(({ rule, from, to }) => {
    return rule.readsBroken || !broken.some((one) => from.line <= one.to && one.from <= to.line);
  });
}
