import type { SyntaxNode } from "../../parse/tree.ts";
import { literally } from "../../text/literally.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { descendsFrom } from "../tree/class-order.ts";
import type { PlacedClass, ProjectFacts } from "../tree/project.ts";
import { methodAround } from "../tree/receiver.ts";
import { pathsWithWord } from "../tree/word-index.ts";

/**
 * Whether an instance of a class may come to run a method that the class inherits.
 *
 * A public method may be called by anyone, unless all that calls it in the tree are other classes, each on itself. A private one
 * (`_name`) needs a method of the class, its own or inherited, that names it and may run itself: where a subclass replaces all of
 * those, the inherited code is dead.
 *
 * @param order the class and its ancestors, nearest first
 */
export function mayRunOn(
  project: ProjectFacts,
  order: readonly PlacedClass[],
  method: FunctionFacts,
  seen: ReadonlySet<FunctionFacts> = new Set(),
): boolean {
  if (!/^_(?!_)/.test(method.name)) return !isForOthers(project, order, method, seen);
  const naming = new RegExp(`\\b${literally(method.name)}\\b`);
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

/**
 * Whether a public method is one that other classes alone call on themselves, or methods of these classes that run as little: then
 * a subclass has it from its base and never comes to it.
 */
function isForOthers(
  project: ProjectFacts,
  order: readonly PlacedClass[],
  method: FunctionFacts,
  seen: ReadonlySet<FunctionFacts>,
): boolean {
  const [own] = order;
  if (asksByItsName(method)) return !order.some((placed) => callsOnItself(placed, method.name));
  // what a library's base calls is not seen
  if (method.name.startsWith("__") || !own || !project.classOrder(own).complete) return false;
  const uses = usesOfThemselves(project, method.name);
  if (uses.length === 0) return false;
  const inner = new Set([...seen, method]);
  return uses.every(({ module, node }) => {
    const around = project.classAround(module, node);
    const caller = methodAround(module, node);
    if (!around || !caller) return false;
    if (!order.some(({ class: facts }) => facts === around.class))
      return !descendsFrom(project, around, own.class);
    return inner.has(caller) || !isEffective(order, caller) || !mayRunOn(project, order, caller, inner);
  });
}

/** `def nova(self): return self.client('nova')`: whoever wants it of the class asks the class for it. */
function asksByItsName({ name, node }: FunctionFacts): boolean {
  const body = node.field("body")?.text ?? "";
  return new RegExp(`^return self\\.\\w+\\(['"]${literally(name)}['"]\\)$`).test(body.trim());
}

function callsOnItself({ class: facts }: PlacedClass, name: string): boolean {
  return facts.node.text.includes(`self.${name}(`);
}

interface Use {
  readonly module: ModuleFacts;
  readonly node: SyntaxNode;
}

/** The places `self.name` of the tree; none where the name is also asked of something else, or spelt in a text. */
function usesOfThemselves(project: ProjectFacts, name: string): readonly Use[] {
  return project.once(`uses of themselves ${name}`, () => {
    const uses: Use[] = [];
    for (const path of pathsWithWord(project, name)) {
      const text = project.text(path) ?? "";
      if (new RegExp(`['"]${literally(name)}['"]`).test(text)) return [];
      const module = text.includes(`.${name}`) ? project.module(path) : undefined;
      for (const node of module?.tree.ofType("attribute") ?? []) {
        if (!module || node.field("attribute")?.text !== name) continue;
        const object = node.field("object")?.text ?? "";
        if (!/^(?:self|cls|super\(.*\))$/.test(object)) return [];
        // an override that goes on with its base's says nothing of who calls it
        if (!object.startsWith("super(") || module.functionAround(node)?.name !== name)
          uses.push({ module, node });
      }
    }
    return uses;
  });
}

function methodsNaming({ class: facts }: PlacedClass, naming: RegExp): readonly FunctionFacts[] {
  return [...facts.methods.values()].filter(({ node }) => naming.test(node.field("body")?.text ?? ""));
}

/** Whether the method is the one that the class has, or one that a nearer class hands on to by `super()`. */
function isEffective(order: readonly PlacedClass[], member: FunctionFacts): boolean {
  for (const { class: facts } of order) {
    const found = facts.methods.get(member.name);
    if (found === member) return true;
    if (found && !new RegExp(`\\.${literally(member.name)}\\(`).test(found.node.field("body")?.text ?? ""))
      return false;
  }
  return true;
}

/** A private name that no method of the class spells may still be reached from outside of it: a mixin, `getattr`. */
function isNamedElsewhere(project: ProjectFacts, order: readonly PlacedClass[], name: string): boolean {
  const own = new Set<ModuleFacts["path"]>(order.map(({ module }) => module.path));
  return pathsWithWord(project, name).some((path) => !own.has(path));
}
