import {
  type Argument,
  argumentsOf,
  dottedName,
  type Finding,
  type Fix,
  instead,
  isText,
  type MessageFormat,
  type ModuleFacts,
  messageFormatOf,
  namePlace,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

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
    if (meaning.kind !== "class") continue;
    const format = messageFormatOf(project, meaning);
    const lost = format ? lostText(module, format, argumentsOf(node)) : undefined;
    if (lost)
      yield {
        span: node,
        message: `${name} never shows what it gets as '${lost.name}': its message is passed ${format?.isByPlace ? "by place" : `as '${format?.first}'`}`,
      };
    const missing = format && !lost ? missingFrom(format, argumentsOf(node)) : [];
    if (format && missing.length > 0)
      yield { ...lacking(node, name, format, missing), fix: renamed(format, argumentsOf(node), missing) };
  }
  for (const statement of module.tree.ofType("raise_statement")) {
    const [raised, ...more] = statement.namedChildren;
    const name = raised && more.length === 0 ? dottedName(raised) : undefined;
    if (!raised || name === undefined || !/(^|\.)[A-Z]\w*$/.test(name)) continue;
    if (isCaughtAround(raised)) continue;
    const meaning = project.meaning(module, raised);
    const format = meaning.kind === "class" ? messageFormatOf(project, meaning) : undefined;
    const missing = format ? missingFrom(format, []) : [];
    if (format && missing.length > 0) yield lacking(raised, name, format, missing);
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

function lacking(
  span: SyntaxNode,
  name: string,
  { placed }: MessageFormat,
  missing: readonly string[],
): Finding {
  const names = missing.map((key) => `'${key}'`).join(", ");
  return {
    span,
    message: `the message of ${name} needs ${names}, which ${missing.length > 1 ? "are" : "is"} not passed: the message is not filled, or KeyError hides it`,
    related: [{ path: placed.module.path, span: namePlace(placed.class), message: "its message" }],
  };
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
  return format.keys.filter((key) => !names.includes(key) && key !== "code");
}

/** A text that is passed as `msg` where the constructor takes it as `message`: neither it nor the format knows the word. */
function lostText(
  module: ModuleFacts,
  { known, first }: MessageFormat,
  given: readonly Argument[],
): Extract<Argument, { kind: "keyword" }> | undefined {
  const [only, ...more] = given;
  if (only?.kind !== "keyword" || more.length > 0 || first === undefined) return undefined;
  if (!/^(msg|message|reason|error|err|detail|details|explanation)$/.test(only.name)) return undefined;
  return known.has(only.name) || !isText(module, only.value) ? undefined : only;
}
