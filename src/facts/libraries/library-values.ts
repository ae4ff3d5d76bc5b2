import type { SyntaxNode } from "../../parse/tree.ts";
import { argumentsOf } from "../module/calls.ts";
import type { Binding } from "../module/definitions.ts";
import { bindingsUnderGlobal, isGlobalStatement } from "../module/global-bindings.ts";
import type { ModuleFacts } from "../module/module.ts";
import { firstPart } from "../module/module-names.ts";
import { hasOwnMember, memberValues, selfAssignments } from "../tree/class-members.ts";
import { isGivenFromOutside } from "../tree/given-members.ts";
import type { PlacedClass, ProjectFacts } from "../tree/project.ts";
import { receiverClass } from "../tree/receiver.ts";
import { subclassesOf } from "../tree/subclasses.ts";
import { importsOfLibraries } from "./libraries.ts";
import type { LibraryClass } from "./library-class.ts";
import { classesGiven, classesMade } from "./library-classes-shelf.ts";

const NONE: readonly LibraryClass[] = [];
const MAX_DEPTH = 6;

/**
 * The classes of a library of which an expression's value certainly is an object, one for each way in which releases make
 * it; none where that is not certain. What everything that gives the value says must agree; `None` stands in for "not yet".
 */
export function libraryClassesOfValue(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
  depth = 0,
): readonly LibraryClass[] {
  if (depth > MAX_DEPTH) return NONE;
  switch (node.type) {
    case "call":
      return ofCall(project, module, node, depth);
    case "identifier":
      return ofName(project, module, node, depth);
    case "attribute":
      return ofOwnAttribute(project, module, node, depth);
    case "parenthesized_expression": {
      const inner = node.namedChildren[0];
      return inner ? libraryClassesOfValue(project, module, inner, depth) : NONE;
    }
    default:
      return NONE;
  }
}

function ofCall(
  project: ProjectFacts,
  module: ModuleFacts,
  call: SyntaxNode,
  depth: number,
): readonly LibraryClass[] {
  const callee = call.field("function");
  if (!callee) return NONE;
  const meaning = project.meaning(module, callee);
  if (meaning.kind === "external")
    return isOwnTrees(project, meaning.name)
      ? NONE
      : classesMade(meaning.name, (parameter) => mayGive(call, parameter));
  const object = callee.type === "attribute" && meaning.kind === "unknown" ? callee.field("object") : null;
  const holders = object ? libraryClassesOfValue(project, module, object, depth + 1) : NONE;
  return holders.length > 0 ? classesGiven(holders, callee.field("attribute")?.text ?? "") : NONE;
}

/** Whether a call gives a parameter: by its name, a splat, or as one of many. */
function mayGive(call: SyntaxNode, parameter: string): boolean {
  const passed = argumentsOf(call);
  return (
    passed.filter(({ kind }) => kind === "positional").length > 2 ||
    passed.some((one) => one.kind.endsWith("splat") || (one.kind === "keyword" && one.name === parameter))
  );
}

/** A library that is in the tree is read there. */
function isOwnTrees(project: ProjectFacts, dotted: string): boolean {
  return project.pathOf(firstPart(dotted)) !== undefined;
}

function ofName(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
  depth: number,
): readonly LibraryClass[] {
  const found = module.lookup(node.text, module.scopeAt(node));
  if (!found || found.scope.kind === "class") return NONE;
  const { bindings } = found;
  const isGlobal = found.scope.kind === "module" || bindings.some(isGlobalStatement);
  return agreed(isGlobal ? bindingsOfGlobal(module, node.text) : bindings, project, module, depth);
}

/** What the module's block and its functions under `global NAME` give a name. */
function bindingsOfGlobal(module: ModuleFacts, name: string): readonly Binding[] {
  return [...(module.scope.bindings.get(name) ?? []), ...bindingsUnderGlobal(module, name)];
}

function agreed(
  bindings: readonly Binding[],
  project: ProjectFacts,
  module: ModuleFacts,
  depth: number,
): readonly LibraryClass[] {
  return inAgreement(
    bindings.map((binding) => ({ module, value: binding.kind === "assignment" ? binding.value : null })),
    project,
    depth,
  );
}

interface Given {
  readonly module: ModuleFacts;
  readonly value: SyntaxNode | null;
}

function inAgreement(given: readonly Given[], project: ProjectFacts, depth: number): readonly LibraryClass[] {
  let all: readonly LibraryClass[] | undefined;
  for (const { module, value } of given) {
    if (value?.type === "none") continue;
    const classes = value ? libraryClassesOfValue(project, module, value, depth + 1) : NONE;
    if (classes.length === 0) return NONE;
    if (all && (all.length !== classes.length || !all.every((one) => classes.includes(one)))) return NONE;
    all = classes;
  }
  return all ?? NONE;
}

function ofOwnAttribute(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
  depth: number,
): readonly LibraryClass[] {
  const object = node.field("object");
  const name = node.field("attribute")?.text ?? "";
  const holder = object ? receiverClass(project, module, object) : undefined;
  if (!holder || !isNamedByLibraries(project, module, holder, name)) return NONE;
  return project.onceFor(holder.class, `library's ${name}`, () => {
    const classes = inAgreement([...memberValues(project, holder, name)], project, depth);
    return classes.length === 0 || isGivenElsewhere(project, holder, name) ? NONE : classes;
  });
}

/** Asked first, as it costs nothing: something that the class or a base of it calls is a library's. */
function isNamedByLibraries(
  project: ProjectFacts,
  module: ModuleFacts,
  holder: PlacedClass,
  name: string,
): boolean {
  if (selfAssignments(module, name).length > 0) return importsOfLibraries(project, module).length > 0;
  return project
    .classOrder(holder)
    .classes.some(
      (one) =>
        selfAssignments(one.module, name).length > 0 && importsOfLibraries(project, one.module).length > 0,
    );
}

function isGivenElsewhere(project: ProjectFacts, holder: PlacedClass, name: string): boolean {
  return (
    isGivenFromOutside(project, holder, name) ||
    subclassesOf(project, holder).some((below) => hasOwnMember(below, name))
  );
}
