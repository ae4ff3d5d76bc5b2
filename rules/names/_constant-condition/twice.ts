import {
  descendants,
  type Finding,
  type ModuleFacts,
  oneLine,
  operatorChains,
  type SyntaxNode,
} from "../../../src/rule.ts";

/** `elif` with the condition of a branch above it, and `a and a`: one of the two was to ask for something else. */
export function* askedTwice(module: ModuleFacts): Generator<Finding> {
  for (const clause of module.tree.ofType("elif_clause")) {
    const condition = clause.field("condition");
    const above = condition && conditionsAbove(clause).find((one) => isSame(one, condition));
    if (condition && above)
      yield {
        span: condition,
        message: `'${oneLine(condition.text)}' is asked above already: this branch never runs`,
        related: [{ path: module.path, span: above, message: "asked here" }],
      };
  }
  for (const { node, operands } of operatorChains(module.tree)) {
    const again = operands.find((one, at) => operands.slice(0, at).some((other) => isSame(one, other)));
    if (again)
      yield {
        span: again,
        message: `'${oneLine(again.text)}' stands twice in '${oneLine(node.text)}', where once says the same: another one is meant`,
      };
  }
}

function conditionsAbove(clause: SyntaxNode): readonly SyntaxNode[] {
  const branches = clause.parent;
  const above = (branches?.namedChildren ?? []).filter(
    ({ type, start }) => type === "elif_clause" && start < clause.start,
  );
  return [branches, ...above].flatMap((one) => one?.field("condition") ?? []);
}

/** The same words, which ask the same as long as nothing that they call changes anything. */
function isSame(one: SyntaxNode, other: SyntaxNode): boolean {
  return words(one) === words(other) && onlyAsks(one);
}

/** The text, however it is laid out. */
function words({ text }: SyntaxNode): string {
  return text.replace(/\s+/g, " ");
}

function onlyAsks(node: SyntaxNode): boolean {
  return [node, ...descendants(node)].every(
    (part) =>
      !/^(await|named_expression|yield|lambda|comment)$/.test(part.type) &&
      (part.type !== "call" || ASKS.test(part.field("function")?.text ?? "")),
  );
}

const ASKS = /(^|\.)(isinstance|issubclass|hasattr|len|startswith|endswith)$/;
