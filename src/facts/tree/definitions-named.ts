import { functionsNamed } from "../module/named-in.ts";
import type { PlacedFunction, ProjectFacts } from "./project.ts";
import { pathsDefining } from "./word-index.ts";

/** Every function and method of a name in the tree, tests left out; a module is parsed when its turn comes. */
export function* definitionsNamed(project: ProjectFacts, name: string): Generator<PlacedFunction> {
  for (const path of pathsDefining(project, name)) {
    const module = project.module(path);
    for (const facts of module ? functionsNamed(module, name) : [])
      if (module) yield { module, function: facts };
  }
}
