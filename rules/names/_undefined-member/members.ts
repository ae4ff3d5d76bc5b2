import { isSetFromOutside, type ModuleFacts, makesNames, type ProjectFacts } from "../../../src/rule.ts";
import { isFilledWith } from "./filled-modules.ts";

/** Whether a module has a name, or may: by its own text, one that it takes all of, or who fills it. */
export function hasMember(project: ProjectFacts, module: ModuleFacts, name: string): boolean {
  return project.onceFor(module, `has ${name}`, () => findMember(project, module, name));
}

function findMember(project: ProjectFacts, module: ModuleFacts, name: string, depth = 0): boolean {
  if (depth > 8 || name.startsWith("__") || module.scope.bindings.has(name)) return true;
  if (module.tree.errors.length > 0 || makesNames(module.text) || declaresGlobal(module, name)) return true;
  for (const star of module.imports.filter(({ local }) => local === "*")) {
    const other = project.moduleNamed(star.module);
    if (!other || findMember(project, other, name, depth + 1)) return true;
  }
  // last: it reads modules from all over the tree
  return isSetFromOutside(project, module.name, name) || isFilledWith(project, module, name);
}

function declaresGlobal(module: ModuleFacts, name: string): boolean {
  return module.tree
    .ofType("global_statement")
    .some((node) => node.children.some(({ text }) => text === name));
}
