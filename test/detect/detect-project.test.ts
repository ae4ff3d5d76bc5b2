import path from "node:path";
import { describe, expect, it } from "vitest";
import { directoryTree } from "../../src/checkout/directory-tree.ts";
import { type DetectionHints, detectionTitle, detectProject } from "../../src/detect/detect-project.ts";
import { scratch } from "../helpers/scratch.ts";

type Files = Readonly<Record<string, string>>;

const NOVA: Files = { "nova/__init__.py": "", "nova/network/neutron.py": "", "nova/conf/neutron.py": "" };
const NOVA_20: Files = {
  "nova/__init__.py": "",
  "nova/network/neutronv2/api.py": "",
  "nova/conf/neutron.py": "",
};
const OS_VIF: Files = {
  "os_vif/__init__.py": "",
  "vif_plug_linux_bridge/__init__.py": "",
  "vif_plug_linux_bridge/linux_net.py": "",
};
const OS_VIF_5: Files = { "os_vif/__init__.py": "", "vif_plug_ovs/__init__.py": "" };

function pkgInfo(name: string, version: string): string {
  return `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\nSummary: s\n\nVersion: 9.9.9 is what the text says.\n`;
}

function service(value: number): Files {
  return { "nova/objects/service.py": `# version\nSERVICE_VERSION = ${value}\n` };
}

const SDIST: DetectionHints = {};

describe("what a tree is", () => {
  it.each<[string, Files, DetectionHints, string, string]>([
    [
      "an sdist",
      { ...NOVA, "PKG-INFO": pkgInfo("nova", "26.2.2"), "setup.cfg": "[metadata]\nname = nova\n" },
      SDIST,
      "nova 26.2.2, Zed, unpacked source distribution",
      "PKG-INFO: Version: 26.2.2",
    ],
    [
      "an RPM build directory",
      { ...OS_VIF, "PKG-INFO": pkgInfo("os_vif", "1.15.2") },
      { directory: "rpmbuild/BUILD/os_vif-1.15.2" },
      "os-vif 1.15.2, Stein, RPM build directory",
      "PKG-INFO: Version: 1.15.2",
    ],
    [
      "a Debian source",
      {
        ...NOVA,
        "debian/changelog": "nova (2:26.2.2-1~deb12u4) bookworm; urgency=medium\n\n  * x\n",
        "debian/control": "Source: nova\n",
      },
      {},
      "nova 26.2.2, Zed, unpacked Debian source",
      "debian/changelog: nova (2:26.2.2-1~deb12u4)",
    ],
    [
      "a Debian source of os-vif",
      {
        ...OS_VIF,
        "debian/changelog": "python-os-vif (2.2.0-2) unstable; urgency=low\n",
        "debian/control": "Source: python-os-vif\n",
      },
      {},
      "os-vif 2.2.0, Victoria, unpacked Debian source",
      "debian/changelog: python-os-vif (2.2.0-2)",
    ],
    [
      "Debian's installed packages",
      { ...NOVA, "nova-31.0.0.egg-info/PKG-INFO": pkgInfo("nova", "31.0.0") },
      {},
      "nova 31.0.0, 2025.1 (Epoxy), installed packages",
      "nova-31.0.0.egg-info/PKG-INFO: Version: 31.0.0",
    ],
    [
      "pip's installed packages",
      {
        ...OS_VIF,
        "os_vif-3.5.0.dist-info/METADATA": pkgInfo("os-vif", "3.5.0"),
        "six-1.dist-info/METADATA": pkgInfo("six", "1"),
      },
      {},
      "os-vif 3.5.0, 2024.1 (Caracal), installed packages",
      "os_vif-3.5.0.dist-info/METADATA: Version: 3.5.0",
    ],
    [
      "an egg-info that is a file",
      { ...NOVA_20, "nova-17.0.13-py2.7.egg-info": pkgInfo("nova", "17.0.13") },
      {},
      "nova 17.0.13, Queens, installed packages",
      "nova-17.0.13-py2.7.egg-info: Version: 17.0.13",
    ],
    [
      "an RPM's egg-info without its file",
      { ...NOVA_20, "nova-17.0.13-py2.7.egg-info/SOURCES.txt": "" },
      {},
      "nova 17.0.13, Queens, installed packages",
      "nova-17.0.13-py2.7.egg-info: its name has 17.0.13",
    ],
    [
      "a git checkout",
      NOVA,
      { isGit: true, described: "26.2.2-14-gabcdef012345" },
      "nova 26.2.2-14-gabcdef012345, Zed, git checkout",
      "git describe --tags: 26.2.2-14-gabcdef012345",
    ],
    [
      "a git checkout with a stale egg-info",
      { ...NOVA, "setup.py": "", "nova.egg-info/PKG-INFO": pkgInfo("nova", "26.0.0") },
      { isGit: true, described: "26.2.2" },
      "nova 26.2.2, Zed, git checkout",
      "nova.egg-info/PKG-INFO: Version: 26.0.0",
    ],
    [
      "master, some commits after a release",
      { ...NOVA, ".gitreview": "[gerrit]\nproject=openstack/nova.git\n" },
      { isGit: true, described: "33.0.0-373-g00a030403f" },
      "nova 33.0.0-373-g00a030403f, 2026.2 (Hibiscus), git checkout",
      "git describe --tags: 33.0.0-373-g00a030403f",
    ],
    [
      "a clone without tags",
      { ...NOVA, ".gitreview": "[gerrit]\ndefaultbranch=stable/2025.1\n" },
      { isGit: true },
      "nova of unknown version, 2025.1 (Epoxy), git checkout",
      ".gitreview: defaultbranch=stable/2025.1",
    ],
    [
      "only the service version",
      { ...NOVA, ...service(64) },
      {},
      "nova of unknown version, Zed, plain files",
      "nova/objects/service.py: SERVICE_VERSION = 64, as in 26",
    ],
    [
      "a service version of two releases",
      { ...NOVA, ...service(66) },
      {},
      "nova of unknown version, plain files",
      "nova/objects/service.py: SERVICE_VERSION = 66, as in 27 or 28",
    ],
    [
      "a service version of the future",
      { ...NOVA, ...service(999) },
      {},
      "nova of unknown version, plain files",
      "nova/objects/service.py: SERVICE_VERSION = 999, as in no release known",
    ],
    [
      "setup.cfg before pbr",
      {
        "nova/__init__.py": "",
        "nova/network/quantumv2/api.py": "",
        "setup.cfg": "[metadata]\nname = nova\nversion = 2013.2\n",
      },
      {},
      "nova 2013.2, Havana, plain files",
      "setup.cfg: version = 2013.2",
    ],
    [
      "os-vif without the Linux bridge plugin",
      { ...OS_VIF_5, "PKG-INFO": pkgInfo("os_vif", "5.1.0") },
      {},
      "os-vif 5.1.0, 2026.2 (Hibiscus), unpacked source distribution",
      "vif_plug_linux_bridge/linux_net.py: is not there: >=5.0.0",
    ],
    [
      "a few files",
      { "nova/network/neutron.py": "" },
      {},
      "nova of unknown version, plain files",
      "nova/network/neutron.py: is there: >=21.0.0.0rc1",
    ],
  ])("%s", (_, files, hints, title, evidence) => {
    const detection = detectProject(directoryTree(scratch(files)), hints);
    expect(detectionTitle(detection)).toBe(title);
    expect(detection.evidence.map(({ source, says }) => `${source}: ${says}`)).toContain(evidence);
    expect(detection.warnings).toEqual([]);
  });

  it("a directory called by its version is believed when nothing else says more", () => {
    const base = scratch({ "nova-26.2.2/nova/__init__.py": "" });
    const detection = detectProject(directoryTree(path.join(base, "nova-26.2.2")));
    expect(detectionTitle(detection)).toBe("nova 26.2.2, Zed, plain files");
    expect(detection.evidence).toContainEqual({ source: "the directory", says: "is called nova-26.2.2" });
  });

  it("of a directory with two projects each is told by its own metadata", () => {
    const files = {
      ...NOVA,
      ...OS_VIF,
      "nova-26.2.2.egg-info/PKG-INFO": pkgInfo("nova", "26.2.2"),
      "os_vif-3.0.0.egg-info/PKG-INFO": pkgInfo("os-vif", "3.0.0"),
    };
    const tree = directoryTree(scratch(files));
    const titles = ["nova", "os-vif"].map((project) => detectionTitle(detectProject(tree, { project })));
    expect(titles).toEqual(["nova 26.2.2, Zed, installed packages", "os-vif 3.0.0, Zed, installed packages"]);
  });
});

describe("warnings", () => {
  it.each<[string, Files, DetectionHints, readonly string[]]>([
    [
      "a version of 26 over the files of 20",
      { ...NOVA_20, "PKG-INFO": pkgInfo("nova", "26.0.0") },
      {},
      [
        "nova 26.0.0 does not fit the tree: nova/network/neutronv2/api.py is there, as in versions >=2013.2 <21.0.0",
      ],
    ],
    [
      "a snapshot on the way to 21, with the new files",
      { ...NOVA, "debian/changelog": "nova (2:21.0.0~b3~git2020041013.57ff308d6d-0ubuntu2) x; y\n" },
      {},
      [],
    ],
    [
      "a version in development on the way to 21, with the old files",
      { ...NOVA_20, "PKG-INFO": pkgInfo("nova", "21.0.0.0b1.dev12") },
      {},
      [],
    ],
    [
      "a version on the way to 22 over the files of 20",
      { ...NOVA_20, "PKG-INFO": pkgInfo("nova", "22.0.0.dev3") },
      {},
      [
        "nova 22.0.0.dev3 does not fit the tree: nova/network/neutronv2/api.py is there, as in versions >=2013.2 <21.0.0",
      ],
    ],
    [
      "os-vif 3 without its plugin",
      { ...OS_VIF_5, "PKG-INFO": pkgInfo("os_vif", "3.0.0") },
      {},
      [
        "os-vif 3.0.0 does not fit the tree: vif_plug_linux_bridge/linux_net.py is not there, as in versions >=5.0.0",
      ],
    ],
    [
      "two sources of two releases",
      { ...NOVA, "debian/changelog": "nova (2:26.2.2-1) x; y\n", "PKG-INFO": pkgInfo("nova", "25.0.0") },
      {},
      ["debian/changelog says 2:26.2.2-1, but PKG-INFO says 25.0.0; using the first"],
    ],
    [
      "another project's name",
      { ...NOVA, "setup.cfg": "[metadata]\nname = supernova\n" },
      {},
      ["setup.cfg names the project supernova, but the packages are those of nova"],
    ],
  ])("%s", (_, files, hints, warnings) => {
    expect(detectProject(directoryTree(scratch(files)), hints).warnings).toEqual(warnings);
  });

  it("an unknown tree says what was looked for and found, and guesses nothing", () => {
    const detection = detectProject(
      directoryTree(scratch({ "setup.cfg": "[metadata]\nname = horizon\n", "horizon/__init__.py": "" })),
    );
    expect(detection).toMatchObject({ project: null, version: null, release: null, packaging: "files" });
    expect(detection.evidence).toEqual([{ source: "setup.cfg", says: "names the project horizon" }]);
    const looked = "nova/, os_vif/, vif_plug_linux_bridge/, neutron/ and others";
    expect(detection.warnings).toEqual([
      `no package directory of a known project: looked for ${looked}, found horizon, setup.cfg`,
    ]);
  });

  it("metadata that is unreadable, empty or hostile is passed over", () => {
    const files = {
      ...NOVA,
      "PKG-INFO": "\0\0",
      "debian/changelog": "",
      "setup.cfg": "[metadata\nversion = x",
      ".gitreview": "defaultbranch=../../etc",
    };
    expect(detectProject(directoryTree(scratch(files)))).toMatchObject({
      project: "nova",
      version: null,
      release: null,
    });
  });
});

describe("a file outside of any package", () => {
  it("is told by its path in the project only, whatever lies beside it", () => {
    const root = scratch({ "neutron.py": "", "PKG-INFO": pkgInfo("nova", "12.0.0"), "nova/__init__.py": "" });
    const aliases = new Map([["nova/conf/neutron.py", "neutron.py"]]);
    const detection = detectProject(directoryTree(root, { aliases }), { project: "nova" });
    expect(detectionTitle(detection)).toBe("nova of unknown version, plain files");
    expect(detection.evidence).toEqual([{ source: "nova/conf/neutron.py", says: "is there: >=14.0.0.0b1" }]);
  });
});
