import fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { directoryTree } from "../../src/checkout/directory-tree.ts";
import { parseVersion } from "../../src/detect/version.ts";
import { formatPatch } from "../../src/emit/concrete-patch.ts";
import { plannedPatches } from "../../src/emit/planned-patches.ts";
import type { TreeOutcome } from "../../src/plan/outcome.ts";
import type { FileChange } from "../../src/plan/plan.ts";
import { TreeSource } from "../../src/plan/tree-source.ts";
import { VirtualTree } from "../../src/plan/virtual-tree.ts";
import { origin, run, scratchFolder, writeTree } from "./scratch.ts";

const root = scratchFolder();
let count = 0;

/** A tree with these files, and a plan of steps that somebody made for it. */
function outcomeOf(
  files: Readonly<Record<string, string>>,
  steps: readonly (readonly FileChange[])[],
): TreeOutcome {
  const folder = join(root, String(count++));
  fs.mkdirSync(folder);
  writeTree(folder, files);
  const tree = directoryTree(folder);
  const source = new TreeSource(tree);
  const joined = new Map<string, FileChange>();
  for (const change of steps.flat())
    joined.set(change.path, { ...change, before: joined.get(change.path)?.before ?? change.before });
  return {
    label: folder,
    tree,
    source,
    project: "bridge",
    detection: {
      project: "bridge",
      packages: [],
      version: parseVersion("4.3.0") ?? null,
      release: { name: "gazpacho", series: "2026.1" },
      packaging: "files",
      evidence: [],
      warnings: [],
    },
    git: { kind: "none" },
    focus: [],
    profile: { name: "published", settings: { device: "bond1", other: "x" } },
    profileFound: false,
    plan: {
      direction: "apply",
      steps: steps.map((changes) => ({
        patch: { ...origin(), file: "x.spatch", source: "", sections: [] },
        report: { id: "bridge/0001", state: "applicable", hunks: [], notes: [] },
        changes,
        on: new VirtualTree(source),
      })),
      changes: [...joined.values()],
      refusals: [],
    },
    leftOut: [],
    problems: [],
    warnings: [],
  };
}

const cookie = "# -*- coding: latin-1 -*-\n# caf\xe9\nx = 1\n";
const text = (patch: Parameters<typeof formatPatch>[0]): string => {
  const style = {
    subjectTag: "",
    fromLine: false,
    trailers: "dep3",
    signoff: undefined,
    epoch: undefined,
    series: "bridge-fix",
  } as const;
  return Buffer.from(formatPatch(patch, style, { kind: "p1" })).toString("latin1");
};

describe("the patches of a plan", () => {
  it("are bytes in the encoding of each file, in every step, and apply", () => {
    const before = {
      "bridge/latin.py": cookie,
      "bridge/utf8.py": "\xef\xbb\xbf# caf\xc3\xa9\r\nx = 1\r\n",
      "bridge/run.py": "x = 1",
    };
    const utf8 = "# caf\u00e9\r\nx = 1\r\n";
    const step = (from: string, to: string): readonly FileChange[] => [
      { path: "bridge/latin.py", before: cookie.replace("= 1", from), after: cookie.replace("= 1", to) },
      { path: "bridge/utf8.py", before: utf8.replace("= 1", from), after: utf8.replace("= 1", to) },
      { path: "bridge/run.py", before: "x = 1".replace("= 1", from), after: "x = 1".replace("= 1", to) },
    ];
    const outcome = outcomeOf(before, [step("= 1", "= 2"), step("= 2", "= 3")]);
    fs.chmodSync(join(outcome.tree.root, "bridge/run.py"), 0o755);
    const { patches } = plannedPatches(outcome, new Map());
    patches.forEach((patch, at) => {
      writeTree(root, { [`${at}.patch`]: text(patch) });
      run(outcome.tree.root, "git", "apply", "--whitespace=nowarn", join(root, `${at}.patch`));
    });
    for (const [name, content] of Object.entries(before)) {
      expect(fs.readFileSync(join(outcome.tree.root, name), "latin1")).toBe(content.replace("= 1", "= 3"));
    }
    const [first] = patches;
    expect(first && text(first)).toMatch(
      /\nindex [0-9a-f]{40}\.\.[0-9a-f]{40} 100755\n--- a\/bridge\/run\.py\n/,
    );
  });

  it("name release, version, and profile with its settings, the user's on top", () => {
    const outcome = outcomeOf({ "a.py": "x = 1\n" }, [
      [{ path: "a.py", before: "x = 1\n", after: "x = 2\n" }],
    ]);
    const planned = plannedPatches(outcome, new Map([["device", "eth1"]]));
    expect(planned).toMatchObject({ project: "bridge", release: "2026.1", version: "4.3.0" });
    expect(planned.patches[0]?.origin.profile).toBe("published device=eth1 other=x");
  });

  it("are none for steps that change nothing, and the whole change is one diff", () => {
    const outcome = outcomeOf({ "a.py": "x = 1\n" }, [
      [],
      [{ path: "a.py", before: "x = 1\n", after: "x = 2\n" }],
    ]);
    const planned = plannedPatches(outcome, new Map());
    expect(planned.patches).toHaveLength(1);
    expect(planned.joined.map(({ path, added, deleted }) => [path, added, deleted])).toEqual([
      ["a.py", 1, 1],
    ]);
  });

  it("cannot hold a letter that the file's encoding has not", () => {
    const after = cookie.replace("1", "'\u20ac'");
    const outcome = outcomeOf({ "a.py": cookie }, [[{ path: "a.py", before: cookie, after }]]);
    expect(() => plannedPatches(outcome, new Map())).toThrow("a.py: U+20AC cannot be written in iso-8859-1");
  });
});

describe("new files that pbr would leave out", () => {
  const created = (path: string): readonly FileChange[] => [{ path, before: null, after: "x\n" }];
  const egg = "bridge.egg-info/SOURCES.txt";

  it.each<[string, Record<string, string>, string, readonly string[]]>([
    ["a data file that the list lacks", { [egg]: "setup.py\n" }, "bridge/data.yaml", ["bridge/data.yaml"]],
    ["a data file that is listed", { [egg]: "bridge/data.yaml\n" }, "bridge/data.yaml", []],
    ["a module, which is found anyway", { [egg]: "setup.py\n" }, "bridge/net.py", []],
    ["no source distribution", {}, "bridge/data.yaml", []],
    ["a git checkout", { [egg]: "", ".git/HEAD": "" }, "bridge/data.yaml", []],
  ])("%s", (_name, files, path, wanted) => {
    const outcome = outcomeOf({ "bridge/__init__.py": "", ...files }, [created(path)]);
    expect(plannedPatches(outcome, new Map()).unlisted).toEqual(wanted);
  });
});
