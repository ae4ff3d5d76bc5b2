import { type ClassFacts, type Finding, namePlace } from "../../../src/rule.ts";

/** `__metaclass__ = …` in a class. */
export function* metaclassOf({ scope }: ClassFacts): Generator<Finding> {
  const meta = scope.bindings.get("__metaclass__")?.[0];
  if (meta?.kind !== "assignment") return;
  yield {
    span: meta.node,
    message:
      "Python 3 passes over __metaclass__: the class is an ordinary one; 'metaclass=' among its bases is meant",
  };
}

/** An iterator with `next()` and without `__next__()`. */
export function* nextOf({ methods, scope, bases }: ClassFacts): Generator<Finding> {
  // a base may have the other half
  const next = bases.every(({ text }) => text === "object") ? methods.get("next") : undefined;
  if (next?.parameters.length !== 1 || !methods.has("__iter__") || scope.bindings.has("__next__")) return;
  yield {
    span: namePlace(next),
    message:
      "iterators have no next() in Python 3, it is '__next__' there: TypeError when the object is iterated over",
  };
}
