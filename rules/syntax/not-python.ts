import {
  type Finding,
  mergeConflicts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `class Door(Exception);`, `f(door` without an end: no Python loads such a module. */
export const notPython: Rule = {
  id: "syntax/not-python",
  title: "code that no Python reads",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/library/exceptions.html#SyntaxError",
  mentions: [["def ", "class ", "import ", "="]],
  readsBroken: true,
  check,
};

function* check({ module: { tree } }: RuleContext): Generator<Finding> {
  const [first, ...more] = tree.errors;
  // who resolves a conflict writes these lines anew
  if (!first || TEMPLATE.test(tree.text) || mergeConflicts(tree).length > 0) return;
  const { start, end } = placeOf(tree.text, first, more);
  const line = tree.text.slice(start, end).split("\n", 1)[0] ?? "";
  yield {
    span: { start, end: start + line.trimEnd().length },
    message: "neither Python 2 nor Python 3 reads this: SyntaxError when the module is loaded",
  };
}

/** What a generator of modules fills in. */
const TEMPLATE = /\{%|\{\{\s*\w/;

/** More than the lines of one statement: then what is wrong stands somewhere in it. */
const MOST_LINES = 5;

/**
 * Where the trouble begins: what follows it is broken only by it. Where nearly everything counts as broken, as with a class whose
 * head is, the first that is broken inside of it.
 */
function placeOf(text: string, outer: SyntaxNode, others: readonly SyntaxNode[]): SyntaxNode {
  const lines = text.slice(outer.start, outer.end).split("\n").length;
  const inner = others.find(({ start, end }) => start >= outer.start && end <= outer.end);
  if (!inner || lines <= MOST_LINES) return outer;
  return placeOf(
    text,
    inner,
    others.filter((one) => one !== inner),
  );
}
