import {
  caughtBy,
  type Finding,
  isBuiltinException,
  isText,
  type ModuleFacts,
  moduleMeant,
  type PlacedClass,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  runsOnPython3,
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
    const [raised] = statement.namedChildren;
    const made = raised?.type === "call" ? raised.field("function") : null;
    const value = made && project.meaning(module, made).kind === "class" ? made : raised;
    if (value?.type !== "identifier" && value?.type !== "attribute") continue;
    const kind = notRaisable(project, module, value);
    if (kind) yield { span: statement, message: `'${value.text}' is ${kind}: TypeError when this line runs` };
  }
}

function notRaisable(project: ProjectFacts, module: ModuleFacts, value: SyntaxNode): string | undefined {
  if (value.type === "identifier" && isText(module, value)) return "a string, not an exception";
  if (moduleMeant(project, module, value) !== undefined) return "a module, not an exception";
  return kindOf(project, module, value);
}

function notCaught(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): string | undefined {
  const callee = node.type === "call" ? node.field("function") : null;
  if (callee)
    return isMaker(project, module, callee)
      ? "it makes an exception and is not a class: TypeError"
      : undefined;
  if (node.type === "attribute") {
    const object = node.field("object");
    if (object && isBuiltinException(module, object))
      return `the builtin ${object.text} has no such attribute: AttributeError`;
  }
  const written = LITERALS.get(node.type) ?? listHeld(project, module, node);
  if (written !== undefined) return `it is ${written}, and only a tuple may name several: TypeError`;
  if (moduleMeant(project, module, node) !== undefined) return "it is a module, not a class: TypeError";
  const kind = kindOf(project, module, node);
  return kind && `it is ${kind}: TypeError`;
}

const LITERALS: ReadonlyMap<string, string> = new Map([
  ["list", "a list"],
  ["set", "a set"],
  ["string", "a string"],
]);

/** A name that is given a list of classes, and nothing else. */
function listHeld(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): string | undefined {
  const meaning = project.meaning(module, node);
  return meaning.kind === "assignment" && meaning.assignment.value?.type === "list" ? "a list" : undefined;
}

/** What a name of the tree stands for, if that is a function or a class which is certainly no exception. */
function kindOf(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): string | undefined {
  const meaning = project.meaning(module, node);
  if (meaning.kind === "function")
    return meaning.function.decorators.length > 0 ? undefined : "a function, not an exception class";
  if (meaning.kind !== "class") return undefined;
  const { classes, complete } = project.classOrder(meaning);
  const isPlain = ({ class: { bases, decorators } }: PlacedClass) =>
    decorators.length === 0 && !bases.some(({ text }) => /^(Base)?Exception$/.test(text));
  // Python 2 raises what has no base
  const isNew =
    runsOnPython3(project, module) ||
    classes.some(({ class: { bases } }) => bases.some(({ text }) => text === "object"));
  return complete && isNew && classes.every(isPlain) ? "a class that derives from no exception" : undefined;
}

/** A call of a class: of the tree, or named as classes are, in several words or as exceptions. */
function isMaker(project: ProjectFacts, module: ModuleFacts, callee: SyntaxNode): boolean {
  const meaning = project.meaning(module, callee);
  return meaning.kind === "class" || /(^|\.)[A-Z](\w*(Error|Exception)|[a-z\d]+[A-Z]\w*)$/.test(callee.text);
}
