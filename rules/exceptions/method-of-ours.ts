import {
  caughtBy,
  caughtName,
  definitionsNamed,
  descendants,
  type Finding,
  isBuiltinException,
  literally,
  type ModuleFacts,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `except yaml.YAMLError as e: … e.format_message()`: only the tree's own exceptions have that. */
export const methodOfOurs: Rule = {
  id: "exceptions/method-of-ours",
  title: "method that only the tree's own exceptions have",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/library/exceptions.html",
  mentions: [["except"], [".format_message("]],
  check,
};

const OURS = "format_message";

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const clause of module.tree.ofType("except_clause")) {
    const name = caughtName(clause);
    const caught = name === undefined ? [] : caughtBy(clause);
    if (caught.length === 0 || !clause.text.includes(`${name}.${OURS}(`)) continue;
    if (!caught.every((node) => isForeign(project, module, node)) || asksFirst(clause, name ?? "")) continue;
    const owner = ownerOf(project);
    const call = [...descendants(clause)].find((node) => node.text === `${name}.${OURS}`);
    if (owner === undefined || !call) continue;
    yield {
      span: call,
      message: `${caught[0]?.text} has no ${OURS}(), which is a method of this tree's ${owner}: AttributeError hides the error`,
    };
  }
}

/** An exception of the language, of which not all others derive, or of a library that knows nothing of the tree. */
function isForeign(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): boolean {
  const meaning = project.meaning(module, node);
  if (meaning.kind === "external") return LIBRARIES.test(meaning.name);
  return node.text !== "Exception" && isBuiltinException(module, node);
}

const LIBRARIES =
  /^(yaml|json|simplejson|requests|jsonschema|sqlalchemy|socket|ssl|subprocess|netaddr|ldap|paramiko|urllib|urllib2|httplib|http|xml|lxml|redis|jsonpatch|libvirt)(\.|$)/;

function asksFirst({ text }: SyntaxNode, name: string): boolean {
  return new RegExp(
    `(attr|isinstance)\\(\\s*${literally(name)}\\b|\\b${literally(name)}\\s*=[^=]|\\bas ${literally(name)}\\b[^]*\\bas ${literally(name)}\\b`,
  ).test(text);
}

/** A class of the tree that has the method. */
function ownerOf(project: ProjectFacts): string | undefined {
  return project.once(`owner of ${OURS}`, () => {
    for (const {
      function: { owner },
    } of definitionsNamed(project, OURS))
      if (owner) return owner.name;
    return undefined;
  });
}
