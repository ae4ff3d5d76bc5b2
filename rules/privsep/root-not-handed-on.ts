import {
  argumentValue,
  type CallFacts,
  callsNamed,
  descendants,
  type Finding,
  type FunctionFacts,
  groupBy,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** A function that is told whether to become root, and does not tell the one that does the work. */
export const rootNotHandedOn: Rule = {
  id: "privsep/root-not-handed-on",
  title: "run_as_root is taken and not handed on",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/cinder/commit/7d2afb291",
  mentions: [["run_as_root", "as_root"], ["def "]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  if (TAKES.test(context.text)) {
    yield* ofParameters(context);
    yield* ofDropped(context);
  }
  if (context.text.split(BY_ATTRIBUTE).length > FEWEST) yield* ofAttributes(context);
}

/** Functions that are told by a parameter. */
function* ofParameters(context: RuleContext): Generator<Finding> {
  const { module, project } = context;
  for (const facts of module.functions) {
    const name = facts.parameters.find((parameter) => NAMES.has(parameter.name))?.name;
    if (name === undefined || !onlyHandsOn(facts, name)) continue;
    for (const call of module.calls) {
      if (call.within !== facts || mayGive(call, name)) continue;
      const callee = project.callee(module, call.node);
      if (!callee || callee.function === facts || !putsToUse(callee.function, name)) continue;
      if (!isEverTold(context, facts, name)) continue;
      yield {
        span: call.node,
        message: `${facts.qualifiedName} is told ${name} and does not hand it on to ${callee.function.qualifiedName}, which takes it`,
        related: [
          {
            path: callee.module.path,
            span: callee.function.node,
            message: `${callee.function.qualifiedName}`,
          },
        ],
      };
    }
  }
}

/** `run(command, run_as_root=False, *args, **kwargs)` that hands on everything else, while callers ask for root. */
function* ofDropped({ module, project }: RuleContext): Generator<Finding> {
  for (const facts of module.functions) {
    const name = facts.parameters.find((parameter) => NAMES.has(parameter.name))?.name;
    if (name === undefined || usesIn(facts, name).length > 0) continue;
    const rest = facts.parameters.filter(({ kind }) => kind === "var-keyword").map((one) => one.name);
    const call = module.calls.find(
      (one) =>
        one.within === facts &&
        one.arguments.some(({ kind, value }) => kind === "double-splat" && rest.includes(value.text)),
    );
    const asked = callsNamed(project, facts.name).find(
      (named) => argumentValue(named.call, name)?.type === "true",
    );
    if (!call || !asked) continue;
    yield {
      span: call.node,
      message: `${facts.qualifiedName} is told ${name} and drops it, while everything else is handed on`,
      related: [{ path: asked.module.path, span: asked.call.node, message: "root is asked for" }],
    };
  }
}

/** So many calls of a class that say what its attribute says show that it decides. */
const FEWEST = 3;
const BY_ATTRIBUTE = /\brun_as_root=self\.\w+/;

/** The one call of a class to a function that takes `run_as_root`, where all others give it `run_as_root=self._as_root`. */
function* ofAttributes({ module, project }: RuleContext): Generator<Finding> {
  const byClass = groupBy(module.calls, ({ within }) => within?.owner ?? undefined);
  for (const [owner, calls] of byClass) {
    if (!BY_ATTRIBUTE.test(owner.node.text)) continue;
    const told = calls.filter((call) => argumentValue(call, "run_as_root"));
    const [value, ...others] = new Set(told.map((call) => argumentValue(call, "run_as_root")?.text));
    if (told.length < FEWEST || others.length > 0) continue;
    const silent = calls.filter((call) => {
      if (mayGive(call, "run_as_root") || !/^\w+\.\w+$/.test(call.name ?? "")) return false;
      const callee = project.callee(module, call.node)?.function;
      return callee !== undefined && putsToUse(callee, "run_as_root");
    });
    const [only, ...more] = silent;
    if (!only || more.length > 0) continue;
    yield {
      span: only.node,
      message: `${only.name ?? ""} is not told run_as_root=${value}, as everything else that the class runs is`,
    };
  }
}

const NAMES = new Set(["run_as_root", "as_root"]);
const TAKES = /\bdef \w+\([^)]*\b(?:run_)?as_root\b/;

/** Whether a function does nothing with the parameter but give it to what it calls: one that asks for it has its reasons. */
function onlyHandsOn(facts: FunctionFacts, name: string): boolean {
  return usesIn(facts, name).every(isArgument);
}

function isArgument({ parent }: SyntaxNode): boolean {
  return parent?.type === "argument_list" || parent?.type === "keyword_argument";
}

/** Whether some caller tells the function, or nobody is known to call it. */
function isEverTold({ module, project }: RuleContext, facts: FunctionFacts, name: string): boolean {
  const callers = project.callersOf({ module, function: facts });
  return callers.length === 0 || callers.some(({ call }) => mayGive(call, name));
}

/** Whether a function takes the parameter and reads it: on some platforms it is there for the others. */
function putsToUse(facts: FunctionFacts, name: string): boolean {
  return facts.parameters.some((one) => one.name === name) && usesIn(facts, name).length > 0;
}

function usesIn({ node }: FunctionFacts, name: string): readonly SyntaxNode[] {
  const body = node.field("body");
  return [...(body ? descendants(body) : [])].filter(
    (use) => use.type === "identifier" && use.text === name && use.fieldName !== "name",
  );
}

/** Whether a call gives the parameter, or may do so by what it unpacks. */
function mayGive({ arguments: given }: CallFacts, name: string): boolean {
  return given.some(
    (argument) =>
      argument.kind === "splat" ||
      argument.kind === "double-splat" ||
      (argument.kind === "keyword" ? argument.name === name : argument.value.text === name),
  );
}
