import {
  type Argument,
  argumentsOf,
  type Finding,
  isLogCall,
  type ModuleFacts,
  messageText,
  oneLine,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** `'{} {}'.format(value)`: other arguments than fields; `LOG.info('{}')`: nothing that fills them. */
export const braceArguments: Rule = {
  id: "formats/brace-arguments",
  title: "str.format() without what its fields need",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/library/string.html#format-string-syntax",
  mentions: [[".format(", "{}", "{0}", "f'", 'f"']],
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  yield* neverFilled(module);
  for (const call of module.tree.ofType("call")) {
    const callee = call.field("function");
    if (callee?.type !== "attribute" || callee.field("attribute")?.text !== "format") continue;
    const object = callee.field("object");
    const text = object ? messageText(module, object) : undefined;
    const given = argumentsOf(call);
    if (text === undefined || given.some(({ kind }) => kind.endsWith("splat"))) continue;
    const fields = fieldsOf(text);
    const message = fields ? whatDoesNotFit(text, given, fields) : malformed(text);
    if (message !== undefined) yield { span: call, message };
  }
}

function whatDoesNotFit(text: string, given: readonly Argument[], fields: Fields): string | undefined {
  if (fields.count + fields.names.length === 0 && given.length > 0)
    // a text without a word, or an empty one, stands for others that may be looked up
    return /\w/.test(text) ? "the text has no field: what format() gets is never shown" : undefined;
  const positional = given.filter(({ kind }) => kind === "positional").length;
  const named = new Set(given.map((argument) => (argument.kind === "keyword" ? argument.name : "")));
  const missing = fields.names.find((name) => !named.has(name));
  const misfit = "the format does not fit its arguments:";
  if (fields.isMixed) return `${misfit} '{}' and numbered fields stand in one format: ValueError`;
  if (missing !== undefined) return `${misfit} '${missing}' is not passed`;
  if (fields.count > positional) return `${misfit} it has ${fields.count} fields and gets ${positional}`;
  return neverShown(text, given, fields);
}

/** What Python refuses a text for, whatever `format()` gets: a brace that nothing closes or opens. */
function malformed(text: string): string | undefined {
  let depth = 0;
  let isSpec = false;
  for (let at = 0; at < text.length; at++) {
    const one = text[at];
    if (depth === 0 && (one === "{" || one === "}") && text[at + 1] === one) at++;
    else if (one === "}" && depth === 0) return "the format has a '}' that nothing opens: ValueError";
    else if (one === "{" && depth > 0 && !isSpec)
      return `the field '${oneLine(text.slice(text.lastIndexOf("{", at - 1), at + 1))}' is not closed before the next one begins: ValueError`;
    else if (one === "{") depth++;
    else if (one === "}") depth--;
    // what stands behind the colon may have fields of its own
    isSpec = depth > 0 && (isSpec || one === ":");
  }
  return depth > 0 ? "the format's last field is not closed: ValueError" : undefined;
}

/** `'{} of {}'.format(name, size, place)`, and what is for the log call but stands within the brackets of `format()`. */
function neverShown(text: string, given: readonly Argument[], fields: Fields): string | undefined {
  const forLog = given.find(
    (one) => one.kind === "keyword" && /^(exc_info|extra|stack_info)$/.test(one.name),
  );
  if (forLog?.kind === "keyword" && !fields.names.includes(forLog.name))
    return `'${forLog.name}' is for the log call, and stands within the brackets of format(), which does nothing with it`;
  const unshown = given.find((one, at) =>
    one.kind === "keyword" ? !fields.names.includes(one.name) : !fields.isShown(at),
  );
  // a path may do without a value on purpose, where its fields are numbered or named; a sentence lacks it
  if (!fields.isAutomatic && !/\s/.test(text)) return undefined;
  return unshown && `the text has no field for '${unshown.node.text}': it is never shown`;
}

/** A text with fields that is all that a log call or an exception gets: they are shown as they stand. */
function* neverFilled(module: ModuleFacts): Generator<Finding> {
  if (!FIELD_TO_THE_END.test(module.text)) return;
  for (const { node: call, arguments: given } of module.calls) {
    const [only, ...more] = given;
    if (only?.kind !== "positional" || more.some(({ kind }) => kind !== "keyword")) continue;
    const isRaised = call.parent?.type === "raise_statement" && more.length === 0;
    if (!isRaised && !isLogCall(call)) continue;
    const text = messageText(module, only.value);
    // a text may speak of formats, and of what looks like one
    if (!text || /format|template|pattern|syntax|empty|dict|json/i.test(text)) continue;
    const fields = fieldsOf(text);
    if (!fields || fields.count + fields.names.length === 0) continue;
    const { names } = fields;
    if (!names.every((name) => module.lookup(name, module.scopeAt(call)))) continue;
    yield {
      span: only.node,
      message: `nothing fills the fields of this text, they are shown as they stand: ${names.length > 0 ? "the 'f' before it" : "format()"} is missing`,
    };
  }
}

/** A field in a text that ends the call; a look at the text before anything is parsed. */
const FIELD_TO_THE_END = /\{\w*\}.*["']\s*[,)]/;

interface Fields {
  /** So many values are needed in order. */
  readonly count: number;
  /** Whether a field takes the value at a place. */
  readonly isShown: (at: number) => boolean;
  readonly names: readonly string[];
  /** Whether some take one value after the other. */
  readonly isAutomatic: boolean;
  readonly isMixed: boolean;
}

/** The fields at the top level of a format; `undefined` for one that is malformed or nested. */
function fieldsOf(text: string): Fields | undefined {
  const plain = text.replaceAll("{{", "").replaceAll("}}", "");
  const names: string[] = [];
  let automatic = 0;
  const numbers = new Set<number>();
  for (const match of plain.matchAll(/\{([^{}]*)\}/g)) {
    const name = /^[^.[!:]*/.exec(match[1] ?? "")?.[0] ?? "";
    if (name === "") automatic++;
    else if (/^\d+$/.test(name)) numbers.add(Number(name));
    else if (/^[A-Za-z_]\w*$/.test(name)) names.push(name);
    else return undefined;
  }
  if (/[{}]/.test(plain.replace(/\{[^{}]*\}/g, ""))) return undefined;
  return {
    count: Math.max(automatic, ...[...numbers].map((number) => number + 1)),
    isShown: (at) => at < automatic || numbers.has(at),
    names,
    isAutomatic: automatic > 0,
    isMixed: automatic > 0 && numbers.size > 0,
  };
}
