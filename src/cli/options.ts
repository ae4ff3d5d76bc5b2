import { type Command, Option } from "commander";
import type { RunRequest } from "../run.ts";
import { parseSetting } from "../smpl/settings.ts";
import { UserError } from "../text/user-error.ts";
import { readConfig } from "./config.ts";
import { type CommonOptions, type Io, parserOf } from "./io.ts";

/** The options of the commands that work on trees. */
export interface TreeOptions extends CommonOptions {
  readonly profile?: string;
  readonly only?: readonly string[];
  readonly set?: readonly string[];
  readonly patches?: string;
  readonly series?: string;
  readonly json?: boolean;
  readonly check?: boolean;
}

/** Adds what every command has. */
export function withCommon(command: Command): Command {
  return command
    .option("-q, --quiet", "say only what needs attention")
    .option("-v, --verbose", "say more: hunks, evidence, reasons")
    .addOption(
      new Option("--color [when]", "colours: auto, always, never").choices(["auto", "always", "never"]),
    );
}

/** Adds the choice of a series and of its patches. */
export function withChoice(command: Command): Command {
  return command
    .option("--profile <name>", "profile of the series", once("--profile"))
    .option("--only <patches>", "ids, names, numbers or globs, comma-separated; may be repeated", collectList)
    .option("--set <name=value>", "value of a setting; may be repeated", collect)
    .option("--patches <dir>", "folder of another series", once("--patches"))
    .option("--series <name>", "series, where a folder holds several", once("--series"));
}

/** Of two values the last would win unseen: a tree holds one profile, and one that is meant is not the other. */
function once(option: string): (value: string, earlier: string | undefined) => string {
  return (value, earlier) => {
    if (earlier === undefined || earlier === value) return value;
    throw new UserError(`${option} was given twice, as "${earlier}" and "${value}"`, {
      hint: "Name one of them; make a call for each to compare.",
    });
  };
}

/**
 * The format that is asked for: `--json` is short for one.
 *
 * @throws UserError where `--format` names another one beside it
 */
export function formatOf<Format extends string>(
  { json, format }: { readonly json?: boolean; readonly format?: Format },
  plain: Format,
): Format | "json" {
  if (json && format !== undefined && format !== "json")
    throw new UserError(`--json is --format json, and --format ${format} is asked for too`);
  return json ? "json" : (format ?? plain);
}

/** Not commander's variadic options: these would swallow the PATHs that follow. */
export function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}

/** As `collect`, for words parted by commas. */
export function collectList(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, ...value.split(",").filter(Boolean)];
}

/** What the options, and under them the configuration, ask of a run. */
export function requestOf(
  paths: readonly string[],
  options: TreeOptions,
  io: Io,
): Omit<RunRequest, "direction" | "until"> {
  const config = readConfig(io.cwd);
  return {
    paths: paths.length === 0 ? ["."] : paths,
    patches: options.patches ?? config.patches,
    series: options.series,
    profile: options.profile ?? config.profile,
    only: options.only ?? config.only,
    settings: new Map([...config.set, ...(options.set ?? []).map(parseSetting)]),
    parser: parserOf(io),
  };
}
