import type { Library } from "./known-libraries.ts";
import { libraryOf } from "./libraries.ts";
import {
  type LibraryClass,
  type LibraryMakers,
  type LibraryMember,
  readLibraryClass,
  readMakers,
} from "./library-class.ts";

/** A module's lines, not read yet. */
interface Written {
  /** What it has besides its own classes. */
  readonly makers: string;
  readonly classes: Map<string, string>;
}

interface Shelf {
  readonly modules: ReadonlyMap<string, Written>;
  /** The names that the library gives objects from outside of their classes. */
  readonly given: ReadonlySet<string>;
}

const shelves = new Map<Library, Shelf>();
const classes = new Map<string, LibraryClass | undefined>();
const makers = new Map<string, LibraryMakers>();

/**
 * The lines of a library's classes; made when somebody first asks for one. The first has the names given from outside, then
 * comes a line of each module and below it, with a space before them, those of its classes.
 */
function shelfOf(library: Library): Shelf {
  const held = shelves.get(library);
  if (held) return held;
  const [given = "", ...lines] = library.linesOf("classes");
  const modules = new Map<string, Written>();
  let written: Written | undefined;
  for (const line of lines) {
    if (line.startsWith(" ")) {
      const text = line.slice(1);
      written?.classes.set(text.slice(0, text.search(/[*< ]|$/)), text);
      continue;
    }
    const end = line.search(/ |$/);
    written = { makers: line.slice(end + 1), classes: new Map() };
    modules.set(line.slice(0, end), written);
  }
  const shelf = { modules, given: new Set(given.split(" ")) };
  shelves.set(library, shelf);
  return shelf;
}

/** The classes that a dotted name stands for in any release; none where it is no known library's class. */
export function libraryClassesOf(dotted: string): readonly LibraryClass[] {
  const place = placeOf(dotted);
  if (!place) return [];
  // a class that other releases define elsewhere is among the other names too
  const names = makersOf(place)?.aliases.get(place.name);
  const places = names ? names.map(placeOf) : [place];
  return places.flatMap((one) => (one && classAt(one)) ?? []);
}

/**
 * The classes of what a call of a dotted name gives: of a class, a function, or a method that is called by its class.
 *
 * @param gives - whether the call gives, or may give, a parameter of that name
 */
export function classesMade(dotted: string, gives: (parameter: string) => boolean): readonly LibraryClass[] {
  const place = placeOf(dotted);
  if (!place) return [];
  const made = libraryClassesOf(dotted);
  if (made.length > 0) return made;
  const { module, name } = place;
  const given = makersOf(place)?.made.get(name);
  if (given)
    return given.unless !== undefined && gives(given.unless)
      ? []
      : given.classes.flatMap((one) => libraryClassesOf(one));
  const holders = module === "" ? [] : libraryClassesOf(module);
  return holders.length === 0 ? [] : classesGiven(holders, name);
}

/** The classes of what a method gives that is called on an object of one of the classes. */
export function classesGiven(holders: readonly LibraryClass[], name: string): readonly LibraryClass[] {
  const found = holders.map((one) => {
    const search = memberIn([one], name);
    if (search.isOpen || search.members.length === 0) return [];
    const given = search.members.map(({ gives }) =>
      gives === "self" ? [one] : (gives ?? []).flatMap((each) => libraryClassesOf(each)),
    );
    return given.some((each) => each.length === 0) ? [] : given.flat();
  });
  return found.some((each) => each.length === 0) ? [] : [...new Set(found.flat())];
}

/** What objects of classes have under a name. */
interface MemberSearch {
  readonly members: readonly LibraryMember[];
  /** Whether there may be others, which are not known. */
  readonly isOpen: boolean;
}

/** What objects of any of the classes have under a name, in any release. */
export function memberIn(holders: readonly LibraryClass[], name: string): MemberSearch {
  const members: LibraryMember[] = [];
  let isOpen = false;
  const seen = new Set<string>();
  const ask = (one: LibraryClass) => {
    if (seen.has(one.name)) return;
    seen.add(one.name);
    const own = one.members.get(name);
    if (own) members.push(own);
    if (own?.isEverywhere) return;
    if (!one.isClosed) isOpen = true;
    for (const base of one.bases) {
      if (BUILTIN.test(base)) {
        if (OF_EXCEPTIONS.test(name)) members.push(PLAIN);
        continue;
      }
      const known = libraryClassesOf(base);
      if (known.length === 0) isOpen = true;
      for (const above of known) ask(above);
    }
  };
  for (const one of holders) ask(one);
  return { members, isOpen };
}

const PLAIN: LibraryMember = { signatures: [], isEverywhere: true, isHook: false, gives: undefined };

/** The language's own exceptions have no other members than those of all. */
const BUILTIN = /^[A-Z]\w+$/;

const OF_EXCEPTIONS = /^(args|message|with_traceback|add_note)$/;

/** Whether every member is told that objects of the classes have in any release. */
export function areClosed(holders: readonly LibraryClass[]): boolean {
  return holders.length > 0 && !memberIn(holders, NOBODYS).isOpen;
}

/** A name that no class has, so that all are asked. */
const NOBODYS = "-";

/** Whether no object of the classes has a public member of the name in any release. */
export function lacksMember(holders: readonly LibraryClass[], name: string): boolean {
  if (holders.length === 0 || name.startsWith("_")) return false;
  const { members, isOpen } = memberIn(holders, name);
  if (isOpen || members.length > 0) return false;
  return !isGivenByLibrary(holders, name);
}

/** Whether the library of one of the classes gives some object of its own the name. */
export function isGivenByLibrary(holders: readonly LibraryClass[], name: string): boolean {
  return librariesOf(holders).some((library) => shelfOf(library).given.has(name));
}

/** Whether a class, or one above it in any release, is one of the classes. */
export function isBelow(one: LibraryClass, classesAbove: ReadonlySet<LibraryClass>, depth = 0): boolean {
  if (classesAbove.has(one)) return true;
  if (depth > 8) return false;
  return one.bases.some((base) =>
    libraryClassesOf(base).some((above) => isBelow(above, classesAbove, depth + 1)),
  );
}

/** Every class of the library that has one of the classes above it, those themselves too. */
export function classesBelow(above: readonly LibraryClass[]): readonly LibraryClass[] {
  const wanted = new Set(above);
  return librariesOf(above).flatMap((library) =>
    [...shelfOf(library).modules].flatMap(([module, { classes: lines }]) =>
      [...lines.keys()].flatMap((name) => {
        const one = classAt({ library, module, name });
        return one && isBelow(one, wanted) ? [one] : [];
      }),
    ),
  );
}

function librariesOf(holders: readonly LibraryClass[]): readonly Library[] {
  return [...new Set(holders.flatMap(({ name }) => libraryOf(name)?.library ?? []))];
}

/** Where a name of a library stands. */
interface Place {
  readonly library: Library;
  readonly module: string;
  readonly name: string;
}

function placeOf(dotted: string): Place | undefined {
  const found = libraryOf(dotted);
  if (!found) return undefined;
  const at = found.today.lastIndexOf(".");
  return {
    library: found.library,
    module: found.today.slice(0, Math.max(at, 0)),
    name: found.today.slice(at + 1),
  };
}

function classAt({ library, module, name }: Place): LibraryClass | undefined {
  const line = shelfOf(library).modules.get(module)?.classes.get(name);
  if (line === undefined) return undefined;
  const key = `${module}.${name}`;
  const held = classes.get(key);
  if (held) return held;
  const found = readLibraryClass(line, { root: library.root, module });
  classes.set(key, found);
  return found;
}

function makersOf({ library, module }: Place): LibraryMakers | undefined {
  const written = shelfOf(library).modules.get(module);
  if (!written) return undefined;
  const held = makers.get(module);
  if (held) return held;
  const found = readMakers(written.makers, { root: library.root, module });
  makers.set(module, found);
  return found;
}
