import { literally } from "../../text/literally.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { pathsBeginning } from "../tree/source-reader.ts";

/**
 * Whether a class of the module, or of one beside it in its folder, takes a lock, written the same, in a method of this name: read
 * from text, nothing is parsed.
 */
export function isTakenBeside(
  project: ProjectFacts,
  { path }: ModuleFacts,
  lock: string,
  name: string,
): boolean {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const written = literally(lock).replace(/['"]/g, "['\"]").replace(/\s+/g, "\\s*");
  // other decorators may stand between
  const taken = new RegExp(`^[ \\t]+@${written}\\s+(?:@.*\\s+)*def ${literally(name)}\\(`, "m");
  return pathsBeginning(project.sources, folder).some(
    (other) =>
      other.endsWith(".py") && !other.includes("/", folder.length) && taken.test(project.text(other) ?? ""),
  );
}
