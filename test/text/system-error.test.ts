import { describe, expect, it } from "vitest";
import { unreadReason } from "../../src/text/system-error.ts";

describe("why a path that the user named gave nothing", () => {
  it.each([
    ["ENOENT", "there is no such file or directory"],
    ["ENOTDIR", "there is no such file or directory"],
    ["ELOOP", "its symbolic links go round in a circle"],
    ["EACCES", "it cannot be read (permission denied)"],
  ])("%s", (code, reason) => {
    expect(unreadReason(code)).toBe(reason);
  });
});
