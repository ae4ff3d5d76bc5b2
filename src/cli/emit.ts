import fs from "node:fs";
import path from "node:path";
import { formatConfig, parseConfigHints } from "../emit/config-text.ts";
import { planDebianChangelog } from "../emit/debian-changelog.ts";
import { distinctSeries, formatDistinct } from "../emit/dedupe.ts";
import { planDebianEdit, planDebianRemoval } from "../emit/edit-debian.ts";
import { changelogLine, type PlannedFiles, planSpecEdit, planSpecRemoval } from "../emit/edit-spec.ts";
import { splitAddress } from "../emit/message.ts";
import {
  type OutputFile,
  replaceFiles,
  type WrittenFiles,
  writeOwnedDirectory,
} from "../emit/output-files.ts";
import type { RunTool } from "../emit/outside-tool.ts";
import { type PlannedPatches, plannedPatches } from "../emit/planned-patches.ts";
import { releaseNote } from "../emit/release-note.ts";
import { layOutDiff, layOutSeries, type SeriesChoices, type SeriesFormat } from "../emit/series-formats.ts";
import type { RunOutcome, TreeOutcome } from "../plan/outcome.ts";
import { EXIT, refusedStatus } from "../report/exit-status.ts";
import { UserError } from "../text/user-error.ts";
import type { EmitChoices } from "./emit-choices.ts";

/** What `osfix emit` can make: a series in one of its formats, one diff, a release note, configuration. */
export type EmitFormat = SeriesFormat | "diff" | "reno" | "conf";

/** What is to be made of a planned run. */
export interface EmitRequest {
  readonly format: EmitFormat;
  /** A directory; for `diff` and `conf` a file. Undefined for standard output where the format is one text. */
  readonly output: string | undefined;
  /** A spec file to edit instead of writing a directory. */
  readonly spec: string | undefined;
  /** A Debian source package to edit instead. */
  readonly debian: string | undefined;
  readonly bumpRelease: boolean;
  /** Add a changelog entry in the edited package, in this person's name (`Name <mail>`). */
  readonly changelog: string | undefined;
  /** Write each series once for all the trees that it serves. */
  readonly dedupe: boolean;
  /** Add a release note to a written series. */
  readonly reno: boolean;
  /** The first number, when the user gave one. */
  readonly startNumber: number | undefined;
  readonly choices: EmitChoices;
  /** As given with `--set`. */
  readonly settings: ReadonlyMap<string, string>;
  /** `series.json` as read, with its name in messages. */
  readonly manifest: { readonly file: string; readonly text: string };
}

/** What goes to which stream, and how the program ends. */
export interface EmitResult {
  readonly output: Uint8Array;
  /** Lines for people, on standard error. */
  readonly messages: readonly string[];
  readonly exitStatus: number;
}

/**
 * Writes what a planned run would do as concrete patches. Nothing is written when a tree refuses.
 *
 * @throws UserError for a request that does not fit the trees or the place to write to
 */
export function emitSeries(outcome: RunOutcome, request: EmitRequest, run: RunTool): EmitResult {
  const refused = refusedStatus(outcome);
  if (refused !== undefined) {
    const messages = outcome.refusals.map(
      ({ tree, message, hint }) => `${tree}: ${message}${hint ? ` (${hint})` : ""}`,
    );
    return { output: NOTHING, messages: [...messages, "nothing was written"], exitStatus: refused };
  }
  if (request.changelog !== undefined) splitAddress(request.changelog);
  const trees = outcome.trees.map((tree) => plannedPatches(tree, request.settings));
  const choices = { ...request.choices, series: outcome.series.name, startNumber: request.startNumber ?? 1 };
  const remarks = [
    ...outcome.trees.flatMap((tree, at) => remarksOn(tree, trees[at])),
    ...outcome.pairing.filter(({ kind }) => !WAITING.has(kind)).map(({ message }) => message),
  ];
  const result = emitAs(outcome, trees, choices, request, run);
  return { ...result, messages: [...remarks, ...result.messages], exitStatus: EXIT.fine };
}

/** Why a tree gives nothing, and what must come with what it gives. */
function remarksOn(tree: TreeOutcome, planned: PlannedPatches | undefined): readonly string[] {
  const remarks = [...tree.detection.warnings, ...tree.warnings].map(
    (warning) => `${tree.label}: ${warning}`,
  );
  if (!planned || planned.patches.length === 0) {
    const states = [...new Set(tree.plan.steps.map((step) => step.report.state))].join(", ");
    remarks.push(`${tree.label}: nothing to emit, its patches are ${states || "none"}`);
  }
  for (const file of planned?.joined.filter(({ hunks }) => hunks.includes("\r\n")) ?? []) {
    remarks.push(
      `${tree.label}: ${file.path} has CRLF lines; git am needs --keep-cr for it, and %autosetup -S git_am cannot apply it`,
    );
  }
  for (const file of planned?.unlisted ?? []) {
    remarks.push(
      `${tree.label}: ${file} is new and not in *.egg-info/SOURCES.txt; pbr leaves it out of a package unless it is added there`,
    );
  }
  return remarks;
}

/** What may be left for later: os-vif goes first, and its package waits for nova's without harm. */
const WAITING: ReadonlySet<string> = new Set(["nova-missing", "nova-left"]);

const NOTHING: Uint8Array = Buffer.alloc(0);

type Emitted = Omit<EmitResult, "exitStatus">;

function emitAs(
  outcome: RunOutcome,
  trees: readonly PlannedPatches[],
  choices: SeriesChoices,
  request: EmitRequest,
  run: RunTool,
): Emitted {
  if (request.spec !== undefined) return editSpec(request.spec, trees, choices, request);
  if (request.debian !== undefined) return editDebian(request.debian, trees, choices, request, run);
  if (request.dedupe) return emitDistinct(outcome, trees, choices, request);
  switch (request.format) {
    case "diff": {
      const text = layOutDiff(
        trees,
        trees.map((tree) => tree.joined),
      );
      return emitText(Buffer.from(text, "latin1"), request.output);
    }
    case "conf":
      return emitText(Buffer.from(configText(outcome, request), "utf8"), request.output);
    case "reno":
      return emitFiles(
        trees.flatMap((tree) => releaseNote(choices.series, tree) ?? []),
        trees,
        request.output,
      );
    default:
      return emitFiles(
        [...layOutSeries(request.format, trees, choices), ...notes(trees, choices, request)],
        trees,
        request.output,
      );
  }
}

function notes(
  trees: readonly PlannedPatches[],
  choices: SeriesChoices,
  request: EmitRequest,
): readonly OutputFile[] {
  if (!request.reno) return [];
  return trees.flatMap((tree) => {
    const note = releaseNote(choices.series, tree);
    return note ? [{ ...note, path: trees.length > 1 ? `${tree.project}/${note.path}` : note.path }] : [];
  });
}

function configText(outcome: RunOutcome, request: EmitRequest): string {
  const hints = parseConfigHints(request.manifest.file, request.manifest.text);
  const profile = outcome.trees[0]?.profile.settings ?? {};
  const projects = new Set(outcome.trees.map((tree) => tree.project));
  const wanted = hints.filter((hint) => projects.has(hint.project));
  if (wanted.length > 0) return formatConfig(wanted, { profile, chosen: request.settings });
  throw new UserError(`series ${outcome.series.name} has no configuration for ${[...projects].join(", ")}`);
}

function emitText(bytes: Uint8Array, output: string | undefined): Emitted {
  if (output === undefined) return { output: bytes, messages: [] };
  const file = { path: path.basename(output), bytes };
  const { written } = replaceFiles(path.dirname(output), [file]);
  return { output: NOTHING, messages: [`${output}: ${written.length > 0 ? "written" : "unchanged"}`] };
}

/** Of a tree that holds its patches nothing comes, and what an earlier run wrote of it is not to be lost. */
function emitFiles(
  files: readonly OutputFile[],
  trees: readonly PlannedPatches[],
  output: string | undefined,
): Emitted {
  if (output === undefined) {
    throw new UserError("this format is a directory of files", { hint: "name a directory with --output" });
  }
  if (files.length === 0) {
    if (!fs.existsSync(output)) return { output: NOTHING, messages: [] };
    const held = trees.some(({ inTree }) => [...inTree.values()].some(Boolean));
    if (held) return { output: NOTHING, messages: [`${output}: stays as it is`] };
  }
  return { output: NOTHING, messages: report(output, writeOwnedDirectory(output, files)) };
}

function report(directory: string, done: WrittenFiles): readonly string[] {
  const count = (names: readonly string[], word: string): readonly string[] =>
    names.length === 0 ? [] : [`${names.length} ${word}`];
  const parts = [
    ...count(done.written, "written"),
    ...count(done.unchanged, "unchanged"),
    ...count(done.removed, "removed"),
  ];
  return [`${directory}: ${parts.join(", ") || "nothing to write"}`];
}

function emitDistinct(
  outcome: RunOutcome,
  trees: readonly PlannedPatches[],
  choices: SeriesChoices,
  request: EmitRequest,
): Emitted {
  const groups = distinctSeries(trees);
  const label = (tree: PlannedPatches): string => outcome.trees[trees.indexOf(tree)]?.label ?? tree.project;
  const list = formatDistinct(trees, label);
  const { format, output } = request;
  if (output === undefined || format === "diff" || format === "conf" || format === "reno")
    return { output: Buffer.from(list), messages: [] };
  const files = groups.flatMap(({ trees: members }, at) =>
    layOutSeries(format, members.slice(0, 1), choices).map((file) => ({
      ...file,
      path: `${at + 1}/${file.path}`,
    })),
  );
  return { output: Buffer.from(list), messages: emitFiles(files, trees, output).messages };
}

function onlyTree(trees: readonly PlannedPatches[], what: string): PlannedPatches {
  const [tree, second] = trees;
  if (tree && !second) return tree;
  const found = trees.map(({ project }) => project).join(", ");
  throw new UserError(`${what} is for one project, and the trees are of ${found || "none"}`, {
    hint: "name one tree",
  });
}

function editSpec(
  file: string,
  trees: readonly PlannedPatches[],
  choices: SeriesChoices,
  request: EmitRequest,
): Emitted {
  const tree = onlyTree(trees, "a spec file");
  const author = request.changelog;
  const changelog = author === undefined ? undefined : { author, day: dayOf(tree, choices) };
  const { startNumber, bumpRelease } = request;
  return replace(planSpecEdit({ file, tree, choices, startNumber, bumpRelease, changelog }));
}

/** Of the newest patch, or of SOURCE_DATE_EPOCH: never of the clock. */
function dayOf(tree: PlannedPatches, choices: SeriesChoices): number {
  const times = tree.patches.map(({ origin }) => Date.parse(origin.header.date));
  const time = choices.epoch === undefined ? Math.max(0, ...times) : choices.epoch * 1000;
  return Math.floor(time / 86_400_000) * 86_400_000;
}

function editDebian(
  directory: string,
  trees: readonly PlannedPatches[],
  choices: SeriesChoices,
  request: EmitRequest,
  run: RunTool,
): Emitted {
  const tree = onlyTree(trees, "a Debian source package");
  const plan = planDebianEdit({ directory, tree, choices });
  if (request.changelog === undefined || tree.patches.length === 0) return replace(plan);
  const lines = tree.patches.map(({ origin }) => changelogLine(origin.header.subject, origin.header.bugs));
  const changelog = planDebianChangelog(plan.directory, lines, request.changelog, run);
  return replace(changelog ? { ...plan, files: [...plan.files, changelog] } : plan);
}

/**
 * Takes the patches of a series out of a package again. No tree is needed for it.
 *
 * @throws UserError when the package cannot be edited
 */
export function removeSeries(
  { spec, debian }: { readonly spec?: string; readonly debian?: string },
  series: string,
): EmitResult {
  const plans = [
    ...(spec === undefined ? [] : [planSpecRemoval(spec, series)]),
    ...(debian === undefined ? [] : [planDebianRemoval(debian, series)]),
  ];
  const messages = plans.flatMap((plan) => replace(plan).messages);
  return { output: NOTHING, messages, exitStatus: EXIT.fine };
}

function replace(plan: PlannedFiles): Emitted {
  const done = replaceFiles(plan.directory, plan.files, plan.remove);
  return { output: NOTHING, messages: [...plan.notes, ...report(plan.directory, done)] };
}
