import { type Finding, type ModuleFacts, type ProjectFacts, stringValue } from "../../../src/rule.ts";
import { hasMember } from "./members.ts";

/** `__all__ = ['run']` in a module that has no `run`. */
export function* allNames(module: ModuleFacts, project: ProjectFacts): Generator<Finding> {
  for (const binding of module.scope.bindings.get("__all__") ?? []) {
    const list = binding.kind === "assignment" ? binding.value : null;
    if (list?.type !== "list" && list?.type !== "tuple") continue;
    for (const child of list.namedChildren) {
      const name = stringValue(child);
      // a package's own submodule is loaded for it
      if (name === undefined || project.pathOf(`${module.name}.${name}`) !== undefined) continue;
      if (hasMember(project, module, name)) continue;
      yield {
        span: child,
        message: `'${name}' is in __all__, and ${module.name} has no such name: AttributeError at 'from ${module.name} import *'`,
      };
    }
  }
}
