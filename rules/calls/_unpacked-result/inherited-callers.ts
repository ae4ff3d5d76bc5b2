import {
  callsNamed,
  comesByInheritance,
  type FunctionFacts,
  type ModuleFacts,
  type NamedCall,
  type Override,
  overridesIn,
  type ProjectFacts,
} from "../../../src/rule.ts";
import { namesOf, returnedRows } from "./counts.ts";

/** An override whose result does not go into the names that inherited code unpacks it into. */
export interface Unpacked {
  readonly method: FunctionFacts;
  readonly given: number;
  readonly wanted: number;
  readonly caller: NamedCall;
}

/** The overrides of a module that give another number of values than a caller on `self` in a base unpacks. */
export function* unpackedByBases(project: ProjectFacts, module: ModuleFacts): Generator<Unpacked> {
  for (const override of overridesIn(project, module)) {
    const { function: method } = override.method;
    const given = method.decorators.length > 0 ? undefined : returnedRows(method.node)?.[0]?.length;
    if (given === undefined) continue;
    const caller = unpackingCalls(project, override).find(
      ({ named }) => project.classAround(named.module, named.call.node)?.class !== override.placed.class,
    );
    if (caller && caller.wanted !== given)
      yield { method, given, wanted: caller.wanted, caller: caller.named };
  }
}

/** The calls of an override by what its class has or inherits, and how many values they want. */
function unpackingCalls(
  project: ProjectFacts,
  override: Override,
): readonly { readonly named: NamedCall; readonly wanted: number }[] {
  return callsNamed(project, override.method.function.name).flatMap((named) => {
    const { node } = named.call;
    const target = node.parent?.type === "assignment" ? node.parent.field("left") : null;
    const wanted = target ? namesOf(target)?.length : undefined;
    return wanted !== undefined && comesByInheritance(project, override, named) ? [{ named, wanted }] : [];
  });
}
