import { describe, expect, it } from "vitest";
import { contextOf, hunksOf, planOn } from "../helpers/planning.ts";

const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join("");

describe("a hunk of many lines", () => {
  it("is matched, put in and taken out, however many calls it holds", async () => {
    const calls = (margin: string) =>
      lines(700, (at) => `${margin}    self.add(${at}, name='n${at}', of=[x for x in y])\n`);
    const patch = hunksOf(`@@\n@@\n def fill(self):\n${calls(" ")}-    x = 1\n+    x = 2\n`);
    const given = new Map([["a.py", `def fill(self):\n${calls("")}    x = 1\n`]]);
    const context = await contextOf();
    const { plan, failures, files } = planOn([patch], given, "apply", context);
    expect([plan.steps[0]?.report.state, failures]).toEqual(["applicable", []]);
    expect(files.get("a.py")).toContain("    x = 2\n");
    expect(planOn([patch], files, "revert", context).files).toEqual(given);
  });

  it("is given up where dots in each of them need more of the stack than there is", async () => {
    const patch = hunksOf(
      `@@\n@@\n def fill():\n${lines(2_000, () => "     f(...)\n")}-    x = 1\n+    x = 2\n`,
    );
    const given = new Map([["a.py", `def fill():\n${lines(2_000, (at) => `    f(${at})\n`)}    x = 1\n`]]);
    const { plan } = planOn([patch], given, "apply", await contextOf());
    const report = plan.steps[0]?.report;
    expect(report?.state).toBe("conflict");
    expect(JSON.stringify(report)).toContain("the search was given up");
  });
});
