import {
  argumentsOf,
  descendants,
  type Finding,
  instead,
  type Rule,
  type RuleContext,
  runsOnPython3,
  type SyntaxNode,
  withoutParentheses,
} from "../../src/rule.ts";

/** `for key in held: del held[key]`, `for one in many: many.remove(one)`. */
export const changedWhileIterated: Rule = {
  id: "names/changed-while-iterated",
  title: "collection changed by the loop that runs over it",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://docs.python.org/3/tutorial/controlflow.html#for-statements",
  mentions: [["del ", "del(", ".pop(", ".popitem(", ".remove("], ["for "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const loop of module.tree.ofType("for_statement")) {
    const iterated = iteratedOf(loop);
    const body = loop.field("body");
    if (!iterated || !body || (iterated.isView && !runsOnPython3(project, module))) continue;
    const inside = [...descendants(body, (node) => !/^(function_definition|lambda)$/.test(node.type))];
    if (inside.some((node) => isSetAnew(node, iterated.name))) continue;
    const change = inside.find(
      (node) =>
        isChange(node, iterated) &&
        goesOn(node, body) &&
        !((iterated.isCounted || isList(node)) && isOfOne(node, loop, iterated)),
    );
    if (!change) continue;
    if (iterated.isCounted)
      yield {
        span: change,
        message: `the loop counts through '${iterated.name}', which this makes smaller: it passes over the next one, and its numbers no longer fit; a new list is meant`,
      };
    else
      yield {
        span: change,
        message: iterated.isView
          ? `the loop runs over '${iterated.name}', which this makes smaller: RuntimeError with the next round; a copy is meant: list(${iterated.node.text})`
          : `the loop runs over '${iterated.name}', which this makes smaller: a dictionary raises RuntimeError, a list passes over the next one; a copy is meant: list(${iterated.name})`,
        fix: instead(iterated.node, `list(${iterated.node.text})`, "safe"),
      };
  }
}

interface Iterated {
  /** What the loop runs over, as written, and the collection in it. */
  readonly node: SyntaxNode;
  readonly name: string;
  /** A view of a dictionary. */
  readonly isView: boolean;
  /** `enumerate(many)`, of a list. */
  readonly isCounted: boolean;
}

function iteratedOf(loop: SyntaxNode): Iterated | undefined {
  const right = loop.field("right");
  if (!right) return undefined;
  if (isPlace(right)) return { node: right, name: right.text, isView: false, isCounted: false };
  const called = right.type === "call" ? right.field("function") : null;
  const [first] = called ? argumentsOf(right) : [];
  if (called?.text === "enumerate" && first && isPlace(first.value))
    return { node: first.value, name: first.value.text, isView: false, isCounted: true };
  const callee = first ? null : called;
  const object = callee?.field("object");
  const isView = /^(keys|values|items)$/.test(callee?.field("attribute")?.text ?? "");
  return object && isView && isPlace(object)
    ? { node: right, name: object.text, isView, isCounted: false }
    : undefined;
}

/** A variable or attribute: the same text is the same object. */
function isPlace({ type, text }: SyntaxNode): boolean {
  return type === "identifier" || (type === "attribute" && /^[\w.]+$/.test(text));
}

function isChange(node: SyntaxNode, { name, isView, isCounted }: Iterated): boolean {
  if (node.type === "delete_statement")
    return node.namedChildren
      .map(withoutParentheses)
      .some((target) => target.type === "subscript" && target.field("value")?.text === name);
  const callee = node.type === "call" ? node.field("function") : null;
  if (callee?.type !== "attribute" || callee.field("object")?.text !== name) return false;
  const method = callee.field("attribute")?.text ?? "";
  const given = argumentsOf(node).length;
  if (isView) return (method === "pop" && given > 0) || (method === "popitem" && given === 0);
  // elements of XML are counted too, and their `remove` leaves the loop as it is
  if (isCounted) return method === "pop" && given === 1;
  // `pop()` may be that of anything, and a set's or list's `remove` says what it is
  return (method === "remove" || method === "pop") && given === 1;
}

/** `many.remove(one)`: of a list, or of a set, which nothing tells apart here. */
function isList(change: SyntaxNode): boolean {
  return change.field("function")?.field("attribute")?.text === "remove";
}

function isSetAnew(node: SyntaxNode, name: string): boolean {
  return node.type === "assignment" && node.field("left")?.text === name;
}

/** Whether the loop may have another round after the statement: nothing behind it on the way out of the body leaves. */
function goesOn(change: SyntaxNode, body: SyntaxNode): boolean {
  for (let at = change; at.start > body.start || at.end < body.end; ) {
    const { parent } = at;
    if (!parent) return true;
    if (/^(return_statement|raise_statement)$/.test(at.type)) return false;
    if (/^(for|while)_statement$/.test(parent.type)) return true;
    if (parent.type === "block") {
      const later = parent.namedChildren.filter((statement) => statement.start >= at.end);
      if (later.some(({ type }) => /^(break|return|raise)_statement$/.test(type))) return false;
    }
    at = parent;
  }
  return true;
}

/**
 * Whether nothing is missed by passing over the next one: `if one.id == wanted: many.remove(one)` finds one at the most,
 * so does `if part in one`, and a loop around that goes on until the list is empty comes to the next one later.
 */
function isOfOne(change: SyntaxNode, loop: SyntaxNode, { name, isCounted }: Iterated): boolean {
  const targets = loop.field("left");
  const element = (targets?.namedChildren.at(-1) ?? targets)?.text ?? "";
  for (let at = change.parent; at; at = at.parent) {
    if (/^(function|class)_definition$/.test(at.type)) return false;
    const condition = /^(if|while)_statement$/.test(at.type) ? (at.field("condition")?.text ?? "") : "";
    if (at.type === "while_statement" && condition.includes(name)) return true;
    if (at.type !== "if_statement" || at.start < loop.start) continue;
    if (OF_ONE.test(condition) || condition.endsWith(` in ${element}`)) return true;
    if (isCounted && condition.startsWith(`${element} == `)) return true;
  }
  return false;
}

/** A comparison with what no two have. */
const OF_ONE = /\b(\w*id|name)\b(['"]\])?\s*==\s*[\w.]+$|^[\w.]+\s*==\s*[\w.]+\b(\w*id|name)\b/;
