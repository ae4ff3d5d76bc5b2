import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { CHECK_FORMATS } from "../../src/report/check-formats.ts";
import { filesIn, scratch } from "../helpers/scratch.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");

/** An osfix that notes how it was called, and finds something. */
const PROGRAM = `#!/bin/sh
printf '%s|' "$@" >>"$CALLS"; echo >>"$CALLS"
case "$*" in *github*) echo '::error file=a.py,line=1::x' ;; *markdown*) echo '# osfix check' ;; esac
exit "$STATUS"
`;

function runAction(status: number, inputs: Readonly<Record<string, string>>) {
  const folder = scratch({ osfix: PROGRAM, calls: "", output: "", summary: "" });
  chmodSync(path.join(folder, "osfix"), 0o755);
  const { status: exit, stdout } = spawnSync("bash", [path.join(ROOT, "scripts/action.sh")], {
    cwd: folder,
    encoding: "utf8",
    env: {
      PATH: process.env.PATH,
      OSFIX_PROGRAM: path.join(folder, "osfix"),
      CALLS: path.join(folder, "calls"),
      GITHUB_OUTPUT: path.join(folder, "output"),
      GITHUB_STEP_SUMMARY: path.join(folder, "summary"),
      RUNNER_TEMP: folder,
      STATUS: String(status),
      ...inputs,
    },
  });
  return { exit, stdout, files: filesIn(folder), folder };
}

describe("the GitHub action", () => {
  it.each([0, 1])("annotates, sums up, names the SARIF file, and gives %i as osfix does", (status) => {
    const { exit, stdout, files, folder } = runAction(status, {});
    expect([exit, stdout]).toEqual([status, "::error file=a.py,line=1::x\n"]);
    expect(files.summary).toBe("# osfix check\n");
    expect(files.output).toBe(`sarif=${folder}/osfix.sarif\n`);
  });

  it("gives 2 at once when the call is wrong", () => {
    const { exit, files } = runAction(2, {});
    expect([exit, files.calls?.trim().split("\n").length]).toEqual([2, 1]);
  });

  it("passes inputs on as they are, whatever they hold", () => {
    const inputs = {
      OSFIX_PATHS: "a b\n$(touch owned)\n--fix\n",
      OSFIX_SINCE: "x; touch owned",
      OSFIX_ARGS: "--all\n",
    };
    const { files } = runAction(0, inputs);
    expect(files.calls?.split("\n")[2]).toBe(
      "check|--all|--since|x; touch owned|--format|github|--|a b|$(touch owned)|--fix|",
    );
    expect(Object.keys(files)).not.toContain("owned");
  });

  it("hands no input to the shell but through the environment", () => {
    const action = read("action.yml");
    expect(action.match(/^ +run: .*$/gm)).toEqual([
      '      run: bash "$GITHUB_ACTION_PATH/scripts/action.sh"',
    ]);
  });
});

describe("docs/ci.md", () => {
  const text = read("docs/ci.md");

  it("names every format", () => {
    for (const format of CHECK_FORMATS) expect(text).toMatch(new RegExp(`^\\|.*\`${format}\``, "m"));
  });

  it("shows a configuration that its schema takes", () => {
    const shown = /```json\n([\s\S]*?)```/.exec(text)?.[1] ?? "";
    const validate = new Ajv2020({ strict: true }).compile(
      JSON.parse(read("schema/osfix.config.schema.json")),
    );
    expect([validate(JSON.parse(shown)), validate.errors]).toEqual([true, null]);
  });

  it("knows the hooks of .pre-commit-hooks.yaml", () => {
    const ids = [...read(".pre-commit-hooks.yaml").matchAll(/^- id: (\S+)$/gm)].map(([, id = ""]) => id);
    expect(ids.length).toBe(2);
    for (const id of ids) expect(text).toContain(`\`${id}\``);
  });
});
