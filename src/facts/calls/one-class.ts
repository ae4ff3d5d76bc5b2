import type { PlacedClass } from "../tree/project.ts";

/** The one class of all values; `undefined` where there are none, or one's is not known or another. It asks no further then. */
export function oneClass<Value>(
  values: Iterable<Value>,
  classOf: (value: Value) => PlacedClass | null | undefined,
): PlacedClass | undefined {
  let only: PlacedClass | undefined;
  for (const value of values) {
    const placed = classOf(value);
    if (!placed || (only && only.class !== placed.class)) return undefined;
    only = placed;
  }
  return only;
}
