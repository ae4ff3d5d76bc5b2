// Writes the command as one script with V8's code cache beside it: dist/osfix.cjs is what `osfix` runs.
// Most of a short run is V8 reading code; with the cache it does not. Numbers: docs/decisions/0003-code-cache.md.
import { execFileSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const root = fileURLToPath(new URL("../", import.meta.url));

/** As in bundle.js, for a script: its `import.meta.url` is made from its file name. */
const sourceUrls = {
  name: "source-urls",
  transform(code, id) {
    const isOurs = id.startsWith(root) && !id.includes("/node_modules/");
    if (!isOurs || !code.includes("import.meta.url")) return null;
    return code.replaceAll("import.meta.url", `__SOURCE_URL__(${JSON.stringify(posix.relative(root, id))})`);
  },
  renderChunk(code) {
    const head = 'const __SOURCE_URL__ = (path) => new URL("../" + path, BUNDLE_URL).href;\n';
    return `${head}${code.replace(/^#!.*\n/, "")}`;
  },
};

const wasm = readdirSync(`${root}dist/chunks`).find((name) => /^tree-sitter-.*\.js$/.test(name));
if (wasm === undefined) throw new Error("dist/chunks has no tree-sitter: scripts/bundle.js goes first");

const bundle = await rolldown({
  cwd: root,
  input: "src/cli/main.ts",
  platform: "node",
  plugins: [sourceUrls],
  external: [/^web-tree-sitter$/],
  transform: {
    define: {
      OSFIX_VENDOR: '"../../dist/vendor"',
      OSFIX_AHEAD: '"../../dist/src/check/ahead-main.js"',
    },
  },
});
const { output } = await bundle.write({
  file: "dist/command.cjs",
  format: "cjs",
  codeSplitting: false,
  comments: { jsdoc: false },
});
await bundle.close();
const [{ code }] = output;
const command = code.replaceAll(/import\(["']web-tree-sitter["']\)/g, `importFrom("./chunks/${wasm}")`);
// A script that was not loaded from a file cannot import: say so here and not where a user meets it.
const left = /^(?!\s*\*).*(?<![.\w])import\(["'].*$/m.exec(command);
if (left) throw new Error(`the command imports at run time: ${left[0].trim()}`);
writeFileSync(`${root}dist/command.cjs`, command);

writeFileSync(
  `${root}dist/osfix.cjs`,
  `#!/usr/bin/env node
// Runs command.cjs from the code cache that V8 made of it. Another V8 than the one that made it passes the cache over.
"use strict";
const fs = require("node:fs");
const { createRequire } = require("node:module");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const vm = require("node:vm");

const file = path.join(__dirname, "command.cjs");
const cache = path.join(__dirname, "command.cache");
let cachedData;
try {
  cachedData = fs.readFileSync(cache);
} catch {}
const source = \`(function (require, BUNDLE_URL, importFrom) {\${fs.readFileSync(file, "utf8")}\\n})\`;
const script = new vm.Script(source, { filename: file, cachedData });
if (process.env.OSFIX_MAKE_CODE_CACHE === cache)
  process.on("exit", () => fs.writeFileSync(cache, script.createCachedData()));
script.runInThisContext()(createRequire(file), pathToFileURL(file), (specifier) => import(specifier));
`,
);
chmodSync(`${root}dist/osfix.cjs`, 0o755);

// What a usual call runs is what the cache holds.
rmSync(`${root}dist/command.cache`, { force: true });
execFileSync(process.execPath, [`${root}dist/osfix.cjs`, "apply", "--dry-run", `${root}fixtures/sample`], {
  env: { PATH: process.env.PATH, OSFIX_MAKE_CODE_CACHE: `${root}dist/command.cache` },
  stdio: ["ignore", "ignore", "inherit"],
});
readFileSync(`${root}dist/command.cache`);
