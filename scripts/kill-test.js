// Stops the writers of work trees and of output directories at every and at random points, and checks that what is left
// is the old or the new.
//
//   node scripts/kill-test.js [--rounds N] [--step N] [--seed N]
//
// Parts: a failure (ENOSPC, EIO, EACCES) of each call of the file system; a kill before each Nth call, in the writer
// and in the recovery after it, and in the writer of output directories; kills at random times; two writers at once; a
// full tmpfs, where one can be mounted (as root).
import { execFileSync, spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { randomFrom } from "./fuzz/random.js";
import { plan, watchCalls } from "./kill-test/faults.js";
import { makeTrees, OLD_OUTPUT, outputState, stateOf, TEMPORARY } from "./kill-test/trees.js";
import { emitTo, perform, recovered, WRITER } from "./kill-test/writer.js";

const SELF = fileURLToPath(import.meta.url);
const tally = new Map();
const bad = [];

/** Kills the writer of an output directory before each call: old or new files, or none for a moment, until the next run. */
async function everyKillOfOutput() {
  const writer = await import(WRITER);
  for (let at = 1; at < 1000; at++) {
    const base = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "osfix-kill-")));
    emitTo(writer, base, OLD_OUTPUT);
    const outcome = runKilled("emit", base, at);
    const state = outputState(base);
    writer.recoverDirectory(path.join(base, "out"));
    const then = outputState(base);
    const left = fs.readdirSync(base).filter((name) => TEMPORARY.test(name));
    const isFine = left.length === 0 && (state === then || (state === "none" && then === "old"));
    note("kill of an output directory", isFine ? then : `${state}, then ${then}, with ${left.join(", ")}`);
    fs.rmSync(base, { recursive: true });
    if (outcome.kind !== "killed") return;
  }
}

/** One write or recovery in a process of its own, which may be killed. */
async function child(task, base, fault, at, mark = "") {
  if (fault === "wait") {
    await import(WRITER);
    process.stdout.write("ready");
    await new Promise((resolve) => process.stdin.once("data", resolve));
  }
  process.stdout.write(JSON.stringify(await perform(task, base, fault, Number(at), mark)));
  process.exit(0);
}

function note(part, state) {
  const good = state === "old" || state === "new";
  const key = `${part}: ${good ? state : "BAD"}`;
  tally.set(key, (tally.get(key) ?? 0) + 1);
  if (!good) bad.push(`${part}: ${state}`);
}

/** Lets each call fail: the writer must say so and leave the old tree, or have written everything. */
async function everyFailure(code) {
  for (let at = 1; at < 1000; at++) {
    const base = makeTrees(os.tmpdir());
    const outcome = await perform("write", base, code, at);
    const { calls, hit } = plan;
    const state = await recovered(base);
    const agrees = state === (outcome.kind === "written" ? "new" : "old");
    note(`${code} in each call`, agrees ? state : `call ${at} (${hit}): said ${outcome.kind}, then ${state}`);
    fs.rmSync(base, { recursive: true });
    if (calls < at) return;
  }
}

/** Runs in a process of its own, until it is killed before its Nth call. */
function runKilled(task, base, at) {
  const done = spawnSync(process.execPath, [SELF, "--child", task, base, "kill", String(at)], {
    encoding: "utf8",
  });
  if (done.signal === "SIGKILL") return { kind: "killed" };
  return done.status === 0 ? JSON.parse(done.stdout) : { kind: `crashed: ${done.stderr}` };
}

/** Kills the writer before a call, and the recovery before one of its own, until the writer gets to its end. */
async function everyKill(random, step) {
  for (let at = 1; at < 1000; at += step) {
    const base = makeTrees(os.tmpdir());
    const outcome = runKilled("write", base, at);
    if (outcome.kind === "killed") runKilled("recover", base, 1 + Math.floor(random() * 150));
    note("kill before each call", outcome.kind.startsWith("crashed") ? outcome.kind : await recovered(base));
    fs.rmSync(base, { recursive: true });
    if (outcome.kind !== "killed") return;
  }
}

/** A process that has loaded everything and waits for a byte. */
async function waiting(task, base, mark = "") {
  const args = [SELF, "--child", task, base, "wait", "0", mark];
  const started = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  started.stdin.on("error", () => undefined);
  let stdout = "";
  const ready = new Promise((resolve) => {
    started.stdout.on("data", (chunk) => {
      stdout += chunk;
      if (stdout.startsWith("ready")) resolve();
    });
  });
  const ended = new Promise((resolve) => started.on("close", () => resolve(stdout.slice("ready".length))));
  await Promise.race([ready, ended]);
  return { process: started, ended };
}

/** How long a writer that nobody kills takes here and now, in ms; kills are spread over that time. */
async function usualTime() {
  const times = [];
  for (let round = 0; round < 7; round++) {
    const base = makeTrees(os.tmpdir());
    const writer = await waiting("write", base);
    const start = performance.now();
    writer.process.stdin.write("x");
    await writer.ended;
    times.push(performance.now() - start);
    fs.rmSync(base, { recursive: true });
  }
  return times.sort((a, b) => a - b)[3];
}

async function randomKill(random, longest) {
  const base = makeTrees(os.tmpdir());
  const writer = await waiting("write", base);
  writer.process.stdin.write("x");
  const until = performance.now() + random() * longest;
  while (performance.now() < until);
  writer.process.kill("SIGKILL");
  await writer.ended;
  note("kill at a random time", await recovered(base));
  fs.rmSync(base, { recursive: true });
}

async function twoWriters() {
  const base = makeTrees(os.tmpdir());
  const writers = await Promise.all([waiting("write", base, "1"), waiting("write", base, "2")]);
  for (const writer of writers) writer.process.stdin.write("x");
  const outcomes = await Promise.all(writers.map(async (writer) => JSON.parse(await writer.ended).kind));
  const written = outcomes.filter((kind) => kind === "written").length;
  const state = stateOf(base, ["1", "2"]);
  const agrees = written === (state === "new" ? 1 : 0);
  note("two writers", agrees ? state : `${outcomes.join(" and ")} with ${state}`);
  fs.rmSync(base, { recursive: true });
}

/** Two runs find what a killed one left, at the same time. */
async function twoRecoveries(random) {
  const base = makeTrees(os.tmpdir());
  if (runKilled("write", base, 60 + Math.floor(random() * 80)).kind !== "killed")
    throw new Error("it was to be killed");
  const runs = await Promise.all([waiting("recover", base), waiting("recover", base)]);
  for (const each of runs) each.process.stdin.write("x");
  const kinds = await Promise.all(runs.map(async (each) => JSON.parse(await each.ended).kind));
  const crashed = kinds.find((kind) => kind.startsWith("crashed"));
  note("two recoveries", crashed ?? (await recovered(base)));
  fs.rmSync(base, { recursive: true });
}

/** Writes with 0 to 15 free pages; returns what could not be done. */
async function fullDisk(rounds, random) {
  const mount = fs.mkdtempSync(path.join(os.tmpdir(), "osfix-full-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=192k", "tmpfs", mount], { stdio: "pipe" });
  } catch {
    fs.rmdirSync(mount);
    return "a tmpfs cannot be mounted here: the full disk was left out";
  }
  try {
    for (let round = 0; round < rounds; round++) {
      const base = makeTrees(mount);
      const fill = path.join(mount, "fill");
      const room = fs.statfsSync(mount);
      fs.writeFileSync(
        fill,
        Buffer.alloc(Math.max(0, room.bavail * room.bsize - Math.floor(random() * 16) * 4096)),
      );
      const outcome = await perform("write", base, "", 0);
      const state = stateOf(base);
      const agrees = state === (outcome.kind === "written" ? "new" : "old");
      note("full disk", agrees ? state : `said ${outcome.kind}, then ${state}`);
      fs.rmSync(fill);
      if (state === "old" && agrees) await readOnly(mount, base);
      fs.rmSync(base, { recursive: true });
    }
  } finally {
    execFileSync("umount", [mount]);
    fs.rmdirSync(mount);
  }
  return "";
}

/** A file system that turns read-only is refused in words, and nothing is lost. */
async function readOnly(mount, base) {
  execFileSync("mount", ["-o", "remount,ro", mount]);
  const outcome = await perform("write", base, "", 0);
  execFileSync("mount", ["-o", "remount,rw", mount]);
  const reason = outcome.problems?.[0]?.reason ?? outcome.kind;
  note("read-only file system", reason === "its file system is read-only" ? stateOf(base) : reason);
}

function option(name, fallback) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
}

async function main() {
  const { bundleSources } = await import("./bundle-sources.js");
  const sources = ["work-tree", "recovery", "output-files", "swap-directory"];
  await bundleSources(
    sources.map((name) => `src/emit/${name}.ts`),
    "kill-test",
  );
  const seed = option("seed", Date.now() % 1_000_000);
  // the rounds are the same with the same seed, but for the scheduler's part in them
  const { unit: random } = randomFrom(seed);
  const rounds = option("rounds", 500);
  console.log(`seed ${seed}`);
  for (const code of ["ENOSPC", "EIO", "EACCES"]) await everyFailure(code);
  const left = await fullDisk(Math.min(rounds, 60), random);
  for (let round = 0; round < Math.min(rounds, 40); round++) {
    await twoWriters();
    await twoRecoveries(random);
  }
  for (let round = 0, longest = 0; round < rounds; round++) {
    if (round % 100 === 0) longest = await usualTime();
    await randomKill(random, longest);
  }
  await everyKill(random, option("step", 1));
  await everyKillOfOutput();
  for (const [key, count] of [...tally].sort()) console.log(`${key.padEnd(32)} ${count}`);
  if (left) console.log(left);
  for (const line of bad.slice(0, 20)) console.log(`BAD ${line}`);
  process.exitCode = bad.length > 0 ? 1 : 0;
}

watchCalls();
if (process.argv[2] === "--child") await child(...process.argv.slice(3));
else await main();
