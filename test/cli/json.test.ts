import fs from "node:fs";
import path from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { commitAll, edit, osfix, sample } from "./osfix.ts";

const SCHEMAS = path.resolve(import.meta.dirname, "../../schema");

function schema(name: string): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  return ajv.compile(JSON.parse(fs.readFileSync(path.join(SCHEMAS, `${name}.schema.json`), "utf8")));
}

function parse(text: string, name: string): Record<string, never> {
  const validate = schema(name);
  const value = JSON.parse(text);
  expect([validate(value), validate.errors]).toEqual([true, null]);
  return value;
}

describe("--json", () => {
  it.each([
    ["status", "planned"],
    ["diff", "planned"],
    ["apply", "written"],
    ["revert", "nothing to do"],
  ] as const)("%s follows its schema", async (command, writing) => {
    const trees = sample();
    const { status, out, err } = await osfix([command, "--json", trees]);
    const report = parse(out, "run");
    expect(report).toMatchObject({
      format: 1,
      command,
      writing,
      exitStatus: status,
      series: "vlan-live-migration",
    });
    expect(err).toBe("");
  });

  it("follows its schema where patches and code do not fit, too", async () => {
    const trees = sample();
    commitAll(path.join(trees, "os-vif"));
    edit(trees, "os-vif/vif_plug_linux_bridge/linux_net.py", "'vlan%s' % vlan_num", "make_name(vlan_num)");
    fs.writeFileSync(path.join(trees, "nova/nova/conf/neutron.py"), "\0");
    const { status, out } = await osfix(["apply", "--json", trees]);
    const report = parse(out, "run");
    expect(status).toBe(3);
    expect(report).toMatchObject({
      writing: "refused",
      exitStatus: 3,
      trees: [
        {
          project: "os-vif",
          state: "conflict",
          git: { branch: expect.any(String), uncommitted: [{ change: "modified" }] },
        },
        {
          project: "nova",
          state: "conflict",
          unreadable: [{ path: "nova/conf/neutron.py", problem: "not-python" }],
        },
      ],
    });
    const text = JSON.stringify(report);
    expect(text).toContain('"nearestMiss":[{"slice":"minus","expected"');
    expect(text).toContain('"kind":"uncommitted"');
  });

  it("names lines of the file as it is, not of the tree that a patch was judged on", async () => {
    const tree = sample("os-vif");
    edit(tree, "vif_plug_linux_bridge/linux_net.py", "'vlan%s' % vlan_num", "make_name(vlan_num)");
    const { out } = await osfix(["status", "--json", tree]);
    const text = fs.readFileSync(path.join(tree, "vif_plug_linux_bridge/linux_net.py"), "utf8").split("\n");
    const report = parse(out, "run") as unknown as {
      trees: {
        patches: {
          id: string;
          hunks: { name: string; at: { line: number }; nearestMiss: { at: { line: number } }[] }[];
        }[];
      }[];
    };
    const patches = report.trees[0]?.patches ?? [];
    const hunk = (id: string, name: string) =>
      patches.find((patch) => patch.id === id)?.hunks.find((one) => one.name === name);
    const missed = hunk("os-vif/0002-name-after-parent", "name")?.nearestMiss[0]?.at.line ?? 0;
    expect(text[missed - 1]).toContain("make_name(vlan_num)");
    const later = hunk("os-vif/0011-uplink-of-another-bridge", "check")?.at.line ?? 0;
    expect(text[later - 1]).toContain("def ensure_vlan_bridge");
  });

  it("locate and list follow theirs", async () => {
    const located = await osfix(["locate", "--json", sample()]);
    expect(JSON.stringify(parse(located.out, "locate"))).toContain('"name":"_nw_info_build_network"');
    const listed = await osfix(["list", "--json"]);
    expect(JSON.stringify(parse(listed.out, "list"))).toContain('"id":"os-vif/0001-lock-outside-privsep"');
  });

  it("is the same for the same tree", async () => {
    const tree = sample("os-vif");
    expect(await osfix(["status", "--json", tree])).toEqual(await osfix(["status", "--json", tree]));
  });
});
