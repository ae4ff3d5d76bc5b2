import {
  callsSomething,
  type Finding,
  type ModuleFacts,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  selfAssignments,
} from "../../src/rule.ts";

/** `lock.acquire(); work(); lock.release()`, `while lock:`. */
export const notReleased: Rule = {
  id: "locks/not-released",
  title: "lock that is kept when the work fails, or never taken",
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
    if (!failing || !isLock(project, module, lock)) continue;
    yield {
      span: call.node,
      message: `${lock.text} stays taken when what follows fails: release() is reached by no exception, and everybody waits for ever; 'with ${lock.text}:' is meant`,
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
