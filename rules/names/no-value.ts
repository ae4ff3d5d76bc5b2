import {
  type Callee,
  checkedCallsOf,
  type Finding,
  givesNone,
  type ModuleFacts,
  namePlace,
  overridesOf,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  receiverClass,
  type SyntaxNode,
} from "../../src/rule.ts";
import { useOfSometimes } from "./_no-value/sometimes.ts";
import { useOf } from "./_no-value/uses.ts";

/** `out = self.extend(volume)` where `extend` returns nothing. */
export const noValue: Rule = {
  id: "names/no-value",
  title: "result of a function that returns nothing",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/cinder/commit/a337fb3f80",
  mentions: [["def "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const { call, callee, shown, isHandedOn } of checkedCallsOf(project, module)) {
    if (isHandedOn || callee.function.name === "__init__") continue;
    if (call.parent?.type === "expression_statement") continue;
    const sometimes = useOfSometimes(project, module, call, callee);
    if (sometimes && !isReplacedBelow(project, module, call, callee))
      yield { span: call, message: `${shown}() ${sometimes}` };
    if (!project.onceFor(callee.function, "gives None", () => givesNone(project, callee))) continue;
    const use = useOf(project, module, call, callee);
    if (!use) continue;
    if (isReplacedBelow(project, module, call, callee)) continue;
    yield {
      span: call,
      message: `${shown}() returns nothing, and ${use}`,
      related: [
        {
          path: callee.module.path,
          span: namePlace(callee.function),
          message: "it has no return with a value",
        },
      ],
    };
  }
}

/** Whether an override that `self` may have instead returns something. */
function isReplacedBelow(
  project: ProjectFacts,
  module: ModuleFacts,
  call: SyntaxNode,
  callee: Callee,
): boolean {
  const object = call.field("function")?.field("object");
  const around = object ? receiverClass(project, module, object) : (callee.class ?? undefined);
  if (!around) return false;
  return overridesOf(project, around, callee.function.name).some((override) => !givesNone(project, override));
}
