import fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { planDebianChangelog } from "../../src/emit/debian-changelog.ts";
import { planDebianEdit, planDebianRemoval } from "../../src/emit/edit-debian.ts";
import { replaceFiles } from "../../src/emit/output-files.ts";
import { CHOICES, countingTree, scratchFolder, writeTree } from "./scratch.ts";

const root = scratchFolder();
let count = 0;

const changelog =
  "bridge (2:4.3.0-1) unstable; urgency=medium\n\n  * Release.\n\n -- Ada <ada@example.org>  Wed, 02 Dec 2020 00:00:00 +0000\n";
const format = {
  "bridge/net.py": "0\n",
  "debian/changelog": changelog,
  "debian/source/format": "3.0 (quilt)\n",
};

function source(files: Readonly<Record<string, string>> = {}): string {
  const folder = join(root, String(count++));
  fs.mkdirSync(folder);
  writeTree(folder, { ...format, ...files });
  return folder;
}

function edit(
  directory: string,
  subjects: readonly string[] = ["bridge: lock", "bridge: name"],
  more: { readonly inTree?: boolean; readonly series?: string } = {},
): readonly string[] {
  const states = more.inTree === undefined ? [] : ([["bridge/0001-hold-the-lock", more.inTree]] as const);
  const plan = planDebianEdit({
    directory,
    tree: { ...countingTree(subjects), inTree: new Map(states) },
    choices: { ...CHOICES, series: more.series ?? CHOICES.series },
  });
  return replaceFiles(plan.directory, plan.files, plan.remove).written;
}

const seriesOf = (folder: string): string => fs.readFileSync(join(folder, "debian/patches/series"), "utf8");
const distribution = {
  "debian/patches/own.patch": "Description: own\n",
  "debian/patches/series": "# comment\n\nown.patch # why\n",
  ".pc/applied-patches": "own.patch\n",
};

describe("a Debian source package edited in place", () => {
  it.each([
    ["without patches of its own", {}, "bridge-lock.patch\nbridge-name.patch\n"],
    ["after its own", distribution, "# comment\n\nown.patch # why\nbridge-lock.patch\nbridge-name.patch\n"],
    [
      "after a list without a last newline",
      { ...distribution, "debian/patches/series": "own.patch" },
      "own.patch\nbridge-lock.patch\nbridge-name.patch\n",
    ],
  ])("%s", (_name, files, wanted) => {
    const folder = source(files);
    edit(folder);
    expect(seriesOf(folder)).toBe(wanted);
    expect(edit(folder)).toEqual([]);
    expect(seriesOf(folder)).toBe(wanted);
  });

  it("is found by its debian folder too", () => {
    const folder = source();
    edit(join(folder, "debian"));
    expect(seriesOf(folder)).toBe("bridge-lock.patch\nbridge-name.patch\n");
  });

  it("loses the patches that are no longer wanted, and only those", () => {
    const folder = source(distribution);
    edit(folder);
    edit(folder, ["bridge: other", "bridge: lock"]);
    expect(seriesOf(folder)).toBe("# comment\n\nown.patch # why\nbridge-other.patch\nbridge-lock.patch\n");
    expect(fs.readdirSync(join(folder, "debian/patches"))).toEqual([
      "bridge-lock.patch",
      "bridge-other.patch",
      "own.patch",
      "series",
    ]);
    edit(folder, []);
    expect(seriesOf(folder)).toBe("# comment\n\nown.patch # why\n");
  });
});

describe("patches of an earlier edit that are applied", () => {
  const applied = (folder: string, ...names: readonly string[]): void =>
    writeTree(folder, { ".pc/applied-patches": names.map((name) => `${name}\n`).join("") });

  it("stay, and new ones follow", () => {
    const folder = source(distribution);
    edit(folder);
    const list = seriesOf(folder);
    applied(folder, "own.patch", "bridge-lock.patch", "bridge-name.patch");
    expect(edit(folder, [], { inTree: true })).toEqual([]);
    expect(seriesOf(folder)).toBe(list);
    edit(folder, ["bridge: more"], { inTree: true });
    expect(seriesOf(folder)).toBe(`${list}bridge-more.patch\n`);
    // Of what is not applied yet the next edit is free to make something else.
    edit(folder, ["bridge: less"], { inTree: true });
    expect(seriesOf(folder)).toBe(`${list}bridge-less.patch\n`);
  });

  it("go where only the project has their change: they are not applied themselves", () => {
    const folder = source(distribution);
    edit(folder);
    edit(folder, [], { inTree: true });
    expect(seriesOf(folder)).toBe(distribution["debian/patches/series"]);
  });

  it("and whose code is not there: the list and the tree do not belong together", () => {
    const folder = source(distribution);
    edit(folder);
    applied(folder, "own.patch", "bridge-lock.patch");
    expect(() => edit(folder, ["bridge: lock"], { inTree: false })).toThrow(
      "bridge-lock.patch is listed as applied, and the code is not as it leaves it",
    );
  });
});

describe("taken out again", () => {
  const without = (folder: string): readonly string[] => {
    const plan = planDebianRemoval(folder, CHOICES.series);
    replaceFiles(plan.directory, plan.files, plan.remove);
    return plan.notes;
  };

  it("the distribution's own stay as they were", () => {
    const folder = source(distribution);
    edit(folder);
    // Nothing of it needs the distribution's patches applied.
    writeTree(folder, { ".pc/applied-patches": "" });
    expect(without(folder)).toEqual([]);
    expect(seriesOf(folder)).toBe(distribution["debian/patches/series"]);
    expect(fs.readdirSync(join(folder, "debian/patches"))).toEqual(["own.patch", "series"]);
    expect(without(folder)).toEqual([expect.stringContaining("no patches of the series bridge-fix")]);
  });

  it("an empty list goes too", () => {
    const folder = source();
    edit(folder);
    without(folder);
    expect(fs.existsSync(join(folder, "debian/patches/series"))).toBe(false);
  });

  it("not while the code has one of them", () => {
    const folder = source();
    edit(folder);
    writeTree(folder, { ".pc/applied-patches": "bridge-lock.patch\n" });
    const list = seriesOf(folder);
    expect(() => without(folder)).toThrow("bridge-lock.patch is applied in the source package");
    expect(seriesOf(folder)).toBe(list);
  });
});

describe("two series in one source package", () => {
  it("each replaces its own patches only", () => {
    const folder = source(distribution);
    edit(folder);
    writeTree(folder, { ".pc/applied-patches": "own.patch\nbridge-lock.patch\nbridge-name.patch\n" });
    edit(folder, ["bridge: second"], { series: "second" });
    edit(folder, ["bridge: other"], { series: "second" });
    expect(seriesOf(folder)).toMatch(/\nbridge-lock\.patch\nbridge-name\.patch\nbridge-other\.patch\n$/);
    expect(() => edit(folder, ["bridge: lock"], { series: "second" })).toThrow(
      "bridge-lock.patch is there already, and it is of the series bridge-fix",
    );
  });
});

describe("a source package is refused, and nothing is written", () => {
  it.each([
    ["another format", { "debian/source/format": "1.0\n" }, "the source package's format is 1.0"],
    [
      "its patches not applied",
      { ...distribution, ".pc/applied-patches": "" },
      "own patches are not applied: own.patch",
    ],
    [
      "other files than the patches are made from",
      { "bridge/net.py": "5\n" },
      "bridge/net.py in the source package is not the file",
    ],
    ["a name that is taken", { "debian/patches/bridge-name.patch": "theirs\n" }, "osfix did not write it"],
  ])("%s", (_name, files, message) => {
    const folder = source(files);
    expect(() => edit(folder)).toThrow(message);
    expect(fs.existsSync(join(folder, "debian/patches/bridge-lock.patch"))).toBe(false);
  });

  it("no debian folder", () => {
    expect(() => edit(root)).toThrow("is no Debian source package: it has no debian/changelog");
  });
});

describe("debian/changelog", () => {
  const debian = (): string => join(source(), "debian");

  it("is made by dch, in a copy", () => {
    const folder = debian();
    const calls: (readonly string[])[] = [];
    const file = planDebianChangelog(
      folder,
      ["one", "two"],
      "Bo <bo@example.org>",
      (program, args, { env }) => {
        calls.push([program, args.at(-1) ?? "", env?.DEBFULLNAME ?? "", env?.DEBEMAIL ?? ""]);
        // By its option, never by its place: an option that moves would become a file of this name.
        const copy = args[args.indexOf("--changelog") + 1] ?? "";
        expect(copy).toContain("osfix-dch-");
        fs.appendFileSync(copy, `${args.at(-1)}\n`);
        return { status: 0, output: "" };
      },
    );
    expect(calls).toEqual([
      ["dch", "one", "Bo", "bo@example.org"],
      ["dch", "two", "Bo", "bo@example.org"],
    ]);
    expect(Buffer.from(file?.bytes ?? []).toString()).toBe(`${changelog}one\ntwo\n`);
    expect(fs.readFileSync(join(folder, "changelog"), "utf8")).toBe(changelog);
  });

  it("needs nothing when the top entry says it", () => {
    expect(
      planDebianChangelog(debian(), ["Release."], "Bo <bo@example.org>", () => ({ status: 1, output: "" })),
    ).toBe(undefined);
  });

  it.each([
    [undefined, "dch is not installed"],
    [2, "dch failed with status 2"],
  ])("says what is wrong: status %s", (status, message) => {
    expect(() =>
      planDebianChangelog(debian(), ["x"], "Bo <bo@example.org>", () => ({ status, output: "" })),
    ).toThrow(message);
  });
});
