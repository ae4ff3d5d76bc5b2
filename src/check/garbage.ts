import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

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
