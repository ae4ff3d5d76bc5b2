// Puts defects of known kinds into a tree, at places drawn by chance, and counts how many `osfix check` tells.
//
//   node scripts/seed-defects.js [--kind KIND]… [--number N] [--seed N] [--build DIR] [--select RULES] [--misses] DIR
//
//   --kind KIND   one of scripts/seed-defects/kinds.js, more than once; all of them by default
//   --number N    so many of a kind at most, two in a file at most; 40 by default
//   --seed N      other numbers draw other places
//   --select RULES  look with these rules alone, which takes less time
//   --misses      the places that nothing was told of, under their kind
//
// Of defects that projects mended it is known only what somebody found; of these all is known, so that what an analysis does not
// see shows, and why. A defect counts as told where a finding that the tree did not have stands in the function, is related to
// it, or says the name. Many of one kind at once may hide each other (whether a lock is missing is told by those that are
// there): compare few with `--number 5`. What is put in is not what people do wrong, so the figures say nothing of that.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { OTHER } from "./seed-defects/edits.js";
import { KINDS } from "./seed-defects/kinds.js";
import { SeededTree } from "./seed-defects/tree.js";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kind: { type: "string", multiple: true, default: Object.keys(KINDS) },
    number: { type: "string", default: "40" },
    seed: { type: "string", default: "1" },
    build: { type: "string", default: fileURLToPath(new URL("../dist", import.meta.url)) },
    select: { type: "string", default: "" },
    misses: { type: "boolean", default: false },
  },
});
// a link that is copied as such would be written through
const [folder] = positionals.map((given) => fs.realpathSync(given));
const unknown = options.kind.filter((kind) => !(kind in KINDS));
if (folder === undefined || positionals.length !== 1 || unknown.length > 0) {
  console.error(
    unknown.length > 0 ? `no such kind: ${unknown.join(", ")}` : "usage: node scripts/seed-defects.js DIR",
  );
  process.exit(2);
}

const MOST_IN_A_FILE = 2;
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "osfix-seeded-"));
try {
  const tree = new SeededTree(folder);
  const before = findingsIn(folder);
  for (const kind of options.kind) tryKind(tree, kind, before);
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}

function tryKind(tree, kind, before) {
  const candidates = [...KINDS[kind](tree)];
  const chosen = choose(candidates).map((place, at) => ({ ...place, edits: place.edits.map(numbered(at)) }));
  const copy = path.join(scratch, kind);
  fs.cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
  for (const file of new Set(chosen.map((place) => place.path))) {
    const edits = chosen.filter((place) => place.path === file).flatMap((place) => place.edits);
    fs.writeFileSync(path.join(copy, file), edited(tree.texts.get(file), edits));
  }
  const added = addedTo(before, findingsIn(copy));
  fs.rmSync(copy, { recursive: true });
  const missed = chosen.filter((place) => !added.some((finding) => tells(tree, finding, place)));
  console.log(
    `${kind}: ${chosen.length - missed.length} of ${chosen.length} told (${candidates.length} places)`,
  );
  if (options.misses)
    for (const { path: file, name, at } of missed)
      console.log(`  ${file}:${lineOf(tree, at[0], "start")} ${name}`);
}

/** What is renamed gets a name of its own, as one that stands in several modules may be an attribute of something. */
function numbered(at) {
  return (edit) => ({ ...edit, text: edit.text.replaceAll(OTHER, `${OTHER}_${at}`) });
}

function choose(candidates) {
  const random = randomFrom(Number(options.seed));
  const drawn = candidates.map((place) => [random(), place]).sort(([one], [other]) => one - other);
  const [perFile, functions, chosen] = [new Map(), new Set(), []];
  for (const [, place] of drawn) {
    const held = perFile.get(place.path) ?? 0;
    const [{ path: file, start }] = place.at;
    if (
      chosen.length >= Number(options.number) ||
      held >= MOST_IN_A_FILE ||
      functions.has(`${file}:${start}`)
    )
      continue;
    perFile.set(place.path, held + 1);
    functions.add(`${file}:${start}`);
    chosen.push(place);
  }
  return chosen;
}

/** Numbers from 0 to 1, the same for the same seed (Park and Miller's generator). */
function randomFrom(seed) {
  let state = seed % 2147483647 || 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** A text with edits, on as many lines as before. */
function edited(text, edits) {
  let written = text;
  for (const { start, end, text: put } of edits.toSorted((one, other) => other.start - one.start)) {
    const lines = written.slice(start, end).split("\n").length - put.split("\n").length;
    written = written.slice(0, start) + put + "\n".repeat(lines) + written.slice(end);
  }
  return written;
}

function findingsIn(checked) {
  const selected = options.select === "" ? [] : ["--select", options.select];
  const command = ["check", "--no-cache", "--format", "json", ...selected, checked];
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [path.join(options.build, "osfix.cjs"), ...command],
    {
      encoding: "utf8",
      maxBuffer: 2 ** 30,
    },
  );
  if (status !== 0 && status !== 1) throw new Error(`osfix check ended with ${status}: ${stderr}`);
  return JSON.parse(stdout).findings;
}

function addedTo(before, after) {
  const keyOf = ({ pathInTree, rule, message }) => `${pathInTree} ${rule} ${message}`;
  const held = new Map();
  for (const finding of before) held.set(keyOf(finding), (held.get(keyOf(finding)) ?? 0) + 1);
  return after.filter((finding) => {
    const left = held.get(keyOf(finding)) ?? 0;
    held.set(keyOf(finding), left - 1);
    return left <= 0;
  });
}

function tells(tree, finding, { name, names = [name], at }) {
  if (names.some((one) => one.length > 6 && finding.message.includes(one))) return true;
  const places = [finding, ...(finding.related ?? [])];
  return at.some((span) =>
    places.some(
      ({ pathInTree, line }) =>
        pathInTree === span.path && lineOf(tree, span, "start") <= line && line <= lineOf(tree, span, "end"),
    ),
  );
}

function lineOf(tree, span, end) {
  return tree.texts.get(span.path).slice(0, span[end]).split("\n").length;
}
