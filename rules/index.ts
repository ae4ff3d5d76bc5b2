import type { Rule } from "../src/rule.ts";
import { listOptsGroup } from "./config/list-opts-group.ts";
import { notImported } from "./config/not-imported.ts";
import { readAtImport } from "./config/read-at-import.ts";
import { unregisteredOption } from "./config/unregistered-option.ts";
import { wrongGroup } from "./config/wrong-group.ts";
import { driverWithoutLock } from "./locks/driver-without-lock.ts";
import { factoryNotCalled } from "./locks/factory-not-called.ts";
import { hostLockInProcess } from "./locks/host-lock-in-process.ts";
import { lockOrder } from "./locks/lock-order.ts";
import { nameNotFilled } from "./locks/name-not-filled.ts";
import { nested } from "./locks/nested.ts";
import { notExternal } from "./locks/not-external.ts";
import { siblingWithoutLock } from "./locks/sibling-without-lock.ts";
import { entrypointNotImportable } from "./privsep/entrypoint-not-importable.ts";
import { externalLockInDaemon } from "./privsep/external-lock-in-daemon.ts";
import { literalSudo } from "./privsep/literal-sudo.ts";
import { lockInsideEntrypoint } from "./privsep/lock-inside-entrypoint.ts";
import { missingEntrypoint } from "./privsep/missing-entrypoint.ts";
import { notInitialised } from "./privsep/not-initialised.ts";
import { objectArgument } from "./privsep/object-argument.ts";
import { rootwrapFilterMissing } from "./privsep/rootwrap-filter-missing.ts";
import { runAsRootMissing } from "./privsep/run-as-root-missing.ts";
import { unserialisableArgument } from "./privsep/unserialisable-argument.ts";
import { unserialisableReturn } from "./privsep/unserialisable-return.ts";

/** Every rule, by area and name. A rule is listed here and has a page beside its file. */
export const rules: readonly Rule[] = [
  listOptsGroup,
  notImported,
  readAtImport,
  unregisteredOption,
  wrongGroup,
  driverWithoutLock,
  factoryNotCalled,
  hostLockInProcess,
  lockOrder,
  nameNotFilled,
  nested,
  notExternal,
  siblingWithoutLock,
  entrypointNotImportable,
  externalLockInDaemon,
  literalSudo,
  lockInsideEntrypoint,
  missingEntrypoint,
  notInitialised,
  objectArgument,
  rootwrapFilterMissing,
  runAsRootMissing,
  unserialisableArgument,
  unserialisableReturn,
];
