import type { ModuleFacts } from "./facts/module/module.ts";
import type { ProjectFacts } from "./facts/tree/project.ts";
import type { SyntaxNode } from "./parse/tree.ts";
import { type Edit, insertion } from "./text/edit.ts";
import { oneLine } from "./text/one-line.ts";
import type { Span } from "./text/span.ts";

/** What a finding means for those who run the code. */
export type Severity = "error" | "warning" | "info";

/** How sure the rule is: `high` rests on names resolved inside the tree, `low` on naming and siblings. */
export type Confidence = "high" | "medium" | "low";

/** Another place that the finding speaks of: the caller, the definition, the other half of a pair. */
export interface RelatedPlace {
  /** From the checkout root. */
  readonly path: string;
  readonly span: Span;
  readonly message: string;
}

/** Edits of the finding's own file. `safe` keeps what correct callers see; `unsafe` must be read by a person. */
export interface Fix {
  readonly kind: "safe" | "unsafe";
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** A fix that puts a text where a node stands; a person must read it unless it is said to be safe. */
export function instead({ start, end }: Span, text: string, kind: Fix["kind"] = "unsafe"): Fix {
  const title = text === "" ? "take it out" : `write '${oneLine(text)}'`;
  return { kind, title, edits: [{ span: { start, end }, text }] };
}

/** A fix that calls what a node names. */
export function calling({ end }: Span): Fix {
  return { kind: "unsafe", title: "call it", edits: [insertion(end, "()")] };
}

/** A fix that has two parts of a text change places. */
export function exchanging(one: SyntaxNode, other: SyntaxNode): Fix {
  const edits = [
    { span: { start: one.start, end: one.end }, text: other.text },
    { span: { start: other.start, end: other.end }, text: one.text },
  ];
  return { kind: "unsafe", title: `exchange '${oneLine(one.text)}' and '${oneLine(other.text)}'`, edits };
}

/** One defect at one place of the module under check. */
export interface Finding {
  readonly span: Span;
  /** One sentence for the reader, without line numbers: baselines compare it. */
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  readonly fix?: Fix | undefined;
}

/** What a rule is given: one module, and the tree around it on demand. */
export interface RuleContext {
  /** From the checkout root. */
  readonly path: string;
  readonly text: string;
  /** Parsed when first asked for: a rule that can tell from the text that it has nothing to say returns before. */
  readonly module: ModuleFacts;
  readonly project: ProjectFacts;
}

/**
 * A rule as a value. `rules/AREA/NAME.ts` exports one, `rules/AREA/NAME.md` explains it in examples that run as tests.
 *
 * Rules are pure: the same module and tree give the same findings in the same order.
 */
export interface Rule {
  /** `AREA/NAME`, the path of its files below `rules/`. */
  readonly id: string;
  /** The defect as a short phrase, the headline of every report. */
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** Off by default when fewer than nine of ten findings on upstream releases are true. */
  readonly onByDefault: boolean;
  /** The upstream change, bug or manual the rule rests on: a URL. */
  readonly source: string;
  /**
   * Literals of the text: a module in which one group has none of its words is neither parsed nor checked.
   * `[["entrypoint"], ["synchronized", "lock("]]` wants `entrypoint` and one of the others.
   */
  readonly mentions: readonly (readonly string[])[];
  /** Whether test code is checked too; it is not by default. */
  readonly checksTests?: boolean;
  /** Whether it speaks of text that does not parse, where others say nothing. */
  readonly readsBroken?: boolean;
  check(context: RuleContext): Iterable<Finding>;
}

// What rules may ask of a module and of the tree around it, shelf by shelf of the room of facts. Rules import nothing
// else; a shelf builds on those before it.

// One module: its syntax, definitions, imports, calls and names.

export { alwaysRun } from "./facts/module/always-run.ts";
export {
  type Argument,
  argumentAt,
  argumentsOf,
  argumentValue,
  type CallFacts,
} from "./facts/module/calls.ts";
export type {
  Binding,
  ClassFacts,
  Decorator,
  FunctionFacts,
  ImportFacts,
  Parameter,
} from "./facts/module/definitions.ts";
export { caughtBy, caughtName, handlerNaming } from "./facts/module/except-clauses.ts";
export { importsWithin, isModuleItself } from "./facts/module/imports.ts";
export { makesNames } from "./facts/module/made-names.ts";
export { CONFLICT_WORD, mergeConflicts } from "./facts/module/merge-conflict.ts";
export type { ModuleFacts } from "./facts/module/module.ts";
export { dottedPath, firstPart, isPackagePath, isTestPath, lastModule } from "./facts/module/module-names.ts";
export { functionsNamed } from "./facts/module/named-in.ts";
export { operatorChains } from "./facts/module/operator-chains.ts";
export { resultsOf } from "./facts/module/results.ts";
export { isRunLonger, isSlip } from "./facts/module/slip.ts";
export { argumentsAt, closingBracket, splitArguments, statementEnd } from "./facts/module/statement-text.ts";
export {
  ancestorOf,
  codeOf,
  descendants,
  dottedName,
  fieldsOf,
  firstName,
  isDocstring,
  isStored,
  isTarget,
  isTried,
  literalKeys,
  namePlace,
  nodeAt,
  ownNodes,
  stringValue,
  withoutParentheses,
} from "./facts/module/syntax.ts";

// The whole tree: classes and their ancestors, callers, programs, and where words stand.

export { abstractMethodsOf } from "./facts/tree/abstract-methods.ts";
export { attributeMeant } from "./facts/tree/attribute-meant.ts";
export { hasMember, hasOwnMember, memberValues, selfAssignments } from "./facts/tree/class-members.ts";
export { descendsFrom, hasBaseOutside } from "./facts/tree/class-order.ts";
export { definitionsNamed } from "./facts/tree/definitions-named.ts";
export { isGuestIn } from "./facts/tree/distribution.ts";
export { isAskedFor, isGivenFromOutside, mayComeLater } from "./facts/tree/given-members.ts";
export {
  loadedByPrograms,
  loadedFirst,
  loadedFirstToRun,
  loadedWith,
  programsOf,
} from "./facts/tree/import-graph.ts";
export { addsNoNames, metaclassOf } from "./facts/tree/metaclass.ts";
export { isWholeTree, lacksModule } from "./facts/tree/missing-modules.ts";
export { onlyCalled, onlyRead } from "./facts/tree/name-uses.ts";
export { parametersPlace } from "./facts/tree/parameters-place.ts";
export { programFunctionsOf, scriptsOf } from "./facts/tree/program-functions.ts";
export type { Callee, Meaning, PlacedClass, PlacedFunction, ProjectFacts } from "./facts/tree/project.ts";
export { isProperty, namesOfProperties } from "./facts/tree/properties.ts";
export { declaresPython3, mayRunOnPython3, runsOnPython3 } from "./facts/tree/python-version.ts";
export { methodAround, receiverClass } from "./facts/tree/receiver.ts";
export { meaningWithRegistry } from "./facts/tree/registered-objects.ts";
export { isSetFromOutside } from "./facts/tree/set-from-outside.ts";
export { isLikelySlip, slipsFrom, wordsNear } from "./facts/tree/slips.ts";
export { hasPathBeginning, pathsBeginning } from "./facts/tree/source-reader.ts";
export { overridesOf, subclassesOf } from "./facts/tree/subclasses.ts";
export {
  isSaidHereAlone,
  pathsAssigning,
  pathsDefining,
  pathsWithBase,
  pathsWithClass,
  pathsWithWord,
  plainName,
} from "./facts/tree/word-index.ts";

// Texts with placeholders, and what is put into them.

export { brokenText, type FormatArguments, filledWith, formatMisfit } from "./facts/formats/format-fit.ts";
export { percentForComma, renamedKey, valuesOutOfCall } from "./facts/formats/format-fix.ts";
export { isLogCall, isLogger, isLoggerOrLogging } from "./facts/formats/loggers.ts";
export { isText, isTranslation, messageText } from "./facts/formats/message-text.ts";
export { type PercentFormat, readPercentFormat } from "./facts/formats/percent-format.ts";
export { onlyValue, valueAt } from "./facts/formats/value-at.ts";
export { isPutIntoText, takerOf } from "./facts/formats/value-takers.ts";

// What names hold, and on which ways they are bound.

export { neverComesBack, type UnboundRead, unboundReadsOf } from "./facts/names/assignment-flow.ts";
export { identifiersIn } from "./facts/names/bound-below.ts";
export { namesInDoubt } from "./facts/names/bound-first.ts";
export { isPlainIf, isSettled } from "./facts/names/branch-reads.ts";
export {
  builtinExceptionBase,
  canonicalException,
  commonNames,
  python2Names,
} from "./facts/names/builtin-names.ts";
export { builtinMeant } from "./facts/names/builtin-slips.ts";
export { type EmptyStretch, emptyReads, emptyStretches } from "./facts/names/empty-stretches.ts";
export { catches, type ExceptionClass, isBuiltinException } from "./facts/names/exception-classes.ts";
export type { Gap } from "./facts/names/flow-state.ts";
export { isGuarded } from "./facts/names/guarded-reads.ts";
export { bindsInBody, isBoundByItsTry, isInOwnHandler, isLikelyTry } from "./facts/names/handler-reads.ts";
export { mayBeMissing, membersOfImports } from "./facts/names/import-members.ts";
export { libraryAncestors } from "./facts/names/library-exceptions.ts";
export { isAskedAfter, isSearchedFor } from "./facts/names/loop-reads.ts";
export { type MessageFormat, messageFormatOf } from "./facts/names/message-format.ts";
export { freeNames, isRead } from "./facts/names/name-use.ts";
export { objectUse } from "./facts/names/object-use.ts";
export { callsSomething } from "./facts/names/raising.ts";
export { valuesReaching } from "./facts/names/reaching-values.ts";
export { isShadowed } from "./facts/names/shadowed.ts";
export { standardModuleHas, standardModules } from "./facts/names/standard-names.ts";

// Whether a call fits the function that it runs, and which function that may be.

export { isKindAsked } from "./facts/calls/asked-kind.ts";
export { builtinKind } from "./facts/calls/builtin-kind.ts";
export { hasBuiltinMember } from "./facts/calls/builtin-members.ts";
export type { BuiltinKind } from "./facts/calls/builtin-results.ts";
export { accepts, fitCall, passingOf, whyRefused } from "./facts/calls/call-fit.ts";
export {
  type CheckedCall,
  checkedCallsOf,
  openParameters,
} from "./facts/calls/checked-calls.ts";
export { databaseLayer } from "./facts/calls/db-backends.ts";
export { keysGiven } from "./facts/calls/dictionary-keys.ts";
export { functionMeant } from "./facts/calls/function-meant.ts";
export { functionWithParameter } from "./facts/calls/handed-instances.ts";
export { refusesHanded } from "./facts/calls/handed-keywords.ts";
export { calleeOfCall, classOfValue } from "./facts/calls/instances.ts";
export { keepsResult } from "./facts/calls/kept-result.ts";
export { keepsSignature } from "./facts/calls/kept-signature.ts";
export { kinOf, namesakesOf } from "./facts/calls/likely-callees.ts";
export { isTurnedAround, misplacedIn } from "./facts/calls/misplaced-arguments.ts";
export { allCallsEndingIn, callsNamed, type NamedCall } from "./facts/calls/named-calls.ts";
export { namedTupleOf } from "./facts/calls/named-tuples.ts";
export { isOfContainer, refusingNamesakes, registeredNamesakes } from "./facts/calls/namesake-methods.ts";
export { narrowedClass } from "./facts/calls/narrowed-class.ts";
export { isFromOutside } from "./facts/calls/outside-values.ts";
export {
  asksForSignature,
  comesByInheritance,
  misreadCallOf,
  rejectedCallOf,
} from "./facts/calls/override-calls.ts";
export { isDriverCall } from "./facts/calls/override-family.ts";
export {
  calledParameters,
  isPromise,
  isReordered,
  type Override,
  overridesIn,
  takes,
} from "./facts/calls/overrides.ts";
export { givesAsWritten } from "./facts/calls/own-instances.ts";
export type { Misplaced } from "./facts/calls/placed-arguments.ts";
export { promisesKept, shownParameters, takesAnyNumber } from "./facts/calls/promises.ts";
export { isDriverName, isValue } from "./facts/calls/receiver-names.ts";
export { refusedUse } from "./facts/calls/refused-use.ts";
export { givesNone } from "./facts/calls/returned-value.ts";
export { roleMethodsOf } from "./facts/calls/role-callees.ts";
export { isNamedLike, spokenName } from "./facts/calls/spoken-names.ts";

// Libraries from outside the tree: what their modules have had in any release, which calls they take, and what of a
// class can be seen.

export { isAlwaysBelow } from "./facts/libraries/always-below.ts";
export {
  classMakesNoneUnsaid,
  classSight,
  familyLacks,
  familyLacksUnsaid,
  hasSeenMember,
  isOfVersioned,
  isVersioned,
  makesNoneUnsaid,
} from "./facts/libraries/class-sight.ts";
export { importsOfLibraries, lacksName, libraryName } from "./facts/libraries/libraries.ts";
export { libraryAttributes } from "./facts/libraries/library-attributes.ts";
export { inheritedBy, inheritsFromLibraries, libraryBasesOf } from "./facts/libraries/library-bases.ts";
export { shortName } from "./facts/libraries/library-calls.ts";
export type { LibraryClass } from "./facts/libraries/library-class.ts";
export {
  classesBelow,
  lacksMember,
  libraryClassesOf,
  memberIn,
} from "./facts/libraries/library-classes-shelf.ts";
export { libraryMessageKeys } from "./facts/libraries/library-messages.ts";
export type { LibraryModule } from "./facts/libraries/library-module.ts";
export { moduleMeant } from "./facts/libraries/module-meant.ts";
export { neverFits } from "./facts/libraries/never-fits.ts";
export { wantsOther } from "./facts/libraries/other-release.ts";
export { passedByName } from "./facts/libraries/passed-by-name.ts";
export { refusedCallsIn } from "./facts/libraries/refused-calls.ts";
export { isSaidElsewhere } from "./facts/libraries/said-elsewhere.ts";
export { refusedPythonCalls } from "./facts/libraries/standard-calls.ts";

// Options of oslo.config: registered, read, announced.

export { announcedPlace, assignmentOf, placeOfFunction } from "./facts/options/announced-place.ts";
export { type Announcer, announcerFor, announcersOf, unaskedAnnouncers } from "./facts/options/announcers.ts";
export { type AuthKind, authRegistrationsIn } from "./facts/options/auth-registrations.ts";
export { safelyAsked } from "./facts/options/configuration-object.ts";
export { isFromKnownLibrary, isLibraryGrouped, isLibraryOption } from "./facts/options/library-options.ts";
export { isMisspeltOption } from "./facts/options/misspelt-option.ts";
export {
  choicesOf,
  definitionIn,
  definitionOf,
  definitionsIn,
  isOsloConfig,
  keywordsOf,
  type OptionDefinition,
  plainString,
} from "./facts/options/option-definition.ts";
export { listKey } from "./facts/options/option-modules.ts";
export { judgedReads, objectionsIn } from "./facts/options/option-objections.ts";
export { type OptionRead, optionReadAt } from "./facts/options/option-reads.ts";
export type { OptionRegistry, RegisteredList } from "./facts/options/option-registry.ts";
export { optionRegistry } from "./facts/options/options.ts";
export { standsAlone } from "./facts/options/own-process.ts";
export { preparationOf } from "./facts/options/preparation.ts";
export { lostReadsOf } from "./facts/options/program-reads.ts";
export { isRegisteredOnLoad } from "./facts/options/registered-on-load.ts";
export { mayBeCalled, mayName } from "./facts/options/registrars.ts";
export { mayBeOfServices } from "./facts/options/service-options.ts";

// What runs as root: entrypoints, contexts, commands.

export { actOf, namesCalled, questionsOf, sharedChange } from "./facts/privsep/acts.ts";
export {
  becomesRoot,
  commandsAt,
  hasRootwrapFilter,
  takesRootElsewhere,
} from "./facts/privsep/command-runners.ts";
export {
  type CommandFacts,
  commandsOf,
  isRemote,
  namespacedCommandsOf,
  processesAsRoot,
  processesWithoutRoot,
  wrappedCommandsOf,
} from "./facts/privsep/commands.ts";
export { mayBeRoot } from "./facts/privsep/may-be-root.ts";
export { isOddOneOut, sameTool } from "./facts/privsep/odd-commands.ts";
export {
  isCalledBare,
  isCalledOutside,
  isPrivilegedPath,
  runsPrivileged,
} from "./facts/privsep/privileged-callers.ts";
export {
  entrypointAbove,
  entrypointCalls,
  entrypointOf,
  entrypointsOf,
  isEntrypoint,
  isEntrypointDecorator,
} from "./facts/privsep/privsep.ts";
export { initialisesPrivsep, pathToEntrypoint } from "./facts/privsep/reach.ts";
export { helpedCommandsOf } from "./facts/privsep/root-helpers.ts";
export { needsRoot } from "./facts/privsep/root-tools.ts";
export { addsToRootwrap, rootwrapCommands, serviceWithout } from "./facts/privsep/rootwrap.ts";
export { actionsOf } from "./facts/privsep/twins.ts";
export { unserialisable } from "./facts/privsep/unserialisable.ts";

// Locks of oslo.concurrency and of threading: who holds which.

export { asWritten, isOneLock, locksHeld } from "./facts/locks/held-locks.ts";
export { type LockFacts, lockDecorators, lockOf, lockStatements } from "./facts/locks/locks.ts";
export {
  type CallsOnSelf,
  callsOnSelf,
  heldByAll,
  heldByCallers,
  isOfLife,
  isRunFromOutside,
} from "./facts/locks/self-calls.ts";
export {
  ASKING,
  beginningWith,
  isChange,
  isLockByName,
  isNamedForBoth,
  isStub,
} from "./facts/locks/siblings.ts";
export { isTakenBeside, locksBeside } from "./facts/locks/taken-beside.ts";

// Trees, texts and places.

export { answerOf, type SyntaxNode } from "./parse/tree.ts";
export { anyWord } from "./text/any-word.ts";
export { type Edit, insertion } from "./text/edit.ts";
export { LineIndex } from "./text/lines.ts";
export { literally } from "./text/literally.ts";
export { addTo, groupBy } from "./text/multimap.ts";
export { oneLine } from "./text/one-line.ts";
export { hasWord, hasWordOnce, placesOf, placesOfWord } from "./text/places.ts";
export { isInside, type Span } from "./text/span.ts";
export { WIDTH } from "./text/width.ts";
