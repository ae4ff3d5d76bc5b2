// Compares `osfix matrix`, cold and with a warm cache, with its limit, which is reading each distinct target file of the
// same revisions once from git and parsing it once with tree-sitter, and with ast-grep on the same files; and shows how the
// cost grows with revisions, patches and processes.
//
//     node bench/matrix.js REPOSITORY...        clones of nova or os-vif, after npm run build
//
// Processor seconds are user and system, git's included: what else the machine does changes them least.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AST_GREP_RULES, astGrep, inTurn, machine, measure, OSFIX, show } from "./measure.js";

const LARGEST_OUTPUT = 1024 * 1024 * 1024;
/** Wall seconds and MiB of nova's matrix. */
const LIMITS = { cold: 10, warm: 2, memory: 500 };

/** Measures one repository; gives the sentences about limits that were passed. */
export async function benchMatrix(repository) {
  return inScratch(async (scratch) => {
    const json = spawnSync(
      process.execPath,
      [OSFIX, "matrix", repository, "--all-profiles", "--no-cache", "--json"],
      { maxBuffer: LARGEST_OUTPUT },
    );
    const report = JSON.parse(json.stdout);
    const blobs = distinctBlobs(repository, report);
    const [list, folder, rules] = ["blobs", "files", "rules.yml"].map((name) => join(scratch, name));
    writeFileSync(list, blobs.join("\n"));
    writeFileSync(rules, AST_GREP_RULES);
    writeBlobs(repository, blobs, folder);
    const cache = join(scratch, "cache");
    const matrix = (...args) =>
      measure(process.execPath, [OSFIX, "matrix", repository, "--json", ...args], {
        env: { XDG_CACHE_HOME: cache },
        fine: [0, 3],
      });
    const runs = inTurn({
      "read and parse each file once (the limit)": () =>
        measure(process.execPath, [new URL(import.meta.url).pathname, "--limit", repository, list]),
      "osfix matrix, both profiles, cold": () => {
        rmSync(cache, { recursive: true, force: true });
        return matrix("--all-profiles");
      },
      "osfix matrix, both profiles, warm": () => matrix("--all-profiles"),
      "ast-grep scan, two rules, the same files": () => measure(astGrep(), ["scan", "-r", rules, folder]),
      "git cat-file, the same files": () =>
        measure("git", ["-C", repository, "cat-file", "--batch"], { input: list }),
    });
    const [peer, cold, warm] = Object.values(runs);
    const { revisions, combinations } = report.cost;
    const { project } = report.repositories[0];
    show(`matrix: ${project}, ${revisions} revisions, ${blobs.length} files`, runs, peer);
    console.log(`  ${combinations} distinct combinations of files`);
    await showGrowth(repository, report, scratch);
    const passed = [
      [cold.wall <= LIMITS.cold, `cold takes more than ${LIMITS.cold} s`],
      [warm.wall <= LIMITS.warm, `warm takes more than ${LIMITS.warm} s`],
      [Math.max(cold.memory, warm.memory) * 1.048576 <= LIMITS.memory, `more than ${LIMITS.memory} MB`],
    ];
    return passed.flatMap(([holds, says]) => (holds ? [] : [`matrix of ${project}: ${says}`]));
  });
}

async function inScratch(use) {
  const folder = mkdtempSync(join(tmpdir(), "osfix-bench-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Cold runs of parts of the work, each with what it had to do. */
async function showGrowth(repository, report, scratch) {
  const { project, revisions } = report.repositories[0];
  const call = [OSFIX, "matrix", repository, "--all-profiles", "--no-cache", "--json"];
  const file = join(scratch, "report.json");
  const line = (name, args) => {
    const run = measure(process.execPath, [...call, "-o", file, ...args], { fine: [0, 3] });
    const { cost, patches, verdicts } = JSON.parse(readFileSync(file, "utf8"));
    const hunks = patches.reduce((sum, { id }) => sum + hunkNames(verdicts, id).size, 0);
    const cells = [run.processor.toFixed(2), run.memory, cost.revisions, cost.blobs, hunks];
    console.log(
      `  ${name.padEnd(30)}${[...cells, cost.combinations].map((cell) => String(cell).padStart(13)).join("")}`,
    );
  };
  const heads = ["processor s", "peak MiB", "revisions", "files", "hunks", "combinations"];
  console.log(`  ${"growth (cold)".padEnd(30)}${heads.map((head) => head.padStart(13)).join("")}`);
  const names = revisions.map(({ name }) => name);
  for (const part of [8, 4, 2]) {
    const chosen = names.filter((_, at) => at % part === 0);
    line(`one revision in ${part}`, ["--revs", chosen.join(",")]);
  }
  line("the newest 40 revisions", ["--revs", names.slice(-40).join(",")]);
  const ids = report.patches.filter((patch) => patch.project === project).map(({ id }) => id);
  for (const count of [...new Set([1, Math.ceil(ids.length / 2), ids.length])])
    line(`the first ${count} of ${ids.length} patches`, ["--patches", seriesOf(project, count, scratch)]);
  for (const processes of [1, 2]) {
    const shards = Array.from({ length: processes }, (_, at) => `${at + 1}/${processes}`);
    const before = process.hrtime.bigint();
    await Promise.all(shards.map((shard) => finished([...call, "--shard", shard])));
    const wall = Number(process.hrtime.bigint() - before) / 1e9;
    console.log(
      `  ${processes === 1 ? "one process" : `${processes} shards at once`}: ${wall.toFixed(2)} s of wall time`,
    );
  }
}

function hunkNames(verdicts, patch) {
  const own = verdicts.filter((verdict) => verdict.patch === patch);
  return new Set(own.flatMap(({ hunks }) => hunks.map(({ name }) => name)));
}

/** A copy of the shipped series with the first patches of a project only. */
function seriesOf(project, count, scratch) {
  const folder = join(scratch, `first-${count}`);
  cpSync(new URL("../patches", import.meta.url).pathname, folder, { recursive: true });
  const [series] = readdirSync(folder);
  const own = join(folder, series, project);
  const patches = readdirSync(own)
    .filter((name) => name.endsWith(".spatch"))
    .sort();
  for (const name of patches.slice(count)) rmSync(join(own, name));
  return folder;
}

function finished(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: "ignore" });
    child.on("error", reject);
    child.on("close", (status) =>
      status === 0 || status === 3 ? resolve() : reject(new Error(`osfix gives ${status}`)),
    );
  });
}

/** The names of all target files in all revisions. */
function distinctBlobs(repository, report) {
  const paths = new Set(report.verdicts.flatMap(({ hunks }) => hunks.flatMap(({ path }) => path ?? [])));
  const commits = report.repositories[0].revisions.map(({ commit }) => commit);
  const said = execFileSync("git", ["-C", repository, "cat-file", "--batch-check"], {
    input: commits.flatMap((commit) => [...paths].map((path) => `${commit}:${path}`)).join("\n"),
    maxBuffer: LARGEST_OUTPUT,
    encoding: "utf8",
  });
  return [...new Set(said.split("\n").flatMap((line) => /^(\w+) blob/.exec(line)?.[1] ?? []))];
}

function* blobsOf(repository, input) {
  const out = execFileSync("git", ["-C", repository, "cat-file", "--batch"], {
    input,
    maxBuffer: LARGEST_OUTPUT,
  });
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(10, at);
    const [name, , size] = out.toString("latin1", at, end).split(" ");
    yield { name, bytes: out.subarray(end + 1, end + 1 + Number(size)) };
    at = end + 1 + Number(size) + 1;
  }
}

function writeBlobs(repository, blobs, folder) {
  mkdirSync(folder);
  for (const { name, bytes } of blobsOf(repository, blobs.join("\n")))
    writeFileSync(join(folder, `${name}.py`), bytes);
}

/** The limit: parses what `git cat-file --batch` gives for the names in a file. */
function parseAll(repository, list) {
  const require = createRequire(import.meta.url);
  const Parser = require("tree-sitter");
  const parser = new Parser();
  parser.setLanguage(require("tree-sitter-python"));
  for (const { bytes } of blobsOf(repository, readFileSync(list))) {
    const text = bytes.toString("utf8");
    parser.parse((offset) => text.slice(offset, offset + 16_384));
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [word, ...more] = process.argv.slice(2);
  if (word === "--limit") parseAll(...more);
  else if (word === undefined) {
    console.error("node bench/matrix.js REPOSITORY...");
    process.exitCode = 2;
  } else {
    console.log(machine());
    for (const repository of [word, ...more])
      for (const says of await benchMatrix(repository)) {
        console.log(`limit passed: ${says}`);
        process.exitCode = 1;
      }
  }
}
