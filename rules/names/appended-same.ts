import {
  argumentsOf,
  descendants,
  type Finding,
  type ModuleFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `one = {}` above a loop that fills it and appends it each time: all elements are the same dictionary. */
export const appendedSame: Rule = {
  id: "names/appended-same",
  title: "one object appended in every round of a loop",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/faq/programming.html#how-do-i-create-a-multidimensional-list",
  mentions: [["for "], [".append("]],
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  for (const { node, callee } of module.calls) {
    if (callee.type !== "attribute" || callee.field("attribute")?.text !== "append") continue;
    const [only, ...more] = argumentsOf(node);
    const value = only?.kind === "positional" && more.length === 0 ? only.value : undefined;
    if (value?.type !== "identifier") continue;
    const loop = loopOf(node);
    const made = loop ? madeOnceBefore(module, value, loop) : undefined;
    if (!loop || !made || !isChangedIn(loop, value.text) || !outlives(loop, callee.field("object"))) continue;
    yield {
      span: node,
      message: `every round appends the same '${value.text}', which was made once, above the loop: all elements are as the last round leaves it`,
      related: [{ path: module.path, span: made, message: "made here" }],
    };
  }
}

/** The `for` statement of whose body the call is a statement by itself, and which goes on after it. */
function loopOf(call: SyntaxNode): SyntaxNode | undefined {
  const statement = call.parent?.type === "expression_statement" ? call.parent : null;
  const loop = statement?.parent?.parent;
  if (loop?.type !== "for_statement" || loop.field("body")?.start !== statement?.parent?.start)
    return undefined;
  return loop.field("body")?.namedChildren.some(({ type }) => /^(break|return|raise)_statement$/.test(type))
    ? undefined
    : loop;
}

/** The literal, empty or not, that is all the name ever is, if it stands above the loop. */
function madeOnceBefore(module: ModuleFacts, name: SyntaxNode, loop: SyntaxNode): SyntaxNode | undefined {
  const [binding, ...more] = module.lookup(name.text, module.scopeAt(name))?.bindings ?? [];
  if (binding?.kind !== "assignment" || more.length > 0 || !binding.value) return undefined;
  const isMade =
    /^(dictionary|list|set)$/.test(binding.value.type) ||
    /^(dict|list|set|(collections\.)?OrderedDict)\(/.test(binding.value.text);
  return isMade && binding.value.end <= loop.start ? binding.value : undefined;
}

/** Whether each round gives the object something: `one['key'] = …`, `one.update(…)`. */
function isChangedIn(loop: SyntaxNode, name: string): boolean {
  const statements = loop.field("body")?.namedChildren ?? [];
  return statements.some((statement) => {
    const [inner] = statement.type === "expression_statement" ? statement.namedChildren : [];
    if (inner?.type === "assignment") {
      const left = inner.field("left");
      return left?.field("value")?.text === name;
    }
    const callee = inner?.type === "call" ? inner.field("function") : null;
    return (
      callee?.field("object")?.text === name &&
      /^(update|append|extend|add)$/.test(callee.field("attribute")?.text ?? "")
    );
  });
}

/** Whether what is appended to is there before the loop: one that each round makes gets one element. */
function outlives(loop: SyntaxNode, list: SyntaxNode | null): boolean {
  if (!list || !/^(identifier|attribute)$/.test(list.type)) return false;
  const root = list.text.split(".")[0] ?? "";
  return ![...descendants(loop)].some((node) => node.fieldName === "left" && node.text === root);
}
