import { UserError } from "../text/user-error.ts";
import { pairReleases } from "./matrix-pairing.ts";
import type { MatrixReport, MatrixRepository, MatrixRevision } from "./matrix-report.ts";

/** A report and the file that it was read from. */
export interface NamedReport {
  readonly file: string;
  readonly report: MatrixReport;
}

/**
 * Reads what `osfix matrix --json` wrote.
 *
 * @throws UserError for anything else
 */
export function parseMatrixReport(file: string, text: string): NamedReport {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UserError(`${file}: not JSON: ${cause instanceof Error ? cause.message : cause}`);
  }
  const report = value as Partial<MatrixReport> | null;
  const lists = [
    report?.profiles,
    report?.patches,
    report?.repositories,
    report?.verdicts,
    report?.rules,
    report?.findings,
  ];
  if (report?.format !== 1 || !lists.every(Array.isArray) || typeof report.series !== "string")
    throw new UserError(`${file}: it is no report of \`osfix matrix --json\``);
  return { file, report: report as MatrixReport };
}

/**
 * Puts the shards of one matrix together, in whichever order they are given.
 *
 * @throws UserError for reports of different calls, and when a shard is missing or given twice
 */
export function mergeReports(given: readonly NamedReport[]): MatrixReport {
  const ordered = inShardOrder(given);
  const [first, ...others] = ordered;
  if (first === undefined) throw new UserError("nothing to merge");
  for (const other of others) checkSame(first, other);
  const verdicts = ordered.flatMap(({ report }) => report.verdicts);
  const findings = ordered.flatMap(({ report }) => report.findings);
  const starts = ordered.map((_, at) => ({
    verdicts: ordered.slice(0, at).reduce((sum, { report }) => sum + report.verdicts.length, 0),
    findings: ordered.slice(0, at).reduce((sum, { report }) => sum + report.findings.length, 0),
  }));
  const repositories = first.report.repositories.map((repository) => ({
    ...repository,
    revisions: ordered.flatMap(({ report }, at) => movedRevisions(report, repository, starts[at])),
  }));
  const sum = (part: "revisions" | "blobs" | "combinations" | "cached"): number =>
    ordered.reduce((total, { report }) => total + report.cost[part], 0);
  const cost = {
    revisions: sum("revisions"),
    blobs: sum("blobs"),
    combinations: sum("combinations"),
    cached: sum("cached"),
  };
  const merged = { ...first.report, shard: null, repositories, verdicts, findings, cost };
  return { ...merged, pairing: pairReleases(merged) };
}

function movedRevisions(
  report: MatrixReport,
  { path, project }: MatrixRepository,
  start: { readonly verdicts: number; readonly findings: number } = { verdicts: 0, findings: 0 },
): readonly MatrixRevision[] {
  const own = report.repositories.find((one) => one.path === path && one.project === project);
  return (own?.revisions ?? []).map((revision) => ({
    ...revision,
    verdicts: Object.fromEntries(
      Object.entries(revision.verdicts).map(([profile, indexes]) => [
        profile,
        indexes.map((index) => index + start.verdicts),
      ]),
    ),
    findings: revision.findings.map((index) => index + start.findings),
  }));
}

function inShardOrder(given: readonly NamedReport[]): readonly NamedReport[] {
  const shards = given.map((one) => ({ one, ...shardOf(one) }));
  const [first] = shards;
  if (first === undefined) return [];
  const odd = shards.find(({ of }) => of !== first.of);
  if (odd)
    throw new UserError(
      `${odd.one.file}: it is one of ${odd.of} shards, and ${first.one.file} of ${first.of}`,
    );
  for (let part = 1; part <= first.of; part++) {
    const own = shards.filter((shard) => shard.part === part);
    if (own.length === 0) throw new UserError(`shard ${part}/${first.of} is missing`);
    if (own.length > 1)
      throw new UserError(
        `shard ${part}/${first.of} is there twice: ${own.map(({ one }) => one.file).join(", ")}`,
      );
  }
  return shards.sort((a, b) => a.part - b.part).map(({ one }) => one);
}

/** A whole matrix is the only shard of one. */
function shardOf({ file, report }: NamedReport): { readonly part: number; readonly of: number } {
  if (report.shard === null) return { part: 1, of: 1 };
  const found = /^(\d{1,5})\/(\d{1,5})$/.exec(report.shard);
  if (!found) throw new UserError(`${file}: "${report.shard}" is no shard`);
  return { part: Number(found[1]), of: Number(found[2]) };
}

function checkSame(first: NamedReport, other: NamedReport): void {
  const what = ({ report }: NamedReport): string =>
    JSON.stringify([
      report.osfix,
      report.series,
      report.profiles,
      report.patches,
      report.checked,
      report.rules,
      report.repositories.map(({ path, project }) => [path, project]),
    ]);
  if (what(first) === what(other)) return;
  throw new UserError(`${other.file}: it is of another call than ${first.file}`, {
    hint: "osfix's version, the series, profiles, patches, rules and repositories must be the same for all shards",
  });
}
