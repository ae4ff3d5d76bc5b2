import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type Opening, openTrees } from "../../src/checkout/open-trees.ts";
import { scratch } from "../helpers/scratch.ts";

const NOVA = { "nova/__init__.py": "", "nova/network/neutron.py": "x\n" };
const OS_VIF = {
  "os_vif/__init__.py": "",
  "vif_plug_linux_bridge/__init__.py": "",
  "vif_plug_ovs/__init__.py": "",
};

function under(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
}

/** `project root focus`, the root from the scratch directory. */
function summary(base: string, opening: Opening): readonly string[] {
  if (opening.kind === "nothing") return [`${opening.reason}; ${opening.hint}`];
  return opening.trees.map(({ tree, project, focus, lone }) => {
    const root = path.relative(base, tree.root) || ".";
    return [project ?? "?", root, focus ?? "", lone ? "lone" : ""].filter(Boolean).join(" ");
  });
}

describe("the root of a PATH", () => {
  it.each([
    ["a checkout", { ...NOVA, "setup.cfg": "" }, ".", ["nova ."]],
    [
      "the package within a checkout called nova",
      under("nova", { ...NOVA, "setup.cfg": "" }),
      "nova/nova",
      ["nova nova"],
    ],
    ["a directory deep in the package", NOVA, "nova/network", ["nova ."]],
    [
      "two checkouts side by side",
      { ...under("nova", NOVA), ...under("os-vif", OS_VIF) },
      ".",
      ["nova nova", "os-vif os-vif"],
    ],
    [
      "an RPM build directory",
      under("rpmbuild/BUILD/nova-26.2.2", NOVA),
      "rpmbuild",
      ["nova rpmbuild/BUILD/nova-26.2.2"],
    ],
    [
      "BUILD of rpm 4.20",
      under("BUILD/os_vif-3.0.0-build/os_vif-3.0.0", OS_VIF),
      ".",
      ["os-vif BUILD/os_vif-3.0.0-build/os_vif-3.0.0"],
    ],
    ["site-packages with both", { ...NOVA, ...OS_VIF, "six.py": "" }, ".", ["nova .", "os-vif ."]],
    ["nova of a site-packages with both", { ...NOVA, ...OS_VIF }, "nova", ["nova ."]],
    [
      "an unpacked binary package",
      under("usr/lib/python3/dist-packages", NOVA),
      ".",
      ["nova usr/lib/python3/dist-packages"],
    ],
    [
      "a directory of unpacked binary packages",
      under("python3-nova/usr/lib/python3/dist-packages", NOVA),
      ".",
      ["nova python3-nova/usr/lib/python3/dist-packages"],
    ],
    [
      "a virtual environment",
      under("lib/python3.11/site-packages", OS_VIF),
      ".",
      ["os-vif lib/python3.11/site-packages"],
    ],
    [
      "kolla's environment in an unpacked image",
      under("var/lib/kolla/venv/lib/python3/site-packages", NOVA),
      ".",
      ["nova var/lib/kolla/venv/lib/python3/site-packages"],
    ],
    ["a few files in their folders", { "nova/network/neutron.py": "" }, ".", ["nova ."]],
    [
      "a file of a checkout called nova",
      under("nova", NOVA),
      "nova/nova/network/neutron.py",
      ["nova nova nova/network/neutron.py"],
    ],
    [
      "a file in a folder without __init__.py",
      { "x/nova/conf/neutron.py": "" },
      "x/nova/conf/neutron.py",
      ["nova x nova/conf/neutron.py"],
    ],
    [
      "a package with parts that are called as projects are",
      {
        "setup.cfg": "",
        "shop/__init__.py": "",
        ...under("shop/drivers", { "__init__.py": "", ...NOVA, ...OS_VIF }),
      },
      ".",
      ["? ."],
    ],
    [
      "such a part",
      { "shop/__init__.py": "", ...under("shop/drivers", { "__init__.py": "", ...NOVA }) },
      "shop/drivers",
      ["? shop/drivers"],
    ],
    [
      "a file of such a part",
      { "shop/__init__.py": "", ...under("shop/drivers", { "__init__.py": "", ...NOVA }) },
      "shop/drivers/nova/network/neutron.py",
      ["? shop/drivers/nova/network neutron.py lone"],
    ],
    ["a file copied anywhere", { "neutron.py": "" }, "neutron.py", ["? . neutron.py lone"]],
    ["a directory of something else", { README: "" }, ".", ["? ."]],
    [
      "an empty directory",
      {},
      ".",
      ["it is an empty directory; name a checkout, an unpacked source package, site-packages, or one file"],
    ],
    [
      "two trees of one project",
      { ...under("nova-1", NOVA), ...under("nova-2", NOVA) },
      ".",
      ["it holds several trees of nova: nova-1, nova-2; name one of them"],
    ],
    [
      "nothing",
      {},
      "gone",
      [
        "there is no such file or directory; name a checkout, an unpacked source package, site-packages, or one file",
      ],
    ],
  ])("%s", (_, files, given, want) => {
    const base = scratch(files as Record<string, string>);
    expect(summary(base, openTrees(path.join(base, given)))).toEqual(want);
  });

  it("a FIFO is not opened", () => {
    const base = scratch();
    execFileSync("mkfifo", [path.join(base, "pipe")]);
    expect(summary(base, openTrees(path.join(base, "pipe")))).toEqual([
      "it is a FIFO; name a directory or a Python file",
    ]);
  });

  it("a tree full of links to itself ends", () => {
    const base = scratch(under("nova", NOVA));
    for (const name of ["again", "nova/again", "nova/nova/again"])
      fs.symlinkSync(base, path.join(base, name));
    expect(summary(base, openTrees(base))).toEqual(["nova nova"]);
  });

  it("labels a found tree as the user spelt the way to it", () => {
    const base = scratch(under("nova", NOVA));
    const opening = openTrees(`${path.relative(process.cwd(), base)}/nova/nova/network/neutron.py`);
    expect(opening.kind === "trees" && opening.trees[0]?.tree.label).toBe(
      `${path.relative(process.cwd(), base)}/nova`,
    );
  });

  it("labels the tree that a link leads to by its real path", () => {
    const base = scratch(under("real", NOVA));
    fs.symlinkSync("real/nova", path.join(base, "link"));
    const opening = openTrees(path.join(base, "link"));
    expect(opening.kind === "trees" && opening.trees[0]?.tree.label).toBe(path.join(base, "real"));
  });
});
