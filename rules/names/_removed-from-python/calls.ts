import {
  type Argument,
  type CallFacts,
  type Finding,
  type Fix,
  instead,
  literally,
  type ModuleFacts,
  type ProjectFacts,
  type SyntaxNode,
  withoutParentheses,
} from "../../../src/rule.ts";
import { isKnown } from "./known.ts";

/** `iter(x).next()`. */
export function* nextCalled({ node, callee, arguments: given }: CallFacts): Generator<Finding> {
  if (callee.type !== "attribute" || callee.field("attribute")?.text !== "next" || given.length > 0) return;
  const object = callee.field("object");
  if (!object || !isIteratorCall(withoutParentheses(object)) || isKnown(node)) return;
  yield {
    span: node,
    message:
      "iterators have no next() in Python 3, the function next(…) asks them: AttributeError when this line runs",
    fix: instead(node, `next(${object.text})`, "safe"),
  };
}

/** Calls that make iterators which are no files, and so on, of the tree's own. */
const MAKES_ITERATOR =
  /^(os\.walk|iter|enumerate|zip|map|filter|reversed|itertools\.\w+|csv\.reader|re\.finditer|glob\.iglob)\(/;

function isIteratorCall(node: SyntaxNode | null): boolean {
  return node?.type === "generator_expression" || (node?.type === "call" && MAKES_ITERATOR.test(node.text));
}

/** Keywords that functions had in Python 2; a list's `sort` is told by its name. */
const KEYWORDS: ReadonlyMap<string, string> = new Map([
  ["gettext.install", "unicode"],
  ["json.dump", "encoding"],
  ["json.dumps", "encoding"],
  ["sorted", "cmp"],
  [".sort", "cmp"],
]);

/** `sorted(x, cmp=…)`. */
export function* keywordsGone({ node, name, callee, arguments: given }: CallFacts): Generator<Finding> {
  const method = callee.field("attribute")?.text;
  const called = method === "sort" ? ".sort" : (name ?? "");
  const gone = KEYWORDS.get(called);
  if (gone === undefined || !given.some((one) => one.kind === "keyword" && one.name === gone)) return;
  if (isKnown(node)) return;
  yield {
    span: node,
    message: `${called.replace(/^\./, "")}() takes no '${gone}' in Python 3: TypeError when this line runs`,
  };
}

/** `x.has_key(…)` and `x.iteritems()`, where nothing of the tree has such a method. */
export function* goneFromDictionaries(
  module: ModuleFacts,
  project: ProjectFacts,
  { node, callee, arguments: given }: CallFacts,
): Generator<Finding> {
  const method = callee.type === "attribute" ? (callee.field("attribute")?.text ?? "") : "";
  const isGone =
    (method === "has_key" && given.length === 1) ||
    (/^iter(items|values|keys)$/.test(method) && given.length === 0);
  if (!isGone || isKnown(node) || definesIt(module.text, method)) return;
  if (project.pathsMentioning(`def ${method}`).length > 0) return;
  yield {
    span: node,
    message: `dictionaries have no ${method}() in Python 3: AttributeError when this line runs`,
    fix: inPython3(node, callee, given),
  };
}

/** `key in x` for `x.has_key(key)`, and `x.items()` for `x.iteritems()`. */
function inPython3(node: SyntaxNode, callee: SyntaxNode, [key]: readonly Argument[]): Fix | undefined {
  const method = callee.field("attribute");
  const object = callee.field("object");
  if (!method || !object) return undefined;
  if (!key) return withoutIter(node, object, method);
  const test = `${key.value.text} in ${object.text}`;
  const isAlone = /^(if_statement|elif_clause|while_statement|return_statement|assignment)$/;
  return instead(node, isAlone.test(node.parent?.type ?? "") ? test : `(${test})`);
}

/** `x.items()`, and `next(iter(x.items()))` for `x.iteritems().next()`: what `items` gives is no iterator. */
function withoutIter(call: SyntaxNode, object: SyntaxNode, method: SyntaxNode): Fix {
  const name = method.text.replace(/^iter/, "");
  const next = call.parent?.field("attribute")?.text === "next" ? call.parent.parent : undefined;
  return next?.type === "call"
    ? instead(next, `next(iter(${object.text}.${name}()))`)
    : instead(method, name);
}

function definesIt(text: string, method: string): boolean {
  return new RegExp(`def ${literally(method)}\\b|['"]${literally(method)}['"]`).test(text);
}
