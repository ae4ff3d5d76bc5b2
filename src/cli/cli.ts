import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { EXIT } from "../report/exit-status.ts";
import { refusedCall } from "../text/system-error.ts";
import { formatPlace, UserError } from "../text/user-error.ts";
import { addCheckCommand } from "./check-command.ts";
import { addEmitCommands } from "./emit-command.ts";
import { addExplainCommand } from "./explain-command.ts";
import { type Io, styleOf } from "./io.ts";
import { addLookCommands } from "./look-commands.ts";
import { addMatrixCommands } from "./matrix-command.ts";
import { addRuleCommands } from "./rule-commands.ts";
import { addTreeCommands } from "./tree-commands.ts";

/** The version in the package's own manifest. */
export function ownVersion(): string {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const { version } = JSON.parse(manifest) as { readonly version: string };
  return version;
}

/**
 * Runs one call of the command.
 *
 * @param args what follows `osfix`
 * @returns the exit status; never rejects
 */
export async function runCli(args: readonly string[], io: Io): Promise<number> {
  if (args.length === 1 && (args[0] === "--version" || args[0] === "-V")) {
    io.out(`osfix ${ownVersion()}\n`);
    return EXIT.fine;
  }
  let exitStatus: number = EXIT.fine;
  const program = makeProgram(io, (status) => {
    exitStatus = status;
  });
  try {
    if (args.length === 0) {
      program.outputHelp({ error: true });
      return EXIT.mend;
    }
    await program.parseAsync(args, { from: "user" });
    return exitStatus;
  } catch (error) {
    return failed(error, io);
  }
}

function failed(error: unknown, io: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.mend;
  const mendable = error instanceof UserError ? error : refusedCall(error);
  if (mendable) {
    io.err(formatUserError(mendable, styleOf({}, io).color));
    return EXIT.mend;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.err(`osfix: internal error (a bug in osfix, nothing you did)\n${stack}\n`);
  return EXIT.bug;
}

function formatUserError(error: UserError, color: boolean): string {
  const place =
    error.at === undefined || error.message.startsWith(error.at.file) ? "" : `${formatPlace(error.at)}: `;
  const label = color ? "\u001b[31merror:\u001b[39m" : "error:";
  const lines = [`${label} ${place}${error.message}`];
  if (error.frame !== undefined) lines.push(error.frame);
  if (error.hint !== undefined) lines.push(`  ${error.hint}`);
  return `${lines.join("\n")}\n`;
}

function makeProgram(io: Io, finish: (status: number) => void): Command {
  const program = new Command("osfix");
  program
    .description(
      "Semantic patches for OpenStack Python: find a defect, fix it in every release and fork. And a static checker.",
    )
    .usage("COMMAND [PATH...]")
    .option("-V, --version", "print the version")
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) })
    .addHelpText("after", EXAMPLES);
  addTreeCommands(program, io, finish);
  addCheckCommand(program, io, finish);
  addLookCommands(program, io, finish);
  addExplainCommand(program, io, finish);
  addEmitCommands(program, io, finish);
  addRuleCommands(program, io, finish);
  addMatrixCommands(program, io, finish);
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program);
  return program;
}

const EXAMPLES = `
A PATH is a checkout, an unpacked source package, an installed package directory, or one file (default: .).
Give the trees that belong together in one call: they are judged together, and all files are written or none.

Examples:
  osfix status ./nova ./os-vif            what state the trees are in
  osfix diff ./nova                       what apply would do
  osfix apply ./os-vif ./nova             do it
  osfix apply --profile published --set bridge_interface=bond0 ./nova
  osfix revert ./nova ./os-vif            take it out again
  osfix check ./nova                      what the rules find in it

Exit status: 0 fine; 1 findings (check), or something left to apply (--check); 2 a wrong call, or something
you must mend first; 3 code and patches do not fit (conflict, ambiguous, inconsistent); 70 a bug of osfix.
`;
