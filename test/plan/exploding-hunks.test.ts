import { describe, expect, it } from "vitest";
import { checkFiles } from "../../src/check/check-files.ts";
import { patternRule } from "../../src/check/pattern-rule.ts";
import { sourcesFromTexts } from "../../src/facts/tree/source-reader.ts";
import { GAVE_UP } from "../../src/match/effort.ts";
import type { HunkReport } from "../../src/match/state.ts";
import { loadParser } from "../../src/parse/parser.ts";
import { contextOf, hunksOf, planOn } from "../helpers/planning.ts";

/** Dots before and after each line: as many ways as there are choices of three statements. */
const EXPLODES = "...\n g(a)\n ...\n g(b)\n ...\n g(c)\n ...\n never()";
const MANY = `${"g(1)\n".repeat(300)}never\n`;
const VARIABLES = "expression a, b, c\n";

async function hunkOn(body: string, text: string): Promise<HunkReport | undefined> {
  const { plan } = planOn([hunksOf(body)], new Map([["a.py", text]]), "apply", await contextOf());
  return plan.steps[0]?.report.hunks[0];
}

describe("a search that takes more steps than any sensible patch", () => {
  it("makes the hunk a conflict", async () => {
    const hunk = await hunkOn(
      `@@\n${VARIABLES}@@\n ${EXPLODES}\n-x = 1\n+x = 2\n`,
      `${MANY}never()\nx = 1\n`,
    );
    expect(hunk).toMatchObject({ state: "conflict", reason: GAVE_UP });
  });

  it("has one limit for all ways to read the hunk", async () => {
    const calls = Array.from({ length: 8 }, (_, at) => `g${at}()\n`);
    const optional = calls.map((call) => `?${call} ...\n`).join("");
    const hunk = await hunkOn(
      `@@\n@@\n-x = 1\n+x = 2\n ...\n${optional} never()\n`,
      `${"x = 1\n".repeat(150)}${calls.join("")}never\n`,
    );
    expect(hunk).toMatchObject({ state: "conflict", reason: GAVE_UP });
  });

  it("says nothing of a hunk, although another way to read it has been found", async () => {
    const body = `@@\n${VARIABLES}@@\n(\n-x = 1\n+x = 2\n|\n ${EXPLODES}\n-y = 1\n+y = 2\n)\n`;
    expect(await hunkOn(body, "x = 1\n")).toMatchObject({ state: "applicable" });
    expect(await hunkOn(body, `x = 1\n${MANY}never()\ny = 1\n`)).toMatchObject({ state: "conflict" });
  });

  it("leaves open whether the patch is obsolete, or an equivalent stands elsewhere", async () => {
    const change = "@@ change @@\n@@\n-x = 1\n+x = 2\n";
    const marked = EXPLODES.replace(/^ ?/gm, "*");
    for (const role of ["obsolete", "elsewhere change"]) {
      const asked = await hunkOn(`${change}@@ ${role} @@\n${VARIABLES}@@\n${marked}\n`, `${MANY}never()\n`);
      expect(asked).toMatchObject({ state: "conflict", reason: `a.py: ${GAVE_UP}` });
    }
  });

  it("is said of the file where a rule makes it, and what others find is kept", async () => {
    const parser = await loadParser();
    const rules = [`*never\n`, EXPLODES.replace(/^ ?/gm, "*")].map((body, at) =>
      patternRule(`own/${at}`, hunksOf(`@@\n${at === 0 ? "" : VARIABLES}@@\n${body}\n`), parser),
    );
    const { findings, unparsed } = await checkFiles(
      sourcesFromTexts({ "a.py": `${MANY}never()\n` }),
      parser,
      rules,
      ["a.py"],
    );
    expect(findings.map(({ rule }) => rule)).toEqual(["own/0", "own/0"]);
    expect(unparsed).toEqual([{ path: "a.py", reason: `own/1: ${GAVE_UP}` }]);
  });
});
