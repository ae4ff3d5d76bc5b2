// All benchmarks in one run: check, apply and matrix, each beside its peers, as ratios.
//
//     npm run bench -- PATH...         trees (check, apply) and repositories (matrix) of nova and os-vif, in any order;
//                                      OSFIX_BENCH_ROUNDS is how often each is run (3), the fastest run counts
//
// A clone with a work tree is both. Exit status 1 when a limit is passed.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { benchApply } from "./apply.js";
import { benchCheck } from "./check.js";
import { benchMatrix } from "./matrix.js";
import { machine } from "./measure.js";

const paths = process.argv.slice(2);
if (paths.length === 0 && process.env.OSFIX_BENCH_TREE) paths.push(process.env.OSFIX_BENCH_TREE);
const missing = paths.find((path) => !existsSync(path));
if (paths.length === 0 || missing !== undefined) {
  console.error(missing ? `${missing}: there is no such directory` : "npm run bench -- PATH...");
  process.exit(2);
}
const isBare = (path) => existsSync(join(path, "objects")) && existsSync(join(path, "HEAD"));
console.log(machine());
const passed = [];
for (const path of paths) {
  console.log(`\n${path}`);
  if (!isBare(path)) passed.push(...benchCheck(path), ...benchApply(path));
  if (isBare(path) || existsSync(join(path, ".git"))) passed.push(...(await benchMatrix(path)));
}
for (const says of passed) console.log(`limit passed: ${says}`);
process.exitCode = passed.length === 0 ? 0 : 1;
