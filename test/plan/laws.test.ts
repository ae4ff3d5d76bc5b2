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
