import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { scratch } from "../helpers/scratch.ts";
import { bytesOf, commitAll, edit, osfix, sample } from "./osfix.ts";

const LINUX_NET = "vif_plug_linux_bridge/linux_net.py";
const NEUTRON = "nova/network/neutron.py";

describe("osfix apply and osfix revert", () => {
  it.each(["hardened", "published"])(
    "put profile %s in, twice is once, and take it out again",
    async (profile) => {
      const trees = sample();
      const before = bytesOf(trees);
      const applied = await osfix(["apply", "--profile", profile, trees]);
      expect(applied.status).toBe(0);
      expect(applied.out.match(/^ {2}\d+ files patched$/gm)).toHaveLength(2);
      expect(applied.out).not.toContain("no place here");
      const after = bytesOf(trees);
      expect(after).not.toEqual(before);
      const again = await osfix(["apply", "--profile", profile, trees]);
      expect(again.status).toBe(0);
      expect(again.out).toContain("nothing to do: all of it is in the tree");
      expect(bytesOf(trees)).toEqual(after);
      expect((await osfix(["revert", trees])).status).toBe(0);
      expect(bytesOf(trees)).toEqual(before);
    },
  );

  it("name lines of the file where a patch does not come out, though others were taken out in thought", async () => {
    const tree = sample("os-vif");
    await osfix(["apply", tree]);
    edit(tree, LINUX_NET, "= _vlan_interface_name(", "= _name(");
    const text = fs.readFileSync(path.join(tree, LINUX_NET), "utf8");
    const line = text.split("\n").findIndex((one) => one.includes("= _name(")) + 1;
    const { status, out } = await osfix(["revert", "--json", tree]);
    const { refusals, trees } = JSON.parse(out);
    const linesIn = (said: unknown) => new Set(JSON.stringify(said).match(/\(line \d+\)/g));
    expect([status, linesIn(refusals), linesIn(trees)]).toEqual([
      3,
      new Set([`(line ${line})`]),
      new Set([`(line ${line})`]),
    ]);
  });

  it("says of each patch what it did, the tree that goes first before the other, and how to go back", async () => {
    const trees = sample();
    const { out, err } = await osfix(["apply", trees]);
    expect(out.indexOf("os-vif 3.0.0, Zed")).toBeGreaterThanOrEqual(0);
    expect(out.indexOf("nova 26.2.2, Zed")).toBeGreaterThan(out.indexOf("os-vif 3.0.0, Zed"));
    expect(out).toMatch(/^ {2}applied {7}0001-lock-outside-privsep +take the VLAN lock outside/m);
    expect(out).toMatch(/^ +vif_plug_linux_bridge\/linux_net\.py \+2 -2$/m);
    expect(err).toBe(`note: take it out again with: osfix revert ${trees}\n`);
  });

  it("writes nothing with --dry-run and --check, and the latter's status says that something is left", async () => {
    const tree = sample("os-vif");
    const before = bytesOf(tree);
    const dry = await osfix(["apply", "--dry-run", tree]);
    expect([dry.status, /\d files would be patched/.test(dry.out)]).toEqual([0, true]);
    expect((await osfix(["apply", "--check", tree])).status).toBe(1);
    expect((await osfix(["status", "--check", tree])).status).toBe(1);
    expect(bytesOf(tree)).toEqual(before);
    await osfix(["apply", tree]);
    expect((await osfix(["apply", "--check", tree])).status).toBe(0);
    expect((await osfix(["status", "--check", tree])).status).toBe(0);
  });

  it("applies only what is named: numbers, names, globs", async () => {
    const tree = sample("os-vif");
    const { out } = await osfix(["apply", "--only", "1,name-after-parent", "--only", "*/0003-*", tree]);
    expect([...out.matchAll(/applied +(\d+)/g)].map((found) => found[1])).toEqual(["0001", "0002", "0003"]);
    const rest = await osfix(["status", tree]);
    expect(rest.out).toMatch(/applied +0003/);
    expect(rest.out).toMatch(/applicable +0006/);
  });

  it("writes a setting as a Python string", async () => {
    const tree = sample("nova");
    const { status } = await osfix(["apply", "--set", "bridge_interface=bond0", tree]);
    expect(status).toBe(0);
    expect(fs.readFileSync(path.join(tree, "nova/conf/neutron.py"), "utf8")).toContain("default='bond0'");
    expect((await osfix(["revert", tree])).status).toBe(0);
    expect(bytesOf(tree)).toEqual(bytesOf(sample("nova")));
  });

  it("writes no tree when one of them has a conflict, and says where", async () => {
    const trees = sample();
    edit(trees, `nova/${NEUTRON}`, "should_create_bridge = True", "should_create_bridge = wanted(port)");
    const before = bytesOf(trees);
    const { status, out, err } = await osfix(["apply", trees]);
    expect(status).toBe(3);
    expect(out).toMatch(/conflict +0002-vlan-of-bridge-ports/);
    expect(err).toContain("error: ");
    expect(err).toContain("nothing was written; --keep-going leaves out the patches that do not fit");
    expect(bytesOf(trees)).toEqual(before);
  });

  it("takes nothing out of code that is neither with the patches nor what they are for, and says so", async () => {
    const tree = sample("os-vif");
    edit(tree, LINUX_NET, "'vlan%s' % vlan_num", "make_name(vlan_num)");
    const before = bytesOf(tree);
    const { status, err } = await osfix(["revert", tree]);
    expect(err).toContain(
      `error: ${tree}: nothing to take out, but this is not the code that the patches are for`,
    );
    expect(status).toBe(3);
    expect(bytesOf(tree)).toEqual(before);
    const plain = await osfix(["revert", sample("os-vif")]);
    expect([plain.status, plain.out]).toEqual([0, expect.stringContaining("nothing to take out")]);
    // Patches that build on others are seen as status sees them, and not as conflicts.
    expect(plain.out.match(/^ {2}(?!applicable)\w+ +\d{4}-/gm)).toBeNull();
  });

  it("does not call a patch applied whose code has no place, although its tests have one", async () => {
    const tree = sample("os-vif");
    edit(tree, LINUX_NET, "def ensure_vlan_bridge(", "def make_vlan_bridge(");
    const { status, out } = await osfix(["apply", tree]);
    expect(status).toBe(0);
    expect(out).toMatch(/^ {2}absent +0001-lock-outside-privsep/m);
    expect(out).toMatch(/^ {2}applied +0002-name-after-parent/m);
    expect(out).toContain("no ensure_vlan_bridge in the file");
  });

  it("calls a patch half of one whose code was renamed after it was applied, and leaves it alone", async () => {
    const tree = sample("os-vif");
    await osfix(["apply", "--only", "1,2", tree]);
    edit(tree, LINUX_NET, "def ensure_vlan_bridge(", "def make_vlan_bridge(");
    const before = bytesOf(tree);
    const status = await osfix(["status", "--only", "1,2", tree]);
    expect(status.status).toBe(3);
    expect(status.out).toMatch(/^ {2}inconsistent +0001-lock-outside-privsep/m);
    expect(status.out).toContain("is in, and goes with lock-outside, which has no place here");
    expect(status.out).toMatch(/^ {2}applied +0002-name-after-parent/m);
    const apply = await osfix(["apply", "--only", "1,2", tree]);
    expect([apply.status, apply.err]).toEqual([3, expect.stringContaining("1 patch does not fit: 0001")]);
    const revert = await osfix(["revert", "--only", "1,2", tree]);
    expect([revert.status, revert.err]).toEqual([
      3,
      expect.stringContaining("it cannot be taken out whole: entrypoint-inside is in"),
    ]);
    expect(bytesOf(tree)).toEqual(before);
    const others = await osfix(["apply", "--keep-going", "--only", "1,2", tree]);
    expect([others.status, others.out]).toEqual([3, expect.stringContaining("for the patches that fit")]);
  });

  it("does not take a file that was not named for one that the project removed", async () => {
    const { out } = await osfix(["status", path.join(sample("nova"), "nova/conf/neutron.py")]);
    expect(out).toMatch(/^ {2}absent +0002-vlan-of-bridge-ports.*\n +not looked at, since only/m);
    expect(out).not.toContain("obsolete");
    const lone = await osfix(["status", path.join(sample("os-vif"), LINUX_NET)]);
    // Hunks of one group stand in two files: the other one is there.
    expect(lone.out).toMatch(/is atomic and plug is absent: not looked at, since only/);
    expect(lone.out).not.toContain("no such file");
  });

  it("leaves out what does not fit with --keep-going, and still says so in its status", async () => {
    const tree = sample("os-vif");
    edit(tree, LINUX_NET, "'vlan%s' % vlan_num", "make_name(vlan_num)");
    const { status, out } = await osfix(["apply", "--keep-going", tree]);
    expect(status).toBe(3);
    expect(out).toMatch(/applied +0001/);
    expect(out).toMatch(/conflict +0002/);
    const text = fs.readFileSync(path.join(tree, LINUX_NET), "utf8");
    expect(text).toContain("make_name(vlan_num)");
    expect(text).toMatch(
      /@lockutils\.synchronized\('nova-lock_vlan', external=True\)\ndef ensure_vlan_bridge/,
    );
    expect((await osfix(["revert", tree])).status).toBe(0);
  });

  it("completes a fork that has swapped one of the two decorators only", async () => {
    const tree = sample("os-vif");
    edit(
      tree,
      LINUX_NET,
      "@privsep.vif_plug.entrypoint\ndef ensure_vlan_bridge",
      "@lockutils.synchronized('nova-lock_vlan', external=True)\ndef ensure_vlan_bridge",
    );
    const status = await osfix(["status", tree]);
    expect(status.status).toBe(3);
    expect(status.out).toMatch(/inconsistent +0001/);
    expect((await osfix(["apply", tree])).status).toBe(0);
    const text = fs.readFileSync(path.join(tree, LINUX_NET), "utf8");
    expect(text).toMatch(/@privsep\.vif_plug\.entrypoint\ndef _ensure_vlan_privileged/);
  });

  it("tells the profile that a tree has, and does not lay another one over it", async () => {
    const tree = sample("os-vif");
    await osfix(["apply", "--profile", "hardened", tree]);
    const before = bytesOf(tree);
    const status = await osfix(["status", "--profile", "published", tree]);
    expect(status.out).toContain("profile hardened (found in the tree)");
    const apply = await osfix(["apply", "--profile", "published", tree]);
    expect(apply.status).toBe(2);
    expect(apply.err).toContain('is patched with profile "hardened"');
    expect(bytesOf(tree)).toEqual(before);
  });

  it("refuses to change a file that git has no copy of, unless told to", async () => {
    const tree = sample("os-vif");
    commitAll(tree);
    edit(tree, LINUX_NET, "_IPTABLES_MANAGER = None", "_IPTABLES_MANAGER = None  # mine");
    const before = bytesOf(tree);
    const refused = await osfix(["apply", tree]);
    expect(refused.status).toBe(2);
    expect(refused.err).toContain(`${LINUX_NET} has uncommitted changes (modified)`);
    expect(bytesOf(tree)).toEqual(before);
    expect((await osfix(["apply", "--allow-dirty", tree])).status).toBe(0);
    expect((await osfix(["revert", tree])).status).toBe(0);
    expect(bytesOf(tree)).toEqual(before);
  });

  it("does not mind uncommitted changes of other files", async () => {
    const tree = sample("os-vif");
    commitAll(tree);
    edit(tree, "PKG-INFO", "3.0.0", "3.0.1");
    expect((await osfix(["apply", tree])).status).toBe(0);
  });

  it("takes nothing that lies beside a lone file for its project's", async () => {
    const folder = scratch({ "PKG-INFO": "Name: os-vif\nVersion: 3.9.9\n\n" });
    const alone = path.join(folder, "linux_net.py");
    fs.copyFileSync(path.join(sample("os-vif"), LINUX_NET), alone);
    const { out } = await osfix(["status", alone]);
    expect(out).toContain("linux_net.py: os-vif of unknown version, plain files");
  });

  it("patches one file when one file is named, within its package or alone", async () => {
    const tree = sample("os-vif");
    const within = await osfix(["apply", path.join(tree, LINUX_NET)]);
    expect(within.status).toBe(0);
    expect(within.out).toContain(`only ${LINUX_NET}`);
    expect(
      Object.entries(bytesOf(tree)).filter(([name, text]) => bytesOf(sample("os-vif"))[name] !== text),
    ).toHaveLength(1);
    const alone = path.join(path.dirname(tree), "linux_net.py");
    fs.copyFileSync(path.join(sample("os-vif"), LINUX_NET), alone);
    const before = fs.readFileSync(alone, "utf8");
    expect((await osfix(["apply", alone])).status).toBe(0);
    expect(fs.readFileSync(alone, "utf8")).toBe(fs.readFileSync(path.join(tree, LINUX_NET), "utf8"));
    expect((await osfix(["revert", alone])).status).toBe(0);
    expect(fs.readFileSync(alone, "utf8")).toBe(before);
  });

  it("tells a tree with the profile that makes more of the same code from one with the profile asked for", async () => {
    const tree = sample("nova");
    expect((await osfix(["apply", "--profile", "hardened", tree])).status).toBe(0);
    const before = bytesOf(tree);
    expect((await osfix(["status", "--profile", "published", tree])).out).toContain(
      "profile hardened (found in the tree)",
    );
    const applied = await osfix(["apply", "--profile", "published", tree]);
    expect(applied.status).toBe(2);
    expect(applied.err).toContain('it is patched with profile "hardened"');
    expect(bytesOf(tree)).toEqual(before);
  });

  it("tells one helper that a fork has changed from all that goes with it and stands as it was written", async () => {
    const tree = sample("nova");
    await osfix(["apply", tree]);
    const helper = "    def _get_vlan_segment(neutron, net_id):\n";
    const changed = `    def _get_vlan_segment(neutron: object, net_id):\n        LOG.debug('looked up')\n`;
    edit(tree, "nova/network/neutron.py", helper, changed);
    const status = await osfix(["status", "-v", tree]);
    expect(status.status).toBe(3);
    expect(status.out).toContain("profile hardened\n");
    const patches = [...status.out.matchAll(/^ {2}(\S+) +(000\d)-/gm)].map(
      ([, state, id]) => `${id} ${state}`,
    );
    expect(patches).toEqual([
      "0001 applied",
      "0002 applied",
      "0003 applied",
      "0004 conflict",
      "0005 applied",
    ]);
    const file = path.join(tree, "nova/network/neutron.py");
    const row =
      fs
        .readFileSync(file, "utf8")
        .split("\n")
        .findIndex((line) => line.includes("'looked up'")) + 1;
    const explained = await osfix(["explain", `${file}:${row}`]);
    expect(explained.out).toContain('"_get_vlan_segment" stands here already, with other code');
    const kept = bytesOf(tree);
    expect((await osfix(["apply", "--keep-going", tree])).out).not.toContain("written");
    expect(bytesOf(tree)).toEqual(kept);
  });

  it("does not take out a patch whose code others have changed, and says which", async () => {
    const tree = sample("nova");
    await osfix(["apply", tree]);
    const before = bytesOf(tree);
    const reverted = await osfix(["revert", "--only", "nova/0001", tree]);
    expect(reverted.status).toBe(3);
    expect(reverted.err).toContain(
      "nova/0003-uplink-for-vlan-only builds on a patch that is to be taken out: help",
    );
    expect(bytesOf(tree)).toEqual(before);
    // Where a fork took it out by hand, the others are there all the same.
    const conf = fs.readFileSync(path.join(tree, "nova/conf/neutron.py"), "utf8");
    const option = /^ +cfg\.StrOpt\('bridge_interface',[\s\S]*?^"""\),\n/m.exec(conf)?.[0] ?? "";
    edit(tree, "nova/conf/neutron.py", option, "");
    const { out } = await osfix(["status", tree]);
    expect(out).toMatch(/applicable +0001/);
    expect(out.match(/^ {2}applied +000\d/gm)).toHaveLength(4);
  });

  it("applies no patch without another that it depends on, and takes none out below it", async () => {
    const tree = sample("nova");
    const before = bytesOf(tree);
    const alone = await osfix(["apply", "--profile", "published", "--only", "nova/0002", tree]);
    expect(alone.status).toBe(3);
    expect(alone.err).toContain(
      "nova/0002-vlan-of-bridge-ports: it depends on nova/0001-bridge-interface-option, which is applicable",
    );
    expect(bytesOf(tree)).toEqual(before);
    await osfix(["apply", "--profile", "published", tree]);
    const patched = bytesOf(tree);
    const below = await osfix(["revert", "--profile", "published", "--only", "nova/0001", tree]);
    expect([below.status, below.err]).toEqual([3, expect.stringContaining("ports depends on it")]);
    expect(bytesOf(tree)).toEqual(patched);
  });

  it("names the modules of a series where a file is none of them, and not its tests and notes", async () => {
    const { status, err } = await osfix(["status", path.join(scratch({ "README.rst": "" }), "README.rst")]);
    expect(status).toBe(2);
    expect(err).toMatch(
      /README\.rst: no semantic patch is for a file of that name\n {2}The modules of series [\w-]+: (\w[\w/]+\.py, ){4}\w[\w/]+\.py\. Name/,
    );
    expect(err).not.toMatch(/test_|yaml/);
  });

  it("keeps CRLF, the byte order mark, a missing last line end and the file mode", async () => {
    const tree = sample("os-vif");
    const file = path.join(tree, LINUX_NET);
    const text = `\ufeff${fs.readFileSync(file, "utf8").replaceAll("\n", "\r\n").trimEnd()}`;
    fs.writeFileSync(file, text);
    fs.chmodSync(file, 0o755);
    expect((await osfix(["apply", tree])).status).toBe(0);
    const after = fs.readFileSync(file, "utf8");
    expect(after).toMatch(/^\ufeff/);
    expect(after.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(after.endsWith("\n")).toBe(false);
    expect(fs.statSync(file).mode & 0o777).toBe(0o755);
    expect((await osfix(["revert", tree])).status).toBe(0);
    expect(fs.readFileSync(file, "utf8")).toBe(text);
  });
});

describe("trees that do not belong together", () => {
  it.each([
    { given: "nova alone", trees: ["nova"], says: "no os-vif tree was given: os-vif goes first" },
    {
      given: "os-vif alone",
      trees: ["os-vif"],
      says: "the first half of the fix: it has no effect until nova asks for a VLAN, and no nova tree was given",
    },
  ] as const)("$given", async ({ trees, says }) => {
    const { err } = await osfix(["apply", ...trees.map((tree) => sample(tree))]);
    expect(err).toContain(says);
  });

  it("nova patched and os-vif not", async () => {
    const trees = sample();
    await osfix(["apply", path.join(trees, "nova")]);
    const { err } = await osfix(["status", trees]);
    expect(err).toContain("warning: nova 26.2.2 is patched and os-vif 3.0.0 is not: os-vif goes first");
  });

  it("os-vif patched and nova not", async () => {
    const trees = sample();
    await osfix(["apply", path.join(trees, "os-vif")]);
    const { err } = await osfix(["status", trees]);
    expect(err).toContain("note: os-vif 3.0.0 is patched and nova 26.2.2 is not");
  });

  it("an os-vif without the Linux bridge plugin", async () => {
    const trees = sample();
    fs.rmSync(path.join(trees, "os-vif/vif_plug_linux_bridge"), { recursive: true });
    edit(trees, "os-vif/PKG-INFO", "Version: 3.0.0", "Version: 5.1.0");
    const { status, out, err } = await osfix(["status", trees]);
    expect(out).toMatch(/obsolete +0001-lock-outside-privsep/);
    expect(err).toContain(
      "warning: os-vif 5.1.0 has no Linux bridge plugin any more and nova 26.2.2 still asks for it",
    );
    expect(status).toBe(0);
  });
});
