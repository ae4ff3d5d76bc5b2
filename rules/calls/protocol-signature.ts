import {
  calledParameters,
  type Finding,
  namePlace,
  type Parameter,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** A method that Python itself calls, with parameters that do not take what Python passes. */
export const protocolSignature: Rule = {
  id: "calls/protocol-signature",
  title: "special method that does not take what Python passes",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/9989a7538c",
  mentions: [["__"]],
  check,
};

/** How many arguments the data model passes besides the instance. */
const PASSED: ReadonlyMap<string, number> = new Map(
  Object.entries({
    __enter__: 0,
    __aenter__: 0,
    __exit__: 3,
    __aexit__: 3,
    __len__: 0,
    __iter__: 0,
    __next__: 0,
    __str__: 0,
    __repr__: 0,
    __hash__: 0,
    __bool__: 0,
    __getitem__: 1,
    __delitem__: 1,
    __contains__: 1,
    __setitem__: 2,
    __getattr__: 1,
    __getattribute__: 1,
    __setattr__: 2,
    __delattr__: 1,
    __eq__: 1,
    __ne__: 1,
    __lt__: 1,
    __le__: 1,
    __gt__: 1,
    __ge__: 1,
    __set__: 2,
  }),
);

function* check({ module }: RuleContext): Generator<Finding> {
  for (const facts of module.classes) {
    for (const [name, method] of facts.methods) {
      const passed = PASSED.get(name);
      if (passed === undefined || method.decorators.length > 0) continue;
      const why =
        method.parameters.length === 0
          ? undefined
          : whyNot(calledParameters({ module, function: method }), passed);
      if (!why) continue;
      yield {
        span: namePlace(method),
        message: `${method.qualifiedName}() ${why}: Python passes ${passed === 0 ? "nothing" : passed} besides the instance, TypeError when it does`,
      };
    }
  }
}

function whyNot(parameters: readonly Parameter[], passed: number): string | undefined {
  const positional = parameters.filter(({ kind }) => kind.startsWith("positional"));
  const needed = parameters.filter(
    ({ kind, defaultValue }) => !kind.startsWith("var-") && defaultValue === null,
  );
  if (needed.length > passed) return `needs ${needed.length}`;
  const takesMore = parameters.some(({ kind }) => kind === "var-positional");
  return !takesMore && positional.length < passed ? `takes ${positional.length}` : undefined;
}
