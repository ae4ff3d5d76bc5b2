import {
  type Finding,
  isLogCall,
  isTranslation,
  type RuleContext,
  type SyntaxNode,
} from "../../../src/rule.ts";

/** `LOG.info('no {}'.format)`: the only thing that is told. */
export function* formats({ module }: RuleContext): Generator<Finding> {
  for (const node of module.tree.ofType("attribute"))
    if (isUncalledFormat(node))
      yield {
        span: node,
        message: "the text's format() is passed itself, and is not called: the placeholders stay",
      };
}

function isUncalledFormat(node: SyntaxNode): boolean {
  const object = node.field("object");
  if (node.field("attribute")?.text !== "format" || node.parent?.type !== "argument_list") return false;
  const isWritten = object !== null && (/string$/.test(object.type) || isTranslation(object));
  if (!isWritten || node.parent.namedChildren.length !== 1) return false;
  const call = node.parent.parent;
  return isLogCall(call) || call?.parent?.type === "raise_statement";
}
