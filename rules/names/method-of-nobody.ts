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
    const part = call.callee.type === "attribute" ? partOf(call) : undefined;
    const placed = part === undefined || told.has(name) ? undefined : companyOf(project, part);
    if (!placed || !isOpen(project, module, call) || !familyLacks(project, placed, name)) continue;
    told.add(name);
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
function isOpen(project: ProjectFacts, module: ModuleFacts, call: CallFacts): boolean {
  const object = call.callee.field("object");
  if (!object || calleeOfCall(project, module, call.callee) || classOfValue(project, module, object))
    return false;
  return !isMadeHere(module, object) && /^(unknown|assignment)$/.test(project.meaning(module, object).kind);
}

/** Whether the module itself gives the part what a call made: it knows of what class that is, as far from the name as it may be. */
function isMadeHere(module: ModuleFacts, object: SyntaxNode): boolean {
  return new RegExp(`(?<![\\w.])${object.text.replaceAll(".", "\\.")} = [\\w.]+\\(`).test(module.text);
}

/**
 * The class that has nearly all the methods which the tree calls on things of a name; `undefined` where there is no one
 * class.
 */
function companyOf(project: ProjectFacts, part: string): PlacedClass | undefined {
  return project.once(`company of ${part}`, () => {
    const names = calledOn(project, part);
    const owners = new Map<PlacedClass["class"], { readonly placed: PlacedClass; count: number }>();
    for (const name of names)
      for (const placed of ownersOf(project, name)) {
        const held = owners.get(placed.class) ?? { placed, count: 0 };
        held.count += 1;
        owners.set(placed.class, held);
      }
    const [first, second] = [...owners.values()].sort((one, other) => other.count - one.count);
    const isAlone = first && first.count > (second?.count ?? 0) && (second?.count ?? 0) * 3 <= first.count;
    return isAlone && first.count >= 4 && first.count * 4 >= names.length * 3 ? first.placed : undefined;
  });
}

/** The names, each once, that the tree calls on things of a name. */
function calledOn(project: ProjectFacts, part: string): readonly string[] {
  const pattern = new RegExp(`\\b${part}\\.(\\w+)\\(`, "g");
  const names = new Set<string>();
  for (const path of pathsWithWord(project, part))
    for (const [, name = ""] of (project.text(path) ?? "").matchAll(pattern))
      if (!isOfContainer(name)) names.add(name);
  return [...names];
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
