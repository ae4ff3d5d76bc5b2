import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { CacheFolder, type CacheLimits, cacheFolder } from "../../src/emit/cache-folder.ts";
import { scratch } from "../helpers/scratch.ts";

const LIMITS: CacheLimits = { bytes: 1000, days: 30 };

/** Makes a file look as if it was last used so many days ago. */
function age(folder: string, name: string, days: number): void {
  const then = new Date(Date.now() - days * 86_400_000);
  fs.utimesSync(path.join(folder, name), then, then);
}

function filled(limits: CacheLimits, names: readonly string[]): { folder: string; cache: CacheFolder } {
  const folder = path.join(scratch(), "cache");
  const cache = new CacheFolder(folder, limits);
  for (const name of names) cache.write(name, "x".repeat(100));
  return { folder, cache };
}

const held = (folder: string): readonly string[] => fs.readdirSync(folder).sort();

describe("a cache folder", () => {
  it("gives what was put there, and nothing for what was not", () => {
    const { cache, folder } = filled(LIMITS, ["a"]);
    expect([cache.read("a"), cache.read("b")]).toEqual(["x".repeat(100), undefined]);
    expect(fs.statSync(path.join(folder, "a")).mode & 0o777).toBe(0o600);
  });

  it("lets go of what was not used for long, once a day", () => {
    const { cache, folder } = filled(LIMITS, ["old", "read", "new"]);
    for (const name of ["old", "read"]) age(folder, name, 31);
    cache.write("more", "");
    expect(held(folder)).toEqual(["more", "new", "old", "pruned", "read"]);
    cache.read("read");
    age(folder, "pruned", 2);
    cache.write("more", "");
    expect(held(folder)).toEqual(["more", "new", "pruned", "read"]);
  });

  it("lets go of the oldest where the files are too large", () => {
    const names = Array.from({ length: 12 }, (_, at) => `f${String(at).padStart(2, "0")}`);
    const { cache, folder } = filled(LIMITS, names);
    for (const [at, name] of names.entries()) age(folder, name, 12 - at);
    age(folder, "pruned", 2);
    cache.write("last", "x".repeat(100));
    expect(held(folder)).toEqual([...names.slice(3), "last", "pruned"].sort());
  });

  it("never holds more entries than it may", () => {
    const { folder } = filled({ ...LIMITS, entries: 3 }, ["a", "b", "c", "d", "e"]);
    expect(held(folder).length).toBe(4);
  });

  it("clears up behind runs that were killed, and spares those at work", () => {
    const { cache, folder } = filled(LIMITS, ["a"]);
    for (const name of [".left", ".now"]) fs.writeFileSync(path.join(folder, name), "");
    age(folder, ".left", 1);
    age(folder, "pruned", 2);
    cache.write("a", "");
    expect(held(folder)).toEqual([".now", "a", "pruned"]);
  });

  it("is as good as empty where nothing can be read or written", () => {
    const folder = path.join(scratch({ file: "" }), "file/below");
    const cache = new CacheFolder(folder, LIMITS);
    cache.write("a", "x");
    expect(cache.read("a")).toBeUndefined();
  });

  it("serves many writers in turn, none of which reads half a file", async () => {
    const folder = path.join(scratch(), "cache");
    const caches = Array.from({ length: 8 }, () => new CacheFolder(folder, { ...LIMITS, entries: 4 }));
    const texts = await Promise.all(
      caches.flatMap((cache, at) =>
        Array.from({ length: 20 }, async (_, turn) => {
          await new Promise((resolve) => setImmediate(resolve));
          cache.write(`n${(at + turn) % 6}`, "x".repeat(50));
          return cache.read(`n${turn % 6}`);
        }),
      ),
    );
    expect(new Set(texts.filter((text) => text !== undefined))).toEqual(new Set(["x".repeat(50)]));
    expect(held(folder).length).toBeLessThanOrEqual(5);
  });
});

it.each([
  [{ XDG_CACHE_HOME: "/c", HOME: "/h" }, "/c/osfix"],
  [{ XDG_CACHE_HOME: "relative", HOME: "/h" }, "/h/.cache/osfix"],
  [{ HOME: "" }, undefined],
])("the cache of %j is in %s", (env, folder) => {
  expect(cacheFolder(env)).toBe(folder);
});
