import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contextOf, patchOf, planOn } from "../helpers/planning.ts";
import { parseTxtar } from "../helpers/txtar.ts";

const FOLDER = new URL("../scenarios/", import.meta.url);

interface Scenario {
  readonly patches: ReturnType<typeof patchOf>[];
  readonly given: ReadonlyMap<string, string>;
  readonly wanted: ReadonlyMap<string, string>;
  readonly states: string;
  readonly settings: Record<string, string>;
}

/** Sections: `patch` (or `patch 2` …), `states`, `settings`, `PATH` as given, `PATH wanted` where it changes. */
function readScenario(name: string): Scenario {
  const { files } = parseTxtar(readFileSync(new URL(name, FOLDER), "utf8"));
  const given = new Map([...files].filter(([file]) => !/^patch|^states$|^settings$| wanted$/.test(file)));
  const wanted = new Map(given);
  for (const [file, text] of files)
    if (file.endsWith(" wanted")) wanted.set(file.replace(/ wanted$/, ""), text);
  const patches = [...files]
    .filter(([file]) => file.startsWith("patch"))
    .map(([file, text]) => patchOf(text, `sample/${file.replace(" ", "-")}`));
  const settings = Object.fromEntries(
    (files.get("settings") ?? "")
      .split("\n")
      .filter(Boolean)
      .map((line) => line.split("=")),
  );
  return { patches, given, wanted, states: files.get("states") ?? "", settings };
}

const names = readdirSync(FOLDER).filter((name) => name.endsWith(".txt"));
type Reshape = (text: string) => string;
const SHAPES: readonly Reshape[] = [
  (text) => text,
  (text) => text.replace(/\n/g, "\r\n"),
  (text) => text.replace(/\n$/, ""),
];

describe("a scenario", () => {
  it("exists", () => expect(names.length).toBeGreaterThan(20));

  it.each(names)("%s: states and result are as written", async (name) => {
    const scenario = readScenario(name);
    const { plan, failures, files } = planOn(
      scenario.patches,
      scenario.given,
      "apply",
      await contextOf(scenario.settings),
    );
    const states = plan.steps
      .flatMap((step) => step.report.hunks.map((hunk) => `${hunk.name}: ${hunk.state}`))
      .join("\n");
    expect(states).toBe(scenario.states.trim());
    expect(Object.fromEntries(files)).toEqual(Object.fromEntries(scenario.wanted));
    expect(failures).toEqual([]);
  });

  it.each(names)(
    "%s: what was applied comes out again byte for byte, whatever the line endings",
    async (name) => {
      const scenario = readScenario(name);
      for (const reshape of SHAPES) {
        // A new file is written as the patch has it, whatever the files beside it look like.
        const shape = (files: ReadonlyMap<string, string>) =>
          new Map([...files].map(([path, text]) => [path, scenario.given.has(path) ? reshape(text) : text]));
        const given = shape(scenario.given);
        const context = await contextOf(scenario.settings);
        const applied = planOn(scenario.patches, given, "apply", context);
        expect(Object.fromEntries(applied.files)).toEqual(Object.fromEntries(shape(scenario.wanted)));
        const again = planOn(scenario.patches, applied.files, "apply", context);
        expect(again.plan.changes).toEqual([]);
        if (applied.plan.changes.length === 0) continue;
        // What was there before the first application, applied or half applied, is not the patch's to restore.
        const before = planOn(scenario.patches, given, "revert", context);
        const back = planOn(scenario.patches, applied.files, "revert", context);
        expect(Object.fromEntries(back.files)).toEqual(Object.fromEntries(before.files));
      }
    },
  );
});
