import {
  type CallFacts,
  calledParameters,
  exchanging,
  type Finding,
  fitCall,
  isTurnedAround,
  kinOf,
  type Misplaced,
  misplacedIn,
  namesakesOf,
  type PlacedFunction,
  parametersPlace,
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
    if (call.callee.type !== "attribute" || !saysNames(call)) continue;
    const namesakes = namesakesOf(project, call);
    if (!namesakes.some((taker) => isNamedElsewhere(call, taker) && wrongFor(call, taker))) continue;
    const kin = kinOf(project, module, call);
    const [first] = kin?.takers ?? [];
    if (!kin || !first) continue;
    const meant = kin.isSure ? kin.takers : kin.all;
    const wrong = meant.map((taker) => wrongFor(call, taker));
    const found = wrong[meant.indexOf(first)];
    const { function: method } = first;
    if (!found || wrong.includes(undefined)) continue;
    // the very names of a proxy's own parameters are no reversal
    if (crossed(call, first).length < 2 && isTurnedAround(module, call.node, method, found)) continue;
    yield {
      span: call.node,
      message: found.message,
      fix: found.exchanged ? exchanging(...found.exchanged) : undefined,
      related: [parametersPlace(first, "defined here")],
    };
  }
}

/** Whether there is an order to be wrong, and a name that tells of it. */
function saysNames({ arguments: given }: CallFacts): boolean {
  const positional = given.filter(({ kind }) => kind === "positional");
  return positional.length > 1 && positional.some(({ value }) => value.type === "identifier");
}

/** Whether an argument bears the name of a parameter at another place: the cheap question before the exact ones. */
function isNamedElsewhere({ arguments: given }: CallFacts, taker: PlacedFunction): boolean {
  const parameters = calledParameters(taker);
  return given.some(
    ({ kind, value }, at) =>
      kind === "positional" &&
      value.type === "identifier" &&
      parameters[at]?.name !== value.text &&
      parameters.some(({ name }) => name === value.text),
  );
}

function wrongFor(call: CallFacts, taker: PlacedFunction): Misplaced | undefined {
  const { arguments: given } = call;
  if (given.some(({ kind }) => kind.endsWith("splat"))) return undefined;
  const shown = call.name ?? taker.function.name;
  const names = crossed(call, taker);
  if (names.length > 1)
    return {
      ...exchanged(call, taker, names),
      message: `${shown}(): ${names.map((name) => `'${name}'`).join(", ")} stand in other places than the parameters of ${taker.function.qualifiedName}() that are named so`,
    };
  const open = calledParameters(taker);
  return misplacedIn({ shown, given, fit: fitCall(open, { arguments: given, bound: 0 }), open });
}

/** Two arguments that go by the names of each other's parameter. */
function exchanged(
  { arguments: given }: CallFacts,
  taker: PlacedFunction,
  names: readonly string[],
): Pick<Misplaced, "exchanged"> {
  const parameters = calledParameters(taker).map(({ name }) => name);
  const [one, other, ...more] = given.filter(({ value }) => names.includes(value.text));
  if (!one || !other || more.length > 0) return {};
  const isOfOther = parameters[given.indexOf(one)] === other.value.text;
  return isOfOther && parameters[given.indexOf(other)] === one.value.text
    ? { exchanged: [one.value, other.value] }
    : {};
}

/**
 * Positional arguments whose very names the method's parameters have at other positions, while their own are not passed
 * there.
 */
function crossed({ arguments: given }: CallFacts, taker: PlacedFunction): readonly string[] {
  const parameters = calledParameters(taker).map(({ name }) => name);
  const said = given.filter(({ kind }) => kind === "positional").map(({ value }) => value.text);
  return said.filter((name, at) => {
    const place = parameters.indexOf(name);
    return (
      /^[a-z_]\w{2,}$/.test(name) &&
      place >= 0 &&
      place !== at &&
      said[place] !== undefined &&
      said[place] !== name
    );
  });
}
