import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runTool } from "../../src/cli/run-tool.ts";
import { CONSUMERS, type Consumer, comparedHash, KOLLA, tryConsumer } from "../../src/emit/consumers.ts";
import { readSeries } from "../../src/emit/patch-files.ts";
import {
  commitAll,
  copyTree,
  makeDebianSource,
  must,
  NOT_COMPARED,
} from "../../src/emit/scratch-packages.ts";
import { isInstalledCode, KOLLA_PACKAGES } from "../../src/emit/series-formats.ts";
import { applyOurselves, emit, emitTo, plan } from "./emitted.ts";
import { debianTrees, type RealTree, unpackTag, upstreamTrees } from "./real-trees.ts";

const root = fs.mkdtempSync(path.join(os.tmpdir(), "osfix-consumers-"));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

const trees = [...debianTrees(), ...upstreamTrees(path.join(root, "upstream"))];

/** The format that each consumer's users would ask for. */
function formatFor(consumer: Consumer): "git" | "debian" | "rpm" {
  if (consumer.program === "rpmbuild") return "rpm";
  return consumer.package === "git" || consumer.package === "patch" ? "git" : "debian";
}

/** One tree as a test has it: what osfix emits for it, and what osfix itself makes of it. */
async function prepare(tree: RealTree, profile: string) {
  if (tree.kind === "upstream" && !fs.existsSync(tree.directory)) {
    unpackTag(tree.project, tree.label.split(" ")[1] ?? "", tree.directory);
  }
  const folder = fs.mkdtempSync(path.join(root, "tree-"));
  const outcome = await plan(tree.directory, profile);
  const formats = { git: "", debian: "", rpm: "", kolla: "" };
  for (const format of ["git", "debian", "rpm", "kolla"] as const)
    formats[format] = emitTo(outcome, folder, format);
  const ours = path.join(folder, "ours");
  copyTree(runTool, tree.directory, ours);
  for (const name of NOT_COMPARED) fs.rmSync(path.join(ours, name), { recursive: true, force: true });
  await applyOurselves(ours, profile);
  return {
    folder,
    outcome,
    formats,
    ours,
    wanted: comparedHash(ours),
    original: comparedHash(tree.directory),
  };
}

/** lintian's words about patches and their list, of a source package. */
function lintianOnPatches(dsc: string): readonly string[] {
  const said = runTool("lintian", ["--no-cfg", "-I", "--allow-root", "--no-tag-display-limit", dsc], {
    cwd: path.dirname(dsc),
    env: { HOME: root, LC_ALL: "C.UTF-8" },
  });
  if (said.status === undefined) throw new Error("lintian is not installed");
  // The patches say of themselves that they are not forwarded, which is so.
  return said.output
    .split("\n")
    .filter((line) => /patch|series|quilt|dep-?3/i.test(line) && !/patch-not-forwarded/.test(line));
}

describe.each(trees.map((tree) => [tree.label, tree] as const))("%s", (_label, tree) => {
  it.each(tree.kind === "installed" ? ["hardened", "published"] : ["hardened"])(
    "every consumer makes the tree that osfix makes: profile %s",
    async (profile) => {
      const { folder, outcome, formats, ours, wanted, original } = await prepare(tree, profile);
      expect(wanted).not.toBe(original);
      const job = { run: runTool, tree: tree.directory, scratch: folder, original };
      const table = CONSUMERS.map((consumer) => {
        const series = readSeries(formats[formatFor(consumer)]);
        return [consumer.name, tryConsumer(consumer, { ...job, series })];
      });
      const applied = { kind: "applied", hash: wanted, remarks: [] };
      expect(table).toEqual(CONSUMERS.map(({ name }) => [name, applied]));

      const branch = path.join(folder, "branch");
      copyTree(runTool, tree.directory, branch);
      for (const name of NOT_COMPARED) fs.rmSync(path.join(branch, name), { recursive: true, force: true });
      commitAll(runTool, branch);
      must(
        runTool,
        branch,
        "git",
        "am",
        "-q",
        "--keep-cr",
        path.join(formats.git, "vlan-live-migration.mbox"),
      );
      const again = [
        "--full-index",
        "--zero-commit",
        "--no-signature",
        "-N",
        "-o",
        path.join(folder, "again"),
      ];
      const mails = readSeries(formats.git);
      must(runTool, branch, "git", "format-patch", "-q", `-${mails.length}`, ...again);
      for (const { name, file } of mails) {
        expect(fs.readFileSync(path.join(folder, "again", name)).equals(fs.readFileSync(file)), name).toBe(
          true,
        );
      }

      const image = path.join(folder, "image");
      copyTree(runTool, tree.directory, path.join(image, KOLLA_PACKAGES));
      const kolla = readSeries(path.join(formats.kolla, "nova-base"));
      const onImage = {
        run: runTool,
        tree: image,
        series: kolla,
        scratch: folder,
        original: comparedHash(image),
      };
      expect(tryConsumer(KOLLA, onImage)).toMatchObject({ kind: "applied", remarks: [] });
      for (const { file } of kolla) must(runTool, image, "patch", "-p0", "--fuzz=0", "--batch", "-i", file);
      const changed = outcome.trees
        .flatMap(({ plan }) => plan.changes.map((change) => change.path))
        .filter(isInstalledCode);
      expect(changed.length).toBeGreaterThan(0);
      for (const file of changed) {
        const patched = fs.readFileSync(path.join(image, KOLLA_PACKAGES, file));
        expect(patched.equals(fs.readFileSync(path.join(ours, file)))).toBe(true);
      }
      fs.rmSync(folder, { recursive: true, force: true });
    },
  );

  it("a source package edited in place builds, lintian finds nothing, and a second edit changes nothing", async () => {
    const folder = fs.mkdtempSync(path.join(root, "debian-"));
    if (tree.kind === "upstream" && !fs.existsSync(tree.directory)) {
      unpackTag(tree.project, tree.label.split(" ")[1] ?? "", tree.directory);
    }
    const source = makeDebianSource(runTool, tree.directory, folder, []);
    must(runTool, source.tree, "dpkg-source", "--before-build", ".");
    const before = fs.readFileSync(path.join(source.tree, "debian/patches/series"), "utf8");
    const outcome = await plan(source.tree, "hardened");
    const edit = (): readonly string[] => emit(outcome, { debian: source.tree }).messages;
    edit();
    const after = fs.readFileSync(path.join(source.tree, "debian/patches/series"), "utf8");
    expect(after.startsWith(before)).toBe(true);
    expect(after.length).toBeGreaterThan(before.length);
    expect(edit().at(-1)).toMatch(/: \d+ unchanged$/);
    must(runTool, folder, "dpkg-source", "-b", source.tree);
    expect(lintianOnPatches(source.dsc)).toEqual([]);
    const out = path.join(folder, "out");
    must(runTool, folder, "dpkg-source", "--no-check", "-x", source.dsc, out);
    const ours = path.join(folder, "ours");
    copyTree(runTool, tree.directory, ours);
    await applyOurselves(ours, "hardened");
    expect(comparedHash(out)).toBe(comparedHash(ours));
    fs.rmSync(folder, { recursive: true, force: true });
  });
});

it("dch writes the changelog entry of an edited source package, once", async () => {
  const tree = trees.find(({ project, kind }) => project === "os-vif" && kind === "installed");
  if (!tree) throw new Error("no tree");
  const folder = fs.mkdtempSync(path.join(root, "dch-"));
  const source = makeDebianSource(runTool, tree.directory, folder, []);
  must(runTool, source.tree, "dpkg-source", "--before-build", ".");
  const outcome = await plan(source.tree, "hardened");
  const edit = (): readonly string[] =>
    emit(outcome, { debian: source.tree, changelog: "Bo Example <bo@example.org>" }).messages;
  edit();
  expect(edit().at(-1)).toMatch(/: \d+ unchanged$/);
  const field = (name: string): string =>
    must(runTool, source.tree, "dpkg-parsechangelog", "-S", name).trim();
  expect(field("Version")).toBe("1.0-1+osfix1");
  expect(field("Maintainer")).toBe("Bo Example <bo@example.org>");
  for (const { patch } of outcome.trees.flatMap(({ plan: { steps } }) =>
    steps.filter(({ changes }) => changes.length > 0),
  )) {
    expect(field("Changes").replace(/\s+/g, " ")).toContain(patch.header.subject);
  }
  must(runTool, folder, "dpkg-source", "-b", source.tree);
});

it("there were trees of three suites", () => {
  expect(debianTrees().length).toBeGreaterThanOrEqual(6);
});
