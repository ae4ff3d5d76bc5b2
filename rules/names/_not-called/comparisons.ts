import type { Finding, RuleContext, SyntaxNode } from "../../../src/rule.ts";
import { calledInstead, functionNamed } from "./functions.ts";

/** `door.count == 0` is always false, and `door.count < 0` raises in Python 3. */
export function* comparisons({ module, project }: RuleContext): Generator<Finding> {
  for (const { children } of module.tree.ofType("comparison_operator")) {
    if (!children.some(isSign)) continue;
    const sides = children.filter(({ isNamed }) => isNamed);
    for (const operand of sides) {
      const name = functionNamed(project, module, operand);
      const other = sides.find((side) => side !== operand);
      if (!name || !other || !isValue(other)) continue;
      yield {
        span: operand,
        message: `'${operand.text}' is the function ${name}() itself, which equals no value: it is not called`,
        fix: calledInstead(project, module, operand),
      };
    }
  }
}

function isSign({ type }: SyntaxNode): boolean {
  return /^(==|!=|<|>|<=|>=)$/.test(type);
}

function isValue({ type }: SyntaxNode): boolean {
  return /^(integer|string|float|true|false|list|tuple)$/.test(type);
}
