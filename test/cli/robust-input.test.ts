import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { putFiles, scratch, unprivileged } from "../helpers/scratch.ts";
import { bytesOf, edit, osfix, sample } from "./osfix.ts";

const LINUX_NET = "vif_plug_linux_bridge/linux_net.py";

describe("a PATH that holds nothing to patch", () => {
  it.each([
    { given: "does not exist", make: () => "/no/such/tree", says: "there is no such file or directory" },
    { given: "is an empty directory", make: () => scratch(), says: "it is an empty directory" },
    {
      given: "is some other directory",
      make: () => scratch({ "notes.txt": "", "src/a.py": "" }),
      says: "no package directory of a known project: looked for nova/, os_vif/, vif_plug_linux_bridge/, neutron/ and others, found notes.txt, src",
    },
    {
      given: "is a project without patches",
      make: () => scratch({ "neutron/__init__.py": "" }),
      says: "is neutron: series vlan-live-migration has no patches for it",
    },
    {
      given: "holds two trees of one project",
      make: () => scratch({ "a/nova/__init__.py": "", "b/nova/__init__.py": "" }),
      says: "it holds several trees of nova: a, b",
    },
    {
      given: "is a file that no patch is for",
      make: () => path.join(scratch({ "other.py": "x = 1\n" }), "other.py"),
      says: "no semantic patch is for a file of that name",
    },
    {
      given: "is a file of the right name and other content",
      make: () => path.join(scratch({ "linux_net.py": "x = 1\n" }), "linux_net.py"),
      says: "it holds none of the code that vif_plug_linux_bridge/linux_net.py is patched at",
    },
  ])("$given", async ({ make, says }) => {
    for (const command of ["status", "apply", "diff", "revert", "locate"]) {
      const { status, out, err } = await osfix([command, make()]);
      expect([command, status, out]).toEqual([command, 2, ""]);
      expect(err).toContain(says);
    }
  });

  it("passes over the other projects of a directory that holds several", async () => {
    const trees = sample();
    putFiles(trees, { "neutron/neutron/__init__.py": "" });
    const { status, out, err } = await osfix(["status", "-v", trees]);
    expect(status).toBe(0);
    expect(out).not.toContain("neutron/neutron");
    expect(err).toContain("no patches for neutron in this series");
  });
});

describe("a target file that cannot be patched is a conflict with its reason, and nothing is written", () => {
  it.each([
    {
      given: "not UTF-8",
      spoil: (file: string) => fs.appendFileSync(file, Buffer.from([0x23, 0xff, 0x0a])),
      says: "is not utf-8, and it declares no other encoding",
    },
    {
      given: "binary",
      spoil: (file: string) => fs.writeFileSync(file, Buffer.from([0x7f, 0x45, 0, 1, 2])),
      says: "it holds a NUL byte at offset 2; it is not Python source",
    },
    {
      given: "not Python",
      spoil: (file: string) => fs.writeFileSync(file, "%!PS\n/Times findfont 12 scalefont setfont ))\n"),
      says: "is not valid Python",
    },
    {
      given: "a directory",
      spoil: (file: string) => {
        fs.rmSync(file);
        fs.mkdirSync(file);
      },
      says: "it is a directory, not a regular file",
    },
    {
      given: "a symbolic link out of the tree",
      spoil: (file: string) => {
        const elsewhere = path.join(scratch(), "linux_net.py");
        fs.renameSync(file, elsewhere);
        fs.symlinkSync(elsewhere, file);
      },
      says: "it is a symbolic link out of the tree",
    },
    {
      given: "a dangling link",
      spoil: (file: string) => {
        fs.rmSync(file);
        fs.symlinkSync("nowhere.py", file);
      },
      says: "it is a symbolic link to something that does not exist",
    },
  ])("$given", async ({ spoil, says }) => {
    const tree = sample("os-vif");
    spoil(path.join(tree, LINUX_NET));
    const before = bytesOf(tree);
    const { status, out } = await osfix(["status", tree]);
    expect(status).toBe(3);
    expect(out).toMatch(/conflict +0001-lock-outside-privsep/);
    expect(out).toContain(says);
    const applied = await osfix(["apply", tree]);
    expect(applied.status).toBe(3);
    expect(applied.err).toContain("nothing was written");
    expect(bytesOf(tree)).toEqual(before);
  });

  it("unreadable, and unwritable", async () => {
    const tree = sample("os-vif");
    fs.chmodSync(path.dirname(tree), 0o755);
    const file = path.join(tree, LINUX_NET);
    fs.chmodSync(file, 0o000);
    const unreadable = await unprivileged(() => osfix(["status", tree]));
    expect([unreadable.status, unreadable.out.includes("permission denied")]).toEqual([3, true]);
    fs.chmodSync(file, 0o444);
    const before = bytesOf(tree);
    const unwritable = await unprivileged(() => osfix(["apply", tree]));
    expect(unwritable.status).toBe(2);
    expect(unwritable.err).toMatch(/error: .*may not be written/);
    expect(unwritable.err).not.toContain(": .:");
    expect(bytesOf(tree)).toEqual(before);
  });

  it("a folder or a file that may not be looked into", async () => {
    const files = { "open/a.py": "x = 1\n", "open/closed/b.py": "y = 2\n", "closed/c.py": "z = 3\n" };
    const cwd = scratch({ ...files, "secret.py": "w = 4\n" });
    fs.chmodSync(path.join(cwd, "secret.py"), 0o000);
    for (const folder of ["", "open"]) fs.chmodSync(path.join(cwd, folder), 0o755);
    for (const folder of ["closed", "open/closed"]) fs.chmodSync(path.join(cwd, folder), 0o000);
    const said = await unprivileged(async () => {
      const calls = [
        "check open",
        "check closed",
        "check open/a.py secret.py",
        "check open --rules closed",
        `list --patches ${cwd}/closed`,
      ];
      const answers: string[] = [];
      for (const call of calls) {
        const { status, err } = await osfix(call.split(" "), { cwd });
        answers.push(`${status} ${err.trim().replaceAll(`${cwd}/`, "")}`);
      }
      return answers;
    });
    for (const folder of ["closed", "open/closed"]) fs.chmodSync(path.join(cwd, folder), 0o755);
    expect(said).toEqual([
      "0 skipped open/closed: this folder may not be read, so nothing in it is checked\n0 findings in 1 file; 1 file skipped",
      "2 error: closed: it cannot be read (permission denied)",
      "2 error: secret.py: it cannot be read (permission denied)",
      "2 error: closed: permission denied (scandir)",
      "2 error: closed: permission denied (scandir)",
    ]);
  });

  it("a function that stands twice is ambiguous", async () => {
    const tree = sample("os-vif");
    const text = fs.readFileSync(path.join(tree, LINUX_NET), "utf8");
    const start = text.indexOf("@lockutils.synchronized('nova-lock_vlan'");
    const twin = text.slice(start, text.indexOf("@lockutils.synchronized('nova-lock_bridge'"));
    fs.appendFileSync(path.join(tree, LINUX_NET), `\n\n${twin}`);
    const { status, out } = await osfix(["status", tree]);
    expect(status).toBe(3);
    expect(out).toMatch(/ambiguous +0001/);
    expect(out).toMatch(/lines 38, \d+/);
  });

  it("an option that a fork registers elsewhere is not registered again", async () => {
    const tree = sample("nova");
    edit(
      tree,
      "nova/conf/neutron.py",
      "def register_opts",
      "local_opts = [cfg.StrOpt('bridge_interface', default='eth1')]\n\n\ndef register_opts",
    );
    const { status, out } = await osfix(["apply", "--only", "1", tree]);
    expect(status).toBe(0);
    expect(out).toContain("applied-elsewhere option");
    expect(out).toContain("an equivalent stands at nova/conf/neutron.py:27");
  });
});

describe("a wrong call", () => {
  it.each([
    {
      args: ["status", "--profile", "hardened", "--profile", "published"],
      says: '--profile was given twice, as "hardened" and "published"',
    },
    { args: ["status", "--profile", "hardend"], says: 'Did you mean "hardened"?' },
    { args: ["status", "--only", "0002-name-after-parnt"], says: 'Did you mean "0002-name-after-parent"?' },
    { args: ["apply", "--set", "bridge_interfce=bond0"], says: 'Did you mean "bridge_interface"?' },
    { args: ["apply", "--set", "bridge_interface"], says: "is not NAME=VALUE" },
    { args: ["apply", "--set", "bridge_interface=a-very-long-name-of-a-nic"], says: "at most 15 characters" },
    { args: ["apply", "--set", "bridge_interface=bönd"], says: "not printable ASCII" },
    { args: ["status", "--patches", "/no/such/folder"], says: "there is no such folder of semantic patches" },
    { args: ["statsu"], says: "Did you mean status?" },
    { args: ["apply", "--alow-dirty"], says: "Did you mean --allow-dirty?" },
    { args: ["explain", "syntax"], says: "it has syntax/merge-conflict" },
    { args: ["check", "setup.py:3:1"], says: "a PATH has no line: osfix check setup.py" },
    { args: ["explain", "0002-name-after-parnt"], says: "no patch and no rule is called" },
    { args: ["explain", "0001"], says: '"0001" names several: os-vif/0001' },
  ])("$args says what is wrong", async ({ args, says }) => {
    const tree = args[0] === "explain" ? [] : [sample("os-vif")];
    const { status, out, err } = await osfix([...args, ...tree]);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain(says);
  });

  it("without a command shows the help on standard error", async () => {
    const { status, out, err } = await osfix([]);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain("Usage: osfix COMMAND [PATH...]");
  });
});
