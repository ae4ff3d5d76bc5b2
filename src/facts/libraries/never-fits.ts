import type { Taker } from "../calls/call-fit.ts";
import type { Signature } from "./library-module.ts";

/**
 * Why no call that is made for one of the signatures can run a method, whatever the names and the order: `needs 2 arguments and
 * gets 1 at most`; `undefined` where some call can.
 */
export function neverFits(own: readonly Taker[], signatures: readonly Signature[]): string | undefined {
  const [needed, most] = [neededBy(own), mostOf(own)];
  const gives = Math.max(...signatures.map(mostOf));
  if (needed > gives) return `needs ${counted(needed)} where it gets ${gives} at most`;
  const asked = Math.min(...signatures.map(neededBy));
  if (most < asked) return `takes ${counted(most)} where it gets ${asked}`;
  return undefined;
}

function counted(count: number): string {
  return count === 1 ? "1 argument" : `${count} arguments`;
}

function neededBy(parameters: readonly Taker[]): number {
  return parameters.filter(({ kind, defaultValue }) => !kind.startsWith("var-") && defaultValue === null)
    .length;
}

function mostOf(parameters: readonly Taker[]): number {
  return parameters.some(({ kind }) => kind.startsWith("var-"))
    ? Number.POSITIVE_INFINITY
    : parameters.length;
}
