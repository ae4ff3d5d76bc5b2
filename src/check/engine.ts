import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/**
 * Has V8 optimise a function later than it would, and take less of other functions into it.
 *
 * Rules are much code, of which each piece runs for some tens of milliseconds on a whole tree: most of what V8 would
 * optimise never pays for it, and on few cores it takes the time of those who work. `docs/performance.md` has figures.
 */
export function optimizeLate(): void {
  for (const flag of lateFlags(process.versions.v8)) setFlagsFromString(flag);
}

/** The flags by the version of V8, which complains of those it does not know. */
export function lateFlags(version: string): readonly string[] {
  const major = Number(version.split(".")[0]);
  // V8 counted the bytes that a function ran, and counts its calls since.
  const threshold = major < 12 ? "--interrupt-budget=400000" : "--invocation-count-for-turbofan=20000";
  return [threshold, "--max-inlined-bytecode-size-cumulative=300"];
}

/** What of new objects V8 keeps apart, in bytes, both halves: enough that few of them outlive it. */
const YOUNG = 16 * 2 ** 20;

/** The flag that keeps the space for new objects from growing. */
export const NO_MORE_GROWTH = "--semi-space-growth-factor=1";

let isYoungBounded = false;

/**
 * Has V8 let the space for new objects grow no further, once it is large enough; to be asked again and again, since V8 takes
 * a limit of it only as it starts. V8 13 would let it grow to 128 MB, and reading a tree has it do so at once.
 */
export function boundYoungSpace(): void {
  if (isYoungBounded) return;
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space");
  if (!young || young.space_size < YOUNG) return;
  setFlagsFromString(NO_MORE_GROWTH);
  isYoungBounded = true;
}

/** The heap grows by so much of what is held, in percent, before V8 looks for garbage; by itself it may double and more. */
export const HEAP_GROWTH = "--heap-growing-percent=40";

/**
 * Has V8 look for garbage often, for those who let go of much as they go.
 *
 * To ask for a collection would be simpler, and costs a quarter of the time: with the last object of a shape V8 throws
 * away the code that it optimised for it, and it does so at once when the collection is asked for.
 */
export function collectOften(): void {
  setFlagsFromString(HEAP_GROWTH);
}
