import { describe, expect, it } from "vitest";
import { concretePatches } from "../../src/emit/concrete-patch.ts";
import { formatConfig, parseConfigHints } from "../../src/emit/config-text.ts";
import { distinctSeries, formatDistinct } from "../../src/emit/dedupe.ts";
import { slugOf } from "../../src/emit/patch-names.ts";
import { releaseNote } from "../../src/emit/release-note.ts";
import type { TreePatches } from "../../src/emit/series-formats.ts";
import { change, origin } from "./scratch.ts";

function tree(version: string, before: string, after: string): TreePatches {
  const base = { project: "bridge", version, commit: undefined };
  const files = [change("bridge/net.py", before, after)];
  return {
    project: "bridge",
    release: undefined,
    version,
    patches: concretePatches([{ origin: origin(), files }], base),
  };
}

const lines = (count: number): string =>
  Array.from({ length: count }, (_, row) => `row_${row} = 1\n`).join("");

describe("trees that can share a series", () => {
  const old = tree("1.0", `${lines(9)}x = 1\n`, `${lines(9)}x = 2\n`);
  const same = tree(
    "1.1",
    `y = 1\n${lines(8)}x = 1\n`.replace("y = 1", "y = 2"),
    `y = 2\n${lines(8)}x = 2\n`,
  );
  const moved = tree("2.0", `z\n${lines(9)}x = 1\n`, `z\n${lines(9)}x = 2\n`);
  const none = tree("3.0", "a\n", "a\n");
  const label = (one: TreePatches): string => one.version ?? "";

  it("have the same hunks at the same lines, whatever else their files hold", () => {
    const groups = distinctSeries([old, moved, none, { ...old, version: "1.0.1" }]);
    expect(groups.map(({ trees }) => trees.map(label))).toEqual([["1.0", "1.0.1"], ["2.0"]]);
    expect(formatDistinct([old, moved, none, { ...old, version: "1.0.1" }], label)).toBe(
      "3 trees need 2 distinct series, 1 where hunks may move; 1 tree needs none\n1: 1.0, 1.0.1\n2: 2.0\n",
    );
  });

  it("may differ outside of the hunks", () => {
    const first = tree("1", `a = 1\n${lines(20)}x = 1\n`, `a = 1\n${lines(20)}x = 2\n`);
    const second = tree("2", `a = 2\n${lines(20)}x = 1\n`, `a = 2\n${lines(20)}x = 2\n`);
    expect(distinctSeries([first, second])).toHaveLength(1);
    expect(same.patches).toHaveLength(1);
  });
});

describe("the configuration that goes with a series", () => {
  const manifest = JSON.stringify({
    conf: [
      {
        project: "bridge",
        file: "bridge.conf",
        group: "net",
        option: "uplink",
        setting: "uplink",
        hosts: "compute hosts",
        help: "The interface.\n\nIts name.",
      },
    ],
  });
  const head = "# bridge.conf on compute hosts\n[net]\n\n#\n# The interface.\n#\n# Its name.\n";

  it.each<[string, Record<string, string>, [string, string][], string]>([
    [
      "a value that the user chose is set",
      { uplink: "bond1" },
      [["uplink", "eth1"]],
      "#  (string value)\nuplink = eth1\n",
    ],
    [
      "the profile's default stands as a comment",
      { uplink: "bond1" },
      [],
      "#  (string value)\n#uplink = bond1\n",
    ],
    [
      "without either the host must set it",
      {},
      [],
      "#\n# It has no default: set it on every such host.\n#  (string value)\n#uplink = <None>\n",
    ],
  ])("%s", (_name, profile, chosen, wanted) => {
    const hints = parseConfigHints("series.json", manifest);
    expect(formatConfig(hints, { profile, chosen: new Map(chosen) })).toBe(head + wanted);
  });

  it("names the field that an entry lacks", () => {
    expect(() => parseConfigHints("series.json", '{"conf":[{"project":"x"}]}')).toThrow(
      'series.json: conf entry 1 has no "file"',
    );
    expect(parseConfigHints("series.json", "{}")).toEqual([]);
  });
});

describe("the release note", () => {
  it("is a reno file whose name depends on the patches only", () => {
    const [patch] = tree("1", "a\n", "b\n").patches;
    if (!patch) throw new Error("no patch");
    const withEffect = { ...patch, origin: origin({ effect: "The lock is held outside: always" }) };
    const note = releaseNote("bridge-fix", { ...tree("1", "a\n", "b\n"), patches: [withEffect] });
    expect(note?.path).toMatch(/^releasenotes\/notes\/bridge-fix-[0-9a-f]{16}\.yaml$/);
    expect(Buffer.from(note?.bytes ?? []).toString()).toBe(
      "---\nfixes:\n  - |\n    The lock is held outside: always. `Bug 1 <https://bugs.example.org/1>`_\n",
    );
    expect(releaseNote("bridge-fix", { ...tree("1", "a\n", "a\n") })).toBe(undefined);
  });
});

describe("file names from subjects, as git makes them", () => {
  it.each([
    ["bridge: hold the lock", "bridge-hold-the-lock"],
    ["...dots..and (brackets)!", ".dots.and-brackets"],
    ["nova/conf: add [neutron] option", "nova-conf-add-neutron-option"],
    ["a ".repeat(40), "a-".repeat(26)],
  ])("%s", (subject, wanted) => {
    expect(slugOf(subject)).toBe(wanted);
  });
});
