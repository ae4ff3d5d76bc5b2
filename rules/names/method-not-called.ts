import {
  type Finding,
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
    if (isLookedAt(node) || !(functionNamed(project, module, node) || isOnlyMethod(project, module, name)))
      continue;
    yield {
      span: node,
      message: `'${node.text}' is the function ${name}() itself, and nothing happens: it is not called`,
    };
  }
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
  const callee = project.calleeOf(module, node);
  if (!callee) return methodByName(project, module, node);
  if (callee.function.name === "__init__") return undefined;
  const scope = callee.function.owner?.scope ?? callee.function.scope.parent;
  if (scope?.bindings.get(callee.function.name)?.length !== 1) return undefined;
  // an optional hook of a parameter's name, a property, anything decorated that may turn it into a value
  const isPlain = callee.function.decorators.every(({ name }) =>
    /^(staticmethod|classmethod|abc\.abstractmethod|abstractmethod)$/.test(name ?? ""),
  );
  return isPlain ? callee.function.name : undefined;
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
