import {
  type CallFacts,
  calleeOfCall,
  classOfValue,
  type Finding,
  familyLacksUnsaid,
  functionsNamed,
  functionWithParameter,
  hasSeenMember,
  isOfContainer,
  type ModuleFacts,
  namePlace,
  type PlacedClass,
  type ProjectFacts,
  pathsAssigning,
  pathsDefining,
  pathsWithWord,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  selfAssignments,
  subclassesOf,
} from "../../src/rule.ts";

/**
 * `self.state_manager.get_boot_data()` where all else that is called on state managers is one class', which has no such
 * method.
 */
export const methodOfNobody: Rule = {
  id: "names/method-of-nobody",
  title: "method that nothing has, on what is one class' everywhere else",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/datamodel.html#object.__getattr__",
  mentions: [["."]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  const told = new Set<string>();
  for (const call of module.calls) {
    const name = call.name?.slice(call.name.lastIndexOf(".") + 1) ?? "";
    // look-ups; nearly every name ends here
    if (name.length < 8 || !name.includes("_") || name.startsWith("__") || !isNobodys(project, module, name))
      continue;
    if (told.has(name) || call.callee.type !== "attribute") continue;
    const company = companyOf(project, module, call);
    if (
      !company ||
      !isOpen(project, module, call, company) ||
      !familyLacksUnsaid(project, company.placed, name)
    )
      continue;
    told.add(name);
    const { part, placed } = company;
    yield {
      span: call.callee.field("attribute") ?? call.callee,
      message: `nothing in this tree has '${name}', and all else that is called on '${part}' are methods of ${placed.class.name}: AttributeError when this line runs`,
      related: [{ path: placed.module.path, span: namePlace(placed.class), message: "the class" }],
    };
  }
}

/** Whether no other module says the name, and this one at one place only. */
function isNobodys(project: ProjectFacts, module: ModuleFacts, name: string): boolean {
  const [only, ...more] = pathsWithWord(project, name);
  if (only !== module.path || more.length > 0) return false;
  if (pathsDefining(project, name).length > 0 || pathsAssigning(project, name).length > 0) return false;
  return !new RegExp(`['"]${name}['"]|\\bdef ${name}\\b`).test(module.text);
}

/** `state_manager` of `self.state_manager.lock_task()`: long enough to be called so for what it is. */
function partOf({ callee }: CallFacts): string | undefined {
  const object = callee.field("object");
  const isNamed = object?.type === "identifier" || object?.type === "attribute";
  const part = isNamed ? (object.field("attribute") ?? object).text : "";
  return part.length > 5 && part.includes("_") ? part : undefined;
}

/** A value whose class nothing tells. */
function isOpen(project: ProjectFacts, module: ModuleFacts, call: CallFacts, { isHere }: Company): boolean {
  const object = call.callee.field("object");
  if (!object || calleeOfCall(project, module, call.callee) || classOfValue(project, module, object))
    return false;
  if (isHere ? !isHandedIn(project, module, object) : isMadeHere(module, object)) return false;
  return /^(unknown|assignment)$/.test(project.meaning(module, object).kind);
}

/** Whether the module itself gives the part what a call made: it knows of what class that is, as far from the name as it may be. */
function isMadeHere(module: ModuleFacts, object: SyntaxNode): boolean {
  return new RegExp(`(?<![\\w.])${object.text.replaceAll(".", "\\.")} = [\\w.]+\\(`).test(module.text);
}

/**
 * Whether an object comes from elsewhere in the tree, as a parameter, or is one of the tree's: what a library makes may have the
 * methods of the class that wraps it.
 */
function isHandedIn(project: ProjectFacts, module: ModuleFacts, object: SyntaxNode): boolean {
  if (object.type === "identifier") {
    const [only, ...more] = module.lookup(object.text, module.scopeAt(object))?.bindings ?? [];
    return only !== undefined && more.length === 0 && functionWithParameter(module, only) !== undefined;
  }
  const name = /^self\.(\w+)$/.exec(object.text)?.[1];
  return (
    name !== undefined &&
    selfAssignments(module, name).every(({ value }) => {
      const callee = value?.type === "call" ? value.field("function") : null;
      if (callee) return project.meaning(module, callee).kind === "class";
      return value !== null && /^(none|identifier|attribute)$/.test(value.type);
    })
  );
}

/** What an object goes by, and the class whose methods are called on it. */
interface Company {
  readonly part: string;
  readonly placed: PlacedClass;
  /** Whether its own module's calls tell, and not those of others under its name. */
  readonly isHere: boolean;
}

/** The company that the object of a call keeps in the whole tree under its name, or in its module under the same expression. */
function companyOf(project: ProjectFacts, module: ModuleFacts, call: CallFacts): Company | undefined {
  const part = partOf(call);
  const everywhere = part === undefined ? undefined : companyInTree(project, part);
  if (part !== undefined && everywhere) return { part, placed: everywhere, isHere: false };
  const object = call.callee.field("object");
  // what `self` has is told by other rules
  if (!object || !/^(identifier|attribute)$/.test(object.type) || /^(self|cls)$/.test(object.text))
    return undefined;
  const here = companyHere(project, module, object.text);
  return here && { part: object.text, placed: here, isHere: true };
}

/** A class that has three in four of the methods which the tree calls on things of a name, or more. */
function companyInTree(project: ProjectFacts, part: string): PlacedClass | undefined {
  return project.once(`company of ${part}`, () => {
    const texts = pathsWithWord(project, part).map((path) => project.text(path) ?? "");
    const names = namesCalled(project, texts, new RegExp(`\\b${part}\\.(\\w+)\\(`, "g"));
    return ownerOfMost(project, names, names.length / 4);
  });
}

/** A class that has all methods which a module calls on one expression but one in ten. */
function companyHere(project: ProjectFacts, module: ModuleFacts, object: string): PlacedClass | undefined {
  const pattern = new RegExp(`(?<![\\w.])${object.replaceAll(".", "\\.")}\\.(\\w+)\\(`, "g");
  const names = namesCalled(project, [module.text], pattern);
  return ownerOfMost(project, names, Math.max(1, names.length / 10));
}

/** Fewer methods may have the names of a class' by chance. */
const FEWEST = 4;

/** The names, each once, that texts call on what a pattern finds, which may be a module as well. */
function namesCalled(project: ProjectFacts, texts: readonly string[], pattern: RegExp): readonly string[] {
  const names = new Set<string>();
  for (const text of texts)
    for (const [, name = ""] of text.matchAll(pattern)) if (!isOfContainer(name)) names.add(name);
  return [...names].filter((name) => !isOfModule(project, name));
}

/** Whether only functions of modules, and classes, have a name. */
function isOfModule(project: ProjectFacts, name: string): boolean {
  const homes = pathsDefining(project, name).flatMap((path) => project.module(path) ?? []);
  return (
    homes.length > 0 &&
    homes.every(
      (home) => home.scope.bindings.has(name) && functionsNamed(home, name).every(({ owner }) => !owner),
    )
  );
}

/** A class that has some of the names itself, and with those above and below it all but so many. */
function ownerOfMost(
  project: ProjectFacts,
  names: readonly string[],
  mostLacking: number,
): PlacedClass | undefined {
  const counts = new Map<PlacedClass["class"], number>();
  const owners = names.flatMap((name) => ownersOf(project, name));
  for (const { class: facts } of owners) counts.set(facts, (counts.get(facts) ?? 0) + 1);
  const candidates = new Map(owners.map((placed) => [placed.class, placed]));
  return [...candidates.values()]
    .filter((placed) => (counts.get(placed.class) ?? 0) >= FEWEST)
    .sort((one, other) => (counts.get(other.class) ?? 0) - (counts.get(one.class) ?? 0))
    .slice(0, MOST_CANDIDATES)
    .find((placed) => {
      const family = [placed, ...subclassesOf(project, placed)];
      const has = (name: string) => family.some((one) => hasSeenMember(project, one, name));
      return names.filter((name) => !has(name)).length <= mostLacking && !isWrapper(family, names);
    });
}

/** Whether classes hand half of what is asked of them on under the same names: what they wrap may have more. */
function isWrapper(family: readonly PlacedClass[], names: readonly string[]): boolean {
  const texts = family.map(({ class: { node } }) => node.text);
  const handedOn = names.filter((name) => {
    const pattern = new RegExp(`(?<!\\bself|\\bcls|\\))\\.${name}\\(`);
    return texts.some((text) => pattern.test(text));
  });
  return handedOn.length * 2 >= names.length;
}

/** Those that have fewer of the names than so many others are not looked at. */
const MOST_CANDIDATES = 6;

/**
 * The classes that have a method, and those above them that have it first; none where many do, as what many have tells
 * nothing.
 */
function ownersOf(project: ProjectFacts, name: string): readonly PlacedClass[] {
  const paths = pathsDefining(project, name);
  if (paths.length > MOST_MODULES) return [];
  const owners = new Map<PlacedClass["class"], PlacedClass>();
  const roots = new Set<PlacedClass["class"]>();
  for (const path of paths) {
    const module = project.module(path);
    for (const { owner } of module ? functionsNamed(module, name) : []) {
      if (!module || !owner) continue;
      const placed = { module, class: owner };
      const root = rootWith(project, placed, name);
      roots.add(root.class);
      for (const one of [placed, root]) owners.set(one.class, one);
    }
  }
  return roots.size > 3 ? [] : [...owners.values()];
}

/** Drivers beside each other, which have what their base class has. */
const MOST_MODULES = 12;

/** The topmost of the classes above one that have a method: itself, where none has. */
function rootWith(project: ProjectFacts, placed: PlacedClass, name: string): PlacedClass {
  return project.classOrder(placed).classes.findLast((one) => one.class.methods.has(name)) ?? placed;
}
