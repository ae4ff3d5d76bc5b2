import type { Binding, Scope } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { dottedName, ownNodes } from "../module/syntax.ts";
import type { PlacedClass, PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { subclassesOf } from "../tree/subclasses.ts";
import { argumentsHandedTo, functionWithParameter, type HandedValue } from "./handed-instances.ts";
import {
  agreeing,
  calleeOfCall,
  classOfValue,
  heldWhenWhole,
  MAX_DEPTH,
  receiverClass,
} from "./instances.ts";
import { classInList } from "./object-fields.ts";
import { oneClass } from "./one-class.ts";
import { givesOwnInstance } from "./own-instances.ts";

/** The class of what a name is bound to by something else than an assignment: a parameter, a loop, `with … as`. */
export function classOfOtherBinding(
  project: ProjectFacts,
  module: ModuleFacts,
  binding: Binding,
  scope: Scope,
  depth: number,
): PlacedClass | undefined {
  return (
    classOfAnnotation(project, module, binding, scope) ??
    classGoneThrough(project, module, binding, depth) ??
    classEntered(project, module, binding, depth) ??
    classHandedTo(project, module, binding, depth)
  );
}

/** The class that a parameter's annotation names. */
function classOfAnnotation(
  project: ProjectFacts,
  module: ModuleFacts,
  binding: Binding,
  scope: Scope,
): PlacedClass | undefined {
  if (binding.kind !== "other") return undefined;
  const parameter = binding.node.type.startsWith("typed") ? binding.node : undefined;
  const annotation = parameter?.field("type");
  const named = annotation && dottedName(annotation.namedChildren[0]);
  if (!named) return undefined;
  const meaning = project.meaningOf(module, named, scope.parent ?? module.scope);
  return meaning.kind === "class" ? meaning : undefined;
}

/** The class of a loop's variable: that of what a list of versioned objects holds. */
function classGoneThrough(
  project: ProjectFacts,
  module: ModuleFacts,
  { node }: Binding,
  depth: number,
): PlacedClass | undefined {
  const loop = node.parent;
  const isVariable =
    loop?.type === "for_statement" && node.fieldName === "left" && node.type === "identifier";
  const list = isVariable ? loop.field("right") : null;
  if (list?.type === "attribute") {
    const object = list.field("object");
    const holder = object && classOfValue(project, module, object, depth + 1);
    if (holder) return classInList(project, holder, list.field("attribute")?.text);
  }
  const placed = list && classOfValue(project, module, list, depth + 1);
  return placed ? classInList(project, placed) : undefined;
}

/** The class of `name` in `with make() as name`: what `__enter__` gives, or what a function made a context manager yields. */
function classEntered(
  project: ProjectFacts,
  module: ModuleFacts,
  { node }: Binding,
  depth: number,
): PlacedClass | undefined {
  const target = node.parent;
  const entered =
    target?.type === "as_pattern_target" && node.type === "identifier"
      ? target.parent?.namedChildren[0]
      : null;
  if (entered?.type !== "call") return undefined;
  const placed = classOfValue(project, module, entered, depth + 1);
  if (placed) {
    const method = project.findMethod(placed, "__enter__");
    return method && givesOwnInstance(project, method) ? placed : undefined;
  }
  const callee = entered.field("function");
  const made = callee ? calleeOfCall(project, module, callee, depth + 1) : undefined;
  return made && classYielded(project, made, depth + 1);
}

/** The class of all that a function yields which `contextlib.contextmanager` decorates, and nothing else. */
function classYielded(
  project: ProjectFacts,
  { module, function: facts }: PlacedFunction,
  depth: number,
): PlacedClass | undefined {
  const [only, ...more] = facts.decorators;
  if (more.length > 0 || !/(^|\.)contextmanager$/.test(only?.name ?? "")) return undefined;
  return heldWhenWhole(project, facts, "class yielded", depth, () => {
    const values = [...ownNodes(facts.node)]
      .filter(({ type }) => type === "yield")
      .map((node) => node.namedChildren[0]);
    const known = values.filter((value) => value !== undefined);
    return known.length === values.length ? agreeing(project, module, known, depth + 1) : undefined;
  });
}

/** The class of what every call hands to a parameter. */
function classHandedTo(
  project: ProjectFacts,
  module: ModuleFacts,
  binding: Binding,
  depth: number,
): PlacedClass | undefined {
  const facts = depth > MAX_DEPTH / 3 ? undefined : functionWithParameter(module, binding);
  if (!facts || binding.kind !== "other" || FROM_OUTSIDE.test(binding.name)) return undefined;
  const { name } = binding;
  return heldWhenWhole(project, facts, `handed ${name}`, depth, () => {
    const given = argumentsHandedTo(project, { module, function: facts }, name);
    return oneClass(withoutNone(given), (handed) => handed && classOfHanded(project, handed, depth + 2));
  });
}

function* withoutNone(given: Iterable<HandedValue | undefined>): Generator<HandedValue | undefined> {
  for (const handed of given) if (handed?.value.type !== "none") yield handed;
}

/** What one function hands to the next, from the framework on: to follow it leads nowhere. */
const FROM_OUTSIDE = /^(self|cls|e|ex|exc|context|ctxt|ctx|cnxt|req|request|session|\w*args|conf|config)$/;

/** The class of what is handed over; none where `self` may be one of a class below. */
function classOfHanded(
  project: ProjectFacts,
  { module, value }: HandedValue,
  depth: number,
): PlacedClass | undefined {
  const own = receiverClass(project, module, value);
  if (!own) return classOfValue(project, module, value, depth);
  return subclassesOf(project, own).length === 0 ? own : undefined;
}
