import { type FunctionFacts, isOneLock, type ModuleFacts, type SyntaxNode } from "../../../src/rule.ts";

/** A place that writes to an attribute, or to a name of a module. */
export interface Target {
  readonly name: string;
  readonly node: SyntaxNode;
  /** The method, where the write may stand in a function inside of it. */
  readonly method: FunctionFacts;
  /** Whether what is written depends on what was there: `+=`, `del x[k]`, `x.append(…)`. */
  readonly isChange: boolean;
}

/** The same with the locks that are held there. */
export interface Write extends Target {
  readonly locks: ReadonlySet<string>;
}

/** What one method alone writes without the lock of its other writers. */
export interface OddWrite {
  readonly name: string;
  readonly method: FunctionFacts;
  readonly lock: string;
  readonly first: SyntaxNode;
  readonly isChange: boolean;
  /** Those who write it under the lock. */
  readonly others: ReadonlySet<FunctionFacts>;
  readonly other: FunctionFacts;
}

/** The bare write among writes to one thing, where a single method writes it so and all others hold one lock. */
export function oddWrite(writes: readonly Write[]): OddWrite | undefined {
  const locked = writes.filter((write) => write.locks.size > 0);
  const bare = writes.filter((write) => write.locks.size === 0);
  const [[one], [first]] = [locked, bare];
  if (!one || !first || bare.some((write) => write.method !== first.method)) return undefined;
  const lock = [...one.locks].find(
    (held) => isOneLock(held) && locked.every((write) => write.locks.has(held)),
  );
  const others = new Set(locked.map((write) => write.method));
  if (lock === undefined || others.has(first.method)) return undefined;
  const isChange = bare.some((write) => write.isChange);
  return {
    name: first.name,
    method: first.method,
    lock,
    first: first.node,
    isChange,
    others,
    other: one.method,
  };
}

/** What takes everything down may come when nobody else is left. */
export const ENDS: RegExp = /^_?(?:clean_?up|tear_?down|reset)/;

/** A call of a container's method that changes it. */
const CHANGED =
  /^(.+)\.(?:append|appendleft|pop|popleft|popitem|update|difference_update|add|remove|discard|clear|extend|insert|setdefault)$/;

/** What a statement or a call writes to, in text order of each kind. */
export interface Written {
  readonly node: SyntaxNode;
  /** `self.x`, `x`: as it is written. */
  readonly target: string;
  readonly isChange: boolean;
}

/** Everything that a module's statements and calls of containers' methods write to. */
export function writtenIn(module: ModuleFacts): readonly Written[] {
  const statements = ["assignment", "augmented_assignment", "delete_statement"].flatMap((type) =>
    module.tree.ofType(type).flatMap((node) => {
      const target = targetOf(node);
      if (!target) return [];
      const object = target.node.type === "subscript" ? target.node.field("value") : target.node;
      return object ? [{ node, target: object.text, isChange: target.isChange }] : [];
    }),
  );
  const calls = module.calls.flatMap(({ name, node }) => {
    const target = CHANGED.exec(name ?? "")?.[1];
    return target === undefined ? [] : [{ node, target, isChange: true }];
  });
  return [...statements, ...calls];
}

/** What a statement writes to. */
function targetOf(node: SyntaxNode): { readonly node: SyntaxNode; readonly isChange: boolean } | undefined {
  switch (node.type) {
    case "assignment":
    case "augmented_assignment": {
      const left = node.field("left");
      const isChange = node.type === "augmented_assignment" || left?.type === "subscript";
      return left ? { node: left, isChange } : undefined;
    }
    case "delete_statement": {
      const target = node.namedChildren[0];
      return target?.type === "subscript" ? { node: target, isChange: true } : undefined;
    }
    default:
      return undefined;
  }
}
