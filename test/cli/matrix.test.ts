import fs from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type { MatrixReport } from "../../src/report/matrix-report.ts";
import { git, repositoryOf } from "../helpers/git-repository.ts";
import { filesIn, scratch } from "../helpers/scratch.ts";
import { osfix, type Said } from "./osfix.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const OS_VIF = filesIn(path.join(ROOT, "fixtures/sample/os-vif"));
const NOVA = filesIn(path.join(ROOT, "fixtures/sample/nova"));
const MODULE = "vif_plug_linux_bridge/linux_net.py";
const moved = { [MODULE]: `# moved down\n${OS_VIF[MODULE]}` };

/** os-vif before it has the package, as it is, and with other line numbers. */
function osVif(): string {
  const early = { "os_vif/__init__.py": "" };
  return repositoryOf([
    { files: early, tags: ["1.8.0"] },
    { files: OS_VIF, tags: ["2.0.0", "2.0.1", "wallaby-eol"] },
    { files: moved, tags: ["3.1.0"] },
  ]);
}

const matrix = (args: readonly string[], cache = scratch()): Promise<Said> =>
  osfix(["matrix", ...args], { env: { XDG_CACHE_HOME: cache } });

async function reportOf(args: readonly string[], cache?: string): Promise<MatrixReport> {
  const said = await matrix([...args, "--json"], cache);
  expect([said.status, said.err]).toEqual([0, ""]);
  return JSON.parse(said.out) as MatrixReport;
}

describe("osfix matrix", () => {
  it("shows the state of every patch in every release", async () => {
    const { status, out } = await matrix([osVif(), "--only", "2,10"]);
    expect(status).toBe(0);
    expect(out.split("\n").slice(0, 4)).toEqual([
      "vlan-live-migration, profile hardened",
      "                              que uss wal 23.1 26.2",
      "os-vif/0002-name-after-parent -   +   +   +    +",
      "os-vif/0010-creation-races    -   +   +   +    +",
    ]);
    expect(out).toContain("os-vif: 5 tags, 1 branch; ");
  });

  it("says what osfix status says of each checkout", async () => {
    const repository = osVif();
    const report = await reportOf([repository, "--all-profiles"]);
    for (const revision of report.repositories[0]?.revisions ?? []) {
      git(repository, "checkout", "-q", revision.commit);
      for (const profile of report.profiles) {
        const { out } = await osfix(["status", "--json", "--profile", profile, repository]);
        const status = JSON.parse(out) as { trees: { patches: { id: string; hunks: object[] }[] }[] };
        const shown = status.trees[0]?.patches.map(({ id, hunks }) => [id, hunks.map(stateAndPlace)]);
        const verdicts = (revision.verdicts[profile] ?? []).map((index) => report.verdicts[index]);
        expect(verdicts.map((one) => [one?.patch, one?.hunks.map(stateAndPlace)])).toEqual(shown);
      }
    }
  });

  it("follows its schema, and pairs what belongs together", async () => {
    const vif = repositoryOf([{ files: OS_VIF, tags: ["2.3.0"] }]);
    const nova = repositoryOf([{ files: NOVA, tags: ["23.0.0"] }]);
    const report = await reportOf([vif, nova, "--all-profiles"]);
    const schema = JSON.parse(fs.readFileSync(path.join(ROOT, "schema/matrix.schema.json"), "utf8"));
    const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
    expect([validate(report), validate.errors]).toEqual([true, null]);
    expect(report.repositories.map(({ project }) => project)).toEqual(["os-vif", "nova"]);
    const [first] = report.repositories[0]?.revisions ?? [];
    expect(first).toMatchObject({
      name: "2.3.0",
      kind: "tag",
      version: "2.3.0",
      release: { name: "wallaby" },
    });
  });

  it("judges each combination of files once, and keeps it", async () => {
    const [repository, cache] = [osVif(), scratch()];
    const first = await reportOf([repository], cache);
    expect(first.cost).toMatchObject({ revisions: 6, combinations: 6, cached: 0 });
    const again = await reportOf([repository], cache);
    expect(again).toEqual({ ...first, cost: { ...first.cost, cached: 6 } });
    const folder = path.join(cache, "osfix/matrix");
    for (const name of fs.readdirSync(folder))
      fs.writeFileSync(path.join(folder, name), '{"format":1,"entries":{"x":[');
    expect(await reportOf([repository], cache)).toEqual(first);
    expect(await reportOf([repository, "--no-cache"], cache)).toEqual(first);
  });

  it("leaves the repository as it is", async () => {
    const repository = osVif();
    const stamp = (): readonly (readonly [string, number])[] =>
      fs
        .readdirSync(repository, { recursive: true, encoding: "utf8" })
        .map((name) => [name, fs.lstatSync(path.join(repository, name)).mtimeMs] as const)
        .sort();
    const before = stamp();
    await matrix([repository]);
    expect(stamp()).toEqual(before);
  });

  it.each([
    [
      ["--revs", "2.*"],
      ["2.0.0", "2.0.1"],
    ],
    [
      ["--revs", "2.0.1..3.1.0"],
      ["2.0.1", "wallaby-eol", "3.1.0"],
    ],
    [
      ["--revs", "master,1.8.0"],
      ["1.8.0", "master"],
    ],
    [["--revs", "HEAD~1"], ["HEAD~1"]],
    [
      ["--releases", "queens..ussuri"],
      ["1.8.0", "2.0.0", "2.0.1"],
    ],
    [["--releases", "2023.1"], ["3.1.0"]],
    [
      ["--releases", "wallaby.."],
      ["wallaby-eol", "3.1.0", "master"],
    ],
    [
      ["--shard", "1/2"],
      ["1.8.0", "2.0.0", "2.0.1"],
    ],
    [
      ["--shard", "2/2"],
      ["wallaby-eol", "3.1.0", "master"],
    ],
  ])("%j selects %j", async (args, wanted) => {
    const report = await reportOf([osVif(), ...args]);
    expect(report.repositories[0]?.revisions.map(({ name }) => name)).toEqual(wanted);
  });

  it.each([
    [["--revs", "9.9.9"], 'no revision "9.9.9"'],
    [["--releases", "quens"], '"quens" is no release known to osfix'],
    [["--shard", "3/2"], "--shard 3/2 is not K/N"],
    [["--only", "99"], 'no patch "99"'],
  ])("%j is refused", async (args, message) => {
    const { status, err } = await matrix([osVif(), ...args]);
    expect([status, err]).toEqual([2, expect.stringContaining(message)]);
  });

  it("refuses a folder that is no repository, and one of another project", async () => {
    expect((await matrix([scratch()])).err).toContain("there is no git repository");
    const other = repositoryOf([{ files: { "cinder/__init__.py": "" } }]);
    expect((await matrix([other])).err).toContain("has no patches for what is in this repository");
  });

  it("writes each distinct series once, and git takes it on its revision", async () => {
    const repository = osVif();
    const output = path.join(scratch(), "out");
    const said = await matrix([repository, "--emit", output]);
    expect(said).toEqual({
      status: 0,
      out: "",
      err: "os-vif/hardened: 2 distinct series for 5 of 6 revisions\n",
    });
    const found = fs.readFileSync(path.join(output, "findings.csv"), "utf8").split("\r\n");
    expect(found.filter((one) => one.endsWith(",vlan-live-migration/name-after-parent")).length).toBe(5);
    const list = fs.readFileSync(path.join(output, "revisions.tsv"), "utf8");
    expect(list.split("\n").slice(1)).toEqual([
      "os-vif/hardened/1\t2.0.0",
      "os-vif/hardened/1\t2.0.1",
      "os-vif/hardened/1\twallaby-eol",
      "os-vif/hardened/2\t3.1.0",
      "os-vif/hardened/2\tmaster",
      "",
    ]);
    for (const [number, revision] of [
      [1, "2.0.0"],
      [2, "3.1.0"],
    ] as const) {
      const folder = path.join(output, `os-vif/hardened/${number}`);
      const patches = fs.readdirSync(folder).filter((name) => /^\d+-.*\.patch$/.test(name));
      git(repository, "checkout", "-q", revision);
      git(repository, "am", "-q", ...patches.sort().map((name) => path.join(folder, name)));
      const { status } = await osfix(["status", "--check", repository]);
      expect(status).toBe(0);
      git(repository, "reset", "-q", "--hard", revision);
    }
    const before = filesIn(output);
    await matrix([repository, "--emit", output]);
    expect(filesIn(output)).toEqual(before);
  });

  it("writes CSV that a spreadsheet takes for text, and Markdown without markup of the tree", async () => {
    const hostile = { [MODULE]: `=cmd()|'<b>'\n${OS_VIF[MODULE]}` };
    const repository = repositoryOf([{ files: OS_VIF }, { files: hostile, tags: ["=1+1", "2.0.0"] }]);
    const csv = await matrix([repository, "--format", "csv"]);
    expect(csv.out.split("\r\n")[0]).toBe(
      "project,release,revision,kind,commit,profile,patch,hunk,state,path,line,reason,rule",
    );
    expect(csv.out).toContain(`os-vif,other,"'=1+1",tag,`);
    expect(csv.out.split(/[,\r\n]/).filter((cell) => cell.startsWith("="))).toEqual([]);
    const markdown = await matrix([repository, "--format", "markdown"]);
    expect(markdown.out).toContain("| os-vif/0001-lock-outside-privsep | ");
    expect(markdown.out).not.toContain("<b>");
  });
});

function stateAndPlace(hunk: object): unknown {
  const { name, state, path: file, at, reason } = hunk as Record<string, unknown>;
  return { name, state, path: file, at, reason };
}
