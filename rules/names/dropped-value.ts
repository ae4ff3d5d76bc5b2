import type { Finding, ModuleFacts, ProjectFacts, Rule, RuleContext, SyntaxNode } from "../../src/rule.ts";
import { forgottenAnswer } from "./_dropped-value/forgotten-answer.ts";
import { idleExpression, idleTuple } from "./_dropped-value/idle-expressions.ts";
import { functionItself, lastWord } from "./_dropped-value/names.ts";
import { neverRun } from "./_dropped-value/never-run.ts";
import { overriddenAnswer } from "./_dropped-value/overridden-answer.ts";
import { idleCall, pureCall } from "./_dropped-value/pure-calls.ts";
import { filledText } from "./_dropped-value/texts.ts";

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
    if (!value) continue;
    const why =
      more.length > 0
        ? idleTuple(module, statement)
        : (pureCall(value) ??
          filledText(value) ??
          (isAwaited(statement) ? undefined : whyIdle(project, module, value)));
    if (why) yield { span: value, message: why };
  }
}

/** A statement whose exception is what the code waits for. */
function isAwaited(statement: SyntaxNode): boolean {
  const around = statement.parent?.parent;
  if (around?.type !== "with_statement") return around?.type === "try_statement" || around?.type === "module";
  return /raises|suppress|expect/i.test(around.namedChildren[0]?.text ?? "");
}

function whyIdle(project: ProjectFacts, module: ModuleFacts, value: SyntaxNode): string | undefined {
  switch (value.type) {
    case "attribute":
      return functionItself(project, module, value);
    case "identifier":
    case "subscript":
      return lastWord(module, value);
    case "call":
      return (
        idleCall(module, value) ??
        neverRun(project, module, value) ??
        forgottenAnswer(project, module, value) ??
        overriddenAnswer(project, module, value)
      );
    default:
      return idleExpression(module, value);
  }
}
