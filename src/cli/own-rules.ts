import path from "node:path";
import type { OwnRule } from "../check/own-rules.ts";
import { ownRuleFolders, parseCheckConfig } from "./check-config.ts";
import { readConfig } from "./config.ts";
import { type Io, parserOf } from "./io.ts";
import type { TreeOptions } from "./options.ts";

/** The options of commands that know own rules. */
export interface RuleOptions extends TreeOptions {
  readonly rules?: readonly string[];
}

/** Directories of own rules: those that the call names, or those of the configuration. */
export function ownDirectories(options: RuleOptions, io: Io): readonly string[] {
  if (options.rules !== undefined) return options.rules.map((one) => path.resolve(io.cwd, one));
  const { check, file = "" } = readConfig(io.cwd);
  return check === undefined ? [] : ownRuleFolders(parseCheckConfig(check, file), file);
}

/**
 * Reads the own rules of directories.
 *
 * @throws UserError for a directory without rules, and a rule that is not well formed
 */
export async function loadOwnRules(directories: readonly string[], io: Io): Promise<readonly OwnRule[]> {
  if (directories.length === 0) return [];
  const [{ readOwnRules }, { loadParser }] = await Promise.all([
    import("../check/own-rules.ts"),
    import("../parse/parser.ts"),
  ]);
  return readOwnRules(directories, await loadParser({ backend: parserOf(io) }));
}
