// Stops the writers of work trees and of output directories at every and at random points, and checks that what is left
// is the old or the new.
//
//   node scripts/kill-test.js [--rounds N] [--step N] [--seed N]
//
// Parts: a failure (ENOSPC, EIO, EACCES) of each call of the file system; a kill before each Nth call, in the writer and
// in the recovery after it, and in the writer of output directories; kills at random times; two writers at once; a full tmpfs, where one can be mounted (as root).
import { execFileSync, spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const SELF = fileURLToPath(import.meta.url);
const OLD = "old\n".repeat(2000);
const NEW = "new\n".repeat(3000);
const TREES = ["nova", "os-vif"];
// null: no such file. Both trees change in one transaction: replaced files, a deleted and a new one.
const FILES = [
  ["nova", "nova/network/neutron.py", OLD, NEW],
  ["nova", "nova/conf/neutron.py", OLD, NEW],
  ["nova", "nova/tests/test_new.py", null, NEW],
  ["os-vif", "vif/linux_net.py", OLD, NEW],
  ["os-vif", "vif/old.py", OLD, null],
];
const TEMPORARY = /\.osfix-/;
const SYNC_CALLS = [
  "writeFileSync",
  "linkSync",
  "symlinkSync",
  "renameSync",
  "unlinkSync",
  "mkdirSync",
  "rmdirSync",
  "rmSync",
];
const READ_CALLS = ["lstatSync", "readFileSync", "readdirSync"];

/** The writer and the recovery, bundled by the first process. */
const WRITER = new URL("../.cache/kill-test.js", import.meta.url).href;

/** What is to happen before which call of the file system; nothing when `at` is 0. */
const plan = { fault: "", at: 0, calls: 0, hit: "" };
const tally = new Map();
const bad = [];

/** Puts the planned fault before the calls that the writer makes. */
function watchCalls() {
  const strike = (name) => {
    plan.calls++;
    if (plan.calls !== plan.at) return;
    plan.hit = name;
    if (plan.fault === "kill") process.kill(process.pid, "SIGKILL");
    throw Object.assign(new Error(`${plan.fault}: injected into ${name}`), { code: plan.fault });
  };
  const wrap = (holder, name) => {
    const real = holder[name].bind(holder);
    holder[name] = (...args) => {
      strike(name);
      return real(...args);
    };
  };
  for (const name of [...SYNC_CALLS, ...READ_CALLS]) wrap(fs, name);
  const open = fs.promises.open;
  fs.promises.open = async (...args) => {
    strike("open");
    const handle = await open.apply(fs.promises, args);
    for (const name of ["writeFile", "sync", "chmod"]) {
      const real = handle[name].bind(handle);
      handle[name] = async (...more) => {
        strike(name);
        return real(...more);
      };
    }
    return handle;
  };
}

/** The writer's or the recovery's own answer. */
async function perform(task, base, fault, at, mark = "") {
  const { recoverTree, writeTrees } = await import(WRITER);
  Object.assign(plan, { fault, at, calls: 0, hit: "" });
  try {
    if (task === "write") return await writeTrees(writesFor(base, mark));
    if (task === "emit") return { kind: "emitted", ...emitTo(await import(WRITER), base, NEW_OUTPUT) };
    return { kind: TREES.map((name) => recoverTree(path.join(base, name)).kind).join(" ") };
  } catch (error) {
    return { kind: `crashed: ${error instanceof Error ? error.stack : error}` };
  } finally {
    plan.at = 0;
  }
}

const PATCH = "Semantic-Patch: x/y\n";
/** Output of two runs: a file that stays, one that changes, one that goes and one that comes. */
const OLD_OUTPUT = { "nova/a.patch": PATCH, "nova/b.patch": `${PATCH}${OLD}`, "c.patch": PATCH };
const NEW_OUTPUT = { "nova/a.patch": PATCH, "nova/b.patch": `${PATCH}${NEW}`, "d.patch": `${PATCH}${NEW}` };

function emitTo({ writeOwnedDirectory }, base, files) {
  const given = Object.entries(files).map(([name, text]) => ({ path: name, bytes: Buffer.from(text) }));
  return writeOwnedDirectory(path.join(base, "out"), given);
}

/** "old" or "new" output, "none", or what is wrong. */
function outputState(base) {
  const out = path.join(base, "out");
  if (!fs.existsSync(out)) return "none";
  const names = fs.readdirSync(out, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => fs.statSync(path.join(out, name)).isFile()).sort();
  const now = JSON.stringify(files.map((name) => [name, fs.readFileSync(path.join(out, name), "utf8")]));
  const sorted = (wanted) => JSON.stringify(Object.entries(wanted).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (now === sorted(OLD_OUTPUT)) return "old";
  return now === sorted(NEW_OUTPUT) ? "new" : `mixed: ${files.join(", ")}`;
}

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

function writesFor(base, mark) {
  return TREES.map((name) => ({
    root: path.join(base, name),
    changes: FILES.filter(([tree]) => tree === name).map(([, file, before, after]) => ({
      path: file,
      before: before === null ? null : Buffer.from(before),
      after: after === null ? null : Buffer.from(mark + after),
    })),
  }));
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

function makeTrees(inDirectory) {
  const base = fs.realpathSync(fs.mkdtempSync(path.join(inDirectory, "osfix-kill-")));
  for (const [tree, file, before] of FILES) {
    const target = path.join(base, tree, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    if (before !== null) fs.writeFileSync(target, before);
  }
  return base;
}

/** "old", "new", or what is wrong. `marks` are what a writer may have put before the new bytes. */
function stateOf(base, marks = [""]) {
  const now = FILES.map(([tree, file]) => {
    const target = path.join(base, tree, file);
    return fs.existsSync(target) ? fs.readFileSync(target, "utf8") : null;
  });
  const left = fs.readdirSync(base, { recursive: true }).filter((name) => TEMPORARY.test(name));
  if (left.length > 0) return `left behind: ${left.join(", ")}`;
  if (FILES.every(([, , before], at) => now[at] === before)) return "old";
  const isNew = (mark) =>
    FILES.every(([, , , after], at) => now[at] === (after === null ? null : mark + after));
  if (marks.some(isNew)) return "new";
  return `mixed: ${FILES.map(([, file], at) => `${file}=${now[at]?.slice(0, 3) ?? "none"}`).join(" ")}`;
}

function note(part, state) {
  const good = state === "old" || state === "new";
  const key = `${part}: ${good ? state : "BAD"}`;
  tally.set(key, (tally.get(key) ?? 0) + 1);
  if (!good) bad.push(`${part}: ${state}`);
}

/** Recovers, and says what the trees are then, or what is wrong. */
async function recovered(base) {
  const { kind } = await perform("recover", base, "", 0);
  if (/^((clean|finished|undone) ?){2}$/.test(kind)) return stateOf(base);
  // A lock that could not be given back is this process's own, which lives on; a user's would be dead by now.
  if (!kind.includes("stuck") || !buryOwners(base)) return `the recovery says ${kind}`;
  return recovered(base);
}

function buryOwners(base) {
  const owners = TREES.map((name) => path.join(base, name, ".osfix-transaction", "owner-1"));
  const alive = owners.filter(
    (file) => fs.existsSync(path.dirname(file)) && readLink(file).startsWith(`${process.pid}:`),
  );
  for (const file of alive) {
    const owner = readLink(file).replace(/^\d+:\d*/, "999999999:1");
    fs.rmSync(file);
    fs.symlinkSync(owner, file);
  }
  return alive.length > 0;
}

function readLink(file) {
  try {
    return fs.readlinkSync(file);
  } catch {
    return "";
  }
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

/** Mulberry32: a run can be repeated with its seed, but for the scheduler's part in it. */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

async function main() {
  const { bundleSources } = await import("./bundle-sources.js");
  const sources = ["work-tree", "recovery", "output-files", "swap-directory"];
  await bundleSources(
    sources.map((name) => `src/emit/${name}.ts`),
    "kill-test",
  );
  const seed = option("seed", Date.now() % 1_000_000);
  const random = randomFrom(seed);
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
