// Compares `osfix matrix`, cold and with a warm cache, with its limit: reading each distinct target file of the same
// revisions once from git and parsing it once with tree-sitter.
//
//     node bench/matrix.js REPOSITORY...        clones of nova or os-vif, after npm run build
//
// Seconds are of the processor, user and system, git's included: what else the machine does changes them least.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import os, { tmpdir } from "node:os";
import { join } from "node:path";

const repositories = process.argv.slice(2);
if (repositories.length === 0) {
  console.error("node bench/matrix.js REPOSITORY...");
  process.exit(2);
}
const main = process.env.OSFIX_MAIN ?? new URL("../dist/src/cli/main.js", import.meta.url).pathname;
const scratch = mkdtempSync(join(tmpdir(), "osfix-bench-"));
const LIMIT = 512 * 1024 * 1024;

/** Runs a command and says what it cost: seconds of the processor and MiB at its peak. */
function cost(command, args, env = {}) {
  const timed = ["-f", "%U %S %M %e", "-o", join(scratch, "time"), command, ...args];
  const done = spawnSync("/usr/bin/time", timed, {
    encoding: "utf8",
    maxBuffer: LIMIT,
    env: { ...process.env, ...env },
  });
  if (done.error) throw done.error;
  const [user, system, memory, wall] = readFileSync(join(scratch, "time"), "utf8")
    .trim()
    .split("\n")
    .at(-1)
    .split(" ")
    .map(Number);
  return { seconds: user + system, wall, memory: memory / 1024, out: done.stdout };
}

/** This file again, as the limit: parses what `git cat-file --batch` gives for the names on its command line. */
function parseAll(repository, list) {
  const out = execFileSync("git", ["-C", repository, "cat-file", "--batch"], {
    input: readFileSync(list),
    maxBuffer: LIMIT,
  });
  const require = createRequire(import.meta.url);
  const Parser = require("tree-sitter");
  const parser = new Parser();
  parser.setLanguage(require("tree-sitter-python"));
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(10, at);
    const size = Number(out.toString("latin1", at, end).split(" ")[2]);
    const text = out.toString("utf8", end + 1, end + 1 + size);
    parser.parse((offset) => text.slice(offset, offset + 16_384));
    at = end + 1 + size + 1;
  }
}

if (repositories[0] === "--limit") parseAll(repositories[1], repositories[2]);
else {
  console.log(`${os.cpus().length} x ${os.cpus()[0]?.model}, Node.js ${process.version}`);
  for (const repository of repositories) {
    const args = [main, "matrix", repository, "--all-profiles", "--json"];
    const cache = { XDG_CACHE_HOME: join(scratch, "cache") };
    const [cold, warm] = [cost(process.execPath, args, cache), cost(process.execPath, args, cache)];
    const report = JSON.parse(cold.out);
    const paths = new Set(report.verdicts.flatMap(({ hunks }) => hunks.flatMap(({ path }) => path ?? [])));
    const commits = report.repositories[0].revisions.map(({ commit }) => commit);
    const asked = commits.flatMap((commit) => [...paths].map((path) => `${commit}:${path}`)).join("\n");
    const check = execFileSync("git", ["-C", repository, "cat-file", "--batch-check"], {
      input: asked,
      maxBuffer: LIMIT,
    });
    const blobs = new Set(
      check
        .toString("utf8")
        .split("\n")
        .flatMap((line) => /^(\w+) blob/.exec(line)?.[1] ?? []),
    );
    const list = join(scratch, "blobs");
    execFileSync("tee", [list], { input: [...blobs].join("\n") });
    const limit = cost(process.execPath, [new URL(import.meta.url).pathname, "--limit", repository, list]);
    const { revisions, combinations } = report.cost;
    console.log(
      `${report.repositories[0].project}: ${revisions} revisions, ${blobs.size} distinct files, ${combinations} combinations`,
    );
    for (const [name, one] of Object.entries({ limit, cold, warm }))
      console.log(
        `  ${name.padEnd(6)} ${one.seconds.toFixed(2)} s, ${(one.seconds / limit.seconds).toFixed(2)} of the limit, ${one.memory.toFixed(0)} MiB (wall ${one.wall.toFixed(1)} s)`,
      );
  }
}
rmSync(scratch, { recursive: true });
