import { Argument, type Command } from "commander";
import { EXIT } from "../report/exit-status.ts";
import type { ListedRule, ListName } from "../report/list.ts";
import type { Series } from "../smpl/series.ts";
import { type Io, styleOf } from "./io.ts";
import { collect, requestOf, type TreeOptions, withChoice, withCommon } from "./options.ts";
import { loadOwnRules, ownDirectories, type RuleOptions } from "./own-rules.ts";
import type { Finish } from "./tree-commands.ts";

const LISTS: readonly ListName[] = ["patches", "profiles", "settings", "rules", "releases"];

/** Adds `locate` and `list`. */
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
  const own = (await loadOwnRules(directories, io)).map(({ rule }) => rule);
  const listed: readonly ListedRule[] = [
    ...rules.map((rule) => ({ ...rule, from: "osfix" as const })),
    { ...UNUSED_IGNORE, onByDefault: true, from: "osfix" },
    ...[...seriesRules(series), pairingRule(series)].map((rule) => ({ ...rule, from: "series" as const })),
    ...own.map((rule) => ({ ...rule, from: "own" as const })),
  ];
  return [...listed].sort((a, b) => (a.id < b.id ? -1 : 1));
}
