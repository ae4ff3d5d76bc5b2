import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../../src/cli/cli.ts";
import { filesIn, scratch, unprivileged } from "../helpers/scratch.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const PATCHES = ["--patches", path.join(ROOT, "patches")];

interface Said {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

async function osfix(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Said> {
  const [out, err]: [Buffer[], string[]] = [[], []];
  const status = await runCli(args, {
    out: (data) => void out.push(Buffer.from(data)),
    err: (text) => void err.push(text),
    env,
    cwd: "/",
    terminal: { out: false, err: false, columns: undefined },
  });
  return { status, out: Buffer.concat(out).toString("utf8"), err: err.join("") };
}

/** A copy of a sample tree. */
function sample(project: "nova" | "os-vif"): string {
  const tree = path.join(scratch(), project);
  fs.cpSync(path.join(ROOT, "fixtures/sample", project), tree, { recursive: true });
  return tree;
}

const emit = (tree: string | readonly string[], ...more: readonly string[]): Promise<Said> =>
  osfix(["emit", ...PATCHES, ...(typeof tree === "string" ? [tree] : tree), ...more]);

describe("osfix emit", () => {
  it("prints one diff, and leaves the tree alone", async () => {
    const tree = sample("os-vif");
    const before = filesIn(tree);
    const said = await emit(tree);
    expect(said.status).toBe(0);
    expect(said.out).toMatch(/^Base: os-vif [\d.]+\nSemantic-Patch: os-vif\/0001-/);
    expect(said.out).toContain(
      "\ndiff --git a/vif_plug_linux_bridge/linux_net.py b/vif_plug_linux_bridge/linux_net.py\n",
    );
    expect(filesIn(tree)).toEqual(before);
  });

  it("gives the same bytes again, whatever the clock", async () => {
    const trees = [sample("os-vif"), sample("nova")];
    const written = await Promise.all(
      ["one", "two"].map(async (name) => {
        const output = path.join(scratch(), name);
        expect((await emit(trees, "--format", "git", "-o", output)).status).toBe(0);
        return filesIn(output);
      }),
    );
    expect(Object.keys(written[0] ?? {}).length).toBeGreaterThan(3);
    expect(written[0]).toEqual(written[1]);
  });

  it("dates by SOURCE_DATE_EPOCH", async () => {
    const output = path.join(scratch(), "out");
    const args = ["emit", ...PATCHES, sample("os-vif"), "--format", "quilt", "-o", output];
    await osfix(args, { SOURCE_DATE_EPOCH: "1600000000" });
    const [first = ""] = Object.values(filesIn(output));
    expect(first).toContain("\nDate: Sun, 13 Sep 2020 12:26:40 +0000\n");
    expect((await osfix(args, { SOURCE_DATE_EPOCH: "soon" })).err).toContain(
      "SOURCE_DATE_EPOCH is no number of seconds: soon",
    );
  });

  it("has nothing to emit for a tree that has it all", async () => {
    const tree = sample("os-vif");
    expect((await osfix(["apply", ...PATCHES, tree])).status).toBe(0);
    const said = await emit(tree);
    expect(said).toMatchObject({ status: 0, out: "" });
    expect(said.err).toContain("nothing to emit, its patches are applied");
  });

  it("leaves what it wrote before when the tree has taken it", async () => {
    const tree = sample("os-vif");
    const output = path.join(scratch(), "out");
    await emit(tree, "--format", "git", "-o", output);
    const files = filesIn(output);
    await osfix(["apply", ...PATCHES, tree]);
    const said = await emit(tree, "--format", "git", "-o", output);
    expect(said.status).toBe(0);
    expect(said.err).toContain(`${output}: stays as it is`);
    expect(filesIn(output)).toEqual(files);
  });

  it("says that os-vif goes first, and where one text was written", async () => {
    const output = path.join(scratch(), "out.diff");
    const said = await emit(sample("nova"), "-o", output);
    expect(said.err).toMatch(
      /^note: nova 26\.2\.2 is .*: os-vif goes first, since an unpatched os-vif raises/m,
    );
    expect(said.err).toContain(`${output}: written\n`);
    expect((await emit([sample("nova"), sample("os-vif")])).err).toBe("");
  });

  it("writes nothing when code and patches do not fit", async () => {
    const tree = sample("os-vif");
    const file = path.join(tree, "vif_plug_linux_bridge/linux_net.py");
    fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace("'vlan%s' % vlan_num", "name_of(vlan_num)"));
    const output = path.join(scratch(), "out");
    const said = await emit(tree, "--format", "git", "-o", output);
    expect(said.status).toBe(3);
    expect(said.err).toContain("nothing was written");
    expect(fs.existsSync(output)).toBe(false);
  });

  it("ends as apply does where the tree holds another profile, which its user must mend first", async () => {
    const tree = sample("os-vif");
    expect((await osfix(["apply", ...PATCHES, "--profile", "published", tree])).status).toBe(0);
    const said = await emit(tree, "--profile", "hardened");
    expect([said.status, said.out]).toEqual([2, ""]);
    expect(said.err).toMatch(
      /^error: .* profile "published"\n {2}Take it out first.*\nnote: nothing was written\n$/m,
    );
  });

  it("says how many series many trees need", async () => {
    const said = await emit([sample("os-vif"), sample("os-vif"), sample("nova")], "--dedupe");
    expect(said.out).toMatch(/^3 trees need 2 distinct series\n1: .*os-vif, .*os-vif\n2: .*nova\n$/);
  });

  it.each([
    [["--profile", "published"], "#bridge_interface = bond1\n"],
    [["--profile", "published", "--set", "bridge_interface=eth1"], "\nbridge_interface = eth1\n"],
    [
      ["--profile", "hardened"],
      "# It has no default: set it on every such host.\n#  (string value)\n#bridge_interface = <None>\n",
    ],
  ])("writes the configuration of a profile: %j", async (args, wanted) => {
    const said = await emit(sample("nova"), "--format", "conf", ...args);
    expect(said.out).toMatch(/^# nova\.conf on every compute host .*\n\[neutron\]\n/);
    expect(said.out).toContain(wanted);
  });

  it("has no configuration for a project without options", async () => {
    const said = await emit(sample("os-vif"), "--format", "conf");
    expect(said).toMatchObject({ status: 2, out: "" });
    expect(said.err).toContain("has no configuration for os-vif");
  });

  it("warns of lines that git am strips", async () => {
    const tree = sample("os-vif");
    const file = path.join(tree, "vif_plug_linux_bridge/linux_net.py");
    fs.writeFileSync(file, fs.readFileSync(file, "utf8").replaceAll("\n", "\r\n"));
    expect((await emit(tree)).err).toContain("linux_net.py has CRLF lines; git am needs --keep-cr");
    expect((await emit(sample("os-vif"))).err).toBe("");
  });

  it("writes a shared series once", async () => {
    const output = path.join(scratch(), "out");
    await emit(
      [sample("os-vif"), sample("os-vif"), sample("nova")],
      "--dedupe",
      "--format",
      "quilt",
      "-o",
      output,
    );
    expect(Object.keys(filesIn(output)).filter((name) => name.endsWith("series"))).toEqual([
      "1/series",
      "2/series",
    ]);
  });

  it("adds a release note when asked", async () => {
    const output = path.join(scratch(), "out");
    await emit(sample("os-vif"), "--format", "quilt", "-o", output, "--reno");
    const note = Object.entries(filesIn(output)).find(([name]) => name.startsWith("releasenotes/notes/"));
    expect(note?.[1]).toMatch(/^---\nfixes:\n {2}- \|\n {4}\S/);
  });
});

const spec = "Name: x\nVersion: 1\nRelease: 1\nSource0: x.tar\n\n%prep\n%autosetup -p1\n";

describe("osfix emit in place", () => {
  it("edits a spec file, once", async () => {
    const folder = scratch({ "x.spec": spec });
    const edit = () => emit(sample("os-vif"), "--spec", path.join(folder, "x.spec"), "--bump-release");
    expect((await edit()).status).toBe(0);
    const first = filesIn(folder);
    expect(first["x.spec"]).toMatch(
      /\nRelease: 1\.osfix1\nSource0: x\.tar\n# osfix: vlan-live-migration\nPatch0001: 0001-/,
    );
    expect((await edit()).err).toMatch(/: \d+ unchanged\n$/);
    expect(filesIn(folder)).toEqual(first);
  });

  it("puts the patches into SOURCES where the spec file lies in SPECS", async () => {
    const folder = scratch({ "SPECS/x.spec": spec, "SOURCES/x.tar": "" });
    const edit = (...more: readonly string[]) =>
      emit(sample("os-vif"), "--spec", path.join(folder, "SPECS/x.spec"), ...more);
    expect((await edit()).status).toBe(0);
    expect(fs.readdirSync(path.join(folder, "SPECS"))).toEqual(["x.spec"]);
    expect(
      fs.readdirSync(path.join(folder, "SOURCES")).filter((name) => name.endsWith(".patch")),
    ).toHaveLength(10);
    expect((await edit()).err).toMatch(/: \d+ unchanged\n$/);
    await edit("--only", "1");
    expect(fs.readdirSync(path.join(folder, "SOURCES"))).toEqual([expect.stringMatching(/^0001-/), "x.tar"]);
  });
});

describe("osfix emit --remove", () => {
  it("gives the spec file back, and takes the patches away", async () => {
    const files = { "SPECS/x.spec": spec, "SOURCES/x.tar": "" };
    const folder = scratch(files);
    const file = path.join(folder, "SPECS/x.spec");
    await emit(sample("os-vif"), "--spec", file);
    const said = await osfix(["emit", ...PATCHES, "--remove", "--spec", file]);
    expect([said.status, said.err]).toEqual([0, expect.stringMatching(/1 written, 10 removed\n$/)]);
    expect(filesIn(folder)).toEqual(files);
  });

  it("gives the Debian source package back", async () => {
    const tree = sample("os-vif");
    for (const [name, text] of [
      ["source/format", "3.0 (quilt)\n"],
      ["changelog", "os-vif (1-1) x; urgency=medium\n"],
    ] as const) {
      fs.mkdirSync(path.dirname(path.join(tree, "debian", name)), { recursive: true });
      fs.writeFileSync(path.join(tree, "debian", name), text);
    }
    const before = filesIn(tree);
    expect((await emit(tree, "--debian", tree)).status).toBe(0);
    expect(filesIn(tree)).not.toEqual(before);
    expect((await osfix(["emit", ...PATCHES, "--remove", "--debian", tree])).status).toBe(0);
    expect(filesIn(tree)).toEqual(before);
  });

  it.each([
    [["--remove"], "--remove needs --spec or --debian"],
    [["--remove", "--spec", "x.spec", "nova"], "--remove takes no PATH"],
    [["--remove", "--spec", "x.spec", "--bump-release"], "leaves release and changelog as they are"],
  ])("%j is refused", async (words, says) => {
    const said = await osfix(["emit", ...PATCHES, ...words]);
    expect([said.status, said.err]).toEqual([2, expect.stringContaining(says)]);
  });
});

describe("a package whose tree holds the patches of an earlier run", () => {
  it("keeps them in the spec file, and new ones follow", async () => {
    const folder = scratch({ "x.spec": spec });
    const tree = sample("os-vif");
    const file = path.join(folder, "x.spec");
    const only = ["--only", "1,2"];
    await emit(tree, "--spec", file, ...only);
    const first = filesIn(folder);
    await osfix(["apply", ...PATCHES, tree, ...only]);
    const again = await emit(tree, "--spec", file, ...only);
    expect(again.err).toContain("the 2 patches of an earlier run are in the tree and stay");
    expect(filesIn(folder)).toEqual(first);
    expect((await emit(tree, "--spec", file, "--only", "1,2,3")).status).toBe(0);
    const second = filesIn(folder);
    expect(second["x.spec"]).toMatch(
      /Patch0001: 0001-.*\nPatch0002: 0002-.*\nPatch0003: 0003-.*\n# osfix: end/,
    );
    expect(second).toMatchObject(
      Object.fromEntries(Object.entries(first).filter(([name]) => name !== "x.spec")),
    );
  });

  it("keeps them in the Debian source package", async () => {
    const tree = sample("os-vif");
    fs.mkdirSync(path.join(tree, "debian/source"), { recursive: true });
    fs.writeFileSync(path.join(tree, "debian/source/format"), "3.0 (quilt)\n");
    fs.writeFileSync(path.join(tree, "debian/changelog"), "os-vif (1-1) unstable; urgency=low\n");
    const debian = path.join(tree, "debian");
    // The folder alone is enough: the tree is the one that it lies in.
    expect((await osfix(["emit", ...PATCHES, "--debian", debian])).err).toMatch(/debian: 11 written\n$/);
    const first = filesIn(debian);
    await osfix(["apply", ...PATCHES, tree]);
    const said = await emit(tree, "--debian", tree);
    expect(said.err).toContain("the 10 patches of an earlier run are in the tree and stay");
    expect(filesIn(debian)).toEqual(first);
  });
});

describe("the documentation", () => {
  const calls = ["README.md", "docs/emit.md"].flatMap((file) => {
    const text = fs.readFileSync(path.join(ROOT, file), "utf8");
    const shown = [...text.matchAll(/^ {4}osfix emit ([^ [].*?)(?: {2,}.*)?$/gm)];
    expect(shown.length, file).toBeGreaterThan(2);
    return shown.map(([, args = ""]) => [file, args] as const);
  });

  it.each(calls)("%s shows a call that works: osfix emit %s", async (_file, args) => {
    const folder = scratch({ "openstack-nova.spec": spec });
    const words = args.split(" ").map((word) => {
      if (word === "./os-vif") return sample("os-vif");
      if (/^(\.\/nova[-\d.]*|[abc])$/.test(word)) return sample("nova");
      return /^(out|patches|[\w-]+\.spec)$/.test(word) ? path.join(folder, word) : word;
    });
    const source = words[words.indexOf("--debian") + 1];
    if (words.includes("--debian") && source !== undefined) {
      fs.mkdirSync(path.join(source, "debian/source"), { recursive: true });
      fs.writeFileSync(path.join(source, "debian/source/format"), "3.0 (quilt)\n");
      fs.writeFileSync(path.join(source, "debian/changelog"), "nova (1-1) unstable; urgency=low\n");
    }
    const said = await osfix(["emit", ...PATCHES, ...words]);
    expect(said.status, said.err).toBe(0);
    expect(said.out !== "" || /\d written$/m.test(said.err)).toBe(true);
  });
});

describe("bad input is refused with one clear sentence, and nothing is written", () => {
  it.each<[string, Record<string, string>, (folder: string) => readonly string[], string]>([
    ["no tree", {}, (folder) => ["emit", path.join(folder, "none")], "there is no such file or directory"],
    [
      "a spec file without sources",
      { "x.spec": "Name: x\n%prep\n%setup\n" },
      (folder) => ["--spec", path.join(folder, "x.spec")],
      "the spec file has no Source line",
    ],
    ["no spec file", {}, (folder) => ["--spec", path.join(folder, "x.spec")], "there is no file"],
    [
      "a number that is taken",
      { "x.spec": spec.replace("\n\n", "\nPatch3: theirs.patch\n\n") },
      (folder) => ["--spec", path.join(folder, "x.spec"), "--start-number", "3"],
      "Patch0003 is there already: theirs.patch",
    ],
    [
      "a directory with foreign files",
      { "mine.txt": "mine\n" },
      (folder) => ["--format", "git", "-o", folder],
      "holds files that osfix did not write: mine.txt",
    ],
    [
      "an output below a file",
      { taken: "mine\n" },
      (folder) => ["--format", "git", "-o", path.join(folder, "taken")],
      "cannot write to",
    ],
    ["no output directory", {}, () => ["--format", "rpm"], "this format is a directory of files"],
    ["no Debian package", {}, (folder) => ["--debian", folder], "is no Debian source package"],
    [
      "a layout that leads out",
      {},
      (folder) => ["--format", "git", "-o", folder, "--layout", "../{name}"],
      "leads out of the output directory",
    ],
    [
      "a person without a mail",
      {},
      (folder) => ["--format", "git", "-o", folder, "--signoff", "me"],
      "not an author: me",
    ],
    [
      "an image of kolla for git",
      {},
      (folder) => ["--format", "git", "-o", folder, "--kolla-image", "nova-compute"],
      "--kolla-image needs --format kolla",
    ],
    ["two places", {}, (folder) => ["-o", folder, "--spec", "x"], "--spec and --output do not go together"],
  ])("%s", async (_name, files, argsFor, message) => {
    const folder = scratch(files);
    const args = argsFor(folder);
    const said = await osfix(args[0] === "emit" ? args : ["emit", ...PATCHES, sample("os-vif"), ...args]);
    expect(said.err).toContain(message);
    expect(said).toMatchObject({ status: 2, out: "" });
    expect(filesIn(folder)).toEqual(files);
  });

  it("a directory that may not be written", async () => {
    const folder = scratch();
    fs.chmodSync(folder, 0o555);
    const tree = sample("os-vif");
    fs.chmodSync(path.dirname(tree), 0o755);
    const said = await unprivileged(() => emit(tree, "--format", "git", "-o", folder));
    expect(said).toMatchObject({ status: 2, out: "" });
    expect(said.err).toContain(`cannot write to ${folder}: permission denied`);
    fs.chmodSync(folder, 0o755);
    expect(filesIn(folder)).toEqual({});
  });
});

describe("osfix verify", () => {
  it.each([
    ["no series", ["verify", "/nonexistent/series", "/"], "there is no series /nonexistent/series"],
    ["no tree", ["verify", "/", "/nonexistent/tree"], "there is no tree /nonexistent/tree"],
  ])("%s", async (_name, args, message) => {
    const said = await osfix(args);
    expect(said.status).toBe(2);
    expect(said.err).toContain(message);
  });
});
