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
      if (!module || !facts.bases.some((base) => base.text === name || base.text.endsWith(`.${name}`)))
        continue;
      const child = { module, class: facts };
      const { classes } = project.classOrder(child);
      if (facts !== placed.class && classes.some((known) => known.class === placed.class)) yield child;
    }
  }
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
