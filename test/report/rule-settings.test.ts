import { describe, expect, it } from "vitest";
import {
  fitsAny,
  type RuleSetting,
  type RuleSettings,
  settingsWith,
  severityIn,
} from "../../src/report/rule-settings.ts";

const settings = (
  rules: Readonly<Record<string, RuleSetting>>,
  files: readonly string[] = [],
  own: Readonly<Record<string, RuleSetting>> = {},
): RuleSettings => ({
  rules: new Map(Object.entries(rules)),
  paths: [{ files, rules: new Map(Object.entries(own)) }],
  exclude: [],
});

describe("the severity of a rule in a file", () => {
  const rule = { id: "locks/nested", severity: "error" } as const;
  it.each([
    ["nothing is said", settings({}), "error"],
    ["it is named", settings({ "locks/nested": "info" }), "info"],
    ["its area is named", settings({ "locks/*": "warning" }), "warning"],
    ["another area is named", settings({ "calls/*": "off" }), "error"],
    ["all are off and it is on", settings({ "*": "off", "locks/nested": "on" }), "error"],
    ["it is on after a severity", settings({ "*": "info" }, ["pkg/**"], { "locks/nested": "on" }), "info"],
    ["it is off in these files", settings({ "locks/nested": "info" }, ["pkg/**"], { "*": "off" }), "off"],
    ["it is off in other files", settings({}, ["other/**"], { "*": "off" }), "error"],
    ["it is off but on here", settings({ "*": "off" }, ["pkg/**"], { "locks/*": "warning" }), "warning"],
  ])("where %s", (_, given, wanted) => expect(severityIn(given, rule, ["pkg/a.py"])).toBe(wanted));
});

describe("a glob of the configuration", () => {
  it.each([
    ["nova/virt", "nova/virt/libvirt/driver.py", true],
    ["nova/virt/", "nova/virt/driver.py", true],
    ["./nova/virt", "nova/virt/driver.py", true],
    ["vendored", "nova/vendored/a/b.py", true],
    ["nova/*/tests", "nova/virt/tests/a.py", true],
    ["nova/virt", "nova/virtual.py", false],
    ["virt", "nova/virtual/driver.py", false],
    ["nova/virt/driver.py", "nova/virt/driver.py", true],
  ])("%s about %s is %s: a folder stands for what is in it", (glob, path, fits) =>
    expect(fitsAny([glob], [path])).toBe(fits),
  );
});

describe("a rule that the call names", () => {
  const rule = { id: "locks/nested", severity: "error" } as const;
  it.each([
    ["is off", settings({ "locks/nested": "off" }), "error"],
    ["is of an area that is off", settings({ "locks/*": "off" }), "error"],
    ["has another severity", settings({ "locks/nested": "info" }), "info"],
    ["is off in these files", settings({}, ["pkg/**"], { "*": "off" }), "off"],
  ])("and that %s", (_, given, wanted) =>
    expect(severityIn(settingsWith(given, ["locks/nested"]), rule, ["pkg/a.py"])).toBe(wanted),
  );
});
