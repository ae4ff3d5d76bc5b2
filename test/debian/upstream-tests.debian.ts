import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findPython, osfix, type Report, runPython } from "./programs.ts";
import { copyHost, debianHosts, type Host, PROFILES } from "./trees.ts";

/** What the trees bring that has to do with what is patched. */
const OS_VIF_TESTS = ["os_vif.tests.unit", "vif_plug_linux_bridge.tests.unit"];
const NOVA_TESTS = ["nova.tests.unit.network.test_neutron", "nova.tests.unit.network.test_os_vif_util"];

const RUN_TESTS = new URL("run_tests.py", import.meta.url).pathname;

type Outcomes = Readonly<Record<string, "passed" | "failed" | "skipped">>;

/** A host's trees, as Debian has them or patched, with all that was asked of them. */
interface Answers {
  readonly applied: Report | undefined;
  readonly osVif: Outcomes;
  readonly nova: Outcomes;
  readonly sampleConf: string;
}

const root = fs.mkdtempSync(path.join(os.tmpdir(), "osfix-upstream-"));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

/** The trees of the suite that this machine runs: only for them are its packages the dependencies. */
function hostOfThisMachine(): Host {
  const release = fs.readFileSync("/etc/os-release", "utf8");
  const suite = /^VERSION_CODENAME=(.*)$/m.exec(release)?.[1];
  const host = debianHosts().find((each) => each.suite === suite);
  if (host === undefined) throw new Error(`this machine runs ${suite}, of which there are no trees`);
  return host;
}

/** The modules of test files that osfix added to a tree. */
function addedTests(applied: Report | undefined, project: string): readonly string[] {
  const files = applied?.trees.find((tree) => tree.project === project)?.files ?? [];
  const added = files.filter(
    ({ path: file, change }) => change === "created" && /\/test_[^/]+\.py$/.test(file),
  );
  return added.map((file) => file.path.replace(/\.py$/, "").replaceAll("/", "."));
}

async function ask(python: string, host: Host, profile: string | undefined): Promise<Answers> {
  const folder = path.join(root, profile ?? "unpatched");
  const copy = copyHost(host, folder);
  const applied = profile ? osfix("apply", "--profile", profile, copy.osVif, copy.nova) : undefined;
  const where = { cwd: folder, trees: [copy.nova, copy.osVif] };
  const test = async (report: string, modules: readonly string[]): Promise<Outcomes> => {
    const file = path.join(folder, report);
    const ended = await runPython(python, [RUN_TESTS, file, ...modules], where);
    if (ended.status !== 0) throw new Error(ended.err);
    return JSON.parse(fs.readFileSync(file, "utf8"));
  };
  const osVif = await test("os-vif.json", [...OS_VIF_TESTS, ...addedTests(applied, "os-vif")]);
  const generator = ["-m", "oslo_config.generator", "--namespace", "nova.conf"];
  const generated = await runPython(python, generator, where);
  if (generated.status !== 0) throw new Error(generated.err);
  const nova = await test("nova.json", [...NOVA_TESTS, ...addedTests(applied, "nova")]);
  return { applied, osVif, nova, sampleConf: generated.out };
}

/** A section of the sample configuration, its header left out. */
function sectionOf(conf: string, name: string): string {
  return conf
    .split(/^\[(.+)\]$/m)
    .reduce((found, text, at, parts) => (parts[at - 1] === name ? text : found), "");
}

const idsWith = (outcomes: Outcomes, wanted: string): readonly string[] =>
  Object.keys(outcomes).filter((id) => outcomes[id] === wanted);

const host = hostOfThisMachine();

describe(host.label, () => {
  const answers = new Map<string | undefined, Answers>();
  const answersOf = (profile: string | undefined): Answers => {
    const found = answers.get(profile);
    if (found === undefined) throw new Error(`nothing was asked of ${profile ?? "the unpatched tree"}`);
    return found;
  };

  beforeAll(async () => {
    const python = findPython(
      "oslo_config",
      "oslo_privsep",
      "oslotest",
      "sqlalchemy",
      "wsgi_intercept",
      "ddt",
    );
    const profiles = [undefined, ...PROFILES];
    await Promise.all(
      profiles.map(async (profile) => answers.set(profile, await ask(python, host, profile))),
    );
  });

  it("before: all tests that the trees bring pass, and there is no option", () => {
    const before = answersOf(undefined);
    for (const outcomes of [before.osVif, before.nova]) {
      expect(idsWith(outcomes, "failed")).toEqual([]);
      expect(idsWith(outcomes, "passed").length).toBeGreaterThan(10);
    }
    expect(sectionOf(before.sampleConf, "neutron")).toMatch(/^#ovs_bridge = /m);
    expect(before.sampleConf).not.toContain("bridge_interface");
  });

  describe.each(PROFILES)("profile %s", (profile) => {
    it.each(["osVif", "nova"] as const)("%s: the same tests pass, and new ones", (project) => {
      const [before, after] = [answersOf(undefined)[project], answersOf(profile)[project]];
      const [passedBefore, passedAfter] = [idsWith(before, "passed"), idsWith(after, "passed")];
      process.stdout.write(
        `${profile}, ${project}: ${passedBefore.length} passed before, ${passedAfter.length} after\n`,
      );
      expect(idsWith(after, "failed")).toEqual([]);
      expect(idsWith(after, "skipped")).toEqual(idsWith(before, "skipped"));
      expect(passedAfter).toEqual(expect.arrayContaining([...passedBefore]));
      expect(passedAfter.length).toBeGreaterThan(passedBefore.length);
    });

    it("the sample configuration has the option in section neutron", () => {
      const { sampleConf } = answersOf(profile);
      const wanted = profile === "published" ? "bond1" : "<None>";
      expect(sampleConf.match(/^#?bridge_interface\b.*$/gm)).toEqual([`#bridge_interface = ${wanted}`]);
      expect(sectionOf(sampleConf, "neutron")).toContain(`#bridge_interface = ${wanted}`);
    });
  });
});
