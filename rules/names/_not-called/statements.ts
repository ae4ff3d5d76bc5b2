import {
  type Finding,
  type ModuleFacts,
  nodeAt,
  type RuleContext,
  type SyntaxNode,
} from "../../../src/rule.ts";
import { calledInstead, functionNamed } from "./functions.ts";
import { isOnlyMethod, isSetSomewhere } from "./members.ts";

/** A line that may be a member's name and nothing else: trees have hundreds of thousands of statements, and few such lines. */
const LINE =
  /^[ \t]*(?!(?:return|raise|import|from|assert|del|yield|if|and|or|not|in|is|else|for|lambda|await)\b)[A-Za-z_][^=#\n]*\.[A-Za-z_]\w*(?=[ \t]*(?:#.*)?\r?$)/gm;

/** What files, connections, threads and sessions do: nobody looks at such a member for its own sake. */
const ACTS =
  /^(close|commit|rollback|flush|save|destroy|disconnect|logout|release|acquire|kill|terminate|shutdown|refresh|expunge_all)$/;

/** `self.connection.logout` and nothing else on the line. */
export function* statements({ module, project }: RuleContext): Generator<Finding> {
  for (const node of loneMembers(module)) {
    const name = node.field("attribute")?.text ?? "";
    const isMethod = functionNamed(project, module, node) || isOnlyMethod(project, module, name);
    if (!isMethod && !(ACTS.test(name) && !isSetSomewhere(project, name))) continue;
    yield {
      span: node,
      message: `'${node.text}' is the function ${name}() itself, and nothing happens: it is not called`,
      fix: calledInstead(project, module, node),
    };
  }
}

/** Members that are statements, and more than a look whether there is such a thing. */
function* loneMembers(module: ModuleFacts): Generator<SyntaxNode> {
  for (const line of module.text.matchAll(LINE)) {
    const node = nodeAt(module.tree.root, line.index + line[0].length - 1).parent;
    if (node?.type !== "attribute" || node.parent?.type !== "expression_statement") continue;
    if (node.parent.namedChildren.length === 1 && !isLookedAt(node)) yield node;
  }
}

/** Whether the line only asks if there is such a thing: `try: thing.name`, `with assertRaises(…): thing.name`. */
function isLookedAt(node: SyntaxNode): boolean {
  const block = node.parent?.parent;
  const around = block?.parent;
  const isAlone = block?.namedChildren.length === 1;
  return isAlone && (around?.type === "try_statement" || around?.type === "with_statement");
}
