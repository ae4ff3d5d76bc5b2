import {
  type CallFacts,
  calleeOfCall,
  classOfValue,
  type Finding,
  familyLacks,
  functionsNamed,
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
    if (!company || !isOpen(project, module, call, company) || !familyLacks(project, company.placed, name))
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
  if (!isHere && isMadeHere(module, object)) return false;
  return /^(unknown|assignment)$/.test(project.meaning(module, object).kind);
}

/** Whether the module itself gives the part what a call made: it knows of what class that is, as far from the name as it may be. */
function isMadeHere(module: ModuleFacts, object: SyntaxNode): boolean {
  return new RegExp(`(?<![\\w.])${object.text.replaceAll(".", "\\.")} = [\\w.]+\\(`).test(module.text);
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

/** The class that has three in four of the methods which the tree calls on things of a name, or more. */
function companyInTree(project: ProjectFacts, part: string): PlacedClass | undefined {
  return project.once(`company of ${part}`, () => {
    const pattern = new RegExp(`\\b${part}\\.(\\w+)\\(`, "g");
    const names = namesCalled(
      pathsWithWord(project, part).map((path) => project.text(path) ?? ""),
      pattern,
    );
    const owner = mainOwner(project, names);
    return owner && owner.count * 4 >= names.length * 3 ? owner.placed : undefined;
  });
}

/** A class that has all methods which a module calls on one expression but one in ten. */
function companyHere(project: ProjectFacts, module: ModuleFacts, object: string): PlacedClass | undefined {
  const pattern = new RegExp(`(?<![\\w.])${object.replaceAll(".", "\\.")}\\.(\\w+)\\(`, "g");
  const names = namesCalled([module.text], pattern);
  const most = Math.max(1, names.length / 10);
  return ownersBySize(project, names)
    .filter(({ count }) => count >= FEWEST)
    .find(({ placed }) => names.filter((name) => familyLacks(project, placed, name)).length <= most)?.placed;
}

/** The names, each once, that texts call on what a pattern finds. */
function namesCalled(texts: readonly string[], pattern: RegExp): readonly string[] {
  const names = new Set<string>();
  for (const text of texts)
    for (const [, name = ""] of text.matchAll(pattern)) if (!isOfContainer(name)) names.add(name);
  return [...names];
}

interface Owner {
  readonly placed: PlacedClass;
  count: number;
}

/** The class that has the most of some methods, and three times as many as the next one. */
function mainOwner(project: ProjectFacts, names: readonly string[]): Owner | undefined {
  const [first, second] = ownersBySize(project, names);
  return first && first.count >= FEWEST && (second?.count ?? 0) * 3 <= first.count ? first : undefined;
}

/** Fewer methods may have the names of a class' by chance. */
const FEWEST = 4;

/** The classes that have some methods themselves, those first that have the most of them. */
function ownersBySize(project: ProjectFacts, names: readonly string[]): readonly Owner[] {
  const owners = new Map<PlacedClass["class"], Owner>();
  for (const name of names)
    for (const placed of ownersOf(project, name)) {
      const held = owners.get(placed.class) ?? { placed, count: 0 };
      held.count += 1;
      owners.set(placed.class, held);
    }
  return [...owners.values()].sort((one, other) => other.count - one.count);
}

function ownersOf(project: ProjectFacts, name: string): readonly PlacedClass[] {
  const paths = pathsDefining(project, name);
  // what many have tells nothing
  if (paths.length > 3) return [];
  return paths.flatMap((path) => {
    const module = project.module(path);
    return (module ? functionsNamed(module, name) : []).flatMap(({ owner }) =>
      module && owner ? [{ module, class: owner }] : [],
    );
  });
}
