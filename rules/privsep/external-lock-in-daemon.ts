import {
  entrypointAbove,
  entrypointOf,
  type Finding,
  type FunctionFacts,
  type LockFacts,
  lockDecorators,
  lockStatements,
  type ModuleFacts,
  type ProjectFacts,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** A file lock taken by a function that privsep entrypoints call, or around an entrypoint of the same name. */
export const externalLockInDaemon: Rule = {
  id: "privsep/external-lock-in-daemon",
  title: "file lock taken by the privileged daemon",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://bugs.launchpad.net/nova/+bug/1880389",
  mentions: [["external"], ["synchronized", "lock("]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  for (const facts of context.module.functions) {
    const decorated = lockDecorators(context.project, context.module, facts).filter((lock) => lock.external);
    yield* aroundEntrypoint(context, facts, decorated);
    yield* belowEntrypoint(context, facts, [...decorated, ...externalStatements(context, facts)]);
  }
}

function externalStatements(
  { module, project }: { module: ModuleFacts; project: ProjectFacts },
  facts: FunctionFacts,
): readonly LockFacts[] {
  const body = facts.node.field("body");
  return body ? lockStatements(project, module, body).filter((lock) => lock.external) : [];
}

/** The daemon finds the function by its name, so it meets the lock again that its client holds. */
function* aroundEntrypoint(
  { module, project }: RuleContext,
  facts: FunctionFacts,
  locks: readonly LockFacts[],
): Generator<Finding> {
  const entrypoint = entrypointOf(project, module, facts);
  if (!entrypoint) return;
  for (const { decorator } of locks) {
    if (!decorator || decorator.node.start > entrypoint.node.start) continue;
    yield {
      span: decorator.node,
      message: `${facts.qualifiedName} never returns: the daemon imports the function by its name and waits for the file lock that its client holds`,
      related: [{ path: module.path, span: entrypoint.node, message: "the entrypoint decorator" }],
    };
  }
}

function* belowEntrypoint(
  { module, project }: RuleContext,
  facts: FunctionFacts,
  locks: readonly LockFacts[],
): Generator<Finding> {
  const [lock] = locks;
  if (!lock) return;
  const own = entrypointOf(project, module, facts);
  if (own && !lock.decorator) {
    yield {
      span: lock.call,
      message: `${facts.qualifiedName} is a privsep entrypoint, so the privileged daemon takes this file lock: take it in the unprivileged caller`,
    };
  }
  if (own) return;
  const chain = entrypointAbove(project, { module, function: facts });
  const entrypoint = chain?.[0];
  if (!chain || !entrypoint) return;
  const path = chain.map((link) => link.function.qualifiedName).join(" -> ");
  yield {
    span: lock.decorator?.node ?? lock.call,
    message: `${facts.qualifiedName} takes a file lock in the privileged daemon, since ${path} runs there: the lock belongs on the caller's side, the entrypoint on this one`,
    related: [
      {
        path: entrypoint.module.path,
        span: entrypoint.function.whole,
        message: `the entrypoint ${entrypoint.function.qualifiedName}`,
      },
    ],
  };
}
