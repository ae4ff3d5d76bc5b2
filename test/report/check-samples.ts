import type { CheckReport, ReportedFinding } from "../../src/report/check-report.ts";

/** A finding of a rule, with all that one may have. */
export function finding(more: Partial<ReportedFinding> = {}): ReportedFinding {
  return {
    rule: "locks/nested",
    severity: "error",
    confidence: "high",
    title: "lock taken again",
    message: "it waits for itself",
    tree: "tree",
    path: "pkg/a.py",
    shown: "tree/pkg/a.py",
    from: { line: 3, column: 5 },
    to: { line: 3, column: 9 },
    lines: [
      { line: 2, text: "def a():" },
      { line: 3, text: "    take()" },
    ],
    related: [
      {
        path: "pkg/b.py",
        shown: "tree/pkg/b.py",
        from: { line: 1, column: 1 },
        to: { line: 1, column: 2 },
        message: "here",
      },
    ],
    fix: {
      kind: "safe",
      title: "take it out",
      edits: [{ from: { line: 3, column: 5 }, to: { line: 3, column: 9 }, start: 13, end: 17, text: "" }],
    },
    fingerprint: "abc:1",
    suppression: undefined,
    ...more,
  };
}

/** What a check of one tree said. */
export function report(findings: readonly ReportedFinding[], more: Partial<CheckReport> = {}): CheckReport {
  const { rule: id, title } = finding();
  return {
    version: "1.2.3",
    rules: [
      {
        id,
        title,
        severity: "error",
        confidence: "high",
        source: "https://example.org/x",
        page: "# lock\n\nHarm.\n",
      },
    ],
    trees: ["tree"],
    findings,
    suppressed: [finding({ suppression: { kind: "comment", reason: "known" } })],
    skipped: [{ shown: "tree/b.py", problem: "undecodable", reason: "the byte at offset 3 is not utf-8" }],
    files: 7,
    staleBaseline: 0,
    keptBaseline: [],
    fixed: undefined,
    failOn: "warning",
    since: undefined,
    ...more,
  };
}

/** Names and code that want to be something else. */
export const HOSTILE = [
  "\u001b[31mred\u001b[0m \u001b]0;title\u0007",
  "::error file=x::owned",
  "a\n::set-output name=x::y\r\n##[command]z",
  '"><script>alert(1)</script><a href="',
  "]]><!ENTITY x SYSTEM 'file:///etc/passwd'> &x;",
  "=cmd|' /C calc'!A0",
  '+1,-2;@x\t,"q"',
  "| a | [b](javascript:c) ![d](https://e) @everyone `e` *f* <img src=x>",
  "%0A::error::%25",
  "\u202eright to left\u2066",
  "lone \ud800 half",
  "\u0000\u0001\ufffe",
  "__proto__",
] as const;

export const hostile = report(
  HOSTILE.map((text, at) =>
    finding({
      message: text,
      path: `${text}.py`,
      shown: `tree/${text}.py`,
      fingerprint: `h${at}:1`,
      lines: [{ line: 3, text }],
      related: [
        { path: text, shown: text, from: { line: 1, column: 1 }, to: { line: 1, column: 1 }, message: text },
      ],
    }),
  ),
  { skipped: [{ shown: HOSTILE[0], problem: "not-a-file", reason: HOSTILE[2] }], since: HOSTILE[0] },
);

/** Reports that every format must take. */
export const SAMPLES: readonly (readonly [string, CheckReport])[] = [
  ["findings", report([finding(), finding({ severity: "info", fix: undefined, fingerprint: "abc:2" })])],
  ["no findings", report([], { suppressed: [], skipped: [] })],
  ["hostile names", hostile],
];
