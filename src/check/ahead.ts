import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { freeNames } from "../facts/names/name-use.ts";
import type { TreeQuestion } from "../parse/tree.ts";

/**
 * What rules ask of nearly every tree. The threads that parse have time left, and most answers are empty: they cost less to
 * hand over than to work out.
 */
export const ASKED_AHEAD: readonly TreeQuestion[] = [freeNames];

/** The bundled thread; defined by scripts/bundle-command.js, absent when run from sources. */
declare const OSFIX_AHEAD: string | undefined;

/** The module that a thread runs; undefined where osfix runs from sources that Node.js cannot run. */
export function aheadFile(): string | undefined {
  const name = typeof OSFIX_AHEAD === "string" ? OSFIX_AHEAD : "./ahead-main.js";
  const file = fileURLToPath(new URL(name, import.meta.url));
  return existsSync(file) ? file : undefined;
}
