import type { SyntaxNode } from "../../parse/tree.ts";
import { argumentsOf } from "../module/calls.ts";
import type { AssignmentFacts, Decorator, FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { dottedName } from "../module/syntax.ts";
import type { PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { type Handing, readHanding, returnedBy } from "./read-decorator.ts";

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
        : readHanding(meaning.module, meaning.function);
    });
  if (meaning.kind === "class") return "unseen";
  if (meaning.kind === "assignment") {
    const made = functionAssigned(project, meaning);
    if (made) return readHanding(made.module, made.function);
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

/** The function of `decorate = elsewhere.decorate` and `decorate = functools.partial(function, …)`. */
function functionAssigned(
  project: ProjectFacts,
  { module, assignment: { value } }: { readonly module: ModuleFacts; readonly assignment: AssignmentFacts },
): PlacedFunction | undefined {
  const isPartial = /^(functools\.)?partial$/.test(value?.field("function")?.text ?? "");
  const named = value && isPartial ? argumentsOf(value)[0]?.value : value;
  const meaning = named ? project.meaning(module, named) : undefined;
  return meaning?.kind === "function" ? meaning : undefined;
}
