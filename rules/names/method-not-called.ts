import {
  builtinKind,
  type Finding,
  functionMeant,
  isLogCall,
  isTranslation,
  type ModuleFacts,
  nodeAt,
  onlyCalled,
  type ProjectFacts,
  pathsDefining,
  pathsWithWord,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  withoutParentheses,
} from "../../src/rule.ts";

/** A function as a condition: always true. */
export const methodNotCalled: Rule = {
  id: "names/method-not-called",
  title: "function used as a condition instead of its result",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/library/stdtypes.html#truth-value-testing",
  mentions: [["def "]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  yield* conditions(context);
  yield* uncalledFormats(context);
  yield* comparisons(context);
  yield* statements(context);
  yield* queries(context);
  yield* iterated(context);
  yield* valuesMeant(context);
}

/** What only texts do. */
const OF_TEXTS = /^(lower|upper|strip|lstrip|rstrip|swapcase|capitalize|splitlines|casefold)$/;

/** What dictionaries give of themselves. */
const OF_DICTIONARIES = /^(keys|values|items|copy)$/;

const UNCALLED =
  /\.(lower|upper|[lr]?strip|swapcase|capitalize|splitlines|casefold|keys|values|items|copy)\b(?!\s*\()/;

/** `prices[kind.lower]`, `kind.strip == 'coat'`, `return kind.upper`, and so of dictionaries. */
function* valuesMeant({ module, text, project }: RuleContext): Generator<Finding> {
  if (!UNCALLED.test(text)) return;
  for (const node of module.tree.ofType("attribute")) {
    const name = node.field("attribute")?.text ?? "";
    const isOfTexts = OF_TEXTS.test(name);
    if (!(isOfTexts || OF_DICTIONARIES.test(name)) || !isValueMeant(node) || isGoneThrough(node)) continue;
    const object = node.field("object");
    if (!object || !(isOfTexts ? isText(project, object, name) : isOf("dictionary", project, module, object)))
      continue;
    yield {
      span: node,
      message: `'${node.text}' is the function ${name}() itself, not what it gives: it is not called`,
    };
  }
}

/** `string.lower` of Python 2 and `str.lower` are functions on purpose. */
function isText(project: ProjectFacts, object: SyntaxNode, name: string): boolean {
  if (/^(string|str|unicode|bytes|six\.text_type)$/.test(object.text) || isSetSomewhere(project, name))
    return false;
  return !project.onceOfTexts(`field ${name}`, () => {
    const field = new RegExp(
      `^(?: {4}|\\t)${name}\\s*[=:](?!.*\\.${name}\\b)|namedtuple\\([^)]*\\b${name}\\b|def ${name}\\b`,
      "m",
    );
    return pathsWithWord(project, name).some((path) => field.test(project.text(path) ?? ""));
  });
}

function isOf(kind: string, project: ProjectFacts, module: ModuleFacts, object: SyntaxNode): boolean {
  return builtinKind(project, module, object) === kind;
}

/** Where a value goes on as such: none that is called later, or handed to who calls it. */
function isValueMeant({ parent, fieldName }: SyntaxNode): boolean {
  switch (parent?.type) {
    case "comparison_operator":
    case "binary_operator":
    case "return_statement":
      return true;
    case "subscript":
      return fieldName === "subscript";
    case "list_comprehension":
    case "set_comprehension":
    case "generator_expression":
      return fieldName === "body";
    default:
      return false;
  }
}

/** A line that may be a member's name and nothing else: trees have hundreds of thousands of statements, and few such lines. */
const LINE =
  /^[ \t]*(?!(?:return|raise|import|from|assert|del|yield|if|and|or|not|in|is|else|for|lambda|await)\b)[A-Za-z_][^=#\n]*\.[A-Za-z_]\w*(?=[ \t]*(?:#.*)?\r?$)/gm;

/** `self.connection.logout` and nothing else on the line. */
function* statements({ module, project }: RuleContext): Generator<Finding> {
  for (const line of module.text.matchAll(LINE)) {
    const node = nodeAt(module.tree.root, line.index + line[0].length - 1).parent;
    if (node?.type !== "attribute" || node.parent?.type !== "expression_statement") continue;
    if (node.parent.namedChildren.length !== 1) continue;
    const name = node.field("attribute")?.text ?? "";
    if (isLookedAt(node)) continue;
    const isMethod = functionNamed(project, module, node) || isOnlyMethod(project, module, name);
    if (!isMethod && !(ACTS.test(name) && !isSetSomewhere(project, name))) continue;
    yield {
      span: node,
      message: `'${node.text}' is the function ${name}() itself, and nothing happens: it is not called`,
    };
  }
}

/** What files, connections, threads and sessions do: nobody looks at such a member for its own sake. */
const ACTS =
  /^(close|commit|rollback|flush|save|destroy|disconnect|logout|release|acquire|kill|terminate|shutdown|refresh|expunge_all)$/;

/** Whether the tree gives anything an attribute of the name. */
function isSetSomewhere(project: ProjectFacts, name: string): boolean {
  return project.onceOfTexts(`set somewhere ${name}`, () => {
    const set = new RegExp(`\\.${name}\\s*=[^=]|@\\w*property\\s+def ${name}\\b`);
    return pathsWithWord(project, name).some((path) => set.test(project.text(path) ?? ""));
  });
}

/** What comes out of a query of SQLAlchemy. */
const ANSWERS = /^(all|first|one|one_or_none|scalar|count|subquery)$/;
const CHAINED = /^(filter|filter_by|order_by|join|outerjoin|options|with_lockmode|limit|distinct|group_by)$/;

/** `query.filter_by(id=id).first` */
function* queries({ module, text }: RuleContext): Generator<Finding> {
  if (!/(?:\)\s*|query)\.(all|first|one|one_or_none|scalar|count|subquery)\b(?!\s*\()/.test(text)) return;
  for (const node of module.tree.ofType("attribute")) {
    const name = node.field("attribute")?.text ?? "";
    if (!ANSWERS.test(name) || node.fieldName === "function" || node.fieldName === "object") continue;
    if (!isQuery(node.field("object"), text)) continue;
    yield {
      span: node.field("attribute") ?? node,
      message: `${name}() of the query is not called: this is the function itself, and nothing is asked of the database`,
    };
  }
}

/** `query.filter_by(…)`, and what goes by the name of `query` and is filtered elsewhere. */
function isQuery(object: SyntaxNode | null, text: string): boolean {
  if (object?.type === "identifier")
    return /^(\w*_)?query$/.test(object.text) && text.includes(`${object.text}.filter`);
  const chained = object?.field("function")?.field("attribute")?.text ?? "";
  return object?.type === "call" && CHAINED.test(chained);
}

/** `for name in books.keys`, `name in books.keys`, `list(books.keys)` where all others call it. */
function* iterated({ module, text, project }: RuleContext): Generator<Finding> {
  if (!/\.(keys|values|items)\b(?!\s*\()/.test(text)) return;
  for (const node of module.tree.ofType("attribute")) {
    const name = node.field("attribute")?.text ?? "";
    if (!/^(keys|values|items)$/.test(name) || !isGoneThrough(node)) continue;
    const isMade = isMadeAsDictionary(module, node);
    if (!isMade && !((name === "keys" || isUsedAsDictionary(text, node)) && isAlwaysCalled(project, name)))
      continue;
    yield {
      span: node,
      message: `'${node.text}' is the function ${name}() itself, which nothing can go through: it is not called`,
    };
  }
}

function isGoneThrough(node: SyntaxNode): boolean {
  const { parent, fieldName } = node;
  if (parent?.type === "for_statement" || parent?.type === "for_in_clause") return fieldName === "right";
  if (parent?.type === "comparison_operator") {
    const before = parent.children[parent.children.indexOf(node) - 1];
    return /(^|\s)in$/.test(before?.type ?? "");
  }
  const called = parent?.type === "argument_list" ? parent.parent?.field("function")?.text : undefined;
  return (
    parent?.namedChildren.length === 1 &&
    /^(list|set|tuple|sorted|len|iter|enumerate|dict|frozenset)$/.test(called ?? "")
  );
}

/** A name that is given dictionaries only. */
function isMadeAsDictionary(module: ModuleFacts, node: SyntaxNode): boolean {
  const object = node.field("object");
  if (object?.type !== "identifier") return false;
  const bindings = module.lookup(object.text, module.scopeAt(object))?.bindings ?? [];
  return bindings.length > 0 && bindings.every((one) => one.kind === "assignment" && isDictionary(one.value));
}

function isDictionary(value: SyntaxNode | null): boolean {
  return value?.type === "dictionary" || value?.field("function")?.text === "dict";
}

/** Others than dictionaries have `items` and `values`: the module asks this thing for a key elsewhere. */
function isUsedAsDictionary(text: string, node: SyntaxNode): boolean {
  const object = node.field("object")?.text ?? "";
  return (
    /^[\w.]+$/.test(object) && new RegExp(`\\b${object}(\\[|\\.(get|pop|update|setdefault)\\()`).test(text)
  );
}

/** Whether one use of the name as a member at most is no call, of many, and no class has it as a value. */
function isAlwaysCalled(project: ProjectFacts, name: string): boolean {
  return project.onceOfTexts(`always called ${name}`, () => {
    let others = 0;
    const member = new RegExp(`\\.${name}\\b(?!\\s*\\()`, "g");
    const value = new RegExp(
      `\\.${name}\\s*=[^=]|^(    |\t)${name}\\s*=[^=]|property\\s+def ${name}\\b`,
      "m",
    );
    for (const path of pathsWithWord(project, name)) {
      const text = project.text(path) ?? "";
      others += text.match(member)?.length ?? 0;
      if (others > 1 || value.test(text)) return false;
    }
    return true;
  });
}

/** Whether the line only asks if there is such a thing: `try: thing.name`, `with assertRaises(…): thing.name`. */
function isLookedAt(node: SyntaxNode): boolean {
  const block = node.parent?.parent;
  const around = block?.parent;
  const isAlone = block?.namedChildren.length === 1;
  return isAlone && (around?.type === "try_statement" || around?.type === "with_statement");
}

const CONDITIONED = [
  "if_statement",
  "elif_clause",
  "while_statement",
  "assert_statement",
  "conditional_expression",
];

function* conditions({ module, project }: RuleContext): Generator<Finding> {
  for (const type of CONDITIONED)
    for (const node of module.tree.ofType(type)) {
      const condition = conditionOf(node);
      for (const operand of condition ? operandsOf(condition) : []) {
        const name = functionNamed(project, module, operand);
        if (name)
          yield {
            span: operand,
            message: `'${operand.text}' is the function ${name}() itself, which is always true: it is not called`,
          };
      }
    }
}

function conditionOf(node: SyntaxNode): SyntaxNode | null | undefined {
  const parts = node.children.filter(({ isNamed }) => isNamed);
  if (node.type === "assert_statement") return parts[0];
  // `value if condition else other`
  return node.type === "conditional_expression" ? parts[1] : node.field("condition");
}

function* uncalledFormats({ module }: RuleContext): Generator<Finding> {
  for (const node of module.tree.ofType("attribute"))
    if (isUncalledFormat(node))
      yield {
        span: node,
        message: "the text's format() is passed itself, and is not called: the placeholders stay",
      };
}

function* comparisons({ module, project }: RuleContext): Generator<Finding> {
  for (const { children } of module.tree.ofType("comparison_operator")) {
    if (!children.some(({ type }) => /^(==|!=|<|>|<=|>=)$/.test(type))) continue;
    for (const operand of children) {
      const name = operand.isNamed ? functionNamed(project, module, operand) : undefined;
      const other = children.find((side) => side.isNamed && side !== operand);
      if (name && other && /^(integer|string|float|true|false|list|tuple)$/.test(other.type))
        yield {
          span: operand,
          message: `'${operand.text}' is the function ${name}() itself, which equals no value: it is not called`,
        };
    }
  }
}

/** `LOG.info('no {}'.format)`: the only thing that is told. */
function isUncalledFormat(node: SyntaxNode): boolean {
  const object = node.field("object");
  if (node.field("attribute")?.text !== "format" || node.parent?.type !== "argument_list") return false;
  const isWritten = object !== null && (/string$/.test(object.type) || isTranslation(object));
  if (!isWritten || node.parent.namedChildren.length !== 1) return false;
  const call = node.parent.parent;
  return isLogCall(call) || call?.parent?.type === "raise_statement";
}

/** The operands of `and`, `or` and `not`. */
function operandsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const inner = withoutParentheses(node);
  if (inner.type !== "boolean_operator" && inner.type !== "not_operator") return [inner];
  return inner.children.filter(({ isNamed }) => isNamed).flatMap(operandsOf);
}

function functionNamed(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): string | undefined {
  if (node.type !== "identifier" && node.type !== "attribute") return undefined;
  if (!project.calleeOf(module, node)) return methodByName(project, module, node);
  return functionMeant(project, module, node)?.name;
}

/** Whether all that the tree does with a name of an object elsewhere is to call it, or to hand it on to be called. */
function isOnlyMethod(project: ProjectFacts, module: ModuleFacts, name: string): boolean {
  if (name.length < 4 || !module.text.includes(name)) return false;
  return project.onceOfTexts(`only a method ${name}`, () => {
    const texts = pathsWithWord(project, name).map((path) => project.text(path) ?? "");
    const member = new RegExp(`(?<=\\w)\\.${name}\\b[ \\t]*([(,)\\n]?)`, "g");
    let [used, other] = [0, 0];
    for (const text of texts)
      for (const { index, 1: after } of text.matchAll(member)) {
        if (isUse(text.slice(Math.max(0, index - MEMBER), index), after)) used += 1;
        else other += 1;
        // fields end here, and soon
        if (other > 1) return false;
      }
    const named = new RegExp(
      `(?:^|[^.\\w])${name}[ \\t]*(?:=[^=]|:)|['"]${name}['"]|@[^\\n]*\\n\\s*def ${name}\\b`,
    );
    return used > 0 && other === 1 && !texts.some((text) => named.test(text));
  });
}

/** So many characters the name of an object may have. */
const MEMBER = 100;

/** `x.name(` and `f(x.name)`, by what comes before and after the name. */
function isUse(before: string, after: string | undefined): boolean {
  return after === "(" || (/[(,][ \t]*[\w.]*$/.test(before) && (after === ")" || after === ","));
}

/** A name of an object that is not known, which asks something by its name, and which the tree defines and else only calls. */
function methodByName(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): string | undefined {
  const name = node.field("attribute")?.text ?? "";
  const isAsking = /^_?(is|has|can|should|needs|supports|find|get)_\w/.test(name);
  return isAsking && pathsDefining(project, name).length > 0 && onlyCalled(project, module, name)
    ? name
    : undefined;
}
