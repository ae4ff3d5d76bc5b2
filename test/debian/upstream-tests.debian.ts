import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findPython, osfix, type Report, runPython } from "./programs.ts";
import { debianSuites, installSuite, PROFILES, type Suite } from "./trees.ts";

/** What the trees bring that has to do with what is patched. */
const OS_VIF_TESTS = ["os_vif.tests.unit", "vif_plug_linux_bridge.tests.unit"];
const NOVA_TESTS = ["nova.tests.unit.network.test_neutron", "nova.tests.unit.network.test_os_vif_util"];

const RUN_TESTS = new URL("run_tests.py", import.meta.url).pathname;

type Outcomes = Readonly<Record<string, "passed" | "failed" | "skipped">>;

/** What became of the tests in the packages of a suite, as Debian has them or patched. */
interface Answers {
  readonly applied: Report | undefined;
  readonly osVif: Outcomes;
  readonly nova: Outcomes;
  readonly sampleConf: string;
}

const root = fs.mkdtempSync(path.join(os.tmpdir(), "osfix-upstream-"));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

/** The suite that this machine runs: only its packages find what they depend on. */
function suiteOfThisMachine(): Suite {
  const release = fs.readFileSync("/etc/os-release", "utf8");
  const name = /^VERSION_CODENAME=(.*)$/m.exec(release)?.[1];
  const suite = debianSuites().find((each) => each.name === name);
  if (suite === undefined) throw new Error(`this machine runs ${name}, of which there are no trees`);
  return suite;
}

/** The modules of test files that osfix added to a tree. */
function addedTests(applied: Report | undefined, project: string): readonly string[] {
  const files = applied?.trees.find((tree) => tree.project === project)?.files ?? [];
  const added = files.filter(
    ({ path: file, change }) => change === "created" && /\/test_[^/]+\.py$/.test(file),
  );
  return added.map((file) => file.path.replace(/\.py$/, "").replaceAll("/", "."));
}

async function ask(python: string, suite: Suite, profile: string | undefined): Promise<Answers> {
  const folder = path.join(root, profile ?? "unpatched");
  const packages = path.join(folder, "dist-packages");
  installSuite(suite, packages);
  const applied = profile ? osfix("apply", "--profile", profile, packages) : undefined;
  const run = async (...args: readonly string[]): Promise<string> => {
    const ended = await runPython(python, args, folder, packages);
    if (ended.status !== 0) throw new Error(`python3 ${args.join(" ")}: ${ended.status}\n${ended.err}`);
    return ended.out;
  };
  const test = async (project: string, modules: readonly string[]): Promise<Outcomes> => {
    const report = path.join(folder, `${project}.json`);
    await run(RUN_TESTS, report, ...modules, ...addedTests(applied, project));
    return JSON.parse(fs.readFileSync(report, "utf8"));
  };
  return {
    applied,
    osVif: await test("os-vif", OS_VIF_TESTS),
    sampleConf: await run("-m", "oslo_config.generator", "--namespace", "nova.conf"),
    nova: await test("nova", NOVA_TESTS),
  };
}

/** A section of the sample configuration, its header left out. */
function sectionOf(conf: string, name: string): string {
  return conf
    .split(/^\[(.+)\]$/m)
    .reduce((found, text, at, parts) => (parts[at - 1] === name ? text : found), "");
}

const idsWith = (outcomes: Outcomes, wanted: string): readonly string[] =>
  Object.keys(outcomes).filter((id) => outcomes[id] === wanted);

const suite = suiteOfThisMachine();

describe(suite.label, () => {
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
      profiles.map(async (profile) => answers.set(profile, await ask(python, suite, profile))),
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
