import { type Finding, isShadowed, type ModuleFacts, type SyntaxNode } from "../../../src/rule.ts";
import { isNamedValue } from "./named-values.ts";

/** `subnet_id=id`, `LOG.info('…%s', id)`: the builtin function where the parameter goes by a longer name. */
export function* builtinsAsValues(module: ModuleFacts): Generator<Finding> {
  if (!/[=:(,%[]\s*id\s*[,)}\]\n:]/.test(module.text)) return;
  for (const use of module.tree.ofType("identifier")) {
    if (use.text !== "id" || !(isNamedValue(use) || isShown(use) || isCompared(use))) continue;
    if (
      module.lookup("id", module.scopeAt(use)) ||
      module.scope.bindings.has("*") ||
      isShadowed(use, use.text)
    )
      continue;
    yield { span: use, message: "'id' is the builtin function here: no variable has that name" };
  }
}

/** `port['id'] == id`: no value equals the function. */
function isCompared(use: SyntaxNode): boolean {
  const { parent } = use;
  if (parent?.type !== "comparison_operator" || parent.namedChildren.length !== 2) return false;
  return parent.children.some(({ type }) => type === "==" || type === "!=");
}

/** An argument of a call that calls nothing itself, the only one of a list there, or one of `%`. */
function isShown(use: SyntaxNode): boolean {
  const list = use.parent;
  if (list?.type === "binary_operator")
    return use.fieldName === "right" && list.field("operator")?.text === "%";
  if (list?.type === "tuple") return list.parent?.type === "binary_operator" && list.fieldName === "right";
  if (list?.type === "list") return list.namedChildren.length === 1 && list.parent?.type === "argument_list";
  return (
    list?.type === "argument_list" &&
    !/^(map|filter|sorted|min|max|callable|(\w+\.)?(partial|sort|map|imap|ifilter|groupby|spawn\w*|submit|defaultdict))$/.test(
      list.parent?.field("function")?.text ?? "",
    )
  );
}
