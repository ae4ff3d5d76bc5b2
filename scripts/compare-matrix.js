// Compares the matrix of a repository with the states that `osfix status` finds in unpacked tags:
//   node scripts/compare-matrix.js REPOSITORY [TAGS]      (after npm run build; TAGS: how many, evenly spread; default 40)
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const [repository, wanted = "40"] = process.argv.slice(2);
if (repository === undefined) throw new Error("usage: node scripts/compare-matrix.js REPOSITORY [TAGS]");
const main = process.env.OSFIX_MAIN ?? path.resolve(import.meta.dirname, "../dist/src/cli/main.js");
const LIMIT = 512 * 1024 * 1024;

function osfix(...args) {
  const done = spawnSync(process.execPath, [main, ...args], { encoding: "utf8", maxBuffer: LIMIT });
  if (done.stdout === "") throw new Error(`osfix ${args.join(" ")}: ${done.stderr}`);
  return JSON.parse(done.stdout);
}

const report = osfix("matrix", repository, "--all-profiles", "--no-cache", "--json");
const tags = report.repositories[0].revisions.filter(({ kind }) => kind === "tag");
const count = Math.min(Number(wanted), tags.length);
const sample = Array.from({ length: count }, (_, at) => tags[Math.floor((at * tags.length) / count)]);
const shown = ({ name, state, path: file, at, reason }) => JSON.stringify({ name, state, file, at, reason });
let [compared, differing] = [0, 0];
for (const tag of sample) {
  const tree = mkdtempSync(path.join(os.tmpdir(), "osfix-compare-"));
  try {
    // Some mirrors lack the large images that the oldest tags hold.
    const names = execFileSync("git", ["-C", repository, "ls-tree", "--name-only", tag.commit], {
      encoding: "utf8",
    });
    const kept = names.split("\n").filter((name) => name !== "" && name !== "smoketests");
    const archive = execFileSync("git", ["-C", repository, "archive", tag.commit, ...kept], {
      maxBuffer: LIMIT,
    });
    execFileSync("tar", ["-x", "-C", tree], { input: archive });
    for (const profile of report.profiles) {
      const status = osfix("status", tree, "--profile", profile, "--json");
      const verdicts = tag.verdicts[profile].map((index) => report.verdicts[index]);
      for (const [at, patch] of status.trees[0].patches.entries()) {
        const [want, got] = [patch.hunks.map(shown), (verdicts[at]?.hunks ?? []).map(shown)];
        compared += want.length;
        if (verdicts[at]?.patch === patch.id && want.join() === got.join()) continue;
        differing++;
        console.log(`${tag.name} ${profile} ${patch.id}\n  status: ${want}\n  matrix: ${got}`);
      }
    }
  } finally {
    rmSync(tree, { recursive: true });
  }
}
console.log(`${sample.length} tags, ${compared} hunk states compared, ${differing} patches differ`);
process.exitCode = differing === 0 ? 0 : 1;
