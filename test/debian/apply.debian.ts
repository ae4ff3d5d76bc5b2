import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { osfix, uncompilable } from "./programs.ts";
import { debianSuites, installSuite, PROFILES, treeHash } from "./trees.ts";

const root = fs.mkdtempSync(path.join(os.tmpdir(), "osfix-debian-"));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

const suites = debianSuites();

it("there are trees of three suites", () => {
  expect(suites).toHaveLength(3);
});

describe.each(suites.flatMap((suite) => PROFILES.map((profile) => [suite.label, profile, suite] as const)))(
  "%s, profile %s",
  (_label, profile, suite) => {
    const packages = path.join(root, suite.name, profile, "dist-packages");
    const call = (command: string) => osfix(command, "--profile", profile, packages);
    let original: string;

    beforeAll(() => {
      installSuite(suite, packages);
      original = treeHash(packages);
    });

    it("every patch is applicable, and to ask changes nothing", () => {
      const { trees } = call("status");
      expect(trees.map(({ project, state }) => [project, state])).toEqual([
        ["os-vif", "applicable"],
        ["nova", "applicable"],
      ]);
      const states = trees.flatMap(({ patches }) => patches.map(({ state }) => state));
      expect(new Set(states)).toEqual(new Set(["applicable"]));
      expect(treeHash(packages)).toBe(original);
    });

    it("is patched, and what changed compiles", async () => {
      const { writing, trees } = call("apply");
      expect(writing).toBe("written");
      const files = trees.flatMap((tree) => tree.files.map((file) => path.join(tree.path, file.path)));
      expect(files.length).toBeGreaterThan(trees.length);
      expect(treeHash(packages)).not.toBe(original);
      expect(await uncompilable(files, "warnings too")).toEqual([]);
    });

    it("a second call changes nothing", () => {
      const patched = treeHash(packages);
      expect(call("status").trees.map(({ state }) => state)).toEqual(["applied", "applied"]);
      call("apply");
      expect(treeHash(packages)).toBe(patched);
    });

    it("is as it was after revert", () => {
      call("revert");
      expect(treeHash(packages)).toBe(original);
    });
  },
);
