import { describe, expect, it } from "vitest";
import { concretePatches } from "../../src/emit/concrete-patch.ts";
import type { Base } from "../../src/emit/message.ts";
import { layOutDiff, layOutSeries, type TreePatches } from "../../src/emit/series-formats.ts";
import { change, CHOICES as choices, origin } from "./scratch.ts";

function treeOf(project: string): TreePatches {
  const base: Base = { project, version: "4.3.0", commit: undefined };
  const steps = [
    { origin: origin({ subject: "bridge: hold the lock" }), files: [change("bridge/net.py", "a\n", "b\n")] },
    {
      origin: origin({ subject: "bridge: name the device (again)" }),
      files: [change("bridge/net.py", "b\n", "c\n"), change("bridge/tests/test_net.py", "a\n", "b\n")],
    },
  ];
  return { project, release: "2024.1", version: "4.3.0", patches: concretePatches(steps, base) };
}

const one = [treeOf("bridge")];
const names = (files: readonly { path: string }[]): readonly string[] => files.map((file) => file.path);
const textOf = (files: readonly { path: string; bytes: Uint8Array }[], path: string): string =>
  Buffer.from(files.find((file) => file.path === path)?.bytes ?? []).toString("latin1");

describe("the layout of a series", () => {
  it("git: mails and one mailbox", () => {
    const files = layOutSeries("git", one, choices);
    expect(names(files)).toEqual([
      "0001-bridge-hold-the-lock.patch",
      "0002-bridge-name-the-device-again.patch",
      "bridge-fix.mbox",
    ]);
    expect(textOf(files, "bridge-fix.mbox").match(/^From 0{40} Mon Sep 17 00:00:00 2001$/gm)).toHaveLength(2);
    expect(textOf(files, "0001-bridge-hold-the-lock.patch")).toMatch(
      /^Subject: \[PATCH\] bridge: hold the lock$/m,
    );
  });

  it("quilt and Debian: no tag in the subject, and the list", () => {
    const files = layOutSeries("debian", one, choices);
    expect(textOf(files, "series")).toBe("bridge-hold-the-lock.patch\nbridge-name-the-device-again.patch\n");
    expect(textOf(files, "bridge-hold-the-lock.patch")).toMatch(
      /^From: .*\nDate: .*\nSubject: bridge: hold the lock\n/,
    );
    expect(textOf(layOutSeries("quilt", one, choices), "series")).toMatch(/^0001-bridge-hold/);
  });

  it("rpm: the lines for the spec file, numbered from where the user says", () => {
    const files = layOutSeries("rpm", one, { ...choices, startNumber: 100 });
    expect(textOf(files, "patch-lines.spec")).toBe(
      "# osfix: bridge-fix\nPatch0100: 0100-bridge-hold-the-lock.patch\nPatch0101: 0101-bridge-name-the-device-again.patch\n",
    );
  });

  it("kolla: paths as they lie in the image, no tests, one list for all projects", () => {
    const files = layOutSeries("kolla", [treeOf("bridge"), treeOf("other")], choices);
    expect(textOf(files, "nova-base/series").split("\n")).toEqual([
      "0001-bridge-bridge-hold-the-lock.patch",
      "0002-bridge-bridge-name-the-device-again.patch",
      "0003-other-bridge-hold-the-lock.patch",
      "0004-other-bridge-name-the-device-again.patch",
      "",
    ]);
    const second = textOf(files, "nova-base/0002-bridge-bridge-name-the-device-again.patch");
    expect(second).toContain("\n--- var/lib/kolla/venv/lib/python3/site-packages/bridge/net.py\n");
    expect(second).not.toContain("test_net.py");
  });

  it.each([
    ["patches/{release}/{project}/{name}", "patches/2024.1/bridge/0001-bridge-hold-the-lock.patch"],
    ["patches/{project}/{release}/{name}", "patches/bridge/2024.1/0001-bridge-hold-the-lock.patch"],
  ])("release trees by template: %s", (layout, wanted) => {
    expect(names(layOutSeries("quilt", one, { ...choices, layout }))[0]).toBe(wanted);
  });

  it("one folder a project when there are several trees", () => {
    expect(names(layOutSeries("quilt", [treeOf("bridge"), treeOf("other")], choices))[3]).toBe(
      "other/0001-bridge-hold-the-lock.patch",
    );
  });

  it("a name template of the user's", () => {
    const files = layOutSeries("quilt", one, { ...choices, nameTemplate: "LP1-{version}-{number}.patch" });
    expect(names(files)[1]).toBe("LP1-4.3.0-0002.patch");
  });

  it.each([
    ["fix.patch", "the file names fix.patch and fix.patch cannot be told apart"],
    ["a b{number}.patch", "not usable as a patch's file name: a b0001.patch"],
    ["{numbre}.patch", "no value for {numbre} in the template {numbre}.patch"],
  ])("refuses the name template %s", (nameTemplate, message) => {
    expect(() => layOutSeries("quilt", one, { ...choices, nameTemplate })).toThrow(message);
  });

  it("one diff of everything says what it is made from", () => {
    const [tree] = one;
    const text = layOutDiff(one, [tree?.patches[0]?.files ?? []]);
    expect(text).toMatch(/^Base: bridge 4\.3\.0\nSemantic-Patch: .*\nSemantic-Patch-Digest: sha256:/);
    expect(text).toContain("\n\ndiff --git a/bridge/net.py b/bridge/net.py\n");
  });
});
