// Writes libraries/messages.txt: which keywords the messages of libraries' exceptions have asked for in their releases.
//
//   node scripts/library-messages.js [--out FILE] GIT_DIR…
//
// GIT_DIR is a bare repository (neutron-lib.git); all of LIBRARIES are needed. Every tag is read. Below the line of a module stands one
// of each exception, with a space before it: its name and its keys, parted by commas; those of other releases come before the
// newest, parted by `|`. One that some release fills in another way, or that asks for nothing, is left out.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundleSources } from "./bundle-sources.js";

/** Those whose exceptions others raise. */
const LIBRARIES = ["glance_store", "neutron", "neutron-lib", "os-brick", "os-vif", "oslo.versionedobjects"];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string", default: fileURLToPath(new URL("../libraries/messages.txt", import.meta.url)) },
  },
});

/** Modules whose exceptions only their own part of the library raises. */
const OF_ITS_OWN = /\.openstack\.|\._|\.(drivers?|native|cfg_agent)\.|^neutron\.plugins\.(?!ml2\.common\b)/;

const { loadParser, messageFormatOf, ProjectFacts, sourcesFromTexts } = await import(
  await bundleSources(
    [
      "src/parse/parser.ts",
      "src/facts/names/message-format.ts",
      "src/facts/tree/project.ts",
      "src/facts/tree/source-reader.ts",
    ],
    "library-messages",
  )
);
const parser = await loadParser();
const lines = LIBRARIES.flatMap((name) => {
  const gitDir = positionals.find((one) => path.basename(one, ".git") === name);
  if (gitDir === undefined) throw new Error(`no repository of ${name}`);
  const found = linesOf(gitDir);
  console.error(`${name}: ${found.filter((line) => line.startsWith(" ")).length} exceptions`);
  return found;
});
fs.writeFileSync(options.out, `${lines.join("\n")}\n`);

function linesOf(gitDir) {
  const git = (...args) =>
    execFileSync("git", [`--git-dir=${gitDir}`, ...args], { encoding: "utf8", maxBuffer: 2 ** 30 });
  const tags = git("tag", "--sort=v:refname")
    .split("\n")
    .filter((tag) => /^v?\d/.test(tag));
  const texts = new Map();
  const seen = new Set();
  /** By module and class the keys of each release, `undefined` where they are not known. */
  const found = new Map();
  for (const tag of tags) {
    const files = git("ls-tree", "-r", tag)
      .split("\n")
      .map((line) => /^\d+ blob (\w+)\t(.*)$/.exec(line) ?? [])
      .filter(
        ([, , file = ""]) =>
          /exc\w*(\.py$|\/)/.test(file) && file.endsWith(".py") && !/\btests?\b/.test(file),
      );
    const key = files.map(([, blob, file]) => `${blob} ${file}`).join("\n");
    if (seen.has(key)) continue;
    seen.add(key);
    const read = files.map(([, blob, file]) => {
      if (!texts.has(blob)) texts.set(blob, git("cat-file", "blob", blob));
      return [file, texts.get(blob)];
    });
    // what stands around them says only what they are called
    const packages = read.flatMap(([file]) => parentsOf(file).map((parent) => [`${parent}/__init__.py`, ""]));
    addRelease(found, Object.fromEntries([...packages, ...read]));
  }
  return [...found].sort().flatMap(([module, classes]) => {
    if (OF_ITS_OWN.test(module)) return [];
    const told = [...classes]
      .sort()
      .flatMap(([name, keys]) => (keys ? [` ${name} ${[...keys].join("|")}`] : []));
    return told.length > 0 ? [module, ...told] : [];
  });
}

function parentsOf(file) {
  const parts = file.split("/").slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}

function addRelease(found, files) {
  const project = new ProjectFacts(sourcesFromTexts(files), parser);
  for (const file of Object.keys(files)) {
    const module = project.module(file);
    for (const facts of module?.classes ?? []) {
      if (!module.scope.bindings.has(facts.name)) continue;
      const format = messageFormatOf(project, { module, class: facts });
      const classes = found.get(module.name) ?? new Map();
      found.set(module.name, classes);
      const known = classes.has(facts.name) ? classes.get(facts.name) : new Set();
      const keys = format && format.keys.length > 0 ? format.keys.join(",") : undefined;
      // the newest comes last
      known?.delete(keys);
      classes.set(facts.name, keys === undefined ? undefined : known?.add(keys));
    }
  }
}
