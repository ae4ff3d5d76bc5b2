import {
  allCallsEndingIn,
  ancestorOf,
  argumentValue,
  type CallFacts,
  type Finding,
  type Fix,
  type FunctionFacts,
  instead,
  isLoggerOrLogging,
  literally,
  type ModuleFacts,
  type ProjectFacts,
  pathsWithWord,
  type Rule,
  type RuleContext,
  runsOnPython3,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `LOG.exception()`, `exc_info=True` and a bare `raise` where no exception is handled. */
export const noneHandled: Rule = {
  id: "exceptions/none-handled",
  title: "traceback asked for, or raised again, where no exception is handled",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://docs.python.org/3/library/logging.html#logging.Logger.exception",
  mentions: [[".exception(", "exc_info=True", "raise\n", "format_exc(", "print_exc("]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const call of module.calls) {
    const asked = traceback(call);
    if (asked === undefined || !isOutside(project, module, call.node)) continue;
    yield {
      span: call.node,
      message: `${asked} shows the exception that is being handled, and here is none: the log says 'NoneType: None'`,
      fix: plainError(call),
    };
  }
  for (const statement of module.tree.ofType("raise_statement"))
    if (statement.namedChildren.length === 0 && isOutside(project, module, statement))
      yield {
        span: statement,
        message:
          "'raise' alone raises again what is being handled, and here is nothing: RuntimeError when this line runs",
      };
}

/** What asks for the exception that is being handled; `undefined` for other calls, and for those that are given one. */
function traceback(call: CallFacts): string | undefined {
  const { name } = call;
  if (name === "traceback.format_exc" || name === "traceback.print_exc") return `${name}()`;
  const method = call.callee.type === "attribute" ? call.callee.field("attribute")?.text : undefined;
  if (method === undefined || !isLoggerOrLogging(call.callee.field("object")?.text ?? "")) return undefined;
  const given = argumentValue(call, "exc_info");
  if (given) return given.text === "True" ? "exc_info=True" : undefined;
  return method === "exception" && call.arguments.every(({ kind }) => kind !== "double-splat")
    ? `${call.callee.text}()`
    : undefined;
}

/** `LOG.error(…)` for `LOG.exception(…)`. */
function plainError({ callee }: CallFacts): Fix | undefined {
  const method = callee.field("attribute");
  return method?.text === "exception" ? instead(method, "error") : undefined;
}

/** Whether a place is in a function, and no exception can be on its way there: neither here nor in what calls the function. */
function isOutside(project: ProjectFacts, module: ModuleFacts, place: SyntaxNode): boolean {
  const around = module.functionAround(place);
  if (!around || (around.enclosing && !around.owner) || isForHandlers(around)) return false;
  if (ancestorOf(place, ...ON_THE_WAY_OUT) !== undefined) return false;
  // Python 2 forgets the exception at the function's end alone
  if (!runsOnPython3(project, module) && /\bexcept\b/.test(around.node.text)) return false;
  if (!around.name.startsWith("__") && isHandedOn(project, around.name)) return false;
  return !isAskedByHandlers(project, nameToCall(around), 0);
}

/** Whether a function is a value somewhere: who gets it, may run it when something failed. */
function isHandedOn(project: ProjectFacts, name: string): boolean {
  return project.onceOfTexts(`handed on ${name}`, () => {
    const value = new RegExp(
      `[\\w\\])]\\.${literally(name)}\\b(?!\\s*\\()|[(,=]\\s*${literally(name)}\\s*[,)\\n]`,
    );
    return pathsWithWord(project, name).some((path) => value.test(project.text(path) ?? ""));
  });
}

/** A handler, what is run whether or not something failed, and what is defined there. */
const ON_THE_WAY_OUT = ["except_clause", "except_group_clause", "finally_clause", "lambda"];

/** Whether a function says by its name, or by a parameter's, that an exception is being handled while it runs. */
function isForHandlers({ name, parameters }: FunctionFacts): boolean {
  return OF_HANDLERS.test(name) || parameters.some((one) => OF_HANDLERS.test(one.name));
}

const OF_HANDLERS = /err|exc|fail|callback|_cb$|__exit__|__del__|traceback|log|abort|rollback|revert/i;

/** So far handlers are looked for in what calls a function, and in so many callers. */
const MAX_DEPTH = 3;
const MOST_CALLERS = 30;

/** Whether a handler calls something of the name, or something that does. */
function isAskedByHandlers(project: ProjectFacts, name: string, depth: number): boolean {
  return project.once(`asked by handlers ${name} ${depth}`, () => {
    // what a call of super() or of a result runs is another function of the name
    const calls = allCallsEndingIn(project, name).filter(({ call }) => call.name !== undefined);
    if (calls.length > MOST_CALLERS) return true;
    return calls.some(({ call: { node, within } }) => {
      if (ancestorOf(node, ...ON_THE_WAY_OUT) !== undefined) return true;
      if (!within) return false;
      return (
        isForHandlers(within) ||
        (depth < MAX_DEPTH && isAskedByHandlers(project, nameToCall(within), depth + 1))
      );
    });
  });
}

/** A constructor is called by its class' name. */
function nameToCall({ name, owner }: FunctionFacts): string {
  return name === "__init__" && owner ? owner.name : name;
}
