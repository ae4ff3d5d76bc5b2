import type { SyntaxNode } from "../../parse/tree.ts";
import type { Decorator, FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { ownNodes } from "../module/syntax.ts";
import type { PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { functionsBelow, handsBack, isParameterAbove, isWrapperOfPackage } from "./read-decorator.ts";

/**
 * Decorators from outside the tree whose wrapper gives what the function gives, by the last part of their name: those of
 * `kept-signature.ts` that neither send the value elsewhere nor make something else of it.
 */
const GIVES_BACK = new RegExp(
  `^(staticmethod|classmethod|abstractmethod|lru_cache|cache|memoize|final|override|synchronized|trace|trace_method|
  retry|retry_on_exception|log_method_call|log_method_duration|periodic_task|expected_exceptions|deprecated|
  removed_kwarg|renamed_kwarg|retry_if_session_inactive|wrap_db_retry|retry_db_errors|retry_on_deadlock|
  retry_on_disconnect|safe_for_db_retry|reader|writer|CONTEXT_READER|CONTEXT_WRITER|remotable|remotable_classmethod|
  timeit|timer|counter|gauge)$`.replace(/\s+/g, ""),
);

/** Whether callers get what the function gives, or None, as far as its decorators can be read. */
export function keepsResult(project: ProjectFacts, { module, function: facts }: PlacedFunction): boolean {
  return facts.decorators.every((decorator) => givesBack(project, module, decorator));
}

function givesBack(project: ProjectFacts, module: ModuleFacts, decorator: Decorator): boolean {
  const { name } = decorator;
  if (name === undefined) return false;
  if (name === "staticmethod" || name === "classmethod") return true;
  const meaning = project.meaningOf(module, name, module.scopeAt(decorator.node));
  if (meaning.kind === "function")
    return project.onceFor(meaning.function, "gives back", () => read(meaning.module, meaning.function));
  return meaning.kind === "external" && GIVES_BACK.test(name.split(".").at(-1) ?? "");
}

/** Reads a decorator, or a factory of one: every wrapper that runs what is decorated gives that back, and is what is given out. */
function read(module: ModuleFacts, decorator: FunctionFacts): boolean {
  const inner = functionsBelow(module, decorator);
  if (handsBack(decorator, inner)) return true;
  const isDecorated = (wrapper: FunctionFacts, name: string) =>
    isWrapperOfPackage(wrapper)
      ? name === wrapper.parameters[0]?.name
      : isParameterAbove(wrapper, name, decorator);
  const all = [decorator, ...inner];
  const runs = all.filter((wrapper) => [...ownNodes(wrapper.node)].some((node) => isRun(node, wrapper)));
  return (
    runs.length > 0 &&
    all.every((facts) => (runs.includes(facts) ? givesOnly(facts) : givesOut(facts, inner))) &&
    !all.some(({ isAsync }) => isAsync)
  );

  function isRun(node: SyntaxNode, wrapper: FunctionFacts): boolean {
    const callee = node.type === "call" ? node.field("function") : null;
    return callee?.type === "identifier" && isDecorated(wrapper, callee.text);
  }

  /** Whether all that a wrapper gives is what it got from the function, or None. */
  function givesOnly(wrapper: FunctionFacts): boolean {
    const nodes = [...ownNodes(wrapper.node)];
    const values = nodes.flatMap((node) =>
      node.type === "return_statement" ? node.namedChildren.slice(0, 1) : [],
    );
    return (
      values.some(({ type }) => type !== "none") &&
      values.every((value) => value.type === "none" || isRun(value, wrapper) || holdsRun(value, wrapper)) &&
      !nodes.some(({ type }) => type === "yield")
    );
  }

  /** `result = function(*args)` and nothing else, for `return result`. */
  function holdsRun({ type, text }: SyntaxNode, wrapper: FunctionFacts): boolean {
    const bindings = type === "identifier" ? (wrapper.scope.bindings.get(text) ?? []) : [];
    return (
      bindings.length > 0 &&
      bindings.every(
        (binding) =>
          binding.kind === "assignment" &&
          binding.value !== null &&
          (binding.value.type === "none" || isRun(binding.value, wrapper)),
      )
    );
  }
}

/** Whether a function gives nothing, or functions that stand in it: `return wrapper`. */
function givesOut(facts: FunctionFacts, inner: readonly FunctionFacts[]): boolean {
  return [...ownNodes(facts.node)].every(({ type, namedChildren: [value] }) => {
    if (type !== "return_statement" || !value) return type !== "yield";
    return inner.some(({ name, enclosing }) => enclosing === facts && name === value.text);
  });
}
