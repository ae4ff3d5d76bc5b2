import {
  codeOf,
  descendants,
  type Finding,
  type FunctionFacts,
  isLockByName,
  namePlace,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** A function inside of another that is defined and called once, as those that are there for their lock, and takes none. */
export const innerWithoutLock: Rule = {
  id: "locks/inner-without-lock",
  title: "function inside of a method that is there for a lock and takes none",
  severity: "warning",
  confidence: "low",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/4c4dc3a6d3",
  mentions: [["def "], ["synchroni", "lock"]],
  check,
};

const SUSPECT =
  /^[ \t]{4,}@[\w.]*(?:synchroniz|lock)|^[ \t]{4,}def \w*(?:locked|with_lock|synchronized)\w*\(/m;

function* check({ module, text }: RuleContext): Generator<Finding> {
  if (!SUSPECT.test(text)) return;
  const inner = module.functions.filter(isCalledOnce);
  const locked = inner.filter((facts) => facts.decorators.some(isLockByName));
  const bare = inner.filter(
    (facts) => facts.decorators.length === 0 && !ASKS.test(facts.name) && !isUnderLock(facts),
  );
  const isOdd = bare.length * 3 <= locked.length;
  for (const facts of bare) {
    const says = SAYS.test(facts.name);
    const [other] = locked;
    if (!says && (!isOdd || !other)) continue;
    const why = says
      ? "as its name says"
      : `as ${other?.name ?? ""} and the others of the module are for theirs`;
    yield {
      span: namePlace(facts),
      message: `${facts.qualifiedName} is defined and called once, ${why}, but takes no lock`,
      related: other ? [{ path: module.path, span: other.whole, message: "one with a lock" }] : [],
    };
  }
}

/** Names of what only tells something. */
const ASKS =
  /^_?(?:get|fetch|find|is|has|list|check|build|parse|format|make|generate|filter|wait)(?:_|$)|_in_/;
const SAYS = /(?:^|_)(?:locked|synchronized)(?:_|$)|_with_lock$/;
const TAKES_LOCK = /\bacquire\(|\bwith [^\n]*(?<!b)lock|synchroni[sz]ed\(|(?<!b)lock\(/i;

/** Whether it, or the function around it, takes a lock in another way. */
function isUnderLock(facts: FunctionFacts): boolean {
  const around = facts.enclosing;
  return (around && TAKES_LOCK.test(codeOf(around.node))) || (around?.decorators.some(isLockByName) ?? false);
}

/** A function that its method defines and then calls, once and in any case: it is there for its decorator. */
function isCalledOnce({ name, node, enclosing, owner }: FunctionFacts): boolean {
  const body = owner ? null : enclosing?.node.field("body");
  if (!body || !isDirectlyIn(body, node)) return false;
  const uses = [...descendants(body)].filter(
    (use) => use.type === "identifier" && use.text === name && use.fieldName !== "name",
  );
  const call = uses.length === 1 ? uses[0]?.parent : undefined;
  return call?.type === "call" && call.field("function")?.text === name && isStatementOf(body, call);
}

function isDirectlyIn(body: SyntaxNode, node: SyntaxNode): boolean {
  const whole = node.parent?.type === "decorated_definition" ? node.parent : node;
  return whole.parent?.start === body.start && whole.parent.type === "block";
}

/** `do_open(door)`, `return do_open(door)`, `door = do_open(door)` of the body itself. */
function isStatementOf(body: SyntaxNode, call: SyntaxNode): boolean {
  let up = call.parent;
  while (up && ["expression_statement", "return_statement", "assignment", "await"].includes(up.type))
    up = up.parent;
  return up?.type === "block" && up.start === body.start;
}
