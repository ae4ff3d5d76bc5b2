import type { Rule } from "../src/rule.ts";
import { entrypointNotImportable } from "./privsep/entrypoint-not-importable.ts";
import { externalLockInDaemon } from "./privsep/external-lock-in-daemon.ts";
import { lockInsideEntrypoint } from "./privsep/lock-inside-entrypoint.ts";
import { objectArgument } from "./privsep/object-argument.ts";
import { unserialisableArgument } from "./privsep/unserialisable-argument.ts";
import { unserialisableReturn } from "./privsep/unserialisable-return.ts";

/** Every rule, by area and name. A rule is listed here and has a page beside its file. */
export const rules: readonly Rule[] = [
  entrypointNotImportable,
  externalLockInDaemon,
  lockInsideEntrypoint,
  objectArgument,
  unserialisableArgument,
  unserialisableReturn,
];
