// Compares the matrix of a repository with what `osfix status` and `osfix check` say of unpacked tags:
//   node scripts/compare-matrix.js REPOSITORY [TAGS] [--check]      after npm run build
// TAGS: how many, evenly spread (default 40). With --check the findings of all rules are compared, and not only those of
// the series' patches.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const all = process.argv.includes("--check");
const [repository, wanted = "40"] = process.argv.slice(2).filter((word) => word !== "--check");
if (repository === undefined) throw new Error("node scripts/compare-matrix.js REPOSITORY [TAGS] [--check]");
const program = path.resolve(import.meta.dirname, "../dist/osfix.cjs");
const LIMIT = 512 * 1024 * 1024;

function osfix(...args) {
  const done = spawnSync(process.execPath, [program, ...args], { encoding: "utf8", maxBuffer: LIMIT });
  if (done.stdout === "") throw new Error(`osfix ${args.join(" ")}: ${done.stderr}`);
  return JSON.parse(done.stdout);
}

/** Some mirrors lack the large images that the oldest tags hold. */
function unpack(commit, tree) {
  const names = execFileSync("git", ["-C", repository, "ls-tree", "--name-only", commit], {
    encoding: "utf8",
  });
  const kept = names.split("\n").filter((name) => name !== "" && name !== "smoketests");
  const archive = execFileSync("git", ["-C", repository, "archive", commit, ...kept], { maxBuffer: LIMIT });
  execFileSync("tar", ["-x", "-C", tree], { input: archive });
}

const shownHunk = ({ name, state, path: file, at, reason }) =>
  JSON.stringify({ name, state, file, at, reason });
const isCompared = ({ rule }) => all || rule !== "osfix/unused-ignore";

/** Both as sorted lines. */
function findings(report, revision, check) {
  const shown = (rule, file, line, column, message) => `${rule} ${file}:${line}:${column} ${message}`;
  const ours = revision.findings.map((index) => report.findings[index]);
  return [
    check.findings
      .filter(isCompared)
      .map((one) => shown(one.rule, one.pathInTree, one.line, one.column, one.message)),
    ours.map(({ rule, path: file, from, message }) => shown(rule, file, from.line, from.column, message)),
  ].map((lines) => lines.sort());
}

const first = osfix("matrix", repository, "--all-profiles", "--no-cache", "--json");
const tags = first.repositories[0].revisions.filter(({ kind }) => kind === "tag");
const count = Math.min(Number(wanted), tags.length);
const sample = Array.from({ length: count }, (_, at) => tags[Math.floor((at * tags.length) / count)].name);
const report = all
  ? osfix(
      "matrix",
      repository,
      "--all-profiles",
      "--no-cache",
      "--json",
      "--check",
      "--revs",
      sample.join(","),
    )
  : first;
const select = all ? [] : ["--select", `${report.series}/*`];
const tally = { hunks: 0, findings: 0, patchesDiffer: 0, findingsDiffer: 0 };
for (const tag of report.repositories[0].revisions.filter(({ name }) => sample.includes(name))) {
  const tree = mkdtempSync(path.join(os.tmpdir(), "osfix-compare-"));
  try {
    unpack(tag.commit, tree);
    for (const profile of report.profiles) {
      const status = osfix("status", tree, "--profile", profile, "--json");
      const verdicts = tag.verdicts[profile].map((index) => report.verdicts[index]);
      for (const [at, patch] of status.trees[0].patches.entries()) {
        const [want, got] = [patch.hunks.map(shownHunk), (verdicts[at]?.hunks ?? []).map(shownHunk)];
        tally.hunks += want.length;
        if (verdicts[at]?.patch === patch.id && want.join() === got.join()) continue;
        tally.patchesDiffer++;
        console.log(`${tag.name} ${profile} ${patch.id}\n  status: ${want}\n  matrix: ${got}`);
      }
    }
    const [want, got] = findings(report, tag, osfix("check", tree, "--no-cache", "--json", ...select));
    tally.findings += want.length;
    for (const line of want) if (!got.includes(line)) console.log(`${tag.name}: only check: ${line}`);
    for (const line of got) if (!want.includes(line)) console.log(`${tag.name}: only matrix: ${line}`);
    if (want.join() !== got.join()) tally.findingsDiffer++;
  } finally {
    rmSync(tree, { recursive: true });
  }
}
console.log(
  `${sample.length} tags: ${tally.hunks} hunk states, ${tally.patchesDiffer} patches differ; ` +
    `${tally.findings} findings, ${tally.findingsDiffer} tags differ`,
);
process.exitCode = tally.patchesDiffer + tally.findingsDiffer === 0 ? 0 : 1;
