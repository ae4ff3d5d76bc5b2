import { describe, expect, it } from "vitest";
import { contextOf, hunksOf, patchOf, planOn } from "../helpers/planning.ts";

const CASES: readonly [string, string, string, readonly string[]][] = [
  [
    "code that is laid out otherwise than the patch would write it back",
    "@@\n@@\n def f():\n-    g(a, b)\n     return 1\n",
    "def f():\n    g(a,\n      b)\n    return 1\n",
    ['check "revert" failed: taking sample/0001-test out again would not give back a.py:2 byte for byte'],
  ],
  [
    "the only statement of a block",
    "@@\n@@\n def f():\n     ...\n-    if a:\n-        b()\n+    if a:\n+        pass\n     c()\n",
    "def f():\n    if a:\n        b()\n    c()\n",
    [],
  ],
  [
    "a result that still holds what was to be replaced",
    "@@\n@@\n def f(...):\n     ...\n-    x = 1\n+    if y:\n+        x = 1\n     <...\n     z()\n     ...>\n",
    "def f():\n    x = 1\n    z()\n",
    [],
  ],
];

describe("nothing is written when a check after the rewrite fails", () => {
  it.each(CASES)("%s", async (_name, body, text, wanted) => {
    const { failures } = planOn([hunksOf(body)], new Map([["a.py", text]]), "apply", await contextOf());
    expect(failures).toEqual(wanted);
  });

  it("two hunks that want the same code are refused, both named by their patch", async () => {
    const patch = hunksOf("@@\n@@\n-x = f(1)\n+x = g(1)\n@@\n@@\n-f(1)\n+h(1)\n");
    const { plan, files } = planOn([patch], new Map([["a.py", "x = f(1)\n"]]), "apply", await contextOf());
    expect(plan.refusals).toEqual(["sample/0001-test: two hunks want to edit the same code"]);
    expect(files.get("a.py")).toBe("x = f(1)\n");
  });

  it("where a nest that must stand somewhere is not found, the place is one of the module", async () => {
    const body = "@@\n@@\n def build(...):\n     <+...\n     done = True\n+    more = True\n     ...+>\n";
    const files = new Map([["a.py", "def build(self):\n    pass\n"]]);
    const { plan } = planOn([hunksOf(body)], files, "apply", await contextOf());
    const hunk = plan.steps[0]?.report.hunks[0];
    expect(hunk?.state).toBe("conflict");
    expect(hunk?.nearestMiss.map((miss) => miss.at.line)).toEqual([2, 2]);
  });

  it("a file that was broken before may stay as broken", async () => {
    const patch = hunksOf("@@\n@@\n def f():\n-    x = 1\n+    x = 2\n     ...\n");
    const text = "def f():\n    x = 1\n    y = 2\n\n\ndef broken(:\n    pass\n";
    const { failures, files } = planOn([patch], new Map([["a.py", text]]), "apply", await contextOf());
    expect(failures).toEqual([]);
    expect(files.get("a.py")).toContain("x = 2");
  });

  it("a patch that cannot be written for want of a setting says so", async () => {
    const patch = hunksOf("@@\nsetting nic\n@@\n opts = [\n     ...,\n+    opt(nic),\n ]\n");
    const files = new Map([["a.py", "opts = [\n    a,\n]\n"]]);
    const without = planOn([patch], files, "apply", await contextOf());
    expect(without.plan.steps[0]?.report.hunks[0]).toMatchObject({
      state: "conflict",
      reason: 'the setting "nic" has no value, and this cannot be written without it',
    });
    const given = planOn([patch], files, "apply", await contextOf({ nic: "bond1" }));
    expect(given.files.get("a.py")).toBe("opts = [\n    a,\n    opt('bond1'),\n]\n");
  });

  it("patches of one series that are applied already are not touched when one of them is taken out", async () => {
    const first = patchOf("--- a.py\n@@\n@@\n-x = 1\n+x = 2\n", "sample/0001-first");
    const second = patchOf("--- a.py\n@@\n@@\n-y = 1\n+y = 2\n", "sample/0002-second");
    const context = await contextOf();
    const applied = planOn([first, second], new Map([["a.py", "x = 1\ny = 1\n"]]), "apply", context);
    expect(applied.files.get("a.py")).toBe("x = 2\ny = 2\n");
    const { plan } = planOn([first], applied.files, "revert", context);
    expect(plan.changes.map((change) => change.after)).toEqual(["x = 1\ny = 2\n"]);
  });
});
