import { describe, expect, it } from "vitest";
import { compileHunk } from "../../src/smpl/compile.ts";
import { formatPlace, UserError } from "../../src/text/user-error.ts";
import { patchOf, theParser } from "../helpers/planning.ts";

const HEADER =
  "Subject: s\nProject: p\nAuthor: A <a@example.org>\nDate: Wed, 02 Dec 2020 00:00:00 +0000\n\n--- a.py\n";

/** Everything a user sees of the error, one line each: place and title, the frame, the hint. */
async function messageOf(source: string): Promise<string> {
  const parser = await theParser();
  try {
    const patch = patchOf(source, "p/0001-x");
    for (const section of patch.sections) for (const hunk of section.hunks) compileHunk(patch, hunk, parser);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const place = error.at ? `${formatPlace(error.at)}: ` : "";
    return [place + error.message, error.frame, error.hint].filter((line) => line !== undefined).join("\n");
  }
  return "no error";
}

const BODIES = {
  "a misspelt kind": [
    "@@\nexpresion e\n@@\n-f(e)\n+g(e)\n",
    'p/0001-x.spatch:8:1: unexpected metavariable kind "expresion"\n8 | expresion e\n  | ^^^^^^^^^\nDid you mean "expression"?',
  ],
  "a metavariable never used": [
    "@@\nexpression e\n@@\n-f(a)\n+g(a)\n",
    'p/0001-x.spatch:8:12: metavariable "e" is declared and never used\n8 | expression e\n  |            ^\nRemove the declaration, or is a name in the body misspelt?',
  ],
  "a metavariable on the plus side only": [
    "@@\nexpression e, ee\n@@\n-f(e)\n+g(ee)\n",
    'p/0001-x.spatch:8:15: metavariable "ee" appears on the plus side only\n8 | expression e, ee\n  |               ^^\nNothing binds it. Declare it as a setting, or use it in a context or minus line.',
  ],
  "a metavariable declared twice": [
    "@@\nexpression e\nidentifier e\n@@\n-f(e)\n+g(e)\n",
    'p/0001-x.spatch:9:1: metavariable "e" is declared twice\n9 | identifier e\n  | ^',
  ],
  "a bad regular expression": [
    "@@\nidentifier e =~ /(/\n@@\n-f(e)\n+g(e)\n",
    "p/0001-x.spatch:8:17: unexpected regular expression: Invalid regular expression: /(/u: Unterminated group\n8 | identifier e =~ /(/\n  |                 ^",
  ],
  "a minus slice that is no Python": [
    "@@\n@@\n-f(a\n+g(a)\n",
    'p/0001-x.spatch:9:2: the minus slice is not Python here\n9 | -f(a\n  |  ^^^\nThe minus slice is the context and the "-" lines, read without the "+" lines.',
  ],
  "a plus slice that is no Python": [
    "@@\n@@\n def f(...):\n     ...\n-    x = 1\n+    x = = 1\n",
    'p/0001-x.spatch:12:10: the plus slice is not Python here\n12 | +    x = = 1\n   |          ^\nThe plus slice is the context and the "+" lines, read without the "-" lines.',
  ],
  "an unknown mark": [
    "@@\n@@\n-f(a)\nxf(b)\n",
    'p/0001-x.spatch:10:1: unexpected "x" in column 0, expected one of " ", "-", "+", "*", "?", "#", "(", "|", ")"\n10 | xf(b)\n   | ^\nContext lines begin with one blank.',
  ],
  "a disjunction that is not closed": [
    "@@\n@@\n(\n-f(a)\n|\n-f(b)\n",
    'p/0001-x.spatch:9:1: this disjunction is not closed, expected ")" alone in column 0\n9 | (\n  | ^',
  ],
  "a nest that is not closed": [
    "@@\n@@\n def f():\n     <...\n-    a()\n+    b()\n",
    'p/0001-x.spatch:10:2: this nest is not closed, expected "...>"\n10 |      <...\n   |  ^',
  ],
  "a nest around nothing": [
    "@@\n@@\n def f():\n     <...\n+    b()\n     ...>\n",
    "p/0001-x.spatch:10:6: this nest holds no code in the minus slice\n10 |      <...\n   |      ^\nGive at least one line that is code in both slices.",
  ],
  "a nest with several expressions": [
    "@@\n@@\n-f(<... a, b ...>)\n+g(<... a, b ...>)\n",
    "p/0001-x.spatch:9:1: this nest holds several expressions, expected one\n9 | -f(<... a, b ...>)\n  | ^",
  ],
  "a slice that is no Python behind dots": [
    "@@\n@@\n-f(..., =)\n+g(...)\n",
    'p/0001-x.spatch:9:9: the minus slice is not Python here\n9 | -f(..., =)\n  |         ^\nThe minus slice is the context and the "-" lines, read without the "+" lines.',
  ],
  "a new file at the end of the text": [
    "@@\n@@\n-a()\n+b()\n--- /dev/null\n+++ b.py",
    'p/0001-x.spatch:12:1: unexpected line, expected "@@" to open a hunk\n12 | +++ b.py\n   | ^',
  ],
  "code without a certain place": [
    "@@\n@@\n def f(...):\n     ...\n+    a()\n     ...\n",
    "p/0001-x.spatch:11:1: this code stands between two dots, so it has no certain place\n11 | +    a()\n   | ^\nPut a context line before or after it.",
  ],
  "nothing to match": [
    "@@\n@@\n+a()\n",
    "p/0001-x.spatch:7:1: the minus slice of this hunk has no code to match\n7 | @@\n  | ^\nGive at least one context line that is code.",
  ],
  "equal slices": [
    "@@\n@@\n-a( )\n+a()\n",
    "p/0001-x.spatch:7:1: the slices of this hunk are equal code\n7 | @@\n  | ^\nA hunk that changes comments only cannot be told applied from applicable.",
  ],
  "two names": [
    "@@ one two @@\n@@\n-a()\n+b()\n",
    'p/0001-x.spatch:7:8: unexpected "two", expected one name, "all", "group NAME", "obsolete", "elsewhere HUNK", "disable ISOMORPHISM" or "@@"\n7 | @@ one two @@\n  |        ^^^',
  ],
  "a report line in a change": [
    "@@\n@@\n*a()\n-b()\n",
    'p/0001-x.spatch:10:1: "*" lines cannot stand in a hunk that changes code\n10 | -b()\n   | ^',
  ],
  "declarations that do not end": [
    "@@\nexpression e\n-f(e)\n",
    'p/0001-x.spatch:9:1: unexpected body line, expected a declaration or the "@@" that ends the declarations\n9 | -f(e)\n  | ^',
  ],
  "a change that changes nothing": [
    "@@\n@@\n f()\n",
    'p/0001-x.spatch:9:1: this hunk has no "-", "+" or "*" line\n9 |  f()\n  | ^',
  ],
} as const;

const SPLIT = "Split it into several hunks.";

const TOO_MUCH = {
  combinations: [
    `@@\n@@\n-f()\n+g()\n${"? h()\n".repeat(9)}`,
    `this hunk has more than 256 combinations of alternatives and optional lines`,
  ],
  "text in all combinations together": [
    `@@\n@@\n-f()\n+g()\n${"? h()\n".repeat(7)} x${".y".repeat(500)}\n`,
    "this hunk's 128 combinations have more than 100000 characters together",
  ],
} as const;

describe("a rule error names file, line and column, shows the line with a caret, and says what to do", () => {
  it.each(Object.entries(BODIES))("%s", async (_name, [body, wanted]) => {
    expect(await messageOf(HEADER + body)).toBe(wanted);
  });

  it.each(Object.entries(TOO_MUCH))("too much: %s", async (_name, [body, wanted]) => {
    const lines = (await messageOf(HEADER + body)).split("\n");
    expect(lines.at(0)).toBe(`p/0001-x.spatch:7:1: ${wanted}`);
    expect(lines.at(-1)).toBe(SPLIT);
  });

  const HEADERS = {
    "an unknown field": [
      "Subjct: s\n",
      'p/0001-x.spatch:1:1: unexpected header field "Subjct"\n1 | Subjct: s\n  | ^^^^^^\nDid you mean "Subject"?',
    ],
    "a missing field": [
      "Subject: s\nProject: p\nAuthor: A <a@example.org>\n\n--- a.py\n",
      'p/0001-x.spatch:4:1: header field "Date" is missing\n4 | \n  | ^',
    ],
    "a date that moves": [
      "Subject: s\nDate: today\n",
      'p/0001-x.spatch:2:1: unexpected date "today", expected RFC 2822\n2 | Date: today\n  | ^^^^\nFor example "Wed, 02 Dec 2020 00:00:00 +0000".',
    ],
    "a path out of the tree": [
      HEADER.replace("a.py", "../a.py"),
      'p/0001-x.spatch:6:5: unexpected path "../a.py", expected a path from the root of the tree\n6 | --- ../a.py\n  |     ^^^^^^^',
    ],
    "no section": [
      "Subject: s\nProject: p\nAuthor: A <a@example.org>\nDate: Wed, 02 Dec 2020 00:00:00 +0000\n\nProse.\n",
      'p/0001-x.spatch:7:1: unexpected end of file, expected a section "--- PATH"\n7 | \n  | ^',
    ],
  } as const;

  it.each(Object.entries(HEADERS))("header: %s", async (_name, [source, wanted]) => {
    expect(await messageOf(source)).toBe(wanted);
  });
});
