import { argumentsOf } from "../module/calls.ts";
import { stringValue } from "../module/syntax.ts";
import type { PlacedClass, ProjectFacts } from "../tree/project.ts";
import { isRegistered } from "../tree/registered-objects.ts";
import { pathsWithClass } from "../tree/word-index.ts";

/** The class of a field of a versioned object: that of `Coin` where its fields say `'coin': fields.ObjectField('Coin')`. */
export function classOfField(
  project: ProjectFacts,
  holder: PlacedClass,
  name: string,
): PlacedClass | undefined {
  return classNamedBy(project, holder, name, /(^|\.)ObjectField$/);
}

/** The class of what a list of versioned objects holds: `'objects': fields.ListOfObjectsField('Coin')`. */
export function classInList(
  project: ProjectFacts,
  list: PlacedClass,
  name = "objects",
): PlacedClass | undefined {
  return classNamedBy(project, list, name, /(^|\.)ListOfObjectsField$/);
}

function classNamedBy(
  project: ProjectFacts,
  holder: PlacedClass,
  name: string,
  maker: RegExp,
): PlacedClass | undefined {
  for (const { class: facts } of project.classOrder(holder).classes) {
    const [binding] = facts.scope.bindings.get("fields") ?? [];
    const value = binding?.kind === "assignment" ? binding.value : null;
    if (value?.type !== "dictionary") continue;
    const pair = value.namedChildren.find((child) => stringValue(child.field("key")) === name);
    const field = pair?.field("value");
    if (!field) continue;
    if (!maker.test(field.field("function")?.text ?? "")) return undefined;
    const passed = argumentsOf(field);
    const named = stringValue(passed[0]?.value);
    const isOpen = passed.some((argument) => argument.kind === "keyword" && argument.name === "subclasses");
    return named === undefined || isOpen ? undefined : registeredAs(project, named);
  }
  return undefined;
}

/** The one class that registers itself under the name. */
function registeredAs(project: ProjectFacts, name: string): PlacedClass | undefined {
  return project.once(`object ${name}`, () => {
    const found = pathsWithClass(project, name).flatMap((path) => {
      const module = project.module(path);
      return (module?.classes ?? []).flatMap((facts) =>
        module && facts.name === name && isRegistered(project, { module, class: facts })
          ? [{ module, class: facts }]
          : [],
      );
    });
    return found.length === 1 ? found[0] : undefined;
  });
}
