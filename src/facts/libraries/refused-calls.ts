import type { SyntaxNode } from "../../parse/tree.ts";
import type { Passing } from "../calls/call-fit.ts";
import { calledBy } from "../calls/handed-on.ts";
import type { CallFacts } from "../module/calls.ts";
import type { ModuleFacts } from "../module/module.ts";
import { firstPart } from "../module/module-names.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { importsOfLibraries } from "./libraries.ts";
import { libraryAttributes } from "./library-attributes.ts";
import { inheritedBy, inheritsFromLibraries } from "./library-bases.ts";
import { type RefusedCall, refusedCall, refusedMethod } from "./library-calls.ts";

/** A call of a module that no release of the library takes. */
export interface RefusedAt extends RefusedCall {
  readonly call: CallFacts;
}

/**
 * Every call of a module that no release of a library takes: of its functions and classes, of methods of its objects, of what
 * a class of the tree inherits from it, and of what is handed on together with arguments (`functools.partial`, `spawn`).
 */
export function* refusedCallsIn(project: ProjectFacts, module: ModuleFacts): Generator<RefusedAt> {
  const roots = new Set(importsOfLibraries(project, module).map(({ local }) => local));
  const mayInherit = inheritsFromLibraries(project, module);
  if (roots.size === 0 && !mayInherit) return;
  const ofObjects = new Map(
    libraryAttributes(project, module).map(({ node, holders }) => [node.start * WIDTH + node.end, holders]),
  );
  const refusedBy = (callee: SyntaxNode, passing: Passing) => {
    if (roots.has(firstPart(callee.text.slice(0, 80)))) {
      const meaning = project.meaning(module, callee);
      if (meaning.kind === "external") return refusedCall(meaning.name, passing);
    }
    if (callee.type !== "attribute") return undefined;
    const name = callee.field("attribute")?.text ?? "";
    const holders = ofObjects.get(callee.start * WIDTH + callee.end);
    if (holders) return refusedMethod(holders, name, passing);
    return mayInherit ? refusedInherited(project, module, callee, name, passing) : undefined;
  };
  for (const call of module.calls) {
    const [refused] = calledBy(call).flatMap(({ callee, passing }) => refusedBy(callee, passing) ?? []);
    if (refused) yield { ...refused, call };
  }
}

/** So that one number says where a node is. */
const WIDTH = 2 ** 26;

/** `self.method(…)` and `super().method(…)` where no class of the tree has the method, but the library's has. */
function refusedInherited(
  project: ProjectFacts,
  module: ModuleFacts,
  callee: SyntaxNode,
  name: string,
  passing: Passing,
): RefusedCall | undefined {
  const inherited = inheritedBy(project, module, callee, name);
  if (!inherited) return undefined;
  const { isSuper, names, classes } = inherited;
  if (name === "__init__") return isSuper ? refusedCall(names[0] ?? "", passing) : undefined;
  return refusedMethod(classes, name, passing);
}
