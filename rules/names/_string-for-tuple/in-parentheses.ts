import {
  checkedCallsOf,
  type Finding,
  type FunctionFacts,
  insertion,
  type ModuleFacts,
  ownNodes,
  type RuleContext,
  type SyntaxNode,
  stringValue,
} from "../../../src/rule.ts";

/** `x in ('text')`, `NAMES = ('text')`, `paint(('text'))`. */
export function* inParentheses(context: RuleContext): Generator<Finding> {
  const { module } = context;
  const alone = module.tree.ofType("parenthesized_expression").filter(isLoneWord);
  for (const node of alone) {
    const use = useOf(module, node);
    if (use) yield findingOf(node, use);
  }
  if (alone.some(({ parent }) => parent?.type === "argument_list")) yield* passed(context);
}

function findingOf(node: SyntaxNode, use: string): Finding {
  return {
    span: node,
    message: `${node.text} is a string, not a tuple: ${use}`,
    fix: {
      // a name may be used elsewhere as the text that it is
      kind: node.parent?.type === "assignment" ? "unsafe" : "safe",
      title: "make it a tuple",
      edits: [insertion(node.end - 1, ",")],
    },
  };
}

/** `('word')` on one line, without implicit concatenation; longer texts are parenthesised for wrapping. */
function isLoneWord(node: SyntaxNode): boolean {
  const [only, ...more] = node.namedChildren;
  if (only?.type !== "string" || more.length > 0 || node.text.includes("\n")) return false;
  return /^[\w.:/@-]+$/.test(stringValue(only) ?? "");
}

function useOf(module: ModuleFacts, node: SyntaxNode): string | undefined {
  const parent = node.parent;
  if (parent?.type === "comparison_operator")
    return isAfterIn(node) ? "'in' looks for a part of it" : undefined;
  if (parent?.type === "for_statement" && node.fieldName === "right") return "the loop runs over its letters";
  if (parent?.type !== "assignment" || node.fieldName !== "right") return undefined;
  const name = parent.field("left");
  const letters = stringValue(node.namedChildren[0] ?? null)?.length;
  const isOfMany =
    name !== null && /^(tuple_pattern|pattern_list)$/.test(name.type) && name.text.includes(",");
  if (isOfMany && name.namedChildren.length !== letters)
    return "the names on the left take its letters one by one, and it has another number of them";
  if (name?.type !== "identifier") return undefined;
  if (name.text === "__all__") return "'import *' looks for its letters, one by one, and fails";
  return isUsedAsCollection(module, name.text) || OF_MANY.test(name.text)
    ? `'in' and loops over '${name.text}' see its letters`
    : undefined;
}

/** What fills a parameter that the function takes apart. */
function* passed({ module, project }: RuleContext): Generator<Finding> {
  for (const { callee, fit } of checkedCallsOf(project, module))
    for (const [{ value }, { name }] of fit.filled)
      if (value.type === "parenthesized_expression" && isLoneWord(value) && takesApart(callee.function, name))
        yield findingOf(value, `${callee.function.name}() takes its '${name}' apart, letter by letter`);
}

/** Whether a function treats a parameter as a collection; a text may be asked for a part of it. */
function takesApart({ node }: FunctionFacts, parameter: string): boolean {
  return [...ownNodes(node)].some(
    (read) =>
      read.type === "identifier" &&
      read.text === parameter &&
      read.parent?.type !== "comparison_operator" &&
      isCollectionIn(read),
  );
}

/** Names of constants, and of what is made of several words, that stand for many. */
const OF_MANY =
  /[A-Z]S$|_(LIST|TUPLE|TYPES)$|_(\w*types|protocols|strings|flags|names|keys|fields|values|states|formats|options)$/;

function isAfterIn(node: SyntaxNode): boolean {
  const siblings = node.parent?.children ?? [];
  return /(^|\s)in$/.test(siblings[siblings.indexOf(node) - 1]?.text ?? "");
}

function isUsedAsCollection(module: ModuleFacts, name: string): boolean {
  return module.tree.ofType("identifier").some((other) => {
    if (other.text !== name) return false;
    // `self.NAME` of a class
    const read = isOfSelf(other) ? other.parent : other;
    return read !== null && isCollectionIn(read);
  });
}

function isOfSelf({ parent, fieldName }: SyntaxNode): boolean {
  return (
    parent?.type === "attribute" &&
    fieldName === "attribute" &&
    /^(self|cls)$/.test(parent.field("object")?.text ?? "")
  );
}

/** `in x`, `for … in x`, `f(*x)`, `names.extend(x)`. */
function isCollectionIn(read: SyntaxNode): boolean {
  const { parent } = read;
  switch (parent?.type) {
    case "comparison_operator":
      return isAfterIn(read);
    case "for_statement":
    case "for_in_clause":
      return read.fieldName === "right";
    case "list_splat":
      return true;
    case "argument_list":
      return /\.extend$/.test(parent.parent?.field("function")?.text ?? "");
    default:
      return false;
  }
}
