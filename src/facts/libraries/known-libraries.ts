import { readLibraryLines } from "../../checkout/library-files.ts";

/** A library that something is known of. */
export interface Library {
  /** As its repository is called, with the newest release that was read: `oslo.utils 10.1.1`. */
  readonly title: string;
  /** Its package as it is called today. */
  readonly root: string;
  /** The lines of a file about it: what its modules have, or what its classes have. Read at the first call. */
  readonly linesOf: (kind: "names" | "classes") => readonly string[];
}

let known: ReadonlyMap<string, Library> | undefined;

/** The known libraries by all names of their packages: `oslo.utils` is there by `oslo_utils` and by `oslo.utils`. */
export function knownLibraries(): ReadonlyMap<string, Library> {
  known ??= new Map(readLibraryLines("index.txt").flatMap(packagesOf));
  return known;
}

function packagesOf(line: string): readonly [string, Library][] {
  const [name = "", release = "", ...packages] = line.split(" ");
  const library: Library = {
    title: `${name} ${release}`,
    root: packages[0] ?? name,
    // a file each: a tree uses some libraries, and of most of them no class
    linesOf: (kind) => readLibraryLines(`${kind}/${name}.txt`),
  };
  return packages.map((one) => [one, library]);
}
