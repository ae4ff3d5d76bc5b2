import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runTool } from "../../src/cli/run-tool.ts";
import { concretePatches } from "../../src/emit/concrete-patch.ts";
import { planSpecEdit } from "../../src/emit/edit-spec.ts";
import { replaceFiles } from "../../src/emit/output-files.ts";
import type { PatchesOnTree } from "../../src/emit/own-patches.ts";
import { plannedPatches } from "../../src/emit/planned-patches.ts";
import { copyTree, must } from "../../src/emit/scratch-packages.ts";
import { change, origin, PLAIN_MESSAGES } from "../emit/scratch.ts";
import { applyOurselves, plan } from "./emitted.ts";
import { debianTrees, unpackTag, upstreamRepository } from "./real-trees.ts";

const root = fs.mkdtempSync(path.join(os.tmpdir(), "osfix-spec-"));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

interface SpecCase {
  readonly spec: string;
  readonly tree: PatchesOnTree;
  /** Files that must come out of %prep like this. */
  readonly wanted: ReadonlyMap<string, Buffer>;
  readonly defines: readonly string[];
}

/** Edits the spec file, has rpm parse it and run %prep, edits it again. */
function tryOut({ spec, tree, wanted, defines }: SpecCase): void {
  const edit = (): readonly string[] => {
    const planned = planSpecEdit({
      file: spec,
      tree,
      startNumber: undefined,
      bumpRelease: true,
      changelog: { author: "Bo Example <bo@example.org>", day: Date.UTC(2020, 11, 2) },
      choices: {
        series: "vlan-live-migration",
        startNumber: 1,
        ...PLAIN_MESSAGES,
      },
    });
    return replaceFiles(planned.directory, planned.files, planned.remove).written;
  };
  const before = fs.readFileSync(spec, "utf8");
  expect(edit()).toHaveLength(tree.patches.length + 1);
  const after = fs.readFileSync(spec, "utf8");
  expect(withoutOurs(after)).toBe(before);
  const sources = path.dirname(spec);
  const build = path.join(sources, "BUILD");
  const options = [`_topdir ${sources}`, `_sourcedir ${sources}`, `_builddir ${build}`, ...defines];
  const define = options.flatMap((option) => ["--define", option]);
  const parsed = must(runTool, sources, "rpmspec", "-P", ...define, spec);
  for (const { origin: head } of tree.patches) expect(parsed).toContain(head.header.subject);
  must(runTool, sources, "rpmbuild", "-bp", "--nodeps", ...define, spec);
  const [top = ""] = fs.readdirSync(build);
  for (const [name, bytes] of wanted) {
    expect(fs.readFileSync(path.join(build, top, name)).equals(bytes), name).toBe(true);
  }
  expect(edit()).toEqual([]);
  expect(fs.readFileSync(spec, "utf8")).toBe(after);
}

/** The spec file with our lines, our release and our changelog entry taken out by hand. */
function withoutOurs(text: string): string {
  return text
    .replace(/^# osfix: vlan-live-migration\n(?:.*\n)*?# osfix: end\n/gm, "")
    .replace(/^(Release:.*)\.osfix1/m, "$1")
    .replace(/(^%changelog\n)\* \w{3} \w{3} \d\d \d{4} Bo Example .*\n(?:- .*\n)+(?:\n(?=\*))?/m, "$1");
}

/** A template's version and release, as the build service fills them in; rpm reads no template. */
function fillIn(spec: string, version: string): void {
  const text = fs.readFileSync(spec, "utf8");
  if (!/^Version:\s*XXX/m.test(text)) return;
  const filled = text
    .replace(/^(Version:\s*)XXX$/m, `$1${version}`)
    .replace(/^(Release:\s*)XXX.*$/m, "$11%{?dist}");
  fs.writeFileSync(spec, filled);
}

/** What the series does to a tree; for a tree that it does not serve, a change of its README. */
async function patchesOf(tree: string): Promise<Pick<SpecCase, "tree" | "wanted">> {
  const outcome = await plan(tree, "hardened");
  const [first] = outcome.trees;
  const planned = first && plannedPatches(first, new Map());
  if (first && planned && planned.patches.length > 0) {
    const ours = fs.mkdtempSync(path.join(root, "ours-"));
    copyTree(runTool, tree, ours);
    await applyOurselves(ours, "hardened");
    const files = first.plan.changes.map(
      ({ path: name }) => [name, fs.readFileSync(path.join(ours, name))] as const,
    );
    fs.rmSync(ours, { recursive: true });
    return { tree: planned, wanted: new Map(files) };
  }
  const name = "README.rst";
  const before = fs.readFileSync(path.join(tree, name), "latin1");
  const steps = [{ origin: origin(), files: [change(name, before, `${before}\nMore.\n`)] }];
  const base = { project: "nova", version: undefined, commit: undefined };
  return {
    tree: {
      project: "nova",
      release: undefined,
      version: undefined,
      patches: concretePatches(steps, base),
      inTree: new Map(),
    },
    wanted: new Map([[name, Buffer.from(`${before}\nMore.\n`, "latin1")]]),
  };
}

function pack(tree: string, top: string, tarball: string): void {
  const options = ["--transform", `s,^\\.,${top},S`, "--exclude=./.git", "-I", "gzip -1"];
  execFileSync("tar", ["-C", tree, ...options, "-cf", tarball, "."]);
}

describe("spec files of our own", async () => {
  const tree = debianTrees().find(({ project, kind }) => project === "os-vif" && kind === "installed");
  const patches = tree && (await patchesOf(tree.directory));
  const head = `Name: bridge
Epoch: 1
Version: 1.0
Release: 1%{?dist}
Summary: A bridge
License: Apache-2.0
BuildArch: noarch
Source0: bridge-%{version}.tar.gz
`;
  const tail =
    "\n%description\nText.\n\n%build\n\n%changelog\n* Wed Oct 30 2019 Ada <ada@example.org> 1:1.0-1\n- Start\n";

  it.each([
    ["%autosetup -S git", "#\n# patches_base=1.0\n#\n", "%autosetup -S git\n"],
    ["%autosetup -p1", "", "%autosetup -p1\n"],
    ["%setup alone", "", "%setup -q\n\ntrue\n"],
    ["%patchN after another patch", "Patch0007: z.patch\n", "%setup -q\n%patch0007 -p1\n"],
    ["%patch -P N", "Patch7: z.patch\n", "%setup -q\n%patch -P 7 -p1\n"],
    ["%autopatch", "", "%setup -q\n%autopatch -p1\n"],
    ["%autopatch of a range", "Patch7: z.patch\n", "%setup -q\n%autopatch -p1 -m 7 -M 7\n"],
    ["%autopatch of numbers", "Patch7: z.patch\n", "%autosetup -N\n%autopatch -p 1 7\n"],
    ["%autosetup -S quilt", "", "%autosetup -S quilt\n"],
    ["sources in a conditional", "%if 1\nSource9: extra\n%endif\n", "%autosetup -p1 -S git_am\n"],
    [
      "git am of %{patches}",
      "",
      "%setup -q\ngit init -q\ngit config user.name x\ngit config user.email x@example.org\ngit add -f .\ngit commit -qm x\ngit am -q %{patches}\n",
    ],
  ])("%s", (_name, declared, prep) => {
    if (!tree || !patches) throw new Error("no tree");
    const folder = fs.mkdtempSync(path.join(root, "own-"));
    pack(tree.directory, "bridge-1.0", path.join(folder, "bridge-1.0.tar.gz"));
    fs.writeFileSync(path.join(folder, "z.patch"), "--- /dev/null\n+++ b/NOTE\n@@ -0,0 +1 @@\n+x\n");
    fs.writeFileSync(path.join(folder, "extra"), "");
    const spec = path.join(folder, "bridge.spec");
    fs.writeFileSync(spec, `${head}${declared}\n%prep\n${prep}${tail}`);
    tryOut({ ...patches, spec, defines: [] });
  });
});

/** Spec files of a distribution, where the environment names its repositories: OSFIX_RDO_NOVA, OSFIX_RDO_OS_VIF. */
const distributions = [
  { project: "nova", repository: process.env.OSFIX_RDO_NOVA, top: "nova" },
  { project: "os-vif", repository: process.env.OSFIX_RDO_OS_VIF, top: "os_vif" },
].flatMap(({ project, repository, top }) => {
  if (!repository || !upstreamRepository(project)) return [];
  const git = (...args: readonly string[]): string =>
    execFileSync("git", ["--git-dir", repository, ...args], { encoding: "utf8", maxBuffer: 1 << 28 });
  const branches = git("for-each-ref", "--format=%(refname:short)", "refs/heads").trim().split("\n");
  return branches.flatMap((branch) => {
    const spec = git("ls-tree", "--name-only", branch)
      .split("\n")
      .find((name) => name.endsWith(".spec"));
    if (!spec) return [];
    const version = /^Version:\s*(\S+)/m.exec(git("show", `${branch}:${spec}`))?.[1] ?? "";
    const placeholders: Readonly<Record<string, string>> = {
      "nova rpm-master": "33.0.2",
      "os-vif rpm-master": "4.3.0",
      "nova rpm-kilo": "2015.1.0",
      "nova rpm-liberty": "12.0.4",
      "nova rpm-mitaka": "13.1.4",
    };
    const tag = version === "XXX" ? (placeholders[`${project} ${branch}`] ?? "") : version;
    return [{ project, repository, top, branch, spec, tag }];
  });
});

describe.runIf(distributions.length > 0)("spec files of a distribution", () => {
  it.each(distributions.map((one) => [`${one.project} ${one.branch}`, one] as const))(
    "%s",
    async (_label, one) => {
      const { project, repository, top, branch, spec, tag } = one;
      const folder = fs.mkdtempSync(path.join(root, "rdo-"));
      const tar = execFileSync("git", ["--git-dir", repository, "archive", branch], { maxBuffer: 1 << 28 });
      execFileSync("tar", ["-x", "-C", folder], { input: tar });
      const tree = path.join(folder, "upstream", `${top}-${tag}`);
      unpackTag(project, tag, tree);
      pack(tree, `${top}-${tag}`, path.join(folder, `${top}-${tag}.tar.gz`));
      const patches = await patchesOf(tree);
      fillIn(path.join(folder, spec), tag);
      const defines = [`upstream_version ${tag}`, "sources_gpg 0", "py_req_cleanup true", "dist .x"];
      tryOut({ ...patches, spec: path.join(folder, spec), defines });
      fs.rmSync(folder, { recursive: true, force: true });
    },
  );
});
