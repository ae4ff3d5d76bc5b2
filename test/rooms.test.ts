import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = resolve(import.meta.dirname, "../src");

/** The rooms in the order the data flows, and what only they may import from outside. */
const ROOMS: readonly { name: string; packages: readonly (string | RegExp)[] }[] = [
  // A clock for regular expressions.
  { name: "text", packages: ["node:vm"] },
  { name: "checkout", packages: [/^node:(fs|path|child_process|os|url)/] },
  { name: "detect", packages: [] },
  { name: "parse", packages: [/^(web-)?tree-sitter/, /^node:(fs|module|os|path|url|worker_threads)/] },
  { name: "facts", packages: [] },
  { name: "smpl", packages: [] },
  { name: "match", packages: [] },
  { name: "plan", packages: [] },
  { name: "emit", packages: [/^node:/] },
  { name: "report", packages: [] },
  // They read, and write through emit.
  { name: "check", packages: [/^node:(fs|url|v8|vm)/] },
  { name: "matrix", packages: [/^node:fs/] },
  { name: "cli", packages: ["commander", /^node:/] },
];

/** They put the flow at the root of src to use; every other room stays within the row. */
const USES_FLOW = new Set(["check", "matrix", "cli"]);

/** The shelves of the room of facts, in the order in which they build on each other. */
const SHELVES = ["module", "tree", "formats", "names", "calls", "libraries", "options", "privsep", "locks"];

/** Pure modules of Node, which any room may use. */
const PURE = /^node:(path|crypto|buffer|util)(\/|$)/;

interface Import {
  readonly file: string;
  readonly room: string;
  readonly from: string;
}

/** Every static, type, re-exporting and dynamic import of a text, over several lines too. */
function importsOf(text: string): readonly string[] {
  const pattern =
    /(?:^|[\s;])(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/g;
  return [...text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, "").matchAll(pattern)].map(
    (found) => found[1] ?? found[2] ?? "",
  );
}

function allImports(): readonly Import[] {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  return files.flatMap((file) =>
    importsOf(readFileSync(join(SRC, file), "utf8")).map((from) => ({
      file,
      room: file.includes("/") ? (file.split("/")[0] ?? "") : "",
      from,
    })),
  );
}

/** Why an import is not allowed; undefined when it is. */
function objection({ file, room, from }: Import): string | undefined {
  const at = ROOMS.findIndex((one) => one.name === room);
  if (!from.startsWith(".")) {
    if (PURE.test(from)) return undefined;
    const allowed = at < 0 ? [/^node:/] : (ROOMS[at]?.packages ?? []);
    return allowed.some((one) => (typeof one === "string" ? one === from : one.test(from)))
      ? undefined
      : `${file}: "${from}" belongs to another room`;
  }
  if (at < 0) return undefined;
  const target = relative(SRC, resolve(SRC, file, "..", from));
  const other = target.includes("/") ? target.split("/")[0] : "";
  const to = ROOMS.findIndex((one) => one.name === other);
  if (to < 0)
    return USES_FLOW.has(room) || target === "rule.ts"
      ? undefined
      : `${file}: imports ${target}, which is no room`;
  return to <= at ? undefined : `${file}: ${room} may not import ${other}`;
}

/** Why a fact may not use another; undefined when it may. */
function shelfObjection({ file, from }: Import): string | undefined {
  const other = relative(SRC, resolve(SRC, file, "..", from)).split("/");
  if (!from.startsWith(".") || other[0] !== "facts") return undefined;
  const [at, to] = [file.split("/"), other].map((path) => SHELVES.indexOf(path[1] ?? ""));
  return at === undefined || to === undefined || at < 0 || to < 0 || to > at
    ? `${file}: may not use ${other.slice(1).join("/")}`
    : undefined;
}

describe("the rooms of src", () => {
  const imports = allImports();

  it("are all known", () => {
    const rooms = readdirSync(SRC, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(rooms.filter((room) => !ROOMS.some((one) => one.name === room))).toEqual([]);
  });

  it("import only rooms to their left and their own packages", () => {
    expect(imports.length).toBeGreaterThan(200);
    for (const room of ROOMS)
      if (room.name !== "report")
        expect(
          imports.some((one) => one.room === room.name),
          room.name,
        ).toBe(true);
    expect(imports.flatMap((one) => objection(one) ?? [])).toEqual([]);
  });

  it.each([
    ["text/a.ts", "../smpl/parse.ts", "text/a.ts: text may not import smpl"],
    ["smpl/a.ts", "node:fs", 'smpl/a.ts: "node:fs" belongs to another room'],
    ["match/a.ts", "../run.ts", "match/a.ts: imports run.ts, which is no room"],
    ["cli/a.ts", "../run.ts", undefined],
    ["check/a.ts", "../matrix/request.ts", "check/a.ts: check may not import matrix"],
    ["plan/a.ts", "../match/state.ts", undefined],
  ])("the guard bites: %s importing %s", (file, from, wanted) => {
    expect(objection({ file, room: file.split("/")[0] ?? "", from })).toBe(wanted);
  });

  it("facts use only facts of their own shelf and of those before", () => {
    const facts = imports.filter(({ room }) => room === "facts");
    expect(new Set(facts.map(({ file }) => file.split("/")[1]))).toEqual(new Set(SHELVES));
    expect(facts.flatMap((one) => shelfObjection(one) ?? [])).toEqual([]);
  });

  it.each([
    ["facts/module/a.ts", "../tree/project.ts", "facts/module/a.ts: may not use tree/project.ts"],
    ["facts/a.ts", "./tree/project.ts", "facts/a.ts: may not use tree/project.ts"],
    ["facts/tree/a.ts", "../b.ts", "facts/tree/a.ts: may not use b.ts"],
    ["facts/locks/a.ts", "../calls/calls.ts", undefined],
    ["facts/tree/a.ts", "../../parse/tree.ts", undefined],
  ])("the guard of the shelves bites: %s importing %s", (file, from, wanted) => {
    expect(shelfObjection({ file, room: "facts", from })).toBe(wanted);
  });

  it("the guard reads imports in every form", () => {
    const text =
      'import {\n  a,\n} from "./a.ts";\nexport * from "./b.ts";\nimport "./c.ts";\nconst d = await import("./d.ts");\n// import "./e.ts"\nimport type { F } from "./f.ts";';
    expect(importsOf(text)).toEqual(["./a.ts", "./b.ts", "./c.ts", "./d.ts", "./f.ts"]);
  });
});
