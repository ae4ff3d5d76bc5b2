import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { TARGETS } from "./targets.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

describe("what osfix makes of the fuzzer's corpus holds", () => {
  it.each(Object.entries(TARGETS))("%s", async (name, target) => {
    const file = readFileSync(`${root}test/fuzz/corpus/${name}.json`, "utf8");
    const kept: readonly string[] = JSON.parse(file);
    const texts = [...kept, ...target.seeds(root)];
    expect(kept.length).toBeGreaterThan(20);
    expect(file.length).toBeLessThan(60_000);
    const check = await target.begin();
    for (const text of texts) expect(() => check(text), JSON.stringify(text)).not.toThrow();
  });
});
