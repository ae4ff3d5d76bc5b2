// Compares `osfix check`, all rules, with `ast-grep scan`, two rules, on one tree in one run: cold, and with a warm cache.
//
//     npm run bench -- TREE            a checkout of nova; OSFIX_BENCH_TREE names it otherwise
//
// Each is run in turn, and the fastest of its runs counts: what else the machine does only makes a run slower. Peak
// memory is the kernel's figure of the process. Exit status 1 when a limit is passed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const ROUNDS = Number(process.env.OSFIX_BENCH_ROUNDS ?? 3);
/** Of ast-grep's time; MiB. */
const LIMITS = { cold: 1, warm: 0.25, memory: 400 };

const tree = process.argv[2] ?? process.env.OSFIX_BENCH_TREE;
if (tree === undefined || !existsSync(tree)) {
  console.error("npm run bench -- TREE, a checkout or unpacked package of nova");
  process.exit(2);
}
const scratch = mkdtempSync(join(tmpdir(), "osfix-bench-"));
const osfix = new URL("../dist/osfix.cjs", import.meta.url).pathname;

/** Two rules of the kind that people write: a decorator with an argument, and a call within a function. */
const RULES = `id: external-lock
language: python
rule: { pattern: "lockutils.synchronized($$$ARGS, external=True)" }
---
id: logged-translation
language: python
rule: { pattern: "LOG.$LEVEL(_($TEXT), $$$ARGS)" }
`;

function astGrep() {
  const from = createRequire(createRequire(import.meta.url).resolve("@ast-grep/cli/package.json"));
  for (const kind of ["linux-x64-gnu", "linux-arm64-gnu", "linux-x64-musl", "darwin-arm64", "darwin-x64"])
    try {
      return join(dirname(from.resolve(`@ast-grep/cli-${kind}/package.json`)), "ast-grep");
    } catch {
      // Another machine's.
    }
  throw new Error("@ast-grep/cli has no program for this machine");
}

/** Wall and processor seconds, and peak memory in MiB. */
function measure(program, args, env) {
  const code = `
    const { spawnSync } = require("node:child_process");
    const [program, ...args] = JSON.parse(process.argv[1]);
    const before = process.hrtime.bigint();
    const { status, stderr } = spawnSync(program, args, { stdio: ["ignore", "ignore", "pipe"] });
    const wall = Number(process.hrtime.bigint() - before) / 1e9;
    process.stdout.write(JSON.stringify({ status, wall, stderr: String(stderr).slice(0, 2000) }));`;
  const timed = existsSync("/usr/bin/time");
  const call = timed ? ["/usr/bin/time", "-f", "@ %U %S %M", program, ...args] : [program, ...args];
  const run = spawnSync(process.execPath, ["-e", code, JSON.stringify(call)], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  const { status, wall, stderr } = JSON.parse(run.stdout);
  if (status !== 0 && status !== 1) throw new Error(`${program} gives ${status}: ${stderr}`);
  const [, user = "0", system = "0", peak = "0"] = /@ (\S+) (\S+) (\d+)/.exec(stderr) ?? [];
  return { wall, processor: Number(user) + Number(system), memory: Math.round(Number(peak) / 1024) };
}

const best = (runs) => runs.reduce((a, b) => (b.wall < a.wall ? b : a));

try {
  writeFileSync(join(scratch, "rules.yml"), RULES);
  const cache = join(scratch, "cache");
  const check = () => measure(process.execPath, [osfix, "check", tree], { XDG_CACHE_HOME: cache });
  const scan = () => measure(astGrep(), ["scan", "-r", join(scratch, "rules.yml"), tree], {});
  const runs = { scan: [], cold: [], warm: [] };
  scan();
  for (let round = 0; round < ROUNDS; round++) {
    runs.scan.push(scan());
    rmSync(cache, { recursive: true, force: true });
    runs.cold.push(check());
    runs.warm.push(check());
  }
  const [other, cold, warm] = [best(runs.scan), best(runs.cold), best(runs.warm)];
  const row = (name, { wall, processor, memory }) =>
    `${name.padEnd(26)} ${wall.toFixed(2).padStart(7)} s ${processor.toFixed(2).padStart(7)} s ${String(memory).padStart(6)} MiB ${(wall / other.wall).toFixed(2).padStart(6)}`;
  console.log(
    `${"".padEnd(26)} ${"wall".padStart(9)} ${"processor".padStart(9)} ${"peak".padStart(10)}  ratio`,
  );
  console.log(row("ast-grep scan, two rules", other));
  console.log(row("osfix check, cold", cold));
  console.log(row("osfix check, warm", warm));
  const passed = [
    [cold.wall / other.wall <= LIMITS.cold, "cold is slower than ast-grep"],
    [warm.wall / other.wall <= LIMITS.warm, "warm takes more than a quarter of ast-grep's time"],
    [Math.max(cold.memory, warm.memory) <= LIMITS.memory, `more than ${LIMITS.memory} MiB of memory`],
  ].filter(([holds]) => !holds);
  for (const [, says] of passed) console.log(`limit passed: ${says}`);
  process.exitCode = passed.length === 0 ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
