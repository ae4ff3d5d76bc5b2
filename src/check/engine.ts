import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Has V8 optimise a function later than it would, and take less of other functions into it.
 *
 * Rules are much code, of which each piece runs for some tens of milliseconds on a whole tree: most of what V8 would
 * optimise never pays for it, and on few cores it takes the time of those who work. `docs/performance.md` has figures.
 */
export function optimizeLate(): void {
  setFlagsFromString("--interrupt-budget=400000");
  setFlagsFromString("--max-inlined-bytecode-size-cumulative=300");
}

/**
 * Frees what was let go of, for those who know that it was much: V8 waits until the heap has grown, and does not see how
 * much memory native trees take.
 *
 * The native parser frees its trees in a later turn of the event loop.
 */
export async function collectGarbage(): Promise<void> {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  setFlagsFromString("--no-expose-gc");
  if (typeof collect === "function") collect();
  await new Promise((resolve) => setImmediate(resolve));
}
