import {
  type Argument,
  checkedCallsOf,
  type Finding,
  type FunctionFacts,
  literally,
  objectUse,
  oneLine,
  parametersPlace,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  stringValue,
} from "../../src/rule.ts";
import { keyReadOfBody } from "./_part-for-object/bodies.ts";

/** `self.build(volume.id)` where `build(self, volume)` reads attributes of a volume. */
export const partForObject: Rule = {
  id: "calls/part-for-object",
  title: "part passed for the whole, or the whole for a part",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/cinder/commit/174c8deafc",
  mentions: [[".id", ".uuid", "['", '["']],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const { callee, shown, fit } of checkedCallsOf(project, module)) {
    for (const [argument, parameter] of fit.filled) {
      const read = keyReadOfBody(module, argument, callee.function, parameter.name);
      if (read)
        yield {
          span: argument.value,
          message: `${shown}() reads '${oneLine(read.text)}', but gets the whole of which '${argument.value.text}['${argument.value.text}']' is the part that is meant: KeyError, or nothing is found`,
          related: [
            parametersPlace(callee, "the parameter"),
            { path: callee.module.path, span: read, message: "what is read of it" },
          ],
        };
      const whole = wholeOf(argument);
      if (whole === undefined || whole !== parameter.name) continue;
      const use = usedWhole(callee.function, parameter.name);
      if (!use) continue;
      yield {
        span: argument.value,
        message: `${shown}() takes the ${whole} itself (it reads '${use.text}') but gets '${argument.value.text}': AttributeError or TypeError inside`,
        related: [
          parametersPlace(callee, "the parameter"),
          { path: callee.module.path, span: use, message: "what is read of it" },
        ],
      };
    }
  }
}

/** `volume` of `volume.id` and `volume['id']`. */
function wholeOf({ value }: Argument): string | undefined {
  if (value.type === "attribute" && /^(id|uuid)$/.test(value.field("attribute")?.text ?? ""))
    return lastName(value.field("object"));
  const isId = value.type === "subscript" && /^(id|uuid)$/.test(stringValue(value.field("subscript")) ?? "");
  return isId ? lastName(value.field("value")) : undefined;
}

function lastName(node: SyntaxNode | null): string | undefined {
  if (node?.type === "identifier") return node.text;
  return node?.type === "attribute" ? node.field("attribute")?.text : undefined;
}

/** Where the function reads an attribute that no text has, unless it asks first what it got. */
function usedWhole(facts: FunctionFacts, name: string): SyntaxNode | undefined {
  const asks = new RegExp(`(isinstance|hasattr|getattr|callable|type)\\(\\s*${literally(name)}\\b|\\btry:`);
  return asks.test(facts.node.text) ? undefined : objectUse(facts, name);
}
