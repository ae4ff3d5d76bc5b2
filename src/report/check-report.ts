import type { ReadProblem } from "../checkout/source-file.ts";
import type { Confidence, Severity } from "../rule.ts";
import type { Position } from "../text/lines.ts";
import type { BaselineEntry } from "./baseline.ts";

/** A rule as reports speak of it. */
export interface RuleInfo {
  /** `AREA/NAME`. */
  readonly id: string;
  readonly title: string;
  /** As the rule has it; a finding's own severity may be another one, by configuration. */
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** URL of what the rule rests on; the empty text when there is none. */
  readonly source: string;
  /** The rule's page, in Markdown; undefined when it is not at hand. */
  readonly page: string | undefined;
}

/** A place of a file. */
export interface ReportedPlace {
  /** From the root of its tree, with `/`. */
  readonly path: string;
  /** Lines and columns from 1, the end excluded; columns count UTF-16 units. */
  readonly from: Position;
  readonly to: Position;
}

/** Another place that a finding speaks of. */
export interface ReportedRelated extends ReportedPlace {
  readonly message: string;
}

/** A piece of text to be put where another one stands. */
export interface ReportedEdit {
  readonly from: Position;
  readonly to: Position;
  /** UTF-16 offsets of the same place. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How a finding can be mended. */
export interface ReportedFix {
  readonly kind: "safe" | "unsafe";
  readonly title: string;
  /** In the finding's own file. */
  readonly edits: readonly ReportedEdit[];
}

/** A finding as the checker gives it, without objects of the checker: it can be stored and sent between threads. */
export interface RawFinding extends ReportedPlace {
  readonly rule: string;
  readonly message: string;
  readonly related: readonly ReportedRelated[];
  readonly fix: ReportedFix | undefined;
  /** The source lines from one above the finding to its end, at most six, for a code frame. */
  readonly lines: readonly { readonly line: number; readonly text: string }[];
  /** Names the finding across runs, also when its lines have moved; equal findings of a file are numbered. */
  readonly fingerprint: string;
}

/** Why a finding does not count. */
export interface Suppression {
  readonly kind: "comment" | "baseline";
  /** What the comment says; empty when it says nothing. */
  readonly reason: string;
}

/** A finding after configuration, comments and baseline. */
export interface ReportedFinding extends RawFinding {
  readonly related: readonly (ReportedRelated & { readonly shown: string })[];
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly title: string;
  /** How the tree is called: findings of several trees are told apart by it. */
  readonly tree: string;
  /** The file as a person or a machine at the caller's place finds it. */
  readonly shown: string;
  readonly suppression: Suppression | undefined;
}

/** A file that was to be checked and was not, or not in full. */
export interface SkippedFile {
  readonly shown: string;
  readonly problem: ReadProblem["problem"] | "unparsed" | "syntax-error";
  /** A clause that follows "FILE: ". */
  readonly reason: string;
}

/** What one call of `osfix check` has found. All lists are ordered by file, place and rule. */
export interface CheckReport {
  readonly version: string;
  /** Rules that ran, ordered by id. */
  readonly rules: readonly RuleInfo[];
  readonly trees: readonly string[];
  /** Findings that count. */
  readonly findings: readonly ReportedFinding[];
  /** Findings that do not. */
  readonly suppressed: readonly ReportedFinding[];
  readonly skipped: readonly SkippedFile[];
  /** What is to be known of the trees besides, as sentences. */
  readonly remarks?: readonly string[];
  /** Python files that were looked at. */
  readonly files: number;
  /** Entries of the baseline that nothing was found for any more; 0 without a baseline. */
  readonly staleBaseline: number;
  /** The others. */
  readonly keptBaseline: readonly BaselineEntry[];
  /** What `--fix` has done. */
  readonly fixed: { readonly findings: number; readonly files: readonly string[] } | undefined;
  /** Revision that findings are compared with. */
  readonly since: string | undefined;
  /** Which findings fail a build. */
  readonly failOn: FailOn;
}

/** The least severity that fails a build; `never` where findings are for reading only. */
export type FailOn = Severity | "never";

/** The values of `FailOn`, the gravest severity first. */
export const FAIL_ON: readonly FailOn[] = ["error", "warning", "info", "never"];

/** 1 when there is a finding of the severity that fails a build or of a graver one, else 0. */
export function checkExitStatus({ findings, failOn }: Pick<CheckReport, "findings" | "failOn">): 0 | 1 {
  const least = FAIL_ON.indexOf(failOn);
  return failOn !== "never" && findings.some(({ severity }) => FAIL_ON.indexOf(severity) <= least) ? 1 : 0;
}

/** `nova/a.py:12:5`, with text of the tree made harmless by the caller. */
export function placeOf(finding: ReportedFinding): string {
  return `${finding.shown}:${finding.from.line}:${finding.from.column}`;
}
