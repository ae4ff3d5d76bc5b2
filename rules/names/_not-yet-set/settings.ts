import {
  hasOwnMember,
  isGivenFromOutside,
  isTarget,
  literally,
  type PlacedClass,
  type ProjectFacts,
  type SyntaxNode,
  selfAssignments,
  subclassesOf,
} from "../../../src/rule.ts";

/** A place that sets an attribute, with the class that it stands in. */
export interface Setting {
  readonly holder: PlacedClass;
  readonly node: SyntaxNode;
}

/** All places that set an attribute of `self`; none where others may, or where it need not be set. */
export function settingsOf(
  project: ProjectFacts,
  placed: PlacedClass,
  name: string | undefined,
): readonly Setting[] {
  // what every exception has
  if (name === undefined || name.startsWith("__") || /^(args|message)$/.test(name)) return [];
  const { classes } = project.classOrder(placed);
  if (classes.some(({ class: facts }) => facts.scope.bindings.has(name))) return [];
  // `hasattr(self, 'name')`, and what sets names by data
  const isText = new RegExp(`['"]${literally(name)}['"]`);
  if (classes.some(({ module }) => isText.test(module.text))) return [];
  const found = classes.flatMap((holder) =>
    selfAssignments(holder.module, name).flatMap(({ target: { node } }) =>
      holder.module.classAround(node) === holder.class ? [{ holder, node }] : [],
    ),
  );
  const isBelow = () => subclassesOf(project, placed).some((one) => hasOwnMember(one, name));
  return found.length === 0 || isBelow() || isGivenFromOutside(project, placed, name) ? [] : found;
}

/** The name of an attribute of `self` that is asked for its value, be it to add to it. */
export function nameRead(node: SyntaxNode): string | undefined {
  if (node.type !== "attribute" || node.field("object")?.text !== "self" || isStored(node)) return undefined;
  return node.field("attribute")?.text;
}

/** Whether it is given a value, alone or among others, or taken away. */
function isStored(node: SyntaxNode): boolean {
  const around = node.parent?.type ?? "";
  if (around === "augmented_assignment") return false;
  return (
    isTarget(node) ||
    /^(as_pattern_target|delete_statement|(pattern_list|tuple_pattern|list_pattern|list_splat_pattern))$/.test(
      around,
    )
  );
}
