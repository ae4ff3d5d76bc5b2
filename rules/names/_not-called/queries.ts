import { calling, type Finding, type RuleContext, type SyntaxNode } from "../../../src/rule.ts";

/** What comes out of a query of SQLAlchemy. */
const ANSWERS = /^(all|first|one|one_or_none|scalar|count|subquery)$/;
const UNCALLED_ANSWER = /(?:\)\s*|query)\.(all|first|one|one_or_none|scalar|count|subquery)\b(?!\s*\()/;
const CHAINED = /^(filter|filter_by|order_by|join|outerjoin|options|with_lockmode|limit|distinct|group_by)$/;

/** `query.filter_by(id=id).first` */
export function* queries({ module, text }: RuleContext): Generator<Finding> {
  if (!UNCALLED_ANSWER.test(text)) return;
  for (const node of module.tree.ofType("attribute")) {
    const name = node.field("attribute")?.text ?? "";
    if (!ANSWERS.test(name) || node.fieldName === "function" || node.fieldName === "object") continue;
    if (!isQuery(node.field("object"), text)) continue;
    yield {
      span: node.field("attribute") ?? node,
      message: `${name}() of the query is not called: this is the function itself, and nothing is asked of the database`,
      fix: calling(node),
    };
  }
}

/** `query.filter_by(…)`, and what goes by the name of `query` and is filtered elsewhere. */
function isQuery(object: SyntaxNode | null, text: string): boolean {
  if (object?.type === "identifier")
    return /^(\w*_)?query$/.test(object.text) && text.includes(`${object.text}.filter`);
  const chained = object?.field("function")?.field("attribute")?.text ?? "";
  return object?.type === "call" && CHAINED.test(chained);
}
