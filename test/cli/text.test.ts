import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { edit, osfix, sample } from "./osfix.ts";

const LINUX_NET = "vif_plug_linux_bridge/linux_net.py";
const ESCAPE = "\u001b";

describe("the text report", () => {
  it("fits the terminal, whatever its width", async () => {
    const trees = sample();
    edit(trees, `os-vif/${LINUX_NET}`, "'vlan%s' % vlan_num", "make_name('vlan', vlan_num)");
    edit(
      trees,
      "nova/nova/network/neutron.py",
      "should_create_bridge = True",
      "should_create_bridge = wanted(port)",
    );
    for (const columns of [60, 80, 132])
      for (const command of ["status", "apply"]) {
        const { out } = await osfix([command, "--color", "never", trees], { columns });
        const rows = out.split("\n").filter((row) => !row.startsWith(trees));
        expect(rows.filter((row) => row.length > columns)).toEqual([]);
      }
  });

  it.each([
    { given: "a terminal", around: { columns: 80 }, args: [], colored: true },
    { given: "no terminal", around: {}, args: [], colored: false },
    { given: "NO_COLOR", around: { columns: 80, env: { NO_COLOR: "1" } }, args: [], colored: false },
    { given: "FORCE_COLOR", around: { env: { FORCE_COLOR: "1" } }, args: [], colored: true },
    { given: "FORCE_COLOR=0", around: { columns: 80, env: { FORCE_COLOR: "0" } }, args: [], colored: false },
    { given: "TERM=dumb", around: { columns: 80, env: { TERM: "dumb" } }, args: [], colored: false },
    {
      given: "--color always",
      around: { env: { NO_COLOR: "1" } },
      args: ["--color", "always"],
      colored: true,
    },
    { given: "--color never", around: { columns: 80 }, args: ["--color", "never"], colored: false },
  ])("is coloured or not: $given", async ({ around, args, colored }) => {
    const { out } = await osfix(["status", ...args, sample("os-vif")], around);
    expect(out.includes(ESCAPE)).toBe(colored);
  });

  it("lets no control character of a tree through to the terminal", async () => {
    const tree = sample("os-vif");
    edit(tree, LINUX_NET, "'vlan%s' % vlan_num", "make_name('\u001b]0;owned\u0007', vlan_num)");
    for (const command of ["status", "apply"]) {
      const { out, err } = await osfix([command, "-v", tree], { columns: 200 });
      expect(out).toContain("make_name('\\x1b]0;owned\\x07', vlan_num)");
      expect(out + err).not.toContain("\u0007");
    }
    const shown = await osfix(["explain", `${path.join(tree, LINUX_NET)}:41`], { columns: 200 });
    expect(shown.out).not.toContain("\u0007");
  });

  it("says with -q only what needs attention, and with -v every hunk and all evidence", async () => {
    const tree = sample("os-vif");
    const quiet = await osfix(["status", "-q", tree]);
    expect([quiet.out, quiet.err]).toEqual(["", ""]);
    const verbose = await osfix(["status", "-v", tree]);
    expect(verbose.out).toContain("PKG-INFO Version: 3.0.0");
    expect(verbose.out).toMatch(
      /applicable lock-outside \(group swap\) {2}vif_plug_linux_bridge\/linux_net\.py:26/,
    );
    edit(tree, LINUX_NET, "'vlan%s' % vlan_num", "make_name(vlan_num)");
    const stuck = await osfix(["status", "-q", tree]);
    expect(stuck.out).toMatch(/conflict +0002-name-after-parent/);
    expect(stuck.out).not.toContain("0001-lock-outside-privsep ");
  });

  it("says once for all patches why a tree is out of place", async () => {
    const tree = sample("os-vif");
    fs.rmSync(path.join(tree, "vif_plug_linux_bridge"), { recursive: true });
    const { status, out } = await osfix(["apply", tree]);
    expect(status).toBe(0);
    expect(out.match(/os-vif 5\.0\.0 removed the Linux bridge plugin/g)).toHaveLength(1);
    expect(out).toContain("nothing to do: the project removed what the patches are for");
  });

  it("says what has no place in an installed tree", async () => {
    const tree = sample("os-vif");
    fs.rmSync(path.join(tree, "vif_plug_linux_bridge/tests"), { recursive: true });
    const { status, out } = await osfix(["apply", tree]);
    expect(status).toBe(0);
    expect(out).toMatch(/no place here for parts of 0001, .*: no such file: .*test_linux_net\.py/);
  });

  it("tells consequences of a conflict from conflicts", async () => {
    const tree = sample("nova");
    edit(
      tree,
      "nova/network/neutron.py",
      "should_create_bridge = True",
      "should_create_bridge = wanted(port)",
    );
    const { out } = await osfix(["status", tree]);
    expect(out).toMatch(/conflict +0002.*\n +conflict bridge-port/);
    expect(out).toMatch(/conflict +0003.*\n +judged without 0002-vlan-of-bridge-ports, which does not fit/);
  });
});
