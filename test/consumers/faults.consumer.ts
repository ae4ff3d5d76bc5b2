import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runTool } from "../../src/cli/run-tool.ts";
import { formatVerification, verifySeries } from "../../src/cli/verify.ts";
import { concretePatches, formatPatch } from "../../src/emit/concrete-patch.ts";
import { bytes, change, origin, writeTree } from "../emit/scratch.ts";

const root = fs.mkdtempSync(path.join(os.tmpdir(), "osfix-faults-"));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

const rows = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, at) => `row_${from + at} = ${from + at}\n`).join("");
const before = rows(0, 60);
const after = before.replace("row_30 = 30", "row_30 = 0");

function goodPatch(): string {
  const steps = [{ origin: origin(), files: [change("bridge/net.py", before, after)] }];
  const [patch] = concretePatches(steps, { project: "bridge", version: "1.0", commit: undefined });
  if (!patch) throw new Error("no patch");
  const style = {
    subjectTag: "[PATCH] ",
    fromLine: false,
    trailers: "dep3",
    signoff: undefined,
    epoch: undefined,
    series: "bridge-fix",
  } as const;
  return Buffer.from(formatPatch(patch, style, { kind: "p1" })).toString("latin1");
}

/** What each consumer says of a patch, by name: ok, remark or failed. */
function verdicts(
  patch: string,
  tree: string = before,
): { readonly agreed: boolean; readonly table: string } {
  const folder = fs.mkdtempSync(path.join(root, "case-"));
  writeTree(folder, {
    "tree/bridge/net.py": tree,
    "series/0001-x.patch": Buffer.from(bytes(patch)).toString("latin1"),
  });
  const request = { series: path.join(folder, "series"), tree: path.join(folder, "tree"), requireAll: true };
  const result = verifySeries(request, runTool);
  return { agreed: result.agreed, table: formatVerification(result) };
}

describe("osfix verify with every tool", () => {
  it("agrees on a good patch", () => {
    const { agreed, table } = verdicts(goodPatch());
    expect(table).toMatch(/\none tree\n$/);
    expect(agreed).toBe(true);
  });

  it.each<[string, (patch: string) => string, RegExp]>([
    [
      "another line in the context",
      (patch) => patch.replace(" row_28 = 28", " row_28 = x"),
      /^git apply +FAILED/m,
    ],
    [
      "a line number that is off",
      (patch) => patch.replace("@@ -28,7 +28,7 @@", "@@ -25,7 +25,7 @@"),
      /^patch -p1 --fuzz=0 +remark/m,
    ],
    ["CRLF", (patch) => patch.replaceAll("\n", "\r\n"), /^git apply +FAILED/m],
    ["the last newline lost", (patch) => patch.trimEnd(), /^git apply +FAILED/m],
    ["no mail header", (patch) => patch.slice(patch.indexOf("---\n")), /^git am +FAILED/m],
    [
      "another author than git can read",
      (patch) => patch.replace(/^From: .*$/m, "From: nobody"),
      /^git am +(FAILED|remark)/m,
    ],
  ])("does not agree: %s", (_name, spoil, wanted) => {
    const patch = goodPatch();
    expect(spoil(patch)).not.toBe(patch);
    const { agreed, table } = verdicts(spoil(patch));
    expect(table).toMatch(wanted);
    expect(agreed).toBe(false);
  });

  it("tries a patch without a/ and b/ as kolla does", () => {
    const { agreed, table } = verdicts(goodPatch().replace(/(?<=[ /])[ab]\/(?=bridge)/g, ""));
    expect(table).toMatch(/^kolla patch -p0 {2}ok .*\nbefore .*\none tree\n$/);
    expect(agreed).toBe(true);
  });

  it("does not agree on a tree that the patch was not made for", () => {
    expect(verdicts(goodPatch(), `# one more line\n${before}`).agreed).toBe(false);
  });
});
