import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { CHECK_FORMATS, type CheckFormat, renderCheck } from "../../src/report/check-formats.ts";
import type { CheckReport } from "../../src/report/check-report.ts";
import { renderStatistics, summaryOf } from "../../src/report/check-text.ts";
import type { Style } from "../../src/report/style.ts";
import { finding, hostile, report, SAMPLES } from "./check-samples.ts";
import { type Element, parseXml } from "./xml.ts";

const PLAIN: Style = { color: false, width: Number.POSITIVE_INFINITY, verbosity: 1 };

const OWN_COLOURS = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, "g");

function outputOf(of: CheckReport, format: CheckFormat, style: Style = PLAIN): string {
  return Buffer.from(renderCheck(of, format, style).out).toString("utf8");
}

const read = (file: URL | string): unknown => JSON.parse(readFileSync(file, "utf8"));
const {
  $schema: _draft4,
  id: _id,
  ...official
} = read(
  createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"),
) as Record<string, unknown>;
const sarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(official);
const json = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
  read(new URL("../../schema/check.schema.json", import.meta.url)) as object,
);

/** A workflow command by https://github.com/actions/runner (ActionCommand.cs): `::name key=value,…::data`. */
function readCommand(line: string): {
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
} {
  const end = line.indexOf("::", 2);
  const [, listed = ""] = /^\w+ (.*)$/.exec(line.slice(2, end)) ?? [];
  const plain = (text: string): string =>
    text
      .replaceAll("%0D", "\r")
      .replaceAll("%0A", "\n")
      .replaceAll("%3A", ":")
      .replaceAll("%2C", ",")
      .replaceAll("%25", "%");
  const pairs = listed.split(",").map((pair) => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at), plain(pair.slice(at + 1))] as const;
  });
  return { properties: Object.fromEntries(pairs), data: line.slice(end + 2) };
}

const gitlab = new Ajv2020({ strict: true }).compile(
  read(new URL("gitlab.schema.json", import.meta.url)) as object,
);

describe.each(SAMPLES)("a report with %s", (_name, sample) => {
  it("is SARIF by the schema of 2.1.0", () => {
    expect([sarif(JSON.parse(outputOf(sample, "sarif"))), sarif.errors]).toEqual([true, null]);
  });

  it("is JSON by its own schema", () => {
    expect([json(JSON.parse(outputOf(sample, "json"))), json.errors]).toEqual([true, null]);
  });

  it("is annotations, one a line, whose data holds no command", () => {
    const lines = outputOf(sample, "github").split("\n");
    expect(lines.pop()).toBe("");
    expect(lines.length).toBe(sample.findings.length);
    for (const line of lines)
      expect(line).toMatch(
        /^::(error|warning|notice) file=[^:,\r]+,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?,title=[^:,]+::[^\r]*$/,
      );
  });

  it("is annotations that say the same when they are read as GitHub's runner reads them", () => {
    const commands = outputOf(sample, "github").split("\n").filter(Boolean).map(readCommand);
    for (const [at, { properties, data }] of commands.entries()) {
      const { rule, shown, from } = sample.findings[at] ?? finding();
      expect(properties).toMatchObject({ title: rule, line: String(from.line) });
      if (/^[ -~]*$/.test(shown)) expect(properties.file).toBe(shown);
      expect(data).not.toMatch(/[\r\n]/);
    }
  });

  it("is a code quality report by GitLab's rules", () => {
    const list = JSON.parse(outputOf(sample, "gitlab"));
    expect(list).toHaveLength(sample.findings.length);
    expect([gitlab(list), gitlab.errors]).toEqual([true, null]);
    const fingerprints = list.map((one: { fingerprint: string }) => one.fingerprint);
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
  });

  it("is JUnit whose counts are right", () => {
    const root = parseXml(outputOf(sample, "junit"));
    expect(root.name).toBe("testsuites");
    const cases = root.children.flatMap((suite) => suite.children);
    expect(cases.length).toBe(Math.max(1, sample.findings.length));
    expect(Number(root.attributes.tests)).toBe(cases.length);
    const failed = (all: readonly Element[]): number =>
      all.filter(({ children }) => children.some(({ name }) => name === "failure")).length;
    expect(Number(root.attributes.failures)).toBe(failed(cases));
    for (const suite of root.children) {
      expect(suite.name).toBe("testsuite");
      expect(Number(suite.attributes.tests)).toBe(suite.children.length);
      expect(Number(suite.attributes.failures)).toBe(failed(suite.children));
      for (const one of suite.children) expect(one.attributes).toHaveProperty("classname");
    }
  });

  it("is checkstyle", () => {
    const root = parseXml(outputOf(sample, "checkstyle"));
    expect([root.name, root.attributes.version]).toEqual(["checkstyle", "8.0"]);
    const errors = root.children.flatMap((file) => file.children);
    expect(errors.length).toBe(sample.findings.length);
    for (const { name, attributes } of errors) {
      expect(name).toBe("error");
      expect(Object.keys(attributes)).toEqual(["line", "column", "severity", "message", "source"]);
      expect(["error", "warning", "info"]).toContain(attributes.severity);
    }
  });

  it("is review comments for Gerrit and Zuul, with characters from 0", () => {
    const { robot_comments: robots } = JSON.parse(outputOf(sample, "gerrit"));
    const { zuul } = JSON.parse(outputOf(sample, "zuul"));
    for (const comments of [robots, zuul.file_comments]) {
      const all = Object.values(comments).flat() as { message: string; range: Record<string, number> }[];
      expect(all.length).toBe(sample.findings.length);
      for (const { message, range } of all) {
        expect(message).not.toMatch(/\p{Cc}/u);
        expect(range).toMatchObject({ start_line: 3, start_character: 4, end_line: 3, end_character: 8 });
      }
    }
  });

  it("is Markdown without HTML, links or mentions of the tree's making", () => {
    const text = outputOf(sample, "markdown");
    const outside = text.replace(/(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, "");
    expect(outside).not.toMatch(/<(?!!--)[a-z/]/i);
    expect(outside.replaceAll("](https://example.org/x)", "")).not.toMatch(/(?<!\\)\]\(|(?<!\\)!\[|(?<!&#)@/);
  });

  it("is CSV without formulas", () => {
    const rows = outputOf(sample, "csv").split("\r\n");
    expect(rows.length).toBe(sample.findings.length + 2);
    const cells = rows.flatMap((row) => row.match(/"(?:[^"]|"")*"|[^,]+/g) ?? []);
    for (const cell of cells) expect(cell).not.toMatch(/^"?[=+@-]/);
  });

  it("is text without control characters but its own colours", () => {
    for (const color of [true, false]) {
      const rendered = renderCheck(sample, "text", { ...PLAIN, color });
      const said = `${rendered.out}${rendered.err}${renderStatistics(sample, PLAIN).out}`;
      const plain = color ? said.replace(OWN_COLOURS, "") : said;
      expect(plain.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });

  it("has the same bytes again, and ends with a line feed", () => {
    for (const format of CHECK_FORMATS) {
      const text = outputOf(sample, format);
      expect(outputOf(sample, format)).toBe(text);
      if (text !== "") expect(text.endsWith("\n")).toBe(true);
    }
  });
});

describe("a report that no text can hold", () => {
  it("is refused in words", () => {
    const endless = {
      ...finding(),
      get message(): string {
        return "x".repeat(2 ** 30);
      },
    };
    for (const format of CHECK_FORMATS)
      expect(() => outputOf(report([endless]), format), format).toThrow(
        "1 findings are too many for one report",
      );
  });
});

describe("the code quality report", () => {
  it("is refused by the schema when it is broken", () => {
    const [one] = JSON.parse(outputOf(report([finding()]), "gitlab"));
    for (const broken of [
      { ...one, severity: "error" },
      { ...one, fingerprint: undefined },
      { ...one, location: { ...one.location, path: "./a.py" } },
      { ...one, location: { ...one.location, lines: { begin: 0 } } },
    ])
      expect(gitlab(JSON.parse(JSON.stringify([broken])))).toBe(false);
  });
});

describe("the SARIF report", () => {
  it("is refused by the schema when it is broken", () => {
    const log = JSON.parse(outputOf(report([finding()]), "sarif"));
    log.runs[0].results[0].level = "fatal";
    expect(sarif(log)).toBe(false);
  });

  const [run] = JSON.parse(outputOf(report([finding()]), "sarif")).runs;

  it("carries rules with help, the fix, the fingerprint and what is suppressed", () => {
    const [rule] = run.tool.driver.rules;
    expect(rule.help.markdown).toBe("# lock\n\nHarm.\n");
    expect(rule.helpUri).toBe("https://example.org/x");
    const [counted, suppressed] = run.results;
    expect(counted.ruleIndex).toBe(0);
    expect(counted.partialFingerprints).toEqual({ "osfix/v1": "abc:1" });
    expect(counted.fixes[0].artifactChanges[0].replacements[0].deletedRegion).toMatchObject({
      charOffset: 13,
      charLength: 4,
    });
    expect(counted.relatedLocations[0].physicalLocation.artifactLocation.uri).toBe("tree/pkg/b.py");
    expect(counted.suppressions).toBeUndefined();
    expect(suppressed.suppressions).toEqual([{ kind: "inSource", justification: "known" }]);
    expect(run.invocations[0].toolExecutionNotifications).toHaveLength(1);
  });

  it("names the rules that found nothing without their pages", () => {
    const [rule] = report([]).rules;
    const rules = rule ? [rule, { ...rule, id: "names/silent" }] : [];
    const [log] = JSON.parse(outputOf(report([finding()], { rules }), "sarif")).runs;
    expect(log.tool.driver.rules).toMatchObject([
      { id: "locks/nested", help: { text: "# lock\n\nHarm.\n" } },
      { id: "names/silent", fullDescription: { text: "Harm." } },
    ]);
    expect(log.tool.driver.rules[1]).not.toHaveProperty("help");
  });

  it("names files by URIs, whatever they are called", () => {
    for (const { locations } of JSON.parse(outputOf(hostile, "sarif")).runs[0].results)
      expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(/^[\w./%~-]+$/);
  });
});

describe("the exit status", () => {
  it.each([
    ["error", 1],
    ["warning", 1],
    ["info", 0],
  ] as const)("of a report with one %s is %i in every format", (severity, status) => {
    for (const format of CHECK_FORMATS)
      expect(renderCheck(report([finding({ severity })]), format, PLAIN).exitStatus).toBe(status);
  });
});

describe("the sum of a text report", () => {
  it("counts findings by the words that stand before them", () => {
    const of = report([finding(), finding({ severity: "info" }), finding({ severity: "info" })]);
    expect(outputOf(of, "text").match(/: info: /g)).toHaveLength(2);
    expect(summaryOf(of)).toContain("3 findings (1 error, 2 infos) in");
  });
});
