import {
  ancestorOf,
  attributeMeant,
  classSight,
  type Finding,
  hasSeenMember,
  isGivenFromOutside,
  isOfVersioned,
  isTarget,
  literally,
  type ModuleFacts,
  makesNoneUnsaid,
  type PlacedClass,
  type ProjectFacts,
  pathsDefining,
  pathsWithWord,
  placesOfWord,
  type Rule,
  type RuleContext,
  receiverClass,
  type SyntaxNode,
  subclassesOf,
} from "../../src/rule.ts";

/** `self.name` that neither the class, nor its ancestors, nor anything else in the tree defines. */
export const undefinedMethod: Rule = {
  id: "names/undefined-method",
  title: "attribute of self that nothing defines",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/datamodel.html#object.__getattr__",
  mentions: [["self."]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const node of module.tree.ofType("attribute")) {
    const object = node.field("object");
    const name = node.field("attribute")?.text ?? "";
    if (
      object?.type !== "identifier" ||
      object.text !== "self" ||
      name.startsWith("__") ||
      isTarget(node) ||
      name.startsWith("assert")
    )
      continue;
    const facts = module.classAround(node);
    if (!facts) continue;
    const placed = { module, class: facts };
    if (mayHave(project, placed, name)) continue;
    if (
      isOptional(module, name) ||
      isOfItsKind(node) ||
      receiverClass(project, module, object)?.class !== facts
    )
      continue;
    // names/misspelt-attribute says of these what is meant
    if (attributeMeant(project, module, node) !== undefined) continue;
    yield {
      span: node,
      message: `self.${name}: neither ${facts.name} nor its base classes define '${name}': AttributeError when this line runs`,
    };
  }
}

/** Whether the class, or one that it is mixed into, may have the attribute. */
function mayHave(project: ProjectFacts, placed: PlacedClass, name: string): boolean {
  const { module, class: facts } = placed;
  const isWhole = classSight(project, placed) === "whole";
  const isRare = !isOfVersioned(name) && isInOneModule(project, module, name);
  if (!(isWhole || isRare) || hasSeenMember(project, placed, name)) return true;
  const isAlone = isRare && isReadOnly(module, name);
  if (!isWhole && !(isAlone && makesNoneUnsaid(project, placed, name))) return true;
  const hasIt = (below: PlacedClass) =>
    isAlone
      ? !makesNoneUnsaid(project, below, name)
      : classSight(project, below) !== "whole" || hasSeenMember(project, below, name);
  const below = subclassesOf(project, placed);
  if (below.some(hasIt) || isGivenFromOutside(project, placed, name)) return true;
  // all that it is mixed into was looked at
  const isSettled = isAlone && /^_[^_]/.test(name) && below.length > 0;
  return !isSettled && isMixinsWish(project, facts.name, name);
}

function isInOneModule(project: ProjectFacts, { path }: ModuleFacts, name: string): boolean {
  const paths = pathsWithWord(project, name);
  return paths.length === 1 && paths[0] === path;
}

/** Whether all that the module does with a name is to read it of `self`: no string, field, definition or caller knows of it. */
function isReadOnly(module: ModuleFacts, name: string): boolean {
  const said = [...placesOfWord(module.text, name)].length;
  return (
    said === 1 ||
    said === module.text.match(new RegExp(`\\bself\\.${literally(name)}\\b(?!\\s*=[^=])`, "g"))?.length
  );
}

/** A mixin counts on methods of the classes that it will be mixed into, which may be outside of the tree. */
function isMixinsWish(project: ProjectFacts, owner: string, name: string): boolean {
  if (/mixin/i.test(owner)) return true;
  return /mixin|base|abstract|common/i.test(owner) && pathsDefining(project, name).length > 0;
}

/** `if issubclass(Door, dict): self.items()`: made for classes that may derive from it. */
function isOfItsKind(node: SyntaxNode): boolean {
  for (
    let around = ancestorOf(node, "if_statement", "function_definition");
    around?.type === "if_statement";
    around = ancestorOf(around, "if_statement", "function_definition")
  )
    if (/\bissubclass\(/.test(around.field("condition")?.text ?? "")) return true;
  return false;
}

/** `hasattr(self, 'x')`, `getattr(self, 'x')`. */
function isOptional(module: ModuleFacts, name: string): boolean {
  return new RegExp(`attr\\(\\s*\\w+,\\s*['"]${literally(name)}['"]`).test(module.text);
}
