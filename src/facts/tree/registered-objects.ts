import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import { metaclassOf } from "./metaclass.ts";
import type { Meaning, PlacedClass, ProjectFacts } from "./project.ts";
import { pathsWithWord } from "./word-index.ts";

/**
 * The meaning of a name, with one thing more than the project knows: `objects.Instance` where `objects` is a
 * package whose classes register themselves (oslo.versionedobjects sets them as attributes of the package).
 */
export function meaningWithRegistry(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): Meaning {
  const meaning = project.meaning(module, node);
  if (meaning.kind !== "unknown") return meaning;
  const object = node.type === "attribute" ? node.field("object") : null;
  const name = node.field("attribute")?.text;
  if (!object || !name) return meaning;
  const holder = project.meaning(module, object);
  if (holder.kind === "module" && holder.module.path.endsWith("/objects/__init__.py"))
    return registeredClass(project, holder.module, name);
  const owner = object.type === "attribute" ? meaningWithRegistry(project, module, object) : holder;
  if (owner.kind !== "class") return meaning;
  const method = project.findMethod(owner, name);
  return method ? { kind: "function", ...method } : meaning;
}

function registeredClass(project: ProjectFacts, objects: ModuleFacts, name: string): Meaning {
  return project.once(`registered ${objects.path} ${name}`, (): Meaning => {
    const folder = objects.path.slice(0, -"__init__.py".length);
    const found: PlacedClass[] = [];
    for (const path of pathsWithWord(project, name)) {
      const isHome = path.startsWith(folder) && project.text(path)?.includes(`class ${name}(`);
      const module = isHome ? project.module(path) : undefined;
      const facts = module?.scope.bindings.get(name)?.at(-1);
      if (module && facts?.kind === "class" && isRegistered(project, { module, class: facts }))
        found.push({ module, class: facts });
    }
    const [only, ...others] = found;
    return only && others.length === 0 ? { kind: "class", ...only } : { kind: "unknown" };
  });
}

/** Whether the metaclass of a class, of the tree as well, puts it into the package: `setattr(objects, name, cls)`. */
function isRegisteredByMetaclass(project: ProjectFacts, placed: PlacedClass): boolean {
  return project.classOrder(placed).classes.some((one) => {
    const metaclass = metaclassOf(one.class);
    const meaning = metaclass && project.meaning(one.module, metaclass);
    return meaning?.kind === "class" && /\bsetattr\(\s*objects\s*,/.test(meaning.class.node.text);
  });
}

/** Whether a class registers itself as an object: by a decorator, or by its metaclass. */
export function isRegistered(project: ProjectFacts, placed: PlacedClass): boolean {
  return project.onceFor(
    placed.class,
    "registers itself",
    () =>
      placed.class.decorators.some(({ name }) => name !== undefined && /[Rr]egist/.test(name)) ||
      isRegisteredByMetaclass(project, placed),
  );
}
