// Writes libraries/: of each known library which names its modules have had in its releases and which arguments they take
// (libraries/names/), and which members its classes have had and how those are called (libraries/classes/).
//
//   node scripts/library-facts.js [--out FOLDER] [--before DATE] GIT_DIR…
//
//   --out FOLDER    where to write, libraries/ by default
//   --before DATE   only tags of commits before it, to see what facts are worth that have grown old
//
// GIT_DIR is a bare repository of a library of scripts/libraries/known-libraries.js, or a folder of such; what is written
// of a library without one stays as it is. Every tag and the main branch are read; each text once. What is written are names
// of modules, of what they bind, of members and of parameters, in the form that src/facts/libraries/library-module.ts and
// library-class.ts tell.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundleSources } from "./bundle-sources.js";
import { classLines } from "./libraries/class-lines.js";
import { ClassReleases } from "./libraries/join-classes.js";
import { Releases } from "./libraries/join-releases.js";
import { LIBRARIES } from "./libraries/known-libraries.js";
import { readFacts } from "./libraries/read-module.js";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: {
      type: "string",
      default: fileURLToPath(new URL("../libraries", import.meta.url)),
    },
    before: { type: "string" },
  },
});
const { isPromise, loadParser, makesNames, readModule, resultsOf } = await import(
  await bundleSources(
    [
      "src/parse/parser.ts",
      "src/facts/calls/overrides.ts",
      "src/facts/module/made-names.ts",
      "src/facts/module/module.ts",
      "src/facts/module/results.ts",
    ],
    "library-facts",
  )
);
/** Where a repository has its packages. */
const LAYOUTS = ["", "src/", "lib/"];

/** Modules that nobody takes anything of. */
const NOT_READ = /\.(tests?|functional|locale|examples|hacking|alembic|versions)(\.|$)|\.migrat/;

/** Modules that only their own package imports: what they have shows where others take it over. */
const NOT_TOLD = /\.(openstack\.common|apiclient)(\.|$)|\._|\.(opts$|cmd\.)/;

/** A module of which nothing is known but that it is there. */
const UNTOLD = { isOpen: true, stars: [], names: new Map() };
const parser = await loadParser();
const packages = LIBRARIES.flatMap(({ roots }) => roots);
const given = LIBRARIES.flatMap((library) => {
  const gitDir = gitDirOf(library.name);
  return gitDir === undefined ? [] : [[library, gitDir]];
});
if (given.length === 0) throw new Error("no repository of a known library");
for (const [library, gitDir] of given) {
  const { title, names, classes } = linesOf(library, gitDir);
  write(`names/${library.name}.txt`, names);
  write(`classes/${library.name}.txt`, classes);
  const others = linesIn("index.txt").filter((line) => !line.startsWith(`${library.name} `));
  write("index.txt", [...others, title].sort());
  console.error(`${title}: ${names.length} modules`);
}

function linesIn(file) {
  const from = path.join(options.out, file);
  return fs.existsSync(from) ? fs.readFileSync(from, "utf8").trimEnd().split("\n") : [];
}

function write(file, written) {
  const to = path.join(options.out, file);
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.writeFileSync(to, `${written.join("\n")}\n`);
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
  const newest = tags
    .flatMap(({ tag }) => /^v?(\d{1,2}(?:\.\d+)+)$/.exec(tag)?.[1] ?? [])
    .sort(new Intl.Collator("en", { numeric: true }).compare)
    .at(-1);
  const shown = [...told.keys()].filter((one) => !NOT_TOLD.test(one) && !without?.test(one)).sort();
  const joined = new ClassReleases(modules, packages);
  return {
    title: `${name} ${newest ?? ""} ${roots.join(" ")}`,
    names: shown.map((one) => lineOf(releases, modules, one)),
    classes: [
      givenOutside(gitDir, told).join(" "),
      ...classLines(joined, shown, (one) => releases.namesOf(one), roots[0]),
    ],
  };
}

/** Names of attributes that the library gives objects from outside of their classes. */
function givenOutside(gitDir, blobs) {
  const texts = textsOf(
    gitDir,
    [...blobs.values()].flatMap((files) => [...files.keys()]),
  );
  const found = new Set();
  for (const text of texts.values())
    for (const [, name] of text.matchAll(/(?<!\bself|\bcls)\.([a-z]\w*) = /g)) found.add(name);
  return [...found].sort();
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
  const folders = roots.flatMap((root) => LAYOUTS.map((above) => `${above}${root.replaceAll(".", "/")}/`));
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
    const above = LAYOUTS.findLast((layout) => file.startsWith(layout));
    const dotted = file.slice(above.length).replace(/(\/__init__)?\.py$/, "");
    const module = todays(roots, dotted.replaceAll("/", "."));
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
  const read = (file, name, blob) =>
    readFacts(readModule(file, name, parser.parseWhole(texts.get(blob))), {
      isPromise,
      makesNames,
      resultsOf,
      todays: (dotted) => todays(roots, dotted),
    });
  for (const [name, files] of blobs)
    modules.set(
      name,
      [...files].map(([blob, file]) => {
        const facts = read(file, name, blob);
        const home = file.endsWith("/__init__.py") ? name : name.slice(0, name.lastIndexOf("."));
        return { ...facts, stars: facts.stars.map((star) => besides(home, star, blobs)) };
      }),
    );
  return modules;
}

/** Python 2's `from client import *`: the module of a package beside the one that says so. */
function besides(home, star, blobs) {
  return !blobs.has(star) && blobs.has(`${home}.${star}`) ? `${home}.${star}` : star;
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
  return [module, ...(releases.isOpen(module) ? ["*"] : []), ...shown].join(" ");
}
