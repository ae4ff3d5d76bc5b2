import type { Finding, Rule, RuleContext, SyntaxNode } from "../../src/rule.ts";

/** `f(user='nova', path)` and `def f(user='nova', path)`: Python does not load such a module. */
export const namedBeforePlain: Rule = {
  id: "calls/named-before-plain",
  title: "order of arguments that Python refuses",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/expressions.html#calls",
  mentions: [["="]],
  check,
};

function* check({ module: { tree } }: RuleContext): Generator<Finding> {
  for (const type of ["default_parameter", "typed_default_parameter"])
    for (const node of tree.ofType(type)) {
      const next = nextOf(node);
      const isPlain = next?.type === "identifier" || next?.type === "typed_parameter";
      if (!isPlain || !isRead(node) || isOfNames(node) || next.text.startsWith("*")) continue;
      yield {
        span: next,
        message: `the parameter '${next.text}' has no default but follows one that has: SyntaxError when the module is loaded`,
      };
    }
  for (const node of tree.ofType("keyword_argument")) {
    const next = nextOf(node);
    if (!next || OTHERS.has(next.type) || !isRead(node)) continue;
    yield {
      span: next,
      message: `the positional argument '${next.text}' follows a keyword argument: SyntaxError when the module is loaded`,
    };
  }
}

/** What may stand behind an argument with a name. */
const OTHERS = new Set(["keyword_argument", "list_splat", "dictionary_splat", "ERROR"]);

/** The next argument or parameter. */
function nextOf(node: SyntaxNode): SyntaxNode | undefined {
  const siblings = node.parent?.namedChildren ?? [];
  const at = siblings.findIndex(({ start }) => start === node.start);
  return siblings.slice(at + 1).find(({ type }) => type !== "comment");
}

/** Behind `*` and `*more` a parameter goes by its name alone, and its default says nothing of the others. */
function isOfNames({ parent, start }: SyntaxNode): boolean {
  return parent?.children.some((one) => one.start < start && one.text.startsWith("*")) === true;
}

/** Whether the parser could read all of the list: what it could not says nothing of the order. */
function isRead({ parent }: SyntaxNode): boolean {
  if (!parent || parent.children.some(({ type }) => type === "ERROR")) return false;
  for (let at: SyntaxNode | null = parent; at; at = at.parent) if (at.type === "ERROR") return false;
  return /^(parameters|lambda_parameters|argument_list)$/.test(parent.type);
}
