import type { SyntaxNode } from "../../parse/tree.ts";
import type { PlacedFunction } from "../tree/project.ts";

/**
 * Where a program prepares its configuration: the last registering call of its first function or of one of its module that this
 * calls, whichever makes most of them, else the call that reads the configuration's files.
 */
export function preparationOf({ module, function: main }: PlacedFunction): SyntaxNode {
  const called = new Set(module.calls.filter(({ within }) => within === main).map(({ name }) => name));
  const calls = module.calls.filter(({ within }) => within && (within === main || called.has(within.name)));
  const registering = calls.filter(({ name }) => REGISTERS.test(name ?? ""));
  const byFunction = [...new Set(registering.map(({ within }) => within))].map((within) =>
    registering.filter((call) => call.within === within),
  );
  const [most] = byFunction.sort((one, other) => other.length - one.length);
  return (most ?? calls.filter(({ name }) => READS_FILES.test(name ?? ""))).at(-1)?.node ?? main.node;
}

const REGISTERS = /(?:^|\.)(?:register_\w*opt\w*|import_(?:opt|group))$/;
const READS_FILES = /(?:^|\.)(?:CONF|conf|init|parse_args)$/;
