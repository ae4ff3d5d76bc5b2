import {
  codeOf,
  descendants,
  type Finding,
  type FunctionFacts,
  isLockByName,
  literally,
  type ModuleFacts,
  namePlace,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** A function that is there for its lock, by its company, its name or that of a decorator which makes it, and takes none. */
export const innerWithoutLock: Rule = {
  id: "locks/inner-without-lock",
  title: "function that is there for a lock and takes none",
  severity: "warning",
  confidence: "low",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/4c4dc3a6d3",
  mentions: [["def "], ["synchroni", "lock"]],
  check,
};

const SUSPECT =
  /^[ \t]{4,}@[\w.]*(?:synchroniz|lock)|^[ \t]*def (?:\w*(?:locked|with_lock|under_lock|synchroni[sz]ed)\w*)\(/m;

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
    const maker = says ? undefined : makerOfLocked(facts);
    const [other] = locked;
    if (!says && !maker && !isOdd) continue;
    const why = says
      ? "as its name says"
      : maker
        ? `as ${maker.name} says`
        : `as ${other?.name ?? ""} and the others of the module are for theirs`;
    yield {
      span: namePlace(facts),
      message: `${facts.qualifiedName} is defined and called once, ${why}, but takes no lock`,
      related: other ? [{ path: module.path, span: other.whole, message: "one with a lock" }] : [],
    };
  }
  for (const facts of module.functions) {
    if (facts.enclosing || !isWithoutItsLock(module, facts)) continue;
    yield {
      span: namePlace(facts),
      message: `${facts.qualifiedName} takes no lock, unlike its name says, and nobody who calls it holds one`,
    };
  }
}

/** Names of what only tells something. */
const ASKS =
  /^_?(?:get|fetch|find|is|has|list|check|build|parse|format|make|generate|filter|wait)(?:_|$)|_in_/;
const SAYS = /(?:^|_)(?:locked|synchronized)(?:_|$)|_with_lock$/;
const TAKES_LOCK = /\bacquire\(|\bwith [^\n]*(?<!b)lock|synchroni[sz]ed\(|(?<!b)lock\(/i;

/** Whether it, or a function around it, takes a lock in another way. */
function isUnderLock({ enclosing, name }: FunctionFacts): boolean {
  if (!enclosing) return false;
  const isLocked =
    TAKES_LOCK.test(bodyOf(enclosing).replaceAll(name, "")) || enclosing.decorators.some(isLockByName);
  return isLocked || isUnderLock(enclosing);
}

/** `door_synchronized(f)`: the decorator in which a function that calls `f` stands. */
function makerOfLocked(facts: FunctionFacts): FunctionFacts | undefined {
  let maker: FunctionFacts | null = facts.enclosing;
  while (maker?.enclosing) maker = maker.enclosing;
  const [decorated] = maker?.parameters ?? [];
  if (!maker || !decorated || !/synchroni[sz]ed$/.test(maker.name)) return undefined;
  const calls = new RegExp(`\\b${literally(decorated.name)}\\(`).test(codeOf(facts.node));
  return calls ? maker : undefined;
}

function bodyOf({ name, node }: FunctionFacts): string {
  return codeOf(node).replaceAll(name, "");
}

/** A name that stands for the work under a lock, whoever takes that; rows of a database are locked by the query. */
const FOR_LOCK = /_(?:with|under)_lock$/;
const SAYS_LOCK = /lock|synchroni[sz]|mutex|semaphore|acquire|for_update/i;

/** Whether a function is named for a lock that neither it nor any of its callers in the module takes. */
function isWithoutItsLock(module: ModuleFacts, facts: FunctionFacts): boolean {
  if (!FOR_LOCK.test(facts.name) || facts.decorators.length > 0 || SAYS_LOCK.test(bodyOf(facts)))
    return false;
  const callers = module.calls.flatMap(({ name, within }) =>
    within && within !== facts && (name ?? "").split(".").at(-1) === facts.name ? [within] : [],
  );
  return callers.length > 0 && callers.every((caller) => !mayHoldLock(caller, facts.name));
}

function mayHoldLock(caller: FunctionFacts, callee: string): boolean {
  return (
    SAYS_LOCK.test(codeOf(caller.node).replaceAll(callee, "")) ||
    caller.decorators.some(isLockByName) ||
    (caller.enclosing !== null && mayHoldLock(caller.enclosing, callee))
  );
}

/** A function that its method defines and then calls, once and in any case: it is there for its decorator. */
function isCalledOnce({ name, node, enclosing, owner }: FunctionFacts): boolean {
  const body = owner ? null : enclosing?.node.field("body");
  if (!body || !isDirectlyIn(body, node)) return false;
  const uses = [...descendants(body)].filter(
    (use) => use.type === "identifier" && use.text === name && use.fieldName !== "name",
  );
  const call = uses.length === 1 ? uses[0]?.parent : undefined;
  return call?.type === "call" && isStatementOf(body, call);
}

function isDirectlyIn(body: SyntaxNode, node: SyntaxNode): boolean {
  const whole = node.parent?.type === "decorated_definition" ? node.parent : node;
  return whole.parent?.start === body.start;
}

/** `do_open(door)`, `return do_open(door)`, `door = do_open(door)` of the body itself. */
function isStatementOf(body: SyntaxNode, call: SyntaxNode): boolean {
  let up = call.parent;
  while (up && ["expression_statement", "return_statement", "assignment", "await"].includes(up.type))
    up = up.parent;
  return up?.type === "block" && up.start === body.start;
}
