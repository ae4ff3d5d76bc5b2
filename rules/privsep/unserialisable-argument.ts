import {
  type Finding,
  isEntrypoint,
  type ModuleFacts,
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
  mentions: [["priv"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const call of module.calls) {
    const callee = project.callee(module, call.node);
    if (!callee || callee.bound || !isEntrypoint(project, callee)) continue;
    for (const argument of call.arguments) {
      if (argument.kind === "splat" || argument.kind === "double-splat") continue;
      const why = unserialisable(project, module, argument.value);
      if (why) {
        yield {
          span: argument.node,
          message: `passes ${why} to the privsep entrypoint ${callee.function.name}, which msgpack cannot carry`,
        };
        continue;
      }
      yield* handedOn(
        { module, project },
        call.within ? { module, function: call.within } : undefined,
        argument.value,
        callee.function.name,
      );
    }
  }
}

/** The argument is a parameter of the function around the call: what do its callers pass? */
function* handedOn(
  { project }: { module: ModuleFacts; project: ProjectFacts },
  around: PlacedFunction | undefined,
  value: SyntaxNode,
  entrypoint: string,
): Generator<Finding> {
  if (!around || value.type !== "identifier" || around.function.owner) return;
  const position = around.function.parameters.findIndex((parameter) => parameter.name === value.text);
  if (position < 0 || (around.function.scope.bindings.get(value.text)?.length ?? 0) > 1) return;
  for (const { module, call } of project.callersOf(around)) {
    const given = call.arguments.find((argument, at) =>
      argument.kind === "keyword"
        ? argument.name === value.text
        : argument.kind === "positional" && at === position,
    );
    const why = given && unserialisable(project, module, given.value);
    if (!given || !why) continue;
    yield {
      span: value,
      message: `hands ${value.text} on to the privsep entrypoint ${entrypoint}, but a caller passes ${why}, which msgpack cannot carry`,
      related: [{ path: module.path, span: given.node, message: `${why} is passed here` }],
    };
    return;
  }
}
