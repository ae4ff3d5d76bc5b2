import type { SyntaxNode } from "../../parse/tree.ts";
import { literally } from "../../text/literally.ts";
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
 * Whether a class' metaclass leaves what `C()` gives to the class: none, one of the language, or one of the tree that has no
 * `__call__`, whatever it does to the class when that is made.
 */
export function leavesInstances(project: ProjectFacts, placed: PlacedClass): boolean {
  const metaclass = metaclassOf(placed.class);
  if (!metaclass || isOfLanguage(metaclass.text)) return true;
  const all = ownMetaclasses(project, placed);
  return all?.every(({ class: { methods } }) => !methods.has("__call__")) ?? false;
}

/**
 * Whether a class' metaclass gives it no names but such as are written out there: none, an abstract class', one that wraps methods
 * to log them, and one of the tree that says `cls.tasks = []`, and makes nothing of texts.
 */
export function addsNoNames(project: ProjectFacts, placed: PlacedClass): boolean {
  const metaclass = metaclassOf(placed.class);
  if (!metaclass || isOfLanguage(metaclass.text) || /(^|\.)Trace\w*Meta(class)?$/.test(metaclass.text))
    return true;
  return (
    ownMetaclasses(project, placed)?.every(({ class: { node } }) => !MAKES_NAMES.test(node.text)) ?? false
  );
}

/** What may give a class other names than those that are assigned, or another class in its place. */
const MAKES_NAMES =
  /\bsetattr\(|__dict__\s*(\[|\.(update|setdefault))|\bvars\(|\bdef __(new|prepare|getattr|getattribute)__|\btype\(\s*['"\w]+,/;

/** Whether a metaclass of the tree assigns the name to its classes. */
export function isGivenByMetaclass(project: ProjectFacts, placed: PlacedClass, name: string): boolean {
  // nearly every class has none
  const metaclasses = ownMetaclasses(project, placed);
  if (!metaclasses) return false;
  const given = new RegExp(`\\b\\w+\\.${literally(name)}\\s*=(?!=)|\\bdef ${literally(name)}\\(`);
  return metaclasses.some(({ class: { node } }) => given.test(node.text));
}

/** The metaclass of a class with those above it, where all are of the tree but for the language's. */
function ownMetaclasses(project: ProjectFacts, placed: PlacedClass): readonly PlacedClass[] | undefined {
  const metaclass = metaclassOf(placed.class);
  const meaning = metaclass && project.meaning(placed.module, metaclass);
  if (meaning?.kind !== "class") return undefined;
  const { classes } = project.classOrder(meaning);
  const isKnown = (one: PlacedClass, base: SyntaxNode) =>
    isOfLanguage(base.text) || project.meaning(one.module, base).kind === "class";
  return classes.every((one) => one.class.bases.every((base) => isKnown(one, base))) ? classes : undefined;
}

function isOfLanguage(name: string): boolean {
  return /(^|\.)(ABCMeta|type)$/.test(name);
}
