import { readFileSync } from "node:fs";
import path from "node:path";
import { Argument, type Command } from "commander";
import type { OwnRule } from "../check/own-rules.ts";
import { EXIT } from "../report/exit-status.ts";
import type { ListedRule, ListName } from "../report/list.ts";
import type { Rule } from "../rule.ts";
import type { Series } from "../smpl/series.ts";
import { didYouMean } from "../text/suggest.ts";
import { UserError } from "../text/user-error.ts";
import { ownRuleFolders, parseCheckConfig } from "./check-config.ts";
import { readConfig } from "./config.ts";
import { type Io, parserOf, styleOf } from "./io.ts";
import { collect, requestOf, type TreeOptions, withChoice, withCommon } from "./options.ts";
import type { Finish } from "./tree-commands.ts";

const LISTS: readonly ListName[] = ["patches", "profiles", "settings", "rules", "releases"];

interface RuleOptions extends TreeOptions {
  readonly rules?: readonly string[];
}

/** Adds `locate`, `list` and `explain`. */
export function addLookCommands(program: Command, io: Io, finish: Finish): void {
  withCommon(
    withChoice(
      program.command("locate [path...]").description("where the functions are that the patches change"),
    ).option("--json", "report as JSON"),
  ).action((paths: string[], options: TreeOptions) => locate(paths, options, io).then(finish));
  withCommon(
    withChoice(
      program
        .command("list")
        .addArgument(new Argument("[what]", "what to list (default: all)").choices(LISTS))
        .description("patches, profiles, settings, rules and releases")
        .option("--rules <dir>", "own rules; may be repeated", collect),
    ).option("--json", "report as JSON"),
  ).action((what: ListName | undefined, options: RuleOptions) => list(what, options, io).then(finish));
  withCommon(
    withChoice(
      program
        .command("explain <id|file:line>")
        .description("the page of a patch or rule; or why hunks do or do not match at a line")
        .option("--rules <dir>", "own rules; may be repeated", collect),
    ),
  ).action((what: string, options: RuleOptions) => explain(what, options, io).then(finish));
}

async function locate(paths: readonly string[], options: TreeOptions, io: Io): Promise<number> {
  const { run } = await import("../run.ts");
  const request = requestOf(paths, options, io);
  const outcome = await run({ ...request, direction: "apply", until: "look" });
  const { locateTargets } = await import("../run-locate.ts");
  const located = await locateTargets(outcome.trees, request.parser);
  const { formatLocated, locatedJson } = await import("../report/locate.ts");
  io.out(options.json ? locatedJson(located) : formatLocated(located, styleOf(options, io)));
  return EXIT.fine;
}

async function list(what: ListName | undefined, options: RuleOptions, io: Io): Promise<number> {
  const [{ loadSeries }, { formatLists, listsJson }] = await Promise.all([
    import("../run.ts"),
    import("../report/list.ts"),
  ]);
  const request = requestOf([], options, io);
  const series = loadSeries(request.patches, request.series);
  const rules = await listedRules(series, ownDirectories(options, io), io);
  if (options.json) io.out(listsJson(series, rules));
  else io.out(formatLists(series, rules, what === undefined ? LISTS : [what], styleOf(options, io)));
  return EXIT.fine;
}

async function explain(what: string, options: RuleOptions, io: Io): Promise<number> {
  const place = /^(.+?):(\d+)(?::\d+)?$/.exec(what);
  if (!place) {
    io.out(await pageOf(what, options, io));
    return EXIT.fine;
  }
  const { run } = await import("../run.ts");
  const request = requestOf([place[1] ?? ""], options, io);
  const outcome = await run({ ...request, direction: "apply", until: "look" }).catch((error: unknown) => {
    throw error instanceof UserError ? withCheckHint(error, place[1] ?? "") : error;
  });
  const [tree] = outcome.trees;
  if (tree === undefined || tree.focus.length !== 1)
    throw new UserError(`${place[1]}: it is not a file`, {
      hint: "name a file and a line: nova/network/neutron.py:3230",
    });
  const [{ explainLine }, { formatExplanation }] = await Promise.all([
    import("../run-explain.ts"),
    import("../report/explain.ts"),
  ]);
  const explained = await explainLine(tree, Number(place[2]), request.parser);
  io.out(formatExplanation(explained, styleOf(options, io)));
  return EXIT.fine;
}

/** Who asks about a finding's line gets no answer from the series. */
function withCheckHint(error: UserError, file: string): UserError {
  const hint = `FILE:LINE explains hunks of patches. Findings: osfix check ${file}, and osfix explain RULE.`;
  return new UserError(error.message, { hint: error.hint === undefined ? hint : `${error.hint}\n  ${hint}` });
}

/** Directories of own rules: those that the call names, or those of the configuration. */
function ownDirectories(options: RuleOptions, io: Io): readonly string[] {
  if (options.rules !== undefined) return options.rules.map((one) => path.resolve(io.cwd, one));
  const { check, file = "" } = readConfig(io.cwd);
  return check === undefined ? [] : ownRuleFolders(parseCheckConfig(check, file), file);
}

/** All that `osfix check` may find something with, ordered by id. */
async function listedRules(
  series: Series,
  directories: readonly string[],
  io: Io,
): Promise<readonly ListedRule[]> {
  const [{ rules }, { seriesRules, pairingRule }, { UNUSED_IGNORE }] = await Promise.all([
    import("../../rules/index.ts"),
    import("../check/series-rules.ts"),
    import("../check/comment-book.ts"),
  ]);
  const own = (await ownRules(directories, io)).map(({ rule }) => rule);
  const listed: readonly ListedRule[] = [
    ...rules.map((rule) => ({ ...rule, from: "osfix" as const })),
    { ...UNUSED_IGNORE, onByDefault: true, from: "osfix" },
    ...[...seriesRules(series), pairingRule(series)].map((rule) => ({ ...rule, from: "series" as const })),
    ...own.map((rule) => ({ ...rule, from: "own" as const })),
  ];
  return [...listed].sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function ownRules(directories: readonly string[], io: Io): Promise<readonly OwnRule[]> {
  if (directories.length === 0) return [];
  const [{ readOwnRules }, { loadParser }] = await Promise.all([
    import("../check/own-rules.ts"),
    import("../parse/parser.ts"),
  ]);
  return readOwnRules(directories, await loadParser({ backend: parserOf(io) }));
}

/** The page of an own rule, or of a rule that `osfix check` has beside those of files. */
async function ownPage(word: string, directories: readonly string[], io: Io): Promise<string | undefined> {
  const { UNUSED_IGNORE } = await import("../check/comment-book.ts");
  if (word === UNUSED_IGNORE.id) return UNUSED_IGNORE.page;
  const found = (await ownRules(directories, io)).find(({ rule }) => rule.id === word);
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
  const known = [...series.patches, ...rules].map(({ id }) => id);
  throw new UserError(`no patch and no rule is called "${word}"`, {
    hint: didYouMean(word, known) ?? "`osfix list` shows all; for a place in a file write FILE:LINE.",
  });
}
