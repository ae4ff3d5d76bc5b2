import type { CallFacts } from "../module/calls.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { Taker } from "./call-fit.ts";
import { readSignatures } from "./written-signatures.ts";

/** What a function of Python's own takes that a call names, where nothing in the module binds the name otherwise. */
export function builtinFunctionTakers(
  module: ModuleFacts,
  { name = "", callee }: CallFacts,
): readonly Taker[] | undefined {
  const [takers] = SIGNATURES.get(name) ?? [];
  if (!takers) return undefined;
  return module.lookup(name, module.scopeAt(callee)) || module.lookup("*", module.scopeAt(callee))
    ? undefined
    : takers;
}

/** In Python 2 and 3 together. Those that take any number, or another one in each of the two, are not listed. */
const SIGNATURES = readSignatures(`
  abs x, all iterable, any iterable, callable object, chr i, divmod x y, enumerate iterable start=, getattr object name default?,
  hasattr object name, hash object, hex x, id object, isinstance object classes, issubclass class classes, len object, next iterator default?,
  ord c, repr object, reversed sequence, round number ndigits=, setattr object name value, sum iterable start=`);
