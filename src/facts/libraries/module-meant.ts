import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import { firstName } from "../module/syntax.ts";
import { isShadowed } from "../names/shadowed.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { libraryName } from "./libraries.ts";

/**
 * The absolute name of the module that a name or a chain of names stands for, of the tree or from outside; `undefined`
 * where it is something else, or may be.
 */
export function moduleMeant(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
): string | undefined {
  const first = firstName(node);
  if (first === undefined || isShadowed(node, first)) return undefined;
  const meaning = project.meaning(module, node);
  if (meaning.kind === "module") return isItself(project, meaning.module) ? meaning.module.name : undefined;
  if (meaning.kind !== "external") return undefined;
  const { name } = meaning;
  return isImportedWhole(module, name) || isOfLibrary(name) ? name : undefined;
}

/** Whether the package around a module has nothing else under its name, and the module puts nothing into its place. */
function isItself(project: ProjectFacts, { name, text }: ModuleFacts): boolean {
  const names = project.moduleNamed(parentOf(name))?.scope.bindings;
  const isHidden = names && (names.has("*") || names.has(lastOf(name)));
  return !isHidden && !/\bsys\.modules\[\s*__name__\s*\]\s*=/.test(text);
}

/** What `import a.b` loads is a module, whoever has it. */
function isImportedWhole(module: ModuleFacts, name: string): boolean {
  return !MADE_CALLABLE.has(name) && module.imports.some((one) => one.module === name && one.target === name);
}

/** Modules that put an object into their place, which can be called. */
const MADE_CALLABLE = new Set(["sh", "q"]);

/** A module of a known library; a package may have a function under the name of one of its modules. */
function isOfLibrary(name: string): boolean {
  if (libraryName(name)?.rest.length !== 0) return false;
  const parent = libraryName(parentOf(name));
  if (parent === undefined) return true;
  const { names, isOpen } = parent.module;
  return parent.rest.length === 0 && !isOpen && !names.get(lastOf(name))?.length;
}

const parentOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf(".")));
const lastOf = (name: string): string => name.slice(name.lastIndexOf(".") + 1);
