import {
  abstractMethodsOf,
  type ClassFacts,
  type Finding,
  firstName,
  literally,
  namePlace,
  type PlacedClass,
  type PlacedFunction,
  type ProjectFacts,
  pathsWithWord,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  subclassesOf,
} from "../../src/rule.ts";

/** `Own()` of a class that leaves abstract methods open. */
export const abstractClass: Rule = {
  id: "calls/abstract-class",
  title: "object of a class that leaves abstract methods open",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/library/abc.html#abc.abstractmethod",
  mentions: [["("]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  if (!isUsedHere(project)) return;
  for (const { callee } of module.calls) {
    const meaning = isClassName(callee) ? project.meaning(module, callee) : undefined;
    if (meaning?.kind !== "class") continue;
    const open = abstractMethodsOf(project, meaning);
    if (open.length > 0 && !isToBeMade(project, meaning, open)) yield finding(callee, meaning.class, open);
  }
  for (const facts of module.classes) {
    const placed = { module, class: facts };
    const open = abstractMethodsOf(project, placed);
    if (open.length > 0 && isToBeMade(project, placed, open)) yield finding(namePlace(facts), facts, open);
  }
}

/** Whether it is the class that is at fault, whoever makes an object of it. */
function isToBeMade(project: ProjectFacts, placed: PlacedClass, open: readonly PlacedFunction[]): boolean {
  return isLoaded(project, placed) || isLast(project, placed, open);
}

function isUsedHere(project: ProjectFacts): boolean {
  return project.onceOfTexts("has abstract methods", () => pathsWithWord(project, "abc").length > 0);
}

/** `Own`, `shop.Own`; `cls()` makes an object of a class below as well. */
function isClassName(callee: SyntaxNode): boolean {
  return /^(identifier|attribute)$/.test(callee.type) && !/^(self|cls)$/.test(firstName(callee) ?? "cls");
}

/** Whether setup.cfg names the class for others to load, which make an object of it. */
function isLoaded(project: ProjectFacts, { module, class: { name } }: PlacedClass): boolean {
  const entries = project.onceOfTexts("entry points", () =>
    ["setup.cfg", "pyproject.toml"].map((path) => project.sources.read(path) ?? "").join("\n"),
  );
  return new RegExp(`=\\s*"?${literally(module.name)}:${literally(name)}\\s*"?$`, "m").test(entries);
}

/**
 * Whether a class defines as much of what others declare as it leaves open, and nothing derives from it: it is there to be made,
 * whoever does it. One that defines less is there for those who derive from it elsewhere.
 */
function isLast(project: ProjectFacts, placed: PlacedClass, open: readonly PlacedFunction[]): boolean {
  const { name, methods } = placed.class;
  const [, ...above] = project.classOrder(placed).classes;
  const isDeclared = (method: string) =>
    above.some(({ class: facts }) =>
      facts.methods.get(method)?.decorators.some((one) => /(^|\.)abstract/.test(one.name ?? "")),
    );
  return (
    !/base|abstract|mixin|interface/i.test(name) &&
    open.every(({ function: { owner } }) => owner !== placed.class) &&
    [...methods.keys()].filter(isDeclared).length >= open.length &&
    subclassesOf(project, placed).length === 0
  );
}

function finding(span: SyntaxNode, { name }: ClassFacts, open: readonly PlacedFunction[]): Finding {
  const names = open.map(({ function: method }) => method.name);
  return {
    span,
    message: `${name} leaves ${names.map((one) => `${one}()`).join(", ")} abstract: TypeError when an object of it is made`,
    related: open.map(({ module, function: method }) => ({
      path: module.path,
      span: namePlace(method),
      message: `${method.name}() is abstract`,
    })),
  };
}
