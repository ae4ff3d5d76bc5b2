import {
  hasWord,
  hasWordOnce,
  type ModuleFacts,
  type ProjectFacts,
  pathsWithWord,
  type SyntaxNode,
} from "../../../src/rule.ts";

/** Whether another file of the tree says the name. */
export function isKnownElsewhere(project: ProjectFacts, module: ModuleFacts, name: string): boolean {
  return pathsWithWord(project, name).some((path) => path !== module.path);
}

/** Whether the module says the name at one place only, as something called or read. */
export function isSaidOnce(module: ModuleFacts, name: string): boolean {
  return hasWordOnce(module.text, name) && module.tree.ofType("identifier").some(({ text }) => text === name);
}

/** How many modules say a name of a thing that goes by that word: `cluster.default_zone`. */
export function modulesWith(project: ProjectFacts, member: string): number {
  const [, name = ""] = member.split(".");
  return pathsWithWord(project, name).filter((path) => hasWord(project.text(path) ?? "", member)).length;
}

/** A call on a module, of the tree or from outside: the names of this module say nothing of it. */
export function isOutside(project: ProjectFacts, module: ModuleFacts, object: SyntaxNode | null): boolean {
  const kind = object ? project.meaning(module, object).kind : undefined;
  return kind === undefined || kind === "external" || kind === "module";
}
