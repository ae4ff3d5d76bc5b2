import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { HEAP_GROWTH, lateFlags, NO_MORE_GROWTH } from "../../src/check/engine.ts";

describe("flags for V8", () => {
  it("are known to this V8, which would complain of others on the user's screen", () => {
    const known = execFileSync(process.execPath, ["--v8-options"], { encoding: "utf8" });
    const flags = [...lateFlags(process.versions.v8), HEAP_GROWTH, NO_MORE_GROWTH];
    expect(flags.filter((flag) => !known.includes(`  ${flag.split("=")[0]} (`))).toEqual([]);
  });

  it("count calls where V8 does, and bytes before", () => {
    expect(lateFlags("11.3.244.8-node.38")[0]).toMatch(/^--interrupt-budget=/);
    expect(lateFlags("12.4.254.21-node.33")[0]).toMatch(/^--invocation-count-for-turbofan=/);
    expect(lateFlags("13.6.233.17-node.41")[0]).toMatch(/^--invocation-count-for-turbofan=/);
  });
});
