import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const page = readFileSync(path.join(ROOT, "docs/precision.md"), "utf8");
const review = JSON.parse(readFileSync(path.join(ROOT, "docs/precision.json"), "utf8"));

describe("docs/precision.md", () => {
  const { status, stdout } = spawnSync(process.execPath, [path.join(ROOT, "scripts/precision.js")], {
    encoding: "utf8",
  });

  it("has the tables of the review, and nine of ten errors and warnings are true", () => {
    const tables = stdout.trim().split("\n\n");
    expect([status, tables.length]).toEqual([0, 2]);
    for (const table of tables) expect(page).toContain(table);
  });

  it("names the trees that were read", () => {
    for (const { tag, commit } of Object.values<{ tag: string; commit: string }>(review.trees))
      expect(page).toContain(`| ${tag} | \`${commit}\` |`);
  });

  it("is about rules as they are", () => {
    const known = new Map(rules.map(({ id, severity }) => [id, severity]));
    for (const [id, severity] of Object.entries(review.severities))
      if (!id.startsWith("vlan-live-migration/")) expect([id, known.get(id)]).toEqual([id, severity]);
  });
});
