import type { ModuleFacts } from "./module.ts";
import type { ProjectFacts } from "./project.ts";

/** Files in which a package says which Python it runs on. */
const METADATA = ["setup.cfg", "setup.py", "pyproject.toml", "tox.ini"];

/**
 * Whether the module is meant to run on Python 3: the tree's metadata says so (trove classifier, `python_requires`, an
 * environment of tox), it has none, or the module itself imports six.
 *
 * What only Python 3 refuses is no defect of code that never claimed it.
 */
export function runsOnPython3(project: ProjectFacts, module: ModuleFacts): boolean {
  const isClaimed = project.once("runs on Python 3", () => metadataSay(project, CLAIM));
  return isClaimed || /^\s*(import six|from six)\b/m.test(module.text);
}

/**
 * Whether the metadata say so by a classifier or `python_requires`, or say nothing: an environment of tox alone may be a
 * wish.
 */
export function declaresPython3(project: ProjectFacts): boolean {
  return project.once("declares Python 3", () => metadataSay(project, DECLARED));
}

function metadataSay(project: ProjectFacts, claim: RegExp): boolean {
  const texts = METADATA.flatMap((path) => project.sources.read(path) ?? []);
  return texts.length === 0 || texts.some((text) => claim.test(text));
}

const DECLARED = /Python\s*::\s*3|(python_requires|requires-python)\W+>=\s*3/;
const CLAIM = new RegExp(`${DECLARED.source}|\\bpy3\\d`);
