import { addTo } from "../../text/multimap.ts";
import type { Taker } from "./call-fit.ts";

/**
 * Reads signatures in a short form, `pop key default?, split sep= maxsplit=`: `?` may be left out, `=` too and has a name for
 * callers.
 */
export function readSignatures(written: string): ReadonlyMap<string, readonly (readonly Taker[])[]> {
  const found = new Map<string, (readonly Taker[])[]>();
  for (const signature of written.split(",")) {
    const [name = "", ...parameters] = signature.trim().split(/\s+/);
    addTo(found, name, parameters.map(takerOf));
  }
  return found;
}

function takerOf(written: string): Taker {
  return {
    name: written.replace(/[?=]$/, ""),
    kind: written.endsWith("=") ? "positional-or-keyword" : "positional-only",
    defaultValue: /[?=]$/.test(written) ? "" : null,
  };
}
