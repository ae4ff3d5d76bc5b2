import { type Command, InvalidArgumentError, Option } from "commander";
import { readSeriesFolder } from "../checkout/series-files.ts";
import { splitAddress } from "../emit/message.ts";
import { KOLLA_PACKAGES } from "../emit/series-formats.ts";
import { run, SHIPPED_PATCHES } from "../run.ts";
import { parseSetting } from "../smpl/settings.ts";
import { UserError } from "../text/user-error.ts";
import { type EmitFormat, type EmitRequest, emitSeries } from "./emit.ts";
import { runTool } from "./run-tool.ts";
import { formatVerification, verifySeries } from "./verify.ts";

/** The streams and the environment of a command. */
export interface CommandPlace {
  readonly stdout: (bytes: Uint8Array) => void;
  readonly stderr: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly setExitCode: (code: number) => void;
}

const FORMATS: readonly EmitFormat[] = ["diff", "git", "quilt", "debian", "rpm", "kolla", "reno", "conf"];

/** Layouts of public collections of patches. */
const LAYOUTS: Readonly<Record<string, string>> = {
  osism: "patches/{release}/{project}/{name}",
  c5c3: "patches/{project}/{release}/{name}",
};

interface EmitOptions {
  readonly format?: EmitFormat;
  readonly output?: string;
  readonly spec?: string;
  readonly debian?: string;
  readonly bumpRelease?: boolean;
  readonly changelog?: string;
  readonly dedupe?: boolean;
  readonly reno?: boolean;
  readonly startNumber?: number;
  readonly nameTemplate?: string;
  readonly layout?: string;
  readonly header: "dep3" | "yocto";
  readonly signoff?: string;
  readonly kollaImage: string;
  readonly kollaPackages: string;
  readonly patches?: string;
  readonly series?: string;
  readonly profile?: string;
  readonly only?: readonly string[];
  readonly set?: readonly string[];
  readonly keepGoing?: boolean;
}

/** Mounts `osfix emit`. Errors a user must mend are thrown, for the caller to show. */
export function addEmitCommand(program: Command, place: CommandPlace): void {
  const command = program
    .command("emit")
    .description("concrete patches for packages, branches and images; nothing is written into the trees")
    .argument("<path...>", "checkouts, unpacked source packages, installed packages")
    .addOption(new Option("--format <format>", "what to write (default: diff)").choices(FORMATS))
    .option(
      "-o, --output <path>",
      "the directory to write; for diff and conf a file (default: standard output)",
    )
    .option("--spec <file>", "add the patches to this RPM spec file, and write them beside it")
    .option("--debian <dir>", "add the patches to this Debian source package, after its own")
    .option("--bump-release", "with --spec: mark the release, 1%{?dist} becomes 1.osfix1%{?dist}")
    .option("--changelog <person>", "with --spec or --debian: add a changelog entry by `Name <mail>`", person)
    .option("--dedupe", "say which trees can share a series; with --output write each series once")
    .option("--reno", "write a release note along");
  addNamingOptions(command);
  addSeriesOptions(command);
  command.action(async (paths: readonly string[], options: EmitOptions) => {
    const request = requestOf(options, place.env);
    const { patches, series, profile, only, keepGoing } = options;
    const more = { ...(only ? { only } : {}), keepGoing: keepGoing ?? false, settings: request.settings };
    const outcome = await run({
      direction: "apply",
      until: "plan",
      paths,
      patches,
      series,
      profile,
      ...more,
    });
    const result = emitSeries(outcome, request, runTool);
    place.stdout(result.output);
    for (const message of result.messages) place.stderr(`${message}\n`);
    place.setExitCode(result.exitCode);
  });
}

function addNamingOptions(command: Command): void {
  command
    .option("--start-number <n>", "number of the first patch", wholeNumber)
    .option("--name-template <name>", "file names, of {number} {slug} {project} {release} {version} {series}")
    .option("--layout <path>", "where files go, of the same and {name}; or osism, c5c3")
    .addOption(new Option("--header <kind>", "trailers").choices(["dep3", "yocto"]).default("dep3"))
    .option("--signoff <person>", "add Signed-off-by: `Name <mail>`", person)
    .option("--kolla-image <image>", "kolla's name of the image", "nova-base")
    .option("--kolla-packages <dir>", "where the image has its Python packages", KOLLA_PACKAGES);
}

function addSeriesOptions(command: Command): void {
  const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
  command
    .option("--patches <dir>", "a folder of series instead of osfix's own")
    .option("--series <name>", "a series of that folder")
    .option("--profile <name>", "a profile of the series")
    .option("--only <patch>", "only this patch (again for more)", collect)
    .option("--set <name=value>", "a setting of the series (again for more)", collect)
    .option("--keep-going", "leave out patches that do not fit");
}

function requestOf(options: EmitOptions, env: CommandPlace["env"]): EmitRequest {
  refuseMixed(options);
  const folder = readSeriesFolder(options.patches ?? SHIPPED_PATCHES, options.series);
  return {
    format: options.format ?? "diff",
    output: options.output,
    spec: options.spec,
    debian: options.debian,
    bumpRelease: options.bumpRelease ?? false,
    changelog: options.changelog,
    dedupe: options.dedupe ?? false,
    reno: options.reno ?? false,
    startNumber: options.startNumber,
    settings: new Map((options.set ?? []).map(parseSetting)),
    manifest: folder.manifest,
    choices: {
      nameTemplate: options.nameTemplate,
      layout:
        options.layout === undefined ? undefined : (LAYOUTS[options.layout] ?? layoutOf(options.layout)),
      header: options.header,
      signoff: options.signoff,
      epoch: epochOf(env.SOURCE_DATE_EPOCH),
      kollaImage: options.kollaImage,
      kollaPackages: options.kollaPackages.replace(/^\/+|\/+$/g, ""),
    },
  };
}

function refuseMixed(options: EmitOptions): void {
  const places = (["spec", "debian", "output"] as const).filter((name) => options[name] !== undefined);
  if (places.length > 1) throw new UserError(`--${places.join(" and --")} do not go together`);
  const edits = options.spec !== undefined || options.debian !== undefined;
  if (edits && options.format !== undefined)
    throw new UserError("--format does not go with --spec or --debian");
  if (options.changelog !== undefined && !edits) throw new UserError("--changelog needs --spec or --debian");
  if (options.bumpRelease && options.spec === undefined) throw new UserError("--bump-release needs --spec");
}

function layoutOf(template: string): string {
  if (!template.includes("{name}")) throw new UserError(`--layout ${template} has no {name}`);
  if (template.startsWith("/") || template.split("/").includes("..")) {
    throw new UserError(`--layout ${template} leads out of the output directory`);
  }
  return template;
}

function epochOf(text: string | undefined): number | undefined {
  if (text === undefined || text === "") return undefined;
  if (!/^\d{1,11}$/.test(text)) throw new UserError(`SOURCE_DATE_EPOCH is no number of seconds: ${text}`);
  return Number(text);
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError("a whole number");
  return Number(text);
}

function person(text: string): string {
  splitAddress(text);
  return text;
}

/** Mounts `osfix verify`. */
export function addVerifyCommand(program: Command, place: CommandPlace): void {
  program
    .command("verify")
    .description(
      "apply a series of patches to copies of a tree with every tool that is installed, and compare",
    )
    .argument("<series>", "a directory that osfix emit wrote, or one patch")
    .argument("<tree>", "the tree it was made for")
    .option("--require-all", "fail when a tool is not installed")
    .action((series: string, tree: string, options: { readonly requireAll?: boolean }) => {
      const result = verifySeries({ series, tree, requireAll: options.requireAll ?? false }, runTool);
      place.stdout(Buffer.from(formatVerification(result)));
      place.setExitCode(result.agreed ? 0 : 3);
    });
}
