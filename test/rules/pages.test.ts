import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import type { PlacedFinding } from "../../src/check/check-module.ts";
import { examplesOf, wantedOf, withoutWantsIn } from "../../src/check/page-examples.ts";
import { loadParser } from "../../src/parse/parser.ts";
import type { Rule } from "../../src/rule.ts";
import { applyEdits } from "../../src/text/edit.ts";
import { findingsIn } from "../helpers/check-texts.ts";

const folder = new URL("../../rules/", import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) =>
  path.replaceAll("\\", "/"),
);
const parser = await loadParser();

function namesOf(extension: string): readonly string[] {
  return files
    .filter((path) => path.includes("/") && path.endsWith(extension))
    .filter((path) => !path.split("/").some((part) => part.startsWith("_")))
    .map((path) => path.slice(0, -extension.length))
    .sort();
}

describe("the rules", () => {
  const ids = rules.map((rule) => rule.id).sort();

  it("are at least one, each with its own id", () => {
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("each have a page, and each page has a rule", () => expect(namesOf(".md")).toEqual(ids));

  it("each have a file of their name", () => expect(namesOf(".ts")).toEqual(ids));

  it.each(rules)("$id names its source", (rule) => expect(rule.source).toMatch(/^https:\/\//));
});

describe.each(rules)("the page of $id", (rule) => {
  // a rule without a page fails above, in one line
  const page = files.includes(`${rule.id}.md`) ? readFileSync(new URL(`${rule.id}.md`, folder), "utf8") : "";
  const examples = examplesOf(page);

  it("is headed by the rule's title", () => expect(page.split("\n")[0]).toBe(`# ${rule.title}`));

  it("names its source and how sure it is", () => {
    expect(page).toMatch(/^Source: /m);
    expect(page.replace(/\s+/g, " ")).toContain(`Confidence: ${rule.confidence}`);
  });

  it("shows something found and something left alone, and broken code", () => {
    const found = examples.map((example) => wantedOf(example.files).length > 0);
    expect(found).toContain(true);
    expect(found).toContain(false);
    expect(page).toContain("\n## broken code\n");
  });

  it.each(examples)("$title", ({ files: written, after }) => {
    const wanted = wantedOf(written);
    // what the comments say must not lead a rule to what it looks for
    const files = withoutWantsIn(written);
    const findings = findingsIn(files, [rule], parser);
    const seen = findings.map(({ path, from, message }) => ({
      path,
      line: from.line,
      rule: rule.id,
      message,
    }));
    const place = ({ path, line, rule }: (typeof seen)[number]) => `${path}:${line} ${rule}`;
    expect(seen.map(place).sort()).toEqual(wanted.map(place).sort());
    for (const want of wanted) {
      const said = seen.filter((finding) => place(finding) === place(want)).map((finding) => finding.message);
      expect(said.join("\n")).toContain(want.message);
    }
    const mended = findings.filter(({ fix }) => fix !== undefined);
    if (mended.length > 0) expect(stillFound(files, mended, rule)).toEqual([]);
    if (after) {
      const edits = findings
        .filter((finding) => finding.path === after.path)
        .flatMap((finding) => finding.fix?.edits ?? []);
      expect(applyEdits(files[after.path] ?? "", edits)).toBe(after.text);
    }
  });
});

/** Findings with a fix that are there yet after their fixes, and files that have more syntax errors than before. */
function stillFound(
  files: Readonly<Record<string, string>>,
  mended: readonly PlacedFinding[],
  rule: Rule,
): readonly string[] {
  const after = Object.fromEntries(
    Object.entries(files).map(([path, text]) => {
      const fixes = mended.filter((finding) => finding.path === path).map(({ fix }) => fix?.edits ?? []);
      return [path, applyEdits(text, fixes.flat())];
    }),
  );
  const broken = Object.keys(files).filter(
    (path) => parser.parse(after[path] ?? "").errors.length > parser.parse(files[path] ?? "").errors.length,
  );
  const again = findingsIn(after, [rule], parser);
  const without = again.filter(({ fix }) => fix !== undefined);
  return [...broken, ...without.map(({ path, from, message }) => `${path}:${from.line} ${message}`)];
}
