import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GENERATED_MODULE, INSERTIONS } from "../helpers/modules.ts";
import { contextOf, hunksOf, planOn } from "../helpers/planning.ts";

const endings = fc.constantFrom("\n", "\r\n");

describe("the laws of apply and revert, on generated modules", () => {
  it.each(Object.entries(INSERTIONS))(
    "%s: goes in once, parses, twice is once, comes out byte for byte",
    async (_name, source) => {
      const patch = hunksOf(source);
      const context = await contextOf();
      fc.assert(
        fc.property(GENERATED_MODULE, endings, fc.boolean(), (text, ending, finished) => {
          const whole = (finished ? text : text.trimEnd()).replace(/\n/g, ending);
          const given = new Map([["a.py", whole]]);
          const { plan, failures, files } = planOn([patch], given, "apply", context);
          expect(plan.steps[0]?.report.state).toBe("applicable");
          expect(plan.refusals).toEqual([]);
          // checkPlan holds the laws: parses, applied, twice is once, and back to the same bytes.
          expect(failures).toEqual([]);
          const after = files.get("a.py") ?? "";
          expect(after).not.toBe(whole);
          expect(after.replace(/\r\n/g, "\n").includes("\r")).toBe(false);
          if (ending === "\r\n") expect(after.replace(/\r\n/g, "")).not.toContain("\n");
          expect(/\n$/.test(after)).toBe(finished);
          expect(planOn([patch], files, "revert", context).files.get("a.py")).toBe(whole);
        }),
        { numRuns: 60 },
      );
    },
  );
});

const LAYOUTS: Readonly<Record<string, (keywords: readonly string[]) => string>> = {
  "in one row": (keywords) => keywords.join(", "),
  "one a row": (keywords) => `\n        ${keywords.join(",\n        ")}`,
  "one a row, a comma behind the last": (keywords) =>
    `\n${keywords.map((one) => `        ${one},\n`).join("")}    `,
  "one a row, with comments": (keywords) =>
    `\n${keywords.map((one) => `        ${one},  # of ${one[0]}\n`).join("")}    `,
};

describe("keyword arguments in any order", () => {
  it.each(Object.entries(LAYOUTS))("%s: those that leave leave, and nothing else", async (_name, layOut) => {
    const patch = hunksOf(`@@ plug @@
@@
 plug(
     ...,
     c=3,
+    d=4,
+    e=5,
     ...)
`);
    const context = await contextOf();
    const keywords = ["a=1", "b=2", "c=3", "d=4", "e=5", "f=6"];
    fc.assert(
      fc.property(fc.shuffledSubarray(keywords, { minLength: keywords.length }), (order) => {
        const given = new Map([["a.py", `def f():\n    plug(${layOut(order)})\n`]]);
        const { plan, files } = planOn([patch], given, "revert", context);
        expect(plan.refusals).toEqual([]);
        const after = files.get("a.py") ?? "";
        const kept = order.filter((one) => one !== "d=4" && one !== "e=5");
        expect(after.match(/\w=\d/g)).toEqual(kept);
        const comments = given.get("a.py")?.includes("#") ? kept.map((one) => `# of ${one[0]}`) : null;
        if (comments) for (const comment of comments) expect(after).toContain(comment);
        expect(planOn([patch], files, "apply", context).plan.steps[0]?.report.state).toBe("applicable");
      }),
      { numRuns: 60 },
    );
  });
});
