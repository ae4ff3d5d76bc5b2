import type { PlacedClass, ProjectFacts } from "../tree/project.ts";
import { libraryBasesOf } from "./library-bases.ts";

/** What a library passes by name to a method that its own class declares with nothing but stars. */
export interface PassedByName {
  readonly library: string;
  readonly method: string;
  readonly names: readonly string[];
}

/**
 * taskflow's `_revert_task()` adds both to what the task itself asks for, in every release
 * (https://opendev.org/openstack/taskflow/src/branch/master/taskflow/engines/action_engine/executor.py).
 */
const PASSED: readonly (PassedByName & { readonly base: RegExp })[] = [
  {
    library: "taskflow",
    base: /^taskflow\.task\.(Base)?Task$/,
    method: "revert",
    names: ["result", "flow_failures"],
  },
];

/** What libraries pass by name to methods of a class, by way of any class above it. */
export function passedByName(project: ProjectFacts, placed: PlacedClass): readonly PassedByName[] {
  const own = PASSED.filter(({ method }) => placed.class.methods.has(method));
  if (own.length === 0) return [];
  const { names } = libraryBasesOf(project, project.classOrder(placed).classes);
  return own.filter(({ base }) => names.some((name) => base.test(name)));
}
