import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { bytesOf, osfix } from "../cli/osfix.ts";
import { APPLIERS, applyWith } from "../helpers/appliers.ts";
import { uncompilable } from "./programs.ts";
import { debianSuites, PROFILES } from "./trees.ts";

const root = fs.mkdtempSync(path.join(os.tmpdir(), "osfix-mutated-"));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

const ROUNDS = Number(process.env.OSFIX_MUTATIONS ?? 6);
const SEED = Number(process.env.OSFIX_SEED ?? 1);

/** Changes that a fork or an editor makes to a module, as latin-1 decoded bytes; `at` chooses the place. */
const MUTATIONS: Readonly<Record<string, (text: string, at: number) => string>> = {
  CRLF: (text) => text.replace(/\r?\n/g, "\r\n"),
  "no final newline": (text) => text.trimEnd(),
  "Latin-1": (text) => (/^\xef\xbb\xbf|[\x80-\xff]/.test(text) ? text : `# coding: latin-1\n# \xfc\n${text}`),
  tabs: (text) => text.replace(/^(?: {4})+/gm, (blanks) => "\t".repeat(blanks.length / 4)),
  "blanks at a line's end": onLine((line) => `${line}   `),
  "a comment above": onLine((line) => `${indentOf(line)}# a fork's remark, (with [brackets\n${line}`),
  "a blank line above": onLine((line) => `\n${line}`),
  "a statement above": onLine((line) => `${indentOf(line)}fork_marker = None\n${line}`),
  "a line twice": onLine((line) => `${line}\n${line}`),
  "a line less": onLine(() => ""),
  "a line behind a comment sign": onLine((line) => `${indentOf(line)}# ${line.trimStart()}`),
  "a name changed": (text, at) => {
    const words = [...text.matchAll(/\b[a-z_]{4,}\b/g)];
    const word = words[at % Math.max(1, words.length)]?.[0] ?? "x";
    return text.replaceAll(new RegExp(`\\b${word}\\b`, "g"), `${word}_x`);
  },
  "other quotes": (text) => text.replace(/'(\w+)'/g, '"$1"'),
};

const indentOf = (line: string): string => /^[ \t]*/.exec(line)?.[0] ?? "";

function onLine(change: (line: string) => string): (text: string, at: number) => string {
  return (text, at) => {
    const lines = text.split("\n");
    const row = at % Math.max(1, lines.length - 1);
    lines[row] = change(lines[row] ?? "");
    return lines.join("\n");
  };
}

const mutation = fc.array(fc.tuple(fc.constantFrom(...Object.keys(MUTATIONS)), fc.nat(100_000)), {
  minLength: 1,
  maxLength: 4,
});

interface SmallTree {
  readonly directory: string;
  /** The files that the series changes. */
  readonly targets: readonly string[];
}

/** The folders of a package whose files the series changes, without those below them, and what says which project it is. */
async function smallTree(installed: string, name: string, profile: string): Promise<SmallTree> {
  const whole = path.join(root, name, "whole");
  fs.cpSync(installed, whole, { recursive: true, filter: (file) => !file.includes("/tests") });
  const { out } = await osfix(["apply", "--profile", profile, "--dry-run", "--json", whole]);
  const files: readonly { path: string; change: string }[] = JSON.parse(out).trees[0].files;
  const targets = files.filter(({ change }) => change === "changed").map((file) => file.path);
  const folders = new Set(targets.flatMap((file) => foldersAbove(file)));
  const directory = path.join(root, name, "small");
  for (const folder of folders)
    for (const file of fs.readdirSync(path.join(whole, folder)).filter((one) => one.endsWith(".py")))
      fs.cpSync(path.join(whole, folder, file), path.join(directory, folder, file));
  for (const entry of fs.readdirSync(whole).filter((one) => /\.(egg|dist)-info$/.test(one)))
    fs.cpSync(path.join(whole, entry), path.join(directory, entry), { recursive: true });
  fs.rmSync(whole, { recursive: true });
  return { directory, targets };
}

function foldersAbove(file: string): readonly string[] {
  const parts = file.split("/").slice(0, -1);
  return parts.map((_part, at) => parts.slice(0, at + 1).join("/"));
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  fs.rmSync(folder, { recursive: true, force: true });
  for (const [name, bytes] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), bytes, "latin1");
  }
}

const cases = debianSuites().flatMap((suite) =>
  suite.trees.flatMap((tree) =>
    PROFILES.map((profile) => [tree.project, tree.version, profile, tree] as const),
  ),
);

describe.each(cases)("mutated modules of %s %s, profile %s", (project, version, profile, tree) => {
  it("are patched as by others, once, and come out again byte for byte, or stay as they are", async () => {
    const name = `${project}-${version}-${profile}`.replace(/[^\w.-]/g, "_");
    const { directory, targets: modules } = await smallTree(tree.directory, name, profile);
    const given = bytesOf(directory);
    expect(modules.length).toBeGreaterThan(0);
    const work = path.join(root, name, "work");
    const call = (command: string) => osfix([command, "--profile", profile, work]);
    let written = 0;
    for (const steps of fc.sample(mutation, { numRuns: ROUNDS, seed: SEED })) {
      const mutated: Record<string, string> = { ...given };
      for (const [kind, at] of steps) {
        const file = modules[at % modules.length] ?? "";
        mutated[file] = MUTATIONS[kind]?.(mutated[file] ?? "", at) ?? "";
      }
      const label = JSON.stringify(steps);
      write(work, mutated);
      const brokenBefore = await uncompilable(modules.map((file) => path.join(work, file)));
      const diff = await call("diff");
      const done = await call("apply");
      const after = bytesOf(work);
      if (done.status !== 0) {
        // Half written is what must never be.
        expect([label, done.status, after]).toEqual([label, expect.toBeOneOf([2, 3]), mutated]);
        continue;
      }
      if (JSON.stringify(after) === JSON.stringify(mutated)) continue;
      written++;
      expect([label, await uncompilable(modules.map((file) => path.join(work, file)))]).toEqual([
        label,
        brokenBefore,
      ]);
      const again = await call("apply");
      expect([label, again.status, bytesOf(work)]).toEqual([label, 0, after]);
      const back = await call("revert");
      expect([label, back.status, bytesOf(work)]).toEqual([label, 0, mutated]);
      for (const by of Object.keys(APPLIERS) as (keyof typeof APPLIERS)[]) {
        applyWith(by, work, Buffer.from(diff.out, "utf8").toString("latin1"));
        expect([label, by, bytesOf(work)]).toEqual([label, by, after]);
        write(work, mutated);
      }
    }
    expect(written).toBeGreaterThan(0);
  });
});
