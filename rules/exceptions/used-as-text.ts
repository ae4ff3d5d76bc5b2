import {
  caughtBy,
  caughtName,
  declaresPython3,
  descendants,
  type Finding,
  type Fix,
  instead,
  isBuiltinException,
  literally,
  type ModuleFacts,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  runsOnPython3,
  type SyntaxNode,
  subclassesOf,
} from "../../src/rule.ts";

/** `error[0]`, `'text' in error` and `error.message` of a caught builtin exception. */
export const usedAsText: Rule = {
  id: "exceptions/used-as-text",
  title: "caught exception used like its text",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/whatsnew/3.0.html#changes-to-exceptions",
  mentions: [["except"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const clause of module.tree.ofType("except_clause")) {
    const name = caughtName(clause);
    if (name === undefined || !isSuspect(clause.text, name)) continue;
    const areOurs = caughtBy(clause).every((node) => hasNoParts(project, module, node));
    if (!areOurs && !areBuiltin(module, clause) && !isAny(project, module, clause)) continue;
    if (isRebound(clause, name) || !runsOnPython3(project, module)) continue;
    for (const node of descendants(clause)) {
      const why = whyNot(node, name);
      if (!why) continue;
      if (
        areOurs &&
        node.type === "attribute" &&
        caughtBy(clause).some((one) => mayHaveMessage(project, module, one))
      )
        continue;
      if (!isGuarded(node, clause, name))
        yield { span: node, message: `${why}: the error is lost`, fix: inPython3(node, name) };
    }
  }
}

/** A look at the text before anything else is asked. */
function isSuspect(text: string, name: string): boolean {
  return new RegExp(`\\b${literally(name)}(\\[|\\.message\\b)|\\bin ${literally(name)}\\b`).test(text);
}

/** All that is caught is the language's own, and no more than an exception: a wider class may have subclasses with more. */
function areBuiltin(module: ModuleFacts, clause: SyntaxNode): boolean {
  const caught = caughtBy(clause);
  return caught.length > 0 && caught.every((node) => isPlainException(module, node));
}

/** `except Exception` in a tree that says that it is for Python 3: what comes is the language's own sooner or later. */
function isAny(project: ProjectFacts, module: ModuleFacts, clause: SyntaxNode): boolean {
  const [only, ...more] = caughtBy(clause);
  return (
    only?.text === "Exception" &&
    more.length === 0 &&
    module.lookup("Exception", module.scopeAt(only)) === undefined &&
    declaresPython3(project)
  );
}

function isPlainException(module: ModuleFacts, node: SyntaxNode): boolean {
  if (/^(socket|select|os)\.error$/.test(node.text)) return true;
  return isBuiltinException(module, node) && !/^Exception$|Unicode|Warning/.test(node.text);
}

/** A class of the tree that adds no elements to what the language's exceptions have, all of its bases known. */
function hasNoParts(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): boolean {
  const meaning = project.meaning(module, node);
  if (meaning.kind !== "class") return false;
  const { classes, complete } = project.classOrder(meaning);
  return (
    complete &&
    classes.every(({ class: { methods } }) =>
      ["__getitem__", "__contains__", "__iter__", "__getattr__"].every((name) => !methods.has(name)),
    )
  );
}

/** Whether a class, or one above it, gives its exceptions a message, or a class below may. */
function mayHaveMessage(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): boolean {
  const meaning = project.meaning(module, node);
  if (meaning.kind !== "class") return true;
  return [...project.classOrder(meaning).classes, ...subclassesOf(project, meaning)].some(
    ({ class: { scope, node } }) => scope.bindings.has("message") || SETS_MESSAGE.test(node.text),
  );
}

/** A message that is only handed on, `message = self.template % values`, is none that the exception keeps. */
const SETS_MESSAGE = /\bself\.message\s*(?:,[^=]*)?=[^=]|['"]message['"]|\b__dict__\b|\bsetattr\(/;

function isRebound(clause: SyntaxNode, name: string): boolean {
  return new RegExp(
    `\\b${literally(name)}(?:\\.message)?\\s*=[^=]|\\bfor\\b.*\\b${literally(name)}\\b.*\\bin\\b`,
  ).test(clause.text);
}

function whyNot(node: SyntaxNode, name: string): string | undefined {
  if (node.type === "subscript" && node.field("value")?.text === name)
    return `exceptions cannot be indexed in Python 3, '${name}.args' can: TypeError in the handler`;
  if (
    node.type === "attribute" &&
    node.field("object")?.text === name &&
    node.field("attribute")?.text === "message"
  )
    return `Python's own exceptions have no 'message' in Python 3, str(${name}) is the text: AttributeError in the handler`;
  const isAsked =
    node.type === "comparison_operator" &&
    node.namedChildren.at(-1)?.text === name &&
    node.children.some(({ type }) => type === "in" || type === "not in");
  return isAsked
    ? `'in' does not look into an exception, str(${name}) is the text: TypeError in the handler`
    : undefined;
}

/** `e.args[0]`, `str(e)` and `'text' in str(e)`, which both Pythons understand. */
function inPython3(node: SyntaxNode, name: string): Fix {
  if (node.type === "subscript") return instead(node.field("value") ?? node, `${name}.args`);
  const part = node.type === "attribute" ? node : (node.namedChildren.at(-1) ?? node);
  return instead(part, isMadeText(part) ? name : `str(${name})`);
}

/** `str(e.message)`: that makes a text already. */
function isMadeText({ parent }: SyntaxNode): boolean {
  const callee = parent?.type === "argument_list" ? parent.parent?.field("function") : undefined;
  return parent?.namedChildren.length === 1 && /^(str|unicode|six\.text_type)$/.test(callee?.text ?? "");
}

/** `hasattr(e, 'message')`, `version_info`, a handler of its own. */
function isGuarded(node: SyntaxNode, clause: SyntaxNode, name: string): boolean {
  for (let at = node.parent; at && at !== clause; at = at.parent) {
    if (at.type === "try_statement") return true;
    if (/^(if_statement|conditional_expression|boolean_operator)$/.test(at.type))
      if (
        new RegExp(
          `attr\\(\\s*${literally(name)}\\b|version_info|PY[23]\\b|isinstance\\(\\s*${literally(name)}\\b`,
        ).test(at.text)
      )
        return true;
  }
  return false;
}
