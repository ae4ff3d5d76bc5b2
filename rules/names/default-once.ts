import {
  argumentsOf,
  type Finding,
  type Fix,
  instead,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `def f(now=timeutils.utcnow())`: the time at which the module was loaded, for ever. */
export const defaultOnce: Rule = {
  id: "names/default-once",
  title: "default that is worked out once and for all",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/compound_stmts.html#function-definitions",
  mentions: [["utcnow(", "now(", "time(", "today(", "uuid1(", "uuid4(", "generate_uuid("]],
  check,
};

/** What gives something else with each call. */
const CHANGING =
  /^(timeutils\.(utcnow|utcnow_ts|now)|time\.time|(datetime\.)?(datetime|date)\.(utcnow|now|today)|uuid\.uuid[14]|(\w+\.)?generate_uuid)$/;

function* check({ module }: RuleContext): Generator<Finding> {
  for (const facts of module.functions)
    for (const { name, defaultValue } of facts.parameters)
      if (defaultValue && isChanging(defaultValue))
        yield {
          span: defaultValue,
          message: `the default of '${name}' is worked out when ${facts.name}() is defined: every call gets the same`,
        };
  for (const call of module.tree.ofType("call")) {
    if (!/(^|\.)Column$/.test(call.field("function")?.text ?? "")) continue;
    for (const argument of argumentsOf(call))
      if (
        argument.kind === "keyword" &&
        /^(default|onupdate)$/.test(argument.name) &&
        isChanging(argument.value)
      )
        yield {
          span: argument.node,
          message: `'${argument.name}' is worked out when the model is loaded: every row gets the same; the function itself is meant`,
          fix: itselfInstead(argument.value),
        };
  }
}

/** A call without arguments can be left to who asks for the value. */
function itselfInstead(value: SyntaxNode): Fix | undefined {
  const callee = value.field("function");
  const isPlain = callee !== null && CHANGING.test(callee.text) && argumentsOf(value).length === 0;
  return isPlain ? instead(value, callee.text) : undefined;
}

/** The call itself, or what is made of its answer (`timeutils.utcnow().isoformat()`, `str(uuid.uuid4())`). */
function isChanging(value: SyntaxNode): boolean {
  const callee = value.type === "call" ? value.field("function") : null;
  if (!callee) return false;
  if (CHANGING.test(callee.text)) return true;
  const object = callee.field("object");
  if (object) return isChanging(object);
  return /^(str|int|float)$/.test(callee.text) && argumentsOf(value).some((given) => isChanging(given.value));
}
