import {
  type CheckedCall,
  checkedCallsOf,
  type Finding,
  type FunctionFacts,
  identifiersIn,
  type ModuleFacts,
  namePlace,
  type ProjectFacts,
} from "../../../src/rule.ts";

/** `list(filters=None, fields=None, limit=None)` that hands on `filters` and `limit` by their names, and never reads `fields`. */
export function* neverRead(project: ProjectFacts, module: ModuleFacts): Generator<Finding> {
  for (const checked of checkedCallsOf(project, module)) {
    const { call, callee, shown } = checked;
    const around = module.functionAround(call);
    if (!around || around.enclosing || !around.owner || LEFT_ON_PURPOSE.test(around.node.text)) continue;
    if (handedByName(around, checked) < ENOUGH) continue;
    const [name] = leftOpen(around, checked);
    if (name === undefined) continue;
    yield {
      span: call,
      message: `${around.name}() never reads its own '${name}', which ${shown}() takes and does not get here beside the others: what the caller gave is lost`,
      related: [{ path: callee.module.path, span: namePlace(callee.function), message: `takes '${name}'` }],
    };
  }
}

/** What a comment or the description says of a parameter that is there for callers of old, or for those of other classes. */
const LEFT_ON_PURPOSE = /\b(unused|not used|ignored?|compatib\w+|deprecated)\b/i;

/** So many parameters are handed on under their own names by a function that means to hand on all. */
const ENOUGH = 3;

/** Optional parameters that the function never reads, and that the call leaves to the callee's defaults under the same names. */
function leftOpen(
  { parameters, node }: FunctionFacts,
  { callee, fit, passing }: CheckedCall,
): readonly string[] {
  const said = identifiersIn(node.field("body"));
  if (passing.arguments.some(({ kind }) => kind.endsWith("splat")) || said.has("locals")) return [];
  const filled = new Set([...fit.filled.values()].map(({ name }) => name));
  const used = identifiersIn(callee.function.node.field("body"));
  const open = new Set(
    callee.function.parameters.flatMap(({ name, defaultValue }) =>
      defaultValue && !filled.has(name) && used.has(name) ? [name] : [],
    ),
  );
  return parameters.flatMap(({ name, defaultValue }) =>
    defaultValue && open.has(name) && !said.has(name) ? [name] : [],
  );
}

/** How many optional parameters of the function the call passes on under their names. */
function handedByName({ parameters }: FunctionFacts, { fit }: CheckedCall): number {
  const own = new Set(parameters.flatMap(({ name, defaultValue }) => (defaultValue ? [name] : [])));
  return [...fit.filled].filter(
    ([{ value }, { name }]) => value.type === "identifier" && value.text === name && own.has(name),
  ).length;
}
