import {
  argumentsOf,
  type Finding,
  isTranslation,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  stringValue,
  withoutParentheses,
} from "../../src/rule.ts";

/** `'{} {}'.format(value)`: fewer arguments than fields. */
export const braceArguments: Rule = {
  id: "formats/brace-arguments",
  title: "str.format() without what its fields need",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/library/string.html#format-string-syntax",
  mentions: [[".format("]],
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  for (const call of module.tree.ofType("call")) {
    const callee = call.field("function");
    if (callee?.type !== "attribute" || callee.field("attribute")?.text !== "format") continue;
    const object = callee.field("object");
    const text = object ? textOf(withoutParentheses(object)) : undefined;
    const given = argumentsOf(call);
    if (
      text === undefined ||
      /^[fFbB]/.test(object?.text ?? "") ||
      given.some(({ kind }) => kind.endsWith("splat"))
    )
      continue;
    const fields = fieldsOf(text);
    if (!fields) continue;
    const positional = given.filter(({ kind }) => kind === "positional").length;
    const named = new Set(given.map((argument) => (argument.kind === "keyword" ? argument.name : "")));
    const missing = fields.names.filter((name) => !named.has(name));
    if (!fields.isMixed && fields.count <= positional && missing.length === 0) continue;
    const what = fields.isMixed
      ? "'{}' and numbered fields stand in one format: ValueError"
      : missing.length > 0
        ? `'${missing[0]}' is not passed`
        : `it has ${fields.count} fields and gets ${positional}`;
    yield { span: call, message: `the format does not fit its arguments: ${what}` };
  }
}

/** A literal's text, also where it is marked for translation. */
function textOf(node: SyntaxNode): string | undefined {
  const [only, ...more] = isTranslation(node) ? (node.field("arguments")?.namedChildren ?? []) : [node];
  return only && more.length === 0 ? stringValue(only) : undefined;
}

/** The fields at the top level of a format; `undefined` for one that is malformed or nested. */
function fieldsOf(
  text: string,
): { readonly count: number; readonly names: readonly string[]; readonly isMixed: boolean } | undefined {
  const plain = text.replaceAll("{{", "").replaceAll("}}", "");
  const names: string[] = [];
  let automatic = 0;
  let highest = 0;
  for (const match of plain.matchAll(/\{([^{}]*)\}/g)) {
    const name = /^[^.[!:]*/.exec(match[1] ?? "")?.[0] ?? "";
    if (name === "") automatic++;
    else if (/^\d+$/.test(name)) highest = Math.max(highest, Number(name) + 1);
    else if (/^[A-Za-z_]\w*$/.test(name)) names.push(name);
    else return undefined;
  }
  if (/[{}]/.test(plain.replace(/\{[^{}]*\}/g, ""))) return undefined;
  return { count: Math.max(automatic, highest), names, isMixed: automatic > 0 && highest > 0 };
}
