import { todaysName } from "./libraries.ts";
import {
  type LibraryClass,
  type LibraryMakers,
  type LibraryMember,
  readLibraryClass,
  readMakers,
} from "./library-class.ts";
import { libraryClasses } from "./library-classes.ts";

interface Written {
  readonly root: string;
  readonly words: string;
  readonly classes: Map<string, string>;
}

interface Shelf {
  readonly common: readonly string[];
  readonly modules: ReadonlyMap<string, Written>;
  /** By a library's package the names that it gives objects from outside of their classes. */
  readonly given: ReadonlyMap<string, ReadonlySet<string>>;
}

let shelf: Shelf | undefined;
const classes = new Map<string, LibraryClass | undefined>();
const makers = new Map<string, LibraryMakers>();

/** The lines of all classes, not read yet; made when somebody first asks for one. */
function shelfOf(): Shelf {
  if (shelf) return shelf;
  const [common = "", ...lines] = libraryClasses().trim().split("\n");
  const modules = new Map<string, Written>();
  const given = new Map<string, ReadonlySet<string>>();
  let [root, written] = ["", undefined as Written | undefined];
  for (const line of lines) {
    const start = line.startsWith("  ") ? 2 : line.startsWith(" ") ? 1 : 0;
    const text = line.slice(start);
    const end = text.search(start === 2 ? /[*< ]|$/ : / |$/);
    const [name, rest] = [text.slice(0, end), text.slice(end + 1)];
    if (start === 2) written?.classes.set(name, text);
    else if (start === 1) {
      written = { root, words: rest, classes: new Map() };
      modules.set(name, written);
    } else {
      root = name;
      given.set(name, new Set(rest.split(" ")));
    }
  }
  shelf = { common: common.split(" "), modules, given };
  return shelf;
}

/** The classes that a dotted name stands for in any release; none where it is no known library's class. */
export function libraryClassesOf(dotted: string): readonly LibraryClass[] {
  // asked first: who imports no library never has the lines of classes read
  if (todaysName(dotted) === undefined) return [];
  const [module, name] = placeOf(dotted);
  // a class that other releases define elsewhere is among the other names too
  const names = makersOf(module)?.aliases.get(name);
  if (names) return names.flatMap((one) => classAt(...placeOf(one)) ?? []);
  const own = classAt(module, name);
  return own ? [own] : [];
}

/**
 * The classes of what a call of a dotted name gives: of a class, a function, or a method that is called by its class.
 *
 * @param gives - whether the call gives, or may give, a parameter of that name
 */
export function classesMade(dotted: string, gives: (parameter: string) => boolean): readonly LibraryClass[] {
  if (todaysName(dotted) === undefined) return [];
  const made = libraryClassesOf(dotted);
  if (made.length > 0) return made;
  const [module, name] = placeOf(dotted);
  const given = makersOf(module)?.made.get(name);
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
  return holders.some((one) =>
    shelfOf()
      .given.get(one.name.split(".", 1)[0] ?? "")
      ?.has(name),
  );
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
  const roots = new Set(above.map(({ name }) => name.split(".", 1)[0]));
  const found: LibraryClass[] = [];
  for (const [module, written] of shelfOf().modules) {
    if (!roots.has(written.root)) continue;
    for (const name of written.classes.keys()) {
      const one = classAt(module, name);
      if (one && isBelow(one, wanted)) found.push(one);
    }
  }
  return found;
}

function placeOf(dotted: string): [string, string] {
  const today = todaysName(dotted) ?? dotted;
  const at = today.lastIndexOf(".");
  return [today.slice(0, Math.max(at, 0)), today.slice(at + 1)];
}

function classAt(module: string, name: string): LibraryClass | undefined {
  const written = shelfOf().modules.get(module);
  const line = written?.classes.get(name);
  if (!written || line === undefined) return undefined;
  const key = `${module}.${name}`;
  const held = classes.get(key);
  if (held) return held;
  const found = readLibraryClass(line, { common: shelfOf().common, root: written.root, module });
  classes.set(key, found);
  return found;
}

function makersOf(module: string): LibraryMakers | undefined {
  const written = shelfOf().modules.get(module);
  if (!written) return undefined;
  const held = makers.get(module);
  if (held) return held;
  const found = readMakers(written.words, { common: shelfOf().common, root: written.root, module });
  makers.set(module, found);
  return found;
}
