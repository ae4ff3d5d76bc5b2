import {
  ancestorOf,
  type CallFacts,
  callsSomething,
  type Finding,
  type ModuleFacts,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  selfAssignments,
} from "../../src/rule.ts";

/** `lock.acquire(); work(); lock.release()`, `if new: lock.acquire()` before `lock.release()`, `while lock:`. */
export const notReleased: Rule = {
  id: "locks/not-released",
  title: "lock that is kept when the work fails, or not taken",
  severity: "warning",
  confidence: "high",
  onByDefault: true,
  source:
    "https://docs.python.org/3/library/threading.html#using-locks-conditions-and-semaphores-in-the-with-statement",
  mentions: [
    [".acquire(", "while "],
    ["ock", "utex", "emaphore"],
    [".release(", "Lock("],
  ],
  check,
};

const SUSPECT = /^[ \t]+[\w.]+\.acquire\(\)|^[ \t]*while [\w.]+:/m;

function* check({ module, project, text }: RuleContext): Generator<Finding> {
  if (!SUSPECT.test(text)) return;
  for (const call of module.calls) {
    const lock = call.callee.type === "attribute" ? call.callee.field("object") : null;
    const isAcquire = call.callee.field("attribute")?.text === "acquire" && call.arguments.length === 0;
    if (!lock || !isAcquire || call.node.parent?.type !== "expression_statement") continue;
    const failing = workBeforeRelease(call.node.parent, lock.text);
    const untaken = failing ? undefined : releaseWithout(module, call);
    if (untaken && isLock(project, module, lock))
      yield {
        span: call.node,
        message: `${lock.text} is taken in this branch alone, but release() runs on the others too: it raises, or lets go what somebody else holds`,
        related: [{ path: module.path, span: untaken.node, message: "released here" }],
      };
    if (!failing || !(isLock(project, module, lock) || (isNamedLock(lock) && works(failing)))) continue;
    yield {
      span: call.node,
      message: `${lock.text} stays taken when what follows fails: an exception skips release(), and everybody waits for ever; 'with ${lock.text}:' is meant`,
      related: [{ path: module.path, span: failing, message: "this may raise" }],
    };
  }
  for (const loop of module.tree.ofType("while_statement")) {
    const condition = loop.field("condition");
    if (condition && /^(identifier|attribute)$/.test(condition.type) && isLock(project, module, condition))
      yield {
        span: condition,
        message: `asks whether ${condition.text} is there, which is always so, and does not take it; 'with ${condition.text}:' is meant`,
      };
  }
}

/** Of whatever kind it is: who is called a lock, and is taken and released, is wanted by others. */
function isNamedLock(lock: SyntaxNode): boolean {
  return /(?:^|[._])r?(?:lock|mutex|semaphore)$/i.test(lock.text);
}

/** Whether it calls more than what containers have: `self.goods.update(goods)` hardly fails. */
function works({ text }: SyntaxNode): boolean {
  return /\w\(/.test(
    text.replace(/\.(?:append|add|update|extend|remove|discard|pop|get|clear|keys|values|items)\(/g, ""),
  );
}

/** The first statement that may raise between `acquire()` and the `release()` of the same block. */
function workBeforeRelease(acquired: SyntaxNode, lock: string): SyntaxNode | undefined {
  const after = (acquired.parent?.namedChildren ?? []).filter(({ start }) => start > acquired.start);
  const released = after.findIndex(
    (statement) => statement.type === "expression_statement" && statement.text.startsWith(`${lock}.release(`),
  );
  const between = after.slice(0, Math.max(0, released));
  // who releases in a handler or on another way has thought of it
  if (between.some(({ text }) => text.includes(`${lock}.release(`))) return undefined;
  return between.find((statement) => statement.type !== "try_statement" && callsSomething(statement));
}

/** The only `release()` of a function, behind the `if` statement in a branch of which its only `acquire()` stands. */
function releaseWithout(module: ModuleFacts, acquired: CallFacts): CallFacts | undefined {
  const lock = acquired.callee.field("object")?.text ?? "";
  const own = module.calls.filter(({ within }) => within === acquired.within);
  const [taken, ...others] = own.filter(({ name }) => name === `${lock}.acquire`);
  const [release, ...more] = own.filter(({ name }) => name === `${lock}.release`);
  if (!taken || others.length > 0 || !release || more.length > 0) return undefined;
  const branching = branchingBefore(acquired, release);
  if (!branching) return undefined;
  // a branch that ends, and a release that asks, know whether the lock is held
  if (LEAVES.test(branching.text)) return undefined;
  return asksAgain(release, branching) ? undefined : release;
}

const LEAVES = /^[ \t]*(?:return|raise|continue|break)\b/m;

/** The outermost `if` around the acquisition that has ended where the release stands. */
function branchingBefore({ node, within }: CallFacts, release: CallFacts): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  for (let up = node.parent; up && up.start > (within?.node.start ?? 0); up = up.parent)
    if (up.type === "if_statement" && up.end <= release.node.start) found = up;
  return found;
}

/** Whether the release stands below an `if` that is not around the acquisition too. */
function asksAgain(release: CallFacts, branching: SyntaxNode): boolean {
  const asking = ancestorOf(
    release.node,
    "if_statement",
    "while_statement",
    "conditional_expression",
    "except_clause",
  );
  return asking !== undefined && asking.start > branching.start;
}

/** Made by a constructor of locks, wherever it is assigned. */
function isLock(project: ProjectFacts, module: ModuleFacts, lock: SyntaxNode): boolean {
  const values =
    lock.type === "attribute" && lock.field("object")?.text === "self"
      ? [
          ...selfAssignments(module, lock.field("attribute")?.text ?? "").map(({ value }) => value),
          ...classValues(module, lock),
        ]
      : (module.lookup(lock.text, module.scopeAt(lock))?.bindings ?? []).map((binding) =>
          binding.kind === "assignment" ? binding.value : null,
        );
  return values.length > 0 && values.every((value) => makesLock(project, module, value));
}

/** What the bodies of the module's classes give the attribute. */
function classValues(module: ModuleFacts, lock: SyntaxNode): readonly (SyntaxNode | null)[] {
  const name = lock.field("attribute")?.text ?? "";
  return module.classes.flatMap((facts) =>
    (facts.scope.bindings.get(name) ?? []).map((binding) =>
      binding.kind === "assignment" ? binding.value : null,
    ),
  );
}

function makesLock(project: ProjectFacts, module: ModuleFacts, value: SyntaxNode | null): boolean {
  const maker = value?.type === "call" ? value.field("function") : null;
  if (!maker) return false;
  const name = project.qualifiedName(module, maker) ?? maker.text;
  return /(^|\.)(threading|eventlet\.semaphore|multiprocessing|semaphore)\.(R?Lock|(Bounded)?Semaphore)$/.test(
    name,
  );
}
