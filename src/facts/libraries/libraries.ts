import type { ImportFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { firstPart } from "../module/module-names.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { knownLibraries, type Library } from "./known-libraries.ts";
import { type LibraryModule, readLibraryModule } from "./library-module.ts";

const shelves = new Map<Library, ReadonlyMap<string, string>>();
const read = new Map<string, LibraryModule>();

/** By the names of a library's modules their lines, which are read when somebody asks for them. */
function linesOf(library: Library): ReadonlyMap<string, string> {
  const held = shelves.get(library);
  if (held) return held;
  const lines = new Map(library.linesOf("names").map((line) => [firstWord(line), line]));
  shelves.set(library, lines);
  return lines;
}

function firstWord(line: string): string {
  const end = line.indexOf(" ");
  return end < 0 ? line : line.slice(0, end);
}

/** The library of a dotted name, and the name as the library's packages are called today. */
export function libraryOf(dotted: string): { readonly library: Library; readonly today: string } | undefined {
  const first = dotted.indexOf(".");
  const second = first < 0 ? -1 : dotted.indexOf(".", first + 1);
  for (const end of [first, second]) {
    const root = end < 0 ? dotted : dotted.slice(0, end);
    const library = knownLibraries().get(root);
    if (library) return { library, today: library.root + dotted.slice(root.length) };
  }
  return undefined;
}

/** The dotted name as the library's packages are called today; `undefined` where it is no known library's. */
export function todaysName(dotted: string): string | undefined {
  return libraryOf(dotted)?.today;
}

function moduleNamed(library: Library, name: string): LibraryModule | undefined {
  const held = read.get(name);
  if (held) return held;
  const line = linesOf(library).get(name);
  if (line === undefined) return undefined;
  const module = readLibraryModule(library.title, line);
  read.set(name, module);
  return module;
}

/** What a module imports of known libraries; a library that is the tree's own is none. */
export function importsOfLibraries(project: ProjectFacts, module: ModuleFacts): readonly ImportFacts[] {
  return project.latest(module, "imports of libraries", () =>
    module.imports.filter(
      ({ module: name }) => todaysName(name) !== undefined && project.pathOf(firstPart(name)) === undefined,
    ),
  );
}

/** A name in a library: the module that is known, and what is asked of it. */
export interface LibraryName {
  readonly module: LibraryModule;
  /** What comes after the module in the dotted name, `[]` for the module itself. */
  readonly rest: readonly string[];
}

/** The known module of a dotted name, and what the name says after it. */
export function libraryName(dotted: string): LibraryName | undefined {
  const found = libraryOf(dotted);
  const parts = found?.today.split(".") ?? [];
  for (let length = parts.length; found && length > 0; length--) {
    const module = moduleNamed(found.library, parts.slice(0, length).join("."));
    if (module) return { module, rest: parts.slice(length) };
  }
  return undefined;
}

/** Whether no release of the library has a name in its module; private names are nobody's to ask for. */
export function lacksName({ names, isOpen }: LibraryModule, name: string): boolean {
  return !isOpen && !names.has(name) && !name.startsWith("_");
}
