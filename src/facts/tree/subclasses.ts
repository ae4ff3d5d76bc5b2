import type { SyntaxNode } from "../../parse/tree.ts";
import type { ClassFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { dottedName } from "../module/syntax.ts";
import type { PlacedClass, PlacedFunction, ProjectFacts } from "./project.ts";
import { pathsWithBase } from "./word-index.ts";

/** Every class of the tree that has the given one among its known ancestors; parses the modules that name it. */
export function subclassesOf(project: ProjectFacts, placed: PlacedClass): readonly PlacedClass[] {
  return project.onceFor(placed.class, "subclasses", () => {
    const found = new Map<ClassFacts, PlacedClass>();
    const open = [placed];
    for (let next = open.pop(); next; next = open.pop()) {
      const fresh = [...directSubclasses(project, next)].filter((child) => !found.has(child.class));
      for (const child of fresh) found.set(child.class, child);
      open.push(...fresh);
    }
    return [...found.values()];
  });
}

function* directSubclasses(project: ProjectFacts, placed: PlacedClass): Generator<PlacedClass> {
  for (const path of pathsWithBase(project, placed.class.name)) {
    const module = project.module(path);
    for (const facts of module?.classes ?? [])
      if (module && isDirectlyBelow(project, { module, class: facts }, placed))
        yield { module, class: facts };
  }
}

function isDirectlyBelow(project: ProjectFacts, child: PlacedClass, parent: PlacedClass): boolean {
  const { name } = parent.class;
  if (child.class === parent.class) return false;
  const bases = child.class.bases.filter((base) => base.text === name || base.text.endsWith(`.${name}`));
  if (bases.length === 0) return false;
  const isKnown = project.classOrder(child).classes.some((known) => known.class === parent.class);
  return isKnown || bases.some((base) => mayBeImported(child.module, base, parent));
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
