import fs from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type { DriftReport } from "../../src/report/drift.ts";
import { git, repositoryOf } from "../helpers/git-repository.ts";
import { filesIn, putFiles, scratch } from "../helpers/scratch.ts";
import { osfix, type Said } from "./osfix.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const OS_VIF = filesIn(path.join(ROOT, "fixtures/sample/os-vif"));
const MODULE = "vif_plug_linux_bridge/linux_net.py";
const TEXT = OS_VIF[MODULE] ?? "";

/** The module with a comment, so that it is another file and no other code. */
const touched = (word: string): Readonly<Record<string, string>> => ({ [MODULE]: `# ${word}\n${TEXT}` });
/** The module without the function that a patch changes. */
const drifted = { [MODULE]: TEXT.replaceAll("_ensure_vlan_privileged", "_make_vlan_privileged") };

const drift = (...args: readonly string[]): Promise<Said> => osfix(["drift", ...args, "--no-cache"]);

describe("osfix drift", () => {
  it("says nothing changed where only other lines did", async () => {
    const repository = repositoryOf([
      { files: OS_VIF, tags: ["2.0.0"] },
      { files: touched("moved down"), tags: ["2.0.1"] },
    ]);
    const { status, out } = await drift(repository, "--from", "2.0.0", "--to", "2.0.1");
    expect([status, out]).toEqual([0, expect.stringMatching(/^os-vif 2\.0\.0\.\.2\.0\.1: none of \d+ /)]);
  });

  it("finds a planted change at its commit and first tag", async () => {
    const repository = repositoryOf([
      { files: OS_VIF, tags: ["2.0.0"] },
      ...["a", "b", "c"].map((word) => ({ files: touched(word) })),
      { files: drifted },
      { files: { "os_vif/other.py": "" }, tags: ["2.1.0"] },
      ...["d", "e"].map((word) => ({ files: { [MODULE]: `# ${word}\n${drifted[MODULE]}` } })),
    ]);
    const { status, out } = await drift(repository, "--from", "2.0.0", "--to", "master", "--json");
    const report = JSON.parse(out) as DriftReport;
    expect(status).toBe(3);
    const planted = git(repository, "rev-parse", "HEAD~3");
    expect(report.rows.length).toBeGreaterThan(0);
    for (const row of report.rows)
      expect(row).toMatchObject({
        commit: { commit: planted, subject: "commit 5" },
        mergedBy: null,
        firstTag: "2.1.0",
        on: "to",
      });
    const schema = JSON.parse(fs.readFileSync(path.join(ROOT, "schema/drift.schema.json"), "utf8"));
    const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
    expect([validate(report), validate.errors]).toEqual([true, null]);
    const text = await drift(repository, "--from", "2.0.0", "--to", "master");
    expect(text.out).toContain(`${planted.slice(0, 12)} `);
    expect(text.out).toContain("(first in 2.1.0)");
  });

  it("names the merged commit, and the merge", async () => {
    const repository = repositoryOf([{ files: OS_VIF, tags: ["2.0.0"] }, { files: { "os_vif/a.py": "" } }]);
    git(repository, "checkout", "-q", "-b", "topic", "2.0.0");
    putFiles(repository, drifted);
    git(repository, "commit", "-q", "-a", "-m", "the planted one");
    git(repository, "checkout", "-q", "master");
    git(repository, "merge", "-q", "--no-ff", "-m", "Merge it", "topic");
    const { out } = await drift(repository, "--from", "2.0.0", "--to", "master", "--json");
    const [row] = (JSON.parse(out) as DriftReport).rows;
    expect(row).toMatchObject({
      commit: { subject: "the planted one" },
      mergedBy: { subject: "Merge it" },
      firstTag: null,
    });
  });

  it("looks on the side of either revision since they parted", async () => {
    const repository = repositoryOf([{ files: OS_VIF, tags: ["2.0.0"] }]);
    git(repository, "checkout", "-q", "-b", "stable/ussuri");
    putFiles(repository, drifted);
    git(repository, "commit", "-q", "-a", "-m", "only on stable");
    git(repository, "checkout", "-q", "master");
    putFiles(repository, touched("on master"));
    git(repository, "commit", "-q", "-a", "-m", "on master");
    const { out } = await drift(repository, "--from", "stable/ussuri", "--to", "master", "--json");
    const [row] = (JSON.parse(out) as DriftReport).rows;
    expect(row).toMatchObject({ on: "from", commit: { subject: "only on stable" } });
  });

  it("tells which findings came and went, and the first commit where", async () => {
    const late = (call: string): Readonly<Record<string, string>> => ({
      "os_vif/late.py": `def late(a, b):\n    return a\n\n\n${call}\n`,
    });
    const repository = repositoryOf([
      { files: { ...OS_VIF, ...late("late(1)") }, tags: ["2.0.0"] },
      { files: touched("moved") },
      { files: { "os_vif/second.py": "def second(names=[]):\n    names.append(1)\n    return names\n" } },
      { files: { "README.rst": "=" }, tags: ["2.1.0"] },
      { files: { "os_vif/late.py": `# moved\n${late("late(1)")["os_vif/late.py"]}` } },
      { files: late("late(1, 2)") },
      { files: { "README.rst": "==" } },
    ]);
    const at = (commit: string): object => ({ commit: { commit: git(repository, "rev-parse", commit) } });
    const call = [repository, "--from", "2.0.0", "--to", "master", "--check"];
    const { status, out } = await drift(...call, "--json");
    const report = JSON.parse(out) as DriftReport;
    expect([status, report.rows]).toEqual([1, []]);
    expect(report.rules).toContain("calls/missing-argument");
    expect(report.findings).toMatchObject([
      { change: "went", rule: "calls/missing-argument", path: "os_vif/late.py", line: 5, firstTag: null },
      { change: "came", rule: "names/mutable-default", path: "os_vif/second.py", firstTag: "2.1.0" },
    ]);
    expect(report.findings).toMatchObject([at("HEAD~1"), at("HEAD~4")]);
    const schema = JSON.parse(fs.readFileSync(path.join(ROOT, "schema/drift.schema.json"), "utf8"));
    const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
    expect([validate(report), validate.errors]).toEqual([true, null]);
    const text = await drift(...call);
    expect(text.out).toMatch(/: none of \d+ hunk states changed; 1 finding came, 1 went\n/);
    expect(text.out).toMatch(/^ {2}went os_vif\/late\.py:5: \[calls\/missing-argument\] /m);
    const other = await drift(...call.slice(0, -1), "--select", "locks/*");
    expect([other.status, other.out]).toEqual([0, expect.stringContaining("0 findings came, 0 went")]);
  });

  it("refuses a revision that is not there", async () => {
    const repository = repositoryOf([{ files: OS_VIF, tags: ["2.0.0"] }]);
    const { status, err } = await drift(repository, "--from", "1.0", "--to", "2.0.0");
    expect([status, err]).toEqual([2, expect.stringContaining('no revision "1.0"')]);
  });
});

describe("osfix merge", () => {
  it("puts shards together to the same matrix", async () => {
    const repository = repositoryOf([
      { files: { "os_vif/__init__.py": "" }, tags: ["1.8.0"] },
      { files: OS_VIF, tags: ["2.0.0", "2.0.1"] },
      { files: drifted, tags: ["3.1.0"] },
    ]);
    const folder = scratch();
    const common = ["matrix", repository, "--all-profiles", "--no-cache"];
    for (const part of [1, 2, 3])
      await osfix([...common, "--shard", `${part}/3`, "--json", "-o", `${folder}/${part}.json`]);
    const files = ["3.json", "1.json", "2.json"];
    const merged = await osfix(["merge", ...files, "--format", "csv"], { cwd: folder });
    const whole = await osfix([...common, "--format", "csv"]);
    expect(whole.out.split("\r\n").length).toBeGreaterThan(50);
    expect(merged).toEqual(whole);
    const missing = await osfix(["merge", "1.json", "3.json"], { cwd: folder });
    expect([missing.status, missing.err]).toEqual([2, expect.stringContaining("shard 2/3 is missing")]);
    const twice = await osfix(["merge", "1.json", "2.json", "3.json", "1.json"], { cwd: folder });
    expect(twice.err).toContain("shard 1/3 is there twice");
  });

  it.each([
    ["{", "not JSON"],
    ["[]", "it is no report"],
    ['{"format":2}', "it is no report"],
  ])("refuses %s", async (text, message) => {
    const folder = scratch({ "a.json": text });
    const { status, err } = await osfix(["merge", "a.json"], { cwd: folder });
    expect([status, err]).toEqual([2, expect.stringContaining(message)]);
  });
});
