import {
  ancestorOf,
  argumentsOf,
  entrypointCalls,
  type Finding,
  type FunctionFacts,
  isEntrypoint,
  type ModuleFacts,
  nodeAt,
  objectUse,
  type PlacedFunction,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  unserialisable,
} from "../../src/rule.ts";

/** A value that msgpack cannot carry given to a privsep entrypoint, directly or through a function that hands it on. */
export const unserialisableArgument: Rule = {
  id: "privsep/unserialisable-argument",
  title: "entrypoint called with what msgpack cannot carry",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/ovn-bgp-agent/commit/22e9b076",
  mentions: [["priv", "entrypoint"]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  const { project, text } = context;
  const pattern = entrypointCalls(project);
  for (const match of pattern ? text.matchAll(pattern) : []) {
    if (/\bdef\s+$/.test(text.slice(Math.max(0, match.index - 8), match.index))) continue;
    yield* argumentsAt(context, match.index);
  }
}

function* argumentsAt(context: RuleContext, offset: number): Generator<Finding> {
  const { module, project } = context;
  const call = ancestorOf(nodeAt(module.tree.root, offset), "call");
  const callee = call && project.callee(module, call);
  if (!call || !callee || callee.bound || !isEntrypoint(project, callee)) return;
  const within = module.functionAround(call);
  for (const argument of argumentsOf(call)) {
    if (argument.kind === "splat" || argument.kind === "double-splat") continue;
    const why =
      unserialisable(project, module, argument.value) ?? (within && objectByUse(within, argument.value));
    if (why) {
      yield {
        span: argument.node,
        message: `passes ${why} to the privsep entrypoint ${callee.function.name}, which msgpack cannot carry`,
      };
    } else if (within)
      yield* handedOn(project, { module, function: within }, argument.value, callee.function.name);
  }
}

/** A name whose attributes the function reads, as of no plain value. */
function objectByUse(within: FunctionFacts, value: SyntaxNode): string | undefined {
  const use = value.type === "identifier" ? objectUse(within, value.text) : undefined;
  return use && `an object (${use.text} is read of it)`;
}

interface Handed {
  readonly why: string;
  readonly module: ModuleFacts;
  readonly node: SyntaxNode;
}

/** The argument is a parameter of the function around the call: what do its callers pass? */
function* handedOn(
  project: ProjectFacts,
  around: PlacedFunction,
  value: SyntaxNode,
  entrypoint: string,
): Generator<Finding> {
  const handed = givenByCallers(project, around, value, HOPS);
  if (!handed) return;
  yield {
    span: value,
    message: `hands ${value.text} on to the privsep entrypoint ${entrypoint}, but a caller passes ${handed.why}, which msgpack cannot carry`,
    related: [{ path: handed.module.path, span: handed.node, message: `${handed.why} is passed here` }],
  };
}

const HOPS = 4;

/** What callers give for the parameter that the name is, as long as each hands it on as it came. */
function givenByCallers(
  project: ProjectFacts,
  around: PlacedFunction,
  value: SyntaxNode,
  hops: number,
): Handed | undefined {
  const { owner, parameters, scope } = around.function;
  const position = parameters.findIndex((parameter) => parameter.name === value.text);
  if (value.type !== "identifier" || owner || position < 0) return undefined;
  if ((scope.bindings.get(value.text)?.length ?? 0) > 1) return undefined;
  for (const { module, call } of project.callersOf(around)) {
    const given = call.arguments.find((argument, at) =>
      argument.kind === "keyword"
        ? argument.name === value.text
        : argument.kind === "positional" && at === position,
    );
    if (!given) continue;
    const within = call.within;
    const why =
      unserialisable(project, module, given.value) ?? (within ? objectByUse(within, given.value) : undefined);
    if (why) return { why, module, node: given.node };
    const further =
      within && hops > 1
        ? givenByCallers(project, { module, function: within }, given.value, hops - 1)
        : undefined;
    if (further) return further;
  }
  return undefined;
}
