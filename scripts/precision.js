// Compares what `osfix check` finds in release trees with what readers said of each finding.
//
//   node scripts/precision.js [--review FILE] [--build DIR] [--unread] [DIR]
//
// DIR holds a folder for each project of the review, unpacked from the tag that the review names:
//   git -C nova archive 33.0.2 | tar -x -C DIR/nova
// Without DIR the tables of the review alone are printed, as docs/precision.md has them.
//
// The review (docs/precision.json) keeps a verdict for each finding, by project and rule under the finding's fingerprint:
// "true" (a defect of the kind that the rule names), "arguable" or "false". It holds neither code nor messages. A
// finding whose sentence, file or line changed has another fingerprint, and is unread again.
//
//   --unread   one line of JSON for each finding without a verdict, to be read in its source
//
// Exit status 1 when a finding was not read, a verdict's finding is gone, or fewer than nine of ten errors and warnings
// are true.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    review: { type: "string", default: here("docs/precision.json") },
    build: { type: "string", default: here("dist") },
    unread: { type: "boolean", default: false },
  },
});
const VERDICTS = ["true", "arguable", "false"];
const WANTED = 0.9;
const review = JSON.parse(fs.readFileSync(options.review, "utf8"));
const projects = Object.keys(review.trees);
const [folder] = positionals;
const problems = folder === undefined ? [] : compare(folder);
if (!options.unread) {
  console.log(tableOf(["error", "warning"]));
  console.log(tableOf(["info"]));
}
for (const problem of problems) console.log(problem);
process.exitCode = problems.length > 0 || shareOf(["error", "warning"]) < WANTED ? 1 : 0;

/** What a run over the trees finds that the review does not know, and the other way round. */
function compare(directory) {
  const found = [];
  for (const project of projects) {
    const known = review.findings[project] ?? {};
    const seen = new Set();
    for (const finding of findingsOf(path.join(directory, project))) {
      const { rule, severity, fingerprint } = finding;
      seen.add(`${rule} ${fingerprint}`);
      const verdict = known[rule]?.[fingerprint];
      if (!VERDICTS.includes(verdict))
        found.push(
          options.unread
            ? JSON.stringify({
                project,
                rule,
                severity,
                fingerprint,
                at: placeOf(finding),
                says: finding.message,
              })
            : `unread: ${project} ${rule} ${placeOf(finding)} ${fingerprint}`,
        );
      else if (review.severities[rule] !== severity)
        found.push(`severity: ${rule} is ${severity}, the review says ${review.severities[rule]}`);
    }
    for (const [rule, verdicts] of Object.entries(known))
      for (const fingerprint of Object.keys(verdicts))
        if (!seen.has(`${rule} ${fingerprint}`)) found.push(`gone: ${project} ${rule} ${fingerprint}`);
  }
  return options.unread ? found.filter((line) => line.startsWith("{")) : found;
}

function placeOf({ pathInTree, line }) {
  return `${pathInTree}:${line}`;
}

function findingsOf(tree) {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(options.build, "osfix.cjs"), "check", "--no-cache", "--json", tree],
    { encoding: "utf8", maxBuffer: 2 ** 28 },
  );
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout).findings;
}

/** The verdicts of all findings whose rule has one of the severities, by rule and project. */
function verdictsOf(severities) {
  const rows = new Map();
  for (const project of projects)
    for (const [rule, verdicts] of Object.entries(review.findings[project] ?? {}))
      if (severities.includes(review.severities[rule])) {
        const row = rows.get(rule) ?? new Map();
        rows.set(rule, row.set(project, Object.values(verdicts)));
      }
  return new Map([...rows].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function tableOf(severities) {
  const rows = verdictsOf(severities);
  const lines = [...rows].map(([rule, byProject]) => rowOf(rule, byProject));
  const all = new Map(
    projects.map((project) => [project, [...rows.values()].flatMap((row) => row.get(project) ?? [])]),
  );
  const head = ["rule", ...projects, "findings", ...VERDICTS, "share of true"];
  const rule = head.map((_, at) => (at === 0 ? "---" : "---:"));
  return `${[head, rule, ...lines, rowOf("all", all)].map((cells) => `| ${cells.join(" | ")} |`).join("\n")}\n`;
}

function rowOf(name, byProject) {
  const all = [...byProject.values()].flat();
  const counts = VERDICTS.map((verdict) => all.filter((one) => one === verdict).length);
  const share = `${all.length === 0 ? 100 : Math.floor((100 * counts[0]) / all.length)} %`;
  return [
    name,
    ...projects.map((project) => byProject.get(project)?.length ?? 0),
    all.length,
    ...counts,
    share,
  ];
}

function shareOf(severities) {
  const all = [...verdictsOf(severities).values()].flatMap((row) => [...row.values()].flat());
  return all.length === 0 ? 1 : all.filter((verdict) => verdict === "true").length / all.length;
}
