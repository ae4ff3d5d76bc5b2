import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { PlacedClass, ProjectFacts } from "../tree/project.ts";
import { pathsWithWord } from "../tree/word-index.ts";
import type { ClassSearch } from "./class-search.ts";
import { oneClass } from "./one-class.ts";

interface GivenAttribute {
  readonly module: ModuleFacts;
  readonly value: SyntaxNode;
}

/**
 * The class of `pecan.request.shop_api`: that of all that the hooks of the tree give the request under the name, where it can be
 * told: `state.request.shop_api = shop.API()`. None stands in for what another program of the tree does without.
 */
export function classOfRequestAttribute(search: ClassSearch, dotted: string): PlacedClass | undefined {
  const name = /^pecan\.request\.(\w+)$/.exec(dotted)?.[1];
  if (name === undefined) return undefined;
  return oneClass(attributesGiven(search.project, name), ({ module, value }) =>
    search.next.classOf(module, value),
  );
}

/** What the tree gives any request under a name. */
function attributesGiven(project: ProjectFacts, name: string): readonly GivenAttribute[] {
  return project.once(`attributes of requests ${name}`, () => {
    const written = `request.${name} = `;
    return pathsWithWord(project, name).flatMap((path) => {
      const module = project.text(path)?.includes(written) ? project.module(path) : undefined;
      return (module?.tree.ofType("assignment") ?? []).flatMap((node) => {
        const value = node.field("right");
        const isGiven = new RegExp(`\\brequest\\.${name}$`).test(node.field("left")?.text ?? "");
        return module && value && isGiven && value.type !== "none" ? [{ module, value }] : [];
      });
    });
  });
}
