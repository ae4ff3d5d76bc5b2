// Writes src/facts/libraries/library-facts.ts: which names the modules of libraries have had in their releases, and which
// arguments they take.
//
//   node scripts/library-facts.js [--out FILE] [--before DATE] GIT_DIR…
//
//   --out FILE      where to write, src/facts/libraries/library-facts.ts by default
//   --before DATE   only tags of commits before it, to see what facts are worth that have grown old
//
// GIT_DIR is a bare repository of a library of scripts/libraries/known-libraries.js, or a folder of such; a library
// without one is left out. Every tag and the main branch are read; each text once. What is written are names of modules,
// of what they bind and of parameters, in the form that src/facts/libraries/library-module.ts tells.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundleSources } from "./bundle-sources.js";
import { Releases } from "./libraries/join-releases.js";
import { LIBRARIES } from "./libraries/known-libraries.js";
import { readFacts } from "./libraries/read-module.js";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: {
      type: "string",
      default: fileURLToPath(new URL("../src/facts/libraries/library-facts.ts", import.meta.url)),
    },
    before: { type: "string" },
  },
});
const { loadParser, makesNames, readModule } = await import(
  await bundleSources(
    ["src/parse/parser.ts", "src/facts/module/module.ts", "src/facts/module/made-names.ts"],
    "library-facts",
  )
);
/** Modules that nobody takes anything of. */
const NOT_READ = /\.(tests?|functional|locale|examples|hacking|alembic|versions)(\.|$)|\.migrat/;

/** Modules that only their own package imports: what they have shows where others take it over. */
const NOT_TOLD = /\.(openstack\.common|apiclient)(\.|$)|\._|\.(opts$|cmd\.)/;

/** A module of which nothing is known but that it is there. */
const UNTOLD = { isOpen: true, stars: [], names: new Map() };
const parser = await loadParser();
const lines = [];
for (const library of LIBRARIES) {
  const gitDir = gitDirOf(library.name);
  if (gitDir === undefined) continue;
  const found = linesOf(library, gitDir);
  console.error(`${found[0]}: ${found.length - 1} modules, ${found.join("\n").length} characters`);
  // copied: parts of a text keep all of it
  lines.push(...found.map((line) => Buffer.from(line).toString()));
}
if (lines.length === 0) throw new Error("no repository of a known library");
const common = commonWords(lines);
fs.writeFileSync(
  options.out,
  `// Written by scripts/library-facts.js; CONTRIBUTING.md says how.

/** What releases of libraries have, in the form that \`LibraryModule\` reads. */
export const libraryFacts = (): string => \`
${[common.join(" "), ...lines.map((line) => shortened(line, common))].join("\n")}
\`;
`,
);

/** The words that make up most of the lines. */
function commonWords(all) {
  const counts = new Map();
  for (const line of all)
    if (line.startsWith(" "))
      for (const word of line.slice(1).split(" ").slice(1)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const saved = (word) => (counts.get(word) - 1) * (word.length - 2);
  return [...counts.keys()]
    .sort((a, b) => saved(b) - saved(a) || (a < b ? -1 : 1))
    .slice(0, 300)
    .sort();
}

/** A line with the numbers of common words in their place. */
function shortened(line, common) {
  if (!line.startsWith(" ")) return line;
  const [module, ...words] = line.slice(1).split(" ");
  const short = words.map((word) => (common.includes(word) ? common.indexOf(word) : word));
  return ` ${[module, ...short].join(" ")}`;
}

function gitDirOf(name) {
  const candidates = positionals.flatMap((one) =>
    path.basename(one, ".git") === name ? [one] : [`${one}/${name}`, `${one}/${name}.git`],
  );
  return candidates.find((one) => fs.existsSync(`${one}/HEAD`));
}

function linesOf({ name, roots, unread, without }, gitDir) {
  const git = (...args) =>
    execFileSync("git", [`--git-dir=${gitDir}`, ...args], { encoding: "utf8", maxBuffer: 2 ** 30 });
  const tags = tagsOf(git);
  const blobs = blobsOf(gitDir, tags, roots);
  const told = new Map([...blobs].filter(([one]) => !NOT_READ.test(one) && !unread?.test(one)));
  const modules = factsOf(gitDir, told, roots);
  for (const one of blobs.keys()) if (!modules.has(one)) modules.set(one, [UNTOLD]);
  const releases = new Releases(modules);
  const newest = tags.filter(({ tag }) => /^\d{1,2}(\.\d+)+$/.test(tag)).at(-1)?.tag ?? "";
  const shown = [...told.keys()].filter((one) => !NOT_TOLD.test(one) && !without?.test(one)).sort();
  return [`${name} ${newest} ${roots.join(" ")}`, ...shown.map((one) => lineOf(releases, modules, one))];
}

/** Every tag in the order of versions, and the main branch. */
function tagsOf(git) {
  const listed = git(
    "for-each-ref",
    "--sort=v:refname",
    "--format=%(refname:short) %(creatordate:short)",
    "refs/tags",
  )
    .split("\n")
    .map((line) => line.split(" "))
    .filter(([tag, date = ""]) => tag !== "" && (options.before === undefined || date < options.before))
    .map(([tag]) => ({ tag }));
  return options.before === undefined ? [{ tag: "HEAD" }, ...listed] : listed;
}

/** By the module's name its blobs in all releases, with their paths. */
function blobsOf(gitDir, tags, roots) {
  const folders = roots.map((root) => `${root.replaceAll(".", "/")}/`);
  const found = new Map();
  // one shell for all: every child of a process this large is slow to start
  const listed = execFileSync(
    "sh",
    ["-c", 'while read -r tag; do git ls-tree -r "$tag" -- "$@"; done', "sh", ...folders],
    {
      input: tags.map(({ tag }) => `${tag}\n`).join(""),
      env: { ...process.env, GIT_DIR: gitDir },
      encoding: "utf8",
      maxBuffer: 2 ** 30,
    },
  );
  for (const line of new Set(listed.split("\n"))) {
    const [, blob, file] = /^100\d+ blob (\S+)\t(.*\.py)$/.exec(line) ?? [];
    if (blob === undefined) continue;
    const module = todays(roots, file.replace(/(\/__init__)?\.py$/, "").replaceAll("/", "."));
    const held = found.get(module) ?? new Map();
    found.set(module, held.set(blob, file));
  }
  return found;
}

/** A dotted name as it is written today: `oslo_utils.timeutils` of `oslo.utils.timeutils`. */
function todays([root, ...former], dotted) {
  const old = former.find((one) => dotted === one || dotted.startsWith(`${one}.`));
  return old === undefined ? dotted : root + dotted.slice(old.length);
}

function factsOf(gitDir, blobs, roots) {
  const modules = new Map();
  const texts = textsOf(
    gitDir,
    [...blobs.values()].flatMap((files) => [...files.keys()]),
  );
  for (const [name, files] of blobs)
    modules.set(
      name,
      [...files].map(([blob, file]) =>
        readFacts(readModule(file, name, parser.parseWhole(texts.get(blob))), {
          makesNames,
          todays: (dotted) => todays(roots, dotted),
        }),
      ),
    );
  return modules;
}

function textsOf(gitDir, ids) {
  const texts = new Map();
  const out = execFileSync("git", [`--git-dir=${gitDir}`, "cat-file", "--batch"], {
    input: [...new Set(ids)].join("\n"),
    maxBuffer: 2 ** 31 - 1,
  });
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf("\n", at);
    const [id, , size] = out.toString("latin1", at, end).split(" ");
    texts.set(id, out.toString("utf8", end + 1, end + 1 + Number(size)));
    at = end + 2 + Number(size);
  }
  return texts;
}

function lineOf(releases, modules, module) {
  const below = new RegExp(`^${module.replaceAll(".", "\\.")}\\.([A-Za-z]\\w*)$`);
  const submodules = [...modules.keys()].flatMap((one) => below.exec(one)?.[1] ?? []);
  const names = new Set([...releases.namesOf(module), ...submodules].filter((one) => !one.startsWith("_")));
  const shown = [...names].sort().map((one) => {
    const signatures = releases.signaturesOf(`${module}.${one}`);
    return signatures === "open" ? one : `${one}(${signatures.map((tokens) => tokens.join()).join("|")})`;
  });
  return [` ${module}`, ...(releases.isOpen(module) ? ["*"] : []), ...shown].join(" ");
}
