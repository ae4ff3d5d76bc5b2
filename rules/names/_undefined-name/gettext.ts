import type { ProjectFacts } from "../../../src/rule.ts";

/** Old trees put `_` among the builtins, and neutron does so for all that is loaded with it. */
export function installsGettext(project: ProjectFacts): boolean {
  return project.onceOfTexts("names: gettext is installed", () => {
    if (project.pathOf("neutron") === undefined && importsNeutron(project)) return true;
    for (const path of project.pathsMentioning(
      "gettext.install(",
      "gettextutils.install(",
      "i18n.install(",
      "builtins",
    ))
      if (
        !BESIDE.test(path) &&
        /(gettext|gettextutils|i18n)\.install\(|builtins?(__)?(\.__dict__\[['"]_['"]\]|\._)\s*=/.test(
          project.text(path) ?? "",
        )
      )
        return true;
    return false;
  });
}

/** What no process of the program loads: how the documentation is built, and other projects' tests. */
const BESIDE = /(^|\/)(docs?|[a-z]+_tests?)\//;

function importsNeutron(project: ProjectFacts): boolean {
  const imported = /^[ \t]*(?:from|import)\s+neutron[.\s]/m;
  return project
    .pathsMentioning("from neutron", "import neutron")
    .some((path) => imported.test(project.text(path) ?? ""));
}
