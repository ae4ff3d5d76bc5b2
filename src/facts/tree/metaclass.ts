import type { SyntaxNode } from "../../parse/tree.ts";
import type { ClassFacts } from "../module/definitions.ts";
import type { PlacedClass, ProjectFacts } from "./project.ts";

/** What makes a class in place of `type`: `metaclass=…`, `__metaclass__ = …`, `@six.add_metaclass(…)`, by itself. */
export function metaclassOf({ node, decorators, scope }: ClassFacts): SyntaxNode | undefined {
  const argument = node
    .field("superclasses")
    ?.namedChildren.find(
      (child) => child.type === "keyword_argument" && child.field("name")?.text === "metaclass",
    );
  const given = argument?.field("value");
  if (given) return given;
  const [binding] = scope.bindings.get("__metaclass__") ?? [];
  if (binding?.kind === "assignment" && binding.value) return binding.value;
  const added = decorators.find(({ name }) => /(^|\.)add_metaclass$/.test(name ?? ""));
  return added?.node.namedChildren[0]?.field("arguments")?.namedChildren[0];
}

/**
 * Whether a metaclass leaves what `C()` gives to the class: one of the language, or one of the tree that has no
 * `__call__`, whatever it does to the class when that is made.
 */
export function leavesInstances(
  project: ProjectFacts,
  { module }: Pick<PlacedClass, "module">,
  metaclass: SyntaxNode,
): boolean {
  if (isOfLanguage(metaclass.text)) return true;
  const meaning = project.meaning(module, metaclass);
  if (meaning.kind !== "class" || project.findMethod(meaning, "__call__")) return false;
  return project
    .classOrder(meaning)
    .classes.every((one) =>
      one.class.bases.every(
        (base) => isOfLanguage(base.text) || project.meaning(one.module, base).kind === "class",
      ),
    );
}

/** Whether a metaclass gives its classes no names of its own: an abstract class', and one that wraps methods to log them. */
export function addsNoNames({ text }: SyntaxNode): boolean {
  return isOfLanguage(text) || /(^|\.)Trace\w*Meta(class)?$/.test(text);
}

function isOfLanguage(name: string): boolean {
  return /(^|\.)(ABCMeta|type)$/.test(name);
}
