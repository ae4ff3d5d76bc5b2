import {
  type Finding,
  importsWithin,
  instead,
  isGuestIn,
  isShadowed,
  mayBeMissing,
  membersOfImports,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";
import { allNames } from "./_undefined-member/all-names.ts";
import { backendLacks } from "./_undefined-member/backend-lacks.ts";
import { hasMember } from "./_undefined-member/members.ts";
import { ownException } from "./_undefined-member/own-exception.ts";
import { isPackageOf } from "./_undefined-member/submodules.ts";

/** `module.NAME` where the module is in the tree and has no such name, and names of `__all__` that it has not. */
export const undefinedMember: Rule = {
  id: "names/undefined-member",
  title: "name that the imported module does not have",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/import.html",
  mentions: [["import ", "__all__"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  yield* allNames(module, project);
  yield* backendLacks(module, project);
  for (const { node, object, root } of membersOfImports(project, module)) {
    const name = node.field("attribute")?.text ?? "";
    const meaning = project.meaning(module, object);
    const ours = meaning.kind === "external" ? ownException(project, module, meaning.name, node) : undefined;
    if (ours !== undefined)
      yield {
        span: node,
        message: `${object.text} is a module from outside, which has no '${name}': '${ours}.${name}' is meant, and this raises AttributeError`,
        fix: instead(object, ours),
      };
    if (meaning.kind !== "module" || meaning.module.scope.bindings.has(name)) continue;
    if (isStore(node) || isPackageOf(project, meaning.module, name)) continue;
    if (importsWithin(module, `${meaning.module.name}.${name}`) && isGuestIn(project, root)) continue;
    if (hasMember(project, meaning.module, name)) continue;
    if (isShadowed(node, root) || mayBeMissing(module, node, name)) continue;
    yield {
      span: node,
      message: `${meaning.module.name} has no '${name}': AttributeError when '${object.text}.${name}' is reached`,
    };
  }
}

function isStore(node: SyntaxNode): boolean {
  return node.parent?.type === "assignment" && node.fieldName === "left";
}
