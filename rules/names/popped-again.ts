import {
  ancestorOf,
  argumentsOf,
  descendants,
  type Finding,
  isInside,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  stringValue,
} from "../../src/rule.ts";

/** `for attempt in …: kind = kwargs.pop('kind', 'any')`: the second round gets the default. */
export const poppedAgain: Rule = {
  id: "names/popped-again",
  title: "value taken out of a dictionary in each round of a loop",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/cinder/commit/2e46e7dd",
  mentions: [
    [".pop('", '.pop("'],
    ["for ", "while "],
  ],
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  for (const call of module.calls) {
    const held = call.callee.type === "attribute" ? call.callee.field("object") : null;
    if (held?.type !== "identifier" || call.callee.field("attribute")?.text !== "pop") continue;
    const [key, fallback, ...more] = argumentsOf(call.node);
    const name = key?.kind === "positional" ? stringValue(key.value) : undefined;
    if (name === undefined || more.length > 0 || !isUsed(call.node)) continue;
    const loop = loopAround(call.node);
    if (!loop || isFilledIn(loop, held.text)) continue;
    if (!fallback && (isAskedFirst(loop, held.text, call.node) || endsLoop(call.node, loop))) continue;
    yield {
      span: call.node,
      message: `'${name}' is taken out of '${held.text}' in the first round of the loop: ${fallback ? `every later one gets ${fallback.value.text}` : "KeyError in the next one"}`,
      related: [{ path: module.path, span: { start: loop.start, end: loop.start + 5 }, message: "the loop" }],
    };
  }
}

/** What is dropped is only to be gone. */
function isUsed(call: SyntaxNode): boolean {
  return call.parent?.type !== "expression_statement";
}

/** The loop whose body runs the node again; none behind a function's head. */
function loopAround(node: SyntaxNode): SyntaxNode | undefined {
  const loop = ancestorOf(
    node.parent ?? node,
    "for_statement",
    "while_statement",
    "function_definition",
    "lambda",
    "class_definition",
  );
  const body = loop && /^(for|while)_statement$/.test(loop.type) ? loop.field("body") : null;
  return loop && body && isInside(node, body) ? loop : undefined;
}

/** Whether the loop asks first what is there, or expects that it is not. */
function isAskedFirst(loop: SyntaxNode, name: string, call: SyntaxNode): boolean {
  if (ancestorOf(call, "try_statement")) return true;
  const { text } = loop;
  return text.includes(` in ${name}`) || text.includes(`${name}.get(`);
}

/** Whether no round follows: the block with the call, or one around it within the loop, leaves the loop. */
function endsLoop(call: SyntaxNode, loop: SyntaxNode): boolean {
  for (let node: SyntaxNode | null = call; node && node.start > loop.start; node = node.parent)
    if (node.type === "block" && node.namedChildren.some(({ type }) => LEAVES.test(type))) return true;
  return false;
}

const LEAVES = /^(return|raise|break)_statement$/;

/** Whether a round gives the name a value, or puts anything into it. */
function isFilledIn(loop: SyntaxNode, name: string): boolean {
  for (const node of descendants(loop)) {
    if (node.type !== "identifier" || node.text !== name) continue;
    const { parent } = node;
    const isAsked =
      parent?.type === "attribute" &&
      /^(pop|get|keys|values|items|copy)$/.test(parent.field("attribute")?.text ?? "");
    // `f(**kwargs)` gets a copy
    const isCopied = parent?.type === "dictionary_splat";
    const isRead = parent?.type === "comparison_operator";
    if (!isAsked && !isCopied && !isRead) return true;
  }
  return false;
}
