import {
  checkedCallsOf,
  type Finding,
  type FunctionFacts,
  insertion,
  instead,
  type ModuleFacts,
  ownNodes,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  stringValue,
} from "../../src/rule.ts";

/** `('text')` and `tuple('text')` where a tuple of one is meant: membership then compares substrings, loops see letters. */
export const stringForTuple: Rule = {
  id: "names/string-for-tuple",
  title: "string that is meant as a tuple",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/faq/programming.html#why-does-a-in-a-b-not-work",
  mentions: [["("]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  yield* inParentheses(context);
  yield* amongTuples(context);
  yield* takenApart(context);
  yield* splatted(context);
}

function* inParentheses({ module, project }: RuleContext): Generator<Finding> {
  for (const node of module.tree.ofType("parenthesized_expression")) {
    const text = loneString(node);
    if (text === undefined) continue;
    const use = useOf(module, node) ?? useOfArgument(project, module, node);
    if (!use) continue;
    const end = node.end - 1;
    yield {
      span: node,
      message: `${node.text} is a string, not a tuple: ${use}`,
      fix: {
        // a name may be used elsewhere as the text that it is
        kind: node.parent?.type === "assignment" ? "unsafe" : "safe",
        title: "make it a tuple",
        edits: [insertion(end, ",")],
      },
    };
  }
}

/** `{A: (B, C), D: (E,), F: (G)}`: one value of many without the comma that the others have. */
function* amongTuples({ module }: RuleContext): Generator<Finding> {
  for (const node of module.tree.ofType("parenthesized_expression")) {
    const [only, ...more] = node.namedChildren;
    if (!only || more.length > 0 || !/^(identifier|attribute)$/.test(only.type) || node.text.includes("\n"))
      continue;
    const others = neighbours(node);
    if (others.length < 2 || !others.every(({ type }) => type === "tuple")) continue;
    yield {
      span: node,
      message: `${node.text} is what ${only.text} is, and no tuple, as all values beside it are`,
      fix: { kind: "unsafe", title: "make it a tuple", edits: [insertion(node.end - 1, ",")] },
    };
  }
}

/** The other values of the dictionary, or elements of the list, that a node is one of. */
function neighbours(node: SyntaxNode): readonly SyntaxNode[] {
  const isValue = node.parent?.type === "pair" && node.fieldName === "value";
  const display = isValue ? node.parent?.parent : node.parent;
  if (!display || !/^(dictionary|list)$/.test(display.type)) return [];
  return display.namedChildren
    .filter(({ type }) => type !== "comment")
    .map((one) => (isValue ? (one.field("value") ?? one) : one))
    .filter(({ start }) => start !== node.start);
}

/** `tuple('word')`: a tuple of its letters. One that comes twice in it tells that no set of letters is meant. */
function* takenApart({ module }: RuleContext): Generator<Finding> {
  for (const { node: call, name, arguments: given } of module.calls) {
    const made = name === undefined ? undefined : MADE_OF_MANY.get(name);
    const [only, ...more] = given;
    if (name === undefined || !made || only?.kind !== "positional" || more.length > 0) continue;
    const text = stringValue(only.value);
    if (text === undefined || !/^[A-Za-z][\w.:/@-]+$/.test(text) || new Set(text).size === text.length)
      continue;
    if (call.field("function")?.type !== "identifier" || module.lookup(name, module.scopeAt(call))) continue;
    yield {
      span: call,
      message: `${call.text} holds the letters of '${text}', not the text`,
      fix: instead(call, made(only.value.text), "unsafe"),
    };
  }
}

/** `self._run('-r')` of a `_run(self, words)` that calls `execute('tool', *words)`: each letter becomes a word. */
function* splatted({ module, project }: RuleContext): Generator<Finding> {
  for (const { callee, fit } of checkedCallsOf(project, module))
    for (const [{ value }, { name }] of fit.filled) {
      const text = value.type === "string" ? stringValue(value) : undefined;
      if (text === undefined || text.length < 2 || !isSplattedIn(callee.function, name)) continue;
      yield {
        span: value,
        message: `${value.text} is a string, not a tuple: ${callee.function.name}() passes its '${name}' on letter by letter`,
        fix: instead(value, `(${value.text},)`),
      };
    }
}

/** Whether a function unpacks a parameter into a call, as it got it, and does not ask what it is. */
function isSplattedIn(facts: FunctionFacts, name: string): boolean {
  const reads = [...ownNodes(facts.node)].filter(
    ({ type, text, parent }) =>
      type === "identifier" && text === name && parent?.type !== "default_parameter",
  );
  return (
    facts.scope.bindings.get(name)?.length === 1 &&
    reads.some(({ parent }) => parent?.type === "list_splat" && parent.parent?.type === "argument_list") &&
    !/\b(isinstance|type)\(/.test(facts.node.text)
  );
}

const MADE_OF_MANY: ReadonlyMap<string, (text: string) => string> = new Map([
  ["tuple", (text) => `(${text},)`],
  ["list", (text) => `[${text}]`],
  ["set", (text) => `{${text}}`],
  ["frozenset", (text) => `frozenset([${text}])`],
]);

/** The text of `('word')` on one line, without implicit concatenation; longer texts are parenthesised for wrapping. */
function loneString(node: SyntaxNode): string | undefined {
  const [open, only, close] = node.children;
  if (open?.type !== "(" || only?.type !== "string" || close?.type !== ")" || node.text.includes("\n"))
    return undefined;
  const text = stringValue(only);
  return text !== undefined && /^[\w.:/@-]+$/.test(text) ? text : undefined;
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

/** What a function does with the parameter that the text fills, where it takes it apart. */
function useOfArgument(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): string | undefined {
  if (node.parent?.type !== "argument_list") return undefined;
  for (const { callee, fit } of checkedCallsOf(project, module))
    for (const [argument, parameter] of fit.filled) {
      if (argument.value !== node) continue;
      const reads = [...ownNodes(callee.function.node)].filter(
        ({ type, text }) => type === "identifier" && text === parameter.name,
      );
      // a text may be asked for a part of it
      if (reads.some((read) => isCollectionIn(read) && read.parent?.type !== "comparison_operator"))
        return `${callee.function.name}() takes its '${parameter.name}' apart, letter by letter`;
    }
  return undefined;
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
