import { literally } from "../../text/literally.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { ProjectFacts } from "./project.ts";
import { pathsWithWord } from "./word-index.ts";

/** Files in which a package says which Python it runs on. */
const METADATA = ["setup.cfg", "setup.py", "pyproject.toml", "tox.ini"];

const REQUIRES_3 = /(python[_-]requires|requires-python)\W+>=\s*3/;
const CLAIM = new RegExp(`Python\\s*::\\s*3|${REQUIRES_3.source}`);

/** Modules of the standard library that Python 3 calls otherwise or does without. */
const ONLY_IN_PYTHON_2 = [
  "urllib2",
  "urlparse",
  "httplib",
  "ConfigParser",
  "cPickle",
  "StringIO",
  "cStringIO",
  "Queue",
  "commands",
  "__builtin__",
  "BaseHTTPServer",
  "SocketServer",
];

const OF_PYTHON_2 = /Python\s*::\s*2/;

/** tox's environments, of which some are Python 2's. */
const TESTED_ON_2 = /^[ \t]*envlist\s*=[^[]*\bpy(?:2|\{2)/m;

const TESTED_ON_3 = /\bpy3|\bpy\{[\d,]*3|python3/;

/**
 * Whether the module is meant to run on Python 3: the tree's metadata says so (trove classifier, `python_requires`), it has
 * none and no module is loaded that only Python 2 has, or the module itself imports six. An environment of tox alone is a wish,
 * and so is six in a tree that names Python 2 alone, and so are classifiers of both where tox has environments of Python 2 and none
 * of Python 3: projects are begun by copying a list that names all.
 *
 * What only Python 3 refuses is no defect of code that never claimed it.
 */
export function runsOnPython3(project: ProjectFacts, module: ModuleFacts): boolean {
  if (declaresPython3(project)) return true;
  return !declaresPython2(project) && /^[ \t]*(import six|from six)\b/m.test(module.text);
}

/**
 * Whether the tree may meet a change of Python's that came with a later 3.x: it claims Python 3, and not by classifiers that all name
 * versions before that.
 */
export function mayRunOnPython3(project: ProjectFacts, minor: number): boolean {
  const named = metadataOf(project).flatMap((text) => [...text.matchAll(/Python\s*::\s*3\.(\d+)/g)]);
  return named.length === 0 || named.some(([, last]) => Number(last) >= minor);
}

/** The same of the tree as a whole. */
export function declaresPython3(project: ProjectFacts): boolean {
  return project.onceOfTexts("declares Python 3", () => {
    const texts = metadataOf(project);
    if (texts.length === 0) return !needsPython2(project);
    return texts.some((text) => CLAIM.test(text)) && !(namesBoth(texts) && isTestedOn2Alone(texts));
  });
}

/** Whether it is by classifiers that the metadata claims Python 3, and others name Python 2. */
function namesBoth(texts: readonly string[]): boolean {
  return texts.some((text) => OF_PYTHON_2.test(text)) && !texts.some((text) => REQUIRES_3.test(text));
}

function isTestedOn2Alone(texts: readonly string[]): boolean {
  return texts.some((text) => TESTED_ON_2.test(text)) && !texts.some((text) => TESTED_ON_3.test(text));
}

/** Whether the tree's metadata names Python 2. */
function declaresPython2(project: ProjectFacts): boolean {
  return project.onceOfTexts("declares Python 2", () =>
    metadataOf(project).some((text) => OF_PYTHON_2.test(text)),
  );
}

function metadataOf(project: ProjectFacts): readonly string[] {
  return project.onceOfTexts("metadata", () => METADATA.flatMap((path) => project.sources.read(path) ?? []));
}

/** Whether some module imports, on any Python, what only Python 2 has; an import in a `try` is indented. */
function needsPython2(project: ProjectFacts): boolean {
  return ONLY_IN_PYTHON_2.some((name) => {
    const imported = new RegExp(
      `^(?:import ${literally(name)}[ \\t]*(?:as \\w+[ \\t]*)?$|from ${literally(name)} import\\b)`,
      "m",
    );
    return pathsWithWord(project, name).some((path) => imported.test(project.text(path) ?? ""));
  });
}
