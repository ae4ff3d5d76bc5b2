import { argumentsOf, type Finding, type Rule, type RuleContext, stringValue } from "../../src/rule.ts";

/** `name.lstrip('vif-')`: the argument is a set of characters, so `vif-five` becomes `e`. */
export const stripAffix: Rule = {
  id: "names/strip-affix",
  title: "strip() with a word, of which it takes the letters",
  severity: "info",
  confidence: "medium",
  onByDefault: false,
  source: "https://docs.python.org/3/library/stdtypes.html#str.lstrip",
  mentions: [["strip('", 'strip("']],
  check,
};

const MEANT: ReadonlyMap<string, string> = new Map([
  ["lstrip", "prefix"],
  ["rstrip", "suffix"],
]);

function* check({ module }: RuleContext): Generator<Finding> {
  for (const call of module.tree.ofType("call")) {
    const method = call.field("function")?.field("attribute")?.text ?? "";
    const meant = MEANT.get(method);
    if (meant === undefined) continue;
    const [only, ...more] = argumentsOf(call);
    const characters = only && more.length === 0 ? stringValue(only.value) : undefined;
    if (characters === undefined || !isWord(characters)) continue;
    yield {
      span: call,
      message: `${method}() takes off any of the characters of '${characters}' in any order, also those of what follows: a ${meant} is meant`,
    };
  }
}

/** Three letters that are no set of characters: no range of the alphabet, no units behind a number, no escapes. */
function isWord(characters: string): boolean {
  const plain = characters.replace(/\\./g, "");
  if (!/[A-Za-z]{3}/.test(plain) || /^\s?[kKMGTPE]?i?[bB](ytes|its|ps)?$/.test(plain)) return false;
  const letters = [...plain.toLowerCase().replace(/[^a-z]/g, "")];
  const isRange = letters.every(
    (letter, at) => at === 0 || letter.charCodeAt(0) - (letters[at - 1] ?? "").charCodeAt(0) === 1,
  );
  return !isRange && !isUnits(plain);
}

/** `KMGT`: the letters that may stand behind a size. */
function isUnits(characters: string): boolean {
  return /^[KMGTPEB]+$/i.test(characters);
}
