import {
  type Finding,
  type FunctionFacts,
  type LockFacts,
  lockDecorators,
  lockStatements,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  stringValue,
} from "../../src/rule.ts";

/** A lock name with placeholders that nobody fills, or that name no parameter. */
export const nameNotFilled: Rule = {
  id: "locks/name-not-filled",
  title: "lock name whose placeholder is never filled",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.openstack.org/oslo.concurrency/latest/reference/lockutils.html",
  mentions: [["synchronized", "lock("]],
  check,
};

const SUSPECT = /(?:synchronized|lock)\((?:[^()]*,)?\s*(?:name=)?["'][^"'\n]*(?:\{[\w}]|%)/;

function* check(context: RuleContext): Generator<Finding> {
  if (!SUSPECT.test(context.text)) return;
  const { module, project } = context;
  for (const facts of module.functions) {
    const body = facts.node.field("body");
    const taken = [
      ...lockDecorators(project, module, facts),
      ...(body ? lockStatements(project, module, body) : []),
    ];
    for (const lock of taken)
      for (const name of lock.names) {
        const message = wrongWith(lock, name, facts);
        if (message) yield { span: name, message };
      }
  }
}

function wrongWith(lock: LockFacts, name: SyntaxNode, facts: FunctionFacts): string | undefined {
  const text = stringValue(name);
  if (text === undefined || /^[fF]/.test(name.text)) return undefined;
  if (!lock.fillsNames) return literal(text);
  // what fills it elsewhere than in a decorator is not known
  if (!lock.decorator) return undefined;
  const parameters = facts.parameters.map((parameter) => parameter.name);
  const takesMore = facts.parameters.some((parameter) => parameter.kind === "var-keyword");
  return missing(text, parameters, takesMore) ?? literal(text.replace(/\{[^}]*\}/g, ""));
}

/** `'door-{id}'` or `'door-%s'` handed to a lock that takes its name as it is. */
function literal(text: string): string | undefined {
  if (!/\{(?:\d*|[A-Za-z_][\w.[\]]*)\}|%\(\w+\)s|%[sd]/.test(text)) return undefined;
  return `the lock is named ${JSON.stringify(text)} for every call: nothing fills the placeholder, so unrelated calls wait for each other`;
}

/** `'door-{dor.id}'` of a function without a parameter `dor`: KeyError on every call. */
function missing(text: string, parameters: readonly string[], takesMore: boolean): string | undefined {
  for (const match of text.matchAll(/\{([A-Za-z_]\w*)[^}]*\}/g)) {
    const name = match[1] ?? "";
    if (!parameters.includes(name) && !takesMore && name !== "f_name")
      return `the lock's name asks for ${name}, which is no parameter of the function: KeyError on every call`;
  }
  return undefined;
}
