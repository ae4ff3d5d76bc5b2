import type { Finding, ImportFacts, ModuleFacts, ProjectFacts, Rule, RuleContext } from "../../src/rule.ts";

/** Two modules imported under one name, and attributes read of it that only the first one, which is hidden, has. */
export const importHidden: Rule = {
  id: "names/import-hidden",
  title: "import that hides another of the same name",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/executionmodel.html#naming-and-binding",
  mentions: [["from "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const [name, bindings] of module.scope.bindings) {
    const [first, second, ...more] = bindings;
    if (first?.kind !== "import" || second?.kind !== "import" || more.length > 0) continue;
    if (first.target === second.target || ![first, second].every(isPlain)) continue;
    const read = readsOf(module, name);
    // what is read between the two is the first one's
    if (read.some(({ start }) => start < second.node.start)) continue;
    const lost = lostAttribute(project, first, second, [...new Set(read.map(({ attribute }) => attribute))]);
    if (lost === undefined) continue;
    yield {
      span: second.node,
      message: `'${name}' is ${second.target} from here on and no longer ${first.target}, whose '${lost}' is read below: AttributeError when that line runs`,
      related: [{ path: module.path, span: first.node, message: "the import that is hidden" }],
    };
  }
}

/** Whether the import is a statement of the module itself: neither in `try` nor under a condition. */
function isPlain({ node, local }: ImportFacts): boolean {
  return local !== "*" && node.parent?.parent === null;
}

interface Read {
  readonly attribute: string;
  readonly start: number;
}

/** The attributes that are read of a module-level name. */
function readsOf(module: ModuleFacts, name: string): readonly Read[] {
  return module.tree.ofType("attribute").flatMap((node) => {
    const object = node.field("object");
    if (object?.type !== "identifier" || object.text !== name) return [];
    if (module.lookup(name, module.scopeAt(node))?.scope !== module.scope) return [];
    return [{ attribute: node.field("attribute")?.text ?? "", start: node.start }];
  });
}

/**
 * An attribute of the hidden module that the other lacks. One from outside of the tree is taken to lack it where
 * something is read that the hidden one does not have: both were meant.
 */
function lostAttribute(
  project: ProjectFacts,
  first: ImportFacts,
  second: ImportFacts,
  read: readonly string[],
): string | undefined {
  const hidden = project.moduleNamed(first.target);
  if (!hidden) return undefined;
  const ofHidden = read.filter((name) => has(project, hidden, name) === true);
  const seen = project.moduleNamed(second.target);
  if (seen) return ofHidden.find((name) => has(project, seen, name) === false);
  const isOutside = project.pathOf(second.target.split(".")[0] ?? "") === undefined;
  return isOutside && read.some((name) => has(project, hidden, name) === false) ? ofHidden[0] : undefined;
}

/** Whether a module of the tree has the name; `undefined` where that cannot be told. */
function has(project: ProjectFacts, module: ModuleFacts, name: string): boolean | undefined {
  if (module.scope.bindings.has(name) || project.pathOf(`${module.name}.${name}`) !== undefined) return true;
  const isOpen = module.scope.bindings.has("*") || name.startsWith("__") || OPEN.test(module.text);
  return isOpen || module.tree.errors.length > 0 ? undefined : false;
}

const OPEN = /__getattr__|sys\.modules|globals\(\)|\bexec[ (]|setattr\(|__dict__|^[ \t]+global /m;
