import {
  caughtBy,
  caughtName,
  descendants,
  type Finding,
  literally,
  type ModuleFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `except Exception as e: … e.code`: an attribute that only some of what may come have. */
export const attributeOfAny: Rule = {
  id: "exceptions/attribute-of-any",
  title: "attribute that only some of the caught exceptions have",
  severity: "info",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/octavia/commit/7aaac224cb",
  mentions: [["except Exception", "except (Exception"]],
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  for (const clause of module.tree.ofType("except_clause")) {
    const name = caughtName(clause);
    if (name === undefined || !isOfAny(module, clause) || looksFirst(clause, name)) continue;
    for (const node of descendants(clause, isOfHandler)) {
      const attribute = node.type === "attribute" ? (node.field("attribute")?.text ?? "") : "";
      if (attribute === "" || node.field("object")?.text !== name || ON_ALL.test(attribute)) continue;
      yield {
        span: node,
        message: `Exception has no '${attribute}', only some of the exceptions that come here do: with any other, AttributeError hides the error`,
      };
      break;
    }
  }
}

/** Nothing but `Exception` is caught, the language's own. */
function isOfAny(module: ModuleFacts, clause: SyntaxNode): boolean {
  const [only, ...more] = caughtBy(clause);
  return (
    only?.text === "Exception" &&
    more.length === 0 &&
    module.lookup("Exception", module.scopeAt(only)) === undefined
  );
}

/** What every exception has; `message` was there in Python 2, and is `used-as-text`'s to tell. */
const ON_ALL = /^(args|message|with_traceback|add_note|__\w+__)$/;

/**
 * Whether the handler asks the exception what it is or has, gives it attributes, takes another by its name, or minds
 * AttributeError.
 */
function looksFirst({ text }: SyntaxNode, name: string): boolean {
  const body = text.slice(text.indexOf(":"));
  return new RegExp(
    `attr\\(\\s*${literally(name)}\\b|isinstance\\(\\s*${literally(name)}\\b|\\btype\\(\\s*${literally(name)}\\b|\\b${literally(name)}\\.__|\\b${literally(name)}(\\.\\w+)?\\s*=[^=]|\\bas ${literally(name)}\\b|\\bfor ${literally(name)}\\b|\\btry:|\\b(dir|vars)\\(\\s*${literally(name)}\\b`,
  ).test(body);
}

function isOfHandler({ type }: SyntaxNode): boolean {
  return type !== "function_definition" && type !== "lambda";
}
