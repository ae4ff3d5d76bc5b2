import { accepts, fitCall, whyRefused } from "../calls/call-fit.ts";
import type { CallFacts } from "../module/calls.ts";
import { libraryName } from "./libraries.ts";
import type { LibraryModule } from "./library-module.ts";

/** A call that no release of a library takes. */
export interface RefusedCall {
  readonly module: LibraryModule;
  /** What is called, as the library names it. */
  readonly called: string;
  /** Why the release that comes nearest to the call does not take it: `it has no parameter 'a'`. */
  readonly why: string;
}

/** A call of a library's function or class whose arguments fit none of its signatures; `undefined` for any other call. */
export function refusedCall(dotted: string, call: CallFacts): RefusedCall | undefined {
  const asked = libraryName(dotted);
  const [name, ...further] = asked?.rest ?? [];
  const signatures = name !== undefined && further.length === 0 ? asked?.module.names.get(name) : undefined;
  if (!asked || !signatures || signatures.length === 0) return undefined;
  const passing = { arguments: call.arguments, bound: 0 };
  if (signatures.some((one) => accepts(one, passing))) return undefined;
  const misfits = signatures.map((one) => fitCall(one, passing).misfits.length);
  const nearest = signatures[misfits.indexOf(Math.min(...misfits))] ?? [];
  return {
    module: asked.module,
    called: `${asked.module.name}.${name}`,
    why: whyRefused(nearest, passing),
  };
}
