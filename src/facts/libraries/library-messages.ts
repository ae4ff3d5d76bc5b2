import { readLibraryLines } from "../../checkout/library-files.ts";
import { firstPart } from "../module/module-names.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { todaysName } from "./libraries.ts";

let known: ReadonlyMap<string, string> | undefined;

/**
 * The keys that the message of a library's exception asks its keywords for, those of each release that differs, the newest last;
 * none where that is not known, or the library is the tree's own.
 */
export function libraryMessageKeys(project: ProjectFacts, dotted: string): readonly (readonly string[])[] {
  const today = project.pathOf(firstPart(dotted)) === undefined ? todaysName(dotted) : undefined;
  if (today === undefined) return [];
  known ??= readMessages();
  return (
    known
      .get(today)
      ?.split("|")
      .map((keys) => keys.split(",")) ?? []
  );
}

/** By the dotted name of an exception what stands behind its name in the file that scripts/library-messages.js wrote. */
function readMessages(): ReadonlyMap<string, string> {
  const messages = new Map<string, string>();
  let module = "";
  for (const line of readLibraryLines("messages.txt")) {
    const [first = "", name = "", keys = ""] = line.split(" ");
    if (first !== "") module = first;
    else messages.set(`${module}.${name}`, keys);
  }
  return messages;
}
