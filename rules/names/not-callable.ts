import {
  argumentsOf,
  builtinKind,
  type Finding,
  type Fix,
  insertion,
  type ModuleFacts,
  type ProjectFacts,
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
    if (TEXTS.has(callee.type)) yield calledText(callee);
    if (callee.type !== "identifier" && callee.type !== "attribute") continue;
    if (isLogger(project, module, callee))
      yield {
        span: node,
        message: `'${callee.text}' is a logger, which cannot be called: one of its methods is meant, and this is a TypeError`,
      };
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

const TEXTS = new Set(["string", "concatenated_string"]);

/** `'%s of %s' (name, size)`: what stands behind a text calls it, and `%` was to be between the two. */
function calledText(text: SyntaxNode): Finding {
  const isFormat = text.text.includes("%");
  const meant = isFormat ? "'%' is missing before its values" : "a comma or an operator is missing behind it";
  return {
    span: text,
    message: `a text is called with what stands in the brackets behind it: ${meant}, and this is a TypeError`,
    fix: isFormat
      ? { kind: "unsafe", title: "put '%' between them", edits: [insertion(text.end, " %")] }
      : undefined,
  };
}

/** What a module has of `getLogger()`, its own or one that it imports. */
function isLogger(project: ProjectFacts, module: ModuleFacts, name: SyntaxNode): boolean {
  if (!/^_?log(ger)?$/i.test(name.text)) return false;
  const meaning = project.meaning(module, name);
  const value = meaning.kind === "assignment" ? meaning.assignment.value : null;
  return value?.type === "call" && /^\w+\.getLogger$/.test(value.field("function")?.text ?? "");
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
