import {
  classOfValue,
  classSight,
  type Finding,
  hasWord,
  hasWordOnce,
  instead,
  isLikelySlip,
  isSlip,
  isTarget,
  type ModuleFacts,
  makesNames,
  type ProjectFacts,
  type SyntaxNode,
  slipsFrom,
  standardModuleHas,
  wordsNear,
} from "../../../src/rule.ts";
import { isKnownElsewhere, isSaidOnce, modulesWith } from "./sayings.ts";

/** `cfg.BootOpt`, `cluster.deafult_zone`: read once in the whole tree, a slip from what others read of the same thing. */
export function* misspeltReads(
  module: ModuleFacts,
  project: ProjectFacts,
  told: Set<string>,
): Generator<Finding> {
  for (const node of module.tree.ofType("attribute")) {
    const name = node.field("attribute")?.text ?? "";
    const object = node.field("object");
    const part = object && partOf(object);
    if (name.length < 5 || /^[A-Z_\d]+$/.test(name) || !part) continue;
    // a look-up; most names end here
    if (isTarget(node) || isKnownElsewhere(project, module, name)) continue;
    const likeness = likenessOf(project, module, object, name);
    if (!likeness || !isSaidOnce(module, name)) continue;
    const isSaid = (other: string) =>
      modulesWith(project, `${part}.${other}`) >= 2 ||
      (likeness !== isSlip &&
        hasWord(module.text, `${part}.${other}`) &&
        !isReadOnce(project, module, other));
    const near =
      wordsNear(project, name).find((other) => likeness(name, other) && isSaid(other)) ??
      nearestAnywhere(project, module, object, name);
    if (near === undefined) continue;
    told.add(name);
    yield {
      span: node.field("attribute") ?? node,
      message: `nothing else in this tree reads '${name}' of '${object.text}': '${near}' is meant, and this raises AttributeError`,
      fix: instead(node.field("attribute") ?? node, near),
    };
  }
}

/** Whether the tree says a name nowhere but here, and once: then it may be the slip itself. */
function isReadOnce(project: ProjectFacts, module: ModuleFacts, name: string): boolean {
  return !isKnownElsewhere(project, module, name) && hasWordOnce(module.text, name);
}

/** What other modules say, of whatever it may be; a module from outside has names that look like ours. */
function nearestAnywhere(
  project: ProjectFacts,
  module: ModuleFacts,
  object: SyntaxNode,
  name: string,
): string | undefined {
  if (name.length < 9 || !name.includes("_") || project.meaning(module, object).kind === "external")
    return undefined;
  return slipsFrom(project, name).find((other) => isLikelySlip(project, name, other));
}

/** The word that says what a thing is: `cluster`, and `cluster` of `self.cluster`. */
function partOf(object: SyntaxNode): string | undefined {
  if (object.type === "identifier") return /^(self|cls)$/.test(object.text) ? undefined : object.text;
  const isOwn = object.type === "attribute" && object.field("object")?.text === "self";
  const part = isOwn ? (object.field("attribute")?.text ?? "") : "";
  return part.length > 2 ? part : undefined;
}

/** How near a name must be to another one that is read of the thing; `undefined` where all that it has is known anyway. */
function likenessOf(
  project: ProjectFacts,
  module: ModuleFacts,
  object: SyntaxNode,
  name: string,
): ((written: string, meant: string) => boolean) | undefined {
  const meaning = project.meaning(module, object);
  if (standardModuleHas(meaning.kind === "external" ? meaning.name : object.text, name)) return undefined;
  if (meaning.kind === "external") return name.length < 7 ? undefined : isSlip;
  const isLikely = (written: string, meant: string) => isLikelySlip(project, written, meant);
  if (meaning.kind === "module") return isFilled(meaning.module, name) ? isLikely : undefined;
  if (meaning.kind !== "unknown" && meaning.kind !== "assignment") return undefined;
  const placed = classOfValue(project, module, object);
  if (placed && classSight(project, placed) === "whole") return undefined;
  return meaning.kind === "unknown" && object.type === "identifier" && name.length > 9 ? isSlip : isLikely;
}

/** Whether a module of the tree has names that it does not spell, and not this one: what all others lack is told elsewhere. */
function isFilled({ path, text, scope }: ModuleFacts, name: string): boolean {
  return !scope.bindings.has(name) && (/(^|\/)objects\/__init__\.py$/.test(path) || makesNames(text));
}
