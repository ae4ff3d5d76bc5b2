import {
  type CallFacts,
  type ClassFacts,
  callsNamed,
  type Finding,
  type FunctionFacts,
  isDriverName,
  keepsSignature,
  type ModuleFacts,
  type NamedCall,
  namePlace,
  overridesIn,
  type PlacedFunction,
  type ProjectFacts,
  passingOf,
  pathsDefining,
  type Rule,
  type RuleContext,
  takes,
  whyRefused,
} from "../../src/rule.ts";

/** A driver's method that refuses what the service passes to its driver, while other drivers take it. */
export const driverRefusesCall: Rule = {
  id: "calls/driver-refuses-call",
  title: "driver method that does not take what the service passes",
  severity: "error",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/cinder/commit/22b00b0ae9",
  mentions: [["Driver"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  const place = placeOf(module.path);
  if (place === undefined) return;
  const told = new Set(overridesIn(project, module).map(({ method }) => method.function));
  for (const facts of module.classes) {
    if (!isDriverName(facts.name)) continue;
    const asked = [...facts.methods.values()].filter(
      ({ name }) => !name.startsWith("_") && name.length > 5 && serviceCalls(project, place, name).length > 0,
    );
    const refused = asked.flatMap((method) => {
      const call = refusedCall(project, place, { module, function: method });
      return call ? [{ method, call }] : [];
    });
    // what refuses much is no driver of this service, but something behind one
    if (asked.length < 4 || refused.length * 4 > asked.length) continue;
    // what overrides a known method is another rule's
    for (const { method, call } of refused) if (!told.has(method)) yield findingFor(facts, method, call);
  }
}

function findingFor(facts: ClassFacts, method: FunctionFacts, { module, call }: NamedCall): Finding {
  return {
    span: namePlace(method),
    message: `${facts.name}.${method.name}() does not take what ${module.path} passes to its driver (${whyRefused(method.parameters.slice(1), passingOf(call))}), as other drivers do: TypeError when it is called`,
    related: [{ path: module.path, span: call.node, message: "the call" }],
  };
}

/** `cinder/volume/` of `cinder/volume/drivers/x.py`: the service whose drivers these are. */
function placeOf(path: string): string | undefined {
  return /^(.*\/)?(drivers?|virt)\//.exec(path)?.[0]?.replace(/(drivers?|virt)\/$/, "");
}

/**
 * A call on the driver from the service's own modules that the method refuses and all other drivers take, two at least, if all
 * such calls are refused.
 */
function refusedCall(project: ProjectFacts, place: string, method: PlacedFunction): NamedCall | undefined {
  if (!keepsSignature(project, method)) return undefined;
  const { name } = method.function;
  const calls = serviceCalls(project, place, name);
  const [first] = calls;
  if (!first || calls.some(({ call }) => takes(method, call))) return undefined;
  const others = driverMethods(project, place, name).filter((other) => other.function !== method.function);
  const areTaking = others.every((other) => calls.every(({ call }) => takes(other, call)));
  return areTaking && others.length > 1 ? first : undefined;
}

/** Calls `self.driver.name(…)` in the service's own modules. */
function serviceCalls(project: ProjectFacts, place: string, name: string): readonly NamedCall[] {
  return project.once(`service calls ${place} ${name}`, () =>
    callsNamed(project, name).filter(
      ({ module, call }) =>
        isOfService(module, place) &&
        isOnDriver(call) &&
        call.arguments.every(({ kind }) => !kind.endsWith("splat")),
    ),
  );
}

function isOfService({ path }: ModuleFacts, place: string): boolean {
  return path.startsWith(place) && !/(^|\/)(drivers?|virt)\//.test(path.slice(place.length));
}

function isOnDriver({ callee }: CallFacts): boolean {
  return /^self\._?driver$/.test(callee.field("object")?.text ?? "");
}

function driverMethods(project: ProjectFacts, place: string, name: string): readonly PlacedFunction[] {
  return project.once(`driver methods ${place} ${name}`, () =>
    pathsDefining(project, name)
      .filter((path) => path.startsWith(place))
      .flatMap((path) => {
        const module = project.module(path);
        return (module?.classes ?? []).flatMap((facts) => {
          const method = isDriverName(facts.name) ? facts.methods.get(name) : undefined;
          return module && method ? [{ module, function: method }] : [];
        });
      }),
  );
}
