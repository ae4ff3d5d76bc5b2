import { parametersIn, type Signature } from "./library-module.ts";

/** A member of a library's class, as all releases together have it. */
export interface LibraryMember {
  /** What a call may pass; none where anything goes, or it is no method. */
  readonly signatures: readonly Signature[];
  /** Whether each release of the class has it itself, so that no base's is meant. */
  readonly isEverywhere: boolean;
  /** Whether the library calls it on its users' classes: abstract, empty, or asked of `self`. */
  readonly isHook: boolean;
  /** What a call gives: "self", or an object of these classes; `undefined` where that is not known. */
  readonly gives: "self" | readonly string[] | undefined;
}

/** What all releases of a library together have in one of its classes. */
export interface LibraryClass {
  /** The dotted name under which it is defined. */
  readonly name: string;
  /** Dotted names of bases in any release: of libraries, and of the language. */
  readonly bases: readonly string[];
  /** Whether every member of its own is told. */
  readonly isClosed: boolean;
  readonly members: ReadonlyMap<string, LibraryMember>;
}

/** What a module of a library has besides its own classes: other names of classes, and what its functions make. */
export interface LibraryMakers {
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  readonly made: ReadonlyMap<string, Made>;
}

/** What a function of a library makes. */
export interface Made {
  readonly classes: readonly string[];
  /** The parameter by which a caller may have it make something else. */
  readonly unless: string | undefined;
}

/** Where a line belongs: names of the same module and of the same library are written short. */
interface Place {
  readonly root: string;
  readonly module: string;
}

/**
 * Reads the rest of a module's line: `Name=.Class,:other.Class` is another name, `make>.Class` a function that makes one,
 * `make>maker?.Class` one that makes another where it is given a `maker`.
 */
export function readMakers(words: string, place: Place): LibraryMakers {
  const [aliases, made] = [new Map<string, readonly string[]>(), new Map<string, Made>()];
  for (const word of wordsOf(words)) {
    const [, name = "", sign, unless, targets = ""] = /^(\w+)([=>])(?:(\w+)\?)?(.*)$/.exec(word) ?? [];
    const classes = namesIn(targets, place);
    if (sign === "=") aliases.set(name, classes);
    else made.set(name, { classes, unless });
  }
  return { aliases, made };
}

/**
 * Reads a class: `Name<base,base member method(a,b=)`, with `*` after the name where it may have further members. After a
 * method's signatures come `!` for a hook, `~` where some release leaves it to a base, and `>` with what it gives, nothing for
 * `self`. A name with `.` before it is one of the same module, with `:` one of the same library.
 */
export function readLibraryClass(line: string, place: Place): LibraryClass {
  const space = line.indexOf(" ");
  const [first, rest] = space < 0 ? [line, ""] : [line.slice(0, space), line.slice(space + 1)];
  const [, name = "", isOpen, bases = ""] = /^(\w+)(\*?)(?:<(.*))?$/.exec(first) ?? [];
  const members = new Map<string, LibraryMember>();
  for (const word of wordsOf(rest)) {
    const end = word.search(/\W|$/);
    members.set(word.slice(0, end), memberOf(word.slice(end), place));
  }
  return { name: `${place.module}.${name}`, bases: namesIn(bases, place), isClosed: isOpen !== "*", members };
}

const ATTRIBUTE: LibraryMember = { signatures: [], isEverywhere: true, isHook: false, gives: undefined };

function memberOf(written: string, place: Place): LibraryMember {
  const end = written.lastIndexOf(")");
  if (end < 0) return ATTRIBUTE;
  const [marks = "", gives] = written.slice(end + 1).split(">", 2);
  return {
    signatures: written.slice(1, end).split("|").map(parametersIn),
    isEverywhere: !marks.includes("~"),
    isHook: marks.includes("!"),
    gives: gives === "" ? "self" : gives === undefined ? undefined : namesIn(gives, place),
  };
}

function wordsOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(" ");
}

function namesIn(text: string, { root, module }: Place): readonly string[] {
  return text === ""
    ? []
    : text
        .split(",")
        .map((name) =>
          name.startsWith(".")
            ? `${module}${name}`
            : name.startsWith(":")
              ? `${root}.${name.slice(1)}`
              : name,
        );
}
