import {
  argumentsOf,
  type Finding,
  type FunctionFacts,
  isDocstring,
  literally,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  stringValue,
} from "../../src/rule.ts";
import { neverRead } from "./_parameter-left-out/never-read.ts";

/** A method that hands on what it was given, and leaves out a part. */
export const parameterLeftOut: Rule = {
  id: "calls/parameter-left-out",
  title: "method handed on without its own argument",
  severity: "error",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/x/proliantutils/commit/77cbd63e",
  mentions: [["class "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  yield* neverRead(project, module);
  for (const facts of module.classes) {
    const handed = [...facts.methods.values()].flatMap((method) => handingOn(method) ?? []);
    for (const one of handed) {
      if (one.left.length === 0 || !isUsual(one, handed)) continue;
      yield {
        span: one.call,
        message: `${one.method.name}() does not pass ${one.left.map((name) => `'${name}'`).join(", ")} to the call that is made by its name, as the other methods here do with theirs: what the caller gave is lost`,
      };
    }
  }
}

interface HandedOn {
  readonly method: FunctionFacts;
  readonly call: SyntaxNode;
  /** How the call is written but for the name. */
  readonly by: string;
  /** Parameters that the call does not mention. */
  readonly left: readonly string[];
  readonly takes: number;
}

/** A body of one call that names the method itself: `return self._call('open', path)`. */
function handingOn(method: FunctionFacts): HandedOn | undefined {
  const statements = (method.node.field("body")?.namedChildren ?? []).filter(
    (statement, at) => at > 0 || !isDocstring(statement),
  );
  const [only, ...more] = statements;
  const call = only?.namedChildren[0];
  if (more.length > 0 || !/^(return|expression)_statement$/.test(only?.type ?? "") || call?.type !== "call")
    return undefined;
  const callee = call.field("function");
  const [first] = argumentsOf(call);
  if (!callee || first?.kind !== "positional" || stringValue(first.value) !== method.name) return undefined;
  const own = method.parameters.slice(1).filter(({ kind }) => !kind.startsWith("var-"));
  const left = own
    .map(({ name }) => name)
    .filter((name) => !new RegExp(`\\b${literally(name)}\\b`).test(call.text.slice(callee.text.length)));
  return { method, call, by: callee.text, left, takes: own.length };
}

/** Whether others are handed on in the same way, two of them with parameters, and all with theirs. */
function isUsual(one: HandedOn, handed: readonly HandedOn[]): boolean {
  const others = handed.filter(({ by, takes }) => by === one.by && takes > 0);
  const whole = others.filter(({ left }) => left.length === 0);
  return whole.length > 1 && others.length - whole.length === 1;
}
