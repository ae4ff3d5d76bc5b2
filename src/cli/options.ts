import { type Command, Option } from "commander";
import type { RunRequest } from "../run.ts";
import { parseSetting } from "../smpl/settings.ts";
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
    .option("--profile <name>", "profile of the series")
    .option("--only <patch...>", "ids, names, numbers or globs of patches")
    .option("--set <name=value...>", "value of a setting")
    .option("--patches <dir>", "folder of another series")
    .option("--series <name>", "series, where a folder holds several");
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
