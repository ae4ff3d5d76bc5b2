import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../../src/cli/cli.ts";
import { putFiles, scratch } from "../helpers/scratch.ts";
import { bytesOf, commitAll, edit, osfix, type Said, sample } from "./osfix.ts";

const NESTED = `from oslo_concurrency import lockutils


@lockutils.synchronized('house')
def move_in():
    with lockutils.lock('house'):
        pass
`;
const CLEAN = NESTED.replace("lockutils.lock('house')", "lockutils.lock('door')");

const RULE = `Subject: use new_name()
Project: own
Author: A <a@example.org>
Date: Wed, 02 Dec 2020 00:00:00 +0000

--- *.py
@@ call all @@
expression list arguments
@@
-old_name(arguments)
+new_name(arguments)
`;

interface Found {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  readonly fingerprint: string;
}

/** What a check finds, without a cache. */
async function found(args: readonly string[], cwd: string): Promise<readonly Found[]> {
  const { out } = await osfix(["check", "--json", ...args], { cwd });
  return JSON.parse(out).findings;
}

const places = (findings: readonly Found[]): readonly string[] =>
  findings.map(({ rule, path: file, line }) => `${file}:${line} ${rule}`);

describe("osfix check", () => {
  it("shows the place, the rule, the sentence and the code, and gives 1", async () => {
    const cwd = scratch({ "pkg/__init__.py": "", "pkg/a.py": NESTED });
    const { status, out, err } = await osfix(["check", "--select", "locks/nested"], { cwd });
    expect(status).toBe(1);
    expect(out).toMatch(/^pkg\/a\.py:6:10: error: \[locks\/nested\] move_in waits for house/);
    expect(out).toContain(">     6 │     with lockutils.lock('house'):");
    expect(out).toContain("       │          ^^^^^^^^^^^^^^^^^^^^^^^");
    expect(err).toBe("1 finding (1 error) in 2 files\n");
  });

  it("fails on the severity that the call names, else on the one that the configuration names", async () => {
    const config = (failOn: string, severity: string): string =>
      JSON.stringify({ check: { failOn, rules: { "locks/nested": severity } } });
    const statusOf = async (failOn: string, severity: string, ...args: string[]): Promise<number> => {
      const cwd = scratch({ "a.py": NESTED, "osfix.config.json": config(failOn, severity) });
      return (await osfix(["check", "--select", "locks/nested", ...args], { cwd })).status;
    };
    expect(await statusOf("error", "error")).toBe(1);
    expect(await statusOf("error", "warning")).toBe(0);
    expect(await statusOf("error", "warning", "--fail-on", "warning")).toBe(1);
    expect(await statusOf("info", "info")).toBe(1);
    expect(await statusOf("never", "error")).toBe(0);
    expect(await statusOf("grave", "error")).toBe(2);
  });

  it("shows the code in a narrow terminal too", async () => {
    const nested =
      "def f(a, text):\n    if a:\n        for b in a:\n            if b:\n                text.strip()\n";
    const cwd = scratch({ "a.py": nested });
    const { out } = await osfix(["check"], { cwd, columns: 40, env: { NO_COLOR: "1" } });
    expect(out).toContain(">     5 │     text.strip()\n        │     ^^^^^^^^^^^^\n");
    expect((await osfix(["check"], { cwd, columns: 80 })).out).toContain("                text.strip()");
    expect((await osfix(["check"], { cwd, columns: 0 })).out).toContain("                text.strip()");
  });

  it("shows other places as its caller finds them", async () => {
    const cwd = scratch({
      "tree/setup.cfg": "[metadata]\nname = x\n",
      "tree/pkg/__init__.py": "",
      "tree/pkg/a.py": "from pkg import b\n\n\ndef run():\n    return b.make()\n",
      "tree/pkg/b.py": "def make(a):\n    return a\n",
    });
    const { out } = await osfix(["check", "tree"], { cwd });
    expect(out).toContain("  see tree/pkg/b.py:1:");
  });

  it("gives 0 where nothing is found, and for notes alone", async () => {
    const cwd = scratch({ "a.py": CLEAN, "b.py": NESTED });
    expect((await osfix(["check", "a.py"], { cwd })).status).toBe(0);
    fs.writeFileSync(
      path.join(cwd, "osfix.config.json"),
      JSON.stringify({ check: { rules: { "locks/nested": "info" } } }),
    );
    const { status, out } = await osfix(["check", "b.py"], { cwd });
    expect([status, out.includes("info: [locks/nested]")]).toEqual([0, true]);
  });

  it.each([
    [["check", "nowhere"], "nowhere: there is no such file or directory"],
    [["check", "--select", "locks/nestd", "."], 'no rule "locks/nestd"\n  Did you mean "locks/nested"?'],
    [["check", "--statistics", "--format", "json"], "goes with no other format"],
    [["check", "--fix", "--diff", "--format", "json"], "--diff is a diff"],
    [
      ["check", "--json", "--format", "sarif"],
      "--json is --format json, and --format sarif is asked for too",
    ],
    [["status", "--json", "--format", "html"], "--format html is asked for too"],
    [["matrix", "nova", "--json", "--format", "csv"], "--format csv is asked for too"],
    [["check", "--diff"], "--diff goes with --fix"],
    [["check", "--unsafe"], "--unsafe goes with --fix"],
    [["check", "--stdin-filename", "a.py"], "no PATH is -"],
    [["check", "--update-baseline"], "no baseline file is named"],
    [["check", "--baseline", "none.json"], "there is no such baseline"],
    [["check", "--baseline", "."], "it is a directory, and no baseline"],
    [["check", "README.rst"], "README.rst: it is no Python file"],
    [["check", "--since", "HEAD", "."], "--since HEAD"],
    [["check", "--rules", "none"], "there is no such directory of rules"],
    [["check", "--format", "xml"], "Allowed choices are text, json, sarif"],
  ])("%j is refused", async (args, says) => {
    const { status, err } = await osfix(args, { cwd: scratch({ "a.py": NESTED, "README.rst": "a.b\n" }) });
    expect(status).toBe(2);
    expect(err).toContain(says);
  });

  it("writes the report to a file", async () => {
    const cwd = scratch({ "a.py": NESTED });
    const { out } = await osfix(["check", "--format", "sarif", "-o", "out/r.sarif"], { cwd });
    expect(out).toBe("");
    const [run] = JSON.parse(fs.readFileSync(path.join(cwd, "out/r.sarif"), "utf8")).runs;
    expect(run.results[0].ruleId).toBe("locks/nested");
    expect(
      run.tool.driver.rules.find((rule: { id: string }) => rule.id === "locks/nested").help.markdown,
    ).toContain("# lock taken again");
  });

  it("counts with --statistics", async () => {
    const cwd = scratch({ "a.py": NESTED, "b.py": NESTED });
    const { out } = await osfix(["check", "--statistics"], { cwd });
    expect(out).toBe("     2  2 files  error  locks/nested  lock taken again while it is held\n");
  });
});

describe("the files of a check", () => {
  it("may be a script without a suffix, whose first line names python", async () => {
    const cwd = scratch({ "bin/tool": `#!/usr/bin/env python3\n${NESTED}` });
    expect(places(await found(["bin/tool"], cwd))).toEqual(["bin/tool:7 locks/nested"]);
  });

  it("are a project's where it begins, also beside an __init__.py that nobody can load", async () => {
    const cwd = scratch({
      "shop-doors/setup.cfg": "[metadata]\n",
      "shop-doors/__init__.py": "",
      "shop-doors/shop/__init__.py": "",
      "shop-doors/shop/errors.py": "",
      "shop-doors/shop/door.py": "from shop import errors\nraise errors.DoorStuck()\n",
    });
    const { out } = await osfix(["check", "--json", "--select", "names/undefined-member", "shop-doors"], {
      cwd,
    });
    expect(JSON.parse(out).findings).toMatchObject([
      { tree: "shop-doors", pathInTree: "shop/door.py", line: 2 },
    ]);
  });

  it("of one project that lies in a folder twice are two trees", async () => {
    const release = (parameter: string): Readonly<Record<string, string>> => ({
      "nova/__init__.py": "",
      "nova/a.py": `def plug(${parameter}):\n    return ${parameter}\n`,
      "nova/b.py": `from nova import a\n\n\ndef go():\n    return a.plug(${parameter}=1)\n`,
    });
    const cwd = scratch({ "note.py": NESTED });
    putFiles(path.join(cwd, "nova-1"), release("old"));
    putFiles(path.join(cwd, "nova-2"), release("new"));
    expect(places(await found(["."], cwd))).toEqual(["note.py:6 locks/nested"]);
    const { out } = await osfix(["check", "--json", "."], { cwd });
    expect(JSON.parse(out).trees).toEqual([".", "nova-1", "nova-2"]);
    fs.rmSync(path.join(cwd, "note.py"));
    const { trees, files } = JSON.parse((await osfix(["check", "--json", "."], { cwd })).out);
    expect([trees, files]).toEqual([["nova-1", "nova-2"], 6]);
  });

  it("are those that git tracks, in a checkout", async () => {
    const cwd = scratch({ "a.py": NESTED, ".gitignore": "made.py\n" });
    commitAll(cwd);
    putFiles(cwd, { "made.py": NESTED, "new.py": NESTED });
    expect(places(await found([], cwd))).toEqual(["a.py:6 locks/nested"]);
    expect(places(await found(["new.py"], cwd))).toEqual(["new.py:6 locks/nested"]);
  });

  it("are all that lie there where git refuses to list them, and that is said", async () => {
    const cwd = scratch({ "a.py": NESTED, ".gitignore": "made.py\n" });
    commitAll(cwd);
    putFiles(cwd, { "made.py": NESTED, ".git/index": "no index" });
    const { status, err } = await osfix(["check"], { cwd });
    expect(status).toBe(1);
    expect(err).toMatch(
      /^\.: all files that lie there are checked, for git did not say which it tracks: git says: .+\n/,
    );
    expect(places(await found([], cwd))).toEqual(["a.py:6 locks/nested", "made.py:6 locks/nested"]);
    expect((await osfix(["check", "-q"], { cwd })).err).not.toContain("git");
  });

  it("are all others outside of one, without what tools make, links and FIFOs", async () => {
    const outside = scratch({ "b.py": NESTED });
    const cwd = scratch({
      "a.py": NESTED,
      ".tox/a.py": NESTED,
      "node_modules/a.py": NESTED,
      "build/lib/a.py": NESTED,
      "latin.py": Buffer.from("x = '\xe4'\n", "latin1"),
      "binary.py": Buffer.from([0, 1, 2]),
      "py2.py": "print 'a', `1`\nexec 'x' in {}\n",
    });
    fs.symlinkSync(path.join(outside, "b.py"), path.join(cwd, "out.py"));
    fs.symlinkSync(outside, path.join(cwd, "folder"));
    fs.symlinkSync("a.py", path.join(cwd, "again.py"));
    execFileSync("mkfifo", [path.join(cwd, "pipe.py")]);
    const { status, out } = await osfix(["check", "--json"], { cwd });
    const report = JSON.parse(out);
    expect(status).toBe(1);
    expect(places(report.findings)).toEqual(["a.py:6 locks/nested"]);
    expect(report.skipped.map((one: { path: string; problem: string }) => [one.path, one.problem])).toEqual([
      ["binary.py", "not-python"],
      ["latin.py", "undecodable"],
      ["out.py", "link-outside"],
      ["pipe.py", "not-a-file"],
    ]);
  });

  it("may nest as deep as they like, and are passed over past the limit", async () => {
    const deep = `x = ${"(".repeat(20_000)}${")".repeat(20_000)}\nfrom oslo_concurrency import lockutils\nsynchronized = 1\n`;
    const cwd = scratch({ "a.py": NESTED, "deep.py": deep });
    const { status, out } = await osfix(["check", "--json"], { cwd });
    expect(status).toBe(1);
    const { findings, skipped } = JSON.parse(out);
    expect(places(findings)).toContain("a.py:6 locks/nested");
    const reason = "its brackets nest more than 200 deep, which Python does not read either";
    expect(skipped).toEqual([{ path: "deep.py", problem: "unparsed", reason }]);
  });

  it("reads standard input for no directory", async () => {
    const err: string[] = [];
    const status = await runCli(["check", "--stdin-filename", "pkg", "-"], {
      out: () => undefined,
      err: (text) => void err.push(text),
      env: {},
      cwd: scratch({ "pkg/a.py": CLEAN }),
      stdin: () => Buffer.from(NESTED),
      terminal: { out: false, err: false, columns: undefined },
    });
    expect([status, err.join("")]).toEqual([2, "error: --stdin-filename pkg: it is a directory\n"]);
  });

  it("is told where it does not parse, and judged only around that", async () => {
    const cwd = scratch({
      "a.py": CLEAN,
      "half.py": `x = = 1\n\n\n${NESTED}`,
      "open.py": "def f(:\n    pass\n",
    });
    const { out, err } = await osfix(["check"], { cwd });
    expect(out.match(/^\S+: error.*\]/gm)).toEqual([
      "half.py:1:5: error: [syntax/not-python]",
      "half.py:9:10: error: [locks/nested]",
      "open.py:1:7: error: [syntax/not-python]",
    ]);
    expect(err).toContain("broken half.py: line 1 does not parse as Python");
    expect(err).toContain("3 findings (3 errors) in 3 files; 2 files with syntax errors\n");
    const { skipped } = JSON.parse((await osfix(["check", "--json"], { cwd })).out);
    expect(skipped).toMatchObject([{ path: "half.py" }, { path: "open.py", problem: "syntax-error" }]);
  });

  it("is told of a merge's conflict, and of nothing else in the file", async () => {
    const merge = "<<<<<<< HEAD\nx = 1\n=======\nx = undefined_here\n>>>>>>> branch\n";
    const cwd = scratch({ "a.py": CLEAN, "merge.py": `${merge}\n\n${NESTED}\nundefined_there\n` });
    const { out } = await osfix(["check"], { cwd });
    expect(out.match(/^\S+: error.*\]/gm)).toEqual(["merge.py:1:1: error: [syntax/merge-conflict]"]);
  });

  it("may be one that standard input stands for", async () => {
    const cwd = scratch({ "pkg/__init__.py": "", "pkg/a.py": CLEAN });
    const [out, err]: [string[], string[]] = [[], []];
    const status = await runCli(["check", "--json", "--stdin-filename", "pkg/a.py", "-"], {
      out: (data) => void out.push(String(data)),
      err: (text) => void err.push(text),
      env: {},
      cwd,
      stdin: () => Buffer.from(NESTED),
      terminal: { out: false, err: false, columns: undefined },
    });
    expect([status, err.join("")]).toEqual([1, ""]);
    expect(places(JSON.parse(out.join("")).findings)).toEqual(["pkg/a.py:6 locks/nested"]);
  });
});

describe("the patches of the series, as rules", () => {
  const patches = ["--select", "vlan-live-migration/*"];

  it("find the original code, each defect once, and nothing once they are applied", async () => {
    for (const profile of ["published", "hardened"]) {
      const tree = sample("os-vif");
      const cwd = path.dirname(tree);
      expect(
        (await found([...patches, tree], cwd)).map(({ rule }) => rule.replace(/^.*\//, "")).sort(),
      ).toEqual([
        "bridge-step-arguments",
        "lock-outside-privsep",
        "mtu-in-the-bridge-step",
        "name-after-parent",
      ]);
      expect((await osfix(["apply", "--profile", profile, tree])).status).toBe(0);
      expect(await found([...patches, tree], cwd)).toEqual([]);
    }
  });

  it("are not misled by a guard that a release has of its own", async () => {
    const tree = sample("os-vif");
    expect((await osfix(["apply", "--only", "0010", tree])).status).toBe(0);
    expect((await found([...patches, tree], path.dirname(tree))).map(({ rule }) => rule)).toContain(
      "vlan-live-migration/mtu-in-the-bridge-step",
    );
  });

  it("stand at the code that is to be changed", async () => {
    const tree = sample("os-vif");
    const findings = await found([...patches, tree], path.dirname(tree));
    for (const { rule, path: file, line } of findings) {
      const code = fs.readFileSync(path.join(path.dirname(tree), file), "utf8").split("\n")[line - 1];
      expect([rule, code]).toEqual([
        rule,
        expect.stringMatching(EXPECTED[rule.replace(/^.*\//, "")] ?? /^$/),
      ]);
    }
  });

  it("say which half is missing when both trees are given", async () => {
    const trees = sample();
    const both = [path.join(trees, "nova"), path.join(trees, "os-vif")];
    expect((await osfix(["apply", ...both.slice(0, 1)])).status).toBe(0);
    const findings = await found(["--select", "other-half", ...both], trees);
    expect(findings.map(({ rule, path: file }) => `${file} ${rule}`)).toEqual([
      "os-vif/vif_plug_linux_bridge/linux_net.py vlan-live-migration/other-half",
    ]);
    expect((await osfix(["apply", ...both])).status).toBe(0);
    expect(await found(["--select", "other-half", ...both], trees)).toEqual([]);
  });
});

const EXPECTED: Readonly<Record<string, RegExp>> = {
  "bridge-step-arguments": /_ensure_bridge_privileged\(/,
  "lock-outside-privsep": /^@privsep\.vif_plug\.entrypoint/,
  "mtu-in-the-bridge-step": /_set_device_mtu\(/,
  "name-after-parent": /'vlan%s'/,
};

describe("living with findings", () => {
  it("a comment takes one out, on its line or above it, and an unused one is found", async () => {
    const own = NESTED.replace(
      ":\n        pass",
      ":  # osfix: ignore[locks/nested] on purpose\n        pass",
    );
    const above = NESTED.replace("    with", "    # osfix: ignore[locks/*]\n    with");
    const cwd = scratch({
      "own.py": own,
      "above.py": above,
      "unused.py": `${CLEAN}# osfix: ignore[locks/nested]\nx = 1\n`,
      "text.py": `${NESTED}y = "# osfix: ignore"\n`,
    });
    const { out } = await osfix(["check", "--json"], { cwd });
    const report = JSON.parse(out);
    expect(places(report.findings)).toEqual(["text.py:6 locks/nested", "unused.py:8 osfix/unused-ignore"]);
    expect(report.suppressed.map((one: { suppression: unknown }) => one.suppression)).toEqual([
      { kind: "comment", reason: "" },
      { kind: "comment", reason: "on purpose" },
    ]);
  });

  it("a comment may stand behind another tool's, above decorators, or on one", async () => {
    const method = "def f(a={}):\n    a['b'] = 1\n";
    const says = "# osfix: ignore[names/mutable-default]";
    const cwd = scratch({
      "behind.py": NESTED.replace(
        ":\n        pass",
        ":  # noqa: E501  # osfix: ignore[locks/nested] known\n        pass",
      ),
      "above.py": `${says}\n@property\n${method}`,
      "upon.py": `@property  ${says}\n@print(\n    1)\n${method}`,
      "head.py": `${says}\n${method.replace("(a={})", "(\n        b,\n        a={})")}`,
      "body.py": `${says}\ndef g():\n    pass\n\n\n${method}`,
    });
    const findings = await found([], cwd);
    expect(places(findings)).toEqual(["body.py:1 osfix/unused-ignore", "body.py:6 names/mutable-default"]);
  });

  it("a comment that names no rule is told which one is meant", async () => {
    const ignoring = (word: string): string => CLEAN.replace("pass", `pass  # osfix: ignore[${word}]`);
    const cwd = scratch({
      "a.py": ignoring("locks/nestd"),
      "b.py": ignoring("nested"),
      "c.py": ignoring("ours/of-elsewhere"),
    });
    const { out } = await osfix(["check", "-q"], { cwd });
    expect(out.split("\n").map((line) => line.replace(/.*ignore\] /, ""))).toEqual([
      "no rule is called 'locks/nestd', which ignores nothing; 'locks/nested' is meant",
      "no rule is called 'nested', which ignores nothing; 'locks/nested' is meant",
      "",
    ]);
  });

  it("a baseline loses nothing that was not looked for", async () => {
    const cwd = scratch({
      "a/a.py": NESTED,
      "b/b.py": NESTED,
      "c.py": NESTED,
      "setup.cfg": "[metadata]\nname = x\n",
    });
    commitAll(cwd);
    const baseline = ["check", "--baseline", "known.json"];
    const held = (): readonly string[] =>
      JSON.parse(fs.readFileSync(path.join(cwd, "known.json"), "utf8")).findings.map(
        (entry: { path: string }) => entry.path,
      );
    await osfix([...baseline, "--update-baseline"], { cwd });
    const part = await osfix([...baseline, "a"], { cwd });
    expect(part.err).toBe("0 findings in 1 file; 1 suppressed\n");
    for (const narrow of [["a"], ["--select", "names/*", "."]]) {
      await osfix([...baseline, "--prune-baseline", ...narrow], { cwd });
      await osfix([...baseline, "--update-baseline", ...narrow], { cwd });
      expect(held()).toEqual(["a/a.py", "b/b.py", "c.py"]);
    }
    fs.rmSync(path.join(cwd, "c.py"));
    fs.writeFileSync(path.join(cwd, "b/b.py"), "");
    await osfix([...baseline, "--prune-baseline", "a"], { cwd });
    expect(held()).toEqual(["a/a.py", "b/b.py"]);
  });

  it("a baseline knows a file again that got another name, once for each of its findings", async () => {
    const cwd = scratch({ "a.py": NESTED, "b.py": CLEAN });
    const baseline = ["--baseline", "known.json"];
    await osfix(["check", ...baseline, "--update-baseline"], { cwd });
    fs.renameSync(path.join(cwd, "a.py"), path.join(cwd, "c.py"));
    expect(await found(baseline, cwd)).toEqual([]);
    const twice = fs.readFileSync(path.join(cwd, "c.py"), "utf8");
    putFiles(cwd, { "d.py": twice });
    expect(places(await found(baseline, cwd))).toEqual(["d.py:6 locks/nested"]);
    const { err } = await osfix(["check", ...baseline, "--prune-baseline"], { cwd });
    expect(err).toContain("known.json: 1 findings kept, 0 taken out");
    const kept = JSON.parse(fs.readFileSync(path.join(cwd, "known.json"), "utf8")).findings;
    expect(kept).toMatchObject([{ path: "c.py", rule: "locks/nested" }]);
    fs.renameSync(path.join(cwd, "c.py"), path.join(cwd, "a.py"));
    putFiles(cwd, { "c.py": CLEAN });
    expect(places(await found(baseline, cwd)), "a file under the old name is another one").toEqual([
      "a.py:6 locks/nested",
      "d.py:6 locks/nested",
    ]);
  });

  it("--since knows a file again that got another name", async () => {
    const cwd = scratch({ "pkg/__init__.py": "", "pkg/a.py": NESTED, "pkg/b.py": CLEAN });
    commitAll(cwd);
    fs.renameSync(path.join(cwd, "pkg/a.py"), path.join(cwd, "pkg/c.py"));
    fs.appendFileSync(path.join(cwd, "pkg/c.py"), "\n\ndef g(text):\n    text.strip()\n");
    execFileSync("git", ["add", "-A"], { cwd });
    expect(places(await found(["--since", "HEAD"], cwd))).toEqual(["pkg/c.py:11 names/dropped-value"]);
    fs.cpSync(path.join(cwd, "pkg/c.py"), path.join(cwd, "pkg/a.py"));
    execFileSync("git", ["add", "-A"], { cwd });
    expect(places(await found(["--since", "HEAD"], cwd))).toContain("pkg/c.py:6 locks/nested");
  });

  it("files that git does not track are named, as is a directory without any", async () => {
    const cwd = scratch({ "a/a.py": CLEAN, ".gitignore": "made/\n", "note/b.txt": "" });
    commitAll(cwd);
    putFiles(cwd, { "a/new.py": NESTED, "made/c.py": NESTED, "build/d.py": NESTED });
    const says = "not checked, since git does not track them yet: a/new.py (git add, or name them)\n";
    expect((await osfix(["check"], { cwd })).err).toBe(`${says}0 findings in 1 file\n`);
    expect(places(await found(["a/new.py"], cwd))).toEqual(["a/new.py:6 locks/nested"]);
    expect((await osfix(["check", "-q"], { cwd })).err).toBe("");
    const { status, err } = await osfix(["check", "note"], { cwd });
    expect([status, err]).toEqual([
      0,
      ".: what was named here holds no Python file\n0 findings in 0 files\n",
    ]);
  });

  it("--since says of a shallow clone what it lacks", async () => {
    const [origin, clones] = [scratch({ "a.py": CLEAN }), scratch()];
    commitAll(origin);
    execFileSync("git", ["clone", "-q", "--depth", "1", `file://${origin}`, "clone"], { cwd: clones });
    const cwd = path.join(clones, "clone");
    const { status, err } = await osfix(["check", "--since", "HEAD^"], { cwd });
    expect([status, err]).toEqual([2, expect.stringContaining("git fetch --unshallow")]);
  });

  it("a baseline keeps what is known, whatever line it has moved to, and can be pruned", async () => {
    const cwd = scratch({ "a.py": NESTED, "b.py": NESTED });
    const baseline = ["--baseline", "known.json"];
    expect((await osfix(["check", ...baseline, "--update-baseline"], { cwd })).status).toBe(0);
    edit(cwd, "a.py", "from oslo", "import os\n\n\nfrom oslo");
    expect((await osfix(["check", ...baseline], { cwd })).status).toBe(0);
    edit(cwd, "b.py", "lock('house')", "lock('door')");
    const { err } = await osfix(["check", ...baseline], { cwd });
    expect(err).toContain("1 suppressed; 1 entry of the baseline is stale (--prune-baseline)");
    await osfix(["check", ...baseline, "--prune-baseline"], { cwd });
    const kept = JSON.parse(fs.readFileSync(path.join(cwd, "known.json"), "utf8")).findings;
    expect(kept.map((entry: { path: string }) => entry.path)).toEqual(["a.py"]);
    putFiles(cwd, { "c.py": NESTED });
    expect(places(await found(baseline, cwd))).toEqual(["c.py:6 locks/nested"]);
  });

  it("--since leaves what a revision has, and shows what the change brought, in other files too", async () => {
    const cwd = scratch({
      "pkg/__init__.py": "",
      "pkg/old.py": NESTED,
      "pkg/callee.py": "def make(a):\n    return a\n",
      "pkg/caller.py": "from pkg import callee\n\n\ndef run():\n    return callee.make(1)\n",
    });
    commitAll(cwd);
    edit(cwd, "pkg/old.py", "from oslo", "\n\nfrom oslo");
    expect(await found(["--since", "HEAD"], cwd)).toEqual([]);
    edit(cwd, "pkg/callee.py", "make(a)", "make(a, b)");
    expect(places(await found(["--since", "HEAD"], cwd))).toEqual(["pkg/caller.py:5 calls/missing-argument"]);
    expect((await osfix(["check", "--since", "no-such-thing"], { cwd })).status).toBe(2);
  });

  it("configuration turns rules off and on, for all files and for some", async () => {
    const config = {
      check: {
        rules: { "locks/nested": "warning" },
        paths: [{ files: ["vendored/**"], rules: { "*": "off" } }],
        exclude: ["gone.py"],
      },
    };
    const cwd = scratch({
      "a.py": NESTED,
      "gone.py": NESTED,
      "vendored/b.py": NESTED,
      "osfix.config.json": JSON.stringify(config),
    });
    const { out } = await osfix(["check", "--json"], { cwd });
    expect(JSON.parse(out).findings).toMatchObject([{ path: "a.py", severity: "warning" }]);
  });

  it("a rule that --select names runs where the configuration turns it off, and one of an area does not", async () => {
    const config = { check: { rules: { "locks/*": "off" } } };
    const cwd = scratch({ "a.py": NESTED, "osfix.config.json": JSON.stringify(config) });
    expect(places(await found(["--select", "locks/nested"], cwd))).toHaveLength(1);
    expect(places(await found(["--select", "nested"], cwd))).toHaveLength(1);
    expect(await found(["--select", "locks/*"], cwd)).toEqual([]);
  });

  it.each([
    ['{"check": {"rule": {}}}', 'unknown key "rule"\n  Did you mean "rules"?'],
    ['{"check": {"rules": {"locks/nested": "of"}}}', '"locks/nested" is "of"\n  It may be "off"'],
    ['{"check": {"rules": {"locks/nestd": "off"}}}', 'no rule "locks/nestd"'],
    ['{"check": {"exclude": "a"}}', "is not a list of texts"],
    ['{"check": {"paths": [{"rules": {"*": "off"}}]}}', '"check.paths[0]" has no "files"\n  An entry is {'],
    ['{"check": {"paths": [{"files": ["a.py"]}]}}', '"check.paths[0]" has no "rules"'],
  ])("%s is refused", async (text, says) => {
    const { status, err } = await osfix(["check"], {
      cwd: scratch({ "osfix.config.json": text, "a.py": "" }),
    });
    expect(status).toBe(2);
    expect(err).toContain(says);
  });
});

describe("--ignore", () => {
  it("leaves rules out, also those that --select names", async () => {
    const cwd = scratch({
      "a.py": `${NESTED}\n\ndef f(text):\n    text.strip()  # osfix: ignore[locks/nested]\n`,
    });
    const rules = async (...args: readonly string[]): Promise<readonly string[]> =>
      (await found(args, cwd)).map(({ rule }) => rule);
    expect(await rules()).toEqual(["locks/nested", "names/dropped-value", "osfix/unused-ignore"]);
    expect(await rules("--ignore", "locks/*,osfix/unused-ignore")).toEqual(["names/dropped-value"]);
    expect(await rules("--ignore", "dropped-value", "--select", "*")).toEqual([
      "locks/nested",
      "osfix/unused-ignore",
    ]);
    const { status, err } = await osfix(["check", "--ignore", "locks/nestd"], { cwd });
    expect([status, err]).toEqual([2, expect.stringContaining('Did you mean "locks/nested"?')]);
  });
});

describe("own rules", () => {
  it("have names of their own", async () => {
    const cwd = scratch({ "rules/locks/nested.spatch": RULE, "a.py": "" });
    const { status, err } = await osfix(["check", "--rules", "rules"], { cwd });
    expect([status, err]).toEqual([2, expect.stringContaining("rule locks/nested of your own has the name")]);
    expect((await osfix(["new-rule", "locks/nested", "--rules", "others"], { cwd })).status).toBe(2);
  });

  it("are known to list and explain where the configuration names them", async () => {
    const cwd = scratch({
      "rules/own/rename.spatch": RULE,
      "below/a.py": "",
      "osfix.config.json": '{"check": {"ownRules": ["rules"]}}',
    });
    const at = { cwd: path.join(cwd, "below") };
    expect((await osfix(["list", "rules"], at)).out).toMatch(/own\/rename +warning +on +use new_name\(\)/);
    const { status, out } = await osfix(["explain", "own/rename"], at);
    expect(status).toBe(0);
    expect(out.split("\n").slice(0, 3)).toEqual([
      "# use new_name()",
      "",
      "`own/rename`: warning, on by default; `# osfix: ignore[own/rename] reason` passes over one.",
    ]);
  });

  it("say of a line whether they find it, where else, and how far they get where they do not", async () => {
    const cwd = scratch({
      "rules/own/rename.spatch": RULE,
      "rules/own/elsewhere.spatch": RULE.replace("--- *.py", "--- shop/**"),
      "a.py": "old_name(1)\nold_name(2)\n",
      "b.py": "other_name(1)\n",
    });
    const said = async (place: string) =>
      (await osfix(["explain", place, "--rules", "rules"], { cwd })).out.trimEnd().split("\n").slice(2);
    const missed = [
      "own/elsewhere: use new_name()",
      "  not found",
      "    elsewhere.spatch: no section of the rule is about",
    ];
    expect(await said("a.py:2")).toEqual([
      ...missed.slice(0, 2),
      `${missed[2]} a.py`,
      "own/rename: use new_name()",
      "  found",
      "    found in line 1",
    ]);
    expect((await said("b.py:1")).slice(-2)).toEqual([
      "  not found",
      "    rename.spatch: line 7: nothing stands there that begins like the code of this hunk",
    ]);
    const { status, err } = await osfix(["explain", "a.py:9", "--rules", "rules"], { cwd });
    expect([status, err]).toEqual([2, expect.stringContaining("a.py has 2 lines, and no line 9")]);
  });

  it.each(["shop/**", "shop/**/*.py", "**/till.py", "shop/*/till.py"])(
    "for %s are tried on examples that lie there",
    async (glob) => {
      const page =
        "# use new_name()\n\n```python\nold_name(1)  # want: own/rename\n```\n\n```python\nnew_name(1)\n```\n";
      const spatch = RULE.replace("--- *.py", `--- ${glob}`);
      const cwd = scratch({ "rules/own/rename.spatch": spatch, "rules/own/rename.md": page });
      expect((await osfix(["test", "rules"], { cwd })).out).toBe("ok   own/rename (2 examples)\n");
    },
  );

  it("find and mend; nothing else in the file changes", async () => {
    const text = "# coding: latin-1\r\nname = '\xe4'\r\na = old_name(1,  2)\r\nb = old_name(old_name(3))\r\n";
    const cwd = scratch({ "rules/own/rename.spatch": RULE, "src/a.py": Buffer.from(text, "latin1") });
    const args = ["--rules", "rules", "--select", "own/rename", "src"];
    expect(places(await found(args, cwd))).toEqual([
      "src/a.py:3 own/rename",
      "src/a.py:4 own/rename",
      "src/a.py:4 own/rename",
    ]);
    const { status, err } = await osfix(["check", ...args, "--fix"], { cwd });
    expect([status, err]).toEqual([0, "0 findings in 1 file; 3 findings fixed in 1 file\n"]);
    expect(bytesOf(cwd)["src/a.py"]).toBe(text.replaceAll("old_name", "new_name"));
  });

  it("mend by lines that end as the file's others do", async () => {
    const text = (decorator: string) =>
      `class A(object):\r\n    def name(self):\r\n        return 1\r\n\r\n${decorator}    def kind(cls):\r\n        return cls.name\r\n`;
    const cwd = scratch({ "a.py": text("") });
    const { err } = await osfix(["check", "--select", "calls/receiver-missing", "--fix", "--unsafe"], {
      cwd,
    });
    expect(err).toBe("0 findings in 1 file; 1 finding fixed in 1 file\n");
    expect(bytesOf(cwd)["a.py"]).toBe(text("    @classmethod\r\n"));
  });

  it("show with --diff what --fix would do, and change nothing", async () => {
    const text = "a = old_name(1)\nb = 2\n";
    const cwd = scratch({ "rules/own/rename.spatch": RULE, "src/a.py": text });
    const args = ["check", "--rules", "rules", "--select", "own/rename", "src", "--fix", "--diff"];
    const { status, out, err } = await osfix(args, { cwd });
    expect([status, err]).toEqual([1, "1 finding (1 warning) in 1 file\n"]);
    expect(out).toContain("\n-a = old_name(1)\n+a = new_name(1)\n b = 2\n");
    expect(out).toMatch(/^diff --git a\/a\.py b\/a\.py\n/);
    expect(bytesOf(cwd)["src/a.py"]).toBe(text);
  });

  it("may match only", async () => {
    const match = `${RULE.slice(0, RULE.indexOf("@@"))}@@\nexpression e\n@@\n*eval(e)\n`;
    const cwd = scratch({ "rules/own/eval.spatch": match, "a.py": "def f(x):\n    return g(eval(x))\n" });
    const findings = await found(["--rules", "rules", "--select", "own/eval", "a.py"], cwd);
    expect(places(findings)).toEqual(["a.py:2 own/eval"]);
  });

  it("are looked for behind no link to a directory, and in no FIFO", async () => {
    const cwd = scratch({
      "rules/own/rename.spatch": RULE,
      "rules/more/note.txt": "",
      "a.py": "x = old_name(1)\n",
    });
    // two ways back up: as many paths as there are rows of forty turns
    for (const name of ["one", "other"]) fs.symlinkSync("..", path.join(cwd, "rules/more", name));
    fs.symlinkSync("itself.spatch", path.join(cwd, "rules/more/itself.spatch"));
    execFileSync("mkfifo", [path.join(cwd, "rules/more/fifo.spatch")]);
    const findings = await found(["--rules", "rules", "--select", "own/rename", "a.py"], cwd);
    expect(places(findings)).toEqual(["a.py:1 own/rename"]);
  });

  it("are refused with the place of what is wrong in them", async () => {
    const cwd = scratch({ "rules/own/rename.spatch": RULE.replace("-old_name(arguments)", "-old_name(") });
    const { status, err } = await osfix(["check", "--rules", "rules", "."], { cwd });
    expect(status).toBe(2);
    expect(err).toMatch(/rename\.spatch:\d+:\d+/);
  });

  it("are scaffolded with a page whose examples pass, and never over a file that is there", async () => {
    const cwd = scratch();
    expect((await osfix(["new-rule", "calls/old-name"], { cwd })).status).toBe(0);
    const { status, out } = await osfix(["test", "rules"], { cwd });
    expect([status, out]).toEqual([0, "ok   calls/old-name (2 examples)\n"]);
    const again = await osfix(["new-rule", "calls/old-name"], { cwd });
    expect([again.status, again.err]).toEqual([
      2,
      expect.stringContaining("old-name.spatch: it is there already"),
    ]);
    expect((await osfix(["new-rule", "Old Name"], { cwd })).status).toBe(2);
  });

  it("are scaffolded whole or not at all", async () => {
    const cwd = scratch({ "rules/calls/old-name.md": "# mine\n", file: "" });
    const { status, err } = await osfix(["new-rule", "calls/old-name"], { cwd });
    expect([status, err]).toEqual([2, expect.stringContaining("old-name.md: it is there already")]);
    expect(fs.readdirSync(path.join(cwd, "rules/calls"))).toEqual(["old-name.md"]);
  });

  it.each([
    { args: ["new-rule", "calls/old-name", "--rules", "file"] },
    { args: ["test", "file/rules"] },
    { args: ["check", "--rules", "file/rules", "."] },
    { args: ["check", "--patches", "file", "."] },
  ])("are not looked for in a file: $args", async ({ args }) => {
    const cwd = scratch({ file: "", "a.py": "" });
    const { status, err } = await osfix(args, { cwd, env: { XDG_CACHE_HOME: path.join(cwd, "cache") } });
    expect([status, err]).toEqual([2, expect.stringContaining("a part of the path is not a directory")]);
  });

  it.each([
    [
      "old_name(1, two=2)  # want: calls/old-name call of old_name()",
      "old_name(1, two=2)",
      "found and not wanted",
    ],
    ["    return new_name(thing)", "    return thing  # want: calls/old-name", "not found"],
    [
      "    return new_name(thing)",
      "    return thing  # want: calls/odl-name",
      "this is the page of calls/old-name",
    ],
    ["new_name(1, two=2)", "new_name(1)", "-new_name(1)\n       +new_name(1, two=2)\n"],
    [
      "# want: calls/old-name call",
      "# want: calls/odl-name call",
      "example.py:1: found and not wanted: call of old_name()",
    ],
    [
      "old_name(1, two=2)",
      "old.name(1, two=2)",
      "example.py: old-name.spatch line 10: nothing stands there that begins like the code of this hunk",
    ],
  ])("fail their test when the page says %j no more", async (before, after, says) => {
    const cwd = scratch();
    await osfix(["new-rule", "calls/old-name"], { cwd });
    edit(cwd, "rules/calls/old-name.md", before, after);
    const { status, out } = await osfix(["test", "rules"], { cwd });
    expect(status).toBe(1);
    expect(out).toContain(says);
  });
});

it("a rule that finds nothing where its page wants it says how far it got, and what keeps it silent", async () => {
  const head = RULE.slice(0, RULE.indexOf("@@"));
  const page =
    "# no sleep\n\n```python\ndef nap():\n    time.sleep(1)  # want: own/rename\n```\n\n```python\npass\n```\n";
  const test = async (hunks: string): Promise<string> => {
    const cwd = scratch({ "rules/own/rename.spatch": `${head}${hunks}`, "rules/own/rename.md": page });
    return (await osfix(["test", "rules"], { cwd })).out;
  };
  const line = head.split("\n").length;
  expect(await test("@@ nap @@\n@@\n*time.sleep(2)\n")).toContain(
    `example.py: rename.spatch line ${line + 2} expects "2" where "1" stands (line 2)`,
  );
  expect(
    await test("@@ nap @@\n@@\n*time.sleep(1)\n\n@@ done obsolete @@\n@@\n# it is over\n*time.sleep(1)\n"),
  ).toContain(`example.py: rename.spatch line ${line + 4}: what keeps the rule silent stands there`);
});

describe("the cache", () => {
  const check = async (cwd: string, ...more: readonly string[]): Promise<Said> =>
    osfix(["check", "--json", ...more], { cwd, env: { XDG_CACHE_HOME: path.join(cwd, "../cache") } });

  it("gives the same report, and another one when any file of the tree has changed", async () => {
    const cwd = path.join(
      scratch({
        "tree/pkg/__init__.py": "",
        "tree/pkg/callee.py": "def make(a):\n    return a\n",
        "tree/pkg/caller.py": "from pkg import callee\n\n\ndef run():\n    return callee.make(1)\n",
      }),
      "tree",
    );
    const first = await check(cwd, "pkg/caller.py");
    expect(await check(cwd, "pkg/caller.py")).toEqual(first);
    const kept = fs.readdirSync(path.join(cwd, "../cache/osfix/check"));
    expect(kept.filter((name) => name.endsWith(".json")).length).toBe(1);
    edit(cwd, "pkg/callee.py", "make(a)", "make(a, b)");
    const { out } = await check(cwd, "pkg/caller.py");
    expect(places(JSON.parse(out).findings)).toEqual(["pkg/caller.py:5 calls/missing-argument"]);
    edit(cwd, "pkg/callee.py", "make(a, b)", "make(a)");
    expect(await check(cwd, "pkg/caller.py")).toEqual(first);
  });

  it("is left alone with --no-cache, and no harm when it is broken or cannot be written", async () => {
    const cwd = path.join(scratch({ "tree/a.py": NESTED }), "tree");
    await check(cwd, "--no-cache");
    const folder = path.join(cwd, "../cache/osfix/check");
    expect(fs.existsSync(folder)).toBe(false);
    const first = await check(cwd);
    for (const name of fs.readdirSync(folder)) fs.writeFileSync(path.join(folder, name), "{");
    expect(await check(cwd)).toEqual(first);
    fs.rmSync(folder, { recursive: true });
    fs.writeFileSync(folder, "");
    expect(await check(cwd)).toEqual(first);
  });
});

describe("osfix explain", () => {
  it.each([
    ["locks/nested", "# lock taken again while it is held"],
    ["vlan-live-migration/name-after-parent", "# 0002: name a VLAN interface after its parent"],
    ["osfix/unused-ignore", "# comment that ignores nothing"],
  ])("prints the page of %s", async (id, heading) => {
    const { status, out } = await osfix(["explain", id]);
    expect([status, out.split("\n")[0]]).toEqual([0, heading]);
  });

  it("prints the page of an own rule", async () => {
    const cwd = scratch();
    await osfix(["new-rule", "calls/old-name"], { cwd });
    const { out } = await osfix(["explain", "calls/old-name", "--rules", "rules"], { cwd });
    const page = fs.readFileSync(path.join(cwd, "rules/calls/old-name.md"), "utf8");
    expect(out.replace(/^`calls\/old-name`: .*\n\n/m, "")).toBe(page);
  });
});
