import { readFileSync } from "node:fs";
import type { Command } from "commander";
import type { OwnRule } from "../check/own-rules.ts";
import { EXIT } from "../report/exit-status.ts";
import type { Rule } from "../rule.ts";
import { didYouMean } from "../text/suggest.ts";
import { UserError } from "../text/user-error.ts";
import { type Io, parserOf, styleOf } from "./io.ts";
import { collect, requestOf, withChoice, withCommon } from "./options.ts";
import { loadOwnRules, ownDirectories, type RuleOptions } from "./own-rules.ts";
import type { Finish } from "./tree-commands.ts";

/** Adds `explain`. */
export function addExplainCommand(program: Command, io: Io, finish: Finish): void {
  withCommon(
    withChoice(
      program
        .command("explain <id|file:line>")
        .description("the page of a patch or rule; or why hunks do or do not match at a line")
        .option("--rules <dir>", "own rules; may be repeated", collect),
    ),
  ).action((what: string, options: RuleOptions) => explain(what, options, io).then(finish));
}

async function explain(what: string, options: RuleOptions, io: Io): Promise<number> {
  const place = /^(.+?):(\d+)(?::\d+)?$/.exec(what);
  if (!place) io.out(await pageOf(what, options, io));
  else io.out(await explanationOf(place[1] ?? "", Number(place[2]), options, io));
  return EXIT.fine;
}

/** What own rules say of a line, where there are such, and why hunks of the series do or do not match there. */
async function explanationOf(file: string, line: number, options: RuleOptions, io: Io): Promise<string> {
  const own = await loadOwnRules(ownDirectories(options, io), io);
  if (own.length === 0) return ofSeries(file, line, options, io);
  const ofRules = await ofOwnRules(own, file, line, options, io);
  // own rules are about any tree, the series is about few
  const rest = await ofSeries(file, line, options, io).catch((error: unknown) => {
    if (error instanceof UserError) return undefined;
    throw error;
  });
  return rest === undefined ? ofRules : `${ofRules}\n${rest}`;
}

async function ofOwnRules(
  own: readonly OwnRule[],
  file: string,
  line: number,
  options: RuleOptions,
  io: Io,
): Promise<string> {
  const [{ explainRules }, { formatExplainedRules }, { loadParser }] = await Promise.all([
    import("../check/explain-rules.ts"),
    import("../report/explain.ts"),
    import("../parse/parser.ts"),
  ]);
  const parser = await loadParser({ backend: parserOf(io) });
  return formatExplainedRules(
    await explainRules(own, { file, line, at: io.cwd }, parser),
    styleOf(options, io),
  );
}

async function ofSeries(file: string, line: number, options: RuleOptions, io: Io): Promise<string> {
  const { run } = await import("../run.ts");
  const request = requestOf([file], options, io);
  const outcome = await run({ ...request, direction: "apply", until: "look" }).catch((error: unknown) => {
    throw error instanceof UserError ? withCheckHint(error, file) : error;
  });
  const [tree] = outcome.trees;
  if (tree === undefined || tree.focus.length !== 1)
    throw new UserError(`${file}: it is not a file`, {
      hint: "name a file and a line: nova/network/neutron.py:3230",
    });
  const [{ explainLine }, { formatExplanation }] = await Promise.all([
    import("../run-explain.ts"),
    import("../report/explain.ts"),
  ]);
  return formatExplanation(await explainLine(tree, line, request.parser), styleOf(options, io));
}

/** Who asks about a finding's line gets no answer from the series. */
function withCheckHint(error: UserError, file: string): UserError {
  const hint = `FILE:LINE explains hunks of patches. Findings: osfix check ${file}, and osfix explain RULE.`;
  return new UserError(error.message, { hint: error.hint === undefined ? hint : `${error.hint}\n  ${hint}` });
}

/** The page of an own rule, or of a rule that `osfix check` has beside those of files. */
async function ownPage(word: string, directories: readonly string[], io: Io): Promise<string | undefined> {
  const { UNUSED_IGNORE } = await import("../check/comment-book.ts");
  if (word === UNUSED_IGNORE.id) return UNUSED_IGNORE.page;
  const found = (await loadOwnRules(directories, io)).find(({ rule }) => rule.id === word);
  return found && headed(found.page ?? `# ${found.rule.title}\n\n${found.patch.prose}\n`, found.rule);
}

/** A page with what the rule is called and what its findings mean, below its title. */
function headed(page: string, { id, severity, onByDefault }: Rule): string {
  const [title = "", ...rest] = page.split("\n");
  const state = onByDefault ? "on" : "off";
  const words = `\`${id}\`: ${severity}, ${state} by default; \`# osfix: ignore[${id}] reason\` passes over one.`;
  return [title, "", words, ...rest].join("\n");
}

/** The page of the one patch or rule that a word names. */
async function pageOf(word: string, options: RuleOptions, io: Io): Promise<string> {
  const [{ seriesOf, SHIPPED_PATCHES }, { readSeriesFolder, readSeriesPage }, { isNamedBy }, { rules }] =
    await Promise.all([
      import("../run.ts"),
      import("../checkout/series-files.ts"),
      import("../smpl/select.ts"),
      import("../../rules/index.ts"),
    ]);
  const request = requestOf([], options, io);
  const folder = readSeriesFolder(request.patches ?? SHIPPED_PATCHES, request.series);
  const series = seriesOf(folder);
  const own = await ownPage(word, ownDirectories(options, io), io);
  if (own !== undefined) return own;
  const { seriesRuleId } = await import("../check/series-rules.ts");
  const patches = series.patches.filter(
    (patch) => isNamedBy(patch, word) || seriesRuleId(series, patch) === word,
  );
  const named = rules.filter((rule) => rule.id === word || rule.id.endsWith(`/${word}`));
  const ids = [...patches.map((patch) => patch.id), ...named.map((rule) => rule.id)];
  if (ids.length > 1) throw new UserError(`"${word}" names several: ${ids.join(", ")}`);
  const [patch] = patches;
  const [rule] = named;
  if (patch) {
    const { formatPatchPage } = await import("../report/explain.ts");
    return readSeriesPage(folder, patch.id) ?? formatPatchPage(patch);
  }
  if (rule) return headed(readFileSync(new URL(`../../rules/${rule.id}.md`, import.meta.url), "utf8"), rule);
  throw nothingNamed(
    word,
    [...series.patches, ...rules].map(({ id }) => id),
  );
}

function nothingNamed(word: string, known: readonly string[]): UserError {
  const inArea = known.filter((id) => id.startsWith(`${word}/`));
  const hint =
    inArea.length > 0
      ? `it has ${inArea.join(", ")}`
      : (didYouMean(word, known) ?? "`osfix list` shows all; for a place in a file write FILE:LINE.");
  return new UserError(`no patch and no rule is called "${word}"`, { hint });
}
