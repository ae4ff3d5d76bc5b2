import {
  type CallFacts,
  calledParameters,
  type Finding,
  kinOf,
  namesakesOf,
  type PlacedFunction,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** Arguments of a proxy's call that bear the names of the method's parameters, in another order. */
export const likelySwapped: Rule = {
  id: "calls/likely-swapped",
  title: "arguments in another order than the likely method's parameters",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/7ae9466fcc",
  mentions: [],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const call of module.calls) {
    if (call.callee.type !== "attribute" || !saysTwoNames(call)) continue;
    const namesakes = namesakesOf(project, call);
    if (!namesakes.some((taker) => misplaced(call, taker).length > 1)) continue;
    const kin = kinOf(project, module, call);
    const [first] = kin?.takers ?? [];
    if (!kin || !first) continue;
    const meant = kin.isSure ? kin.takers : kin.all;
    const wrong = meant.map((taker) => misplaced(call, taker));
    if (!wrong.every((list) => list.length > 1)) continue;
    const { function: method, module: home } = first;
    const shown = (wrong[meant.indexOf(first)] ?? []).map((name) => `'${name}'`).join(", ");
    yield {
      span: call.node,
      message: `${call.name ?? method.name}(): ${shown} stand in other places than the parameters of ${method.qualifiedName}() that are named so`,
      related: [
        { path: home.path, span: method.node.field("parameters") ?? method.node, message: "defined here" },
      ],
    };
  }
}

function saysTwoNames({ arguments: given }: CallFacts): boolean {
  const names = given.filter(({ kind, value }) => kind === "positional" && value.type === "identifier");
  return names.length > 1 && names.filter(({ value }) => /^[a-z_]\w{2,}$/.test(value.text)).length > 1;
}

/** Positional arguments whose very names the method's parameters have at other positions, while their own are not passed there. */
function misplaced({ arguments: given }: CallFacts, taker: PlacedFunction): readonly string[] {
  if (given.some(({ kind }) => kind.endsWith("splat"))) return [];
  const parameters = calledParameters(taker).map(({ name }) => name);
  const said = given.filter(({ kind }) => kind === "positional").map(({ value }) => value.text);
  return said.filter((name, at) => {
    const place = parameters.indexOf(name);
    return place >= 0 && place !== at && said[place] !== undefined && said[place] !== name;
  });
}
