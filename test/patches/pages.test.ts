import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadSeries } from "../../src/run.ts";
import type { SemanticPatch } from "../../src/smpl/semantic-patch.ts";
import { contextOf, planOn } from "../helpers/planning.ts";

const FOLDER = new URL("../../patches/vlan-live-migration/", import.meta.url);
const EXAMPLE = /^```python (before|after|untouched)(?: (\S+))?\n([\s\S]*?)^```$/gm;

type Files = Map<string, string>;

/** The examples of a page: `python before`, `after` or `untouched`, then a path; the patch's first target without one. */
function readPage(patch: SemanticPatch) {
  const text = readFileSync(new URL(`${patch.id}.md`, FOLDER), "utf8");
  const examples = { before: new Map() as Files, after: new Map() as Files, untouched: [] as Files[] };
  for (const [, kind, path = firstTarget(patch), code = ""] of text.matchAll(EXAMPLE)) {
    if (kind === "untouched") examples.untouched.push(new Map([[path, code]]));
    else if (kind === "before" || kind === "after") examples[kind].set(path, code);
  }
  return { text, examples };
}

function firstTarget(patch: SemanticPatch): string {
  const [target] = patch.sections.map((section) => section.target);
  return target?.kind === "candidates" ? (target.paths[0] ?? "") : "";
}

/** A tree of a page holds what the patch needs, beside the example. */
const withNeeds = (patch: SemanticPatch, files: Files): Files =>
  new Map([...patch.header.needs.map(({ what }): [string, string] => [what, "\n"]), ...files]);

const { patches } = loadSeries(FOLDER.pathname);
const cases = patches.map((patch) => ({ id: patch.id, patch, ...readPage(patch) }));

describe("the pages of the shipped semantic patches", () => {
  it("are one for each patch, and no more", () => {
    const pages = ["nova", "os-vif"].flatMap((project) =>
      readdirSync(new URL(project, FOLDER))
        .filter((name) => name.endsWith(".md"))
        .map((name) => `${project}/${name.replace(/\.md$/, "")}`),
    );
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.sort()).toEqual(patches.map((patch) => patch.id).sort());
  });

  it.each(cases)(
    "$id says whom it harms, how sure that is, and names its upstream source",
    ({ text, patch }) => {
      const paragraphs = text.split("\n\n");
      expect(paragraphs[0]).toMatch(new RegExp(`^# ${patch.id.split("/")[1]?.slice(0, 4)}: `));
      expect(paragraphs[1]?.length).toBeGreaterThan(150);
      expect(text).toMatch(/^Upstream: /m);
      expect(text).toMatch(/Confidence:\s+high/);
    },
  );

  it.each(cases)(
    "$id makes the page's `after` of its `before`, and takes it out again",
    async ({ patch, examples }) => {
      const context = await contextOf();
      const before = withNeeds(patch, examples.before);
      expect(before.size).toBeGreaterThan(patch.header.needs.length);
      const done = planOn([patch], before, "apply", context);
      expect([...done.plan.refusals, ...done.failures]).toEqual([]);
      expect(done.files).toEqual(withNeeds(patch, examples.after));
      expect(planOn([patch], done.files, "apply", context).plan.changes).toEqual([]);
      expect(planOn([patch], done.files, "revert", context).files).toEqual(before);
    },
  );

  it.each(cases)("$id leaves the page's look-alikes alone", async ({ patch, examples }) => {
    const context = await contextOf();
    expect(examples.untouched.length).toBeGreaterThan(0);
    for (const files of examples.untouched)
      expect(planOn([patch], withNeeds(patch, files), "apply", context).plan.changes).toEqual([]);
  });
});
