// The trees and the output directory that are written: before, after, and what is there now.
import fs from "node:fs";
import path from "node:path";

const OLD = "old\n".repeat(2000);
const NEW = "new\n".repeat(3000);
export const TREES = ["nova", "os-vif"];
// null: no such file. Both trees change in one transaction: replaced files, a deleted and a new one.
const FILES = [
  ["nova", "nova/network/neutron.py", OLD, NEW],
  ["nova", "nova/conf/neutron.py", OLD, NEW],
  ["nova", "nova/tests/test_new.py", null, NEW],
  ["os-vif", "vif/linux_net.py", OLD, NEW],
  ["os-vif", "vif/old.py", OLD, null],
];
export const TEMPORARY = /\.osfix-/;

export function makeTrees(inDirectory) {
  const base = fs.realpathSync(fs.mkdtempSync(path.join(inDirectory, "osfix-kill-")));
  for (const [tree, file, before] of FILES) {
    const target = path.join(base, tree, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    if (before !== null) fs.writeFileSync(target, before);
  }
  return base;
}

export function writesFor(base, mark) {
  return TREES.map((name) => ({
    root: path.join(base, name),
    changes: FILES.filter(([tree]) => tree === name).map(([, file, before, after]) => ({
      path: file,
      before: before === null ? null : Buffer.from(before),
      after: after === null ? null : Buffer.from(mark + after),
    })),
  }));
}

/** "old", "new", or what is wrong. `marks` are what a writer may have put before the new bytes. */
export function stateOf(base, marks = [""]) {
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

const PATCH = "Semantic-Patch: x/y\n";
/** Output of two runs: a file that stays, one that changes, one that goes and one that comes. */
export const OLD_OUTPUT = { "nova/a.patch": PATCH, "nova/b.patch": `${PATCH}${OLD}`, "c.patch": PATCH };
export const NEW_OUTPUT = {
  "nova/a.patch": PATCH,
  "nova/b.patch": `${PATCH}${NEW}`,
  "d.patch": `${PATCH}${NEW}`,
};

/** "old" or "new" output, "none", or what is wrong. */
export function outputState(base) {
  const out = path.join(base, "out");
  if (!fs.existsSync(out)) return "none";
  const names = fs.readdirSync(out, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => fs.statSync(path.join(out, name)).isFile()).sort();
  const now = JSON.stringify(files.map((name) => [name, fs.readFileSync(path.join(out, name), "utf8")]));
  const sorted = (wanted) => JSON.stringify(Object.entries(wanted).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (now === sorted(OLD_OUTPUT)) return "old";
  return now === sorted(NEW_OUTPUT) ? "new" : `mixed: ${files.join(", ")}`;
}
