import type { ImportFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { firstPart } from "../module/module-names.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { libraryFacts } from "./library-facts.ts";
import { type LibraryModule, readLibraryModule } from "./library-module.ts";

interface Shelf {
  /** Words that lines have numbers for. */
  readonly common: readonly string[];
  /** Packages as they are called today, by all of their names: `oslo_utils` by `oslo_utils` and by `oslo.utils`. */
  readonly roots: ReadonlyMap<string, string>;
  /** By a module's name its library, and its line until somebody asks for it. */
  readonly lines: ReadonlyMap<string, { readonly library: string; readonly line: string }>;
}

let shelf: Shelf | undefined;
const read = new Map<string, LibraryModule>();

/** The lines of all libraries, not read yet; made when a tree first imports something. */
function shelfOf(): Shelf {
  if (shelf) return shelf;
  const roots = new Map<string, string>();
  const lines = new Map<string, { library: string; line: string }>();
  const [common = "", ...rest] = libraryFacts().trim().split("\n");
  let library = "";
  for (const line of rest) {
    if (line.startsWith(" ")) {
      const name = line.slice(1, line.indexOf(" ", 1) < 0 ? undefined : line.indexOf(" ", 1));
      lines.set(name, { library, line: line.slice(1) });
      continue;
    }
    const [name = "", release = "", ...packages] = line.split(" ");
    library = `${name} ${release}`;
    for (const one of packages) roots.set(one, packages[0] ?? one);
  }
  shelf = { common: common.split(" "), roots, lines };
  return shelf;
}

/** The dotted name as the library's packages are called today; `undefined` where it is no known library's. */
export function todaysName(dotted: string): string | undefined {
  const { roots } = shelfOf();
  const first = dotted.indexOf(".");
  const second = first < 0 ? -1 : dotted.indexOf(".", first + 1);
  for (const end of [first, second]) {
    const root = end < 0 ? dotted : dotted.slice(0, end);
    const today = roots.get(root);
    if (today !== undefined) return today + dotted.slice(root.length);
  }
  return undefined;
}

function moduleNamed(name: string): LibraryModule | undefined {
  const held = read.get(name);
  if (held) return held;
  const found = shelfOf().lines.get(name);
  if (!found) return undefined;
  const module = readLibraryModule(found.library, found.line, shelfOf().common);
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
  const today = todaysName(dotted);
  const parts = today?.split(".") ?? [];
  for (let length = parts.length; length > 0; length--) {
    const module = moduleNamed(parts.slice(0, length).join("."));
    if (module) return { module, rest: parts.slice(length) };
  }
  return undefined;
}

/** Whether no release of the library has a name in its module; private names are nobody's to ask for. */
export function lacksName({ names, isOpen }: LibraryModule, name: string): boolean {
  return !isOpen && !names.has(name) && !name.startsWith("_");
}
