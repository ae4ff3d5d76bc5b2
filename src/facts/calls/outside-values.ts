import type { SyntaxNode } from "../../parse/tree.ts";
import { literally } from "../../text/literally.ts";
import type { Binding } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { memberValues, selfAssignments } from "../tree/class-members.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { receiverClass } from "../tree/receiver.ts";
import { pathsDefining, pathsWithWord } from "../tree/word-index.ts";

/** Whether a value is made by a package that is not in the tree: its methods are nowhere to be read. */
export function isFromOutside(project: ProjectFacts, module: ModuleFacts, value: SyntaxNode | null): boolean {
  if (!value) return false;
  if (value.type === "call") return isMadeOutside(project, module, value);
  const meaning = project.meaning(module, value);
  if (meaning.kind === "assignment" && isGivenFromOutside(project, meaning.module, meaning.assignment.value))
    return true;
  if (value.type === "identifier") {
    const bindings = module.lookup(value.text, module.scopeAt(value))?.bindings ?? [];
    return bindings.some((binding) => isGivenFromOutside(project, module, givenBy(binding)));
  }
  const object = value.field("object");
  const part = value.field("attribute")?.text ?? "";
  const around = object ? receiverClass(project, module, object) : undefined;
  if (!around)
    return selfAssignments(module, part).some((given) => isGivenFromOutside(project, module, given.value));
  const values = [...memberValues(project, around, part)];
  return values.some((given) => isGivenFromOutside(project, given.module, given.value));
}

/** Whether what a name is given is no value of the tree. */
function isGivenFromOutside(project: ProjectFacts, module: ModuleFacts, value: SyntaxNode | null): boolean {
  return (
    isMadeOutside(project, module, value) ||
    (value !== null && isReachedThroughUnknown(project, module, value))
  );
}

function isMadeOutside(project: ProjectFacts, module: ModuleFacts, value: SyntaxNode | null): boolean {
  const maker = value?.type === "call" ? value.field("function") : null;
  if (!maker || /(^|\.)import_\w+$/.test(maker.text)) return false;
  return project.meaning(module, maker).kind === "external";
}

/**
 * `device.net.table.row`, `library.read_tree(x)[0]`: on the way to the value stands a part that nothing of the tree gives any
 * object, so that the value is not of the tree either.
 */
function isReachedThroughUnknown(
  project: ProjectFacts,
  module: ModuleFacts,
  value: SyntaxNode,
  depth = 0,
): boolean {
  let at: SyntaxNode | null = value;
  for (; at && at.type !== "identifier"; at = insideOf(at)) {
    if (at.type !== "attribute" || project.meaning(module, at).kind !== "unknown") continue;
    if (DEEP.test(at.text) || (isTelling(at) && isGivenNowhere(project, at))) return true;
  }
  if (!at || depth > 2) return false;
  const bindings = module.lookup(at.text, module.scopeAt(at))?.bindings ?? [];
  return bindings.some((binding) => {
    const given = givenBy(binding);
    return given !== null && isReachedThroughUnknown(project, module, given, depth + 1);
  });
}

/** `device.tables.net.rows.row`: nobody goes through so many objects of his own. */
const DEEP = /^(?!self\.)\w+(\.\w+){4,}$/;

/** A name of several words, or the third part and further of what something has: `find` may be anybody's. */
function isTelling(part: SyntaxNode): boolean {
  return /[a-z]_[a-z]/.test(part.field("attribute")?.text ?? "") || part.text.split(".").length > 3;
}

/** `thing.part` where nothing of the tree gives any object a `part`: it comes from elsewhere, with its methods. */
export function isGivenNowhere(project: ProjectFacts, object: SyntaxNode | null): boolean {
  const part = object?.type === "attribute" ? object.field("attribute")?.text : undefined;
  if (part === undefined) return false;
  return project.onceOfTexts(`nothing gives ${part}`, () => {
    if (pathsDefining(project, part).length > 0) return false;
    const given = new RegExp(
      `\\.${literally(part)}\\s*=(?!=)|^ +${literally(part)} = |['"]${literally(part)}['"]|\\b(?:class|import|as) ${literally(part)}\\b`,
      "m",
    );
    return !pathsWithWord(project, part).some((path) => given.test(project.text(path) ?? ""));
  });
}

/** What an expression is taken out of: `a` of `a.b`, `a.b` of `a.b(c)` and of `a.b[0]`. */
function insideOf(value: SyntaxNode): SyntaxNode | null {
  if (value.type === "attribute") return value.field("object");
  if (value.type === "call") return value.field("function");
  return value.type === "subscript" ? value.field("value") : null;
}

/** The expression that gives a name its value, for the variable of a loop what the loop goes over. */
function givenBy(binding: Binding): SyntaxNode | null {
  if (binding.kind === "assignment") return binding.value;
  const loop = binding.kind === "other" ? binding.node.parent : null;
  return loop?.type === "for_statement" ? loop.field("right") : null;
}
