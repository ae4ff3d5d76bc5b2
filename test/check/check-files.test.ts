import { describe, expect, it } from "vitest";
import { checkFiles } from "../../src/check/check-files.ts";
import { TimeLimit } from "../../src/check/time-limit.ts";
import { sourcesFromTexts } from "../../src/facts/tree/source-reader.ts";
import { loadParser } from "../../src/parse/parser.ts";
import type { Rule, RuleContext } from "../../src/rule.ts";
import { UserError } from "../../src/text/user-error.ts";

const parser = await loadParser();

const TREE = { "a.py": "a = 1\n", "b.py": "b = 1\n", "c.py": "c = 1\n" };

/** What a hanging rule does until it is ended. */
function forever(): never {
  for (;;);
}

/** A rule that finds something in every file, after whatever a file has it do. */
function ruleThat(does: (context: RuleContext) => void): Rule {
  return {
    id: "test/some",
    title: "some",
    severity: "warning",
    confidence: "high",
    source: "",
    onByDefault: true,
    checksTests: true,
    mentions: [],
    *check(context) {
      does(context);
      yield { span: { start: 0, end: 1 }, message: "found" };
    },
  };
}

async function check(does: (context: RuleContext) => void, run = 400) {
  const limit = new TimeLimit({ file: 5_000, run, grace: 400 });
  const { findings, unparsed } = await checkFiles(
    sourcesFromTexts(TREE),
    parser,
    [ruleThat(does)],
    Object.keys(TREE),
    limit,
  );
  return { found: findings.map(({ path }) => path), unparsed };
}

const reason = "rules that read it did not end within 5 s";

describe("a file on which a rule does not end", () => {
  it("is passed over with its reason, and the others are checked", async () => {
    const said = await check(({ path }) => path === "b.py" && forever());
    expect(said).toEqual({ found: ["a.py", "c.py"], unparsed: [{ path: "b.py", reason }] });
  });

  it("is ended within a regular expression too", async () => {
    const said = await check(({ path }) => path === "b.py" && /^(a|aa)+$/.test(`${"a".repeat(100)}!`));
    expect(said.unparsed).toEqual([{ path: "b.py", reason }]);
  });

  it("is the one that facts of the whole tree were reading, whoever asked for them", async () => {
    const said = await check(({ project }) => {
      project.onceOfTexts("all texts", () =>
        project.sources.paths.map((path) => project.text(path)?.startsWith("c") && forever()),
      );
    });
    expect(said).toEqual({ found: ["a.py", "b.py"], unparsed: [{ path: "c.py", reason }] });
  });

  it("is not the one that was merely read last", async () => {
    const said = await check(({ path, project }) => {
      if (path !== "a.py") return;
      project.text("c.py");
      forever();
    });
    expect(said).toEqual({ found: ["b.py", "c.py"], unparsed: [{ path: "a.py", reason }] });
  });

  it("may be one of several", async () => {
    const said = await check(({ path }) => path !== "b.py" && forever());
    expect(said.found).toEqual(["b.py"]);
    expect(said.unparsed).toEqual([
      { path: "a.py", reason },
      { path: "c.py", reason },
    ]);
  });
});

describe("work that is slow and goes on", () => {
  it("gets more time, and nothing is left out", async () => {
    const ended: string[] = [];
    const said = await check(({ path, module }) => {
      const end = performance.now() + 30;
      while (performance.now() < end);
      ended.push(module.path === path ? path : "");
    }, 40);
    expect(said).toEqual({ found: Object.keys(TREE), unparsed: [] });
    // it was begun anew
    expect(ended.length).toBeGreaterThan(3);
  });
});

describe("a rule with a bug", () => {
  it("says nothing of the file on which it fails, which is told, and the others are checked", async () => {
    const said = await check(({ path }) => {
      if (path === "b.py") throw new TypeError("a bug");
    });
    const told = "test/some failed on it, which is a bug in osfix (TypeError: a bug)";
    expect(said).toEqual({ found: ["a.py", "c.py"], unparsed: [{ path: "b.py", reason: told }] });
  });

  it("is no reason to go on where a part of osfix is missing", async () => {
    const missing = () => {
      throw new UserError("libraries/ is not there");
    };
    await expect(check(missing)).rejects.toThrow("libraries/ is not there");
  });
});
