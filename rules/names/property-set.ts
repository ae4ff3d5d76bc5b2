import {
  classOfValue,
  type Finding,
  isProperty,
  isTried,
  literally,
  type ModuleFacts,
  namePlace,
  namesOfProperties,
  type PlacedFunction,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  receiverClass,
  type SyntaxNode,
  subclassesOf,
} from "../../src/rule.ts";

/** `self._plugin = load()` in the property `_plugin`, which has no setter: `self._plugin_ref` is meant. */
export const propertySet: Rule = {
  id: "names/property-set",
  title: "property without a setter that is set",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/neutron/commit/371be082",
  mentions: [["."]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  const properties = namesOfProperties(project);
  for (const type of ["assignment", "augmented_assignment"])
    for (const statement of module.tree.ofType(type)) {
      const target = statement.field("left");
      const name = target?.field("attribute")?.text ?? "";
      if (target?.type !== "attribute" || !properties.has(name)) continue;
      const property = propertyBehind(project, module, target, name);
      if (!property || isTried(target, /except[^:]*AttributeError/)) continue;
      yield {
        span: target,
        message: `'${name}' is a property of ${property.function.owner?.name}, which has no setter for it: AttributeError when this line runs`,
        related: [
          { path: property.module.path, span: namePlace(property.function), message: "the property" },
        ],
      };
    }
}

/** The property that an assignment meets, where nothing else can answer to the name. */
function propertyBehind(
  project: ProjectFacts,
  module: ModuleFacts,
  target: SyntaxNode,
  name: string,
): PlacedFunction | undefined {
  const object = target.field("object");
  const placed = object && (receiverClass(project, module, object) ?? classOfValue(project, module, object));
  if (!placed) return undefined;
  const { classes, complete } = project.classOrder(placed);
  const at = classes.findIndex(({ class: facts }) => facts.scope.bindings.has(name));
  const holder = classes[at];
  const method = holder?.class.methods.get(name);
  // a class from outside may come before
  if (!holder || !method || (at > 0 && !complete)) return undefined;
  const [only] = method.decorators;
  if (!isProperty({ module: holder.module, function: method }) || only?.name !== "property") return undefined;
  // a field of the name, or whoever sets names by their texts, puts something else in the property's place
  const isOpen = classes.some(({ class: facts }) => makesMore(facts.node.text, name));
  const isOwn = holder.class.scope.bindings.get(name)?.length === 1 && holder.class.bases.length > 0;
  const isReplaced = subclassesOf(project, placed).some(({ class: facts }) => facts.scope.bindings.has(name));
  return isOwn && !isOpen && !isReplaced ? { module: holder.module, function: method } : undefined;
}

function makesMore(text: string, name: string): boolean {
  return /\b__setattr__\b/.test(text) || new RegExp(`['"]${literally(name)}['"]`).test(text);
}
