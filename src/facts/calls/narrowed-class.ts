import type { SyntaxNode } from "../../parse/tree.ts";
import { argumentsOf } from "../module/calls.ts";
import type { ModuleFacts } from "../module/module.ts";
import { ownNodes, withoutParentheses } from "../module/syntax.ts";
import { conjunctsOf } from "../names/bound-below.ts";
import type { PlacedClass, ProjectFacts } from "../tree/project.ts";

/**
 * The class that a name is an instance of where it stands, because a condition around asks for it: `if isinstance(door, Door):`,
 * and the `else` of its contrary. It may be of a class below.
 */
export function narrowedClass(
  project: ProjectFacts,
  module: ModuleFacts,
  name: SyntaxNode,
): PlacedClass | undefined {
  if (!module.text.includes(`isinstance(${name.text},`)) return undefined;
  for (let at = name; at.parent && !/_definition$|^lambda$/.test(at.type); at = at.parent) {
    const { parent } = at;
    const condition = parent.type === "if_statement" ? parent.field("condition") : null;
    const asked = condition && askedOf(at, condition, name.text);
    if (!asked) continue;
    const isSetAnew = [...ownNodes(at)].some(
      (node) => node.type === "assignment" && node.field("left")?.text === name.text,
    );
    const meaning = isSetAnew ? undefined : project.meaning(module, asked);
    return meaning?.kind === "class" ? meaning : undefined;
  }
  return undefined;
}

/** The class that `isinstance()` names in a condition that holds, or in whose contrary it does not hold, at a branch. */
function askedOf(branch: SyntaxNode, condition: SyntaxNode, name: string): SyntaxNode | undefined {
  if (branch.fieldName === "consequence") return firstAsked(conjunctsOf(condition), name);
  return branch.type === "else_clause" ? firstAsked(refusedBy(condition), name) : undefined;
}

function firstAsked(conditions: readonly SyntaxNode[], name: string): SyntaxNode | undefined {
  for (const condition of conditions) {
    if (condition.type !== "call" || condition.field("function")?.text !== "isinstance") continue;
    const [value, asked] = argumentsOf(condition);
    if (value?.value.text === name && asked && /^(identifier|attribute)$/.test(asked.value.type))
      return asked.value;
  }
  return undefined;
}

/** What holds where a condition does not: the denied parts of its `or`. */
function refusedBy(condition: SyntaxNode): readonly SyntaxNode[] {
  const inner = withoutParentheses(condition);
  if (inner.type === "boolean_operator" && inner.field("operator")?.text === "or")
    return inner.namedChildren.flatMap(refusedBy);
  const denied = inner.type === "not_operator" ? inner.field("argument") : null;
  return denied ? [withoutParentheses(denied)] : [];
}
