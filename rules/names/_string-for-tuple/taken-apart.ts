import { type Finding, instead, type RuleContext, stringValue } from "../../../src/rule.ts";

/** `tuple('word')`: a tuple of its letters. One that comes twice in it tells that no set of letters is meant. */
export function* takenApart({ module }: RuleContext): Generator<Finding> {
  for (const { node: call, name, arguments: given } of module.calls) {
    const made = name === undefined ? undefined : MADE_OF_MANY.get(name);
    const [only, ...more] = given;
    if (name === undefined || !made || only?.kind !== "positional" || more.length > 0) continue;
    const text = stringValue(only.value);
    if (text === undefined || !/^[A-Za-z][\w.:/@-]+$/.test(text) || new Set(text).size === text.length)
      continue;
    if (module.lookup(name, module.scopeAt(call))) continue;
    yield {
      span: call,
      message: `${call.text} holds the letters of '${text}', not the text`,
      fix: instead(call, made(only.value.text), "unsafe"),
    };
  }
}

const MADE_OF_MANY: ReadonlyMap<string, (text: string) => string> = new Map([
  ["tuple", (text) => `(${text},)`],
  ["list", (text) => `[${text}]`],
  ["set", (text) => `{${text}}`],
  ["frozenset", (text) => `frozenset([${text}])`],
]);
