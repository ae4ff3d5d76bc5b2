import type { SyntaxNode } from "../../parse/tree.ts";
import { type Argument, argumentsOf } from "../module/calls.ts";
import type { Binding, FunctionFacts } from "../module/definitions.ts";
import { isGlobalStatement } from "../module/global-bindings.ts";
import { ownNodes } from "../module/syntax.ts";
import { leavesInstances } from "../tree/metaclass.ts";
import type { Callee, PlacedClass, PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { isClassMethod, isStatic, isSuperCall } from "../tree/receiver.ts";
import { overridesOf } from "../tree/subclasses.ts";
import { keepsResult } from "./kept-result.ts";
import { makesWhatIsCalled } from "./own-new.ts";

const MAX_DEPTH = 5;

/**
 * Whether a method gives an instance of the class it is called on, or of that of the object it is called on, wherever it gives
 * anything: `return cls()`, `return self`, `return cls._filled(cls(), row)` where `_filled(thing, row)` gives `thing` back.
 */
export function givesOwnInstance(project: ProjectFacts, method: PlacedFunction, depth = 0): boolean {
  const { module, function: facts } = method;
  if (depth > MAX_DEPTH || !facts.owner || facts.enclosing || facts.isAsync || !isReadable(facts))
    return false;
  const holder = { module, class: facts.owner };
  const judge = () => {
    const values = valuesReturned(facts);
    return values?.every((value) => isOwn(project, holder, method, value, depth)) ?? false;
  };
  return depth === 0 ? project.onceFor(facts, "gives own instance", judge) : judge();
}

/** Decorators that give what the method gives. */
function isReadable({ decorators }: FunctionFacts): boolean {
  return decorators.every(({ name }) =>
    /(^|\.)(classmethod|remotable_classmethod|remotable|staticmethod)$/.test(name ?? ""),
  );
}

/** Whether a call gives what is written in the function: nothing changes it on the way, and no class below has another. */
export function givesAsWritten(project: ProjectFacts, callee: Callee): boolean {
  const { function: facts, class: owner } = callee;
  if (facts.isAsync || facts.enclosing || facts.name === "__init__") return false;
  if (!keepsResult(project, callee)) return false;
  return !owner || overridesOf(project, owner, facts.name).length === 0;
}

/** What a function gives, but for None; `undefined` where it yields or gives nothing. */
export function valuesReturned(facts: FunctionFacts): readonly SyntaxNode[] | undefined {
  const values: SyntaxNode[] = [];
  for (const node of ownNodes(facts.node)) {
    if (node.type === "yield") return undefined;
    const value = node.type === "return_statement" ? node.namedChildren[0] : undefined;
    if (value && value.type !== "none") values.push(value);
  }
  return values.length > 0 ? values : undefined;
}

/** What a generator gives one by one; what `yield` hands on of others, or receives, stands for itself. */
export function valuesYielded({ node }: FunctionFacts): readonly SyntaxNode[] {
  return [...ownNodes(node)].flatMap((one) => (one.type === "yield" ? (one.namedChildren[0] ?? one) : []));
}

function isOwn(
  project: ProjectFacts,
  holder: PlacedClass,
  method: PlacedFunction,
  value: SyntaxNode,
  depth: number,
): boolean {
  const { function: facts } = method;
  const receiver = facts.parameters[0]?.name;
  if (value.type === "identifier") {
    if (value.text === receiver) return isMethod(facts) && facts.scope.bindings.get(receiver)?.length === 1;
    // `global ONLY`: the one instance that a module keeps
    const given = (facts.scope.bindings.get(value.text) ?? []).filter((one) => !isGlobalStatement(one));
    return given.length > 0 && given.every((binding) => isOwnGiven(project, holder, method, binding, depth));
  }
  const callee = value.type === "call" ? value.field("function") : null;
  if (!callee) return false;
  if (callee.text === receiver) return isClassMethod(facts);
  const passed = argumentsOf(value);
  if (/(^|\.)obj_make_list$/.test(callee.text)) {
    const list = passed[1];
    return list?.kind === "positional" && isOwn(project, holder, method, list.value, depth + 1);
  }
  const object = callee.field("object");
  const isAbove = isSuperCall(object);
  if (callee.type !== "attribute" || !(isAbove || object?.text === receiver)) return false;
  const called = isAbove
    ? project.calleeOf(method.module, callee)
    : project.findMethod(holder, callee.field("attribute")?.text ?? "");
  if (!called) return false;
  if (givesOwnInstance(project, called, depth + 1)) return true;
  const argument = argumentGivenBack(called.function, passed);
  return argument !== undefined && isOwn(project, holder, method, argument, depth + 1);
}

function isOwnGiven(
  project: ProjectFacts,
  holder: PlacedClass,
  method: PlacedFunction,
  binding: Binding,
  depth: number,
): boolean {
  if (binding.kind !== "assignment" || !binding.value || depth > MAX_DEPTH) return false;
  return binding.value.type === "none" || isOwn(project, holder, method, binding.value, depth + 1);
}

/** The argument that a function gives back as it is: that for `thing` where it says `return thing` and nothing else. */
function argumentGivenBack(facts: FunctionFacts, passed: readonly Argument[]): SyntaxNode | undefined {
  const values = valuesReturned(facts) ?? [];
  const name = values[0]?.text ?? "";
  if (!values.every(({ type, text }) => type === "identifier" && text === name)) return undefined;
  const at = facts.parameters.findIndex((parameter) => parameter.name === name);
  if (at < 0 || facts.scope.bindings.get(name)?.length !== 1) return undefined;
  const place = at - (isStatic(facts) ? 0 : 1);
  const isPlain = passed.slice(0, place + 1).every(({ kind }) => kind === "positional");
  return isPlain ? passed[place]?.value : undefined;
}

/** Its first parameter is an object. */
function isMethod(facts: FunctionFacts): boolean {
  return !isClassMethod(facts) && !isStatic(facts);
}

/** Whether `C()` gives an instance of `C`: no `__new__` and no metaclass gives anything else. */
export function makesOwnInstances(project: ProjectFacts, placed: PlacedClass): boolean {
  return project.classOrder(placed).classes.every((one) => {
    const maker = one.class.methods.get("__new__");
    if (maker && !makesWhatIsCalled(maker)) return false;
    return leavesInstances(project, one);
  });
}
