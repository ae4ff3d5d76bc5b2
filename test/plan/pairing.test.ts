import { describe, expect, it } from "vitest";
import { judgePairing, type PairedTree, type PatchedState } from "../../src/plan/pairing.ts";

function tree(project: string, state: PatchedState, more: Partial<PairedTree> = {}): PairedTree {
  return {
    label: `./${project}`,
    project,
    profile: "hardened",
    state,
    obsolete: false,
    title: project,
    ...more,
  };
}

describe("judgePairing", () => {
  it.each([
    { nova: "unpatched", vif: undefined, wanted: ["note os-vif-missing"] },
    { nova: "patched", vif: undefined, wanted: ["warning os-vif-missing"] },
    { nova: "partly", vif: undefined, wanted: ["warning os-vif-missing"] },
    { nova: "out of place", vif: undefined, wanted: [] },
    { nova: undefined, vif: "unpatched", wanted: ["note nova-missing"] },
    { nova: undefined, vif: "patched", wanted: ["note nova-missing"] },
    { nova: undefined, vif: "out of place", wanted: [] },
    { nova: "unpatched", vif: "unpatched", wanted: [] },
    { nova: "patched", vif: "patched", wanted: [] },
    { nova: "patched", vif: "unpatched", wanted: ["warning os-vif-first"] },
    { nova: "patched", vif: "partly", wanted: ["warning os-vif-first"] },
    { nova: "partly", vif: "unpatched", wanted: ["warning os-vif-first"] },
    { nova: "unpatched", vif: "patched", wanted: ["note nova-left"] },
    { nova: "out of place", vif: "patched", wanted: [] },
  ] as const)("nova $nova, os-vif $vif: $wanted", ({ nova, vif, wanted }) => {
    const trees = [...(nova ? [tree("nova", nova)] : []), ...(vif ? [tree("os-vif", vif)] : [])];
    const found = judgePairing(trees).map(({ severity, kind }) => `${severity} ${kind}`);
    expect(found).toEqual(wanted);
  });

  it("warns when os-vif has no Linux bridge plugin any more and nova still asks for it, patched or not", () => {
    const vif = tree("os-vif", "out of place", { obsolete: true, title: "os-vif 5.1.0" });
    for (const state of ["patched", "unpatched"] as const)
      expect(judgePairing([tree("nova", state), vif])).toMatchObject([
        { kind: "no-linux-bridge", severity: "warning", trees: ["./os-vif", "./nova"] },
      ]);
    expect(judgePairing([tree("nova", "out of place", { obsolete: true }), vif])).toEqual([]);
  });

  it("warns of two profiles", () => {
    const trees = [tree("nova", "patched"), tree("os-vif", "patched", { profile: "published" })];
    expect(judgePairing(trees)).toMatchObject([{ kind: "profiles-differ" }]);
  });

  it("says of two trees that miss the same half one sentence", () => {
    const trees = ["./a", "./b"].map((label) => tree("nova", "unpatched", { label }));
    expect(judgePairing(trees)).toMatchObject([{ kind: "os-vif-missing", trees: ["./a", "./b"] }]);
    const titled = ["nova 18.0.0", "nova 26.0.0"].map((title) => tree("nova", "unpatched", { title }));
    expect(judgePairing(titled)).toHaveLength(2);
  });

  it("judges each nova with each os-vif, and no other project", () => {
    const trees = [
      tree("nova", "patched"),
      tree("os-vif", "unpatched", { label: "./a" }),
      tree("os-vif", "patched", { label: "./b" }),
      tree("neutron", "unpatched"),
    ];
    expect(judgePairing(trees).map((warning) => warning.trees)).toEqual([["./a", "./nova"]]);
  });
});
