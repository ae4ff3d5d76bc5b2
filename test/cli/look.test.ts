import path from "node:path";
import { describe, expect, it } from "vitest";
import { scratch } from "../helpers/scratch.ts";
import { edit, osfix, sample } from "./osfix.ts";

const LINUX_NET = "vif_plug_linux_bridge/linux_net.py";

describe("osfix diff", () => {
  it("prints what git would apply, and only that, on standard output", async () => {
    const { status, out } = await osfix(["diff", "--only", "2", sample("os-vif")]);
    expect(status).toBe(0);
    expect(out).toMatch(
      /^diff --git a\/vif_plug_linux_bridge\/linux_net\.py b\/vif_plug_linux_bridge\/linux_net\.py\nindex [0-9a-f]{40}\.\.[0-9a-f]{40} 100644\n/m,
    );
    expect(out).toMatch(/^diff --git /);
    expect(out).toContain(
      "-    interface = 'vlan%s' % vlan_num\n+    interface = '%s.%s' % (bridge_interface, vlan_num)\n",
    );
  });

  it("is the reverse of itself after apply", async () => {
    const tree = sample("os-vif");
    const there = await osfix(["diff", tree]);
    await osfix(["apply", tree]);
    const back = await osfix(["diff", "--reverse", tree]);
    const changed = (text: string, sign: string): string[] => {
      const lines = text.split("\n").filter((line) => line.startsWith(sign));
      return lines
        .filter((line) => !/^(\+\+\+|---) (a\/|b\/|\/dev\/null)/.test(line))
        .map((line) => line.slice(1));
    };
    expect(changed(there.out, "+").sort()).toEqual(changed(back.out, "-").sort());
    expect((await osfix(["diff", tree])).out).toBe("");
  });

  it("names the trees when there are several, and ends with status 1 under --check", async () => {
    const { status, out } = await osfix(["diff", "--check", sample()]);
    expect(status).toBe(1);
    expect(out).toMatch(/^# os-vif: .*\ndiff --git a\/(vif_plug|releasenotes)/);
    expect(out).toMatch(/\n# nova: .*\ndiff --git a\/(nova|releasenotes)/);
  });

  it("prints nothing where a patch does not fit", async () => {
    const tree = sample("os-vif");
    edit(tree, LINUX_NET, "'vlan%s' % vlan_num", "make_name(vlan_num)");
    const { status, out, err } = await osfix(["diff", tree]);
    expect([status, out]).toEqual([3, ""]);
    expect(err).toContain("os-vif/0002-name-after-parent");
    const rest = await osfix(["diff", "--keep-going", tree]);
    expect([rest.status, rest.out.startsWith("diff --git")]).toEqual([3, true]);
  });
});

describe("osfix explain", () => {
  it("takes a patch's number with its project's name, as the README has it", async () => {
    const { status, out } = await osfix(["explain", "nova/0003"]);
    expect([status, out.startsWith("#")]).toEqual([0, true]);
    const { err } = await osfix(["explain", `${path.join(sample("os-vif"), "setup.py")}:1`]);
    expect(err).toMatch(/Findings: osfix check .*setup\.py, and osfix explain RULE/);
    expect((await osfix(["explain", "glance/0003"])).status).toBe(2);
  });
});

describe("osfix locate", () => {
  it("shows where the functions of the series are, and by which patches they are changed", async () => {
    const { status, out } = await osfix(["locate", sample()]);
    expect(status).toBe(0);
    expect(out).toContain("os-vif 3.0.0, Zed");
    expect(out).toMatch(/vif_plug_linux_bridge\/linux_net\.py:27 +def ensure_vlan_bridge +0001 0003/);
    expect(out).toMatch(/nova\/network\/neutron\.py:28 +def _nw_info_build_network +0002 0003/);
    expect(out).toMatch(/nova\/conf\/neutron\.py:7 +neutron_opts +0001/);
  });
});

describe("osfix list", () => {
  it("lists patches, profiles, settings, rules and releases, or one of these", async () => {
    const all = await osfix(["list"]);
    expect(all.out).toMatch(/os-vif\/0004-mtu-in-the-bridge-step +published/);
    expect(all.out).toMatch(/hardened +\d+ patches, the default/);
    expect(all.out).toContain("bridge_interface  published: bond1, hardened: none");
    expect(all.out).toMatch(/privsep\/external-lock-in-daemon +error/);
    expect(all.out).toMatch(/2026\.1 \(Gazpacho\) +nova 33\.x +os-vif >=4\.3\.0 <5\.0\.0 +neutron 28\.x/);
    const { out } = await osfix(["list", "settings"]);
    expect(out).toBe("settings\n  bridge_interface  published: bond1, hardened: none\n");
  });
});

describe("osfix list rules", () => {
  it("shows all that a check may find something with: own rules and patches of the series too", async () => {
    const cwd = scratch();
    expect((await osfix(["new-rule", "shop/own"], { cwd })).status).toBe(0);
    const { out } = await osfix(["list", "rules", "--rules", "rules"], { cwd });
    for (const line of [
      /^ {2}locks\/nested +error +on /m,
      /^ {2}osfix\/unused-ignore +warning +on /m,
      /^ {2}shop\/own +warning +on /m,
      /^ {2}vlan-live-migration\/lock-outside-privsep +warning +on /m,
      /^ {2}vlan-live-migration\/bridge-lock +warning +off /m,
      /^ {2}vlan-live-migration\/other-half +warning +on /m,
    ])
      expect(out).toMatch(line);
    const { rules } = JSON.parse((await osfix(["list", "--json", "--rules", "rules"], { cwd })).out);
    const from = (id: string) => rules.find((rule: { id: string }) => rule.id === id)?.from;
    expect(["locks/nested", "shop/own", "vlan-live-migration/other-half"].map(from)).toEqual([
      "osfix",
      "own",
      "series",
    ]);
  });
});

describe("osfix explain", () => {
  it.each([
    ["os-vif/0001-lock-outside-privsep", "take the VLAN lock outside the privileged function"],
    ["physical-networks", "physical network"],
    ["external-lock-in-daemon", "file lock taken by the privileged daemon"],
    ["privsep/external-lock-in-daemon", "file lock taken by the privileged daemon"],
  ])("%s prints a page", async (id, holds) => {
    const { status, out } = await osfix(["explain", id]);
    expect(status).toBe(0);
    expect(out).toMatch(/^# /);
    expect(out).toContain(holds);
  });

  it("says why hunks match at a line, and what their metavariables stand for", async () => {
    const tree = sample("os-vif");
    const { status, out } = await osfix(["explain", `${path.join(tree, LINUX_NET)}:41`]);
    expect(status).toBe(0);
    expect(out).toContain("function _ensure_vlan_privileged (lines 38-53)");
    expect(out).toContain("applicable no-ipv6");
    expect(out).toContain("expression found = ip_lib.exists");
    expect(out).not.toContain("0006-bridge-lock");
  });

  it("says why a hunk does not match, with expected and found side by side", async () => {
    const tree = sample("os-vif");
    edit(tree, LINUX_NET, "'vlan%s' % vlan_num", "make_name(vlan_num)");
    const { out } = await osfix(["explain", `${path.join(tree, LINUX_NET)}:41`]);
    expect(out).toContain("conflict name");
    expect(out).toMatch(/expected \(0002:\d+\) +│ found \(linux_net\.py:41\)/);
    expect(out).toMatch(/'vlan%s' % vlan_num +│ make_name\(vlan_num\)/);
    expect(out).toContain(">   41 │     interface = make_name(vlan_num)");
  });

  it.each([
    [`${LINUX_NET}:9999`, "and no line 9999"],
    ["vif_plug_linux_bridge/privsep.py:3", "No hunk of hardened is about this place"],
    ["vif_plug_linux_bridge:3", "it is not a file"],
  ])("%s gets a useful answer", async (place, says) => {
    const { out, err } = await osfix(["explain", path.join(sample("os-vif"), place)]);
    expect(out + err).toContain(says);
  });
});

describe("a series of one's own", () => {
  const spatch = `Subject: nova: no bridge name
Project: nova
Author: A <a@example.org>
Date: Wed, 02 Dec 2020 00:00:00 +0000

Why.

--- nova/network/neutron.py
@@ here @@
@@
 def get_client(...):
     ...
+    pass
`;
  const title = { title: "own", projects: ["nova"], profiles: { plain: {} }, defaultProfile: "plain" };

  it("is told nothing of os-vif, which it is not about", async () => {
    const patches = scratch({
      "own/series.json": JSON.stringify(title),
      "own/nova/0001-here.spatch": spatch,
    });
    const { out, err } = await osfix(["status", "--patches", patches, sample("nova")]);
    expect(out).toContain("0001-here");
    expect(err).not.toContain("os-vif");
  });
});
