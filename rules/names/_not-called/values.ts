import {
  builtinKind,
  calling,
  type Finding,
  type ProjectFacts,
  type RuleContext,
  type SyntaxNode,
} from "../../../src/rule.ts";
import { isGoneThrough } from "./iterations.ts";
import { isFieldSomewhere, isSetSomewhere } from "./members.ts";

/** What only texts do. */
const OF_TEXTS = /^(lower|upper|strip|lstrip|rstrip|swapcase|capitalize|splitlines|casefold)$/;

/** What dictionaries give of themselves. */
const OF_DICTIONARIES = /^(keys|values|items|copy)$/;

const UNCALLED =
  /\.(lower|upper|[lr]?strip|swapcase|capitalize|splitlines|casefold|keys|values|items|copy)\b(?!\s*\()/;

/** `prices[kind.lower]`, `kind.strip == 'coat'`, `return kind.upper`, and so of dictionaries. */
export function* values(context: RuleContext): Generator<Finding> {
  const { module, text, project } = context;
  if (!UNCALLED.test(text)) return;
  for (const node of module.tree.ofType("attribute")) {
    const name = node.field("attribute")?.text ?? "";
    const isOfTexts = OF_TEXTS.test(name);
    if (!(isOfTexts || OF_DICTIONARIES.test(name)) || !isValueMeant(node) || isGoneThrough(node)) continue;
    const object = node.field("object");
    if (!object || !(isOfTexts ? isText(project, object, name) : isDictionary(context, object))) continue;
    yield {
      span: node,
      message: `'${node.text}' is the function ${name}() itself, not what it gives: it is not called`,
      fix: calling(node),
    };
  }
}

/** `string.lower` of Python 2 and `str.lower` are functions on purpose. */
function isText(project: ProjectFacts, object: SyntaxNode, name: string): boolean {
  if (/^(string|str|unicode|bytes|six\.text_type)$/.test(object.text)) return false;
  return !isSetSomewhere(project, name) && !isFieldSomewhere(project, name);
}

function isDictionary({ project, module }: RuleContext, object: SyntaxNode): boolean {
  return builtinKind(project, module, object) === "dictionary";
}

/** Where a value goes on as such: none that is called later, or handed to who calls it. */
function isValueMeant({ parent, fieldName }: SyntaxNode): boolean {
  switch (parent?.type) {
    case "comparison_operator":
    case "binary_operator":
    case "return_statement":
      return true;
    case "subscript":
      return fieldName === "subscript";
    case "list_comprehension":
    case "set_comprehension":
    case "generator_expression":
      return fieldName === "body";
    default:
      return false;
  }
}
