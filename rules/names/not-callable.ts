import {
  argumentsOf,
  builtinKind,
  classOfValue,
  descendants,
  type Finding,
  type Fix,
  familyLacks,
  insertion,
  type ModuleFacts,
  namePlace,
  oneLine,
  type PlacedClass,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  receiverClass,
  type SyntaxNode,
  selfAssignments,
} from "../../src/rule.ts";

/** `HANDLERS = {}` and `HANDLERS(key)`: a dictionary, a list, a text or a number called like a function. */
export const notCallable: Rule = {
  id: "names/not-callable",
  title: "value called like a function",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/expressions.html#calls",
  mentions: [["=", ")("]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const { node, callee } of module.calls) {
    if (TEXTS.has(callee.type)) yield calledText(callee);
    if (callee.type === "call") yield* calledAgain(project, module, callee);
    if (callee.type !== "identifier" && callee.type !== "attribute") continue;
    if (isLogger(project, module, callee))
      yield {
        span: node,
        message: `'${callee.text}' is a logger, which cannot be called: one of its methods is meant, and this is a TypeError`,
      };
    const kind = builtinKind(project, module, callee);
    if (kind)
      yield {
        span: node,
        message: `'${callee.text}' holds a ${kind}, which cannot be called: TypeError when this line runs`,
      };
    else if (hidesMethod(project, module, callee))
      yield {
        span: node,
        message: `'${callee.text}' is what __init__() sets, which hides the method of the name and cannot be called: TypeError when this line runs`,
      };
    else if (isAskedForKeys(module, node, callee))
      yield {
        span: node,
        message: `'${callee.text}' is a mapping elsewhere in this function, and cannot be called: TypeError when this line runs`,
        fix: squared(node),
      };
  }
}

const TEXTS = new Set(["string", "concatenated_string"]);

/** `'%s of %s' (name, size)`: what stands behind a text calls it, and `%` was to be between the two. */
function calledText(text: SyntaxNode): Finding {
  const isFormat = text.text.includes("%");
  const meant = isFormat ? "'%' is missing before its values" : "a comma or an operator is missing behind it";
  return {
    span: text,
    message: `a text is called with what stands in the brackets behind it: ${meant}, and this is a TypeError`,
    fix: isFormat
      ? { kind: "unsafe", title: "put '%' between them", edits: [insertion(text.end, " %")] }
      : undefined,
  };
}

/** `Shut()()`: an object of a class that nothing makes callable. */
function* calledAgain(project: ProjectFacts, module: ModuleFacts, made: SyntaxNode): Generator<Finding> {
  const placed = classOfValue(project, module, made);
  if (!placed || !project.classOrder(placed).complete || !familyLacks(project, placed, "__call__")) return;
  yield {
    span: made,
    message: `'${oneLine(made.text)}' is an object of ${placed.class.name}, which has no __call__(): TypeError when this line runs`,
    related: [{ path: placed.module.path, span: namePlace(placed.class), message: "its class" }],
  };
}

/** What a module has of `getLogger()`, its own or one that it imports. */
function isLogger(project: ProjectFacts, module: ModuleFacts, name: SyntaxNode): boolean {
  if (!/^_?log(ger)?$/i.test(name.text)) return false;
  const meaning = project.meaning(module, name);
  const value = meaning.kind === "assignment" ? meaning.assignment.value : null;
  return value?.type === "call" && /^\w+\.getLogger$/.test(value.field("function")?.text ?? "");
}

/** `self.state()` in a class with a method `state` whose `__init__` sets `self.state = state`: what is set is found first. */
function hidesMethod(project: ProjectFacts, module: ModuleFacts, callee: SyntaxNode): boolean {
  const name = callee.field("attribute")?.text ?? "";
  const object = callee.field("object");
  const holder = object?.text === "self" ? receiverClass(project, module, object) : undefined;
  const { classes, complete } = holder ? project.classOrder(holder) : NO_ORDER;
  const values = classes.flatMap((one) => valuesSet(one, name).map((set) => ({ one, set })));
  const methods = classes.flatMap(({ class: facts }) => facts.methods.get(name) ?? []);
  return (
    complete &&
    methods.length > 0 &&
    values.length > 0 &&
    methods.every(({ decorators }) => decorators.length === 0) &&
    values.every(({ one, set }) => set !== null && isData(project, one, set))
  );
}

const NO_ORDER = { classes: [], complete: false };

function valuesSet({ module, class: facts }: PlacedClass, name: string): readonly (SyntaxNode | null)[] {
  return selfAssignments(module, name).flatMap(({ target, value }) =>
    module.classAround(target.node) === facts ? [value] : [],
  );
}

/** Whether a value is no function: of a known kind, or a parameter that the class goes on to treat as data. */
function isData(project: ProjectFacts, { module, class: { node } }: PlacedClass, value: SyntaxNode): boolean {
  if (builtinKind(project, module, value)) return true;
  const place = value.parent?.field("left")?.text;
  const isGiven = module.functionAround(value)?.parameters.some(({ name }) => name === value.text);
  return isGiven === true && [...descendants(node)].some((one) => one.text === place && isTreatedAsData(one));
}

function isTreatedAsData({ type, parent, fieldName }: SyntaxNode): boolean {
  if (type !== "attribute") return false;
  return (
    /^(comparison_operator|binary_operator|unary_operator|not_operator|pattern_list)$/.test(
      parent?.type ?? "",
    ) ||
    (parent?.type === "subscript" && fieldName === "value") ||
    (parent?.type === "for_statement" && fieldName === "right")
  );
}

/** `rates('day')` beside `rates['day']`, or one of its other keys: brackets of the other kind are meant. */
function isAskedForKeys(module: ModuleFacts, call: SyntaxNode, name: SyntaxNode): boolean {
  if (name.type !== "identifier" || keyOf(call) === undefined) return false;
  const scope = module.scopeAt(name);
  const [only, ...more] = scope.kind === "function" ? (scope.bindings.get(name.text) ?? []) : [];
  // tags of a document are called, and asked for attributes
  if (only?.kind !== "assignment" || more.length > 0 || /BeautifulSoup|\bbs4\b/.test(module.text))
    return false;
  return module.tree
    .ofType("subscript")
    .some(
      (other) =>
        other.field("value")?.text === name.text &&
        other.field("subscript")?.type === "string" &&
        module.scopeAt(other) === scope,
    );
}

/** The one text that a call is given. */
function keyOf(call: SyntaxNode): SyntaxNode | undefined {
  const [only, ...more] = argumentsOf(call);
  return only?.kind === "positional" && only.value.type === "string" && more.length === 0
    ? only.value
    : undefined;
}

/** Square brackets in place of the call's own. */
function squared(call: SyntaxNode): Fix | undefined {
  const list = call.field("arguments");
  if (!list) return undefined;
  const edits = [
    { span: { start: list.start, end: list.start + 1 }, text: "[" },
    { span: { start: list.end - 1, end: list.end }, text: "]" },
  ];
  return { kind: "unsafe", title: "ask for the key", edits };
}
