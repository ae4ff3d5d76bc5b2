// Compares `osfix check`, all rules, with `ast-grep scan`, two rules, on one tree in one run: cold, and with a warm cache.
//
//     node bench/check.js TREE         a checkout of nova; OSFIX_BENCH_TREE names it otherwise
//
// Each is run in turn, and the fastest of its runs counts: what else the machine does only makes a run slower. Peak
// memory is the kernel's figure of the process. Exit status 1 when a limit is passed.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AST_GREP_RULES, astGrep, inTurn, measure, OSFIX, show, withScratch } from "./measure.js";

/** Of ast-grep's time; MiB. */
const LIMITS = { cold: 1, warm: 0.25, memory: 400 };

/** Measures one tree; gives the sentences about limits that were passed. */
export function benchCheck(tree) {
  return withScratch((scratch) => {
    const rules = join(scratch, "rules.yml");
    writeFileSync(rules, AST_GREP_RULES);
    const cache = join(scratch, "cache");
    const check = () => measure(process.execPath, [OSFIX, "check", tree], { env: { XDG_CACHE_HOME: cache } });
    const scan = () => measure(astGrep(), ["scan", "-r", rules, tree]);
    const read = () => measure(process.execPath, [new URL(import.meta.url).pathname, "--read", tree]);
    scan();
    const runs = inTurn({
      "ast-grep scan, two rules": scan,
      "osfix check, cold": () => {
        rmSync(cache, { recursive: true, force: true });
        return check();
      },
      "osfix check, warm": check,
      "reading every Python file (the limit)": read,
    });
    const [peer, cold, warm] = Object.values(runs);
    show("check", runs, peer);
    // The start of a program outweighs the work on a small tree.
    if (!existsSync(join(tree, "nova"))) return [];
    const passed = [
      [cold.wall / peer.wall <= LIMITS.cold, "cold is slower than ast-grep"],
      [warm.wall / peer.wall <= LIMITS.warm, "warm takes more than a quarter of ast-grep's time"],
      [Math.max(cold.memory, warm.memory) <= LIMITS.memory, `more than ${LIMITS.memory} MiB of memory`],
    ];
    return passed.flatMap(([holds, says]) => (holds ? [] : [`check: ${says}`]));
  });
}

function readAll(tree) {
  const names = readdirSync(tree, { recursive: true, encoding: "utf8" });
  for (const name of names) if (name.endsWith(".py")) readFileSync(join(tree, name), "utf8");
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [word, folder] = process.argv.slice(2);
  const tree = word ?? process.env.OSFIX_BENCH_TREE;
  if (word === "--read") readAll(folder);
  else if (tree === undefined || !existsSync(tree)) {
    console.error("node bench/check.js TREE, a checkout or unpacked package of nova");
    process.exitCode = 2;
  } else {
    const passed = benchCheck(tree);
    for (const says of passed) console.log(`limit passed: ${says}`);
    process.exitCode = passed.length === 0 ? 0 : 1;
  }
}
