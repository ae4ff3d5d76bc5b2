import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import {
  CONSUMERS,
  type Consumer,
  type ConsumerResult,
  comparedHash,
  holdsSeries,
  KOLLA,
  tryConsumer,
} from "../emit/consumers.ts";
import type { RunTool } from "../emit/outside-tool.ts";
import { isStripZero, readSeries, readUnapplied } from "../emit/patch-files.ts";
import { UserError } from "../text/user-error.ts";

/** What came of each consumer, in the order of the table. */
export interface Verification {
  readonly original: string;
  readonly rows: readonly { readonly consumer: Consumer; readonly result: ConsumerResult }[];
  /** Consumers that are not installed do not count, unless all are required. */
  readonly agreed: boolean;
  /** Nobody could apply the series, because it is in the tree. */
  readonly held: boolean;
}

/** Which series is to be tried on which tree. */
export interface VerifyRequest {
  readonly series: string;
  readonly tree: string;
  /** Fail when a consumer is not installed. */
  readonly requireAll: boolean;
  /** Told of each consumer before it is tried: on a large tree some take a minute. */
  readonly begun?: (consumer: Consumer) => void;
}

/**
 * Applies a series to scratch copies of a tree with every tool that is installed; of the tree's own `debian/patches`, what
 * is not applied in it.
 *
 * @throws UserError when there is no series or no tree
 */
export function verifySeries(request: VerifyRequest, run: RunTool): Verification {
  const tree = path.resolve(request.tree);
  if (!fs.statSync(tree, { throwIfNoEntry: false })?.isDirectory())
    throw new UserError(`there is no tree ${request.tree}`);
  const inPlace = path.resolve(request.series) === path.join(tree, "debian", "patches");
  const series = inPlace ? readUnapplied(tree) : readSeries(request.series);
  const consumers = series.every(isStripZero) ? [KOLLA] : CONSUMERS;
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "osfix-verify-"));
  try {
    const original = comparedHash(tree);
    const job = { run, tree, series, scratch, original };
    const rows = consumers.map((consumer) => {
      request.begun?.(consumer);
      return { consumer, result: tryConsumer(consumer, job) };
    });
    const failed = rows.every(({ result }) => result.kind !== "applied");
    return {
      original,
      rows,
      held: failed && holdsSeries(job),
      agreed: agree(
        rows.map(({ result }) => result),
        request.requireAll,
      ),
    };
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

function agree(results: readonly ConsumerResult[], requireAll: boolean): boolean {
  const hashes = new Set(results.flatMap((result) => (result.kind === "applied" ? [result.hash] : [])));
  const sound = results.every((result) => {
    if (result.kind === "not-installed") return !requireAll;
    return result.kind === "applied" && result.remarks.length === 0;
  });
  return sound && hashes.size === 1;
}

/** The table, with what each consumer said below its row. */
export function formatVerification(verification: Verification): string {
  const width = Math.max(...verification.rows.map(({ consumer }) => consumer.name.length));
  const rows = verification.rows.map(({ consumer, result }) =>
    formatRow(consumer.name.padEnd(width), consumer, result),
  );
  const why = verification.held ? ": the tree holds these patches already" : "";
  const verdict = verification.agreed ? "one tree" : `no agreement${why}`;
  return `${rows.flat().join("\n")}\n${"before".padEnd(width)}          ${verification.original}\n${verdict}\n`;
}

function formatRow(name: string, consumer: Consumer, result: ConsumerResult): readonly string[] {
  switch (result.kind) {
    case "applied": {
      const word = result.remarks.length === 0 ? "ok    " : "remark";
      return [`${name}  ${word}  ${result.hash}`, ...result.remarks.map((remark) => `    ${remark}`)];
    }
    case "failed":
      return [`${name}  FAILED`, ...result.reason.split("\n").map((line) => `    ${line}`)];
    case "not-installed":
      return [`${name}  -       ${result.program} is not installed (Debian: ${consumer.package})`];
  }
}
