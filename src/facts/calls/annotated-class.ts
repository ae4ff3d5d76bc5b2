import type { SyntaxNode } from "../../parse/tree.ts";
import type { Scope } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { PlacedClass, ProjectFacts } from "../tree/project.ts";

/** `Door`, `Optional[Door]`, `Door|None`. */
const ANNOTATED = /^(?:(?:\w+\.)?Optional\[)?([\w.]+)\]?(?:\|None)?$/;

/** The class of the tree that an annotation names. */
export function classSaid(
  project: ProjectFacts,
  module: ModuleFacts,
  annotation: SyntaxNode,
  scope: Scope,
): PlacedClass | undefined {
  const named = ANNOTATED.exec(annotation.text.replace(/['"\s]/g, ""))?.[1];
  const meaning = named === undefined ? undefined : project.meaningOf(module, named, scope);
  return meaning?.kind === "class" ? meaning : undefined;
}
