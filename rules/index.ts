import type { Rule } from "../src/rule.ts";
import { abstractClass } from "./calls/abstract-class.ts";
import { calledNotPassed } from "./calls/called-not-passed.ts";
import { commandOption } from "./calls/command-option.ts";
import { driverRefusesCall } from "./calls/driver-refuses-call.ts";
import { interfaceLacksParameter } from "./calls/interface-lacks-parameter.ts";
import { libraryOverride } from "./calls/library-override.ts";
import { librarySignature } from "./calls/library-signature.ts";
import { likelySwapped } from "./calls/likely-swapped.ts";
import { missingArgument } from "./calls/missing-argument.ts";
import { namedBeforePlain } from "./calls/named-before-plain.ts";
import { noTaker } from "./calls/no-taker.ts";
import { overrideDropsKeywords } from "./calls/override-drops-keywords.ts";
import { overrideDropsParameter } from "./calls/override-drops-parameter.ts";
import { overrideOrder } from "./calls/override-order.ts";
import { overrideRejectsCall } from "./calls/override-rejects-call.ts";
import { parameterLeftOut } from "./calls/parameter-left-out.ts";
import { partForObject } from "./calls/part-for-object.ts";
import { promiseLacksParameter } from "./calls/promise-lacks-parameter.ts";
import { promiseOutdated } from "./calls/promise-outdated.ts";
import { protocolSignature } from "./calls/protocol-signature.ts";
import { receiverMissing } from "./calls/receiver-missing.ts";
import { refusedValue } from "./calls/refused-value.ts";
import { rpcMismatch } from "./calls/rpc-mismatch.ts";
import { standardArgument } from "./calls/standard-argument.ts";
import { surplusArgument } from "./calls/surplus-argument.ts";
import { swappedArguments } from "./calls/swapped-arguments.ts";
import { twinSignature } from "./calls/twin-signature.ts";
import { unknownKeyword } from "./calls/unknown-keyword.ts";
import { unpackedResult } from "./calls/unpacked-result.ts";
import { wrongSuper } from "./calls/wrong-super.ts";
import { backendOption } from "./config/backend-option.ts";
import { badDefault } from "./config/bad-default.ts";
import { changedInPlace } from "./config/changed-in-place.ts";
import { deprecatedItself } from "./config/deprecated-itself.ts";
import { importOptElsewhere } from "./config/import-opt-elsewhere.ts";
import { listOptsGroup } from "./config/list-opts-group.ts";
import { listOptsPairs } from "./config/list-opts-pairs.ts";
import { neverRegistered } from "./config/never-registered.ts";
import { noSuchOptionKeyword } from "./config/no-such-option-keyword.ts";
import { noSuchOptionType } from "./config/no-such-option-type.ts";
import { notAnnounced } from "./config/not-announced.ts";
import { notImported } from "./config/not-imported.ts";
import { notInProgram } from "./config/not-in-program.ts";
import { notOfBackend } from "./config/not-of-backend.ts";
import { optionOfSibling } from "./config/option-of-sibling.ts";
import { otherType } from "./config/other-type.ts";
import { readAtImport } from "./config/read-at-import.ts";
import { readBeforeParsed } from "./config/read-before-parsed.ts";
import { registerOneOrMany } from "./config/register-one-or-many.ts";
import { registeredTwice } from "./config/registered-twice.ts";
import { unregisteredOption } from "./config/unregistered-option.ts";
import { wrongGroup } from "./config/wrong-group.ts";
import { nameLength } from "./devices/name-length.ts";
import { attributeOfAny } from "./exceptions/attribute-of-any.ts";
import { brokenMessage } from "./exceptions/broken-message.ts";
import { deadHandler } from "./exceptions/dead-handler.ts";
import { messageArguments } from "./exceptions/message-arguments.ts";
import { messageTemplate } from "./exceptions/message-template.ts";
import { methodOfOurs } from "./exceptions/method-of-ours.ts";
import { noneHandled } from "./exceptions/none-handled.ts";
import { notAClass } from "./exceptions/not-a-class.ts";
import { notRaised } from "./exceptions/not-raised.ts";
import { unformattedMessage } from "./exceptions/unformatted-message.ts";
import { usedAsText } from "./exceptions/used-as-text.ts";
import { braceArguments } from "./formats/brace-arguments.ts";
import { bytesAndText } from "./formats/bytes-and-text.ts";
import { helpPlaceholders } from "./formats/help-placeholders.ts";
import { messageTuple } from "./formats/message-tuple.ts";
import { percentArguments } from "./formats/percent-arguments.ts";
import { translationArguments } from "./formats/translation-arguments.ts";
import { unusedKey } from "./formats/unused-key.ts";
import { callWithoutLock } from "./locks/call-without-lock.ts";
import { counterpartWithoutLock } from "./locks/counterpart-without-lock.ts";
import { driverWithoutLock } from "./locks/driver-without-lock.ts";
import { factoryNotCalled } from "./locks/factory-not-called.ts";
import { hostLockInProcess } from "./locks/host-lock-in-process.ts";
import { innerWithoutLock } from "./locks/inner-without-lock.ts";
import { lockOrder } from "./locks/lock-order.ts";
import { nameIsFunction } from "./locks/name-is-function.ts";
import { nameNotFilled } from "./locks/name-not-filled.ts";
import { nested } from "./locks/nested.ts";
import { notExternal } from "./locks/not-external.ts";
import { notReleased } from "./locks/not-released.ts";
import { siblingWithoutLock } from "./locks/sibling-without-lock.ts";
import { twinWithoutLock } from "./locks/twin-without-lock.ts";
import { writeWithoutLock } from "./locks/write-without-lock.ts";
import { formatArguments } from "./logging/format-arguments.ts";
import { noSuchMethod } from "./logging/no-such-method.ts";
import { appendedSame } from "./names/appended-same.ts";
import { attributeOfBuiltin } from "./names/attribute-of-builtin.ts";
import { changedWhileIterated } from "./names/changed-while-iterated.ts";
import { classEntered } from "./names/class-entered.ts";
import { constantCondition } from "./names/constant-condition.ts";
import { defaultOnce } from "./names/default-once.ts";
import { droppedValue } from "./names/dropped-value.ts";
import { emptyUsed } from "./names/empty-used.ts";
import { functionAsValue } from "./names/function-as-value.ts";
import { importHidden } from "./names/import-hidden.ts";
import { importMissing } from "./names/import-missing.ts";
import { keyNeverThere } from "./names/key-never-there.ts";
import { loopVariableTaken } from "./names/loop-variable-taken.ts";
import { methodNotCalled } from "./names/method-not-called.ts";
import { methodOfNobody } from "./names/method-of-nobody.ts";
import { missingComma } from "./names/missing-comma.ts";
import { misspeltAttribute } from "./names/misspelt-attribute.ts";
import { misspeltMember } from "./names/misspelt-member.ts";
import { misspeltOverride } from "./names/misspelt-override.ts";
import { misspeltSchemaKey } from "./names/misspelt-schema-key.ts";
import { moduleAsValue } from "./names/module-as-value.ts";
import { moduleCalled } from "./names/module-called.ts";
import { moduleMissing } from "./names/module-missing.ts";
import { mutableDefault } from "./names/mutable-default.ts";
import { noSuchBuiltinMethod } from "./names/no-such-builtin-method.ts";
import { noSuchClassMember } from "./names/no-such-class-member.ts";
import { noSuchField } from "./names/no-such-field.ts";
import { noSuchLibraryMember } from "./names/no-such-library-member.ts";
import { noSuchLibraryName } from "./names/no-such-library-name.ts";
import { noSuchOperation } from "./names/no-such-operation.ts";
import { noSuchStandardName } from "./names/no-such-standard-name.ts";
import { noValue } from "./names/no-value.ts";
import { noneAskedLate } from "./names/none-asked-late.ts";
import { noneCalled } from "./names/none-called.ts";
import { noneResult } from "./names/none-result.ts";
import { notCallable } from "./names/not-callable.ts";
import { notInItsClass } from "./names/not-in-its-class.ts";
import { notYetSet } from "./names/not-yet-set.ts";
import { nothingShown } from "./names/nothing-shown.ts";
import { poppedAgain } from "./names/popped-again.ts";
import { propertyCalled } from "./names/property-called.ts";
import { propertySet } from "./names/property-set.ts";
import { removedFromPython } from "./names/removed-from-python.ts";
import { repeatedDefinition } from "./names/repeated-definition.ts";
import { staleLoopVariable } from "./names/stale-loop-variable.ts";
import { strayComma } from "./names/stray-comma.ts";
import { stringForObject } from "./names/string-for-object.ts";
import { stringForTuple } from "./names/string-for-tuple.ts";
import { stripAffix } from "./names/strip-affix.ts";
import { submoduleNotImported } from "./names/submodule-not-imported.ts";
import { unboundLocal } from "./names/unbound-local.ts";
import { undefinedMember } from "./names/undefined-member.ts";
import { undefinedMethod } from "./names/undefined-method.ts";
import { undefinedName } from "./names/undefined-name.ts";
import { viewAsList } from "./names/view-as-list.ts";
import { contextMismatch } from "./privsep/context-mismatch.ts";
import { entrypointNotImportable } from "./privsep/entrypoint-not-importable.ts";
import { exceptionNotRebuilt } from "./privsep/exception-not-rebuilt.ts";
import { externalLockInDaemon } from "./privsep/external-lock-in-daemon.ts";
import { fileWithoutRoot } from "./privsep/file-without-root.ts";
import { literalSudo } from "./privsep/literal-sudo.ts";
import { lockInsideEntrypoint } from "./privsep/lock-inside-entrypoint.ts";
import { missingEntrypoint } from "./privsep/missing-entrypoint.ts";
import { noRootHelper } from "./privsep/no-root-helper.ts";
import { notInitialised } from "./privsep/not-initialised.ts";
import { objectArgument } from "./privsep/object-argument.ts";
import { rootNotHandedOn } from "./privsep/root-not-handed-on.ts";
import { rootwrapFilterMissing } from "./privsep/rootwrap-filter-missing.ts";
import { runAsRootMissing } from "./privsep/run-as-root-missing.ts";
import { shellInArgument } from "./privsep/shell-in-argument.ts";
import { unserialisableArgument } from "./privsep/unserialisable-argument.ts";
import { unserialisableReturn } from "./privsep/unserialisable-return.ts";
import { mergeConflict } from "./syntax/merge-conflict.ts";
import { notPython } from "./syntax/not-python.ts";

/** Every rule, by area and name. A rule is listed here and has a page beside its file. */
export const rules: readonly Rule[] = [
  abstractClass,
  calledNotPassed,
  commandOption,
  driverRefusesCall,
  interfaceLacksParameter,
  libraryOverride,
  librarySignature,
  likelySwapped,
  missingArgument,
  namedBeforePlain,
  noTaker,
  overrideDropsKeywords,
  overrideDropsParameter,
  overrideOrder,
  overrideRejectsCall,
  parameterLeftOut,
  partForObject,
  promiseLacksParameter,
  promiseOutdated,
  protocolSignature,
  receiverMissing,
  refusedValue,
  rpcMismatch,
  standardArgument,
  surplusArgument,
  swappedArguments,
  twinSignature,
  unknownKeyword,
  unpackedResult,
  wrongSuper,
  backendOption,
  badDefault,
  changedInPlace,
  deprecatedItself,
  importOptElsewhere,
  listOptsGroup,
  listOptsPairs,
  neverRegistered,
  noSuchOptionKeyword,
  noSuchOptionType,
  notAnnounced,
  notImported,
  notInProgram,
  notOfBackend,
  optionOfSibling,
  otherType,
  readAtImport,
  readBeforeParsed,
  registerOneOrMany,
  registeredTwice,
  unregisteredOption,
  wrongGroup,
  nameLength,
  attributeOfAny,
  brokenMessage,
  deadHandler,
  messageArguments,
  messageTemplate,
  methodOfOurs,
  noneHandled,
  notAClass,
  notRaised,
  unformattedMessage,
  usedAsText,
  braceArguments,
  bytesAndText,
  helpPlaceholders,
  messageTuple,
  percentArguments,
  translationArguments,
  unusedKey,
  callWithoutLock,
  counterpartWithoutLock,
  driverWithoutLock,
  factoryNotCalled,
  hostLockInProcess,
  innerWithoutLock,
  lockOrder,
  nameIsFunction,
  nameNotFilled,
  nested,
  notExternal,
  notReleased,
  siblingWithoutLock,
  twinWithoutLock,
  writeWithoutLock,
  formatArguments,
  noSuchMethod,
  appendedSame,
  attributeOfBuiltin,
  changedWhileIterated,
  classEntered,
  constantCondition,
  defaultOnce,
  droppedValue,
  emptyUsed,
  functionAsValue,
  importHidden,
  importMissing,
  keyNeverThere,
  loopVariableTaken,
  methodNotCalled,
  methodOfNobody,
  missingComma,
  misspeltAttribute,
  misspeltMember,
  misspeltOverride,
  misspeltSchemaKey,
  moduleAsValue,
  moduleCalled,
  moduleMissing,
  mutableDefault,
  noSuchBuiltinMethod,
  noSuchClassMember,
  noSuchField,
  noSuchLibraryMember,
  noSuchLibraryName,
  noSuchOperation,
  noSuchStandardName,
  noValue,
  noneAskedLate,
  noneCalled,
  noneResult,
  notCallable,
  notInItsClass,
  notYetSet,
  nothingShown,
  poppedAgain,
  propertyCalled,
  propertySet,
  removedFromPython,
  repeatedDefinition,
  staleLoopVariable,
  strayComma,
  stringForObject,
  stringForTuple,
  stripAffix,
  submoduleNotImported,
  unboundLocal,
  undefinedMember,
  undefinedMethod,
  undefinedName,
  viewAsList,
  contextMismatch,
  entrypointNotImportable,
  exceptionNotRebuilt,
  externalLockInDaemon,
  fileWithoutRoot,
  literalSudo,
  lockInsideEntrypoint,
  missingEntrypoint,
  noRootHelper,
  notInitialised,
  objectArgument,
  rootNotHandedOn,
  rootwrapFilterMissing,
  runAsRootMissing,
  shellInArgument,
  unserialisableArgument,
  unserialisableReturn,
  mergeConflict,
  notPython,
];
