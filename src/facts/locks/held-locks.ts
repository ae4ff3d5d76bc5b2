import type { SyntaxNode } from "../../parse/tree.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { isLockByName } from "./siblings.ts";

/** `self._lock`, `lockutils.lock('x')`, `CACHE_MUTEX`; not `block`, `clock`, `unlock`. */
const LOCK_NAME = /(^|[._])(?:[rw]{0,2}lock|locked|mutex|semaphore|sem|synchroni[sz]ed)(?![a-z])/i;

/** A transaction that locks rows: it guards what the database holds. */
const ROWS = /session|transaction|cursor/i;

/**
 * The locks that are held where a node runs, each as the text of the expression that takes it: those of the `with`
 * statements around it in its own function, and of the decorators of the functions around it.
 *
 * Read from names alone: what takes a lock under a name that does not say so is not seen.
 */
export function locksHeld(module: ModuleFacts, node: SyntaxNode): ReadonlySet<string> {
  const inner = module.functionAround(node);
  const held = new Set<string>();
  if (!inner) return held;
  for (const statement of statementsAround(node, inner.node)) {
    for (const lock of locksOfWith(statement)) held.add(lock);
  }
  for (let facts: FunctionFacts | null = inner; facts; facts = facts.enclosing) {
    for (const decorator of facts.decorators)
      if (isLockByName(decorator)) held.add(asWritten(decorator.expression.text));
  }
  return held;
}

function* statementsAround(node: SyntaxNode, until: SyntaxNode): Generator<SyntaxNode> {
  for (let up = node.parent; up && up.start >= until.start; up = up.parent) {
    if (up.type === "with_statement") yield up;
  }
}

function locksOfWith(statement: SyntaxNode): readonly string[] {
  const clause = statement.namedChildren.find((child) => child.type === "with_clause");
  return (clause?.namedChildren ?? []).flatMap((item) => {
    const value = item.field("value") ?? item;
    const taken = value.type === "as_pattern" ? value.namedChildren[0] : value;
    const callee = taken?.type === "call" ? taken.field("function") : taken;
    const isLock = callee && LOCK_NAME.test(callee.text) && !ROWS.test(callee.text);
    return taken && isLock ? [asWritten(taken.text)] : [];
  });
}

/** One way to write a lock: `lock("x",  a)` and `lock('x', a)` take the same lock. */
export function asWritten(text: string): string {
  return text.replace(/\s+/g, " ").replaceAll('"', "'");
}

/**
 * Whether a lock is the same one at every call: it is an attribute, or is named by constants and attributes of `self`.
 * `synchronized(volume.id)`, `lock('door-%s' % name)` and `locked_volume_operation` are many locks.
 */
export function isOneLock(lock: string): boolean {
  const callee = /^[\w.]+/.exec(lock)?.[0] ?? "";
  if (/volume|share|snapshot|instance|image|zone|pool|node|task|_id/.test(callee.split(".").at(-1) ?? ""))
    return false;
  const given = lock.slice(callee.length);
  if (/[{%+]|\.format|\w\(/.test(given)) return false;
  const names = given.replace(/(['"]).*?\1/g, "").match(/(?<![\w.])[a-z_]\w*(?!\w*\s*=)/g) ?? [];
  return names.every((name) => name === "self" || name === "cls");
}
