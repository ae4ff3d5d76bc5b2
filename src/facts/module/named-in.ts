import { groupBy } from "../../text/multimap.ts";
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
      byName = groupBy(list(module), nameOf);
      known.set(module, byName);
    }
    return byName.get(name) ?? none;
  };
}

/** The functions and methods of a name in a module, nested ones too, in text order. */
export const functionsNamed: (module: ModuleFacts, name: string) => readonly FunctionFacts[] = namedIn(
  (module) => module.functions,
  ({ name }) => name,
);
