import type { FunctionFacts } from "./definitions.ts";
import type { ModuleFacts } from "./module.ts";

/** Things of a module by name; the module is read once, on the first question. */
export function namedIn<T>(
  list: (module: ModuleFacts) => readonly T[],
  nameOf: (one: T) => string | undefined,
): (module: ModuleFacts, name: string) => readonly T[] {
  const known = new WeakMap<ModuleFacts, ReadonlyMap<string, readonly T[]>>();
  const none: readonly T[] = [];
  return (module, name) => {
    let byName = known.get(module);
    if (!byName) {
      byName = grouped(list(module), nameOf);
      known.set(module, byName);
    }
    return byName.get(name) ?? none;
  };
}

function grouped<T>(
  list: readonly T[],
  nameOf: (one: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const byName = new Map<string, T[]>();
  for (const one of list) {
    const name = nameOf(one);
    if (name === undefined) continue;
    const held = byName.get(name);
    if (held) held.push(one);
    else byName.set(name, [one]);
  }
  return byName;
}

/** The functions and methods of a name in a module, nested ones too, in text order. */
export const functionsNamed: (module: ModuleFacts, name: string) => readonly FunctionFacts[] = namedIn(
  (module) => module.functions,
  ({ name }) => name,
);
