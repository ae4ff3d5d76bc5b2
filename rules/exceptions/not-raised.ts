import {
  ancestorOf,
  builtinExceptionBase,
  catches,
  type ExceptionClass,
  type Finding,
  type Fix,
  fieldsOf,
  hasBaseOutside,
  insertion,
  isBuiltinException,
  type ModuleFacts,
  mayRunOnPython3,
  ownNodes,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  runsOnPython3,
  type SyntaxNode,
  withoutParentheses,
} from "../../src/rule.ts";

/** An exception made and dropped, a handler that catches something else than it says, a raise of no exception. */
export const notRaised: Rule = {
  id: "exceptions/not-raised",
  title: "exception that is not raised, or not caught, as written",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/simple_stmts.html#the-raise-statement",
  mentions: [["except", "raise", "Error(", "Exception("]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  const { module } = context;
  yield* dropped(context);
  for (const statement of module.tree.ofType("raise_statement")) yield* wrongRaise(context, statement);
  for (const clause of module.tree.ofType("except_clause")) {
    const misread = misreadClause(clause);
    if (misread) yield { span: clause.children[1] ?? clause, ...misread };
  }
}

/** `NotFound(name)` and nothing else in the statement. */
function* dropped({ module, project }: RuleContext): Generator<Finding> {
  for (const statement of module.tree.ofType("expression_statement")) {
    const call = statement.namedChildren[0];
    const callee =
      call?.type === "call" && statement.namedChildren.length === 1 ? call.field("function") : null;
    if (callee && isExceptionClass(project, module, callee))
      yield {
        span: statement,
        message: `${callee.text} is made here and dropped: 'raise' is missing`,
        fix: { kind: "unsafe", title: "raise it", edits: [insertion(statement.start, "raise ")] },
      };
  }
}

function* wrongRaise({ module, project }: RuleContext, statement: SyntaxNode): Generator<Finding> {
  const value = statement.namedChildren[0];
  const named = value?.type === "call" ? value.field("function") : value;
  const astray = value ? undefined : whyAstray(module, statement);
  if (astray) yield { span: statement, message: astray };
  if (
    named?.text === "StopIteration" &&
    isInGenerator(module, statement) &&
    runsOnPython3(project, module) &&
    mayRunOnPython3(project, 7)
  )
    yield {
      span: statement,
      message:
        "a StopIteration that leaves a generator becomes a RuntimeError from Python 3.7 on: 'return' is meant",
    };
  if (named?.text === "NotImplemented")
    yield {
      span: statement,
      fix: { kind: "safe", title: "raise the error", edits: [insertion(named.end, "Error")] },
      message: "NotImplemented is not an exception: TypeError; NotImplementedError is meant",
    };
  if (value && /^(string|concatenated_string)$/.test(value.type))
    yield { span: statement, message: "a string is not an exception: TypeError when this line runs" };
}

/** A `raise` alone outside of any handler, in a function that no handler of its module calls. */
function whyAstray(module: ModuleFacts, statement: SyntaxNode): string | undefined {
  const around = module.functionAround(statement);
  if (!around || around.enclosing || /^__exit__$|raise|except|error|handle|fail/i.test(around.name))
    return undefined;
  const handler = ancestorOf(statement, "except_clause", "finally_clause", "function_definition");
  if (handler?.type !== "function_definition") return undefined;
  // who asks for the exception at hand is meant to run where one is
  if (/\bexc_info\(\)/.test(around.node.text)) return undefined;
  const isHelper = module.calls.some(
    ({ node, callee }) =>
      (callee.field("attribute") ?? callee).text === around.name &&
      ancestorOf(node, "except_clause", "function_definition")?.type === "except_clause",
  );
  return isHelper
    ? undefined
    : "a bare 'raise' stands outside of any handler: there is nothing to raise again, RuntimeError comes instead";
}

function isInGenerator(module: ModuleFacts, statement: SyntaxNode): boolean {
  const around = module.functionAround(statement);
  if (!around || isCaught(statement)) return false;
  for (const node of ownNodes(around.node)) if (node.type === "yield") return true;
  return false;
}

function isCaught(statement: SyntaxNode): boolean {
  for (let at = statement; at.parent; at = at.parent)
    if (
      at.parent.type === "try_statement" &&
      at.fieldName === "body" &&
      /except[^:]*StopIteration|except:/.test(at.parent.text)
    )
      return true;
  return false;
}

function misreadClause(clause: SyntaxNode): Pick<Finding, "message" | "fix"> | undefined {
  const value = fieldsOf(clause, "value")[0];
  const named =
    value && withoutParentheses(value.type === "as_pattern" ? (value.namedChildren[0] ?? value) : value);
  if (named?.type === "boolean_operator")
    return {
      message: `'except ${named.text}' catches only one of the classes: a tuple is meant`,
      fix: tupleOf(named, value?.type === "parenthesized_expression"),
    };
  // Python 2: `except A, B:` binds the error to the name B
  const alias = fieldsOf(clause, "alias")[0];
  if (alias?.type === "identifier" && builtinExceptionBase(alias.text))
    return {
      message: `'except ${named?.text}, ${alias.text}' catches only ${named?.text} and overwrites the name ${alias.text}: a tuple is meant`,
      ...(value
        ? {
            fix: {
              kind: "safe",
              title: "catch both",
              edits: [insertion(value.start, "("), insertion(alias.end, ")")],
            },
          }
        : {}),
    };
  return undefined;
}

/** `A or B` as `(A, B)`. */
function tupleOf(node: SyntaxNode, hasBrackets: boolean): Fix {
  const classes: string[] = [];
  const visit = (at: SyntaxNode): void => {
    const [left, right] = [at.field("left"), at.field("right")];
    if (at.type !== "boolean_operator" || !left || !right) classes.push(at.text);
    else for (const side of [left, right]) visit(side);
  };
  visit(node);
  const text = classes.join(", ");
  const span = { start: node.start, end: node.end };
  return {
    kind: "safe",
    title: "catch all of them",
    edits: [{ span, text: hasBrackets ? text : `(${text})` }],
  };
}

function isExceptionClass(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): boolean {
  const exception = { kind: "builtin", name: "Exception" } satisfies ExceptionClass;
  const meaning = project.meaning(module, node);
  if (meaning.kind === "class")
    return (
      catches(project, exception, { kind: "tree", placed: meaning }) ||
      hasBaseOutside(project, meaning, OUTSIDE)
    );
  if (meaning.kind === "external") return OUTSIDE.test(meaning.name);
  return isBuiltinException(module, node) && !/Warning$/.test(node.text);
}

/** Exceptions of the ecosystem, by their names; `kernel32.SetLastError(0)` is a call of Windows'. */
const OUTSIDE =
  /\.(?!(?:[GS]et|Clear|Raise|Format|Print)[A-Z])[A-Z]\w*(Error|Exception)$|^webob\.exc\.HTTP[A-Z]\w+$|\.LoopingCallDone$/;
