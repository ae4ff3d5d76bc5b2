import type { FunctionFacts } from "../../../src/rule.ts";

/** Whether a function's name says that it runs as root. */
export function isNamedForRoot({ name }: FunctionFacts): boolean {
  return /^_?privileged_|_(?:privileged|root)$/.test(name);
}
