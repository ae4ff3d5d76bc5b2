import {
  ancestorOf,
  argumentsOf,
  type Finding,
  type Fix,
  literally,
  type Meaning,
  nodeAt,
  type Rule,
  type RuleContext,
  type Span,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `register_opt` given a list, or `register_opts` given one option. */
export const registerOneOrMany: Rule = {
  id: "config/register-one-or-many",
  title: "one option registered as many, or many as one",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/c49e05017",
  mentions: [["register_opt", "register_cli_opt"]],
  check,
};

const CALL = /\b(register_(?:cli_)?opts?)\(\s*(\[|[\w.]*Opt\(|\w+)/g;

function* check(context: RuleContext): Generator<Finding> {
  yield* oneOfLoop(context);
  for (const match of context.text.matchAll(CALL)) {
    const kind = match[1] ?? "";
    if (!isOther(context.text, match[2] ?? "", kind.endsWith("s"))) continue;
    const { module, project } = context;
    const call = ancestorOf(nodeAt(module.tree.root, match.index), "call");
    const given = call && argumentsOf(call)[0]?.value;
    const value = given && writtenOut(given, project.meaning(module, given));
    if (!given || !value) continue;
    const message = wrongKind(kind, given, value);
    if (message === undefined) continue;
    const name = { start: match.index, end: match.index + kind.length };
    yield { span: call, message, fix: value.type === "dictionary" ? undefined : otherCall(name, kind) };
  }
}

const IN_LOOP =
  /\bfor\s+(\w*opt(?:ion)?)\s+in\s+[\w.]*opt(?:ion)?s\w*\s*:\s*\n\s+[\w.]*\.(register_(?:cli_)?opts)\(\s*\1\s*[,)]/g;

/** `for opt in opts: conf.register_opts(opt)`. */
function* oneOfLoop({ module, text }: RuleContext): Generator<Finding> {
  for (const match of text.matchAll(IN_LOOP)) {
    const [whole, one = "", kind = ""] = match;
    const at = match.index + whole.lastIndexOf(kind);
    const call = ancestorOf(nodeAt(module.tree.root, at), "call", "string", "comment");
    if (call?.type !== "call") continue;
    const message = `${kind} is given ${one}, one option of those that the loop goes through`;
    yield { span: call, message, fix: otherCall({ start: at, end: at + kind.length }, kind) };
  }
}

/** What is wrong with the value that a registering call of this name is given. */
function wrongKind(kind: string, given: SyntaxNode, value: SyntaxNode): string | undefined {
  const many = kind.endsWith("s");
  if (value.type === "dictionary")
    return `${kind} is given the dictionary ${given.text}: it takes ${many ? "a list of options" : "one option"}`;
  const isList = ["list", "list_comprehension", "tuple"].includes(value.type);
  const isOption = value.type === "call" && /Opt$/.test(value.field("function")?.text ?? "");
  if (many) return isOption ? `${kind} is given the single option ${given.text}` : undefined;
  const list = given.type === "list" ? "of options" : given.text;
  return isList ? `${kind} is given the list ${list}: it takes one option` : undefined;
}

/** `register_opt` for `register_opts`, and the other way round. */
function otherCall(name: Span, kind: string): Fix {
  const many = kind.endsWith("s");
  const text = many ? kind.slice(0, -1) : `${kind}s`;
  return {
    kind: "safe",
    title: many ? "register one option" : "register all options",
    edits: [{ span: name, text }],
  };
}

/** A look at the text: is the argument, or what its name is assigned in this module, of the other kind? */
function isOther(text: string, argument: string, many: boolean): boolean {
  const other = many ? "(?:[\\w.]*Opt\\(|\\{)" : "[[({]";
  if (!/^\w+$/.test(argument)) return new RegExp(`^${other}`).test(argument);
  return new RegExp(`^[ \\t]*${literally(argument)}\\s*(?::[^=\\n]*)?=\\s*${other}`, "m").test(text);
}

function writtenOut(given: SyntaxNode, meaning: Meaning): SyntaxNode | undefined {
  if (meaning.kind === "assignment") return meaning.assignment.value ?? undefined;
  return given.type === "identifier" || given.type === "attribute" ? undefined : given;
}
