import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { directoryTree } from "../../src/checkout/directory-tree.ts";
import { encodeChanges } from "../../src/emit/byte-change.ts";
import { formatDiff } from "../../src/emit/concrete-patch.ts";
import { type FileBytes, patchFile } from "../../src/emit/file-patch.ts";
import { writeTrees } from "../../src/emit/work-tree.ts";
import { APPLIERS, applyWith } from "../helpers/appliers.ts";
import { GENERATED_MODULE, INSERTIONS } from "../helpers/modules.ts";
import { contextOf, hunksOf, planOn } from "../helpers/planning.ts";
import { putFiles, scratch } from "../helpers/scratch.ts";

const EACH = 5;

/** What a module may look like on disk, as latin-1 decoded bytes. */
const SHAPES: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  CRLF: (text) => text.replace(/\n/g, "\r\n"),
  "no final newline": (text) => text.trimEnd(),
  "CRLF and no final newline": (text) => text.trimEnd().replace(/\n/g, "\r\n"),
  "a byte order mark": (text) => `\u00ef\u00bb\u00bf${text}`,
  "Latin-1": (text) => `# coding: latin-1\n# \u00fc\u00e9\u00a0\n${text}`,
  tabs: (text) => text.replace(/^(?: {4})+/gm, (blanks) => "\t".repeat(blanks.length / 4)),
  "form feeds and blanks at line ends": (text) => text.replace(/\n\n\n/g, "\n\f\n  \n"),
};

const filesOf = (root: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fs.readdirSync(root).map((name) => [name, fs.readFileSync(path.join(root, name), "latin1")]),
  );

/** The folder after our writer, and the diff from what it was, as latin-1 decoded bytes. */
async function applied(source: string, modules: Readonly<Record<string, string>>) {
  const ours = scratch();
  for (const [name, bytes] of Object.entries(modules))
    putFiles(ours, { [name]: Buffer.from(bytes, "latin1") });
  const tree = directoryTree(ours);
  const context = await contextOf();
  const changes = Object.keys(modules).flatMap((name) => {
    const read = tree.read(name);
    if (read.kind !== "source") throw new Error(`${name}: ${read.reason}`);
    const { plan, failures } = planOn([hunksOf(source)], new Map([["a.py", read.text]]), "apply", context);
    expect([plan.refusals, failures]).toEqual([[], []]);
    return plan.changes.map((change) => ({ ...change, path: name }));
  });
  const { write, problems } = encodeChanges(tree, changes);
  expect(problems).toEqual([]);
  const files: readonly FileBytes[] = write.changes.map((change) => ({ ...change, mode: "100644" }));
  const diff = formatDiff(files.flatMap((file) => patchFile(file) ?? []));
  expect(await writeTrees([write])).toEqual({ kind: "written", files: changes.length });
  return { written: filesOf(ours), diff, changed: changes.length };
}

describe("what git and patch make of a diff is what apply wrote", () => {
  it.each(Object.entries(INSERTIONS))("%s", async (_name, source) => {
    const texts = fc.sample(GENERATED_MODULE, { numRuns: EACH, seed: 1 });
    const modules: Record<string, string> = {};
    for (const [at, text] of texts.entries())
      for (const [to, shape] of Object.values(SHAPES).entries()) modules[`m${at}-${to}.py`] = shape(text);
    const { written, diff, changed } = await applied(source, modules);
    expect(changed).toBe(EACH * Object.keys(SHAPES).length);
    for (const name of Object.keys(APPLIERS) as (keyof typeof APPLIERS)[]) {
      const theirs = scratch();
      for (const [file, bytes] of Object.entries(modules))
        fs.writeFileSync(path.join(theirs, file), bytes, "latin1");
      applyWith(name, theirs, diff);
      expect([name, filesOf(theirs)]).toEqual([name, written]);
    }
  });
});
