import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { scratch } from "../helpers/scratch.ts";

const SCRIPT = path.join(import.meta.dirname, "../../scripts/seed-defects.js");

function seed(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: "utf8" });
  return { status, out: stdout, err: stderr };
}

const MODULES = {
  "setup.cfg": "[metadata]\nname = shop\n",
  "shop/__init__.py": "",
  "shop/store.py": "def keep(item, count):\n    return [item] * count\n",
  "shop/desk.py": "from shop import store\n\n\ndef sell(item):\n    return store.keep(item, 1)\n",
};

describe("scripts/seed-defects.js", () => {
  it("puts a defect into a copy, and counts it as told where a rule tells it", () => {
    const tree = scratch(MODULES);
    const { status, out } = seed("--kind", "argument-left-out", "--misses", tree);
    expect([status, out]).toEqual([0, "argument-left-out: 1 of 1 told (1 places)\n"]);
    expect(readFileSync(path.join(tree, "shop/desk.py"), "utf8")).toBe(MODULES["shop/desk.py"]);
  });

  it("does not write through a link to the tree", () => {
    const tree = scratch(MODULES);
    const link = path.join(scratch({}), "link");
    symlinkSync(tree, link);
    expect(seed("--kind", "argument-too-many", link).status).toBe(0);
    expect(readFileSync(path.join(tree, "shop/desk.py"), "utf8")).toBe(MODULES["shop/desk.py"]);
    expect(readdirSync(tree).sort()).toEqual(["setup.cfg", "shop"]);
  });

  it("names the places that nothing was told of", () => {
    const lock = "from oslo_concurrency import lockutils\n\n\n@lockutils.synchronized('store')\n";
    // Nothing beside it says that one function needs a lock.
    const alone = { ...MODULES, "shop/store.py": lock + MODULES["shop/store.py"] };
    const { out } = seed("--kind", "lock-dropped", "--misses", scratch(alone));
    expect(out).toMatch(/^lock-dropped: 0 of 1 told \(1 places\)\n {2}shop\/store\.py:\d keep\n$/);
  });

  const lockutils = "from oslo_concurrency import lockutils\n\n\n";
  const decorated = `${lockutils}@lockutils.synchronized('store', external=True)\ndef keep(item):\n    pass\n`;
  const checked = `${lockutils}@check_door_lock\ndef keep(item):\n    pass\n`;
  const block = `${lockutils}def keep(item):\n    with lockutils.lock('store'):\n        item.put()\n`;
  const main = "from oslo_privsep import priv_context\n\n\ndef main():\n    priv_context.init()\n";

  it.each([
    ["lock-dropped", "a decorator that only asks for a lock", checked, 0],
    ["lock-block-dropped", "a lock that 'with' takes", block, 1],
    ["external-dropped", "a lock with a file", decorated, 1],
    ["privsep-setup-dropped", "a call that sets privsep up", main, 1],
  ])("%s finds places: %s", (kind, _, text, places) => {
    const { out } = seed("--kind", kind, scratch({ ...MODULES, "shop/store.py": text }));
    expect(out).toContain(`(${places} places)`);
  });

  it("refuses a kind that it does not know, and a call without a tree", () => {
    expect(seed("--kind", "spelling", ".")).toEqual({ status: 2, out: "", err: "no such kind: spelling\n" });
    expect(seed().status).toBe(2);
  });
});
