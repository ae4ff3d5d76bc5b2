import { literally } from "../../text/literally.ts";
import { callOf } from "../module/calls.ts";
import type { ModuleFacts } from "../module/module.ts";
import { ancestorOf, nodeAt } from "../module/syntax.ts";
import type { PlacedCall, PlacedFunction, ProjectFacts } from "./project.ts";
import { pathsWithWord } from "./word-index.ts";

/**
 * Every call that certainly runs the function, in path and text order; the work behind `ProjectFacts.callersOf`.
 *
 * The text says where the name is called; only there is the tree looked at.
 */
export function findCallers(project: ProjectFacts, target: PlacedFunction): readonly PlacedCall[] {
  const name =
    target.function.name === "__init__" ? (target.function.owner?.name ?? "") : target.function.name;
  const found: PlacedCall[] = [];
  for (const path of pathsNaming(project, target)) {
    const offsets = callOffsets(project.text(path) ?? "", name);
    const module = offsets.length > 0 ? project.module(path) : undefined;
    for (const offset of module ? offsets : []) {
      const call = module && callTo(project, module, offset, target);
      if (call) found.push(call);
    }
  }
  return found;
}

/** Where a text calls the name; `def name(` and `class name(` are left out. */
function callOffsets(text: string, name: string): readonly number[] {
  if (!text.includes(name)) return [];
  return [...text.matchAll(new RegExp(`\\b${literally(name)}\\s*\\(`, "g"))].flatMap((match) =>
    /\b(def|class)\s+$/.test(text.slice(Math.max(0, match.index - 8), match.index)) ? [] : [match.index],
  );
}

function callTo(
  project: ProjectFacts,
  module: ModuleFacts,
  offset: number,
  target: PlacedFunction,
): PlacedCall | undefined {
  const at = nodeAt(module.tree.root, offset);
  const call = at.type === "identifier" ? ancestorOf(at, "call") : undefined;
  const callee = call?.field("function");
  if (!call || !callee) return undefined;
  if (project.calleeOf(module, callee)?.function !== target.function) return undefined;
  return { module, call: callOf(call, (node) => module.functionAround(node)) };
}

/** The target's own module, and those that name it, the package that re-exports it, or the class. */
function pathsNaming(project: ProjectFacts, target: PlacedFunction): readonly string[] {
  const parts = target.module.name.split(".");
  const own = parts.at(-1) ?? "";
  const parent = project.pathOf(parts.slice(0, -1).join("."));
  const reexported = parent !== undefined && project.text(parent)?.includes(own) ? parts.at(-2) : undefined;
  const names = [own, reexported, target.function.owner?.name].flatMap((name) => name || []);
  return project.onceOfTexts(`paths naming ${target.module.path} ${names.join(" ")}`, () => {
    const paths = new Set([target.module.path]);
    for (const name of names) for (const path of pathsWithWord(project, name)) paths.add(path);
    return [...paths].sort();
  });
}
