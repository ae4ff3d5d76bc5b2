import {
  argumentsOf,
  builtinKind,
  type Finding,
  type Fix,
  type ModuleFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `HANDLERS = {}` and `HANDLERS(key)`: a dictionary, a list, a text or a number called like a function. */
export const notCallable: Rule = {
  id: "names/not-callable",
  title: "value called like a function",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/expressions.html#calls",
  mentions: [["="]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const { node, callee } of module.calls) {
    if (callee.type !== "identifier" && callee.type !== "attribute") continue;
    const kind = builtinKind(project, module, callee);
    if (kind)
      yield {
        span: node,
        message: `'${callee.text}' holds a ${kind}, which cannot be called: TypeError when this line runs`,
      };
    else if (isAskedForKeys(module, node, callee))
      yield {
        span: node,
        message: `'${callee.text}' is a mapping elsewhere in this function, and cannot be called: TypeError when this line runs`,
        fix: squared(node),
      };
  }
}

/** `rates('day')` beside `rates['day']`, or one of its other keys: brackets of the other kind are meant. */
function isAskedForKeys(module: ModuleFacts, call: SyntaxNode, name: SyntaxNode): boolean {
  if (name.type !== "identifier" || keyOf(call) === undefined) return false;
  const scope = module.scopeAt(name);
  const [only, ...more] = scope.kind === "function" ? (scope.bindings.get(name.text) ?? []) : [];
  // tags of a document are called, and asked for attributes
  if (only?.kind !== "assignment" || more.length > 0 || /BeautifulSoup|\bbs4\b/.test(module.text))
    return false;
  return module.tree
    .ofType("subscript")
    .some(
      (other) =>
        other.field("value")?.text === name.text &&
        other.field("subscript")?.type === "string" &&
        module.scopeAt(other) === scope,
    );
}

/** The one text that a call is given. */
function keyOf(call: SyntaxNode): SyntaxNode | undefined {
  const [only, ...more] = argumentsOf(call);
  return only?.kind === "positional" && only.value.type === "string" && more.length === 0
    ? only.value
    : undefined;
}

/** Square brackets in place of the call's own. */
function squared(call: SyntaxNode): Fix | undefined {
  const list = call.field("arguments");
  if (!list) return undefined;
  const edits = [
    { span: { start: list.start, end: list.start + 1 }, text: "[" },
    { span: { start: list.end - 1, end: list.end }, text: "]" },
  ];
  return { kind: "unsafe", title: "ask for the key", edits };
}
