import type { ModuleFacts } from "../module/module.ts";
import type { ProjectFacts } from "./project.ts";

/** Files in which a package says which Python it runs on. */
const METADATA = ["setup.cfg", "setup.py", "pyproject.toml", "tox.ini"];

const CLAIM = /Python\s*::\s*3|(python_requires|requires-python)\W+>=\s*3/;

/**
 * Whether the module is meant to run on Python 3: the tree's metadata says so (trove classifier, `python_requires`), it has
 * none, or the module itself imports six. An environment of tox alone is a wish.
 *
 * What only Python 3 refuses is no defect of code that never claimed it.
 */
export function runsOnPython3(project: ProjectFacts, module: ModuleFacts): boolean {
  return declaresPython3(project) || /^[ \t]*(import six|from six)\b/m.test(module.text);
}

/** The same of the tree as a whole. */
export function declaresPython3(project: ProjectFacts): boolean {
  return project.onceOfTexts("declares Python 3", () => {
    const texts = METADATA.flatMap((path) => project.sources.read(path) ?? []);
    return texts.length === 0 || texts.some((text) => CLAIM.test(text));
  });
}
