import type { Binding } from "./definitions.ts";
import type { ModuleFacts } from "./module.ts";

/** What functions of a module give a name of its block, under `global NAME`. */
export function bindingsUnderGlobal(module: ModuleFacts, name: string): readonly Binding[] {
  return module.tree
    .ofType("global_statement")
    .filter((statement) => statement.namedChildren.some(({ text }) => text === name))
    .flatMap((statement) => module.scopeAt(statement).bindings.get(name) ?? [])
    .filter((binding) => !isGlobalStatement(binding));
}

/** Whether a binding only says that the name is the module's. */
export function isGlobalStatement({ node }: Binding): boolean {
  return node.parent?.type === "global_statement";
}
