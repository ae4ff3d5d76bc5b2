import type { CallFacts } from "../module/calls.ts";
import type { ModuleFacts } from "../module/module.ts";
import { lastModule } from "../module/module-names.ts";
import { functionsNamed } from "../module/named-in.ts";
import { memberIsMethod } from "../tree/class-members.ts";
import { definitionsNamed } from "../tree/definitions-named.ts";
import type { PlacedClass, PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { isRegistered } from "../tree/registered-objects.ts";
import { overridesOf } from "../tree/subclasses.ts";
import { pathsDefining, pathsWithClass, plainName } from "../tree/word-index.ts";
import { accepts, passingOf } from "./call-fit.ts";
import { keepsSignature } from "./kept-signature.ts";
import { isFromOutside } from "./outside-values.ts";
import { calledParameters } from "./overrides.ts";
import { isAnybodysName } from "./receiver-names.ts";
import { isOpenValue } from "./role-callees.ts";

/**
 * The methods that a call on a value can be meant for which goes by the name of its class, if none of them takes it:
 * `provider_tree` of `ProviderTree`, `instance` of the registered object `Instance`. Those of the classes below it are
 * among them.
 *
 * None where the value's class is known, where a class of the name lacks the method or may have it from outside, and where
 * a name of one word, which is anybody's, has another method in the tree that takes the call.
 */
export function refusingNamesakes(
  project: ProjectFacts,
  module: ModuleFacts,
  call: CallFacts,
  takes: (method: PlacedFunction) => boolean,
): readonly PlacedFunction[] {
  const [name = "", part = ""] = call.name?.split(".").reverse() ?? [];
  const spelling = classSpelling(project, part);
  if (spelling === "" || isOfContainer(name) || pathsDefining(project, name).length === 0) return [];
  const { classes, others, isSure } = classesSpelt(project, spelling);
  const methods = project.once(`methods of ${spelling} ${name}`, () => methodsOfAll(project, classes, name));
  // what is asked of the call costs more than what is asked of the methods
  if (methods.length === 0 || methods.some(takes) || isFunctionOf(project, spelling, name)) return [];
  if (isSure ? !mayBeObject(module, call, spelling) : isTakenBySome(project, call, name)) return [];
  if (others.some((placed) => methodsOfClass(project, placed, name).some(takes))) return [];
  if (!isOpenValue(project, module, call) || isTakenByKeeper(project, spelling, name, takes)) return [];
  return isFromOutside(project, module, call.callee.field("object")) ? [] : methods;
}

/** Whether a class named after this one, `DoorManager` for `Door`, takes the call: what keeps things may go by their name. */
function isTakenByKeeper(
  project: ProjectFacts,
  spelling: string,
  name: string,
  takes: (method: PlacedFunction) => boolean,
): boolean {
  const kept = plainName(spelling);
  for (const method of definitionsNamed(project, name)) {
    const owner = plainName(method.function.owner?.name ?? "");
    if (owner !== kept && owner.startsWith(kept) && takes(method)) return true;
  }
  return false;
}

/** Whether a module that goes by the same name has such a function: those who hand it on give it its name. */
function isFunctionOf(project: ProjectFacts, spelling: string, name: string): boolean {
  return pathsDefining(project, name).some((path) => {
    const module = lastModule(path) === spelling ? project.module(path) : undefined;
    return module !== undefined && functionsNamed(module, name).some(({ owner }) => !owner);
  });
}

/** How a class is spelt that a value's name may stand for; empty where the tree has none. A look-up for all but the first. */
function classSpelling(project: ProjectFacts, part: string): string {
  const known = project.onceOfTexts("spellings of classes", () => new Map<string, string>());
  let spelling = known.get(part);
  if (spelling === undefined) {
    spelling = /^(context|ctxt|ctx|cnxt)$/.test(part) ? "request_context" : part.replace(/^_+/, "");
    const mayBe =
      /^[a-z]\w{3,}$/.test(spelling) && !/(api|client)$/.test(spelling) && !isAnybodysName(spelling);
    if (!mayBe || pathsWithClass(project, spelling).length === 0) spelling = "";
    known.set(part, spelling);
  }
  return spelling;
}

/** The objects that register themselves under the name that a value goes by: `Instance` for `instance`. */
export function registeredNamesakes(project: ProjectFacts, part: string): readonly PlacedClass[] {
  const spelling = classSpelling(project, part);
  const classes = spelling === "" ? [] : classesSpelt(project, spelling).classes;
  return classes.filter((placed) => isRegistered(project, placed));
}

/** Whether a name is one of the methods that dictionaries, lists, sets and files have. */
export function isOfContainer(name: string): boolean {
  return /^(get|pop|update|items|keys|values|add|append|extend|remove|discard|clear|copy|setdefault|insert|index|count|sort|reverse|read|write|close|flush|__\w+__)$/.test(
    name,
  );
}

/**
 * Whether a name stands for an instance of its class: a part of something else that goes by one word may be anything, and what
 * works on the database's models gives these the names of objects.
 */
function mayBeObject({ path, text }: ModuleFacts, { callee }: CallFacts, spelling: string): boolean {
  if (!spelling.includes("_") && callee.field("object")?.type !== "identifier") return false;
  return !isOfDatabase({ path, text });
}

function isOfDatabase({ path, text }: Pick<ModuleFacts, "path" | "text">): boolean {
  return path.includes("sqlalchemy") || /^[ \t]*(from|import) [\w.]*sqlalchemy/m.test(text);
}

interface Spelt {
  readonly classes: readonly PlacedClass[];
  /** Of the same name and no objects that register themselves, which the value may be as well. */
  readonly others: readonly PlacedClass[];
  /** Whether the name says enough: two words, or objects that register themselves under it. */
  readonly isSure: boolean;
}

function classesSpelt(project: ProjectFacts, spelling: string): Spelt {
  return project.once(`classes spelt ${spelling}`, () => {
    const classes = pathsWithClass(project, spelling).flatMap((path) => {
      const module = project.module(path);
      return (module?.classes ?? []).flatMap((facts) =>
        module && plainName(facts.name) === plainName(spelling) ? [{ module, class: facts }] : [],
      );
    });
    // the models of the database have the names of objects
    const registered = classes.filter((placed) => isRegistered(project, placed));
    const others = classes.filter((placed) => !registered.includes(placed) && !isOfDatabase(placed.module));
    if (registered.length > 0) return { classes: registered, others, isSure: true };
    return { classes, others: [], isSure: /[a-z]_[a-z]/.test(spelling) && spelling !== "request_context" };
  });
}

function methodsOfAll(
  project: ProjectFacts,
  classes: readonly PlacedClass[],
  name: string,
): readonly PlacedFunction[] {
  const methods = classes.map((placed) => methodsOfClass(project, placed, name));
  return methods.every((found) => found.length > 0) ? methods.flat() : [];
}

function methodsOfClass(project: ProjectFacts, placed: PlacedClass, name: string): readonly PlacedFunction[] {
  const method = memberIsMethod(project, placed, name) ? project.findMethod(placed, name) : undefined;
  const all = method ? [method, ...overridesOf(project, placed, name)] : [];
  return all.every((one) => keepsSignature(project, one)) ? all : [];
}

function isTakenBySome(project: ProjectFacts, call: CallFacts, name: string): boolean {
  const passing = passingOf(call);
  for (const placed of definitionsNamed(project, name)) {
    const { owner, parameters } = placed.function;
    if (accepts(owner ? calledParameters(placed) : parameters, passing)) return true;
  }
  return false;
}
