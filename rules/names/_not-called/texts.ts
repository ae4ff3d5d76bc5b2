import { calling, type Finding, isPutIntoText, isTarget, type RuleContext } from "../../../src/rule.ts";
import { isAlwaysCalled, isCalledOften } from "./members.ts";

/** `'no %s' % door.get_name`: the message shows '<bound method …>'. */
export function* texts({ module, project }: RuleContext): Generator<Finding> {
  for (const node of module.tree.ofType("attribute")) {
    const name = node.field("attribute")?.text ?? "";
    // a look-up; most names end here
    if (!name.includes("_") || name.startsWith("__") || isTarget(node) || !isPutIntoText(module, node))
      continue;
    if (!isAlwaysCalled(project, name) || !isCalledOften(project, name)) continue;
    yield {
      span: node,
      message: `'${node.text}' is a function itself, which the message shows: it is not called`,
      fix: calling(node),
    };
  }
}
