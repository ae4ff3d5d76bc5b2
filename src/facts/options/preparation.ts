import type { SyntaxNode } from "../../parse/tree.ts";
import { groupBy } from "../../text/multimap.ts";
import type { PlacedFunction } from "../tree/project.ts";

/**
 * Where a program prepares its configuration: the last registering call of the function of its module that makes most of them, else
 * the call of its first function that reads the configuration's files.
 */
export function preparationOf({ module, function: main }: PlacedFunction): SyntaxNode {
  const registering = module.calls.filter(({ name }) => REGISTERS.test(name ?? ""));
  const byFunction = groupBy(registering, ({ within }) => within?.qualifiedName);
  const [most] = [...byFunction.values()].sort((one, other) => other.length - one.length);
  const reading = module.calls.filter(({ name, within }) => within === main && READS_FILES.test(name ?? ""));
  return (most ?? reading).at(-1)?.node ?? main.node;
}

const REGISTERS = /(?:^|\.)(?:register_\w*opt\w*|import_(?:opt|group))$/;
const READS_FILES = /(?:^|\.)(?:CONF|conf|init|parse_args)$/;
