import { describe, expect, it } from "vitest";
import { contextOf, hunksOf, planOn } from "../helpers/planning.ts";

/** What a hunk makes of texts, `before -> after`; it comes out again byte for byte, as the plan's own check says. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  "@@\n@@\n-get(x)\n+x or y\n": [
    "a = get(x) -> a = x or y",
    "a = get(x) + 1 -> a = (x or y) + 1",
    "a = not get(x) -> a = not (x or y)",
    "a = get(x).b -> a = (x or y).b",
    "a = get(x)[0] -> a = (x or y)[0]",
    "a = b[get(x)] -> a = b[x or y]",
    "f(*get(x), k=get_) -> f(*(x or y), k=get_)",
    "a = b if get(x) else c -> a = b if x or y else c",
    "a = get(x) and b -> a = (x or y) and b",
    "a = b or get(x) -> a = b or (x or y)",
    "a = -get(x) -> a = -(x or y)",
    "a = '%s' % get(x) -> a = '%s' % (x or y)",
    "a = [b for b in get(x)] -> a = [b for b in x or y]",
    "if get(x): pass -> if x or y: pass",
  ],
  "@@\nexpression e\n@@\n-get(e)\n+e.name\n": [
    "a = get(b) -> a = b.name",
    "a = get(b + c) -> a = (b + c).name",
    "a = get(lambda: 1) -> a = (lambda: 1).name",
    "a = get(1) -> a = (1).name",
    "a = get(b.c()[0]) -> a = b.c()[0].name",
  ],
  "@@\nexpression e, f\n@@\n-power(e, f)\n+e ** f\n": [
    "a = power(-b, -c) -> a = (-b) ** -c",
    "a = power(b * c, d) -> a = (b * c) ** d",
    "a = power(b, c).d -> a = (b ** c).d",
    "a = -power(b, c) -> a = -b ** c",
  ],
  "@@\n@@\n-'vlan%s' % n\n+'%s.%s' % (p, n)\n": [
    "a = 'vlan%s' % n -> a = '%s.%s' % (p, n)",
    "a = 'vlan%s' % (n,) -> a = '%s.%s' % (p, n,)",
    'a = "vlan%s" % (n) -> a = "%s.%s" % ((p, n))',
  ],
  "@@\n@@\n f(a, ...,\n+  z=1\n )\n": [
    "f(a) -> f(a, z=1)",
    "f(a, *b) -> f(a, *b, z=1)",
    "f(a, b=2, **k) -> f(a, b=2, z=1, **k)",
  ],
  "@@\n@@\n-from x import a\n+from x import a, b\n": [
    "from x import a -> from x import a, b",
    "from x import (a,) -> from x import (a, b,)",
    "from x import \\\n    a -> from x import \\\n    a, b",
  ],
};

describe("code is written so that it means what the patch says, in the spelling that it finds", () => {
  it.each(Object.entries(CASES))("%j", async (body, texts) => {
    const context = await contextOf();
    for (const text of texts) {
      const [before, after] = text.split(" -> ");
      const { plan, failures, files } = planOn(
        [hunksOf(body)],
        new Map([["a.py", `${before}\n`]]),
        "apply",
        context,
      );
      expect([files.get("a.py"), plan.refusals, failures]).toEqual([`${after}\n`, [], []]);
    }
  });

  it.each([
    [
      "a parameter behind **k",
      "@@\n@@\n def f(...,\n+      c=1\n ):\n     ...\n",
      "def f(a, **k):\n    pass\n",
    ],
    ["a parameter twice", "@@\n@@\n def f(...,\n+      c=1\n ):\n     ...\n", "def f(a, c):\n    pass\n"],
    ["a keyword twice", "@@\n@@\n f(\n   a, ...,\n+  z=1\n )\n", "f(a, z=2)\n"],
    ["two values for a tuple", "@@\n@@\n-'a%s' % n\n+'b%s' % n\n", "x = 'a%s' % ((n, m),)\n"],
  ])("%s is not written", async (_name, body, text) => {
    const { plan, files } = planOn([hunksOf(body)], new Map([["a.py", text]]), "apply", await contextOf());
    expect(files.get("a.py")).toBe(text);
    const state = plan.steps[0]?.report.state;
    expect(plan.refusals.length > 0 || state === "absent").toBe(true);
  });
});
