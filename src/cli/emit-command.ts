import { type Command, InvalidArgumentError, Option } from "commander";
import { EXIT } from "../report/exit-status.ts";
import { UserError } from "../text/user-error.ts";
import type { NamingOptions } from "./emit-choices.ts";
import type { EmitFormat, EmitRequest, EmitResult } from "./emit-request.ts";
import type { CommonOptions, Io } from "./io.ts";
import { requestOf as runRequestOf, type TreeOptions, withChoice, withCommon } from "./options.ts";
import type { Finish } from "./tree-commands.ts";

const FORMATS: readonly EmitFormat[] = ["diff", "git", "quilt", "debian", "rpm", "kolla", "reno", "conf"];

interface EmitOptions extends TreeOptions, NamingOptions {
  readonly format?: EmitFormat;
  readonly output?: string;
  readonly spec?: string;
  readonly debian?: string;
  readonly remove?: boolean;
  readonly bumpRelease?: boolean;
  readonly changelog?: string;
  readonly dedupe?: boolean;
  readonly reno?: boolean;
  readonly startNumber?: number;
  readonly keepGoing?: boolean;
}

/** Adds `emit` and `verify`. */
export function addEmitCommands(program: Command, io: Io, finish: Finish): void {
  addEmit(program, io, finish);
  withCommon(
    program
      .command("verify <series> <tree>")
      .description(
        "apply a series of concrete patches to copies of a tree with every tool there is, and compare",
      )
      .option("--require-all", "fail when a tool is not installed"),
  ).action((series: string, tree: string, options: VerifyOptions) =>
    verify(series, tree, options, io).then(finish),
  );
}

function addEmit(program: Command, io: Io, finish: Finish): void {
  const command = program
    .command("emit [path...]")
    .description("concrete patches for packages, branches and images; the trees stay as they are")
    .addOption(new Option("--format <format>", "what to write (default: diff)").choices(FORMATS))
    .option("-o, --output <path>", "directory to write; for diff and conf a file (default: standard output)")
    .option(
      "--spec <file>",
      "add the patches to this RPM spec file, and write them beside it or into SOURCES",
    )
    .option("--debian <dir>", "add the patches to this Debian source package, after its own")
    .option("--remove", "with --spec or --debian: take the patches of the series out again; no PATH")
    .option("--bump-release", "with --spec: mark the release, 1%{?dist} becomes 1.osfix1%{?dist}")
    .option("--changelog <person>", "with --spec or --debian: add a changelog entry by `Name <mail>`")
    .option("--dedupe", "say which trees can share a series; with --output write each series once")
    .option("--reno", "write a release note along")
    .option("--keep-going", "leave out the patches that do not fit");
  addNamingOptions(command);
  withCommon(withChoice(command)).action((paths: string[], options: EmitOptions) =>
    emit(paths, options, io).then(finish),
  );
}

async function emit(paths: readonly string[], options: EmitOptions, io: Io): Promise<number> {
  refuseMixed(options);
  if (options.remove) return remove(paths, options, io);
  const [{ run, SHIPPED_PATCHES }, { readSeriesFolder }, { emitSeries }, { runTool }, { sourceRoot }] =
    await Promise.all([
      import("../run.ts"),
      import("../checkout/series-files.ts"),
      import("./emit.ts"),
      import("./run-tool.ts"),
      import("../emit/edit-debian.ts"),
    ]);
  const given = paths.length === 0 && options.debian !== undefined ? [sourceRoot(options.debian)] : paths;
  const asked = runRequestOf(given, options, io);
  const { manifest } = readSeriesFolder(asked.patches ?? SHIPPED_PATCHES, asked.series);
  const { emitChoices } = await import("./emit-choices.ts");
  const request: EmitRequest = {
    format: options.format ?? "diff",
    output: options.output,
    spec: options.spec,
    debian: options.debian,
    bumpRelease: options.bumpRelease ?? false,
    changelog: options.changelog,
    dedupe: options.dedupe ?? false,
    reno: options.reno ?? false,
    startNumber: options.startNumber,
    settings: asked.settings ?? new Map(),
    manifest,
    choices: emitChoices({ ...options, epoch: io.env.SOURCE_DATE_EPOCH }),
  };
  const outcome = await run({
    ...asked,
    direction: "apply",
    until: "plan",
    keepGoing: options.keepGoing === true,
  });
  const result = emitSeries(outcome, request, runTool);
  return say(result, options, io);
}

async function remove(paths: readonly string[], options: EmitOptions, io: Io): Promise<number> {
  if (paths.length > 0) throw new UserError("--remove takes no PATH: the package says which patches it has");
  const [{ SHIPPED_PATCHES }, { readSeriesFolder }, { removeSeries }] = await Promise.all([
    import("../run.ts"),
    import("../checkout/series-files.ts"),
    import("./emit-package.ts"),
  ]);
  const { patches, series } = runRequestOf(paths, options, io);
  return say(removeSeries(options, readSeriesFolder(patches ?? SHIPPED_PATCHES, series).name), options, io);
}

function say(result: EmitResult, options: EmitOptions, io: Io): number {
  io.out(result.output);
  if (options.quiet && result.exitStatus === EXIT.fine) return EXIT.fine;
  for (const message of result.messages) io.err(`${message}\n`);
  return result.exitStatus;
}

interface VerifyOptions extends CommonOptions {
  readonly requireAll?: boolean;
}

async function verify(series: string, tree: string, options: VerifyOptions, io: Io): Promise<number> {
  const { formatVerification, verifySeries } = await import("./verify.ts");
  const { runTool } = await import("./run-tool.ts");
  const { requireAll = false, quiet = false } = options;
  const isWatched = io.terminal.err && !quiet;
  const begun = (consumer: { readonly name: string }) => isWatched && io.err(`trying ${consumer.name}\n`);
  const result = verifySeries({ series, tree, requireAll, begun }, runTool);
  io.out(formatVerification(result));
  return result.agreed ? EXIT.fine : EXIT.stuck;
}

function addNamingOptions(command: Command): void {
  command
    .option("--start-number <n>", "number of the first patch", wholeNumber)
    .option("--name-template <name>", "file names, of {number} {slug} {project} {release} {version} {series}")
    .option("--layout <path>", "where files go, of the same and {name}; or osism, c5c3")
    .addOption(new Option("--header <kind>", "trailers").choices(["dep3", "yocto"]))
    .option("--signoff <person>", "add Signed-off-by: `Name <mail>`")
    .option("--kolla-image <image>", "kolla's name of the image (default: nova-base)")
    .option("--kolla-packages <dir>", "where the image has its Python packages");
}

function refuseMixed(options: EmitOptions): void {
  const places = (["spec", "debian", "output"] as const).filter((name) => options[name] !== undefined);
  if (places.length > 1) throw new UserError(`--${places.join(" and --")} do not go together`);
  const edits = options.spec !== undefined || options.debian !== undefined;
  if (edits && options.format !== undefined)
    throw new UserError("--format does not go with --spec or --debian");
  if (options.remove && !edits) throw new UserError("--remove needs --spec or --debian");
  if (options.remove && (options.bumpRelease || options.changelog !== undefined))
    throw new UserError("--remove leaves release and changelog as they are");
  if (options.changelog !== undefined && !edits) throw new UserError("--changelog needs --spec or --debian");
  const { kollaImage, kollaPackages } = options;
  if ((kollaImage ?? kollaPackages) !== undefined && options.format !== "kolla")
    throw new UserError(`--kolla-${kollaImage === undefined ? "packages" : "image"} needs --format kolla`);
  if (options.bumpRelease && options.spec === undefined) throw new UserError("--bump-release needs --spec");
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError("a whole number");
  return Number(text);
}
