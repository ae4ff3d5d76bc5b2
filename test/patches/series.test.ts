import { describe, expect, it } from "vitest";
import { loadSeries } from "../../src/run.ts";
import type { BodyItem, SemanticPatch } from "../../src/smpl/semantic-patch.ts";

const series = loadSeries(new URL("../../patches/vlan-live-migration/", import.meta.url).pathname);
const cases = series.patches.map((patch) => ({ id: patch.id, patch }));
const inProfile = (patch: SemanticPatch, profile: string): boolean =>
  patch.header.profiles?.includes(profile) ?? true;

function* linesOf(items: readonly BodyItem[]): Generator<{ mark: string; text: string }> {
  for (const item of items) {
    if (item.kind === "line") yield item.line;
    else for (const alternative of item.alternatives) yield* linesOf(alternative);
  }
}

/** Every line that a patch may write, new files included. */
function addedLines(patch: SemanticPatch): readonly string[] {
  return patch.sections.flatMap(({ target, hunks }) => {
    if (target.kind === "new-file") return target.text.split("\n");
    return hunks
      .flatMap((hunk) => [...linesOf(hunk.body)])
      .filter((line) => line.mark === "plus")
      .map((line) => line.text);
  });
}

describe("the series vlan-live-migration", () => {
  it("rolls out os-vif before nova, and is hardened by default", () => {
    expect(series.projects).toEqual(["os-vif", "nova"]);
    expect(series.defaultProfile).toBe("hardened");
  });

  it("has a default interface in the published profile only", () => {
    expect(Object.fromEntries(series.profiles.map(({ name, settings }) => [name, settings]))).toEqual({
      published: { bridge_interface: "bond1" },
      hardened: {},
    });
  });

  it("shares what is right in the published fix between the profiles", () => {
    const shared = series.patches.filter(
      (patch) => inProfile(patch, "published") && inProfile(patch, "hardened"),
    );
    expect(shared.map((patch) => patch.id)).toEqual([
      "os-vif/0001-lock-outside-privsep",
      "os-vif/0002-name-after-parent",
      "os-vif/0003-bridge-step-arguments",
      "nova/0001-bridge-interface-option",
      "nova/0002-vlan-of-bridge-ports",
    ]);
  });

  it.each(cases)(
    "$id names the hazard that it removes, if the published fix goes without it",
    ({ patch }) => {
      const departs = !inProfile(patch, "published");
      expect(patch.header.hazard !== undefined).toBe(departs);
      if (departs) expect(patch.header.hazard).toMatch(/^\([a-z](?:, [a-z])*\) /);
    },
  );

  it.each(cases)("$id has a header that says what it does, to what, and where it ends", ({ patch }) => {
    const { header } = patch;
    expect(header.effect?.length).toBeGreaterThan(20);
    expect(header.date).toBe("Wed, 02 Dec 2020 00:00:00 +0000");
    expect(header.bugs).toEqual(["https://bugs.launchpad.net/nova/+bug/1880389"]);
    expect(header.removedIn?.what).toBe(header.project === "nova" ? "34.0.0" : "5.0.0");
    expect(header.subject.length).toBeLessThanOrEqual(72);
    expect(patch.prose.split("\n").filter((line) => line.length > 72)).toEqual([]);
  });

  it.each(cases)("$id writes plain ASCII of at most 79 columns, without blanks at the end", ({ patch }) => {
    const lines = addedLines(patch);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => line.length > 79 || /\s$|[^\x20-\x7e]/.test(line))).toEqual([]);
  });

  it.each(cases.filter(({ id }) => id.startsWith("nova/")))(
    "$id is obsolete where nova refuses the ports",
    ({ patch }) => {
      const hunks = patch.sections.flatMap((section) =>
        section.target.kind === "candidates" ? section.hunks : [],
      );
      expect(hunks.filter((hunk) => hunk.role.kind === "obsolete")).toHaveLength(1);
      expect(patch.header.needs.map((need) => need.what)).toEqual(["nova/network/os_vif_util.py"]);
    },
  );
});
