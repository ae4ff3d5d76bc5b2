import type { SyntaxNode } from "../../parse/tree.ts";
import type { CallFacts } from "../module/calls.ts";
import type { ModuleFacts } from "../module/module.ts";
import { namedIn } from "../module/named-in.ts";
import { dottedName, withoutParentheses } from "../module/syntax.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { pathsWithWord } from "../tree/word-index.ts";
import { handedOnBy } from "./handed-on.ts";

/** A call with the module that makes it. */
export interface NamedCall {
  readonly module: ModuleFacts;
  readonly call: CallFacts;
}

/** The calls of a module by the last part of what they call: `name(…)`, `thing.name(…)`. */
export const callsEndingIn: (module: ModuleFacts, name: string) => readonly CallFacts[] = namedIn(
  ({ calls }) => calls,
  ({ callee }) => calledName(callee)?.text,
);

/** The last part of what a call calls. */
export function calledName(callee: SyntaxNode): SyntaxNode | null {
  return callee.type === "attribute" ? callee.field("attribute") : callee;
}

/** Everything outside of tests that is called by a name, on whatever object. */
export function allCallsEndingIn(project: ProjectFacts, name: string): readonly NamedCall[] {
  return project.once(`calls ending in ${name}`, () =>
    pathsWithWord(project, name).flatMap((path) => {
      const module = project.text(path)?.includes(`${name}(`) ? project.module(path) : undefined;
      return module ? callsEndingIn(module, name).map((call) => ({ module, call })) : [];
    }),
  );
}

/** Calls `x.name(…)` outside of tests, and those that others make of `x.name`: `spawn(x.name, …)`. */
export function callsNamed(project: ProjectFacts, name: string): readonly NamedCall[] {
  return project.once(`calls named ${name}`, () => {
    const found: NamedCall[] = [];
    for (const path of pathsWithWord(project, name)) {
      const text = project.text(path) ?? "";
      const isHanded = text.includes(`.${name},`);
      const module = isHanded || text.includes(`.${name}(`) ? project.module(path) : undefined;
      if (!module) continue;
      const calls = [...methodCallsOf(module, name), ...(isHanded ? handedCallsOf(module, name) : [])];
      found.push(...calls.map((call) => ({ module, call })));
    }
    return found;
  });
}

/** The calls that `spawn(x.name, …)` and its like make, as if they were written out; a partial one may get more. */
const handedCallsOf: (module: ModuleFacts, name: string) => readonly CallFacts[] = namedIn(
  (module: ModuleFacts) =>
    module.calls.flatMap((call) => {
      const handed = handedOnBy(call);
      if (handed?.reference.type !== "attribute" || handed.passing.isPartial) return [];
      const { reference: callee, passing } = handed;
      return [{ ...call, callee, name: dottedName(callee), arguments: passing.arguments }];
    }),
  ({ callee }) => callee.field("attribute")?.text,
);

/** The calls `x.name(…)` of a module in text order; those of texts and lists that are written out are no calls of its classes. */
export const methodCallsOf: (module: ModuleFacts, name: string) => readonly CallFacts[] = namedIn(
  (module: ModuleFacts) => module.calls.filter(({ callee }) => !isLiteral(callee.field("object"))),
  ({ callee }) => (callee.type === "attribute" ? callee.field("attribute")?.text : undefined),
);

function isLiteral(object: SyntaxNode | null): boolean {
  const inner = object && withoutParentheses(object);
  return !!inner && /string|list|dictionary|^tuple$|^binary_operator$/.test(inner.type);
}
