import { literally } from "../../text/literally.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { nodeAt } from "../module/syntax.ts";
import type { PlacedCall, ProjectFacts } from "../tree/project.ts";
import { isEntrypoint } from "./privsep.ts";

/** Whether a module is, or lies in a package, for privileged code. */
export function isPrivilegedPath(path: string): boolean {
  return /(^|\/)priv(sep|ileged)(\/|\.py$)/.test(path);
}

/** Whether a call stands in an entrypoint's own body. */
export function isInEntrypoint(project: ProjectFacts, { module, call }: PlacedCall): boolean {
  return call.within !== null && isEntrypoint(project, { module, function: call.within });
}

/** Whether code outside of packages for privileged code calls a function, or hands it to something that will. */
export function isCalledOutside(project: ProjectFacts, module: ModuleFacts, facts: FunctionFacts): boolean {
  return (
    project
      .callersOf({ module, function: facts })
      .some(
        (caller) =>
          caller.module !== module &&
          !isPrivilegedPath(caller.module.path) &&
          !isInEntrypoint(project, caller),
      ) || isHandedOnOutside(project, module, facts)
  );
}

/** `functools.partial(privileged.open_door, wide=True)` */
function isHandedOnOutside(project: ProjectFacts, module: ModuleFacts, facts: FunctionFacts): boolean {
  const handed = new RegExp(`[(,]\\s*[\\w.]+\\.(${literally(facts.name)})\\s*[,)]`, "gd");
  return project
    .pathsMentioning(`.${facts.name},`, `.${facts.name})`)
    .filter((path) => path !== module.path && !isPrivilegedPath(path))
    .some((path) => {
      const place = project.module(path);
      return [...(place?.text ?? "").matchAll(handed)].some((match) => {
        const node = place && nodeAt(place.tree.root, match.indices?.[1]?.[0] ?? 0).parent;
        const meaning = place && node?.type === "attribute" ? project.meaning(place, node) : undefined;
        return meaning?.kind === "function" && meaning.function === facts;
      });
    });
}

/** Whether a function that is no entrypoint calls this one. */
export function isCalledBare(project: ProjectFacts, module: ModuleFacts, facts: FunctionFacts): boolean {
  return project
    .callersOf({ module, function: facts })
    .some((caller) => caller.call.within !== null && !isInEntrypoint(project, caller));
}

/** Whether a function runs in the daemon already, since only entrypoints call it. */
export function runsPrivileged(project: ProjectFacts, module: ModuleFacts, facts: FunctionFacts): boolean {
  const callers = project.callersOf({ module, function: facts });
  return callers.length > 0 && callers.every((caller) => isInEntrypoint(project, caller));
}
