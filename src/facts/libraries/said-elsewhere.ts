import { literally } from "../../text/literally.ts";
import { isTestPath } from "../module/module-names.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { pathsWithWord } from "../tree/word-index.ts";
import type { LibraryModule } from "./library-module.ts";

/**
 * Whether another file of the tree asks the library's module for the name, a test among them: then the library that the
 * tree runs with has it, and is another one than is known. Who misspells a name does it once, and no test sees it.
 */
export function isSaidElsewhere(
  project: ProjectFacts,
  module: LibraryModule,
  name: string,
  path: string,
): boolean {
  const asksFor = (text: string | undefined) =>
    text?.includes(name) === true && saysOf(module.name, text, name);
  return (
    pathsWithWord(project, name).some((one) => one !== path && asksFor(project.text(one))) ||
    // read and not kept: it is asked for what is told, which is next to nothing
    project.sources.paths.some(
      (one) => one.endsWith(".py") && isTestPath(one) && asksFor(project.sources.read(one)),
    )
  );
}

/** `module.name`, `patch.object(module, 'name')` or an import of the name, by what the text imports the module as. */
function saysOf(module: string, text: string, name: string): boolean {
  const at = module.lastIndexOf(".");
  const [parent, short] = [module.slice(0, Math.max(at, 0)), module.slice(at + 1)];
  if (!text.includes(parent === "" ? short : parent)) return false;
  const dotted = `${module}.${name}`;
  if (
    text.includes(dotted) ||
    new RegExp(`from ${literally(module)} ${LIST}${literally(name)}\\b`).test(text)
  )
    return true;
  const imported = new RegExp(
    `from ${literally(parent)} ${LIST}${literally(short)}\\b(?:\\s+as\\s+(\\w+))?`,
  ).exec(text);
  const local = imported?.[1] ?? short;
  return (
    imported !== null && new RegExp(`\\b${literally(local)}(\\.|,\\s*['"])${literally(name)}\\b`).test(text)
  );
}

/** What comes before a name in `import a, b, name`. */
const LIST = "import\\b(?:(?!\\bimport\\b)[\\s\\S]){1,400}?\\b";
