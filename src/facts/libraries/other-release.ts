import type { ProjectFacts } from "../tree/project.ts";
import type { LibraryModule } from "./library-module.ts";

/** Files at the top of a tree in which it says which releases it wants, and those beside an installed package. */
const REQUIREMENTS =
  /^([\w.-]*(requirements|constraints)[\w.-]*\.txt|setup\.(cfg|py)|pyproject\.toml|[^/]+\.(egg-info\/requires\.txt|dist-info\/METADATA))$/;

/** Whether the tree asks for a newer release of the module's library than the facts cover, or for a build of its own. */
export function wantsOther(project: ProjectFacts, { library }: LibraryModule): boolean {
  return project.onceOfTexts(`wants another ${library}`, () => {
    const [name = "", release = ""] = library.split(" ");
    const spelt = name.replaceAll(/[-._]/g, "[-._]");
    const own = new RegExp(`[/=]${spelt}(\\.git)?\\b|(^|["'\\s])${spelt}\\s*@`, "im");
    const least = new RegExp(`(?:^|["'\\s])${spelt}\\b[^\\n"']*?[>=]=?\\s*(\\d[\\d.]*)`, "gim");
    return requirementsOf(project).some(
      (text) =>
        text.split("\n").some((line) => /git\+|\w@|:\/\//.test(line) && own.test(line)) ||
        [...text.matchAll(least)].some(([, one = ""]) => isNewer(one, release)),
    );
  });
}

function requirementsOf(project: ProjectFacts): readonly string[] {
  return project.onceOfTexts("requirements", () =>
    project.sources.paths
      .filter((path) => REQUIREMENTS.test(path))
      .flatMap((path) => project.sources.read(path) ?? []),
  );
}

function isNewer(one: string, other: string): boolean {
  const [mine, theirs] = [one, other].map((text) => text.split(".").map(Number));
  for (const [at, part] of (mine ?? []).entries()) {
    const against = theirs?.[at] ?? 0;
    // releases that are named by the year came before all others
    if (part !== against) return part > against && part < 2000;
  }
  return false;
}
