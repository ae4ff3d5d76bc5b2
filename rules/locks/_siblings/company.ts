import { asWritten, type Decorator, type FunctionFacts, isLockByName } from "../../../src/rule.ts";

/** What lacks a lock, and one of those that take it. */
export interface Odd {
  readonly method: FunctionFacts;
  readonly lock: string;
  readonly sibling: FunctionFacts;
  /** Who takes the lock; the sibling "and its other siblings take" it when this is left out. */
  readonly takenBy?: string;
}

/** So many take a lock before it is odd that one does not. */
export const FEWEST = 3;

/** The locks that its decorators take, as they are written. */
export function ownLocks(method: FunctionFacts): readonly string[] {
  return method.decorators.filter(isLockByName).map((decorator) => asWritten(decorator.expression.text));
}

/** Whether it gets one of the things. */
export function isAbout(method: FunctionFacts, things: ReadonlySet<string>): boolean {
  return method.parameters.some((parameter) => things.has(parameter.name));
}

/** What the lock is about: parameters after the first that at least two of the methods share, or that it is named for. */
export function thingsOf(methods: readonly FunctionFacts[]): ReadonlySet<string> {
  const names = methods.flatMap(({ parameters }) => parameters.slice(1).map(({ name }) => name));
  const named = methods.flatMap(({ decorators }) => decorators.filter(isLockByName).flatMap(namedFor));
  return new Set([...shared(names.filter((name) => !/^_?task$/.test(name))), ...named]);
}

/** `door` of `synchronized_door`, `locked_door`, `door_synchronized`. */
function namedFor({ name }: Decorator): readonly string[] {
  const last = name?.split(".").at(-1) ?? "";
  const [, after, before] =
    /^_?(?:synchronized|lock|locked)_([a-z]+)$|^([a-z]+)_synchronized$/.exec(last) ?? [];
  const thing = after ?? before;
  return thing === undefined ? [] : [thing];
}

/** The same of a lock that callers must hold: its task is such a thing, and may come first. */
export function thingsDemanded(functions: readonly FunctionFacts[]): ReadonlySet<string> {
  return shared(functions.flatMap(({ parameters }) => parameters.map(({ name }) => name)));
}

function shared(names: readonly string[]): ReadonlySet<string> {
  const comesAlong = /^_?(context|ctxt|request|args|kwargs)$/;
  return new Set(
    names.filter((name) => !comesAlong.test(name) && names.indexOf(name) !== names.lastIndexOf(name)),
  );
}
