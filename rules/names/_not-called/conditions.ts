import {
  type Finding,
  type ModuleFacts,
  type RuleContext,
  type SyntaxNode,
  withoutParentheses,
} from "../../../src/rule.ts";
import { calledInstead, functionNamed } from "./functions.ts";

const CONDITIONED = [
  "if_statement",
  "elif_clause",
  "while_statement",
  "assert_statement",
  "conditional_expression",
];

/** `if door.is_open:` is always true. */
export function* conditions({ module, project }: RuleContext): Generator<Finding> {
  for (const operand of operandsOfConditions(module)) {
    const name = functionNamed(project, module, operand);
    if (!name || isUseOfImport(module, operand)) continue;
    yield {
      span: operand,
      message: `'${operand.text}' is the function ${name}() itself, which is always true: it is not called`,
      fix: calledInstead(project, module, operand),
    };
  }
}

/** `assert paint` of what the module imports: a use of the import, for checkers that ask for one. */
function isUseOfImport(module: ModuleFacts, operand: SyntaxNode): boolean {
  if (operand.parent?.type !== "assert_statement" || operand.type !== "identifier") return false;
  const bindings = module.lookup(operand.text, module.scopeAt(operand))?.bindings ?? [];
  return bindings.some(({ kind }) => kind === "import");
}

function operandsOfConditions({ tree }: ModuleFacts): readonly SyntaxNode[] {
  const conditional = CONDITIONED.flatMap((type) => tree.ofType(type));
  return conditional.flatMap((node) => conditionOf(node) ?? []).flatMap(operandsOf);
}

function conditionOf(node: SyntaxNode): SyntaxNode | null | undefined {
  const parts = node.children.filter(({ isNamed }) => isNamed);
  if (node.type === "assert_statement") return parts[0];
  // `value if condition else other`
  return node.type === "conditional_expression" ? parts[1] : node.field("condition");
}

/** The operands of `and`, `or` and `not`. */
function operandsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const inner = withoutParentheses(node);
  if (inner.type !== "boolean_operator" && inner.type !== "not_operator") return [inner];
  return inner.children.filter(({ isNamed }) => isNamed).flatMap(operandsOf);
}
