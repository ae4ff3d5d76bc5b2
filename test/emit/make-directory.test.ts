import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { makeDirectory } from "../../src/emit/make-directory.ts";
import { scratch } from "../helpers/scratch.ts";

describe("making a directory", () => {
  it("makes those above it too, and names the first", () => {
    const folder = scratch();
    expect(makeDirectory(path.join(folder, "a", "b", "c"))).toBe(path.join(folder, "a"));
    expect(makeDirectory(path.join(folder, "a", "b", "d"))).toBe(path.join(folder, "a", "b", "d"));
    expect(makeDirectory(path.join(folder, "a", "b"))).toBeUndefined();
  });

  it("throws where a file is in the way", () => {
    const folder = scratch();
    fs.writeFileSync(path.join(folder, "file"), "");
    expect(() => makeDirectory(path.join(folder, "file", "b"))).toThrow(/ENOTDIR|EEXIST/);
    expect(() => makeDirectory(path.join(folder, "file"))).toThrow("EEXIST");
  });

  it.runIf(fs.existsSync("/proc/self"))("comes to an end where the file system makes none", () => {
    expect(() => makeDirectory("/proc/osfix/check")).toThrow("ENOENT");
  });
});
