import {
  anyWord,
  argumentsOf,
  type Finding,
  type ModuleFacts,
  oneLine,
  onlyCalled,
  ownNodes,
  type ProjectFacts,
  pathsWithWord,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  stringValue,
} from "../../src/rule.ts";

/** A statement whose value is made and dropped: `x == 1`, `self.close`, `text.strip()`, `Pair(1, 2)`. */
export const droppedValue: Rule = {
  id: "names/dropped-value",
  title: "statement that does nothing with its value",
  severity: "warning",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/simple_stmts.html#expression-statements",
  mentions: [["def "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const statement of module.tree.ofType("expression_statement")) {
    const [value, ...more] = statement.namedChildren;
    if (!value || more.length > 0) continue;
    const why =
      pureCall(value) ??
      filledText(value) ??
      (isAwaited(statement) ? undefined : whyIdle(project, module, value));
    if (why) yield { span: value, message: why };
  }
}

/** A statement whose exception is what the code waits for. */
function isAwaited(statement: SyntaxNode): boolean {
  const around = statement.parent?.parent;
  if (around?.type !== "with_statement") return around?.type === "try_statement" || around?.type === "module";
  return /raises|suppress|expect/i.test(around.namedChildren[0]?.text ?? "");
}

/** Calls that do nothing but give something, and nothing that a `try` block could wait for. */
function pureCall(call: SyntaxNode): string | undefined {
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

/** `'| %s' % name` on a line of its own: no docstring, but the rest of a text that ended too early. */
function filledText(value: SyntaxNode): string | undefined {
  const left = value.type === "binary_operator" ? value.field("left") : null;
  if (!left || !/string$/.test(left.type) || value.field("operator")?.text !== "%") return undefined;
  return `the text ${oneLine(left.text, 50)} is filled here and dropped: it belongs to what stands before it`;
}

/** Methods of SQLAlchemy's Query. */
const REFINING =
  /^(filter|order_by|options|limit|offset|with_lockmode|with_for_update|distinct|group_by|outerjoin)$/;

function whyIdle(project: ProjectFacts, module: ModuleFacts, value: SyntaxNode): string | undefined {
  switch (value.type) {
    case "comparison_operator":
      return value.children.some(({ type }) => type === "==")
        ? `'${oneLine(value.text, 50)}' compares and does nothing with the answer: '=' or a condition is meant`
        : undefined;
    case "attribute":
      return isFunctionNamed(project, module, value)
        ? `'${value.text}' names the function and does not call it`
        : undefined;
    case "identifier":
    case "subscript":
      return isLastWord(module, value)
        ? `'${oneLine(value.text, 50)}' does nothing as the last statement of the function: 'return' is missing`
        : undefined;
    case "call":
      return (
        idleCall(module, value) ?? neverRun(project, module, value) ?? forgottenAnswer(project, module, value)
      );
    default:
      return undefined;
  }
}

function isFunctionNamed(project: ProjectFacts, module: ModuleFacts, value: SyntaxNode): boolean {
  const name = value.field("attribute")?.text ?? "";
  if (DOING.test(name) || isOrder(project, name) || /^super\(.*\)\.__init__$/.test(value.text)) return true;
  const callee = project.calleeOf(module, value);
  return callee
    ? callee.function.decorators.length === 0 && callee.function.name !== "__init__"
    : onlyCalled(project, module, name);
}

/** What methods are called for doing it, whatever has them: nobody reads such a name to have it loaded. */
const DOING = anyWord(`
  start stop close wait join commit rollback flush begin acquire release shutdown kill terminate refresh
  save delete destroy create clear run reset cancel apply initialize setup execute update drop append
  insert extend bulk_insert __enter__ __exit__
`);

/** `load_rules`: says what is done to what, and is no property or attribute that the tree gives anything. */
function isOrder(project: ProjectFacts, name: string): boolean {
  if (
    !/^(load|register|unregister|initialize|remove|destroy|delete|notify|validate|send)_[a-z_]+$/.test(name)
  )
    return false;
  if (/_(balancer|average|avg|time|at|on|date|id|ids|status|count|rate|queue|protection)s?$/.test(name))
    return false;
  const asAttribute = new RegExp(`@[^\\n]*\\n\\s*def ${name}\\b|\\b${name}[ \\t]*=[^=]`);
  return pathsWithWord(project, name).every((path) => !asAttribute.test(project.text(path) ?? ""));
}

/** Whether a local name, or a part of one, ends a function that gives nothing else back. */
function isLastWord(module: ModuleFacts, value: SyntaxNode): boolean {
  const name = value.type === "subscript" ? value.field("value") : value;
  // what a key gives may be made by asking for it
  if (name?.type !== "identifier" || (value !== name && !value.children.some(({ type }) => type === "slice")))
    return false;
  const around = module.functionAround(value);
  const statement = value.parent;
  const body = around?.node.field("body");
  if (!around || !statement || body?.namedChildren.at(-1)?.start !== statement.start) return false;
  return around.scope.bindings.has(name.text) || around.parameters.some((one) => one.name === name.text);
}

function idleCall(module: ModuleFacts, call: SyntaxNode): string | undefined {
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
  /^(sorted|reversed|isinstance|copy\.(deep)?copy|os\.path\.(join|basename|dirname|exists|isdir|isfile|abspath))$/;

/** A call of a function that runs nothing before its answer is used: a context manager, a generator. */
function neverRun(project: ProjectFacts, module: ModuleFacts, call: SyntaxNode): string | undefined {
  const name = (call.field("function")?.text ?? "").split(".").at(-1) ?? "";
  if (!besideYield(project).has(name)) return undefined;
  const callee = project.callee(module, call)?.function;
  if (!callee || callee.name === "__init__") return undefined;
  const [decorator, ...more] = callee.decorators;
  if (more.length > 0) return undefined;
  if (/^(contextlib\.)?contextmanager$/.test(decorator?.name ?? ""))
    return `${callee.name}() makes a context manager that nothing enters: 'with' is missing, and none of it runs`;
  const isGenerator = !decorator && [...ownNodes(callee.node)].some(({ type }) => type === "yield");
  return isGenerator ? `${callee.name}() makes a generator that nothing runs: none of it happens` : undefined;
}

/** The functions of modules that say `yield`: a look-up that tells of most calls that they run at once. */
function besideYield(project: ProjectFacts): ReadonlySet<string> {
  return project.onceOfTexts("functions beside yield", () => {
    const names = new Set<string>();
    for (const path of pathsWithWord(project, "yield"))
      for (const [, name] of (project.text(path) ?? "").matchAll(/\bdef[ \t]+(\w+)/g)) names.add(name ?? "");
    return names;
  });
}

/** A call that asks for something, whose answer is what the code around it is for. */
function forgottenAnswer(project: ProjectFacts, module: ModuleFacts, call: SyntaxNode): string | undefined {
  const name = (call.field("function")?.text ?? "").split(".").at(-1) ?? "";
  if (!/^_?(get|find|load|read|fetch|build|make|generate)_\w/.test(name)) return undefined;
  const block = call.parent?.parent;
  const around = block?.parent;
  if (block?.type !== "block" || block.namedChildren.length !== 1 || !around) return undefined;
  if (around.type === "function_definition")
    return around.field("name")?.text === name && !isItself(module, call, around)
      ? `what ${name}() gives is dropped, and the ${name}() around it gives None: 'return' is missing`
      : undefined;
  const wanted = around.type === "if_statement" ? absentName(around.field("condition")) : undefined;
  if (wanted === undefined || !name.endsWith(`_${wanted}`) || around.namedChildren.length !== 2)
    return undefined;
  const callee = project.callee(module, call);
  return callee && givesAlways(callee.function.node)
    ? `'${wanted}' is still not there after ${name}(), whose answer is dropped: an assignment is meant`
    : undefined;
}

/** `self.get_x()` in `get_x()`: overloads and stubs. */
function isItself(module: ModuleFacts, call: SyntaxNode, around: SyntaxNode): boolean {
  const object = call.field("function")?.field("object");
  return !object || /^(self|cls|super\()/.test(object.text) || module.functionAround(call)?.node !== around;
}

/** `url` of `if not url` and `if url is None`. */
function absentName(condition: SyntaxNode | null): string | undefined {
  return /^not (\w+)$|^(\w+) is None$/
    .exec(condition?.text ?? "")
    ?.slice(1)
    .find((name) => name !== undefined);
}

function givesAlways(definition: SyntaxNode): boolean {
  const returns = [...ownNodes(definition)].filter(({ type }) => type === "return_statement");
  return returns.length > 0 && returns.every(({ namedChildren: [value] }) => value && value.type !== "none");
}

/** A name that the module gives `collections.namedtuple(…)`. */
function isNamedTuple(module: ModuleFacts, name: SyntaxNode): boolean {
  const [only, ...more] = module.lookup(name.text, module.scopeAt(name))?.bindings ?? [];
  return (
    only?.kind === "assignment" &&
    more.length === 0 &&
    /^(collections\.)?namedtuple\(/.test(only.value?.text ?? "")
  );
}
