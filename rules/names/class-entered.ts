import {
  calling,
  type Finding,
  type ModuleFacts,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  withoutParentheses,
} from "../../src/rule.ts";

/** `with ThreadGroup as group:` for `with ThreadGroup() as group:`. */
export const classEntered: Rule = {
  id: "names/class-entered",
  title: "class itself, or a function, taken for a context manager",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/compound_stmts.html#the-with-statement",
  mentions: [["with "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const item of module.tree.ofType("with_item")) {
    const value = item.field("value");
    const entered =
      value && withoutParentheses(value.type === "as_pattern" ? (value.namedChildren[0] ?? value) : value);
    if (!entered || !/^(identifier|attribute)$/.test(entered.type)) continue;
    const kind = kindOf(project, module, entered);
    if (kind)
      yield {
        span: entered,
        message: `'${entered.text}' is the ${kind} itself, which is not a context manager: it is not called`,
        fix: calling(entered),
      };
  }
}

/** What the name stands for, if that can be called and not entered. */
function kindOf(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): string | undefined {
  const meaning = project.meaning(module, node);
  if (meaning.kind === "function") {
    const isValue = meaning.function.decorators.some(
      ({ name }) => !/contextmanager|staticmethod|classmethod/.test(name ?? ""),
    );
    return isValue ? undefined : "function";
  }
  if (meaning.kind !== "class") return undefined;
  const { classes, complete } = project.classOrder(meaning);
  const head = ({ node: { text }, decorators }: (typeof classes)[number]["class"]) =>
    decorators.length > 0 || /metaclass\s*=|__metaclass__/.test(text);
  return complete && !classes.some(({ class: facts }) => head(facts)) ? "class" : undefined;
}
