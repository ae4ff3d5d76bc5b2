import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findPython, osfix, runPython } from "./programs.ts";
import { copyHost, debianHosts, type Host, PROFILES, treeHash } from "./trees.ts";

const root = fs.mkdtempSync(path.join(os.tmpdir(), "osfix-debian-"));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

const hosts = debianHosts();

it("there are trees of three suites", () => {
  expect(hosts).toHaveLength(3);
});

describe.each(hosts.flatMap((host) => PROFILES.map((profile) => [host.label, profile, host] as const)))(
  "%s, profile %s",
  (_label, profile, host) => {
    let copy: Host;
    let original: readonly string[];
    const hashes = (): readonly string[] => [treeHash(copy.osVif), treeHash(copy.nova)];
    const call = (command: string) => osfix(command, "--profile", profile, copy.osVif, copy.nova);

    beforeAll(() => {
      copy = copyHost(host, path.join(root, `${host.suite}-${profile}`));
      original = hashes();
    });

    it("every patch is applicable, and to ask changes nothing", () => {
      const { trees } = call("status");
      expect(trees.map(({ project, state }) => [project, state])).toEqual([
        ["os-vif", "applicable"],
        ["nova", "applicable"],
      ]);
      const states = trees.flatMap(({ patches }) => patches.map(({ state }) => state));
      expect(new Set(states)).toEqual(new Set(["applicable"]));
      expect(hashes()).toEqual(original);
    });

    it("is patched, and what changed compiles", async () => {
      const { writing, trees } = call("apply");
      expect(writing).toBe("written");
      const files = trees.flatMap((tree) => tree.files.map((file) => path.join(tree.path, file.path)));
      expect(files.length).toBeGreaterThan(trees.length);
      expect(hashes().every((hash, at) => hash !== original[at])).toBe(true);
      const where = { cwd: root, trees: [] };
      const program =
        "import pathlib, sys\nfor f in sys.argv[1:]: compile(pathlib.Path(f).read_bytes(), f, 'exec')";
      const compiled = await runPython(findPython(), ["-W", "error", "-c", program, ...files], where);
      expect(compiled).toMatchObject({ status: 0, err: "" });
    });

    it("a second call changes nothing", () => {
      const patched = hashes();
      expect(call("status").trees.map(({ state }) => state)).toEqual(["applied", "applied"]);
      call("apply");
      expect(hashes()).toEqual(patched);
    });

    it("is as it was after revert", () => {
      call("revert");
      expect(hashes()).toEqual(original);
    });
  },
);
