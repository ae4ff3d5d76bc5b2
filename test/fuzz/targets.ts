import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { allPageExamples } from "../helpers/page-examples.ts";
import { parseTxtar } from "../helpers/txtar.ts";
import { judgeChecking } from "./judge-checking.ts";
import { AFTER_MARK, judgeDiff } from "./judge-diff.ts";
import { judgePatch } from "./judge-patch.ts";
import { judgeRewriting, MODULE_MARK } from "./judge-rewriting.ts";

/** What a fuzzer needs of one part of osfix. */
export interface Target {
  /** Texts to begin with, beside the kept corpus. */
  seeds(root: string): readonly string[];
  /** Loads what is needed; the function throws when what osfix makes of a text does not hold. */
  begin(): Promise<(text: string) => void>;
}

function scenarios(root: string): readonly ReadonlyMap<string, string>[] {
  const folder = join(root, "test/scenarios");
  return readdirSync(folder)
    .sort()
    .map((name) => parseTxtar(readFileSync(join(folder, name), "utf8")).files);
}

function modulesOf(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].filter(([name]) => name.endsWith(".py")).map(([, text]) => text);
}

function patchesOf(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].filter(([name]) => name.startsWith("patch")).map(([, text]) => text);
}

function shippedPatches(root: string): readonly string[] {
  const folder = join(root, "patches");
  const names = readdirSync(folder, { recursive: true }).map(String).sort();
  return names
    .filter((name) => name.endsWith(".spatch"))
    .map((name) => readFileSync(join(folder, name), "utf8"));
}

/** The parts of osfix that are fuzzed, by the name that scripts/fuzz.js takes. */
export const TARGETS: Readonly<Record<"parser" | "matcher" | "emitter" | "rules", Target>> = {
  parser: {
    seeds: (root) => [...scenarios(root).flatMap(patchesOf), ...shippedPatches(root)],
    begin: judgePatch,
  },
  matcher: {
    seeds: (root) =>
      scenarios(root).flatMap((files) =>
        patchesOf(files).flatMap((patch) => modulesOf(files).map((text) => patch + MODULE_MARK + text)),
      ),
    begin: judgeRewriting,
  },
  emitter: {
    seeds: (root) =>
      scenarios(root).map((files) => {
        const [before = "", after = ""] = [files.get("a.py"), files.get("a.py wanted")];
        return before + AFTER_MARK + after;
      }),
    begin: judgeDiff,
  },
  rules: {
    seeds: (root) => allPageExamples(root).flatMap(({ files }) => modulesOf(new Map(Object.entries(files)))),
    begin: judgeChecking,
  },
};
