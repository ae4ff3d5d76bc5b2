import { argumentsOf, type ModuleFacts, type SyntaxNode, stringValue } from "../../../src/rule.ts";

/** Calls that do nothing but give something, and nothing that a `try` block could wait for. */
export function pureCall(call: SyntaxNode): string | undefined {
  const callee = call.type === "call" ? call.field("function") : null;
  const object = callee?.type === "attribute" ? callee.field("object") : null;
  const name = object ? (callee?.field("attribute")?.text ?? "") : (callee?.text ?? "");
  if (name === "save_and_reraise_exception" && argumentsOf(call).length === 0)
    return "save_and_reraise_exception() raises again when its 'with' block ends: without 'with' the exception is gone";
  const isQuery = object?.type === "identifier" && /query$/.test(object.text);
  return name === "filter_by" || (isQuery && REFINING.test(name))
    ? `${name}() gives a new query and leaves the old one as it is: its result is dropped`
    : undefined;
}

/** Methods of SQLAlchemy's Query. */
const REFINING =
  /^(filter|order_by|options|limit|offset|with_lockmode|with_for_update|distinct|group_by|outerjoin)$/;

/** A call that makes a new value and changes none. */
export function idleCall(module: ModuleFacts, call: SyntaxNode): string | undefined {
  const callee = call.field("function");
  if (callee?.type === "identifier" && isNamedTuple(module, callee))
    return `${callee.text}() makes a tuple that nothing takes: 'return' or an assignment is meant`;
  const method = callee?.type === "attribute" ? (callee.field("attribute")?.text ?? "") : "";
  const given = argumentsOf(call);
  if (callee && MAKING.test(callee.text) && given.length > 0)
    return `${callee.text}() gives a new value and changes none: its result is dropped`;
  if (/^(union|intersection|difference|symmetric_difference)$/.test(method) && given.length === 1)
    return `${method}() gives a new set and leaves the old one as it is: '${method === "union" ? "" : `${method}_`}update' or an assignment is meant`;
  const isOfText =
    (/^(format|join)$/.test(method) && isText(callee?.field("object"))) ||
    (/^(strip|rstrip|lstrip|lower|upper)$/.test(method) &&
      given.every(({ value }) => stringValue(value) !== undefined)) ||
    (method === "replace" &&
      given.length === 2 &&
      given.every(({ value }) => stringValue(value) !== undefined));
  return isOfText
    ? `${method}() gives a new text and leaves the old one as it is: its result is dropped`
    : undefined;
}

/** A text that is written out; `b"".join(body)` of bytes is how a body is read to its end. */
function isText(object: SyntaxNode | null | undefined): boolean {
  return object?.type === "string" && !/^[rR]?[bB]/.test(object.text);
}

/** Functions whose answer is all they do. */
const MAKING =
  /^(sorted|reversed|isinstance|bool|dict|max|min|round|frozenset|copy\.(deep)?copy|os\.path\.(join|basename|dirname|exists|isdir|isfile|abspath))$/;

/** A name that the module gives `collections.namedtuple(…)`. */
function isNamedTuple(module: ModuleFacts, name: SyntaxNode): boolean {
  const [only, ...more] = module.lookup(name.text, module.scopeAt(name))?.bindings ?? [];
  return (
    only?.kind === "assignment" &&
    more.length === 0 &&
    /^(collections\.)?namedtuple\(/.test(only.value?.text ?? "")
  );
}
