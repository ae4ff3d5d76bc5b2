import {
  ancestorOf,
  argumentsOf,
  type Callee,
  descendants,
  type Finding,
  type FunctionFacts,
  type LockFacts,
  lockDecorators,
  lockStatements,
  type ModuleFacts,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** A lock taken again by code that already holds it. */
export const nested: Rule = {
  id: "locks/nested",
  title: "lock taken again while it is held",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.openstack.org/oslo.concurrency/latest/reference/lockutils.html",
  mentions: [["synchronized", "lock("]],
  check,
};

const SUSPECT = /synchronized\(\s*(?:["']|[\w.]*[A-Z_]{3})|\block\(\s*(?:["']|[\w.]*[A-Z_]{3})/;

function* check(context: RuleContext): Generator<Finding> {
  if (!SUSPECT.test(context.text)) return;
  const { module, project } = context;
  for (const facts of module.functions) {
    for (const lock of lockDecorators(project, module, facts)) {
      const held = heldBy(lock, facts);
      if (held) yield* takenAgain(project, module, facts, held, facts.node.field("body"));
    }
    const body = facts.node.field("body");
    for (const lock of body ? lockStatements(project, module, body) : []) {
      const held = lock.fillsNames ? undefined : heldBy(lock, facts);
      const block = ancestorOf(lock.call, "with_statement")?.field("body") ?? null;
      if (held) yield* takenAgain(project, module, facts, held, block);
    }
  }
}

/** A lock that is held, and where its name's arguments are found by now: parameter of the holder -> expression here. */
interface Held {
  readonly name: string;
  readonly fillsNames: boolean;
  readonly values: ReadonlyMap<string, string>;
}

/** The lock as its holder sees it; `undefined` when its name is computed. */
function heldBy(lock: LockFacts, facts: FunctionFacts): Held | undefined {
  if (lock.name === undefined || lock.names.length !== 1) return undefined;
  const asked = lock.fillsNames ? placeholdersOf(lock.name) : [];
  if (asked.some((name) => !facts.parameters.some((parameter) => parameter.name === name))) return undefined;
  if (!lock.fillsNames && /\{\w|%/.test(lock.name)) return undefined;
  return { name: lock.name, fillsNames: lock.fillsNames, values: new Map(asked.map((name) => [name, name])) };
}

function placeholdersOf(name: string): readonly string[] {
  return [...name.matchAll(/\{(\w+)[^}]*\}/g)].map((match) => match[1] ?? "");
}

function* takenAgain(
  project: ProjectFacts,
  module: ModuleFacts,
  facts: FunctionFacts,
  held: Held,
  block: SyntaxNode | null,
): Generator<Finding> {
  if (!block) return;
  for (const lock of lockStatements(project, module, block)) {
    if (lock.name === held.name && !lock.fillsNames && !held.fillsNames)
      yield {
        span: lock.call,
        message: `${facts.qualifiedName} waits for ${held.name}, which it holds itself: ${REASON}`,
      };
  }
  for (const node of callsIn(block)) {
    const way = wayBack(project, module, node, held, DEPTH, new Set([facts]));
    if (!way) continue;
    yield {
      span: node,
      message: `${facts.qualifiedName} holds ${held.name} and calls ${way.names.join(" -> ")}, which waits for it: ${REASON}`,
      related: [{ path: way.module.path, span: way.lock.call, message: "taken again here" }],
    };
  }
}

/** Longer chains are mostly cut off by a condition on the way. */
const DEPTH = 1;

const REASON = "these locks are not reentrant";

/** The calls of a block; those in nested functions and lambdas run at another time. */
function callsIn(block: SyntaxNode): readonly SyntaxNode[] {
  return [
    ...descendants(block, (node) => node.type !== "function_definition" && node.type !== "lambda"),
  ].filter((node) => node.type === "call");
}

interface Way {
  readonly lock: LockFacts;
  readonly module: ModuleFacts;
  readonly names: readonly string[];
}

/** Certain calls from here to a function that takes the lock again. */
function wayBack(
  project: ProjectFacts,
  module: ModuleFacts,
  call: SyntaxNode,
  held: Held,
  depth: number,
  seen: Set<FunctionFacts>,
): Way | undefined {
  const callee = project.callee(module, call);
  if (!callee || seen.has(callee.function) || callee.function.isAsync || callee.function.name === "__init__")
    return undefined;
  seen.add(callee.function);
  const name = callee.function.qualifiedName;
  const there: Held = { ...held, values: valuesThere(call, callee, held.values) };
  const again = lockDecorators(project, callee.module, callee.function).find((lock) => isAgain(lock, there));
  if (again) return { lock: again, module: callee.module, names: [name] };
  const body = callee.function.node.field("body");
  if (depth === 0 || !body || there.values.size < held.values.size) return undefined;
  for (const inner of callsIn(body)) {
    const way = wayBack(project, callee.module, inner, there, depth - 1, seen);
    if (way) return { ...way, names: [name, ...way.names] };
  }
  return undefined;
}

/** Under which parameters the callee gets the values that the lock is named by; those it does not get are left out. */
function valuesThere(
  call: SyntaxNode,
  callee: Callee,
  values: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const parameters = callee.function.parameters.slice(callee.bound ? 1 : 0);
  const there = new Map<string, string>();
  for (const [asked, here] of values) {
    if (callee.bound && here === call.field("function")?.field("object")?.text) {
      there.set(asked, callee.function.parameters[0]?.name ?? "");
      continue;
    }
    for (const [at, argument] of argumentsOf(call).entries()) {
      const parameter = argument.kind === "keyword" ? argument.name : parameters[at]?.name;
      if (argument.value.text === here && parameter !== undefined) there.set(asked, parameter);
    }
  }
  return there;
}

function isAgain(lock: LockFacts, held: Held): boolean {
  if (lock.name !== held.name || lock.fillsNames !== held.fillsNames || lock.names.length !== 1) return false;
  if (!lock.fillsNames) return true;
  return placeholdersOf(held.name).every((asked) => held.values.get(asked) === asked);
}
