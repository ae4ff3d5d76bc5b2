import type { Rule } from "../src/rule.ts";
import { externalLockInDaemon } from "./privsep/external-lock-in-daemon.ts";
import { lockInsideEntrypoint } from "./privsep/lock-inside-entrypoint.ts";

/** Every rule, by area and name. A rule is listed here and has a page beside its file. */
export const rules: readonly Rule[] = [externalLockInDaemon, lockInsideEntrypoint];
