import { addTo, groupBy } from "../../text/multimap.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { pathsBeginning } from "../tree/source-reader.ts";
import { asWritten } from "./held-locks.ts";
import { isLockName } from "./siblings.ts";

/** A lock that a decorator takes in a method, as it is written. */
interface Taken {
  readonly lock: string;
  readonly path: string;
}

/**
 * Whether a class of the module, or of one beside it in its folder, takes a lock, written the same, in a method of this name: read
 * from text, nothing is parsed.
 */
export function isTakenBeside(
  project: ProjectFacts,
  module: ModuleFacts,
  lock: string,
  name: string,
): boolean {
  return takenIn(project, module, name).some((taken) => taken.lock === lock);
}

/** The locks that modules beside this one take in methods of the name, each with the paths of those that do. */
export function locksBeside(
  project: ProjectFacts,
  module: ModuleFacts,
  name: string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const others = takenIn(project, module, name).filter(({ path }) => path !== module.path);
  return new Map(
    [...groupBy(others, ({ lock }) => lock)].map(([lock, taken]) => [
      lock,
      new Set(taken.map(({ path }) => path)),
    ]),
  );
}

function takenIn(project: ProjectFacts, { path }: ModuleFacts, name: string): readonly Taken[] {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const taken = project.onceOfTexts(`locks taken in ${folder}`, () => {
    const found = new Map<string, Taken[]>();
    for (const other of pathsBeginning(project.sources, folder)) {
      if (!other.endsWith(".py") || other.includes("/", folder.length)) continue;
      for (const [, lock = "", callee = "", method = ""] of (project.text(other) ?? "").matchAll(TAKES))
        if (isLockName(callee)) addTo(found, method, { lock: asWritten(lock), path: other });
    }
    return found;
  });
  return taken.get(name) ?? [];
}

/** A decorator of a method; other decorators may stand between. */
const TAKES =
  /^[ \t]+@(([\w.]*(?:synchroni|lock)\w*)(?:\((?:[^()]|\([^()]*\))*\))?)(?=\s+(?:@.*\s+)*def (\w+)\()/gm;
