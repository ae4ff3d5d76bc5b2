import type { SyntaxNode } from "../../parse/tree.ts";
import { literally } from "../../text/literally.ts";
import { type Argument, argumentsOf } from "../module/calls.ts";
import type { FunctionFacts, Parameter } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { descendants, dottedName } from "../module/syntax.ts";

/** What a decorator does with the arguments: hands on all, takes or gives some of its own, or cannot be read. */
export type Handing = "all" | "changed" | "unseen";

/**
 * Reads a decorator, or a factory of one, that is written in the tree. It hands on all when every inner call with
 * `*args, **kwargs` of a name that an enclosing function takes as a parameter repeats the parameters of the function
 * around it, or when there is no inner function with parameters of its own kind at all.
 */
export function readHanding(module: ModuleFacts, decorator: FunctionFacts): Handing {
  const inner = functionsBelow(module, decorator);
  let isSeen = false;
  // a wrapper that hands on whatever comes says so with a star
  for (const wrapper of decorator.node.text.includes("*") ? inner : [])
    for (const call of forwardingCalls(wrapper)) {
      const handing = handingByCall(wrapper, call, decorator);
      if (handing === "changed" || handing === "unseen") return handing;
      isSeen ||= handing === "all";
    }
  if (isSeen) return "all";
  return handsBack(decorator, inner) ? "all" : "unseen";
}

/** What one call within a decorator says; undefined for a call that does not run what is decorated. */
function handingByCall(
  wrapper: FunctionFacts,
  call: SyntaxNode,
  decorator: FunctionFacts,
): Handing | undefined {
  const callee = dottedName(call.field("function"));
  const isOfPackage = isWrapperOfPackage(wrapper) && callee === wrapper.parameters[0]?.name;
  if (isOfPackage && !repeatsParameters(wrapper.parameters.slice(1), argumentsOf(call))) return "unseen";
  const isHandedOn = !isOfPackage && handsOnFunction(wrapper, call, decorator);
  const decorated =
    callee && isParameterAbove(wrapper, callee, decorator) && !isFactorysOwn(wrapper, callee, decorator)
      ? callee
      : undefined;
  if ((isHandedOn || decorated) && changesArguments(wrapper, call)) return "changed";
  if (decorated && !repeatsParameters(takenBy(wrapper, decorated), argumentsOf(call))) return "unseen";
  return isOfPackage || isHandedOn || decorated ? "all" : undefined;
}

/** The functions that stand in another one, at any depth. */
export function functionsBelow(module: ModuleFacts, outer: FunctionFacts): readonly FunctionFacts[] {
  return module.functions.filter((facts) => isBelow(facts, outer));
}

function isBelow(facts: FunctionFacts, outer: FunctionFacts): boolean {
  for (let at = facts.enclosing; at; at = at.enclosing) if (at === outer) return true;
  return false;
}

function* forwardingCalls(wrapper: FunctionFacts): Generator<SyntaxNode> {
  const body = wrapper.node.field("body");
  if (!body) return;
  const enter = (node: SyntaxNode) => node.type !== "function_definition";
  for (const node of descendants(body, enter)) if (node.type === "call") yield node;
}

/** Whether a name is a parameter of a function around the wrapper, up to the decorator: what is decorated goes by one. */
export function isParameterAbove(wrapper: FunctionFacts, name: string, decorator: FunctionFacts): boolean {
  for (let at = wrapper.enclosing; at; at = at.enclosing) {
    if (at.parameters.some((parameter) => parameter.name === name)) return true;
    if (at === decorator) return false;
  }
  return false;
}

/** A function that a factory is given to use, as `get_notifier()`, is not what is decorated: that comes one level below. */
function isFactorysOwn(wrapper: FunctionFacts, name: string, factory: FunctionFacts): boolean {
  let [at, isBetween] = [wrapper.enclosing, false];
  for (; at && at !== factory; at = at.enclosing) {
    if (isParameterOf(at, name)) return false;
    isBetween ||= at.parameters.length === 1;
  }
  return isBetween;
}

function isParameterOf(facts: FunctionFacts | null, name: string): boolean {
  return facts?.parameters.some((parameter) => parameter.name === name) ?? false;
}

/** `@decorator.decorator def wrapper(f, *args, **kwargs)`: that package gives the wrapper the parameters of `f`. */
export function isWrapperOfPackage({ decorators }: FunctionFacts): boolean {
  return decorators.some(({ name }) => name === "decorator.decorator" || name === "decorator");
}

/** `retrying(f, *args, **kwargs)` and `retrying(f)(*args, **kwargs)`: another runs the function with all that came. */
function handsOnFunction(wrapper: FunctionFacts, call: SyntaxNode, decorator: FunctionFacts): boolean {
  const callee = call.field("function");
  const isHanded = (value: SyntaxNode | undefined) =>
    value?.type === "identifier" && isParameterAbove(wrapper, value.text, decorator);
  const [first, ...rest] = argumentsOf(call);
  if (!first || !wrapper.parameters.some(({ kind }) => kind.startsWith("var-"))) return false;
  if (callee?.type === "call" && isHanded(argumentsOf(callee)[0]?.value))
    return repeatsParameters(wrapper.parameters, [first, ...rest]);
  return isHanded(first.value) && repeatsParameters(wrapper.parameters, rest);
}

/** What came in: a wrapper's inner function without parameters (`def locked(): return f(*args)`) hands on the wrapper's. */
function takenBy(wrapper: FunctionFacts, callee: string): readonly Parameter[] {
  let at = wrapper;
  while (at.parameters.length === 0 && at.enclosing && !isParameterOf(at.enclosing, callee))
    at = at.enclosing;
  return at.parameters;
}

/** `kwargs.pop('recover', None)` before the call: the wrapper takes or gives keywords of its own. */
function changesArguments({ node, parameters }: FunctionFacts, call: SyntaxNode): boolean {
  const before = node.text.slice(0, call.start - node.start);
  return parameters.some(
    ({ name, kind }) =>
      kind.startsWith("var-") &&
      new RegExp(
        `\\b${literally(name)}\\.(pop|update|setdefault)\\(|\\b${literally(name)}(\\[[^\\]\\n]+\\])?\\s*=[^=]|\\bdel ${literally(name)}\\[`,
      ).test(before),
  );
}

/** `def w(self, *a, **k): f(self, *a, **k)`: the call passes just what the wrapper took, and gives nothing of its own. */
function repeatsParameters(parameters: readonly Parameter[], given: readonly Argument[]): boolean {
  if (parameters.some(({ defaultValue }) => defaultValue !== null)) return false;
  const passed = given.map((argument) => {
    const mark = argument.kind === "splat" ? "*" : argument.kind === "double-splat" ? "**" : "";
    return mark + argument.value.text;
  });
  const taken = parameters.map(({ name, kind }) => {
    const mark = kind === "var-positional" ? "*" : kind === "var-keyword" ? "**" : "";
    return mark + name;
  });
  return taken.some((name) => name.startsWith("*")) && passed.join() === taken.join();
}

/** Whether a decorator, or a factory of one, gives the function itself, after noting it somewhere. */
export function handsBack(decorator: FunctionFacts, inner: readonly FunctionFacts[]): boolean {
  return handsBackFunction(decorator) || registersOnly(decorator, inner);
}

/**
 * A decorator that returns the function it was given, after noting it somewhere, be it in some cases only: who calls what it gives
 * in the others must do so with the same arguments.
 */
function handsBackFunction(decorator: FunctionFacts): boolean {
  const first = decorator.parameters[0]?.name;
  return (
    first !== undefined &&
    decorator.scope.bindings.get(first)?.length === 1 &&
    returnedBy(decorator.node).some((value) => value?.text === first)
  );
}

/** A factory whose inner decorator returns the function itself: `def noted_as(name): def note(func): …; return func`. */
function registersOnly(factory: FunctionFacts, inner: readonly FunctionFacts[]): boolean {
  const only = inner.length === 1 ? inner[0] : undefined;
  return only?.enclosing === factory && handsBackFunction(only) && returnsOnly(factory, only.name);
}

function returnsOnly({ node }: FunctionFacts, name: string): boolean {
  return returnedBy(node).every((value) => value?.text === name);
}

/** What the return statements of a function give, those of functions in it left out. */
export function returnedBy(node: SyntaxNode): readonly (SyntaxNode | undefined)[] {
  const body = node.field("body");
  const enter = (inner: SyntaxNode) => inner.type !== "function_definition" && inner.type !== "lambda";
  return [...(body ? descendants(body, enter) : [])]
    .filter(({ type }) => type === "return_statement")
    .map(({ namedChildren: [value] }) => value);
}
