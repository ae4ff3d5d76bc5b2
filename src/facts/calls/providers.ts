import { argumentsOf } from "../module/calls.ts";
import type { ClassFacts } from "../module/definitions.ts";
import { stringValue } from "../module/syntax.ts";
import type { PlacedClass, ProjectFacts } from "../tree/project.ts";
import { pathsWithWord } from "../tree/word-index.ts";

/**
 * The class that a registry of the tree gives out under a name: keystone's `PROVIDERS.identity_api` is the manager that says
 * `_provides_api = 'identity_api'`, an older one `@dependency.provider('identity_api')`.
 *
 * `undefined` where nothing, or more than one class, goes by the name.
 */
export function providerOf(project: ProjectFacts, name: string): PlacedClass | undefined {
  if (!name.endsWith("_api")) return undefined;
  return project.once("providers", () => providersIn(project)).get(name);
}

function providersIn(project: ProjectFacts): ReadonlyMap<string, PlacedClass> {
  const found = new Map<string, PlacedClass>();
  const twice = new Set<string>();
  const paths = [
    ...pathsWithWord(project, "_provides_api"),
    ...pathsWithWord(project, "dependency").filter((path) => project.text(path)?.includes(DECORATOR)),
  ];
  for (const path of new Set(paths)) {
    const module = project.module(path);
    for (const facts of module?.classes ?? []) {
      const name = nameProvided(facts);
      if (!module || name === undefined) continue;
      if (found.has(name)) twice.add(name);
      found.set(name, { module, class: facts });
    }
  }
  for (const name of twice) found.delete(name);
  return found;
}

const DECORATOR = "@dependency.provider(";

function nameProvided(facts: ClassFacts): string | undefined {
  const [given] = facts.scope.bindings.get("_provides_api") ?? [];
  if (given?.kind === "assignment") return stringValue(given.value);
  const decorator = facts.decorators.find(({ name }) => name === "dependency.provider");
  const [first] = decorator?.call ? argumentsOf(decorator.call) : [];
  return stringValue(first?.value);
}
