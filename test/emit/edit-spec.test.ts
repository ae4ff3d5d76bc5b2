import fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { planSpecEdit, planSpecRemoval, type SpecRequest } from "../../src/emit/edit-spec.ts";
import { replaceFiles } from "../../src/emit/output-files.ts";
import type { PatchesOnTree } from "../../src/emit/own-patches.ts";
import { CHOICES, countingTree, scratchFolder, writeTree } from "./scratch.ts";

const root = scratchFolder();
let count = 0;

const head = "Name: bridge\nEpoch: 1\nVersion: 4.3.0\nRelease: 1%{?dist}\nSummary: A bridge\nLicense: X\n";
const tail =
  "%description\nText.\n\n%build\n\n%changelog\n* Wed Oct 30 2019 Ada <ada@example.org> 1:4.3.0-1\n- Update to 4.3.0\n";
const spec = (sources: string, prep: string): string =>
  `${head}${sources}BuildArch: noarch\n\n%prep\n${prep}\n${tail}`;
const sources = "Source0: bridge-%{version}.tar.gz\n";
const auto = "%autosetup -n bridge-%{version} -S git\n";

const SUBJECTS = ["bridge: hold the lock", "bridge: name the device"];

function tree(subjects: readonly string[] = SUBJECTS): PatchesOnTree {
  return countingTree(subjects, { bugs: ["https://bugs.launchpad.net/bridge/+bug/77"] });
}

/** Edits a spec file in a folder of its own, and gives the folder. */
function edit(text: string, more: Partial<SpecRequest> = {}, folder = join(root, String(count++))): string {
  fs.mkdirSync(folder, { recursive: true });
  const file = join(folder, "bridge.spec");
  if (text !== "") writeTree(folder, { "bridge.spec": text });
  const plan = planSpecEdit({
    file,
    tree: tree(),
    choices: CHOICES,
    startNumber: undefined,
    bumpRelease: false,
    changelog: undefined,
    ...more,
  });
  replaceFiles(plan.directory, plan.files, plan.remove);
  return folder;
}

const specIn = (folder: string): string => fs.readFileSync(join(folder, "bridge.spec"), "utf8");
const own =
  "# osfix: bridge-fix\nPatch0001: 0001-bridge-hold-the-lock.patch\nPatch0002: 0002-bridge-name-the-device.patch\n# osfix: end\n";
const others = own.replaceAll("0001", "0008").replaceAll("0002", "0009");

describe("Patch lines", () => {
  it.each([
    ["after the last source", `${sources}Source1: x.conf\n`, `${sources}Source1: x.conf\n${own}`],
    [
      "outside of a conditional",
      `${sources}%if 1\nSource9: y\n%endif\n`,
      `${sources}%if 1\nSource9: y\n%endif\n${own}`,
    ],
    [
      "after rdopkg's comment, which stays",
      `${sources}\n#\n# patches_base=4.2.0\n#\n`,
      `${sources}\n#\n# patches_base=4.2.0\n#\n${own}`,
    ],
    [
      "after other patches, numbered on",
      `${sources}Patch7: z.patch\n`,
      `${sources}Patch7: z.patch\n${others}`,
    ],
    ["between sources and what follows", `${sources}\n# a note\n`, `${sources}${own}\n# a note\n`],
  ])("%s", (_name, given, wanted) => {
    const folder = edit(spec(given, auto));
    expect(specIn(folder)).toBe(spec(wanted, auto));
    expect(fs.readdirSync(folder).filter((name) => name.endsWith(".patch"))).toHaveLength(2);
  });

  it.each([
    ["%autosetup takes them all", auto, auto],
    [
      "git am takes them all",
      "%setup -q\ngit init -q\ngit am %{patches}\n",
      "%setup -q\ngit init -q\ngit am %{patches}\n",
    ],
    [
      "%setup alone gets %patch -P",
      "%setup -q -n bridge-1\n\ntrue\n",
      "%setup -q -n bridge-1\n# osfix: bridge-fix\n%patch -P 1 -p1\n%patch -P 2 -p1\n# osfix: end\n\ntrue\n",
    ],
    [
      "%autosetup -N needs %patch lines",
      "%autosetup -N\n",
      "%autosetup -N\n# osfix: bridge-fix\n%patch -P 1 -p1\n%patch -P 2 -p1\n# osfix: end\n",
    ],
    [
      "%autopatch takes those of a range that reaches them",
      "%setup -q\n%autopatch -p1 -m 1 -M 99\n",
      "%setup -q\n%autopatch -p1 -m 1 -M 99\n",
    ],
    [
      "%autopatch leaves out those above its range",
      "%autosetup -N -p1\n%if 1\n%autopatch -p1 -M 0\n%endif\n",
      "%autosetup -N -p1\n%if 1\n%autopatch -p1 -M 0\n%endif\n# osfix: bridge-fix\n%patch -P 1 -p1\n%patch -P 2 -p1\n# osfix: end\n",
    ],
    [
      "%autopatch with numbers takes these",
      "%setup -q\n%autopatch -p 1 7 8\n",
      "%setup -q\n%autopatch -p 1 7 8\n# osfix: bridge-fix\n%patch -P 1 -p1\n%patch -P 2 -p1\n# osfix: end\n",
    ],
    [
      "a comment takes none",
      "%setup -q\n# git am %{patches}\n",
      "%setup -q\n# osfix: bridge-fix\n%patch -P 1 -p1\n%patch -P 2 -p1\n# osfix: end\n# git am %{patches}\n",
    ],
  ])("%s", (_name, given, wanted) => {
    expect(specIn(edit(spec(sources, given)))).toBe(spec(`${sources}${own}`, wanted));
  });

  it.each([
    ["%patch0007 -p1", "# osfix: bridge-fix\n%patch0008 -p1\n%patch0009 -p1\n# osfix: end\n"],
    ["%patch -P 7 -p1", "# osfix: bridge-fix\n%patch -P 8 -p1\n%patch -P 9 -p1\n# osfix: end\n"],
  ])("follow the file's own way: %s", (line, wanted) => {
    const folder = edit(spec(`${sources}Patch0007: z.patch\n`, `%setup -q\n${line}\ntrue\n`));
    expect(specIn(folder)).toContain(`%setup -q\n${line}\n${wanted}true\n`);
  });
});

describe("again", () => {
  const bump: Partial<SpecRequest> = {
    bumpRelease: true,
    changelog: { author: "Bo <bo@example.org>", day: Date.UTC(2020, 11, 2) },
  };

  it.each<[string, string, Partial<SpecRequest>]>([
    ["%autosetup", spec(sources, auto), {}],
    ["%patchN", spec(`${sources}Patch7: z.patch\n`, "%setup -q\n%patch7 -p1\n"), {}],
    ["with release and changelog", spec(sources, auto), bump],
  ])("a second edit changes nothing: %s", (_name, text, more) => {
    const folder = edit(text, more);
    const [first, names] = [specIn(folder), fs.readdirSync(folder)];
    edit("", more, folder);
    expect(specIn(folder)).toBe(first);
    expect(fs.readdirSync(folder)).toEqual(names);
  });

  it("another series of patches replaces the block where it stands, and the old files go", () => {
    const folder = edit(spec(sources, "%setup -q\n"));
    fs.writeFileSync(
      join(folder, "bridge.spec"),
      specIn(folder).replace("BuildArch", "Patch50: late.patch\nBuildArch"),
    );
    edit("", { tree: tree(["bridge: only one"]) }, folder);
    expect(specIn(folder)).toContain(
      `${sources}# osfix: bridge-fix\nPatch0001: 0001-bridge-only-one.patch\n# osfix: end\nPatch50: late.patch\n`,
    );
    expect(specIn(folder)).toContain("%setup -q\n# osfix: bridge-fix\n%patch -P 1 -p1\n# osfix: end\n");
    expect(fs.readdirSync(folder)).toEqual(["0001-bridge-only-one.patch", "bridge.spec"]);
  });

  it("patches that the tree holds stay, and new ones follow", () => {
    const inTree = new Map([["bridge/0001-hold-the-lock", true]]);
    const folder = edit(spec(`${sources}Patch7: z.patch\n`, "%setup -q\n%patch7 -p1\n"));
    const before = specIn(folder);
    edit("", { tree: { ...tree([]), inTree } }, folder);
    expect(specIn(folder)).toBe(before);
    edit("", { tree: { ...tree(["bridge: a third"]), inTree } }, folder);
    expect(specIn(folder)).toContain(
      "Patch0009: 0009-bridge-name-the-device.patch\nPatch0010: 0010-bridge-a-third.patch\n",
    );
    expect(specIn(folder)).toContain("%patch0009 -p1\n%patch0010 -p1\n# osfix: end\n");
    expect(fs.readdirSync(folder)).toHaveLength(4);
  });

  it("patches that the tree holds in part are those that the project took: the others are made anew", () => {
    const folder = edit(spec(sources, auto));
    const name = "0002-bridge-name-the-device.patch";
    const text = fs.readFileSync(join(folder, name), "utf8");
    fs.writeFileSync(
      join(folder, name),
      text.replace(/^Semantic-Patch: .*/m, "Semantic-Patch: bridge/0002-x"),
    );
    const inTree = new Map([
      ["bridge/0001-hold-the-lock", true],
      ["bridge/0002-x", false],
    ]);
    edit("", { tree: { ...tree(["bridge: only one"]), inTree } }, folder);
    expect(specIn(folder)).toContain(
      "# osfix: bridge-fix\nPatch0001: 0001-bridge-only-one.patch\n# osfix: end\n",
    );
  });

  it("two series have a block each, whichever is written again", () => {
    const prep = "%setup -q\n";
    const folder = edit(spec(sources, prep));
    const second = { choices: { ...CHOICES, series: "second" }, tree: tree(["bridge: more"]) };
    edit("", second, folder);
    const text = specIn(folder);
    expect(text).toContain(`${own}# osfix: second\nPatch0003: 0003-bridge-more.patch\n# osfix: end\n`);
    expect(text).toContain("%patch -P 2 -p1\n# osfix: end\n# osfix: second\n%patch -P 3 -p1\n# osfix: end\n");
    edit("", {}, folder);
    edit("", second, folder);
    expect(specIn(folder)).toBe(text);
    edit("", { ...second, tree: tree([]) }, folder);
    edit("", { tree: tree([]) }, folder);
    expect(specIn(folder)).toBe(spec(sources, prep));
  });

  it("no patches any more: the spec file is as it was", () => {
    const text = spec(`${sources}Patch7: z.patch\n`, "%setup -q\n%patch7 -p1\n");
    const folder = edit(text);
    edit("", { tree: tree([]) }, folder);
    expect(specIn(folder)).toBe(text);
    expect(fs.readdirSync(folder)).toEqual(["bridge.spec"]);
  });
});

describe("taken out again", () => {
  const without = (folder: string, series = CHOICES.series): readonly string[] => {
    const plan = planSpecRemoval(join(folder, "bridge.spec"), series);
    replaceFiles(plan.directory, plan.files, plan.remove);
    return plan.notes;
  };

  it("the spec file is as it was, and the patches are gone", () => {
    const text = spec(`${sources}Patch7: z.patch\n`, "%setup -q\n%patch7 -p1\n");
    const folder = edit(text);
    expect(without(folder)).toEqual([]);
    expect(specIn(folder)).toBe(text);
    expect(fs.readdirSync(folder)).toEqual(["bridge.spec"]);
    expect(without(folder)).toEqual([expect.stringContaining("no patches of the series bridge-fix")]);
  });

  it("another series stays", () => {
    const folder = edit(spec(sources, auto));
    const text = specIn(folder);
    edit("", { tree: tree(["bridge: second"]), choices: { ...CHOICES, series: "second" } }, folder);
    without(folder, "second");
    expect(specIn(folder)).toBe(text);
    expect(fs.readdirSync(folder)).toHaveLength(3);
  });
});

describe("the version", () => {
  it.each([
    ["4.3.0", []],
    ["%{upstream}", []],
    ["4.2.9", ["it is for 4.2.9, and the patches are made from bridge 4.3.0"]],
  ])("of the spec file: %s", (version, wanted) => {
    const folder = join(root, String(count++));
    fs.mkdirSync(folder);
    writeTree(folder, { "bridge.spec": spec(sources, auto).replace("4.3.0", version) });
    const file = join(folder, "bridge.spec");
    const rest = { startNumber: undefined, bumpRelease: false, changelog: undefined };
    const { notes } = planSpecEdit({ file, tree: tree(), choices: CHOICES, ...rest });
    expect(notes).toEqual(wanted.map((note) => `${file}: ${note}`));
  });
});

describe("release and changelog", () => {
  const changelog = { author: "Bo Example <bo@example.org>", day: Date.UTC(2020, 11, 2) };

  it("bumps so that the next distribution release sorts above, and says what was done", () => {
    const text = specIn(edit(spec(sources, auto), { bumpRelease: true, changelog }));
    expect(text).toContain("\nRelease: 1.osfix1%{?dist}\n");
    expect(text).toContain(
      "%changelog\n* Wed Dec 02 2020 Bo Example <bo@example.org> - 1:4.3.0-1.osfix1\n- bridge: hold the lock (LP#77)\n- bridge: name the device (LP#77)\n\n* Wed Oct 30 2019",
    );
  });

  it("is never older than the entry below it, which rpm refuses", () => {
    const text = specIn(edit(spec(sources, auto), { changelog: { ...changelog, day: 0 } }));
    expect(text).toContain("%changelog\n* Wed Oct 30 2019 Bo Example");
  });

  it("leaves a release that is no number", () => {
    const text = spec(sources, auto).replace("Release: 1%{?dist}", "Release: XXX");
    expect(specIn(edit(text, { bumpRelease: true }))).toContain("\nRelease: XXX\n");
  });
});

describe("the spec file is refused, and nothing is written", () => {
  it.each<[string, string, Partial<SpecRequest>, string]>([
    ["no Source", spec("", auto), {}, "the spec file has no Source line"],
    ["no %setup", spec(sources, "true\n"), {}, "the spec file has no %setup or %autosetup in %prep"],
    [
      "%autosetup without -p1",
      spec(sources, "%autosetup -n x\n"),
      {},
      "%autosetup does not strip one folder",
    ],
    [
      "%autopatch -p0",
      spec(sources, "%setup -q\n%autopatch -p0\n"),
      {},
      "%autopatch does not strip one folder",
    ],
    [
      "%autopatch with a number that a macro makes",
      spec(sources, "%setup -q\n%autopatch -p1 -M %{last}\n"),
      {},
      "cannot tell which patches this %autopatch takes",
    ],
    [
      "%autopatch takes one of two",
      spec(sources, "%setup -q\n%autopatch -p1 -M 1\n"),
      {},
      "%autopatch takes some of the patches and not Patch0002",
    ],
    [
      "%patchlist",
      spec(sources, auto).replace("%description", "%patchlist\nz.patch\n\n%description"),
      {},
      "the spec file lists its patches in %patchlist",
    ],
    [
      "a number that is taken",
      spec(`${sources}Patch0007: z.patch\n`, auto),
      { startNumber: 6 },
      "Patch0007 is there already: z.patch",
    ],
  ])("%s", (_name, text, more, message) => {
    const folder = join(root, String(count++));
    expect(() => edit(text, more, folder)).toThrow(message);
    expect(fs.readdirSync(folder)).toEqual(["bridge.spec"]);
    expect(specIn(folder)).toBe(text);
  });

  it("a file of somebody else's has the patch's name", () => {
    const folder = join(root, String(count++));
    fs.mkdirSync(folder);
    writeTree(folder, { "0001-bridge-hold-the-lock.patch": "mine\n" });
    expect(() => edit(spec(sources, auto), {}, folder)).toThrow(
      "is there already, and osfix did not write it",
    );
    expect(specIn(folder)).toBe(spec(sources, auto));
  });

  it("there is none", () => {
    expect(() => edit("", {}, join(root, "none"))).toThrow("there is no file");
  });
});
