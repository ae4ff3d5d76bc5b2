import type { ModuleFacts } from "./facts/module.ts";
import type { ProjectFacts } from "./facts/project.ts";
import type { Edit } from "./text/edit.ts";
import type { Span } from "./text/span.ts";

export * from "./facts/assignment-flow.ts";
export { namesInDoubt } from "./facts/bound-first.ts";
export * from "./facts/builtin-names.ts";
export * from "./facts/call-fit.ts";
export type { Argument, CallFacts } from "./facts/calls.ts";
export { argumentsOf, argumentValue } from "./facts/calls.ts";
export * from "./facts/checked-calls.ts";
export type { CommandFacts } from "./facts/commands.ts";
export {
  ASKING_TOOLS,
  asksOnly,
  commandsOf,
  isRemote,
  namespacedCommandsOf,
  needsRoot,
  processesAsRoot,
  wrappedCommandsOf,
} from "./facts/commands.ts";
export type {
  AssignmentFacts,
  Binding,
  ClassFacts,
  Decorator,
  FunctionFacts,
  ImportFacts,
  Parameter,
  Scope,
} from "./facts/definitions.ts";
export { isGuestIn } from "./facts/distribution.ts";
export * from "./facts/exception-classes.ts";
export * from "./facts/format-fit.ts";
export { percentForComma, renamedKey, valuesOutOfCall } from "./facts/format-fix.ts";
export { asWritten, isOneLock, locksHeld } from "./facts/held-locks.ts";
export { loadedFirst, loadedWith, programsOf } from "./facts/import-graph.ts";
export { importsWithin } from "./facts/imports.ts";
export * from "./facts/instances.ts";
export * from "./facts/kept-signature.ts";
export { valueAt } from "./facts/last-value.ts";
export { isLibraryOption } from "./facts/library-options.ts";
export * from "./facts/likely-callees.ts";
export type { LockFacts } from "./facts/locks.ts";
export { lockDecorators, lockOf, lockStatements } from "./facts/locks.ts";
export * from "./facts/misplaced-arguments.ts";
export { isMisspeltOption } from "./facts/misspelt-option.ts";
export type { ModuleFacts } from "./facts/module.ts";
export { isTestPath, lastModule } from "./facts/module-names.ts";
export * from "./facts/name-use.ts";
export { functionsNamed } from "./facts/named-in.ts";
export { refusingNamesakes } from "./facts/namesake-methods.ts";
export { objectUse } from "./facts/object-use.ts";
export type { Objection } from "./facts/option-objections.ts";
export { objectionsIn } from "./facts/option-objections.ts";
export type { OptionRead } from "./facts/option-reads.ts";
export { optionReadAt, optionReadsIn, suspectReads } from "./facts/option-reads.ts";
export type { OptionRegistry, PlacedOptionList, RegisteredList } from "./facts/options.ts";
export { optionRegistry } from "./facts/options.ts";
export * from "./facts/override-calls.ts";
export * from "./facts/overrides.ts";
export { parametersPlace } from "./facts/parameters-place.ts";
export * from "./facts/percent-format.ts";
export {
  entrypointAbove,
  entrypointCalls,
  entrypointOf,
  entrypointsOf,
  isEntrypoint,
  isEntrypointDecorator,
} from "./facts/privsep.ts";
export { programFunctionsOf, scriptsOf } from "./facts/program-functions.ts";
export type {
  Callee,
  Meaning,
  PlacedCall,
  PlacedClass,
  PlacedFunction,
  ProjectFacts,
} from "./facts/project.ts";
export { declaresPython3, runsOnPython3 } from "./facts/python-version.ts";
export type { PrivilegedPath } from "./facts/reach.ts";
export { initialisesPrivsep, pathToEntrypoint } from "./facts/reach.ts";
export { isDriverName, isValue } from "./facts/receiver-names.ts";
export { mayBeCalled } from "./facts/registrars.ts";
export { givesNone } from "./facts/returned-value.ts";
export { roleMethodsOf } from "./facts/role-callees.ts";
export { addsToRootwrap, rootwrapCommands, serviceWithout } from "./facts/rootwrap.ts";
export * from "./facts/self-calls.ts";
export { isChange, isLockByName, isStub } from "./facts/siblings.ts";
export { isSlip } from "./facts/slip.ts";
export { standardNames } from "./facts/standard-names.ts";
export { closingBracket, splitArguments, statementEnd } from "./facts/statement-text.ts";
export * from "./facts/subclasses.ts";
export {
  ancestorOf,
  descendants,
  dottedName,
  fieldsOf,
  firstName,
  nodeAt,
  stringValue,
  withoutParentheses,
} from "./facts/syntax.ts";
export { returnsOf, unserialisable } from "./facts/values.ts";
export * from "./facts/word-index.ts";
export type { SyntaxNode } from "./parse/tree.ts";
export type { Edit } from "./text/edit.ts";
export { oneLine } from "./text/one-line.ts";
export type { Span } from "./text/span.ts";

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

/** One defect at one place of the module under check. */
export interface Finding {
  readonly span: Span;
  /** One sentence for the reader, without line numbers: baselines compare it. */
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  readonly fix?: Fix;
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
  check(context: RuleContext): Iterable<Finding>;
}
