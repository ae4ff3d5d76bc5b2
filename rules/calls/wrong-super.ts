import {
  classSight,
  descendsFrom,
  type Finding,
  hasOwnMember,
  hasSeenMember,
  type ModuleFacts,
  methodAround,
  type PlacedClass,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `super(Other, self)` and `Other.__init__(self)` in a class that is no `Other`, and `super().name()` where no base has the name. */
export const wrongSuper: Rule = {
  id: "calls/wrong-super",
  title: "super() with another class, or of a method that no base has",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/library/functions.html#super",
  mentions: [["super(", ".__init__("]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const { node: call, name } of module.calls) {
    if (name?.endsWith(".__init__")) yield* ofStranger(project, module, call);
    if (name !== "super") continue;
    const around = placedAround(project, module, call);
    if (!around || !isOfOwnObject(call)) continue;
    const message =
      ofAnother(project, module, call, around) ??
      ofNobody(project, call, around) ??
      classPassed(project, module, call, around);
    if (message) yield { span: call, message };
  }
}

/** `Other.__init__(self)` in the `__init__` of a class that is no `Other`, and calls that of no base. */
function* ofStranger(project: ProjectFacts, module: ModuleFacts, call: SyntaxNode): Generator<Finding> {
  const named = call.field("function")?.field("object");
  const around = placedAround(project, module, call);
  const init = module.functionAround(call);
  if (!named || !around || init?.name !== "__init__" || /mixin/i.test(around.class.name)) return;
  if (call.field("arguments")?.namedChildren[0]?.text !== "self") return;
  const others = init.node.text.split(/\b__init__\(/).length - 3;
  const meaning = project.meaning(module, named);
  const { classes, complete } = project.classOrder(around);
  const [, ...above] = classes;
  if (meaning.kind !== "class" || !complete || others > 0) return;
  if (descendsFrom(project, around, meaning.class)) return;
  if (!above.some((one) => one.class.methods.has("__init__"))) return;
  yield {
    span: call,
    message: `${named.text} is no base of ${around.class.name}: the __init__() of another class is called, and that of its own base is not`,
  };
}

function placedAround(project: ProjectFacts, module: ModuleFacts, call: SyntaxNode): PlacedClass | undefined {
  const method = methodAround(module, call);
  // a class within a function may be handed to others
  return method?.enclosing === null ? project.classAround(module, method.node) : undefined;
}

/** `super()` and `super(…, self)`; `super(Door, self.door)` is another object's. */
function isOfOwnObject(call: SyntaxNode): boolean {
  const [named, instance] = call.field("arguments")?.namedChildren ?? [];
  return !named || (instance !== undefined && /^(self|cls)$/.test(instance.text));
}

/** `super().name` of `super()`. */
function askedOf(call: SyntaxNode): SyntaxNode | undefined {
  return call.parent?.type === "attribute" ? call.parent : undefined;
}

/** `super(Other, self)`: TypeError unless the instance is an `Other`. */
function ofAnother(
  project: ProjectFacts,
  module: ModuleFacts,
  call: SyntaxNode,
  around: PlacedClass,
): string | undefined {
  const [named, instance] = call.field("arguments")?.namedChildren ?? [];
  if (!named || !/^(identifier|attribute)$/.test(named.type) || !instance) return undefined;
  const meaning = project.meaning(module, named);
  if (meaning.kind !== "class" || meaning.class === around.class) return undefined;
  const above = project.classOrder(around).classes.findIndex(({ class: facts }) => facts === meaning.class);
  if (above > 0) return passingNothing(project, call, around, above);
  if (descendsFrom(project, meaning, around.class))
    return `super(${named.text}, ${instance.text}) stands in ${around.class.name}, above ${named.text}: TypeError, or the method calls itself without end`;
  // a mixin may be mixed into the class it names
  if (/mixin/i.test(around.class.name)) return undefined;
  return `super(${named.text}, ${instance.text}) stands in ${around.class.name}, which is not a subclass of ${named.text}: TypeError when this line runs`;
}

/**
 * `super(Base, self).name()` in a class below `Base`, where nothing up to `Base` has the name: whoever passes over a base's own
 * method on purpose has one to pass over.
 */
function passingNothing(
  project: ProjectFacts,
  call: SyntaxNode,
  around: PlacedClass,
  above: number,
): string | undefined {
  const name = askedOf(call)?.field("attribute")?.text;
  const passed = project.classOrder(around).classes.slice(1, above + 1);
  if (name === undefined || name.startsWith("__") || passed.some((one) => hasOwnMember(one, name)))
    return undefined;
  const [named] = call.field("arguments")?.namedChildren ?? [];
  return `super(${named?.text}, …) begins its search above ${named?.text}, which has no ${name}() to pass over: super(${around.class.name}, …) is meant, and one that ${named?.text} gets some day is left out here`;
}

/** `super().name(…)` where every base is known and none has the name. */
function ofNobody(project: ProjectFacts, call: SyntaxNode, around: PlacedClass): string | undefined {
  const attribute = askedOf(call);
  const name = attribute?.field("attribute")?.text ?? "";
  if (!attribute || name.startsWith("__") || attribute.parent?.type !== "call") return undefined;
  if (around.class.bases.length !== 1 || /mixin|base/i.test(around.class.name)) return undefined;
  const [, ...above] = project.classOrder(around).classes;
  const [base] = above;
  // what is mixed in asks for methods of those that it is mixed into
  if (!base || above.some((one) => /mixin/i.test(one.class.name))) return undefined;
  if (classSight(project, base) !== "whole" || hasSeenMember(project, base, name)) return undefined;
  return `no base of ${around.class.name} has a method '${name}': AttributeError when this line runs`;
}

/** `super().__init__(Base)`: one of the class' own bases in the place of an argument. */
function classPassed(
  project: ProjectFacts,
  module: ModuleFacts,
  call: SyntaxNode,
  around: PlacedClass,
): string | undefined {
  const attribute = askedOf(call);
  const init = attribute?.field("attribute")?.text === "__init__" ? attribute.parent : undefined;
  const [first] = init?.type === "call" ? (init.field("arguments")?.namedChildren ?? []) : [];
  if (!first || !/^(identifier|attribute)$/.test(first.type)) return undefined;
  const meaning = project.meaning(module, first);
  return meaning.kind === "class" && descendsFrom(project, around, meaning.class)
    ? `super().__init__() gets '${first.text}', the class itself or a base of it: super() passes the instance already, and an argument is meant`
    : undefined;
}
