import {
  dottedName,
  type Finding,
  type FunctionFacts,
  namePlace,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  stringValue,
} from "../../src/rule.ts";

/** A method that a later one of the same name replaces, a dict key that is given twice. */
export const repeatedDefinition: Rule = {
  id: "names/repeated-definition",
  title: "definition that a later one replaces",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/executionmodel.html#naming-and-binding",
  mentions: [["def ", "{"]],
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  for (const facts of module.classes) {
    for (const bindings of facts.scope.bindings.values()) {
      const definitions = bindings.filter((binding): binding is FunctionFacts => binding.kind === "function");
      if (definitions.length < 2 || definitions.length !== bindings.length) continue;
      if (
        definitions.some(({ whole }) => whole.parent !== facts.node.field("body")) ||
        definitions.some(isLinked)
      )
        continue;
      const [first] = definitions;
      if (first)
        yield {
          span: namePlace(first),
          message: `${first.qualifiedName}() is defined again below: this definition is never used`,
        };
    }
  }
  for (const node of module.tree.ofType("dictionary"))
    for (const repeated of repeatedKeys(node))
      yield {
        span: repeated,
        message: `the key ${repeated.text} is given twice with different values: the last one counts`,
      };
}

/** Property setters, overloads, singledispatch, API versions: decorators that make use of the earlier one. */
function isLinked({ decorators }: FunctionFacts): boolean {
  return decorators.length > 0;
}

function* repeatedKeys(dictionary: SyntaxNode): Generator<SyntaxNode> {
  const seen = new Map<string, string>();
  for (const pair of dictionary.namedChildren) {
    const key = pair.type === "pair" ? pair.field("key") : null;
    const name = key ? keyName(key) : undefined;
    if (!key || name === undefined) continue;
    const value = pair.field("value")?.text ?? "";
    const before = seen.get(name);
    if (before !== undefined && before !== value) yield key;
    seen.set(name, value);
  }
}

/** What two equal keys share: a text's value, else a number, a name or names with dots as they are written. */
function keyName(key: SyntaxNode): string | undefined {
  const text = stringValue(key);
  if (text !== undefined) return `'${text}`;
  return key.type === "integer" ? key.text : dottedName(key);
}
