import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { rules as shippedRules } from "../../rules/index.ts";
import { CheckCache, digestFolder, programDigest } from "../check/cache.ts";
import type { RuleRequest } from "../check/choose-rules.ts";
import { planFix, runFix } from "../check/fix.ts";
import type { StandIn } from "../check/named-paths.ts";
import type { OwnRule } from "../check/own-rules.ts";
import { readRulePage } from "../check/rule-page.ts";
import { type CheckRequest, runCheck } from "../check/run-check.ts";
import { decodeSource } from "../checkout/encoding.ts";
import { cacheFolder } from "../emit/cache-folder.ts";
import { CheckResults } from "../emit/check-results.ts";
import { replaceFiles } from "../emit/output-files.ts";
import { type BaselineEntry, entryOf, formatBaseline, parseBaseline } from "../report/baseline.ts";
import { renderCheck } from "../report/check-formats.ts";
import type { CheckReport } from "../report/check-report.ts";
import { renderCounts, renderStatistics } from "../report/check-text.ts";
import { EXIT } from "../report/exit-status.ts";
import { NO_SETTINGS, settingsWith } from "../report/rule-settings.ts";
import { formatFixes } from "../report/run-diff.ts";
import { printable } from "../report/style.ts";
import { codeOf, unreadReason } from "../text/system-error.ts";
import { UserError } from "../text/user-error.ts";
import type { CheckOptions } from "./check-command.ts";
import { type CheckConfig, ownRuleFolders, parseCheckConfig } from "./check-config.ts";
import { ownVersion } from "./cli.ts";
import { readConfig } from "./config.ts";
import { type Io, parserOf, styleOf } from "./io.ts";
import { formatOf } from "./options.ts";
import { loadOwnRules } from "./own-rules.ts";

/**
 * Runs `osfix check`.
 *
 * @returns 1 when a finding is as grave as those that fail a build
 * @throws UserError for options that do not go together and files that cannot be used
 */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  refuseMixed(paths, options);
  const config = readConfig(io.cwd);
  const own: CheckConfig =
    config.check === undefined
      ? { ...NO_SETTINGS, ownRules: [], baseline: undefined, failOn: undefined }
      : parseCheckConfig(config.check, config.file ?? "");
  const directories = options.rules ?? ownRuleFolders(own, config.file ?? "");
  const ownRules = await loadOwnRules(
    directories.map((one) => path.resolve(io.cwd, one)),
    io,
  );
  const baseline = baselineFile(options, own, config.file, io);
  const request: CheckRequest = {
    ...whatToCheck(paths, options, io),
    ...whichRules(options, own, ownRules),
    baseline: readBaseline(baseline, options),
    failOn: options.failOn ?? own.failOn,
    patches: options.patches ?? config.patches,
    parser: parserOf(io),
    version: ownVersion(),
    cache: options.cache === false ? undefined : openCache(options, ownRules, io),
  };
  const kind = options.unsafe === true ? "unsafe" : "safe";
  if (options.diff) return showFixes(await planFix(request, kind), options, io);
  const report = options.fix ? await runFix(request, kind) : await runCheck(request);
  if (baseline !== undefined && (options.updateBaseline || options.pruneBaseline))
    return writeBaseline(baseline, report, request.baseline, options, io);
  return show(withPages(report, ownRules, options), options, io);
}

function whatToCheck(
  paths: readonly string[],
  options: CheckOptions,
  io: Io,
): Pick<CheckRequest, "paths" | "at" | "root" | "stdin" | "since"> {
  const isWhole = paths.length === 0 && options.stdinFilename === undefined;
  return {
    paths: isWhole ? ["."] : paths.filter((one) => one !== "-"),
    at: io.cwd,
    root: options.root,
    stdin: paths.includes("-") ? readStdin(options.stdinFilename ?? "stdin.py", io) : undefined,
    since: options.since,
  };
}

function whichRules(options: CheckOptions, own: CheckConfig, ownRules: readonly OwnRule[]): RuleRequest {
  const rules = [...shippedRules, ...ownRules.map(({ rule }) => rule)];
  const select = options.select ?? [];
  return {
    rules,
    select,
    ignore: options.ignore,
    all: options.all === true,
    settings: settingsWith(own, namedIn(select, rules)),
  };
}

/** The rules that words name by their own names: `names/unbound-local`, `unbound-local`. */
function namedIn(words: readonly string[], rules: readonly { readonly id: string }[]): readonly string[] {
  return words.flatMap((word) => {
    if (word.includes("*")) return [];
    return word.includes("/") ? [word] : rules.map(({ id }) => id).filter((id) => id.endsWith(`/${word}`));
  });
}

/** The diff in place of the report; its counts go where they always go. */
function showFixes(
  { report, plans }: Awaited<ReturnType<typeof planFix>>,
  options: CheckOptions,
  io: Io,
): number {
  const style = styleOf(options, io);
  const trees = plans.map(({ tree: { label, tree }, changes }) => ({ label, tree, changes }));
  const toFile = options.output !== undefined;
  const diff = formatFixes(trees, style, !toFile && io.terminal.out);
  if (toFile) writeOutput(path.resolve(io.cwd, options.output ?? ""), diff);
  else io.out(diff);
  const { err, exitStatus } = renderCounts(report, style);
  io.err(err);
  return exitStatus;
}

function show(report: CheckReport, options: CheckOptions, io: Io): number {
  const style = styleOf(options, io);
  const format = formatOf(options, "text");
  const rendered = options.statistics
    ? renderStatistics(report, style)
    : renderCheck(report, format, options.output === undefined ? style : { ...style, color: false });
  if (options.output === undefined) io.out(rendered.out);
  else writeOutput(path.resolve(io.cwd, options.output), rendered.out);
  if (style.verbosity >= 0) for (const remark of report.remarks ?? []) io.err(`${printable(remark)}\n`);
  io.err(rendered.err);
  return rendered.exitStatus;
}

/** Pages are read where a format shows them. */
function withPages(report: CheckReport, own: readonly OwnRule[], options: CheckOptions): CheckReport {
  if (options.format !== "sarif" && options.format !== "html") return report;
  const pageOf = (id: string): string | undefined =>
    own.find(({ rule }) => rule.id === id)?.page ?? readRulePage(id, options.patches);
  return { ...report, rules: report.rules.map((rule) => ({ ...rule, page: rule.page ?? pageOf(rule.id) })) };
}

/** Undefined where there is no place for a cache. */
function openCache(options: CheckOptions, own: readonly OwnRule[], io: Io): CheckCache | undefined {
  const folder = cacheFolder(io.env);
  if (folder === undefined) return undefined;
  const patches = createHash("sha256");
  if (options.patches !== undefined) digestFolder(path.resolve(io.cwd, options.patches), patches);
  const digests = own.map(({ rule, digest }) => `${rule.id} ${digest}`);
  const program = programDigest(ownVersion(), patches.digest("hex"), parserOf(io) ?? "", ...digests);
  return new CheckCache(new CheckResults(path.join(folder, "check")), program);
}

function refuseMixed(paths: readonly string[], options: CheckOptions): void {
  if (options.stdinFilename !== undefined && !paths.includes("-"))
    throw new UserError("--stdin-filename says what standard input is, and no PATH is -", {
      hint: "osfix check --stdin-filename nova/a.py -",
    });
  const isText = formatOf(options, "text") === "text";
  if (options.statistics && !isText)
    throw new UserError("--statistics is a text of its own, and goes with no other format");
  if (options.diff && !options.fix) throw new UserError("--diff goes with --fix");
  if (options.diff && !isText) throw new UserError("--diff is a diff, and goes with no other format");
  if (options.unsafe && !options.fix) throw new UserError("--unsafe goes with --fix");
  if (options.fix && paths.includes("-")) throw new UserError("--fix does not go with standard input");
  if (options.updateBaseline && options.pruneBaseline)
    throw new UserError("--update-baseline prunes already; --prune-baseline alone adds nothing");
}

/** @throws UserError when standard input is no Python text */
function readStdin(file: string, io: Io): StandIn {
  const decoded = decodeSource(io.stdin?.() ?? fs.readFileSync(0));
  if (decoded.kind === "failed") throw new UserError(`standard input: ${decoded.reason}`);
  return { file, text: decoded.text };
}

function baselineFile(
  options: CheckOptions,
  own: CheckConfig,
  configFile: string | undefined,
  io: Io,
): string | undefined {
  if (options.baseline !== undefined) return path.resolve(io.cwd, options.baseline);
  if (own.baseline !== undefined && configFile !== undefined)
    return path.resolve(path.dirname(configFile), own.baseline);
  if (options.updateBaseline || options.pruneBaseline)
    throw new UserError("no baseline file is named", {
      hint: "--baseline FILE, or check.baseline in osfix.config.json",
    });
  return undefined;
}

function readBaseline(file: string | undefined, options: CheckOptions): readonly BaselineEntry[] {
  if (file === undefined) return [];
  if (!fs.existsSync(file)) {
    if (options.updateBaseline) return [];
    throw new UserError(`${file}: there is no such baseline`, { hint: "--update-baseline writes it" });
  }
  try {
    return parseBaseline(readText(file), file);
  } catch (error) {
    // What is no baseline becomes one.
    if (options.updateBaseline && error instanceof UserError) return [];
    throw error;
  }
}

function readText(file: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    const reason = code === "EISDIR" ? "it is a directory, and no baseline" : unreadReason(code);
    throw new UserError(`${file}: ${reason}`);
  }
}

function writeBaseline(
  file: string,
  report: CheckReport,
  before: readonly BaselineEntry[],
  options: CheckOptions,
  io: Io,
): number {
  const { findings, keptBaseline: kept } = report;
  const entries = options.updateBaseline ? [...findings.map(entryOf), ...kept] : kept;
  writeOutput(file, formatBaseline(entries));
  const change = options.updateBaseline ? "written" : `kept, ${before.length - entries.length} taken out`;
  io.err(`${file}: ${entries.length} findings ${change}\n`);
  return EXIT.fine;
}

function writeOutput(file: string, data: string | Uint8Array): void {
  try {
    const real = fs.existsSync(file) ? fs.realpathSync.native(file) : path.resolve(file);
    const isPlain = fs.statSync(real, { throwIfNoEntry: false })?.isFile() ?? true;
    // What reads from a pipe or a terminal cannot be given another file in its place.
    if (!isPlain) fs.writeFileSync(real, data);
    else replaceFiles(path.dirname(real), [{ path: path.basename(real), bytes: Buffer.from(data) }]);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${file}: it cannot be written (${error instanceof Error ? error.message : error})`);
  }
}
