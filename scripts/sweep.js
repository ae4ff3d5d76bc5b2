// Puts the shipped series into every release of a project and takes it out again.
//
//   node scripts/sweep.js [OPTION…] GIT_DIR…
//
//   --profile NAME       only this profile
//   --revisions REGEX    only tags (and other revisions named below) that match
//   --also REVISION      a branch or commit beside the tags; may be repeated
//   --branches           branches instead of tags, as forks have them
//   --behaviour PROGRAM  a Python program that runs the patched functions (see scripts/sweep-judges.js)
//   --python3 PATH, --python2 PATH   interpreters that must compile what was written; python3 is one by default
//   --pycodestyle        let pycodestyle judge the added lines (slow)
//   --parser native|wasm
//   --build DIR          the build to use, ./dist by default
//   --keep DIR           leave the patched files in DIR/PROFILE/REVISION
//
// Tags whose target files are equal are one case. The files of a case are taken out of git into a scratch tree; then
// osfix applies, applies again and reverts there, and after each step the states and the bytes are compared. One line
// is printed for each case, failures below it, and figures for each project and profile. Exit status 1 for a failure.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { judgeBehaviour, judgeStyle, judgeSyntax, judgeText } from "./sweep-judges.js";

const { values: options, positionals: gitDirs } = parseArgs({
  allowPositionals: true,
  options: {
    profile: { type: "string" },
    revisions: { type: "string", default: "." },
    also: { type: "string", multiple: true, default: [] },
    branches: { type: "boolean", default: false },
    behaviour: { type: "string" },
    python3: { type: "string", default: "python3" },
    python2: { type: "string" },
    pycodestyle: { type: "boolean", default: false },
    parser: { type: "string" },
    keep: { type: "string" },
    build: { type: "string", default: fileURLToPath(new URL("../dist", import.meta.url)) },
  },
});
if (gitDirs.length === 0) {
  console.error("usage: node scripts/sweep.js [OPTION…] GIT_DIR…");
  process.exit(2);
}
const { loadSeries, run } = await import(pathToFileURL(path.resolve(options.build, "src/index.js")).href);
const series = loadSeries();
const profiles = series.profiles.map((profile) => profile.name);
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "osfix-sweep-"));
const totals = [];
try {
  for (const gitDir of gitDirs)
    for (const profile of options.profile === undefined ? profiles : [options.profile])
      totals.push(await sweep(gitDir, profile));
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}
for (const total of totals) console.log(summary(total));
process.exitCode = totals.some((total) => total.failedTags > 0 || total.patched === 0) ? 1 : 0;

async function sweep(gitDir, profile) {
  const git = (...args) =>
    execFileSync("git", [`--git-dir=${gitDir}`, ...args], {
      maxBuffer: 2 ** 28,
      stdio: ["ignore", "pipe", "pipe"],
    });
  const project = git("ls-tree", "-d", "--name-only", "HEAD").toString().split("\n").includes("nova")
    ? "nova"
    : "os-vif";
  const total = {
    project,
    profile,
    cases: 0,
    tags: 0,
    patched: 0,
    failedTags: 0,
    absent: 0,
    obsolete: 0,
    warnings: 0,
  };
  for (const one of casesOf(git, project)) {
    const result = await tryCase(git, project, profile, one);
    total.cases++;
    total.tags += one.revisions.length;
    total.warnings += result.warnings.length * one.revisions.length;
    if (result.failures.length > 0) total.failedTags += one.revisions.length;
    else total[result.outcome] += one.revisions.length;
    console.log(lineOf(project, profile, one, result));
    for (const failure of result.failures.slice(0, 12)) console.log(`    ${failure}`);
  }
  return total;
}

/** Groups of revisions whose files, as far as the series can see them, are the same. */
function casesOf(git, project) {
  const { targets, paths } = watchedPaths(project);
  const folders = [...new Set(paths.map((file) => path.posix.dirname(file)))];
  const wanted = new RegExp(options.revisions);
  const refs = options.branches ? ["refs/heads", "refs/remotes"] : ["refs/tags"];
  const tags = git("for-each-ref", "--sort=creatordate", "--format=%(refname:lstrip=2)", ...refs)
    .toString()
    .trim()
    .split("\n");
  const cases = new Map();
  for (const revision of [...tags, ...options.also].filter((name) => wanted.test(name))) {
    const entries = git("ls-tree", "-z", revision, "--", ...paths, ...folders)
      .toString()
      .split("\0")
      .flatMap((line) => {
        const [, mode, type, id, name] = /^(\d+) (\w+) (\w+)\t(.*)$/s.exec(line) ?? [];
        return name === undefined ? [] : [{ mode, type, id, name }];
      });
    // A branch that holds something else: packaging, notes.
    if (entries.every((entry) => entry.type === "tree")) continue;
    const key = entries
      .map((entry) => (targets.has(entry.name) ? `${entry.name} ${entry.id}` : entry.name))
      .join("\n");
    const known = cases.get(key);
    if (known) known.revisions.push(revision);
    else cases.set(key, { revisions: [revision], entries });
  }
  return cases.values();
}

/** Every file that a patch of the project rewrites (`targets`), makes, needs, or that shows what project it is. */
function watchedPaths(project) {
  const patches = series.patches.filter((patch) => patch.header.project === project);
  const sections = patches.flatMap((patch) => patch.sections.map((section) => section.target));
  const targets = new Set(sections.flatMap((target) => (target.kind === "candidates" ? target.paths : [])));
  const made = sections.flatMap((target) => (target.kind === "candidates" ? [] : [target.path]));
  const needed = patches.flatMap((patch) => patch.header.needs.map((need) => need.what));
  const marker = project === "nova" ? "nova/version.py" : "os_vif/version.py";
  return { targets, paths: [...new Set([...targets, ...made, ...needed, marker])].sort() };
}

/** Takes a case out of git, and puts the series in and out. */
async function tryCase(git, project, profile, one) {
  const root = path.join(scratch, project);
  fs.rmSync(root, { recursive: true, force: true });
  fs.mkdirSync(root, { recursive: true });
  for (const { type, id, name } of one.entries) {
    const file = path.join(root, name);
    if (type === "tree") fs.mkdirSync(file, { recursive: true });
    else {
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, git("cat-file", "blob", id));
    }
  }
  const before = bytesBelow(root);
  const failures = [];
  const expect = (good, message) => {
    if (!good) failures.push(message);
  };
  const call = (direction, until) =>
    run({ direction, until, paths: [root], profile, parser: options.parser });
  try {
    return await steps({ root, project, profile, before, failures, expect, call, one });
  } catch (error) {
    return { outcome: "patched", warnings: [], failures: [...failures, String(error?.stack ?? error)] };
  }
}

async function steps({ root, project, profile, before, failures, expect, call, one }) {
  const applied = await call("apply", "write");
  const states = new Set(applied.trees.flatMap((tree) => tree.plan.steps.map((step) => step.report.state)));
  expect(
    applied.refusals.length === 0,
    `apply refused: ${applied.refusals.map((one) => one.message).join("; ")}`,
  );
  const after = bytesBelow(root);
  const changed = [...after.keys()].filter((file) => !before.get(file)?.equals(after.get(file)));
  const outOfPlace = [...states].every((state) => state === "absent" || state === "obsolete");
  if (outOfPlace) {
    expect(
      applied.writing === "nothing to do" && changed.length === 0,
      "a tree that is not to be patched was changed",
    );
    return { outcome: states.has("obsolete") ? "obsolete" : "absent", warnings: [], failures };
  }
  expect(
    states.has("applicable") && [...states].every((state) => state === "applicable" || state === "applied"),
    `states before: ${[...states].join(", ")}`,
  );
  expect(applied.writing === "written", `apply: ${applied.writing}`);
  const job = { root, project, profile, before, changed, revisions: one.revisions, options };
  failures.push(...judgeText(job), ...judgeSyntax(job), ...judgeStyle(job, path.join(scratch, "style")));
  const answer = judgeBehaviour(job);
  failures.push(...answer.failures);
  if (options.keep !== undefined) keep(job);
  const again = await call("apply", "write");
  for (const step of again.trees[0]?.plan.steps ?? [])
    expect(step.report.state === "applied", `after apply ${step.report.id} is ${step.report.state}`);
  const twice = differing(bytesBelow(root), after);
  expect(
    again.writing === "nothing to do" && twice.length === 0,
    `a second apply: ${again.writing}, changes ${twice.join(", ")}`,
  );
  expect((await call("revert", "write")).writing === "written", "revert did not write");
  const left = differing(bytesBelow(root), before);
  expect(left.length === 0, `revert does not give the original bytes of ${left.join(", ")}`);
  return { outcome: "patched", warnings: answer.warnings, failures, changed };
}

function bytesBelow(root) {
  const files = new Map();
  for (const entry of fs.readdirSync(root, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const file = path.join(entry.parentPath, entry.name);
      files.set(path.relative(root, file), fs.readFileSync(file));
    }
  return files;
}

/** The files that differ between two states of the tree. */
function differing(one, other) {
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (name) => !(one.get(name) && other.get(name)?.equals(one.get(name))),
  );
}

function keep({ root, project, profile, changed, revisions, options: { keep: folder } }) {
  for (const revision of revisions)
    for (const name of changed) {
      const to = path.join(folder, project, profile, revision, name);
      fs.mkdirSync(path.dirname(to), { recursive: true });
      fs.copyFileSync(path.join(root, name), to);
    }
}

function lineOf(project, profile, { revisions }, { outcome, failures, warnings }) {
  const span =
    revisions.length === 1 ? revisions[0] : `${revisions[0]} .. ${revisions.at(-1)} (${revisions.length})`;
  const verdict = failures.length > 0 ? "FAILED" : outcome;
  return [project.padEnd(6), profile.padEnd(9), span.padEnd(36), verdict, ...warnings].join(" ").trimEnd();
}

function summary({ project, profile, cases, tags, patched, absent, obsolete, failedTags, warnings }) {
  const parts = [
    `${patched} patched`,
    `${absent} absent`,
    `${obsolete} obsolete`,
    `${failedTags} failed`,
    `${warnings} warnings`,
  ];
  return `${project}, ${profile}: ${tags} revisions (${cases} cases): ${parts.join(", ")}`;
}
