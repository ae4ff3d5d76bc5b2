// Looks for inputs that break osfix: mutates a corpus, keeps what reaches new code, and asks test/fuzz/targets.ts of
// each input whether what osfix made of it holds.
//
//   node scripts/fuzz.js TARGET [--seconds N] [--seed N] [--corpus FILE] [--minimise] [--input FILE]
//
// TARGET: parser, matcher, emitter or rules. The corpus is a JSON list of texts, test/fuzz/corpus/TARGET.json unless another is
// named; with --minimise the fewest short texts that reach the same blocks are written back to it. --input tries one
// file only. What breaks is written to .cache/fuzz/, and the exit status is 1. A seed repeats a run, as far as it goes.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bundleSources } from "./bundle-sources.js";
import { Coverage, coveragePlugin } from "./fuzz/coverage.js";
import { mutate, SHAPES } from "./fuzz/mutate.js";
import { randomFrom } from "./fuzz/random.js";

const SELF = fileURLToPath(import.meta.url);
const root = fileURLToPath(new URL("../", import.meta.url));
const FINDINGS = `${root}.cache/fuzz`;
/** An input may take this much of the processor; the parent waits longer, for a machine that has other work. */
const MOST_CPU_MS = 5_000;
const MOST_WAIT_MS = 60_000;
const MOST_FINDINGS = 20;
const TURN = 16;

function option(name, fallback) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
}

const target = process.argv[2];
if (!(target in SHAPES)) {
  console.error(`usage: node scripts/fuzz.js ${Object.keys(SHAPES).join("|")} [--seconds N] [--seed N]`);
  process.exit(2);
}
const corpusFile = option("corpus", `${root}test/fuzz/corpus/${target}.json`);
const built = `${root}.cache/fuzz-${target}-counters.json`;

/** The fuzzing itself, in a process that may be killed. */
async function child(seed, seconds, shared) {
  const files = JSON.parse(fs.readFileSync(built, "utf8"));
  globalThis.fuzzHits = new Uint32Array(files.length);
  const { TARGETS } = await import(`${root}.cache/bundles/fuzz-${target}.js`);
  const fuzzer = new Fuzzer(await TARGETS[target].begin(), new Coverage(files), shared);
  const one = option("input", "");
  for (const text of one ? [fs.readFileSync(one, "utf8")] : startingTexts(TARGETS[target].seeds(root)))
    fuzzer.run(text);
  const before = fuzzer.corpus.length;
  const random = randomFrom(seed);
  const until = performance.now() + seconds * 1000;
  while (!one && performance.now() < until && fuzzer.findings.size < MOST_FINDINGS) {
    // The longer half of the time one of the newest, which reached something that none before them did.
    const newest = Math.min(fuzzer.corpus.length, 1 + random.below(50));
    const at = random.below(2) ? random.below(fuzzer.corpus.length) : fuzzer.corpus.length - newest;
    fuzzer.run(mutate(fuzzer.corpus[at], random, fuzzer.corpus, SHAPES[target]));
    // The native parser frees its trees only between turns of the event loop.
    if (fuzzer.executions % TURN === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  fuzzer.report(before);
  if (process.argv.includes("--minimise")) minimise(fuzzer);
  process.exit(fuzzer.findings.size > 0 ? 1 : 0);
}

function startingTexts(seeds) {
  const kept = fs.existsSync(corpusFile) ? JSON.parse(fs.readFileSync(corpusFile, "utf8")) : [];
  return [...kept, ...seeds];
}

class Fuzzer {
  constructor(check, coverage, shared) {
    this.check = check;
    this.coverage = coverage;
    this.shared = fs.openSync(shared, "r+");
    this.corpus = [];
    this.findings = new Map();
    this.executions = 0;
    this.slowest = 0;
  }

  /** Tries a text; keeps it when it reaches something new, and writes it down when it breaks something. */
  run(given) {
    const text = given.toWellFormed();
    this.lay(text);
    const start = process.cpuUsage();
    let broken;
    try {
      this.check(text);
    } catch (error) {
      broken = error instanceof Error ? error : new Error(String(error));
    }
    const used = process.cpuUsage(start);
    const spent = (used.user + used.system) / 1000;
    this.slowest = Math.max(this.slowest, spent);
    if (spent > MOST_CPU_MS) broken ??= new Error(`it took ${Math.round(spent)} ms`);
    this.executions++;
    if (broken) this.note(text, broken);
    else if (this.coverage.take().length > 0 || this.corpus.length === 0) this.corpus.push(text);
  }

  /** Leaves the text where the parent finds it if this process ends or hangs: its number, its length, its bytes. */
  lay(text) {
    const bytes = Buffer.from(`12345678${text}`, "utf8");
    bytes.writeUInt32LE(this.executions + 1, 0);
    bytes.writeUInt32LE(bytes.length - 8, 4);
    fs.writeSync(this.shared, bytes, 0, bytes.length, 0);
  }

  note(text, error) {
    const stack = (error.stack ?? "").split("\n").filter((line) => /^ {4}at /.test(line));
    const key = `${error.message.replace(/\d+/g, "N").slice(0, 60)} ${stack[0]?.trim() ?? ""}`;
    const known = this.findings.get(key);
    if (known && known.length <= text.length) return;
    this.findings.set(key, text);
    const file = writeFinding(text, key);
    if (!known) console.log(`BROKEN ${file}\n${(error.stack ?? String(error)).slice(0, 1500)}`);
  }

  report(before) {
    const rooms = [...this.coverage.total()].filter(([, { reached }]) => reached > 0);
    const sum = (name) => rooms.reduce((total, [, room]) => total + room[name], 0);
    const shares = rooms.map(([room, { reached, all }]) => `${room} ${reached}/${all}`);
    console.log(
      `${target}: ${this.executions} executions, ${sum("reached")} of ${sum("all")} blocks (${shares.join(", ")}), ` +
        `corpus ${before} -> ${this.corpus.length}, slowest ${Math.round(this.slowest)} ms CPU, ` +
        `${this.findings.size} broken`,
    );
  }
}

function writeFinding(text, key) {
  fs.mkdirSync(FINDINGS, { recursive: true });
  const file = path.join(
    FINDINGS,
    `${target}-${createHash("sha256").update(key).digest("hex").slice(0, 12)}`,
  );
  fs.writeFileSync(file, text);
  return file;
}

/** The shortest texts first, each that reaches a block which none before it does, without the lines it can spare. */
function minimise(fuzzer) {
  // No number: what follows is one step to the parent, who would take it for a hang.
  fs.writeSync(fuzzer.shared, Buffer.alloc(8), 0, 8, 0);
  const reach = (text) => {
    try {
      fuzzer.check(text);
    } catch {
      // Only what runs counts.
    }
    const reached = new Set();
    for (const [at, count] of fuzzer.coverage.hits.entries()) if (count > 0) reached.add(at);
    fuzzer.coverage.hits.fill(0);
    return reached;
  };
  const covered = new Set();
  const kept = [];
  for (const text of [...fuzzer.corpus].sort((a, b) => a.length - b.length)) {
    const fresh = [...reach(text)].filter((at) => !covered.has(at));
    if (fresh.length === 0) continue;
    const short = shorten(text, (tried) => {
      const reached = reach(tried);
      return fresh.every((at) => reached.has(at));
    });
    for (const at of reach(short)) covered.add(at);
    kept.push(short);
  }
  fs.mkdirSync(path.dirname(corpusFile), { recursive: true });
  fs.writeFileSync(corpusFile, `${JSON.stringify(kept.sort(), null, 2)}\n`);
  console.log(`${path.relative(process.cwd(), corpusFile)}: ${kept.length} texts, ${covered.size} blocks`);
}

function shorten(text, isEnough) {
  let lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  for (let size = Math.ceil(lines.length / 2); size > 0; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let at = 0; at < lines.length; ) {
      const fewer = [...lines.slice(0, at), ...lines.slice(at + size)];
      if (isEnough(fewer.join(""))) lines = fewer;
      else at += size;
    }
  return lines.join("");
}

/** Starts children until the time is over; one that hangs or dies is a finding, and another one goes on. */
async function main() {
  const { files, plugin } = coveragePlugin();
  await bundleSources(["test/fuzz/targets.ts"], `fuzz-${target}`, [plugin]);
  fs.writeFileSync(built, JSON.stringify(files));
  let seed = Number(option("seed", String(Date.now() % 1_000_000)));
  const until = performance.now() + Number(option("seconds", "60")) * 1000;
  let broken = false;
  for (let starts = 0; starts === 0 || performance.now() < until - 1000; starts++, seed++) {
    console.log(`${target}: seed ${seed}`);
    const outcome = await runChild(seed, Math.max(1, (until - performance.now()) / 1000));
    broken ||= outcome !== "fine";
    if (outcome !== "died" || starts >= MOST_FINDINGS) break;
  }
  process.exitCode = broken ? 1 : 0;
}

async function runChild(seed, seconds) {
  const shared = `${root}.cache/fuzz-${target}-${process.pid}.now`;
  fs.writeFileSync(shared, Buffer.alloc(8));
  const args = ["--max-old-space-size=2048", SELF, ...process.argv.slice(2), "--child"];
  const started = spawn(process.execPath, [...args, String(seed), String(seconds), shared], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  let [number, since, hung] = [0, performance.now(), false];
  const watch = setInterval(() => {
    const now = fs.readFileSync(shared).readUInt32LE(0);
    if (now !== number || now === 0) [number, since] = [now, performance.now()];
    else if (performance.now() - since > MOST_WAIT_MS) {
      hung = true;
      started.kill("SIGKILL");
    }
  }, 500);
  const status = await new Promise((resolve) =>
    started.on("close", (code, signal) => resolve(signal ?? code)),
  );
  clearInterval(watch);
  const last = fs.readFileSync(shared);
  fs.rmSync(shared);
  if (status === 0) return "fine";
  if (status === 1) return "broken";
  const text = last.subarray(8, 8 + last.readUInt32LE(4)).toString("utf8");
  const why = hung ? `it hung for ${MOST_WAIT_MS / 1000} s` : `the process ended with ${status}`;
  console.log(`BROKEN ${writeFinding(text, why + text)}\n${why}`);
  return "died";
}

const at = process.argv.indexOf("--child");
if (at < 0) await main();
else {
  const [seed, seconds, shared] = process.argv.slice(at + 1);
  await child(Number(seed), Number(seconds), shared);
}
