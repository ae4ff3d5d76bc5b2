import type { LibraryClass } from "./library-class.ts";
import { libraryClassesOf } from "./library-classes-shelf.ts";

/**
 * Whether a class of a library has another one above it, or is it, in whatever release: the data hold the bases of all
 * releases together, and each of them must lead there.
 *
 * @param derived - dotted, as it is imported
 * @param base - the same
 */
export function isAlwaysBelow(derived: string, base: string): boolean {
  const above = new Set(libraryClassesOf(base));
  const named = libraryClassesOf(derived);
  return above.size > 0 && named.length > 0 && named.every((one) => leadsTo(one, above, 0));
}

function leadsTo(one: LibraryClass, above: ReadonlySet<LibraryClass>, depth: number): boolean {
  if (above.has(one)) return true;
  if (depth > 8 || one.bases.length === 0) return false;
  return one.bases.every((name) => {
    const bases = libraryClassesOf(name);
    return bases.length > 0 && bases.every((base) => leadsTo(base, above, depth + 1));
  });
}
