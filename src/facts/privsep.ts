import type { Decorator, FunctionFacts } from "./definitions.ts";
import type { ModuleFacts } from "./module.ts";
import type { PlacedFunction, ProjectFacts } from "./project.ts";

/** Literals without which no module defines an entrypoint. */
export const ENTRYPOINT_LITERALS: readonly string[] = [".entrypoint"];

/**
 * The decorator that makes a function a privsep entrypoint: `@context.entrypoint` or
 * `@context.entrypoint_with_timeout(…)`; `undefined` when the function is none.
 *
 * The context is a name that the tree assigns a `PrivContext(…)`, or one from outside the tree.
 */
export function entrypointOf(
  project: ProjectFacts,
  module: ModuleFacts,
  facts: FunctionFacts,
): Decorator | undefined {
  return facts.decorators.find((decorator) => isEntrypointDecorator(project, module, decorator));
}

/** Whether a decorator is a privsep entrypoint, also one with a mistaken call (`@context.entrypoint()`). */
export function isEntrypointDecorator(
  project: ProjectFacts,
  module: ModuleFacts,
  decorator: Decorator,
): boolean {
  const name = decorator.name;
  if (name === undefined || !/\.entrypoint(_with_timeout)?$/.test(name)) return false;
  const context = name.slice(0, name.lastIndexOf("."));
  const meaning = project.meaningOf(module, context, module.scopeAt(decorator.node));
  if (meaning.kind === "assignment") {
    const made = meaning.assignment.value;
    const callee = made?.type === "call" ? made.field("function") : null;
    return callee !== null && /(^|\.)PrivContext$/.test(callee.text);
  }
  return meaning.kind === "external" || meaning.kind === "unknown";
}

/** The entrypoints of a module in text order. */
export function entrypointsOf(project: ProjectFacts, module: ModuleFacts): readonly FunctionFacts[] {
  return project.once(`entrypoints ${module.path}`, () =>
    module.text.includes(".entrypoint")
      ? module.functions.filter((facts) => entrypointOf(project, module, facts) !== undefined)
      : [],
  );
}

/** Whether a function runs in the privileged daemon because it is itself an entrypoint. */
export function isEntrypoint(project: ProjectFacts, placed: PlacedFunction): boolean {
  return entrypointsOf(project, placed.module).includes(placed.function);
}

/**
 * A chain of certain calls from an entrypoint to the function, nearest caller first; `undefined` when there is none.
 *
 * At most `depth` calls long; the function's own decorators are not looked at.
 */
export function entrypointAbove(
  project: ProjectFacts,
  placed: PlacedFunction,
  depth = 4,
): readonly PlacedFunction[] | undefined {
  const seen = new Set<FunctionFacts>([placed.function]);
  let front: readonly (readonly PlacedFunction[])[] = [[placed]];
  for (let hop = 0; hop < depth; hop++) {
    const next: (readonly PlacedFunction[])[] = [];
    for (const chain of front) {
      const last = chain.at(-1);
      if (!last) continue;
      for (const { module, call } of project.callersOf(last)) {
        if (!call.within || seen.has(call.within)) continue;
        seen.add(call.within);
        const longer = [...chain, { module, function: call.within }];
        if (isEntrypoint(project, { module, function: call.within })) return longer.slice(1);
        next.push(longer);
      }
    }
    front = next;
  }
  return undefined;
}
