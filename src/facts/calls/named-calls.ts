import type { SyntaxNode } from "../../parse/tree.ts";
import type { CallFacts } from "../module/calls.ts";
import type { ModuleFacts } from "../module/module.ts";
import { namedIn } from "../module/named-in.ts";
import { withoutParentheses } from "../module/syntax.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { pathsWithWord } from "../tree/word-index.ts";

/** A call of some object's method of a name. */
export interface NamedCall {
  readonly module: ModuleFacts;
  readonly call: CallFacts;
}

/** Calls `x.name(…)` outside of tests. */
export function callsNamed(project: ProjectFacts, name: string): readonly NamedCall[] {
  return project.once(`calls named ${name}`, () => {
    const found: NamedCall[] = [];
    for (const path of pathsWithWord(project, name)) {
      const module = project.text(path)?.includes(`.${name}(`) ? project.module(path) : undefined;
      if (module) found.push(...methodCallsOf(module, name).map((call) => ({ module, call })));
    }
    return found;
  });
}

/** The calls `x.name(…)` of a module in text order; those of texts and lists that are written out are no calls of its classes. */
export const methodCallsOf: (module: ModuleFacts, name: string) => readonly CallFacts[] = namedIn(
  (module: ModuleFacts) => module.calls.filter(({ callee }) => !isLiteral(callee.field("object"))),
  ({ callee }) => (callee.type === "attribute" ? callee.field("attribute")?.text : undefined),
);

function isLiteral(object: SyntaxNode | null): boolean {
  const inner = object && withoutParentheses(object);
  return !!inner && /string|list|dictionary|^tuple$|^binary_operator$/.test(inner.type);
}
