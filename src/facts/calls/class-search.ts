import type { SyntaxNode } from "../../parse/tree.ts";
import type { ClassFacts, FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { Callee, PlacedClass, ProjectFacts } from "../tree/project.ts";

/** How far a search goes from one value to the one it was given. */
export const MAX_DEPTH = 9;

/**
 * A search for the class of a value: it goes from a name to what the name is given, from a call to what the function returns.
 *
 * Each kind of value has a file of its own that asks the search for the values it comes to: `named-instances.ts` for
 * names, `bound-instances.ts` for what parameters, loops and `with` bind, `made-instances.ts` for calls,
 * `member-instances.ts` for attributes. `instances.ts` puts them together; `next` counts the steps.
 */
export interface ClassSearch {
  readonly project: ProjectFacts;
  /** Steps from the value that was asked for. */
  readonly depth: number;
  /** The search one step further on. */
  readonly next: ClassSearch;
  /** The class that the value is certainly an instance of. */
  classOf(module: ModuleFacts, node: SyntaxNode): PlacedClass | undefined;
  /** The one class of all values; `undefined` where one is not known, or of another. */
  classOfAll(module: ModuleFacts, values: readonly SyntaxNode[]): PlacedClass | undefined;
  /** The function that a call runs. */
  calleeOf(module: ModuleFacts, callee: SyntaxNode): Callee | undefined;
  /** Keeps an answer, unless it comes from so deep down that the search may have been cut short. */
  onceWhenWhole<T>(about: ClassFacts | FunctionFacts, key: string, compute: () => T): T;
}
