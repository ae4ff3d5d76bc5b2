import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { importsOfLibraries } from "./libraries.ts";
import type { LibraryClass } from "./library-class.ts";
import { libraryClassesOfValue } from "./library-values.ts";

/**
 * The names, of variables and of what `self` has, that a module gives what it gets by calls of libraries and of their objects;
 * what they hold is not settled by that. Most modules have none.
 */
function namesFromLibraries(project: ProjectFacts, module: ModuleFacts): ReadonlySet<string> {
  return project.latest(module, "names from libraries", () => {
    const roots = new Set(importsOfLibraries(project, module).map(({ local }) => local));
    const names = new Set<string>();
    for (let before = -1; before < names.size; ) {
      before = names.size;
      for (const { node } of module.calls) {
        const target = node.parent?.type === "assignment" ? node.parent.field("left") : null;
        if (!target || !/^(identifier|attribute)$/.test(target.type)) continue;
        const [, own, first = ""] = /^(self\.)?(\w+)/.exec(node.text.slice(0, 80)) ?? [];
        if (names.has(first) || (own === undefined && roots.has(first)))
          names.add(target.type === "identifier" ? target.text : (target.field("attribute")?.text ?? ""));
      }
    }
    return names;
  });
}

/** An attribute of an object of a library's class, or of such a class. */
export interface LibraryAttribute {
  readonly node: SyntaxNode;
  readonly object: SyntaxNode;
  readonly name: string;
  readonly holders: readonly LibraryClass[];
}

/** Every attribute of a module that is asked of an object whose class is a library's for certain. */
export function libraryAttributes(project: ProjectFacts, module: ModuleFacts): readonly LibraryAttribute[] {
  return project.latest(module, "attributes of libraries' objects", () => [
    ...readLibraryAttributes(project, module),
  ]);
}

function* readLibraryAttributes(project: ProjectFacts, module: ModuleFacts): Generator<LibraryAttribute> {
  const imports = importsOfLibraries(project, module);
  if (imports.length === 0) return;
  const names = namesFromLibraries(project, module);
  const roots = new Set(imports.map(({ local }) => local));
  const { text } = module;
  for (const node of module.tree.ofType("attribute")) {
    // the text says it sooner than the tree
    FIRST.lastIndex = node.start;
    const [, own, first = ""] = FIRST.exec(text) ?? [];
    if (!names.has(first) && (own !== undefined || !roots.has(first))) continue;
    const object = node.field("object");
    if (!object || !/^(identifier|attribute|call)$/.test(object.type)) continue;
    const holders = libraryClassesOfValue(project, module, object);
    if (holders.length > 0) yield { node, object, name: node.field("attribute")?.text ?? "", holders };
  }
}

const FIRST = /(self\.)?(\w+)/y;
