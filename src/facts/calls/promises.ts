import type { Parameter } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { PlacedClass, PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { overridesOf } from "../tree/subclasses.ts";
import { keepsSignature } from "./kept-signature.ts";
import { isPromise } from "./overrides.ts";

/** A method that only says what subclasses must do, and what they do. */
export interface PromisedMethod {
  readonly owner: PlacedClass;
  readonly base: PlacedFunction;
  /** One at least. */
  readonly overrides: readonly PlacedFunction[];
}

/** The promises of a module's classes that are kept somewhere, where callers see all parameters as written. */
export function* promisesKept(project: ProjectFacts, module: ModuleFacts): Generator<PromisedMethod> {
  for (const facts of module.classes) {
    const owner = { module, class: facts };
    for (const [name, method] of facts.methods) {
      const base = { module, function: method };
      if (name.startsWith("__") || !isPromise(base) || !keepsSignature(project, base)) continue;
      const overrides = overridesOf(project, owner, name);
      if (overrides.length > 0 && overrides.every((override) => keepsSignature(project, override)))
        yield { owner, base, overrides };
    }
  }
}

/** Whether `*` or `**` stands among parameters. */
export function takesAnyNumber(parameters: readonly Parameter[]): boolean {
  return parameters.some(({ kind }) => kind.startsWith("var-"));
}

/** Parameters, as a sentence shows them. */
export function shownParameters(parameters: readonly Parameter[]): string {
  return `(${parameters.map(({ name }) => name).join(", ")})`;
}
