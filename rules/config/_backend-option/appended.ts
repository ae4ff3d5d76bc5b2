import { argumentsAt, type OptionRegistry, type ProjectFacts } from "../../../src/rule.ts";

/** What a text says that appends options to the configuration of a back end. */
export const APPENDING: readonly string[] = ["append_config_values(", "Configuration("];

/** What the calls of a text append; each argument is looked up as a list of options. */
export function collectAppended(
  project: ProjectFacts,
  registry: OptionRegistry,
  path: string,
  appended: Set<string>,
): void {
  const text = project.text(path) ?? "";
  for (const match of text.matchAll(APPENDS)) {
    const open = match.index + match[0].length - 1;
    for (const argument of argumentsAt(text, open)) {
      for (const option of registry.optionsIn(path, argument)) appended.add(option);
    }
  }
}

const APPENDS = /\b(?:append_config_values|\w*Configuration)\s*\(/g;
