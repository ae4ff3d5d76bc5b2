import fs from "node:fs";
import path from "node:path";
import { didYouMean } from "../text/suggest.ts";
import { UserError } from "../text/user-error.ts";

/** What `osfix.config.json` or `package.json#osfix` may say. Its schema is schema/osfix.config.schema.json. */
export interface Config {
  /** The file that it was read from; undefined when there is none. */
  readonly file: string | undefined;
  readonly profile: string | undefined;
  readonly set: ReadonlyMap<string, string>;
  readonly only: readonly string[];
  /** An absolute path. */
  readonly patches: string | undefined;
  /** The key `check`, not looked into. */
  readonly check: unknown;
}

const KEYS = ["$schema", "profile", "set", "only", "patches", "check"] as const;
const NAME = "osfix.config.json";

/**
 * The nearest configuration at or above a directory.
 *
 * @throws UserError for a file that is not JSON, for an unknown key and for a value of another type
 */
export function readConfig(directory: string): Config {
  for (let at = path.resolve(directory); ; at = path.dirname(at)) {
    const file = path.join(at, NAME);
    const own = readJson(file);
    if (own !== undefined) return parseConfig(own, file);
    const manifest = path.join(at, "package.json");
    const held = asRecord(readJson(manifest))?.osfix;
    if (held !== undefined) return parseConfig(held, `${manifest}#osfix`);
    if (at === path.dirname(at))
      return {
        file: undefined,
        profile: undefined,
        set: new Map(),
        only: [],
        patches: undefined,
        check: undefined,
      };
  }
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = fs.readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (path.basename(file) !== NAME) return undefined;
    throw new UserError(`${file}: not JSON: ${cause instanceof Error ? cause.message : cause}`);
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function parseConfig(value: unknown, file: string): Config {
  const record = asRecord(value);
  if (record === undefined) throw new UserError(`${file}: it is not a JSON object`);
  for (const key of Object.keys(record))
    if (!KEYS.some((known) => known === key))
      throw new UserError(`${file}: unknown key "${key}"`, {
        hint: didYouMean(key, KEYS) ?? `Keys: ${KEYS.join(", ")}.`,
      });
  const { profile, patches, only = [], set = {} } = record;
  const wrong = (key: string, wanted: string): UserError =>
    new UserError(`${file}: "${key}" is not ${wanted}`);
  if (profile !== undefined && typeof profile !== "string") throw wrong("profile", "a text");
  if (patches !== undefined && typeof patches !== "string") throw wrong("patches", "a text");
  if (!isTexts(only)) throw wrong("only", "a list of texts");
  const settings = asRecord(set);
  if (settings === undefined || !isTexts(Object.values(settings))) throw wrong("set", "an object of texts");
  return {
    file,
    profile,
    only,
    set: new Map(Object.entries(settings) as [string, string][]),
    patches: patches === undefined ? undefined : path.resolve(path.dirname(file), patches),
    check: record.check,
  };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}
