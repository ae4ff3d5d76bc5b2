import {
  type CallFacts,
  calledParameters,
  type Finding,
  isOfContainer,
  kinOf,
  type ModuleFacts,
  namesakesOf,
  type PlacedFunction,
  type ProjectFacts,
  parametersPlace,
  passingOf,
  type Rule,
  type RuleContext,
  refusingNamesakes,
  roleMethodsOf,
  takes,
  whyRefused,
} from "../../src/rule.ts";

/** `thing.method(…)` on a value of unknown kind, with arguments that no method of that name takes. */
export const noTaker: Rule = {
  id: "calls/no-taker",
  title: "call that no method of that name takes",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/f3454e959b",
  mentions: [],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const call of module.calls) {
    if (call.callee.type !== "attribute" || call.arguments.some(({ kind }) => kind.endsWith("splat")))
      continue;
    // a function that is put into a class from outside
    if (call.callee.field("object")?.text === "self" && !project.classAround(module, call.node)) continue;
    const [first] = refusing(project, module, call);
    if (!first) continue;
    const { function: method } = first;
    yield {
      span: call.node,
      message: `${shown(call)}(): no ${first.function.name}() of this tree takes these arguments (${method.qualifiedName}() ${whyRefused(calledParameters(first), passingOf(call)).replace(/^it /, "")}): TypeError when this line runs`,
      related: [parametersPlace(first, "defined here")],
    };
  }
}

/** The methods that the call can be meant for, if none of them takes it. */
function refusing(project: ProjectFacts, module: ModuleFacts, call: CallFacts): readonly PlacedFunction[] {
  const isTaker = (method: PlacedFunction) => takes(method, call);
  const ofRole = roleMethodsOf(project, module, call);
  if (ofRole.length > 0 && !ofRole.some(isTaker)) return ofRole;
  const ofNamesake = refusingNamesakes(project, module, call, isTaker);
  if (ofNamesake.length > 0) return ofNamesake;
  if (namesakesOf(project, call).every(isTaker)) return [];
  const kin = kinOf(project, module, call);
  // `row.update(values)`: what is no dictionary either may have what every row has
  if (!kin || (!kin.isSure && isOfContainer(call.callee.field("attribute")?.text ?? ""))) return [];
  if ((kin.isSure ? kin.takers : kin.all).some(isTaker) || isOfAnotherKind(project, module, call)) return [];
  return kin.takers;
}

/**
 * Whether the tree's methods take nothing else that is called on the value either: it is of a class from elsewhere, whose
 * methods have the same names.
 */
function isOfAnotherKind(project: ProjectFacts, module: ModuleFacts, call: CallFacts): boolean {
  const nameOf = ({ callee }: CallFacts) => callee.field("attribute")?.text ?? "";
  const receiver = call.callee.field("object")?.text;
  const around = project.classAround(module, call.node)?.class;
  const others = module.calls.filter(
    (other) =>
      other.callee.type === "attribute" &&
      other.callee.field("object")?.text === receiver &&
      nameOf(other) !== nameOf(call) &&
      !isOfContainer(nameOf(other)) &&
      namesakesOf(project, other).length > 0 &&
      project.classAround(module, other.node)?.class === around,
  );
  return others.length > 0 && !others.some((other) => isTaken(project, other));
}

function isTaken(project: ProjectFacts, call: CallFacts): boolean {
  return namesakesOf(project, call).some((method) => takes(method, call));
}

function shown({ callee, name }: CallFacts): string {
  return name ?? callee.field("attribute")?.text ?? "";
}
