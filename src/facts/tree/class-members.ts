import type { SyntaxNode } from "../../parse/tree.ts";
import { isInside } from "../../text/span.ts";
import type { ClassFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { namedIn } from "../module/named-in.ts";
import type { PlacedClass, ProjectFacts } from "./project.ts";

/** Every value that the class and its known ancestors give to an attribute; `null` for one that is not known. */
export function* memberValues(
  project: ProjectFacts,
  holder: PlacedClass,
  name: string,
): Generator<{ readonly module: ModuleFacts; readonly value: SyntaxNode | null }> {
  for (const { module, class: facts } of project.classOrder(holder).classes) {
    for (const binding of facts.scope.bindings.get(name) ?? [])
      yield { module, value: binding.kind === "assignment" ? binding.value : null };
    for (const { target, value } of selfAssignments(module, name))
      if (isInside(target.node, facts.node)) yield { module, value };
  }
}

/** Whether the class or a known ancestor gives itself or its objects the name. */
export function hasMember(project: ProjectFacts, holder: PlacedClass, name: string): boolean {
  return project.classOrder(holder).classes.some((one) => hasOwnMember(one, name));
}

/** Whether the class itself does, in its block or by `self.NAME = …`. */
export function hasOwnMember({ module, class: facts }: PlacedClass, name: string): boolean {
  return facts.scope.bindings.has(name) || isSetOnSelf(module, facts, name);
}

function isSetOnSelf(module: ModuleFacts, facts: ClassFacts, name: string): boolean {
  return selfAssignments(module, name).some(({ target }) => isInside(target.node, facts.node));
}

/** An assignment to an attribute of `self` or `cls`. */
export interface SelfAssignment {
  readonly target: { readonly name: string; readonly node: SyntaxNode };
  /** `null` where only a part of the value is given (unpacking, augmented assignment, `with … as`). */
  readonly value: SyntaxNode | null;
}

/** Every `self.NAME = …` of a module in text order. */
export const selfAssignments: (module: ModuleFacts, name: string) => readonly SelfAssignment[] = namedIn(
  (module) => module.tree.ofType("attribute").flatMap((node) => selfAssignmentOf(node) ?? []),
  ({ target }) => target.name,
);

function selfAssignmentOf(node: SyntaxNode): SelfAssignment | undefined {
  const object = node.field("object");
  if (object?.type !== "identifier" || (object.text !== "self" && object.text !== "cls")) return undefined;
  const name = node.field("attribute")?.text ?? "";
  const parent = node.parent;
  if (parent?.type === "assignment" && node.fieldName === "left") {
    let value = parent.field("right");
    while (value?.type === "assignment") value = value.field("right");
    return { target: { name, node }, value };
  }
  if (!isStore(node)) return undefined;
  return { target: { name, node }, value: null };
}

function isStore(node: SyntaxNode): boolean {
  for (let at: SyntaxNode = node; at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type === "as_pattern_target") return true;
    if (/^(assignment|augmented_assignment|for_statement)$/.test(parent.type)) return at.fieldName === "left";
    if (!/^(pattern_list|tuple_pattern|list_pattern|list_splat_pattern)$/.test(parent.type)) return false;
  }
  return false;
}

/** Whether only methods answer to the name: no attribute of the class or its instances hides them. */
export function memberIsMethod(project: ProjectFacts, placed: PlacedClass, name: string): boolean {
  for (const { module, class: facts } of project.classOrder(placed).classes) {
    const bindings = facts.scope.bindings.get(name);
    if (bindings && (bindings.length > 1 || bindings[0]?.kind !== "function")) return false;
    if (isSetOnSelf(module, facts, name)) return false;
    if (bindings) return true;
  }
  return false;
}
