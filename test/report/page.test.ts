import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { formatCheckPage } from "../../src/report/check-page.ts";
import type { CheckReport } from "../../src/report/check-report.ts";
import { formatPage, LineTable, shownText } from "../../src/report/page.ts";
import { PAGE_SCRIPT } from "../../src/report/page-script.ts";

const sha = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const between = (text: string, from: string, to: string): string =>
  text.slice(text.indexOf(from) + from.length, text.indexOf(to, text.indexOf(from)));

const EVIL = "</script><!-- <b onclick=x>\u202e\u0000\u2028&quot;";

describe("a page", () => {
  const page = formatPage(EVIL, EVIL, { evil: EVIL });

  it("allows its own script and style, and nothing else", () => {
    const policy = between(page, 'Content-Security-Policy" content="', '">');
    expect(policy.split("; ")).toEqual([
      "default-src 'none'",
      `script-src ${sha(between(page, "</script>\n<script>", "</script>\n</body>"))}`,
      `style-src ${sha(between(page, "<style>", "</style>"))}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(page).not.toMatch(/https?:\/\/|style="|\son\w+="/);
  });

  it("takes text of a tree for text", () => {
    expect(page).not.toContain("<b ");
    expect(page).not.toContain("<!--");
    expect(page.match(/<script/g)).toHaveLength(2);
    const data = between(page, '<script type="application/json" id="data">', "</script>");
    expect(JSON.parse(data)).toEqual({ evil: EVIL });
    expect(data).not.toMatch(/[<>&\u2028]/);
  });
});

describe("the page's program", () => {
  it("can be read: no formatter sees it, as it is text", () => {
    const lines = PAGE_SCRIPT.split("\n");
    expect(lines.length).toBeGreaterThan(500);
    expect(lines.filter((line) => line.length > 110)).toEqual([]);
  });
});

describe("text to look at", () => {
  it.each([
    ["a\tb", "a\tb"],
    ["\u202eabc", "\\u{202e}abc"],
    ["\u0000\u001b[31m", "\\x00\\x1b[31m"],
    ["\ud800", "\\u{d800}"],
    ["Zoë 😀", "Zoë 😀"],
  ])("%j is shown as %j", (text, shown) => {
    expect(shownText(text)).toBe(shown);
  });

  it("holds each line once", () => {
    const table = new LineTable();
    expect([table.indexesOf("a\nb\na\n"), table.indexesOf("b")]).toEqual([[0, 1, 0], [1]]);
    expect(table.lines).toEqual(["a", "b"]);
  });
});

describe("the page of a check", () => {
  it("has each finding with its frame, and links to https only", () => {
    const finding = {
      rule: "names/x",
      message: EVIL,
      path: "a.py",
      shown: "t/a.py",
      tree: "t",
      from: { line: 2, column: 1 },
      to: { line: 2, column: 4 },
      related: [],
      fix: undefined,
      lines: [{ line: 2, text: EVIL }],
      fingerprint: "f",
      severity: "warning",
      confidence: "high",
      title: "a title",
      suppression: undefined,
    } as const;
    const rule = {
      id: "names/x",
      title: "a title",
      severity: "warning",
      confidence: "high",
      page: undefined,
    };
    const report = (source: string): CheckReport => ({
      version: "0",
      rules: [{ ...rule, source } as CheckReport["rules"][number]],
      trees: ["t"],
      findings: [finding],
      suppressed: [],
      skipped: [],
      files: 1,
      staleBaseline: 0,
      keptBaseline: [],
      fixed: undefined,
      since: undefined,
      failOn: "warning",
    });
    const dataOf = (source: string): unknown =>
      JSON.parse(between(formatCheckPage(report(source)), 'id="data">', "</script>"));
    expect(dataOf("javascript:alert(1)")).toMatchObject({
      findings: [{ at: "t/a.py:2:1", rule: "names/x", s: "warning", f: [[2, 0]] }],
      rules: { "names/x": { t: "a title", url: null, page: null } },
    });
    expect(dataOf("https://example.org/")).toMatchObject({
      rules: { "names/x": { url: "https://example.org/" } },
    });
  });
});
