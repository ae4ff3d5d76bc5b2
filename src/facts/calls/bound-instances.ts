import type { Binding, Scope } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { PlacedClass, PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { receiverClass } from "../tree/receiver.ts";
import { subclassesOf } from "../tree/subclasses.ts";
import { classSaid } from "./annotated-class.ts";
import { type ClassSearch, MAX_DEPTH } from "./class-search.ts";
import { classExposed } from "./exposed-instances.ts";
import { argumentsHandedTo, functionWithParameter, type HandedValue } from "./handed-instances.ts";
import { classGoneThrough } from "./iterated-instances.ts";
import { oneClass } from "./one-class.ts";
import { givesOwnInstance, valuesYielded } from "./own-instances.ts";

/** The class of what a name is bound to by something else than an assignment: a parameter, a loop, `with … as`. */
export function classOfOtherBinding(
  search: ClassSearch,
  module: ModuleFacts,
  binding: Binding,
  scope: Scope,
): PlacedClass | undefined {
  return (
    classOfAnnotation(search.project, module, binding, scope) ??
    classOfVariable(search, module, binding) ??
    classEntered(search, module, binding) ??
    classExposed(search.project, module, binding) ??
    classHandedTo(search, module, binding)
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
  const said = binding.node.type.startsWith("typed") ? binding.node.field("type") : null;
  return said ? classSaid(project, module, said, scope.parent ?? module.scope) : undefined;
}

/** The class of a loop's variable. */
function classOfVariable(
  search: ClassSearch,
  module: ModuleFacts,
  binding: Binding,
): PlacedClass | undefined {
  const loop = binding.node.parent;
  return binding.kind === "other" && loop?.type === "for_statement"
    ? classGoneThrough(search, module, loop, binding.name)
    : undefined;
}

/** The class of `name` in `with make() as name`: what `__enter__` gives, or what a function made a context manager yields. */
function classEntered(search: ClassSearch, module: ModuleFacts, { node }: Binding): PlacedClass | undefined {
  const target = node.parent;
  const entered = target?.type === "as_pattern_target" ? target.parent?.namedChildren[0] : null;
  if (entered?.type !== "call") return undefined;
  const placed = search.next.classOf(module, entered);
  if (placed) {
    const method = search.project.findMethod(placed, "__enter__");
    return method && givesOwnInstance(search.project, method) ? placed : undefined;
  }
  const callee = entered.field("function");
  const made = callee ? search.next.calleeOf(module, callee) : undefined;
  return made && classYielded(search.next, made);
}

/** The class of all that a function yields which `contextlib.contextmanager` decorates, and nothing else. */
function classYielded(
  search: ClassSearch,
  { module, function: facts }: PlacedFunction,
): PlacedClass | undefined {
  const [only, ...more] = facts.decorators;
  if (more.length > 0 || !/(^|\.)contextmanager$/.test(only?.name ?? "")) return undefined;
  return search.onceWhenWhole(facts, "class yielded", () =>
    search.next.classOfAll(module, valuesYielded(facts)),
  );
}

/** The class of what every call hands to a parameter. */
function classHandedTo(search: ClassSearch, module: ModuleFacts, binding: Binding): PlacedClass | undefined {
  const facts = search.depth > MAX_DEPTH / 3 ? undefined : functionWithParameter(module, binding);
  if (!facts || binding.kind !== "other" || FROM_OUTSIDE.test(binding.name)) return undefined;
  const { name } = binding;
  return search.onceWhenWhole(facts, `handed ${name}`, () => {
    const given = argumentsHandedTo(search.project, { module, function: facts }, name);
    return oneClass(withoutNone(given), (handed) => handed && classOfHanded(search.next.next, handed));
  });
}

function* withoutNone(given: Iterable<HandedValue | undefined>): Generator<HandedValue | undefined> {
  for (const handed of given) if (handed?.value.type !== "none") yield handed;
}

/** What one function hands to the next, from the framework on: to follow it leads nowhere. */
const FROM_OUTSIDE = /^(self|cls|e|ex|exc|context|ctxt|ctx|cnxt|req|request|session|\w*args|conf|config)$/;

/** The class of what is handed over; none where `self` may be one of a class below. */
function classOfHanded(search: ClassSearch, { module, value }: HandedValue): PlacedClass | undefined {
  const own = receiverClass(search.project, module, value);
  if (!own) return search.classOf(module, value);
  return subclassesOf(search.project, own).length === 0 ? own : undefined;
}
