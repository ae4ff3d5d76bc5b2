import { literally } from "../../text/literally.ts";
import { isTestPath } from "../module/module-names.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { pathsAssigning } from "../tree/word-index.ts";
import type { Objection } from "./option-verdict.ts";

/**
 * Whether something that this tree does not show makes the name: another library's function, the service that a library
 * is for (whose part its tests play), or a plain assignment. It reads the tests, and is for what else would be told.
 */
export function mayComeFromElsewhere(project: ProjectFacts, objection: Objection): boolean {
  if (objection.kind !== "unregistered" || objection.group !== "DEFAULT") return false;
  const { option } = objection;
  return (
    foreignGroups(project).has(option) || isAssigned(project, option) || madeByTests(project).has(option)
  );
}

/** Whether the tree sets the name on what is called conf. */
function isAssigned(project: ProjectFacts, option: string): boolean {
  const assigned = new RegExp(`\\bconf\\.${literally(option)}\\s*=[^=]`, "i");
  return pathsAssigning(project, option).some((path) => assigned.test(project.text(path) ?? ""));
}

/** The options that test code constructs. */
function madeByTests(project: ProjectFacts): ReadonlySet<string> {
  return project.onceOfTexts("options of tests", () => {
    const made = new Set<string>();
    for (const path of project.sources.paths) {
      const text = path.endsWith(".py") && isTestPath(path) ? project.sources.read(path) : undefined;
      for (const [, name = ""] of text?.matchAll(/Opt\(\s*(?:name\s*=\s*)?['"]([\w-]+)['"]/g) ?? [])
        made.add(name.replaceAll("-", "_"));
    }
    return made;
  });
}

/** `x` of `library.register_x_opts(CONF)`, where the library is not in the tree. */
function foreignGroups(project: ProjectFacts): ReadonlySet<string> {
  return project.onceOfTexts("groups of foreign libraries", () => {
    const groups = new Set<string>();
    for (const path of project.pathsMentioning("_opts(")) {
      const text = project.text(path) ?? "";
      for (const [, holder = "", group = ""] of text.matchAll(
        /\b(\w+)\.register_(\w+)_opts\([\w.]*CONF\b/g,
      )) {
        const from = new RegExp(
          `^[ \\t]*(?:from[ \\t]+([\\w.]+)[ \\t]+)?import[ \\t]+[^\\n]*\\b${literally(holder)}\\b`,
          "m",
        ).exec(text)?.[1];
        const root = (from ?? holder).split(".", 1)[0] ?? "";
        if (project.pathOf(root) === undefined) groups.add(group);
      }
    }
    return groups;
  });
}
