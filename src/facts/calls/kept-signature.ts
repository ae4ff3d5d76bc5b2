import type { SyntaxNode } from "../../parse/tree.ts";
import { literally } from "../../text/literally.ts";
import { type Argument, argumentsOf } from "../module/calls.ts";
import type { AssignmentFacts, Decorator, FunctionFacts, Parameter } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { descendants, dottedName } from "../module/syntax.ts";
import type { PlacedFunction, ProjectFacts } from "../tree/project.ts";

/**
 * Decorators from outside the tree whose wrapper takes what the function takes, by the last part of their name.
 *
 * Read in: the standard library, abc, six, tenacity/retrying, oslo.concurrency, oslo.privsep, oslo.log,
 * oslo.utils, oslo.service, oslo.messaging, neutron-lib's db, oslo.db, oslo.versionedobjects, osprofiler, debtcollector, yaql,
 * ironic-lib's metrics, rally.
 */
const KEEPS = new RegExp(
  `^(staticmethod|classmethod|abstractmethod|abstractclassmethod|abstractstaticmethod|wraps|contextmanager|
  asynccontextmanager|lru_cache|cache|memoize|total_ordering|final|override|no_type_check|
  entrypoint|entrypoint_with_timeout|synchronized|trace|trace_method|trace_cls|retry|retry_on_exception|
  log_method_call|log_method_duration|periodic_task|expected_exceptions|expose|deprecated|remove|
  removed_kwarg|renamed_kwarg|retry_if_session_inactive|wrap_db_retry|retry_db_errors|retry_on_deadlock|retry_on_disconnect|safe_for_db_retry|
  reader|writer|CONTEXT_READER|CONTEXT_WRITER|RetryDecorator|independent|remotable|remotable_classmethod|register|register_if|configure|
  forever_retry_uncaught_exceptions|exception_to_unretryable|skip_if_timeout|step|
  clean_step|deploy_step|verify_step|logged|timeit|transactional|handles|http_status|validated|
  parameter|inject|extension_method|action_timer|should_be_overridden|timer|counter|gauge|get_memoization_decorator|cache_on_arguments)$`.replace(
    /\s+/g,
    "",
  ),
);

/** What a decorator does with the arguments: hands on all, takes or gives some of its own, or cannot be read. */
type Handing = "all" | "changed" | "unseen";

/** Whether callers see the function's own parameters, as far as its decorators can be read. */
export function keepsSignature(project: ProjectFacts, { module, function: facts }: PlacedFunction): boolean {
  return facts.decorators.every((decorator) => handingOf(project, module, decorator) === "all");
}

/** Whether a decorator plainly takes arguments of its own, or gives some. */
export function changesSignature(
  project: ProjectFacts,
  { module, function: facts }: PlacedFunction,
): boolean {
  return facts.decorators.some((decorator) => handingOf(project, module, decorator) === "changed");
}

function handingOf(project: ProjectFacts, module: ModuleFacts, { name, node }: Decorator): Handing {
  return name === undefined ? "unseen" : handingOfName(project, module, name, node);
}

/** From one factory to the one that it leaves the work to; two of them may do so to each other. */
const MAX_MAKERS = 4;

/** What the decorator, or the factory of one, does that goes by a name where a node stands. */
function handingOfName(
  project: ProjectFacts,
  module: ModuleFacts,
  name: string,
  node: SyntaxNode,
  makers = 0,
): Handing {
  if (/(^|\.)(setter|getter|deleter|property|cached_property)$/.test(name)) return "unseen";
  const meaning = project.meaningOf(module, name, module.scopeAt(node));
  if (meaning.kind === "function")
    return project.onceFor(meaning.function, "handing", () => {
      const maker = makers < MAX_MAKERS ? makerReturned(meaning.function) : undefined;
      const made = dottedName(maker);
      return maker && made !== undefined
        ? handingOfName(project, meaning.module, made, maker, makers + 1)
        : read(meaning.module, meaning.function);
    });
  if (meaning.kind === "class") return "unseen";
  if (meaning.kind === "assignment") {
    const made = partialOf(project, meaning) ?? otherName(project, meaning);
    if (made) return read(made.module, made.function);
    if (isKeeper(dottedName(meaning.assignment.value?.field("function")))) return "all";
  }
  return isKeeper(name) ? "all" : "unseen";
}

function isKeeper(name: string | undefined): boolean {
  return name !== undefined && (KEEPS.test(name.split(".").at(-1) ?? "") || /synchronized/.test(name));
}

/** `wrap_db_retry` of `def retried(f): return wrap_db_retry(max_retries=3)(f)`: what it gives is what that one gives. */
function makerReturned({ node, parameters }: FunctionFacts): SyntaxNode | undefined {
  const [only, ...more] = parameters;
  const [made, ...others] = returnedBy(node);
  if (!only || more.length + others.length > 0 || made?.type !== "call") return undefined;
  const [given, ...rest] = argumentsOf(made);
  if (given?.value.text !== only.name || rest.length > 0) return undefined;
  const callee = made.field("function");
  const maker = callee?.type === "call" ? callee.field("function") : callee;
  return maker ?? undefined;
}

/** The function of `decorate = functools.partial(function, …)`. */
function partialOf(
  project: ProjectFacts,
  { module, assignment }: { readonly module: ModuleFacts; readonly assignment: AssignmentFacts },
): PlacedFunction | undefined {
  const { value } = assignment;
  if (value?.type !== "call" || !/^(functools\.)?partial$/.test(value.field("function")?.text ?? ""))
    return undefined;
  const first = argumentsOf(value)[0]?.value;
  const meaning = first ? project.meaning(module, first) : undefined;
  return meaning?.kind === "function" ? meaning : undefined;
}

/** The function of `decorate = elsewhere.decorate`. */
function otherName(
  project: ProjectFacts,
  { module, assignment }: { readonly module: ModuleFacts; readonly assignment: AssignmentFacts },
): PlacedFunction | undefined {
  const { value } = assignment;
  const meaning = value?.type === "attribute" ? project.meaning(module, value) : undefined;
  return meaning?.kind === "function" ? meaning : undefined;
}

/**
 * Reads a decorator, or a factory of one, that is written in the tree. It hands on all when every inner call with
 * `*args, **kwargs` of a name that an enclosing function takes as a parameter repeats the parameters of the function
 * around it, or when there is no inner function with parameters of its own kind at all.
 */
function read(module: ModuleFacts, decorator: FunctionFacts): Handing {
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
function returnedBy(node: SyntaxNode): readonly (SyntaxNode | undefined)[] {
  const body = node.field("body");
  const enter = (inner: SyntaxNode) => inner.type !== "function_definition" && inner.type !== "lambda";
  return [...(body ? descendants(body, enter) : [])]
    .filter(({ type }) => type === "return_statement")
    .map(({ namedChildren: [value] }) => value);
}
