import {
  ancestorOf,
  choicesOf,
  closingBracket,
  type Finding,
  keywordsOf,
  literally,
  nodeAt,
  oneLine,
  optionRegistry,
  pathsWithWord,
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
    const why =
      value === undefined
        ? undefined
        : (objectionTo(match[1] ?? "", value, given) ?? askedForTruth(context, match, value));
    // what looks like an option may stand in a string
    if (!why || ancestorOf(nodeAt(context.module.tree.root, match.index), "call", "string")?.type !== "call")
      continue;
    const start = text.indexOf("default", open);
    yield {
      span: { start: match.index, end: open },
      message: `default ${oneLine(value ?? "")} ${why}`,
      related: [{ path: context.path, span: { start, end: start + 7 }, message: "the default" }],
    };
  }
}

function objectionTo(kind: string, value: string, given: ReadonlyMap<string, string>): string | undefined {
  return ofOtherType(kind, value) ?? notAChoice(value, given) ?? outOfBounds(kind, value, given);
}

/** `default='False'` of a StrOpt that the tree asks for its truth: every text but the empty one is true. */
function askedForTruth(
  { project, text }: RuleContext,
  match: RegExpExecArray,
  value: string,
): string | undefined {
  if (match[1] !== "StrOpt" || !/^['"](?:true|false)['"]$/i.test(value)) return undefined;
  const named = /^\(\s*(?:name\s*=\s*)?['"]([\w-]+)['"]/.exec(text.slice(match.index + match[0].length - 1));
  const option = named?.[1]?.replaceAll("-", "_");
  if (option === undefined || optionRegistry(project).definedIn(option).length > 1) return undefined;
  const isAsked = pathsWithWord(project, option).some((path) => isTruth(project.text(path) ?? "", option));
  return isAsked
    ? "is text, and the code asks for its truth: every text is true, BoolOpt is meant"
    : undefined;
}

/** `if CONF.option:`, also of the name that it is given to. */
function isTruth(text: string, option: string): boolean {
  const read = `(?:\\w+\\.)*(?:CONF|conf|configuration)(?:\\.\\w+)?\\.${literally(option)}`;
  if (conditionOf(read).test(text)) return true;
  const given = text.matchAll(new RegExp(`^[ \\t]*((?:self\\.)?\\w+) = ${read}[ \\t]*$`, "gm"));
  return [...given].some(
    ([, name = ""]) =>
      conditionOf(name).test(text) && !new RegExp(`^[ \\t]*${literally(name)} = (?!${read})`, "m").test(text),
  );
}

/** An expression that stands alone as a condition, or as a part of one. */
function conditionOf(expression: string): RegExp {
  return new RegExp(`\\b(?:if|elif|while|not|and|or)[ \\t(]+${expression}\\s*(?:[:)]|(?:and|or|else)\\b)`);
}

const TEXT = /^(Str|URI|HostAddress|Hostname|IP|SubCommand)Opt$/;
const MANY = /^Multi(Str)?Opt$/;
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
  if (MANY.test(kind) && text)
    return `is one text, and ${kind} gives a list: who goes through it gets letters`;
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
