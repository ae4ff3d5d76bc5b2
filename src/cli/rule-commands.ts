import fs from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { makeDirectory } from "../emit/make-directory.ts";
import { EXIT } from "../report/exit-status.ts";
import { printable, tint } from "../report/style.ts";
import { codeOf } from "../text/system-error.ts";
import { UserError } from "../text/user-error.ts";
import { type CommonOptions, type Io, parserOf, styleOf } from "./io.ts";
import { withCommon } from "./options.ts";
import type { Finish } from "./tree-commands.ts";

/** Adds `test` and `new-rule`. */
export function addRuleCommands(program: Command, io: Io, finish: Finish): void {
  withCommon(
    program
      .command("test <dir>")
      .description("run the examples in the pages of own rules; exit status 1 when one fails"),
  ).action((directory: string, options: CommonOptions) => testRules(directory, options, io).then(finish));
  withCommon(
    program
      .command("new-rule <area/name>")
      .description("write a rule of your own and its page, with examples that pass")
      .option("--rules <dir>", "directory of own rules (default: rules)"),
  ).action((id: string, options: CommonOptions & { readonly rules?: string }) =>
    newRule(id, options.rules ?? "rules", io).then(finish),
  );
}

async function testRules(directory: string, options: CommonOptions, io: Io): Promise<number> {
  const [{ readOwnRules }, { testRule }, { loadParser }] = await Promise.all([
    import("../check/own-rules.ts"),
    import("../check/test-rules.ts"),
    import("../parse/parser.ts"),
  ]);
  const parser = await loadParser({ backend: parserOf(io) });
  const tests = readOwnRules([path.resolve(io.cwd, directory)], parser).map((own) => testRule(own, parser));
  const style = styleOf(options, io);
  for (const { id, examples, failures } of tests) {
    const verdict = failures.length === 0 ? tint(style, "green", "ok  ") : tint(style, "red", "FAIL");
    if (failures.length > 0 || !options.quiet) io.out(`${verdict} ${printable(id)} (${examples} examples)\n`);
    for (const failure of failures) io.out(`     ${printable(failure, "lines")}\n`);
  }
  return tests.some(({ failures }) => failures.length > 0) ? EXIT.left : EXIT.fine;
}

async function newRule(id: string, directory: string, io: Io): Promise<number> {
  if (!/^[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9-]*$/.test(id))
    throw new UserError(`${id}: it is no name of a rule`, {
      hint: "AREA/NAME, of small letters, digits and hyphens: locks/own-prefix",
    });
  const [{ newRuleFiles }, { rules }] = await Promise.all([
    import("../check/new-rule.ts"),
    import("../../rules/index.ts"),
  ]);
  if (rules.some((rule) => rule.id === id))
    throw new UserError(`${id}: osfix has a rule of that name`, { hint: "choose another name" });
  const base = path.join(path.resolve(io.cwd, directory), id);
  const { spatch, page } = newRuleFiles(id, new Date(0).toUTCString().replace("GMT", "+0000"));
  const files = [
    { file: `${base}.spatch`, text: spatch },
    { file: `${base}.md`, text: page },
  ];
  makeDirectory(path.dirname(base));
  // one without the other would be no rule
  for (const { file } of files)
    if (fs.existsSync(file))
      throw new UserError(`${file}: it is there already`, { hint: "choose another name" });
  for (const { file, text } of files) writeNew(file, text, io);
  io.err(`osfix test ${directory} runs its examples\n`);
  return EXIT.fine;
}

/** Never over a file that is there. */
function writeNew(file: string, text: string, io: Io): void {
  try {
    fs.writeFileSync(file, text, { flag: "wx" });
  } catch (error) {
    if (codeOf(error) === "EEXIST")
      throw new UserError(`${file}: it is there already`, { hint: "choose another name" });
    throw new UserError(`${file}: it cannot be written (${error instanceof Error ? error.message : error})`);
  }
  io.out(`${file}\n`);
}
