// Checks every release of os-vif that has the Linux bridge plugin: exactly the known defects of its VLAN functions are
// found, each at its line, and none of them once the series is applied, in either profile.
//
//   node scripts/known-defects.js [--tags REGEX] [--build DIR] GIT_DIR
//
// The lines are worked out here with plain searches of the release's text, without osfix. Where the VLAN function sets
// the MTU each time, or where it is the only one to set it, there are three defects and not four. One line is printed
// for each form that the releases have, failures below it. Exit status 1 for a failure, or when no release was seen.
import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tags: { type: "string", default: String.raw`^\d+(\.\d+)+$` },
    build: { type: "string", default: fileURLToPath(new URL("../dist", import.meta.url)) },
  },
});
const [gitDir] = positionals;
if (gitDir === undefined || positionals.length !== 1) {
  console.error("usage: node scripts/known-defects.js [--tags REGEX] [--build DIR] GIT_DIR");
  process.exit(2);
}

const FILE = "vif_plug_linux_bridge/linux_net.py";
const SERIES = "vlan-live-migration";
/** Rules that tell of the same defects in their own words, by the defect. */
const RULES = {
  lock: [`${SERIES}/lock-outside-privsep`, "privsep/external-lock-in-daemon"],
  name: [`${SERIES}/name-after-parent`],
  gateway: [`${SERIES}/bridge-step-arguments`, "calls/missing-argument"],
  mtu: [`${SERIES}/mtu-in-the-bridge-step`],
};
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "osfix-known-"));
const forms = new Map();
try {
  for (const tag of git("tag", "--sort=v:refname").toString().trim().split("\n")) {
    if (!new RegExp(options.tags).test(tag)) continue;
    const { form, failures } = tryTag(tag);
    const held = forms.get(form) ?? { tags: [], failures: [] };
    forms.set(form, {
      tags: [...held.tags, tag],
      failures: [...held.failures, ...failures.map((failure) => `${tag}: ${failure}`)],
    });
  }
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}
let failed = 0;
for (const [form, { tags, failures }] of forms) {
  failed += failures.length;
  console.log(
    `${tags.length} tags, ${tags[0]} .. ${tags.at(-1)}: ${form}${failures.length > 0 ? " FAILED" : ""}`,
  );
  for (const failure of failures) console.log(`    ${failure}`);
}
process.exitCode = failed > 0 || forms.size === 0 ? 1 : 0;

function tryTag(tag) {
  const root = path.join(scratch, tag);
  fs.mkdirSync(root);
  execFileSync("tar", ["-x", "-C", root], { input: git("archive", tag) });
  const file = path.join(root, FILE);
  const text = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : undefined;
  const wanted = text === undefined ? {} : linesOf(text);
  const failures = compare(wanted, findingsIn(root));
  for (const profile of text === undefined ? [] : ["hardened", "published"]) {
    const applied = osfix("apply", "--quiet", "--profile", profile, root);
    if (applied.status !== 0) failures.push(`apply of ${profile}: exit status ${applied.status}`);
    for (const { rule, line } of findingsIn(root)) failures.push(`after ${profile}: ${rule} in line ${line}`);
    const reverted = osfix("revert", "--quiet", root);
    if (reverted.status !== 0) failures.push(`revert of ${profile}: exit status ${reverted.status}`);
    if (fs.readFileSync(file, "utf8") !== text) failures.push(`revert of ${profile}: other bytes`);
  }
  fs.rmSync(root, { recursive: true, force: true });
  const names = Object.keys(wanted);
  const form =
    text === undefined ? "no plugin, nothing found" : `${names.length} defects: ${names.join(", ")}`;
  return { form, failures };
}

/** The lines, from 1, at which each defect may be told of; the first of them must be. */
function linesOf(text) {
  const lines = text.split("\n");
  const find = (pattern, from = 0) => lines.findIndex((line, at) => at >= from && pattern.test(line)) + 1;
  const outer = find(/^def ensure_vlan_bridge\(/);
  const inner = find(/^def _ensure_vlan_privileged\(/);
  const wanted = {
    lock: [outer - 1, inner - 1],
    gateway: [find(/^ +_ensure_bridge_privileged\(/, outer)],
    name: [find(/'vlan%s' %/, inner)],
  };
  const bridge = text.slice(text.indexOf("def _ensure_bridge_privileged("));
  const test = find(/^ {4}if not .*\(interface\):/, inner);
  const mtu = find(/^ +_set_device_mtu\(interface/, inner);
  const isOnlyForNew = lines.slice(test, mtu).every((line) => line === "" || /^ {8}/.test(line));
  if (isOnlyForNew && /^[^)]*\bmtu=/.test(bridge)) wanted.mtu = [mtu];
  return wanted;
}

function compare(wanted, findings) {
  const failures = [];
  for (const [defect, lines] of Object.entries(wanted)) {
    const [series] = RULES[defect];
    const own = findings.filter(({ rule }) => rule === series);
    if (own.length !== 1 || own[0].line !== lines[0])
      failures.push(
        `${series}: wanted line ${lines[0]}, found ${own.map(({ line }) => line).join(", ") || "none"}`,
      );
  }
  for (const { rule, line } of findings) {
    const defect = Object.keys(RULES).find((name) => RULES[name].includes(rule));
    if (!(wanted[defect] ?? []).includes(line)) failures.push(`${rule} in line ${line} is none of them`);
  }
  return failures;
}

/** What is found in the plugin's file by the series and by the rules that tell of the same. */
function findingsIn(root) {
  const rules = Object.values(RULES).flat();
  const select = [`${SERIES}/*`, ...rules].join(",");
  const { stdout } = osfix("check", "--no-cache", "--json", "--select", select, root);
  return JSON.parse(stdout).findings.filter(
    ({ rule, pathInTree }) => rule.startsWith(`${SERIES}/`) || pathInTree === FILE,
  );
}

function osfix(...args) {
  return spawnSync(process.execPath, [path.join(options.build, "osfix.cjs"), ...args], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
}

function git(...args) {
  return execFileSync("git", [`--git-dir=${gitDir}`, ...args], { maxBuffer: 2 ** 28 });
}
