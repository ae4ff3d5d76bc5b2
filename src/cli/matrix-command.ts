import { readFileSync } from "node:fs";
import path from "node:path";
import { type Command, Option } from "commander";
import { cacheFolder } from "../emit/cache-folder.ts";
import type { SeriesFormat } from "../emit/series-formats.ts";
import type { MatrixRequest } from "../matrix/request.ts";
import { EXIT } from "../report/exit-status.ts";
import type { MatrixReport } from "../report/matrix-report.ts";
import { codeOf, unreadReason } from "../text/system-error.ts";
import { UserError } from "../text/user-error.ts";
import { type Io, styleOf } from "./io.ts";
import { collectList, formatOf, requestOf, type TreeOptions, withChoice, withCommon } from "./options.ts";
import type { Finish } from "./tree-commands.ts";

const FORMATS = ["table", "json", "csv", "markdown", "html"] as const;
const EMIT_FORMATS: readonly SeriesFormat[] = ["git", "quilt", "debian", "rpm"];
type MatrixFormat = (typeof FORMATS)[number];

interface MatrixOptions extends TreeOptions {
  readonly revs?: readonly string[];
  readonly releases?: string;
  readonly allProfiles?: boolean;
  readonly format?: MatrixFormat;
  readonly output?: string;
  readonly shard?: string;
  readonly cache?: boolean;
  readonly check?: boolean;
  readonly select?: readonly string[];
  readonly all?: boolean;
  readonly emit?: string;
  readonly emitFormat?: SeriesFormat;
}

interface DriftOptions extends MatrixOptions {
  readonly from: string;
  readonly to: string;
}

/** Adds `matrix`, `merge` and `drift`. */
export function addMatrixCommands(program: Command, io: Io, finish: Finish): void {
  const command = program
    .command("matrix <repository...>")
    .description("the state of every patch in every release, straight from git's objects")
    .option("--revs <names>", "tags and branches: names, globs (20.*), ranges (19.0.0..25.0.0)", collectList)
    .option("--releases <names>", "OpenStack releases: queens..2025.1")
    .option("--all-profiles", "every profile of the series, not only one")
    .option("--shard <k/n>", "only the k-th of n parts of the revisions")
    .option("--no-cache", "neither use nor keep results of earlier calls")
    .option("--emit <dir>", "write the concrete series of all revisions there, each distinct one once")
    .addOption(
      new Option("--emit-format <format>", "how to write them (default: git)").choices(EMIT_FORMATS),
    );
  withOutput(withCommon(withChoice(withTreeCheck(command)))).action(
    (repositories: string[], options: MatrixOptions) => matrix(repositories, options, io).then(finish),
  );
  withOutput(
    withCommon(
      program.command("merge <report...>").description("put the shards of a matrix together (their JSON)"),
    ),
  ).action((reports: string[], options: MatrixOptions) => merge(reports, options, io).then(finish));
  withCommon(
    withChoice(
      withTreeCheck(
        program
          .command("drift <repository>")
          .description(
            "which hunks changed state and which findings came or went between two revisions, and the first commit where",
          ),
      ),
    )
      .requiredOption("--from <revision>", "the revision that was looked at last")
      .requiredOption("--to <revision>", "the revision to look at")
      .option("--all-profiles", "every profile of the series, not only one")
      .option("--no-cache", "neither use nor keep results of earlier calls")
      .option("--json", "report as JSON"),
  ).action((repository: string, options: DriftOptions) => drift(repository, options, io).then(finish));
}

function withOutput(command: Command): Command {
  return command
    .addOption(new Option("--format <format>", "how to say it (default: table)").choices(FORMATS))
    .option("--json", "the same as --format json")
    .option("-o, --output <file>", "file to write (default: standard output)");
}

function withTreeCheck(command: Command): Command {
  return command
    .option("--check", "check all files of each revision, as osfix check does: seconds for each tree")
    .option(
      "--select <rules>",
      "check all files with these rules only: ids, AREA/*, comma-separated",
      collectList,
    )
    .option("--all", "with --check: also the rules that are off by default");
}

async function matrix(repositories: readonly string[], options: MatrixOptions, io: Io): Promise<number> {
  const format = formatOf(options, "table");
  const { runMatrix } = await import("../matrix/run-matrix.ts");
  const { ownVersion } = await import("./cli.ts");
  const request = await matrixRequest(repositories, options, io, ownVersion());
  if (options.emit !== undefined) return emitSeries(request, options.emit, options.emitFormat ?? "git", io);
  const report = await runMatrix(request);
  await say(report, format, options, io);
  return exitStatusOfMatrix(report);
}

/** 3 when code and patches of a revision do not fit; the series of the others are written all the same. */
async function emitSeries(
  request: MatrixRequest,
  output: string,
  format: SeriesFormat,
  io: Io,
): Promise<number> {
  const [{ emitMatrix }, { emitChoices }, { textFile, writeOwnedDirectory }, { formatFindingsCsv }] =
    await Promise.all([
      import("../matrix/run-matrix-emit.ts"),
      import("./emit-choices.ts"),
      import("../emit/output-files.ts"),
      import("../report/matrix-formats.ts"),
    ]);
  const { runMatrix } = await import("../matrix/run-matrix.ts");
  const choices = { ...emitChoices({ epoch: io.env.SOURCE_DATE_EPOCH }), startNumber: 1 };
  const { files, notes, stuck } = await emitMatrix(request, { format, choices });
  if (files.length > 0) {
    const findings = textFile("findings.csv", formatFindingsCsv(await runMatrix(request)));
    writeOwnedDirectory(path.resolve(io.cwd, output), [...files, findings]);
  }
  for (const note of notes) io.err(`${note}\n`);
  return stuck ? EXIT.stuck : EXIT.fine;
}

async function merge(files: readonly string[], options: MatrixOptions, io: Io): Promise<number> {
  const { mergeReports, parseMatrixReport } = await import("../report/matrix-merge.ts");
  const reports = files.map((file) => {
    try {
      return parseMatrixReport(file, readFileSync(path.resolve(io.cwd, file), "utf8"));
    } catch (error) {
      const code = codeOf(error);
      if (code === undefined) throw error;
      throw new UserError(`${file}: ${unreadReason(code)}`);
    }
  });
  const report = mergeReports(reports);
  await say(report, formatOf(options, "table"), options, io);
  return exitStatusOfMatrix(report);
}

async function drift(repository: string, options: DriftOptions, io: Io): Promise<number> {
  const [{ runDrift }, { driftExitStatus, formatDrift, formatDriftJson }, { ownVersion }] = await Promise.all(
    [import("../matrix/run-drift.ts"), import("../report/drift.ts"), import("./cli.ts")],
  );
  const request = await matrixRequest([], options, io, ownVersion());
  const report = await runDrift({ ...request, repository, from: options.from, to: options.to });
  io.out(options.json ? formatDriftJson(report) : formatDrift(report, styleOf(options, io)));
  return driftExitStatus(report);
}

async function matrixRequest(
  repositories: readonly string[],
  options: MatrixOptions,
  io: Io,
  version: string,
): Promise<MatrixRequest> {
  if (options.allProfiles && options.profile !== undefined)
    throw new UserError("--profile and --all-profiles do not go together");
  const { patches, series, profile, only, settings, parser } = requestOf([], options, io);
  return {
    repositories,
    revs: options.revs ?? [],
    releases: options.releases,
    patches,
    series,
    profiles: options.allProfiles ? ["all"] : profile === undefined ? [] : [profile],
    ...(only === undefined ? {} : { only }),
    ...(settings === undefined ? {} : { settings }),
    shard: options.shard === undefined ? undefined : parseShard(options.shard),
    check: await treeRules(options),
    parser,
    cache: options.cache === false ? undefined : cacheFolder(io.env),
    version,
  };
}

async function treeRules(options: MatrixOptions): Promise<MatrixRequest["check"]> {
  const isChecked = options.check === true || options.select !== undefined;
  if (options.all && !isChecked) throw new UserError("--all goes with --check");
  if (!isChecked) return undefined;
  const { rules } = await import("../../rules/index.ts");
  return { rules, select: options.select ?? [], all: options.all === true };
}

function parseShard(text: string): { readonly part: number; readonly of: number } {
  const found = /^(\d{1,5})\/(\d{1,5})$/.exec(text);
  const [part, of] = [Number(found?.[1]), Number(found?.[2])];
  if (found && part >= 1 && part <= of) return { part, of };
  throw new UserError(`--shard ${text} is not K/N with K from 1 to N`, { hint: "for example: --shard 3/20" });
}

async function say(
  report: MatrixReport,
  format: MatrixFormat,
  options: MatrixOptions,
  io: Io,
): Promise<void> {
  const text = await rendered(report, format, options, io);
  if (options.output === undefined) {
    io.out(text);
    return;
  }
  const { replaceFiles } = await import("../emit/output-files.ts");
  const file = path.resolve(io.cwd, options.output);
  replaceFiles(path.dirname(file), [{ path: path.basename(file), bytes: Buffer.from(text, "utf8") }]);
}

async function rendered(
  report: MatrixReport,
  format: MatrixFormat,
  options: MatrixOptions,
  io: Io,
): Promise<string> {
  if (format === "table") {
    const { formatMatrix } = await import("../report/matrix-text.ts");
    const style = styleOf(options, io);
    return formatMatrix(report, options.output === undefined ? style : { ...style, color: false });
  }
  if (format === "html") {
    const { formatMatrixPage } = await import("../report/matrix-page.ts");
    return formatMatrixPage(report);
  }
  const { formatMatrixCsv, formatMatrixJson, formatMatrixMarkdown } = await import(
    "../report/matrix-formats.ts"
  );
  if (format === "csv") return formatMatrixCsv(report);
  return format === "json" ? formatMatrixJson(report) : formatMatrixMarkdown(report);
}

/** 70 when osfix broke down on a cell, 3 when one asks for a person, else 0. */
function exitStatusOfMatrix(report: MatrixReport): number {
  const states = new Set(report.verdicts.map(({ state }) => state));
  if (states.has("error")) return EXIT.bug;
  const stuck = ["conflict", "ambiguous", "inconsistent"] as const;
  return stuck.some((state) => states.has(state)) ? EXIT.stuck : EXIT.fine;
}
