// Writes the library as a few files in dist/, with all that it and the command need beside them.
// Why one bundle: docs/decisions/0001-native-or-wasm.md.
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Copied into dist/vendor/PACKAGE/FILE, where src/parse/binding-files.ts looks for them. */
const VENDOR = {
  "web-tree-sitter": ["tree-sitter.wasm"],
  "tree-sitter-python": ["tree-sitter-python.wasm", "prebuilds/linux-x64/tree-sitter-python.node"],
  "tree-sitter": ["prebuilds/linux-x64/tree-sitter.node"],
};

/** Where src/parse looks for what lies in dist/, from its own folder. */
const DEFINED = {
  OSFIX_VENDOR: '"../../dist/vendor"',
  OSFIX_AHEAD: '"../../dist/src/check/ahead-main.js"',
};

/** Packages whose code or files go into dist/; their licences ask for their notices. */
const SHIPPED = ["commander", ...Object.keys(VENDOR)];

/**
 * Keeps `import.meta.url` of every module that of its source, so that a path relative to a module means the same in
 * the bundle as in the sources.
 */
const sourceUrls = {
  name: "source-urls",
  transform(code, id) {
    const isOurs = id.startsWith(root) && !id.includes("/node_modules/");
    if (!isOurs || !code.includes("import.meta.url")) return null;
    const path = posix.relative(root, id);
    return code.replaceAll("import.meta.url", `__SOURCE_URL__(${JSON.stringify(path)})`);
  },
  renderChunk(code, chunk) {
    const up = posix.relative(posix.dirname(`/dist/${chunk.fileName}`), "/");
    return code.replaceAll(
      /__SOURCE_URL__\("([^"]+)"\)/g,
      (_call, path) => `new URL("${up}/${path}", import.meta.url).href`,
    );
  },
};

const bundle = await rolldown({
  cwd: root,
  input: {
    "src/index": "src/index.ts",
    "src/check/ahead-main": "src/check/ahead-main.ts",
  },
  platform: "node",
  // web-tree-sitter carries an eval that only other programs' modules reach.
  checks: { eval: false },
  plugins: [sourceUrls],
  transform: { define: DEFINED },
});
const { output } = await bundle.write({
  dir: "dist",
  format: "esm",
  comments: { jsdoc: false }, // editors read them in the declarations
  entryFileNames: "[name].js",
  chunkFileNames: "chunks/[name]-[hash].js",
});
await bundle.close();
for (const chunk of output) {
  const imported = [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])];
  const outside = imported.filter((name) => !isBuiltin(name) && !name.endsWith(".js"));
  if (outside.length > 0) throw new Error(`${chunk.fileName} still imports ${outside.join(", ")}`);
}

for (const [name, files] of Object.entries(VENDOR)) {
  for (const file of files) {
    const to = `${root}dist/vendor/${name}/${file}`;
    mkdirSync(posix.dirname(to), { recursive: true });
    copyFileSync(`${root}node_modules/${name}/${file}`, to);
    chmodSync(to, 0o644);
  }
}
const notices = SHIPPED.map((name) => {
  const { version } = JSON.parse(readFileSync(`${root}node_modules/${name}/package.json`, "utf8"));
  return `${name} ${version}\n\n${readFileSync(`${root}node_modules/${name}/LICENSE`, "utf8").trim()}\n`;
});
writeFileSync(`${root}dist/THIRD-PARTY-NOTICES`, notices.join(`\n${"-".repeat(79)}\n\n`));
