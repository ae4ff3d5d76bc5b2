import { type Command, Option } from "commander";
import { exitStatusOf } from "../report/exit-status.ts";
import type { RunWords } from "../report/run-words.ts";
import type { Io } from "./io.ts";
import { styleOf } from "./io.ts";
import { formatOf, requestOf, type TreeOptions, withChoice, withCommon } from "./options.ts";

/** Ends a command: sets the exit status of the call. */
export type Finish = (exitStatus: number) => void;

const STATUS_FORMATS = ["text", "json", "html"] as const;

interface ApplyOptions extends TreeOptions {
  readonly format?: (typeof STATUS_FORMATS)[number];
  readonly dryRun?: boolean;
  readonly allowDirty?: boolean;
  readonly keepGoing?: boolean;
}

/** Adds `apply`, `revert`, `status` and `diff`. */
export function addTreeCommands(program: Command, io: Io, finish: Finish): void {
  withCommon(
    withChoice(
      program.command("apply [path...]").description("rewrite the trees in place: all files or none"),
    )
      .option("--dry-run", "say what would be done, and write nothing")
      .option("--check", "as --dry-run; exit status 1 when something is left to apply")
      .option("--allow-dirty", "change files that have uncommitted changes")
      .option("--keep-going", "leave out the patches that do not fit (exit status 3 all the same)")
      .option("--json", "report as JSON"),
  ).action((paths: string[], options: ApplyOptions) => runTrees("apply", paths, options, io).then(finish));
  withCommon(
    withChoice(
      program.command("revert [path...]").description("take the patches out again: all files or none"),
    )
      .option("--dry-run", "say what would be done, and write nothing")
      .option("--check", "as --dry-run; exit status 1 when something is left to take out")
      .option("--json", "report as JSON"),
  ).action((paths: string[], options: ApplyOptions) => runTrees("revert", paths, options, io).then(finish));
  withCommon(
    withChoice(
      program.command("status [path...]").description("the state of every patch, with the nearest miss"),
    )
      .option("--check", "exit status 1 when something is left to apply")
      .option("--json", "report as JSON")
      .addOption(new Option("--format <format>", "text, json, or one HTML page").choices(STATUS_FORMATS)),
  ).action((paths: string[], options: ApplyOptions) => runTrees("status", paths, options, io).then(finish));
  withCommon(
    withChoice(program.command("diff [path...]").description("what apply would do, as one unified diff"))
      .option("--reverse", "what revert would do")
      .option("--check", "exit status 1 when there is something to apply")
      .option("--keep-going", "leave out the patches that do not fit (exit status 3 all the same)")
      .option("--json", "report as JSON, with the diff of each tree"),
  ).action((paths: string[], options: ApplyOptions & { reverse?: boolean }) =>
    diffTrees(paths, options, io).then(finish),
  );
}

async function runTrees(
  command: RunWords["command"],
  paths: readonly string[],
  options: ApplyOptions,
  io: Io,
): Promise<number> {
  const format = formatOf(options, "text");
  const { run } = await import("../run.ts");
  const dryRun = options.dryRun === true || options.check === true;
  const outcome = await run({
    ...requestOf(paths, options, io),
    direction: command === "revert" ? "revert" : "apply",
    until: command === "status" ? "look" : dryRun ? "plan" : "write",
    allowDirty: options.allowDirty === true,
    keepGoing: options.keepGoing === true,
  });
  const words = { command, paths: shownPaths(paths), dryRun, check: options.check === true };
  if (format === "html") {
    const [{ formatRunPage }, { ownVersion }] = await Promise.all([
      import("../report/run-page.ts"),
      import("./cli.ts"),
    ]);
    io.out(formatRunPage(outcome, ownVersion()));
    return exitStatusOf(outcome, command, words.check);
  }
  if (format === "json") {
    const { formatRunJson } = await import("../report/run-json.ts");
    io.out(formatRunJson(outcome, words));
    return exitStatusOf(outcome, command, words.check);
  }
  const { renderRun } = await import("../report/run-text.ts");
  const rendered = renderRun(outcome, words, styleOf(options, io));
  io.out(rendered.out);
  io.err(rendered.err);
  return rendered.exitStatus;
}

async function diffTrees(
  paths: readonly string[],
  options: ApplyOptions & { readonly reverse?: boolean },
  io: Io,
): Promise<number> {
  const { run } = await import("../run.ts");
  const direction = options.reverse ? "revert" : "apply";
  const outcome = await run({
    ...requestOf(paths, options, io),
    direction,
    until: "plan",
    keepGoing: options.keepGoing === true,
  });
  const words = {
    command: "diff",
    paths: shownPaths(paths),
    dryRun: true,
    check: options.check === true,
  } as const;
  const status = exitStatusOf(outcome, "diff", words.check);
  if (options.json) {
    const { formatRunJson } = await import("../report/run-json.ts");
    io.out(formatRunJson(outcome, words));
    return status;
  }
  const { formatNotes } = await import("../report/run-notes.ts");
  const style = styleOf(options, io);
  if (outcome.writing !== "refused") {
    const { formatDiffs } = await import("../report/run-diff.ts");
    io.out(formatDiffs(outcome, style, io.terminal.out));
  }
  io.err(formatNotes(outcome, words, style));
  return status;
}

/** PATHs as they may be pasted into a shell. */
function shownPaths(paths: readonly string[]): readonly string[] {
  return (paths.length === 0 ? ["."] : paths).map((path) =>
    /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`,
  );
}
