import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMAND, uncompilable } from "./programs.ts";
import { debianSuites, installSuite, treeHash } from "./trees.ts";

const root = fs.mkdtempSync(path.join(os.tmpdir(), "osfix-fixes-"));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

/** What the tests read of `osfix check --format json`. */
interface Checked {
  readonly findings: readonly Found[];
  readonly fixed: { readonly findings: number; readonly files: readonly string[] };
}

interface Found {
  readonly rule: string;
  readonly message: string;
  readonly pathInTree: string;
}

function check(packages: string, ...options: readonly string[]): Checked {
  const args = [COMMAND, "check", "--no-cache", "--format", "json", ...options, packages];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0 && status !== 1) throw new Error(`osfix check ${options.join(" ")}: ${status}\n${stderr}`);
  return JSON.parse(stdout);
}

const nameOf = ({ rule, pathInTree, message }: Found): string => `${pathInTree}: ${rule}: ${message}`;

describe.each(debianSuites().map((suite) => [suite.label, suite] as const))("%s", (_label, suite) => {
  const packages = path.join(root, suite.name, "dist-packages");
  let [before, during]: [Checked?, Checked?] = [];

  beforeAll(() => {
    installSuite(suite, packages);
    before = check(packages);
    during = check(packages, "--fix", "--unsafe");
  });

  it("the fixes of all rules leave code that compiles", async () => {
    const files = during?.fixed.files ?? [];
    expect(files.length).toBeGreaterThan(0);
    expect(await uncompilable(files)).toEqual([]);
  });

  it("what was fixed is gone, and nothing came", () => {
    const [found, fixed] = [before?.findings ?? [], during?.fixed.findings ?? 0];
    const known = new Set(found.map(nameOf));
    const after = check(packages).findings.map(nameOf);
    expect(after.filter((name) => !known.has(name))).toEqual([]);
    // One fix may mend what two rules speak of.
    expect(after.length).toBeLessThanOrEqual(found.length - fixed);
  });

  it("a second call changes nothing", () => {
    const fixed = treeHash(packages);
    expect(check(packages, "--fix", "--unsafe").fixed.findings).toBe(0);
    expect(treeHash(packages)).toBe(fixed);
  });
});
