// Parses every .py blob of the given revisions with both tree-sitter bindings, read on demand and at once, and
// compares the whole trees.
//
//   node scripts/compare-backends.js GIT_DIR REVISION...
//
// Prints the paths of blobs whose trees differ, then one line of figures. Exit status 1 when a tree differs.
import { execFileSync } from "node:child_process";
import { bundleSources } from "./bundle-sources.js";

const [gitDir, ...revisions] = process.argv.slice(2);
if (gitDir === undefined || revisions.length === 0) {
  console.error("usage: node scripts/compare-backends.js GIT_DIR REVISION...");
  process.exit(2);
}

const { loadParser } = await import(await bundleSources(["src/parse/parser.ts"], "compare-backends"));

const backends = [];
for (const [backend, read] of [
  ["native", "parse"],
  ["wasm", "parse"],
  ["native", "parseWhole"],
  ["wasm", "parseWhole"],
]) {
  backends.push({ parser: await loadParser({ backend }), read, parsing: 0, reading: 0 });
}

const git = (...args) =>
  execFileSync("git", [`--git-dir=${gitDir}`, ...args], { encoding: "utf8", maxBuffer: 2 ** 30 });
const pathByBlob = new Map();
for (const revision of revisions) {
  for (const line of git("ls-tree", "-r", revision).split("\n")) {
    const [, blob, path] = /^100\d+ blob (\S+)\t(.*\.py)$/.exec(line) ?? [];
    if (blob !== undefined) pathByBlob.set(blob, `${revision}:${path}`);
  }
}

const count = { blobs: 0, units: 0, nodes: 0, withErrors: 0, different: 0 };
for (const [blob, path] of pathByBlob) {
  const text = git("cat-file", "blob", blob);
  const [one, ...others] = backends.map((backend) => measure(backend, text));
  count.blobs++;
  count.units += text.length;
  count.nodes += one.nodes.length / 6;
  if (one.errors > 0) count.withErrors++;
  if (one.errors > 0) console.log(`${one.errors} error nodes: ${path}`);
  const isSame = ({ nodes, errors }) =>
    errors === one.errors &&
    nodes.length === one.nodes.length &&
    nodes.every((value, at) => value === one.nodes[at]);
  if (others.every(isSame)) continue;
  count.different++;
  console.log(`trees differ: ${path}`);
}
const times = backends.map(
  ({ parser, read, parsing, reading }) =>
    `${parser.backend} ${read}: parsing ${(parsing / 1000).toFixed(1)} s, reading ${(reading / 1000).toFixed(1)} s`,
);
console.log(
  `${count.blobs} blobs, ${(count.units / 1e6).toFixed(1)} M characters, ${(count.nodes / 1e6).toFixed(2)} M nodes, ` +
    `${count.withErrors} blobs with error nodes, ${count.different} with different trees; ${times.join("; ")}`,
);
process.exitCode = count.different > 0 ? 1 : 0;

/** All properties of all nodes of the text's tree, in one flat list. */
function measure(backend, text) {
  const start = performance.now();
  const tree = backend.parser[backend.read](text);
  const parsed = performance.now();
  const nodes = [];
  const visit = (node) => {
    nodes.push(node.type, node.isNamed, node.isMissing, node.start, node.end, node.fieldName);
    for (const child of node.children) visit(child);
  };
  visit(tree.root);
  backend.parsing += parsed - start;
  backend.reading += performance.now() - parsed;
  return { nodes, errors: tree.errors.length };
}
