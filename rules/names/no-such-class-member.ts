import {
  addsNoNames,
  classMakesNoneUnsaid,
  classSight,
  type Finding,
  hasSeenMember,
  isSaidHereAlone,
  isTarget,
  isTried,
  mayComeLater,
  meaningWithRegistry,
  namePlace,
  type PlacedClass,
  type ProjectFacts,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** `States.OPNE`, `Door.make(1)`: asked of a class by its name, which neither it nor one above it has. */
export const noSuchClassMember: Rule = {
  id: "names/no-such-class-member",
  title: "name that the class does not have",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/tutorial/classes.html#class-objects",
  mentions: [["."]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const node of module.tree.ofType("attribute")) {
    const object = node.field("object");
    const name = node.field("attribute")?.text ?? "";
    // a look-up; classes are called with a capital letter
    if (!object || !/(^|\.)_*[A-Z]\w*$/.test(object.text) || !/^(identifier|attribute)$/.test(object.type))
      continue;
    if (name.startsWith("__") || OF_ANY.test(name) || isTarget(node)) continue;
    const meaning = meaningWithRegistry(project, module, object);
    if (meaning.kind !== "class" || hasSeenMember(project, meaning, name) || !isOne(project, meaning))
      continue;
    const isAlone = isSaidHereAlone(project, module, name);
    const isSeen = isAlone
      ? classMakesNoneUnsaid(project, meaning)
      : classSight(project, meaning) === "whole";
    if (!isSeen || (!isAlone && mayComeLater(project, meaning, name))) continue;
    if (isTried(object, /except[^:]*AttributeError|except:/)) continue;
    yield {
      span: node.field("attribute") ?? node,
      message: `class ${meaning.class.name} has no '${name}': AttributeError when '${node.text}' is reached`,
      related: [{ path: meaning.module.path, span: namePlace(meaning.class), message: "the class" }],
    };
  }
}

/** What `type` gives every class, and an abstract class' metaclass. */
const OF_ANY = /^(mro|register)$/;

/** Whether the class is defined once, and nothing but itself and those above it gives it names. */
function isOne(project: ProjectFacts, placed: PlacedClass): boolean {
  const { class: facts } = placed;
  const bindings = facts.scope.parent?.bindings.get(facts.name);
  return bindings?.length === 1 && addsNoNames(project, placed);
}
