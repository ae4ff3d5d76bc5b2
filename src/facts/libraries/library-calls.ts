import { accepts, fitCall, type Passing, whyRefused } from "../calls/call-fit.ts";
import { refusedAttribute } from "./attribute-keywords.ts";
import { libraryName } from "./libraries.ts";
import type { LibraryClass } from "./library-class.ts";
import { libraryClassesOf, memberIn } from "./library-classes-shelf.ts";
import type { LibraryModule, Signature } from "./library-module.ts";

/** A call that no release of a library takes. */
export interface RefusedCall {
  readonly module: LibraryModule;
  /** What is called, as the library names it. */
  readonly called: string;
  /** Why the release that comes nearest to the call does not take it: `it has no parameter 'a'`. */
  readonly why: string;
}

/** A call of a library's function or class whose arguments fit none of its signatures; `undefined` for any other call. */
export function refusedCall(dotted: string, passing: Passing): RefusedCall | undefined {
  const asked = libraryName(dotted);
  const [name, ...further] = asked?.rest ?? [];
  if (!asked || name === undefined) return undefined;
  if (further.length === 0) {
    const signatures = asked.module.names.get(name) ?? [];
    return (
      refusal(asked.module, `${asked.module.name}.${name}`, signatures, passing) ??
      refusedByResponse(dotted, asked.module, name, passing)
    );
  }
  return further.length === 1 ? refusedByClass(dotted, asked.module, passing) : undefined;
}

/** A keyword that goes into a class' `**` and is no attribute of it: `HTTPBadRequest(reason=…)`. */
function refusedByResponse(
  dotted: string,
  module: LibraryModule,
  name: string,
  passing: Passing,
): RefusedCall | undefined {
  const named = new Set((module.names.get(name) ?? []).flatMap((one) => one.map((taker) => taker.name)));
  const refused = refusedAttribute(dotted, passing.arguments, named);
  return refused === undefined
    ? undefined
    : { module, called: `${module.name}.${name}`, why: `it has no attribute '${refused}' to set` };
}

/** `Class.method(…)`: of a method for which the object comes first, or of one that is the class' own. */
function refusedByClass(dotted: string, module: LibraryModule, passing: Passing): RefusedCall | undefined {
  const at = dotted.lastIndexOf(".");
  const [holder, name] = [dotted.slice(0, at), dotted.slice(at + 1)];
  const [first] = passing.arguments;
  const withoutFirst =
    first?.kind === "positional" ? { ...passing, arguments: passing.arguments.slice(1) } : undefined;
  if (name === "__init__") return withoutFirst ? refusedCall(holder, withoutFirst) : undefined;
  const classes = libraryClassesOf(holder);
  const byFirst = withoutFirst ? refusedMethod(classes, name, withoutFirst) : undefined;
  const refused = refusedMethod(classes, name, passing);
  if (!refused || (withoutFirst && !byFirst)) return undefined;
  return { ...(first?.value.text === "self" ? (byFirst ?? refused) : refused), module };
}

/** A call of a method on an object of one of the classes that none of their releases takes. */
export function refusedMethod(
  holders: readonly LibraryClass[],
  name: string,
  passing: Passing,
): RefusedCall | undefined {
  const [one] = holders;
  const module = one && libraryName(one.name)?.module;
  const { members, isOpen } = memberIn(holders, name);
  if (!module || isOpen || members.length === 0 || members.some(({ signatures }) => signatures.length === 0))
    return undefined;
  const signatures = members.flatMap((member) => member.signatures);
  return refusal(module, `${shortName(one)}.${name}`, signatures, passing);
}

/** A class' name without its module's. */
export function shortName({ name }: LibraryClass): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

function refusal(
  module: LibraryModule,
  called: string,
  signatures: readonly Signature[],
  passing: Passing,
): RefusedCall | undefined {
  if (signatures.length === 0 || signatures.some((one) => accepts(one, passing))) return undefined;
  const misfits = signatures.map((one) => fitCall(one, passing).misfits.length);
  const nearest = signatures[misfits.indexOf(Math.min(...misfits))] ?? [];
  return { module, called, why: whyRefused(nearest, passing) };
}
