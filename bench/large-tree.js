// Checks a generated tree of many files, all rules, and compares the time with `git ls-files -z | xargs -0 cat` on it.
//
//     npm run bench:large -- [--files N] [--keep DIR]        100 000 files otherwise
//
// Four files in ten are Python modules, as in nova, neutron and cinder together; one of forty of these says words that
// rules look for. The others are release notes. Both commands are run in turn on files that are in the system's memory,
// without osfix' cache, and the fastest run of each counts. Exit status 1 when the check takes more than 10 times as
// long or more than 500 MB.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROUNDS = 2;
/** Of the time of cat; MB. */
const LIMITS = { ratio: 10, memory: 500 };
const osfix = fileURLToPath(new URL("../dist/osfix.cjs", import.meta.url));

function option(name, fallback) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
}

/** A module of some thirty lines; no two are equal. */
function moduleText(number) {
  const says = number % 40 === 0;
  const other = `plant.bed${(number + 7) % 500}.row${(number * 7) % 200}`;
  return `# Row ${number} of the bed.
import collections
${says ? "import threading\n\nfrom oslo_concurrency import lockutils\nfrom oslo_log import log as logging\n" : ""}
from ${other.slice(0, other.lastIndexOf("."))} import ${other.slice(other.lastIndexOf(".") + 1)}
${says ? "\nLOG = logging.getLogger(__name__)\n" : ""}

class Row${number}(object):
    """What grows here, and who waters it."""

    def __init__(self, bed, seeds=None):
        self.bed = bed
        self.seeds = list(seeds or [])
        self.by_name = collections.OrderedDict()

    ${says ? `@lockutils.synchronized('row-${number}')\n    ` : ""}def sow(self, name, depth=${number % 9}):
        if name in self.by_name:
            return self.by_name[name]
        ${says ? "LOG.debug('sowing %s at %d', name, depth)\n        " : ""}self.by_name[name] = (name, depth)
        for seed in self.seeds:
            if seed.fits(name) and depth > ${number % 5}:
                seed.put(self.bed, depth)
        return self.by_name[name]

    def harvest(self):
        found = [name for name, depth in self.by_name.values() if depth < 4]
        return sorted(found, key=lambda name: (len(name), name))


def row(bed):
    return Row${number}(bed, seeds=[])
`;
}

const noteText = (number) => `---
fixes:
  - |
    Row ${number} of the bed is watered again when its gardener comes back, and no longer twice when two of them meet.
`;

function makeTree(root, files) {
  for (let number = 0; number < files; number++) {
    const folder = join(root, "plant", `bed${Math.floor(number / 200) % 500}`);
    if (number % 200 === 0) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "__init__.py"), "");
    }
    const isModule = number % 10 < 4;
    const name = isModule ? `row${number}.py` : `note-${number}.yaml`;
    writeFileSync(join(folder, name), isModule ? moduleText(number) : noteText(number));
  }
  writeFileSync(join(root, "plant/__init__.py"), "");
  const git = (...args) =>
    execFileSync("git", ["-C", root, ...args], { stdio: ["ignore", "ignore", "inherit"] });
  git("init", "-q");
  git("add", ".");
}

/** Wall seconds and peak memory in MB of a command in the tree. */
function measure(root, program, args) {
  const began = process.hrtime.bigint();
  const run = spawnSync("/usr/bin/time", ["-f", "@ %M", program, ...args], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  const wall = Number(process.hrtime.bigint() - began) / 1e9;
  const memory = Number(/@ (\d+)/.exec(run.stderr)?.[1]) * 1.024e-3;
  if (run.status !== 0 && run.status !== 1)
    throw new Error(`${program} gives ${run.status}: ${run.error ?? run.stderr.slice(-2000)}`);
  return { wall, memory };
}

const best = (runs) => runs.reduce((a, b) => (b.wall < a.wall ? b : a));

const kept = option("keep", "");
const root = kept || mkdtempSync(join(tmpdir(), "osfix-large-"));
try {
  if (!existsSync(root) || readdirSync(root).length === 0) makeTree(root, Number(option("files", "100000")));
  const cat = () => measure(root, "sh", ["-c", "git ls-files -z | xargs -0 cat"]);
  const check = () => measure(root, process.execPath, [osfix, "check", "--no-cache", root]);
  const runs = { cat: [cat()], check: [] };
  for (let round = 0; round < ROUNDS; round++) {
    runs.cat.push(cat());
    runs.check.push(check());
  }
  const [read, checked] = [best(runs.cat), best(runs.check)];
  const ratio = checked.wall / read.wall;
  console.log(`git ls-files -z | xargs -0 cat ${read.wall.toFixed(2)} s`);
  console.log(
    `osfix check --no-cache         ${checked.wall.toFixed(2)} s, ${ratio.toFixed(1)} times as long, ${checked.memory.toFixed(0)} MB`,
  );
  if (ratio > LIMITS.ratio) console.log(`limit passed: more than ${LIMITS.ratio} times as long`);
  if (checked.memory > LIMITS.memory) console.log(`limit passed: more than ${LIMITS.memory} MB`);
  process.exitCode = ratio <= LIMITS.ratio && checked.memory <= LIMITS.memory ? 0 : 1;
} finally {
  if (!kept) rmSync(root, { recursive: true, force: true });
}
