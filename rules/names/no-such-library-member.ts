import {
  caughtBy,
  caughtName,
  classesBelow,
  descendants,
  type Finding,
  importsOfLibraries,
  inheritedBy,
  inheritsFromLibraries,
  isShadowed,
  isStored,
  isTried,
  type LibraryClass,
  lacksMember,
  libraryAttributes,
  libraryClassesOf,
  libraryName,
  literally,
  type ModuleFacts,
  mayBeMissing,
  membersOfImports,
  type ProjectFacts,
  pathsAssigning,
  pathsWithWord,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  shortName,
  wantsOther,
} from "../../src/rule.ts";

/** `notifier.eror()`, `except ProcessExecutionError as e: e.code`: what no release of the library's class has. */
export const noSuchLibraryMember: Rule = {
  id: "names/no-such-library-member",
  title: "member that no release of the library's class has",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/expressions.html#attribute-references",
  mentions: [["import "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  if (importsOfLibraries(project, module).length === 0) return;
  for (const { node, name, holders } of asked(project, module)) {
    if (!lacksMember(holders, name) || isStored(node)) continue;
    const [first] = holders;
    const home = first && libraryName(first.name)?.module;
    if (!home || wantsOther(project, home) || mayBeThere(project, module, node, name)) continue;
    yield {
      span: node,
      message: `${shortName(first)} has no '${name}' in any release up to ${home.library}: AttributeError when this line runs`,
    };
  }
}

interface Asked {
  readonly node: SyntaxNode;
  readonly name: string;
  readonly holders: readonly LibraryClass[];
}

function* asked(project: ProjectFacts, module: ModuleFacts): Generator<Asked> {
  yield* libraryAttributes(project, module);
  yield* askedOfClasses(project, module);
  if (module.text.includes("super(")) yield* askedOfSuper(project, module);
  if (module.text.includes("except")) yield* askedOfExceptions(project, module);
}

/** `fields.Colour.BLEU` */
function* askedOfClasses(project: ProjectFacts, module: ModuleFacts): Generator<Asked> {
  const roots = new Set(importsOfLibraries(project, module).map(({ local }) => local));
  for (const { node, object, root } of membersOfImports(project, module)) {
    if (!roots.has(root) || isShadowed(node, root)) continue;
    const meaning = project.meaning(module, object);
    if (meaning.kind !== "external") continue;
    const name = node.field("attribute")?.text ?? "";
    yield { node, name, holders: libraryClassesOf(meaning.name) };
  }
}

/** `super().strat()` in a class below a library's. */
function* askedOfSuper(project: ProjectFacts, module: ModuleFacts): Generator<Asked> {
  if (!inheritsFromLibraries(project, module)) return;
  for (const { node: call, name: called } of module.calls) {
    const node = called === "super" ? call.parent : null;
    if (node?.type !== "attribute" || call.fieldName !== "object") continue;
    const name = node.field("attribute")?.text ?? "";
    const inherited = inheritedBy(project, module, node, name);
    if (inherited) yield { node, name, holders: inherited.classes };
  }
}

/** `e.code` of `except lib.Error as e`: what comes may be of any class below. */
function* askedOfExceptions(project: ProjectFacts, module: ModuleFacts): Generator<Asked> {
  for (const clause of module.tree.ofType("except_clause")) {
    const local = caughtName(clause);
    if (local === undefined || !clause.text.includes(`${local}.`)) continue;
    const caught = caughtBy(clause).map((node) => {
      const meaning = project.meaning(module, node);
      return meaning.kind === "external" ? libraryClassesOf(meaning.name) : [];
    });
    if (caught.length === 0 || caught.some((classes) => classes.length === 0)) continue;
    if (
      new RegExp(
        `\\b${literally(local)}\\s*=[^=]|\\bas ${literally(local)}\\b[^]*\\bas ${literally(local)}\\b|attr\\(\\s*${literally(local)}\\b|isinstance\\(\\s*${literally(local)}\\b`,
      ).test(clause.text)
    )
      continue;
    for (const node of descendants(clause)) {
      const name = node.type === "attribute" ? (node.field("attribute")?.text ?? "") : "";
      if (name === "" || node.field("object")?.text !== local) continue;
      // asked for all others only where the classes themselves lack it
      if (!caught.every((classes) => lacksMember(classes, name))) continue;
      yield { node, name, holders: classesBelow(caught.flat()) };
    }
  }
}

/** Whether the tree gives objects the name, asks for it first, or minds that it is not there. */
function mayBeThere(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode, name: string): boolean {
  if (mayBeMissing(module, node, name) || isTried(node, /except[^:]*AttributeError|except:/)) return true;
  const given = new RegExp(`\\.${literally(name)}\\s*=[^=]`);
  if (pathsAssigning(project, name).some((path) => given.test(project.text(path) ?? ""))) return true;
  const said = new RegExp(`['"]${literally(name)}['"]`);
  return pathsWithWord(project, name).some((path) => {
    const text = project.text(path) ?? "";
    return said.test(text) && /attr\(/.test(text);
  });
}
