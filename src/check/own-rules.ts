import fs from "node:fs";
import path from "node:path";
import { filesBelow } from "../checkout/files-below.ts";
import type { Parser } from "../parse/tree.ts";
import type { Rule } from "../rule.ts";
import { parseSemanticPatch } from "../smpl/parse.ts";
import type { SemanticPatch } from "../smpl/semantic-patch.ts";
import { codeOf } from "../text/system-error.ts";
import { UserError } from "../text/user-error.ts";
import { patternRule } from "./pattern-rule.ts";

/** A rule of a user's directory: `AREA/NAME.spatch`, with its page `AREA/NAME.md` beside it. */
export interface OwnRule {
  readonly rule: Rule;
  readonly patch: SemanticPatch;
  readonly file: string;
  /** The page's text; undefined when there is none. */
  readonly page: string | undefined;
  /** Digest of the rule's text, for what is kept of its findings. */
  readonly digest: string;
}

/**
 * The rules of directories, ordered by id.
 *
 * @throws UserError for a directory that is not there or holds none, a rule that is not well formed, and an id twice
 */
export function readOwnRules(directories: readonly string[], parser: Parser): readonly OwnRule[] {
  const rules = directories.flatMap((directory) => readDirectory(directory, parser));
  const seen = new Map<string, string>();
  for (const { rule, file } of rules) {
    const other = seen.get(rule.id);
    if (other !== undefined) throw new UserError(`${file}: rule ${rule.id} is in ${other} already`);
    seen.set(rule.id, file);
  }
  return [...rules].sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
}

function readDirectory(directory: string, parser: Parser): readonly OwnRule[] {
  if (!fs.statSync(directory, { throwIfNoEntry: false })?.isDirectory())
    throw new UserError(`${directory}: there is no such directory of rules`);
  const files = filesBelow(directory).filter((file) => file.endsWith(".spatch"));
  if (files.length === 0)
    throw new UserError(`${directory}: it holds no rules`, {
      hint: "a rule is AREA/NAME.spatch; `osfix new-rule AREA/NAME --rules DIR` makes one",
    });
  return files.map((file) => readRule(directory, file, parser));
}

function readRule(directory: string, file: string, parser: Parser): OwnRule {
  const full = path.join(directory, file);
  const id = file.replace(/\.spatch$/, "").replace(/(^|\/)\d{4}-/, "$1");
  const patch = parseSemanticPatch(id, full, readText(full) ?? "");
  const page = readText(full.replace(/\.spatch$/, ".md"));
  return {
    rule: patternRule(id.includes("/") ? id : `own/${id}`, patch, parser),
    patch,
    file: full,
    page,
    digest: patch.digest,
  };
}

function readText(file: string): string | undefined {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return undefined;
  }
}
