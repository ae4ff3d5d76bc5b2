import type { FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { PlacedClass, ProjectFacts } from "../tree/project.ts";
import { pathsWithWord } from "../tree/word-index.ts";

/**
 * Whether an instance of a class may come to run a method that the class inherits.
 *
 * A public method may be called by anyone. A private one (`_name`) needs a method of the class, its own or inherited,
 * that names it and may run itself: where a subclass replaces all of those, the inherited code is dead.
 *
 * @param order the class and its ancestors, nearest first
 */
export function mayRunOn(
  project: ProjectFacts,
  order: readonly PlacedClass[],
  method: FunctionFacts,
  seen: ReadonlySet<FunctionFacts> = new Set(),
): boolean {
  if (!/^_(?!_)/.test(method.name)) return true;
  const naming = new RegExp(`\\b${method.name}\\b`);
  const members = order.flatMap((placed) => methodsNaming(placed, naming));
  if (members.length === 0) return isNamedElsewhere(project, order, method.name);
  const inner = new Set([...seen, method]);
  return members.some(
    (member) =>
      member !== method &&
      !inner.has(member) &&
      isEffective(order, member) &&
      mayRunOn(project, order, member, inner),
  );
}

function methodsNaming({ class: facts }: PlacedClass, naming: RegExp): readonly FunctionFacts[] {
  return [...facts.methods.values()].filter((method) => {
    const { node } = method;
    const body = node.field("body")?.text ?? "";
    return naming.test(body) || method.decorators.some((decorator) => naming.test(decorator.node.text));
  });
}

/** Whether the method is the one that the class has, or one that a nearer class hands on to by `super()`. */
function isEffective(order: readonly PlacedClass[], member: FunctionFacts): boolean {
  for (const { class: facts } of order) {
    const found = facts.methods.get(member.name);
    if (found === member) return true;
    if (found && !new RegExp(`\\.${member.name}\\(`).test(found.node.field("body")?.text ?? "")) return false;
  }
  return true;
}

/** A private name that no method of the class spells may still be reached from outside of it: a mixin, `getattr`. */
function isNamedElsewhere(project: ProjectFacts, order: readonly PlacedClass[], name: string): boolean {
  const own = new Set<ModuleFacts["path"]>(order.map(({ module }) => module.path));
  return pathsWithWord(project, name).some((path) => !own.has(path));
}
