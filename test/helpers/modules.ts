import fc from "fast-check";

/** Calls of `make` in the layouts people write; the patches below insert into them. */
const name = fc.constantFrom("alpha", "beta", "gamma", "delta_epsilon", "self.conf.value");
const comment = fc.constantFrom("", "", "  # why", "  # a, b)");
const argument = fc.oneof(
  name,
  fc.tuple(fc.constantFrom("one", "two", "three"), name).map(([key, value]) => `${key}=${value}`),
  fc.constantFrom("'text, with (commas)'", '"""long\ntext"""', "[1,\n 2]", "(yes)", "*rest"),
);

const layout = fc.constantFrom("flowed", "hanging", "rows", "aligned");

const call = fc
  .tuple(
    fc.uniqueArray(argument, { maxLength: 5, selector: (text) => text.split("=")[0] }),
    layout,
    fc.boolean(),
    fc.array(comment, { minLength: 5, maxLength: 5 }),
  )
  .map(([args, shape, trailing, comments]) => {
    const sorted = [...args.filter((arg) => !/^\w+=/.test(arg)), ...args.filter((arg) => /^\w+=/.test(arg))];
    const comma = (at: number): string => (at < sorted.length - 1 || trailing ? "," : "");
    if (sorted.length === 0) return "make()";
    if (shape === "flowed") return `make(${sorted.join(", ")}${trailing ? "," : ""})`;
    if (shape === "aligned")
      return `make(${sorted.map((arg, at) => arg + comma(at) + (comma(at) && at < sorted.length - 1 ? (comments[at] ?? "") : "")).join(`\n${" ".repeat(13)}`)})`;
    const rows = sorted.map((arg, at) => `        ${arg}${comma(at)}${comments[at] ?? ""}`);
    return shape === "rows" ? `make(\n${rows.join("\n")}\n        )` : `make(\n${rows.join("\n")}\n    )`;
  });

const statement = fc.oneof(
  name.map((value) => `x = ${value}`),
  fc.constantFrom(
    "# a comment",
    "",
    "if x:\n        pass",
    "log('%s' %\n        x)",
    "for y in x:\n        y()\n    else:\n        pass",
    'z = """\nnot code\n"""',
  ),
);

/** Modules with one function that holds such a call, one decorator or none, and statements of all kinds around it. */
export const GENERATED_MODULE: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(statement, { maxLength: 4 }),
    call,
    fc.array(statement, { maxLength: 4 }),
    fc.constantFrom("", "@other\n", "@a.b(c)\n# note\n@d\n"),
    fc.boolean(),
  )
  .map(([before, made, after, decorators, doc]) => {
    const body = [...(doc ? ['"""Doc."""'] : []), ...before, `w = ${made}`, "mark = 1", ...after, "return w"];
    return `import a\n\n\n${decorators}def build(self, x=1):\n${body.map((line) => (line === "" ? "" : `    ${line}`)).join("\n")}\n\n\nafter = 2\n`;
  });

/** Hunks on `a.py` that fit every generated module. */
export const INSERTIONS: Readonly<Record<string, string>> = {
  "a keyword at the end": "@@\n@@\n make(\n     ...,\n+    added=value,\n     )\n",
  "two keywords at the end":
    "@@\n@@\n make(\n     ...,\n+    added=value,\n+    more=other_value_of_some_length,\n     )\n",
  "an argument at the start": "@@\n@@\n make(\n+    added,\n     ...)\n",
  "a statement behind another":
    "@@\n@@\n def build(...):\n     ...\n     mark = 1\n+    if mark:\n+        # note\n+        added = (mark +\n+                 1)\n     ...\n",
  "a statement before another": "@@\n@@\n def build(...):\n     ...\n+    added = 1\n     return w\n",
  "a statement at the start": "@@\n@@\n def build(...):\n+    added = 1\n     ...\n",
  "a decorator": "@@\n@@\n+@added\n def build(...):\n     ...\n",
  "a helper above": "@@\n@@\n+def helper(a):\n+    return a\n+\n+\n def build(...):\n     ...\n",
  "a parameter and a name":
    "@@\n@@\n-def build(self, x=1):\n+def build(self, x=1, added=None):\n     ...\n-    mark = 1\n+    mark = added\n     ...\n",
  "a statement into a block":
    "@@\n@@\n def build(...):\n     ...\n-    mark = 1\n+    try:\n+        mark = 1\n+    except Exception:\n+        raise\n     ...\n",
};
