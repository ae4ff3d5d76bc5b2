import fs from "node:fs";
import path from "node:path";
import type { RunTool } from "./outside-tool.ts";
import type { PatchFile } from "./patch-files.ts";
import {
  commitAll,
  copyTree,
  makeDebianSource,
  makeRpmSource,
  must,
  NOT_COMPARED,
  STAND_IN_NOTE,
  ToolFailure,
} from "./scratch-packages.ts";
import { hashTree } from "./tree-hash.ts";

/** What came of giving a series to one consumer. */
export type ConsumerResult =
  | { readonly kind: "applied"; readonly hash: string; readonly remarks: readonly string[] }
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "not-installed"; readonly program: string };

/** A tool that applies patches, as a packager calls it. */
export interface Consumer {
  readonly name: string;
  readonly program: string;
  /** Where the program is, in Debian's words. */
  readonly package: string;
  /** Applies the series to a copy below `scratch`, an empty folder, and gives the resulting tree's hash. */
  readonly apply: (job: ConsumerJob) => { readonly hash: string; readonly remarks: readonly string[] };
}

/** What a consumer is given to try a series with. */
export interface ConsumerJob {
  readonly run: RunTool;
  readonly tree: string;
  readonly series: readonly PatchFile[];
  readonly scratch: string;
  /** The hash of the tree before. */
  readonly original: string;
}

/** The hash by which trees are compared. */
export function comparedHash(tree: string): string {
  return hashTree(tree, [...NOT_COMPARED, STAND_IN_NOTE]);
}

function freshCopy(job: ConsumerJob): string {
  const copy = path.join(job.scratch, "tree");
  copyTree(job.run, job.tree, copy);
  for (const name of NOT_COMPARED) fs.rmSync(path.join(copy, name), { recursive: true, force: true });
  return copy;
}

/** Lines by which a tool says that it applied a hunk elsewhere than it was told. */
function offsets(output: string): readonly string[] {
  return output
    .split("\n")
    .filter((line) => /^Hunk #\d+ .*(offset|fuzz)|stripping trailing CR/i.test(line))
    .slice(0, 5);
}

function restored(tree: string, job: ConsumerJob, how: string): readonly string[] {
  return comparedHash(tree) === job.original ? [] : [`${how} does not give the original tree back`];
}

function applyWithGit(job: ConsumerJob): { hash: string; remarks: readonly string[] } {
  const tree = freshCopy(job);
  const files = job.series.map(({ file }) => file);
  const said = must(job.run, tree, "git", "apply", "--verbose", "--whitespace=nowarn", ...files);
  const hash = comparedHash(tree);
  // git apply -R of several files undoes them in the order given.
  must(job.run, tree, "git", "apply", "-R", "--whitespace=nowarn", ...[...files].reverse());
  return { hash, remarks: [...offsets(said), ...restored(tree, job, "git apply -R")] };
}

function applyWithAm(job: ConsumerJob): { hash: string; remarks: readonly string[] } {
  const tree = freshCopy(job);
  commitAll(job.run, tree);
  must(
    job.run,
    tree,
    "git",
    "am",
    "-q",
    "--keep-cr",
    "--whitespace=nowarn",
    ...job.series.map(({ file }) => file),
  );
  return { hash: comparedHash(tree), remarks: lostInLog(job, tree) };
}

/** What a commit made of a mail does not say as the mail said it. */
function lostInLog(job: ConsumerJob, tree: string): readonly string[] {
  const format = "--format=%an <%ae>%x00%aD%x00%s";
  const log = must(job.run, tree, "git", "log", "--reverse", `-${job.series.length}`, format)
    .trimEnd()
    .split("\n");
  return job.series.flatMap(({ name, mail }, at) => {
    if (!mail) return [`${name} is no mail`];
    const [from, date, subject] = (log[at] ?? "").split("\0");
    // gbp keeps the tag; Debian's patches are written without one.
    const plain = subject?.replace(/^\[PATCH\] /, "");
    const same =
      decodeWords(mail.from) === from && sameTime(mail.date, date) && decodeWords(mail.subject) === plain;
    return same ? [] : [`${name}: author, date or subject became ${from}, ${date}, ${subject}`];
  });
}

function sameTime(wanted: string, got: string | undefined): boolean {
  return got !== undefined && Date.parse(wanted) === Date.parse(got) && wanted.slice(-5) === got.slice(-5);
}

/** RFC 2047 words in UTF-8, and the quotes around a name, undone. */
function decodeWords(text: string): string {
  const joined = text.replace(/\?=\s+=\?/g, "?==?");
  const plain = joined.replace(/=\?UTF-8\?q\?(.*?)\?=/gi, (_all, words: string) => {
    const bytes = words
      .replaceAll("_", " ")
      .replace(/=([0-9A-F]{2})/gi, (_hex, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    return Buffer.from(bytes, "latin1").toString("utf8");
  });
  return plain.replace(/^"(.*)" </, (_all, name: string) => `${name.replace(/\\(.)/g, "$1")} <`);
}

function applyWithPatch(job: ConsumerJob): { hash: string; remarks: readonly string[] } {
  const tree = freshCopy(job);
  const remarks: string[] = [];
  const patch = (file: string, ...more: readonly string[]): void => {
    const said = must(job.run, tree, "patch", "-p1", "--fuzz=0", "--batch", "--forward", ...more, "-i", file);
    remarks.push(...offsets(said));
  };
  for (const { file } of job.series) patch(file, "--binary");
  const hash = comparedHash(tree);
  for (const { file } of [...job.series].reverse()) {
    must(job.run, tree, "patch", "-p1", "--fuzz=0", "--batch", "--binary", "-R", "-i", file);
  }
  return { hash, remarks: [...remarks, ...restored(tree, job, "patch -R")] };
}

function applyWithQuilt(job: ConsumerJob): { hash: string; remarks: readonly string[] } {
  const tree = freshCopy(job);
  const patches = path.join(job.scratch, "patches");
  fs.mkdirSync(patches);
  for (const { name, file } of job.series) fs.copyFileSync(file, path.join(patches, name));
  fs.writeFileSync(path.join(patches, "series"), job.series.map(({ name }) => `${name}\n`).join(""));
  const quilt = (...args: readonly string[]): string =>
    must(
      job.run,
      tree,
      "env",
      `QUILT_PATCHES=${patches}`,
      "QUILT_PATCH_OPTS=--fuzz=0",
      "quilt",
      "--quiltrc",
      "-",
      ...args,
    );
  const said = quilt("push", "-a", "-v");
  const hash = comparedHash(tree);
  quilt("pop", "-a");
  return { hash, remarks: [...offsets(said), ...restored(tree, job, "quilt pop -a")] };
}

function applyWithDpkg(job: ConsumerJob): { hash: string; remarks: readonly string[] } {
  const source = makeDebianSource(job.run, job.tree, job.scratch, job.series);
  const said = must(job.run, job.scratch, "dpkg-source", "-b", source.tree);
  const out = path.join(job.scratch, "unpacked");
  must(job.run, job.scratch, "dpkg-source", "--no-check", "-x", source.dsc, out);
  const missing = job.series.filter(
    ({ name }) => !fs.readFileSync(path.join(out, ".pc", "applied-patches"), "utf8").includes(name),
  );
  return {
    hash: comparedHash(out),
    remarks: [...offsets(said), ...missing.map(({ name }) => `${name} was not applied`)],
  };
}

function applyWithGbp(job: ConsumerJob): { hash: string; remarks: readonly string[] } {
  const source = makeDebianSource(job.run, job.tree, job.scratch, job.series);
  commitAll(job.run, source.tree);
  const options = ["--ignore-new", "--pq-from=DEBIAN", "--no-patch-numbers"];
  must(job.run, source.tree, "gbp", "pq", "import", ...options);
  return { hash: comparedHash(source.tree), remarks: lostInLog(job, source.tree) };
}

function applyWithRpm(setup: string): Consumer["apply"] {
  return (job) => {
    const source = makeRpmSource(job.run, job.tree, job.scratch, job.series, setup);
    const define = ["--define", `_topdir ${job.scratch}`];
    const said = must(job.run, job.scratch, "rpmbuild", "-bp", "--nodeps", ...define, source.spec);
    return { hash: comparedHash(source.built), remarks: offsets(said) };
  };
}

/** Every consumer that this room knows, for series with `a/` and `b/`. */
export const CONSUMERS: readonly Consumer[] = [
  { name: "git apply", program: "git", package: "git", apply: applyWithGit },
  { name: "git am", program: "git", package: "git", apply: applyWithAm },
  { name: "patch -p1 --fuzz=0", program: "patch", package: "patch", apply: applyWithPatch },
  { name: "quilt push, pop", program: "quilt", package: "quilt", apply: applyWithQuilt },
  { name: "dpkg-source -b", program: "dpkg-source", package: "dpkg-dev", apply: applyWithDpkg },
  { name: "gbp pq import", program: "gbp", package: "git-buildpackage", apply: applyWithGbp },
  { name: "rpmbuild %autosetup", program: "rpmbuild", package: "rpm", apply: applyWithRpm("%autosetup -p1") },
  {
    name: "rpmbuild -S git",
    program: "rpmbuild",
    package: "rpm",
    apply: applyWithRpm("%autosetup -p1 -S git"),
  },
  {
    name: "rpmbuild -S git_am",
    program: "rpmbuild",
    package: "rpm",
    apply: applyWithRpm("%autosetup -p1 -S git_am"),
  },
];

/** kolla's way: `patch -p0` from the file system's root, which is the tree here. */
export const KOLLA: Consumer = {
  name: "kolla patch -p0",
  program: "patch",
  package: "patch",
  apply: (job) => {
    const tree = freshCopy(job);
    const how = ["-p0", "--fuzz=0", "--ignore-whitespace", "--batch"];
    const said = job.series.map(({ file }) => must(job.run, tree, "patch", ...how, "-i", file));
    const hash = comparedHash(tree);
    for (const { file } of [...job.series].reverse()) must(job.run, tree, "patch", ...how, "-R", "-i", file);
    return { hash, remarks: [...said.flatMap(offsets), ...restored(tree, job, "patch -R")] };
  },
};

/** Whether the tree holds the series already: a copy lets all of it be taken out. */
export function holdsSeries(job: ConsumerJob): boolean {
  const scratch = path.join(job.scratch, "held");
  fs.mkdirSync(scratch);
  try {
    const files = [...job.series].reverse().map(({ file }) => file);
    must(job.run, freshCopy({ ...job, scratch }), "git", "apply", "-R", "--whitespace=nowarn", ...files);
    return true;
  } catch (error) {
    if (error instanceof ToolFailure) return false;
    throw error;
  }
}

/** Gives the series to one consumer in a scratch folder, which is emptied afterwards. */
export function tryConsumer(consumer: Consumer, job: ConsumerJob): ConsumerResult {
  if (job.run(consumer.program, ["--version"], { cwd: job.scratch }).status === undefined) {
    return { kind: "not-installed", program: consumer.program };
  }
  const scratch = path.join(job.scratch, consumer.name.replace(/[^a-z0-9]+/gi, "-"));
  fs.mkdirSync(scratch, { recursive: true });
  try {
    return { kind: "applied", ...consumer.apply({ ...job, scratch }) };
  } catch (error) {
    if (error instanceof ToolFailure) return { kind: "failed", reason: error.message };
    throw error;
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}
