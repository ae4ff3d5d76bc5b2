import {
  builtinKind,
  type Finding,
  type ModuleFacts,
  type ProjectFacts,
  type RuleContext,
  type SyntaxNode,
} from "../../../src/rule.ts";
import { calledInstead, functionNamed } from "./functions.ts";

/** `door.count == 0` is always false, and `door.count < 0` raises in Python 3. */
export function* comparisons({ module, project }: RuleContext): Generator<Finding> {
  for (const { children } of module.tree.ofType("comparison_operator")) {
    if (!children.some(isSign)) continue;
    const sides = children.filter(({ isNamed }) => isNamed);
    for (const operand of sides) {
      const name = functionNamed(project, module, operand) ?? methodHeld(project, module, operand);
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

/** The method of a dictionary or text that a name was given, which nothing calls: `kind = os.environ.get`. */
function methodHeld(project: ProjectFacts, module: ModuleFacts, name: SyntaxNode): string | undefined {
  if (name.type !== "identifier") return undefined;
  const [only, ...more] = module.lookup(name.text, module.scopeAt(name))?.bindings ?? [];
  const value = only?.kind === "assignment" && more.length === 0 ? only.value : null;
  const method = value?.field("attribute")?.text ?? "";
  const object = METHODS.test(method) ? value?.field("object") : null;
  if (!object || new RegExp(`\\b${name.text}\\s*\\(`).test(module.text)) return undefined;
  const isKnown =
    project.qualifiedName(module, object) === "os.environ" ||
    /dictionary|text/.test(builtinKind(project, module, object) ?? "");
  return isKnown ? method : undefined;
}

const METHODS = /^(get|keys|values|items|copy|lower|upper|[lr]?strip|split|splitlines|capitalize|title)$/;

function isSign({ type }: SyntaxNode): boolean {
  return /^(==|!=|<|>|<=|>=)$/.test(type);
}

function isValue({ type }: SyntaxNode): boolean {
  return /^(integer|string|float|true|false|list|tuple)$/.test(type);
}
