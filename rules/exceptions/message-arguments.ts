import {
  type Argument,
  argumentsOf,
  dottedName,
  type Finding,
  type Fix,
  instead,
  libraryMessageKeys,
  literally,
  type MessageFormat,
  type ModuleFacts,
  messageFormatOf,
  namePlace,
  type Parameter,
  type ProjectFacts,
  type RelatedPlace,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  stringValue,
} from "../../src/rule.ts";
import { lostText, partAsMessage, shownBelow } from "./_message-arguments/never-shown.ts";

/** An exception made without a keyword that its message format needs. */
export const messageArguments: Rule = {
  id: "exceptions/message-arguments",
  title: "exception without what its message needs",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/os-brick/commit/2dbe45db9e",
  mentions: [["exc", "Exc", "error", "Error"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const { node, callee, name } of module.calls) {
    if (!name || !/(^|\.)[A-Z]\w*$/.test(name)) continue;
    const meaning = project.meaning(module, callee);
    if (meaning.kind === "external") {
      const missing = missingFromLibrary(project, meaning.name, argumentsOf(node).flatMap(writtenOut));
      if (missing.length > 0 && !isGivenLater(module, node)) yield lacking(node, name, missing);
    }
    if (meaning.kind !== "class") continue;
    const format = messageFormatOf(project, meaning);
    if (format) yield* unfitting(project, module, node, name, format);
  }
  for (const statement of module.tree.ofType("raise_statement")) {
    const [raised, ...more] = statement.namedChildren;
    const name = raised && more.length === 0 ? dottedName(raised) : undefined;
    if (!raised || name === undefined || !/(^|\.)[A-Z]\w*$/.test(name)) continue;
    if (isCaughtAround(raised)) continue;
    const meaning = project.meaning(module, raised);
    const format = meaning.kind === "class" ? messageFormatOf(project, meaning) : undefined;
    const missing =
      meaning.kind === "external"
        ? missingFromLibrary(project, meaning.name, [])
        : format
          ? missingFrom(format, [])
          : [];
    if (missing.length > 0) yield lacking(raised, name, missing, format);
  }
}

/** What is wrong with the arguments that a class with a message gets. */
function* unfitting(
  project: ProjectFacts,
  module: ModuleFacts,
  call: SyntaxNode,
  name: string,
  format: MessageFormat,
): Generator<Finding> {
  const given = argumentsOf(call).flatMap(writtenOut);
  const lost = lostText(module, format, given);
  const part = partAsMessage(module, format, given);
  const missing = lost ? [] : missingFrom(format, given);
  if (lost)
    yield {
      span: call,
      message: `${name} never shows what it gets as '${lost.name}': ${messagePlace(format.first)}`,
    };
  if (part !== undefined)
    yield {
      span: call,
      message: `${name} takes a whole message by place, and shows nothing but the value of '${part}', which its own message asks for by name`,
      related: [itsMessage(format)],
    };
  const shown = lost ? undefined : shownBelow(project, format, given);
  if (shown)
    yield {
      span: call,
      message: `${name} never shows '${shown.keys.join("', '")}': its message has no place for it, that of ${shown.placed.class.name} has`,
      related: [itsMessage(format), itsMessage(shown)],
    };
  if (missing.length > 0)
    yield { ...lacking(call, name, missing, format), fix: renamed(format, given, missing) };
}

/** The keywords that `**{'id': door}` and `**dict(id=door)` stand for. */
function writtenOut(argument: Argument): readonly Argument[] {
  if (argument.kind !== "double-splat") return [argument];
  const { value } = argument;
  if (value.type === "call" && value.field("function")?.text === "dict") {
    const inner = argumentsOf(value);
    return inner.every(({ kind }) => kind === "keyword") ? inner : [argument];
  }
  const pairs = value.type === "dictionary" ? value.namedChildren : [];
  const named = pairs.flatMap((pair): readonly Argument[] => {
    const [name, held] = [stringValue(pair.field("key")), pair.field("value")];
    return name === undefined || !held ? [] : [{ kind: "keyword", name, node: pair, value: held }];
  });
  return named.length > 0 && named.length === pairs.length ? named : [argument];
}

/** How a whole message gets into an exception. */
function messagePlace(first: Parameter | undefined): string {
  switch (first?.kind) {
    case "var-positional":
      return "its message is passed by place";
    case "var-keyword":
      return "its message asks for nothing of that name";
    default:
      return `its message is passed as '${first?.name}'`;
  }
}

/** Whether a handler of everything around takes it: it is only a way out. */
function isCaughtAround(raised: SyntaxNode): boolean {
  for (let at = raised; at.parent && at.type !== "function_definition"; at = at.parent) {
    if (at.parent.type !== "try_statement" || at.fieldName !== "body") continue;
    const heads = at.parent.namedChildren.filter(({ type }) => type === "except_clause");
    if (heads.some(({ text }) => /^except\s*(:|[^:]*\bException\b)/.test(text))) return true;
  }
  return false;
}

/** `error = NotFound()`, and then `error.msg = text`. */
function isGivenLater(module: ModuleFacts, made: SyntaxNode): boolean {
  const name = made.parent?.type === "assignment" ? made.parent.field("left") : null;
  const around = module.functionAround(made)?.node.text ?? "";
  return (
    name?.type === "identifier" &&
    new RegExp(`\\b${literally(name.text)}\\.(msg|message)\\s*=(?!=)`).test(around)
  );
}

/** What the message of a library's exception lacks in every release; that of the newest, where they differ. */
function missingFromLibrary(
  project: ProjectFacts,
  dotted: string,
  given: readonly Argument[],
): readonly string[] {
  const names = given.map((argument) => (argument.kind === "keyword" ? argument.name : undefined));
  // a whole message, or keywords that cannot be seen
  if (names.some((name) => name === undefined || /^(message|msg|code)$/.test(name))) return [];
  const lacked = libraryMessageKeys(project, dotted).map((keys) =>
    keys.filter((key) => !names.includes(key)),
  );
  return lacked.every((keys) => keys.length > 0) ? (lacked.at(-1) ?? []) : [];
}

function lacking(
  span: SyntaxNode,
  name: string,
  missing: readonly string[],
  format?: MessageFormat,
): Finding {
  const names = missing.map((key) => `'${key}'`).join(", ");
  return {
    span,
    message: `the message of ${name} needs ${names}, which ${missing.length > 1 ? "are" : "is"} not passed: the message is not filled, or KeyError hides it`,
    related: format ? [itsMessage(format)] : [],
  };
}

function itsMessage({ placed }: MessageFormat): RelatedPlace {
  return { path: placed.module.path, span: namePlace(placed.class), message: "its message" };
}

/** The one keyword that the class knows nothing of under the name of the one that its message lacks. */
function renamed(
  { known }: MessageFormat,
  given: readonly Argument[],
  [key, ...more]: readonly string[],
): Fix | undefined {
  const [odd, ...others] = given.filter((one) => one.kind === "keyword" && !known.has(one.name));
  const name = odd?.node.field("name");
  return name && key !== undefined && others.length + more.length === 0 ? instead(name, key) : undefined;
}

function missingFrom(format: MessageFormat, given: readonly Argument[]): readonly string[] {
  // a whole message, or keywords that cannot be seen
  if (given.some(({ kind }) => kind !== "keyword")) return [];
  const names = given.map((argument) => (argument.kind === "keyword" ? argument.name : ""));
  const isWhole = (name: string) => name === format.messageParameter || /^(message|msg)$/.test(name);
  // one that the format asks for is a part of the message
  if (
    names.some((name) => isWhole(name) && !(name !== format.messageParameter && format.asked.includes(name)))
  )
    return [];
  return format.keys.filter((key) => !names.includes(key));
}
