import {
  ancestorOf,
  choicesOf,
  closingBracket,
  type Finding,
  keywordsOf,
  nodeAt,
  oneLine,
  plainString,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** A default that the option's own type, choices or bounds refuse. */
export const badDefault: Rule = {
  id: "config/bad-default",
  title: "default that the option does not take",
  severity: "warning",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/trove/commit/54c2579a3",
  mentions: [["Opt("], ["default"]],
  check,
};

const OPTION = /\b(\w*Opt)\(/g;

function* check(context: RuleContext): Generator<Finding> {
  const { text } = context;
  for (const match of text.matchAll(OPTION)) {
    const open = match.index + match[0].length - 1;
    const given = keywordsOf(text.slice(open + 1, closingBracket(text, open)));
    const value = given.get("default");
    const why = value === undefined ? undefined : objectionTo(match[1] ?? "", value, given);
    // what looks like an option may stand in a string
    if (!why || ancestorOf(nodeAt(context.module.tree.root, match.index), "call", "string")?.type !== "call")
      continue;
    const start = text.indexOf("default", open);
    yield {
      span: { start: match.index, end: open },
      message: `default ${oneLine(value ?? "")} ${why}`,
      related:
        start < 0 ? [] : [{ path: context.path, span: { start, end: start + 7 }, message: "the default" }],
    };
  }
}

function objectionTo(kind: string, value: string, given: ReadonlyMap<string, string>): string | undefined {
  return ofOtherType(kind, value) ?? notAChoice(value, given) ?? outOfBounds(kind, value, given);
}

const TEXT = /^(Str|URI|HostAddress|Hostname|IP|SubCommand)Opt$/;
const NUMBER = /^(Int|Port|Float)Opt$/;

/** Only what is written out: a name or a call may give anything. */
function ofOtherType(kind: string, value: string): string | undefined {
  const isCollection = /^(\[|\{)/.test(value) && /(\]|\})$/.test(value);
  if (TEXT.test(kind) && (isCollection || /^(-?\d+(\.\d+)?|True|False)$/.test(value)))
    return `is not text: ${kind} returns it unchanged, while a value set in a file is text`;
  const text = plainString(value);
  if (
    NUMBER.test(kind) &&
    (isCollection || (text !== undefined && !/^\s*[-+]?[\d.]+(e\d+)?\s*$|\$/.test(text)))
  )
    return `is not a number: ${kind} refuses it`;
  if (kind === "BoolOpt" && (isCollection || (text !== undefined && !BOOLEANS.test(text))))
    return "is neither true nor false: BoolOpt refuses it";
  return undefined;
}

const BOOLEANS = /^(true|false|1|0|yes|no|on|off|\$.*)$/i;

function notAChoice(value: string, given: ReadonlyMap<string, string>): string | undefined {
  const choices = choicesOf(given.get("choices"));
  const text = plainString(value);
  if (!choices || text === undefined || text.includes("$")) return undefined;
  const folded =
    given.get("ignore_case") === "True" ? (word: string) => word.toLowerCase() : (word: string) => word;
  return choices.some((choice) => folded(choice) === folded(text))
    ? undefined
    : `is none of the choices ${choices.join(", ")}: oslo.config raises when the option is registered`;
}

function outOfBounds(kind: string, value: string, given: ReadonlyMap<string, string>): string | undefined {
  const number = NUMBER.test(kind) ? numberOf(value) : undefined;
  if (number === undefined) return undefined;
  const least = numberOf(given.get("min"));
  const most = numberOf(given.get("max"));
  if (least !== undefined && number < least)
    return `is below min=${least}: oslo.config raises when the option is made`;
  if (most !== undefined && number > most)
    return `is above max=${most}: oslo.config raises when the option is made`;
  return undefined;
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
