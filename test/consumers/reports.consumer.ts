import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runTool } from "../../src/cli/run-tool.ts";
import { type CheckFormat, renderCheck } from "../../src/report/check-formats.ts";
import type { CheckReport } from "../../src/report/check-report.ts";
import { finding, report, SAMPLES } from "../report/check-samples.ts";

const root = fs.mkdtempSync(path.join(os.tmpdir(), "osfix-reports-"));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

const SCHEMAS = [["junit"], ["checkstyle"]] as const satisfies readonly (readonly [CheckFormat])[];
const STYLE = { color: false, width: Number.POSITIVE_INFINITY, verbosity: 1 } as const;

/** What xmllint says of an XML text by the schema of its format: its exit status and its words. */
function judge(format: CheckFormat, xml: string): ReturnType<typeof runTool> {
  const file = path.join(root, `${format}.xml`);
  fs.writeFileSync(file, xml);
  const schema = path.join(import.meta.dirname, "schemas", `${format}.xsd`);
  return runTool("xmllint", ["--nonet", "--noout", "--schema", schema, file], { cwd: root });
}

function textOf(of: CheckReport, format: CheckFormat): string {
  return Buffer.from(renderCheck(of, format, STYLE).out).toString("utf8");
}

describe.each(SCHEMAS)("%s", (format) => {
  it.each(SAMPLES)("is valid for a report with %s", (_name, sample) => {
    expect(judge(format, textOf(sample, format))).toMatchObject({ status: 0 });
  });

  it("is refused by the schema when it is broken", () => {
    const text = textOf(report([finding()]), format);
    for (const broken of [
      text.replace(/ (failures|line)="\d+"/, ' $1="many"'),
      text.replace(/ (classname|severity)="[^"]*"/, ""),
      text.replace(/<(testcase|error) /, '<$1 colour="red" '),
    ])
      expect(judge(format, broken)).not.toMatchObject({ status: 0 });
  });
});
