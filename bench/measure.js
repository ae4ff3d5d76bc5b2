// What all benchmarks share: how a program is measured, and how runs are shown beside their peer.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import os, { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** How often each program is run; the fastest run counts. */
export const ROUNDS = Number(process.env.OSFIX_BENCH_ROUNDS ?? 3);

/** The command as it is shipped. */
export const OSFIX = new URL("../dist/osfix.cjs", import.meta.url).pathname;

const LARGEST_OUTPUT = 1024 * 1024 * 1024;

/** `2 x AMD EPYC 7763, Node.js v20.20.2, git 2.39.5`. */
export function machine() {
  const git = spawnSync("git", ["--version"], { encoding: "utf8" }).stdout.trim().replace(" version", "");
  return `${os.cpus().length} x ${os.cpus()[0]?.model}, Node.js ${process.version}, ${git}`;
}

/**
 * Wall and processor seconds, those of its children included, and peak memory in MiB, as the kernel counts them.
 *
 * The program runs below a small process of its own: what this one holds does not count.
 */
export function measure(program, args, { env = {}, cwd, input, fine = [0, 1] } = {}) {
  const code = `
    const { spawnSync } = require("node:child_process");
    const { openSync } = require("node:fs");
    const { call: [program, ...args], cwd, input } = JSON.parse(process.argv[1]);
    const stdin = input === undefined ? "ignore" : openSync(input, "r");
    const before = process.hrtime.bigint();
    const { status, stderr } = spawnSync(program, args, { cwd, stdio: [stdin, "ignore", "pipe"] });
    const wall = Number(process.hrtime.bigint() - before) / 1e9;
    process.stdout.write(JSON.stringify({ status, wall, stderr: String(stderr).slice(-2000) }));`;
  const timed = existsSync("/usr/bin/time");
  const call = timed ? ["/usr/bin/time", "-f", "@ %U %S %M", program, ...args] : [program, ...args];
  const run = spawnSync(process.execPath, ["-e", code, JSON.stringify({ call, cwd, input })], {
    encoding: "utf8",
    env: { ...process.env, ...env },
    maxBuffer: LARGEST_OUTPUT,
  });
  const { status, wall, stderr } = JSON.parse(run.stdout);
  if (!fine.includes(status)) throw new Error(`${program} ${args.join(" ")} gives ${status}: ${stderr}`);
  const [, user = "0", system = "0", peak = "0"] = /@ (\S+) (\S+) (\d+)/.exec(stderr) ?? [];
  return { wall, processor: Number(user) + Number(system), memory: Math.round(Number(peak) / 1024) };
}

/** The run that was disturbed least. */
export const best = (runs) => runs.reduce((a, b) => (b.wall < a.wall ? b : a));

/**
 * Runs measurements in turn, round by round, and gives the best of each by name.
 *
 * @param steps functions by name; each measures once
 */
export function inTurn(steps, rounds = ROUNDS) {
  const runs = Object.fromEntries(Object.keys(steps).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, step] of Object.entries(steps)) runs[name].push(step());
  return Object.fromEntries(Object.entries(runs).map(([name, all]) => [name, best(all)]));
}

/** Prints runs, each with its wall time and its processor time over those of the peer. */
export function show(title, runs, peer) {
  const right = (text, width) => text.padStart(width);
  const over = (a, b) => (b === 0 ? "-" : (a / b).toFixed(2));
  console.log(
    `${title.padEnd(44)} ${right("wall", 9)} ${right("processor", 10)} ${right("peak", 9)} ${right("ratio", 7)} ${right("(processor)", 11)}`,
  );
  for (const [name, { wall, processor, memory }] of Object.entries(runs))
    console.log(
      `  ${name.padEnd(42)} ${right(wall.toFixed(2), 7)} s ${right(processor.toFixed(2), 8)} s ${right(String(memory), 5)} MiB ${right(over(wall, peer.wall), 7)} ${right(over(processor, peer.processor), 11)}`,
    );
}

/** A folder that is gone when `use` ends. */
export function withScratch(use) {
  const folder = mkdtempSync(join(tmpdir(), "osfix-bench-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The program of the ast-grep that is installed for development. */
export function astGrep() {
  const from = createRequire(createRequire(import.meta.url).resolve("@ast-grep/cli/package.json"));
  for (const kind of ["linux-x64-gnu", "linux-arm64-gnu", "linux-x64-musl", "darwin-arm64", "darwin-x64"])
    try {
      return join(dirname(from.resolve(`@ast-grep/cli-${kind}/package.json`)), "ast-grep");
    } catch {
      // Another machine's.
    }
  throw new Error("@ast-grep/cli has no program for this machine");
}

/** Two rules of the kind that people write: a decorator with an argument, and a call within a function. */
export const AST_GREP_RULES = `id: external-lock
language: python
rule: { pattern: "lockutils.synchronized($$$ARGS, external=True)" }
---
id: logged-translation
language: python
rule: { pattern: "LOG.$LEVEL(_($TEXT), $$$ARGS)" }
`;
