import { isDocstring } from "../facts/module/syntax.ts";
import { comparedType, significantChildren } from "../parse/significant.ts";
import type { SyntaxNode } from "../parse/tree.ts";
import type { CodePattern } from "../smpl/pattern.ts";

/** Whether a comma stands behind the last element. */
export function hasTrailingComma(list: SyntaxNode): boolean {
  const last = list.children
    .filter((child) => child.type !== "comment" && !/^[)\]}]$/.test(child.type))
    .at(-1);
  return last?.type === ",";
}

/** The target's type, with the omission of an annotation granted. */
export function targetType(pattern: CodePattern, target: SyntaxNode): string {
  const type = comparedType(target.type);
  return type === "typed_default_parameter" && pattern.type === "default_parameter" ? pattern.type : type;
}

/** The target's significant children without an annotation that the pattern leaves out. */
export function withoutOmitted(pattern: CodePattern, target: SyntaxNode): readonly SyntaxNode[] {
  const children = significantChildren(target);
  if (target.type === "import_from_statement" || !target.field("type") || pattern.node.field("type"))
    return children;
  const type = target.field("type");
  const kept = children.filter((child) => child !== type);
  const colon = kept.findIndex((child) => child.type === ":");
  return kept.filter((_, at) => at !== colon);
}

/** The statements without a docstring that the pattern does not mention. */
export function withoutDocstring(
  pattern: CodePattern,
  statements: readonly SyntaxNode[],
): readonly SyntaxNode[] {
  const first = pattern.children[0];
  if (first?.kind !== "code" || isDocstring(first.node)) return statements;
  return statements[0] && isDocstring(statements[0]) ? statements.slice(1) : statements;
}

/** The blocks directly below a statement: bodies, branches, handlers, and those of nested definitions. */
export function blocksBelow(statement: SyntaxNode): readonly SyntaxNode[] {
  const blocks: SyntaxNode[] = [];
  const visit = (node: SyntaxNode): void => {
    for (const child of node.children) {
      if (child.type === "block") blocks.push(child);
      else if (child.isNamed && /_(clause|definition)$/.test(child.type)) visit(child);
    }
  };
  visit(statement);
  return blocks;
}
