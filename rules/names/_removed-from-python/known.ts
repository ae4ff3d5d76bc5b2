import { isTried, type SyntaxNode } from "../../../src/rule.ts";

/** Whether the code asks for the version, or has another way when it fails. */
export function isKnown(node: SyntaxNode): boolean {
  if (isTried(node, /except[^:]*(AttributeError|ImportError)|except:/)) return true;
  for (let at = node.parent; at; at = at.parent) {
    if (
      /^(if_statement|conditional_expression)$/.test(at.type) &&
      /version_info|PY[23]\b|hasattr\(/.test(at.text.slice(0, 400))
    )
      return true;
  }
  return false;
}
