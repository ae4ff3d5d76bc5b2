// Compares `osfix apply` and `osfix revert` with `git apply` of the very diff that they make, with ast-grep rewriting one
// call in the same files, and with reading and writing those files, which is the limit.
//
//     node bench/apply.js TREE         a checkout or unpacked package of nova or os-vif; it is copied and stays as it is
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { astGrep, inTurn, measure, OSFIX, show, withScratch } from "./measure.js";

/** Measures one tree; gives the sentences about limits that were passed. */
export function benchApply(given) {
  return withScratch((scratch) => {
    const tree = join(scratch, "tree");
    cpSync(given, tree, { recursive: true, filter: (name) => !name.split(sep).includes(".git") });
    const patch = join(scratch, "change.patch");
    const diff = spawnSync(process.execPath, [OSFIX, "diff", tree], { maxBuffer: 1 << 26 }).stdout;
    if (diff.length === 0) {
      console.log("apply: there is nothing to apply");
      return [];
    }
    writeFileSync(patch, diff);
    const files = [...diff.toString("utf8").matchAll(/^\+\+\+ b\/(\S+)$/gm)].map(([, name]) => name);
    const held = files.filter((name) => existsSync(join(tree, name)));
    const sum = () => execFileSync("git", ["hash-object", ...held], { cwd: tree, encoding: "utf8" });
    const osfix = (command) => () => measure(process.execPath, [OSFIX, command, tree]);
    const git = (...more) => measure("git", ["apply", ...more, patch], { cwd: tree, fine: [0] });
    const before = sum();
    let after;
    const runs = inTurn({
      "git apply": () => git(),
      "git apply -R": () => {
        after = sum();
        return git("-R");
      },
      "osfix status": osfix("status"),
      "osfix apply": osfix("apply"),
      "osfix apply, nothing left to do": () => {
        if (sum() !== after) throw new Error("osfix apply and git apply made different files");
        return osfix("apply")();
      },
      "osfix revert": osfix("revert"),
      "ast-grep run, one call rewritten": () => {
        if (sum() !== before) throw new Error("osfix revert left another file");
        return measure(astGrep(), ["run", "-l", "python", "-p", "len($A)", "-r", "len($A)", "-U", ...held], {
          cwd: tree,
        });
      },
      "reading and writing the files (the limit)": () =>
        measure(process.execPath, [new URL(import.meta.url).pathname, "--copy", tree, ...held]),
    });
    show(`apply, ${files.length} files`, runs, runs["git apply"]);
    return [];
  });
}

function copyAll(tree, names) {
  for (const name of names) {
    const text = readFileSync(join(tree, name), "utf8");
    writeFileSync(join(tree, name), text);
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [word, ...more] = process.argv.slice(2);
  if (word === "--copy") copyAll(more[0], more.slice(1));
  else if (word === undefined || !existsSync(word)) {
    console.error("node bench/apply.js TREE, a checkout or unpacked package of nova or os-vif");
    process.exitCode = 2;
  } else benchApply(word);
}
