import type { SyntaxNode } from "../../parse/tree.ts";
import { returnedBy } from "../calls/read-decorator.ts";
import type { Decorator } from "../module/definitions.ts";
import { descendants } from "../module/syntax.ts";
import type { PlacedClass, PlacedFunction, ProjectFacts } from "../tree/project.ts";

/** Decorators from outside of the tree that give back the class with no names of their own, by the last part of their name. */
const KEEPS =
  /^(add_metaclass|total_ordering|unique|final|has_registry_receivers|has_resource_extenders|removed_class)$/;

/** Whether all decorators of a class leave its members as the class block makes them. */
export function keepsMembers(project: ProjectFacts, { module, class: facts }: PlacedClass): boolean {
  return facts.decorators.every((decorator) => {
    const { name } = decorator;
    if (name === undefined) return false;
    const meaning = project.meaningOf(module, name, facts.scope.parent ?? module.scope);
    if (meaning.kind === "function")
      return (
        isPlainUse(decorator) && project.onceFor(meaning.function, "keeps members", () => handsOn(meaning))
      );
    return KEEPS.test(name.split(".").at(-1) ?? "") || /unicode_compatible|trace_cls/.test(name);
  });
}

/** `@registered`, not `@registered('door')`. */
function isPlainUse({ expression }: Decorator): boolean {
  return expression.type !== "call";
}

/** `def registered(cls): DOORS.append(cls); return cls`: what it gives is what it gets, and nothing is done to that. */
function handsOn({ function: { node, parameters, isAsync } }: PlacedFunction): boolean {
  const [only, ...more] = parameters;
  const given = returnedBy(node);
  if (!only || more.length > 0 || isAsync || given.length === 0) return false;
  if (!given.every((value) => value?.type === "identifier" && value.text === only.name)) return false;
  const body = node.field("body");
  return body !== null && [...descendants(body)].every((use) => use.text !== only.name || isHarmless(use));
}

/** Given back, put into a list, or asked for a name. */
function isHarmless(use: SyntaxNode): boolean {
  const { parent } = use;
  if (use.type !== "identifier" || parent?.type === "return_statement") return true;
  if (parent?.type === "attribute" && use.fieldName === "object")
    return parent.fieldName !== "left" && parent.parent?.type !== "augmented_assignment";
  const call = parent?.type === "argument_list" ? parent.parent : null;
  const isPut = /\.(append|add)$/.test(call?.field("function")?.text ?? "");
  const isKept =
    parent?.type === "assignment" && use.fieldName === "right" && parent.field("left")?.type === "subscript";
  return isPut || isKept;
}
