import { type Command, Option } from "commander";
import { CHECK_FORMATS, type CheckFormat } from "../report/check-formats.ts";
import { FAIL_ON, type FailOn } from "../report/check-report.ts";
import type { CommonOptions, Io } from "./io.ts";
import { collect, collectList, withCommon } from "./options.ts";
import type { Finish } from "./tree-commands.ts";

/** The options of `osfix check`. */
export interface CheckOptions extends CommonOptions {
  readonly format?: CheckFormat;
  readonly json?: boolean;
  readonly output?: string;
  readonly statistics?: boolean;
  readonly select?: readonly string[];
  readonly ignore?: readonly string[];
  readonly all?: boolean;
  readonly rules?: readonly string[];
  readonly patches?: string;
  readonly root?: string;
  readonly stdinFilename?: string;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly pruneBaseline?: boolean;
  readonly since?: string;
  readonly failOn?: FailOn;
  readonly fix?: boolean;
  readonly unsafe?: boolean;
  readonly diff?: boolean;
  readonly cache?: boolean;
}

/** Adds `check`. */
export function addCheckCommand(program: Command, io: Io, finish: Finish): void {
  withCommon(
    program
      .command("check [path...]")
      .description("findings of all rules; exit status 1 when one is an error or a warning (see --fail-on)")
      .addOption(new Option("--format <format>", "how to report (default: text)").choices(CHECK_FORMATS))
      .option("--json", "as --format json")
      .option("-o, --output <file>", "write the report to a file")
      .option("--statistics", "count findings by rule instead of showing them")
      .option(
        "--select <rules>",
        "run these rules only: ids, AREA/*, comma-separated; may be repeated",
        collectList,
      )
      .option("--ignore <rules>", "do not run these rules; words as for --select", collectList)
      .option("--all", "run the rules that are off by default too")
      .option("--rules <dir>", "own rules: semantic patches and their pages; may be repeated", collect)
      .option("--patches <dir>", "folder of another series")
      .option("--root <dir>", "the tree that the PATHs belong to (default: the checkout around each)")
      .option("--stdin-filename <file>", "what standard input stands for, where a PATH is -")
      .option("--baseline <file>", "findings that are known and do not count")
      .option("--update-baseline", "write all findings into the baseline")
      .option("--prune-baseline", "take out of the baseline what is not found any more")
      .option("--since <revision>", "only findings that a revision of the checkout has not")
      .addOption(
        new Option(
          "--fail-on <severity>",
          "exit status 1 for findings of this severity and graver ones (default: warning)",
        ).choices(FAIL_ON),
      )
      .option("--fix", "mend what can be mended safely")
      .option("--unsafe", "with --fix: also what a person must read afterwards")
      .option("--diff", "with --fix: show what it would change, and change nothing")
      .option("--no-cache", "do not keep results, and use none"),
  ).action(async (paths: string[], options: CheckOptions) => {
    const { check } = await import("./check.ts");
    finish(await check(paths, options, io));
  });
}
