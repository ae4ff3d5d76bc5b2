import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import { dottedName } from "../module/syntax.ts";
import type { PlacedClass, PlacedFunction, ProjectFacts } from "./project.ts";
import { pathsWithBase } from "./word-index.ts";

/** Every class of the tree that has the given one among its known ancestors; parses the modules that name it. */
export function subclassesOf(project: ProjectFacts, placed: PlacedClass): readonly PlacedClass[] {
  return project.onceFor(placed.class, "subclasses", () => {
    const found: PlacedClass[] = [];
    const open = [placed];
    for (let next = open.pop(); next; next = open.pop()) {
      for (const child of directSubclasses(project, next)) {
        if (found.some((held) => held.class === child.class)) continue;
        found.push(child);
        open.push(child);
      }
    }
    return found;
  });
}

function* directSubclasses(project: ProjectFacts, placed: PlacedClass): Generator<PlacedClass> {
  const { name } = placed.class;
  for (const path of pathsWithBase(project, name)) {
    const module = project.module(path);
    for (const facts of module?.classes ?? []) {
      if (!module || facts === placed.class) continue;
      const bases = facts.bases.filter((base) => base.text === name || base.text.endsWith(`.${name}`));
      if (bases.length === 0) continue;
      const child = { module, class: facts };
      const { classes } = project.classOrder(child);
      const isBelow = classes.some((known) => known.class === placed.class);
      if (isBelow || bases.some((base) => mayBeImported(module, base, placed))) yield child;
    }
  }
}

/**
 * Whether one of several imports of a base is the class: `try: from new import shop`, `except ImportError: from old
 * import shop`.
 */
function mayBeImported({ imports }: ModuleFacts, base: SyntaxNode, placed: PlacedClass): boolean {
  const [first = "", ...rest] = (dottedName(base) ?? "").split(".");
  const ofName = imports.filter(({ local }) => local === first);
  const wanted = `${placed.module.name}.${placed.class.name}`;
  return ofName.length > 1 && ofName.some(({ target }) => [target, ...rest].join(".") === wanted);
}

/** The definitions of a method in the classes below the given one. */
export function overridesOf(
  project: ProjectFacts,
  placed: PlacedClass,
  name: string,
): readonly PlacedFunction[] {
  return subclassesOf(project, placed).flatMap(({ module, class: facts }) => {
    const method = facts.methods.get(name);
    return method ? [{ module, function: method }] : [];
  });
}
