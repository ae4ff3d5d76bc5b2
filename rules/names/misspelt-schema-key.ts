import {
  type Finding,
  instead,
  isSlip,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  stringValue,
} from "../../src/rule.ts";

/** `'additonalProperties': False`: JSON schema passes over words that it does not know. */
export const misspeltSchemaKey: Rule = {
  id: "names/misspelt-schema-key",
  title: "word of a JSON schema that is nearly one",
  severity: "warning",
  confidence: "high",
  onByDefault: true,
  source: "https://json-schema.org/draft-06/schema#",
  mentions: [
    ["'type'", '"type"'],
    ["roper", "Items", "Length", "equired"],
  ],
  check,
};

const WORDS = [
  "additionalItems",
  "additionalProperties",
  "definitions",
  "dependencies",
  "description",
  "exclusiveMaximum",
  "exclusiveMinimum",
  "maxLength",
  "maxProperties",
  "maxItems",
  "minItems",
  "minLength",
  "minProperties",
  "patternProperties",
  "properties",
  "required",
  "uniqueItems",
];

const KNOWN = new Set(WORDS);

function* check({ module }: RuleContext): Generator<Finding> {
  for (const dictionary of module.tree.ofType("dictionary")) {
    const pairs = dictionary.namedChildren;
    if (!pairs.some(isType)) continue;
    const keys = pairs.flatMap((pair) => pair.field("key") ?? []);
    const said = new Set(keys.map(stringValue));
    for (const node of keys) {
      const key = stringValue(node) ?? "";
      const meant = key.length < 7 || KNOWN.has(key) ? undefined : WORDS.find((word) => isNearly(key, word));
      if (meant === undefined || said.has(meant)) continue;
      yield {
        span: node,
        message: `JSON schema has no '${key}' and passes over it: '${meant}' is meant`,
        fix: instead(node, node.text.replace(key, meant)),
      };
    }
  }
}

/** `'type': 'object'`: the dictionary is a schema, and no table of properties that are called so. */
function isType(pair: SyntaxNode): boolean {
  return (
    stringValue(pair.field("key")) === "type" &&
    /^(object|array|string|integer|number|boolean)$/.test(stringValue(pair.field("value")) ?? "")
  );
}

function isNearly(key: string, word: string): boolean {
  // the words are few: of one and of many are no two of them
  const isCut = key === word.slice(0, -1) || key === `${word}s`;
  return key.toLowerCase() === word.toLowerCase() || isCut || isSlip(key, word);
}
