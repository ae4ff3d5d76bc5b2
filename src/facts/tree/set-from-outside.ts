import { literally } from "../../text/literally.ts";
import type { ProjectFacts } from "./project.ts";
import { pathsWithWord } from "./word-index.ts";

/**
 * Whether `module.NAME = …` or `setattr(module, 'NAME', …)` stands anywhere outside of tests.
 *
 * @param module its dotted name, of which the last part must be in the text
 */
export function isSetFromOutside(project: ProjectFacts, module: string, name: string): boolean {
  const short = module.split(".").at(-1) ?? "";
  const pattern = new RegExp(`\\b${literally(name)}\\s*=[^=]|['"]${literally(name)}['"]`);
  return pathsWithWord(project, name).some((path) => {
    const text = project.text(path) ?? "";
    return (
      text.includes(short) &&
      pattern.test(text) &&
      new RegExp(`\\.${literally(name)}\\s*=[^=]|setattr\\([^)]*['"]${literally(name)}['"]`).test(text)
    );
  });
}
