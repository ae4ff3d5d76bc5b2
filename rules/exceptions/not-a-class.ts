import {
  builtinExceptionBase,
  caughtBy,
  type Finding,
  isText,
  type ModuleFacts,
  moduleMeant,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `except` or `raise` with what is no exception class: a module, a made exception, a text. */
export const notAClass: Rule = {
  id: "exceptions/not-a-class",
  title: "except or raise with something that is no exception class",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/baa0b4ff83",
  mentions: [["except", "raise"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const clause of module.tree.ofType("except_clause")) {
    for (const node of caughtBy(clause)) {
      const reason = notCaught(project, module, node);
      if (reason)
        yield { span: node, message: `'except ${node.text}': ${reason} when an exception gets here` };
    }
  }
  for (const statement of module.tree.ofType("raise_statement")) {
    const [value] = statement.namedChildren;
    if (value?.type !== "identifier" && value?.type !== "attribute") continue;
    if (value.type === "identifier" && isText(module, value))
      yield {
        span: statement,
        message: `'${value.text}' is a string, not an exception: TypeError when this line runs`,
      };
    else if (moduleMeant(project, module, value) !== undefined)
      yield {
        span: statement,
        message: `'${value.text}' is a module, not an exception: TypeError when this line runs`,
      };
  }
}

function notCaught(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): string | undefined {
  const callee = node.type === "call" ? node.field("function") : null;
  if (callee)
    return isMaker(project, module, callee)
      ? "it makes an exception and is not a class: TypeError"
      : undefined;
  if (node.type === "attribute") {
    const object = node.field("object");
    const isBuiltin =
      object?.type === "identifier" &&
      (object.text === "Exception" || builtinExceptionBase(object.text) !== undefined) &&
      module.lookup(object.text, module.scopeAt(node)) === undefined;
    if (isBuiltin) return `the builtin ${object.text} has no such attribute: AttributeError`;
  }
  return moduleMeant(project, module, node) === undefined
    ? undefined
    : "it is a module, not a class: TypeError";
}

/** A call of a class: of the tree, or named as classes are, in several words or as exceptions. */
function isMaker(project: ProjectFacts, module: ModuleFacts, callee: SyntaxNode): boolean {
  const meaning = project.meaning(module, callee);
  if (meaning.kind === "class") return true;
  return (
    meaning.kind !== "function" && /(^|\.)[A-Z](\w*(Error|Exception)|[a-z\d]+[A-Z]\w*)$/.test(callee.text)
  );
}
