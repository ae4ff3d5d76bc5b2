import {
  type Finding,
  type Fix,
  insertion,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  stringValue,
} from "../../src/rule.ts";

/** `['one', 'two' 'three']` on lines of their own: two elements became one; `('one', 1) ('two', 2)` calls the first. */
export const missingComma: Rule = {
  id: "names/missing-comma",
  title: "elements that a missing comma joins",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/lexical_analysis.html#string-literal-concatenation",
  mentions: [["'", '"', ")"]],
  check,
};

/** Two strings that are one word each, side by side or the second on a line of its own. */
const JOINED = /(['"])[\w.:/-]+\1(?:[ \t]*(?:#[^\n]*)?\r?\n){0,4}[ \t]*(['"])[\w.:/-]+\2/;

function* check(context: RuleContext): Generator<Finding> {
  if (JOINED.test(context.text)) yield* joinedWords(context);
  yield* calledLiterals(context);
}

const LITERALS = new Set(["tuple", "list", "dictionary", "set"]);

/** A tuple, list or dictionary that is written out is no function. */
function* calledLiterals({ module }: RuleContext): Generator<Finding> {
  for (const { node, callee } of module.calls) {
    if (!LITERALS.has(callee.type)) continue;
    yield {
      span: callee,
      message: `a comma is missing: this ${callee.type} is called with what stands in the brackets behind it, which raises TypeError`,
      related: [
        { path: module.path, span: { start: callee.end, end: node.end }, message: "the next element" },
      ],
      fix: commasBehind([callee]),
    };
  }
}

function* joinedWords({ module, text }: RuleContext): Generator<Finding> {
  for (const joined of module.tree.ofType("concatenated_string")) {
    const list = joined.parent;
    if (!list || !/^(list|tuple|set|parenthesized_expression)$/.test(list.type)) continue;
    const parts = joined.namedChildren;
    const others = list.namedChildren.filter((element) => element !== joined);
    if (!parts.every(isWord) || !others.every((other) => isWord(other) || isWrapped(other))) continue;
    const isSplit = others.length > 1 ? isOverLines(joined) : fitsBeside(text, joined);
    if (!isAskedFor(list) && !isSplit && !(others.length > 0 && isSideBySide(joined))) continue;
    if (parts.slice(0, -1).some((part) => /[.:/-]$/.test(stringValue(part) ?? ""))) continue;
    yield {
      span: joined,
      message: `a comma is missing: the elements ${parts.map((part) => part.text).join(" and ")} are the one string '${stringValue(joined)}'`,
      fix: commasBehind(parts.slice(0, -1)),
    };
  }
}

function commasBehind(elements: readonly SyntaxNode[]): Fix {
  const edits = elements.map(({ end }) => insertion(end, ","));
  return { kind: "unsafe", title: "put a comma between them", edits };
}

/** `x in ('a' 'b')`: nobody looks for one word that is written as two. */
function isAskedFor(list: SyntaxNode): boolean {
  const siblings = list.parent?.type === "comparison_operator" ? list.parent.children : [];
  return /(^|\s)in$/.test(siblings[siblings.indexOf(list) - 1]?.type ?? "");
}

/** `'one', 'two' 'three'` on one line, in quotes of one kind: nobody writes one word as two there. */
function isSideBySide(joined: SyntaxNode): boolean {
  return !isOverLines(joined) && new Set(joined.namedChildren.map(({ text }) => text[0])).size === 1;
}

function isOverLines(joined: SyntaxNode): boolean {
  return joined.text.includes("\n");
}

/** Whether a word on a line of its own would have had room beside the one before: it was not wrapped for its length. */
function fitsBeside(text: string, joined: SyntaxNode): boolean {
  const [first, ...rest] = joined.namedChildren;
  if (!first || rest.length !== 1 || !isOverLines(joined) || joined.parent?.namedChildren.length === 1)
    return false;
  const before = first.end - (text.lastIndexOf("\n", first.start) + 1);
  return before + (stringValue(rest[0] ?? first) ?? "").length < LINE;
}

/** How long OpenStack's lines may be. */
const LINE = 79;

/** `'wall.drivers.' 'WallDriver'`: one word that goes on in the next string. */
function isWrapped(node: SyntaxNode): boolean {
  const parts = node.type === "concatenated_string" ? node.namedChildren : [];
  return (
    parts.length > 0 &&
    parts.every(isWord) &&
    parts.slice(0, -1).every((part) => /[.:/-]$/.test(stringValue(part) ?? ""))
  );
}

function isWord(node: SyntaxNode): boolean {
  return node.type === "string" && /^[\w.:/-]+$/.test(stringValue(node) ?? "");
}
