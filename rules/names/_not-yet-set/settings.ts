import {
  hasOwnMember,
  isGivenFromOutside,
  isStored,
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

/** All places in a class and its bases that set an attribute of `self`; none where the class itself has it, or every exception. */
export function settingsOf(
  project: ProjectFacts,
  placed: PlacedClass,
  name: string | undefined,
): readonly Setting[] {
  if (name === undefined || name.startsWith("__") || /^(args|message)$/.test(name)) return [];
  const { classes } = project.classOrder(placed);
  if (classes.some(({ class: facts }) => facts.scope.bindings.has(name))) return [];
  return classes.flatMap((holder) =>
    selfAssignments(holder.module, name).flatMap(({ target: { node } }) =>
      holder.module.classAround(node) === holder.class ? [{ holder, node }] : [],
    ),
  );
}

/** Whether an attribute may be set elsewhere than where `self.NAME` is: by data, by classes below, from outside; or need not be set. */
export function mayBeSetOtherwise(project: ProjectFacts, placed: PlacedClass, name: string): boolean {
  // `hasattr(self, 'name')`, and what sets names by data
  const isText = new RegExp(`['"]${literally(name)}['"]`);
  return (
    project.classOrder(placed).classes.some(({ module }) => isText.test(module.text)) ||
    subclassesOf(project, placed).some((one) => hasOwnMember(one, name)) ||
    isGivenFromOutside(project, placed, name)
  );
}

/** The name of an attribute of `self` that is asked for its value, be it to add to it. */
export function nameRead(node: SyntaxNode): string | undefined {
  if (node.type !== "attribute" || node.field("object")?.text !== "self") return undefined;
  if (isStored(node) && node.parent?.type !== "augmented_assignment") return undefined;
  return node.field("attribute")?.text;
}
