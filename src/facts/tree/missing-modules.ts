import { firstPart, isPackagePath } from "../module/module-names.ts";
import type { ProjectFacts } from "./project.ts";
import { hasPathBeginning } from "./source-reader.ts";

/**
 * Whether nothing of the tree can be a module of one of its packages: there is no file and no folder of the name, and no
 * name of a package stands for it. What a build writes is not missed.
 */
export function lacksModule(project: ProjectFacts, wanted: string): boolean {
  return project.onceOfTexts(`lacks module ${wanted}`, () => cannotBe(project, wanted));
}

function cannotBe(project: ProjectFacts, wanted: string): boolean {
  const [parent, name] = firstGap(project, wanted);
  const source = project.moduleNamed(parent);
  if (!source || !isPackagePath(source.path)) return false;
  // classes are put into packages by whoever registers them
  if (!/^[a-z]\w*$/.test(name) || GENERATED.test(name)) return false;
  if (source.scope.bindings.has(name) || source.scope.bindings.has("*") || OPEN.test(source.text))
    return false;
  if (source.tree.errors.length > 0) return false;
  const place = source.path.replace(/__init__\.py$/, name);
  return ![".", "/"].some((next) => hasPathBeginning(project.sources, place + next));
}

/** The last package of a dotted name that is there, and the part after it. */
function firstGap(project: ProjectFacts, wanted: string): readonly [string, string] {
  const parts = wanted.split(".");
  let known = parts.length - 1;
  while (known > 1 && project.pathOf(parts.slice(0, known).join(".")) === undefined) known--;
  return [parts.slice(0, known).join("."), parts[known] ?? ""];
}

/** Modules that a build writes, or whoever installs the program. */
const GENERATED = /^_?version$|_pb2(_grpc)?$|^(lex|yacc|parse)tab$|settings$|^_|generated|^git_?version/;

/** Packages that find or make their modules otherwise. */
const OPEN = /__path__|__getattr__|sys\.modules|globals\(\)|setattr\(|lazy|exec\(|declare_namespace/;

/**
 * Whether the tree has a module's package as a whole, so that what is missing from it is nowhere: in a part of a checkout,
 * in a plugin that is laid over another project, and where a package is spread over distributions, much of what is imported
 * is elsewhere.
 */
export function isWholeTree(project: ProjectFacts, dotted: string): boolean {
  const own = firstPart(dotted);
  return project.onceOfTexts(`has all of ${own}`, () => {
    const missing = new Set<string>();
    const gaps = new Set<string>();
    let found = 0;
    for (const path of project.pathsMentioning(`${own}.`, `from ${own} `)) {
      for (const [, name = "", taken = ""] of (project.text(path) ?? "").matchAll(IMPORTED)) {
        if (firstPart(name) !== own) continue;
        const lacking = lackingOf(project, name, taken);
        if (lacking !== undefined) missing.add(lacking);
        // a package that was moved is missed by all its modules
        if (lacking === name) gaps.add(firstGap(project, name).join("."));
        else found++;
        if (missing.size > FEW) return false;
      }
    }
    return found >= MANY * gaps.size;
  });
}

/** The module, or what is taken of the package, that is not there; by a look at texts. */
function lackingOf(project: ProjectFacts, name: string, taken: string): string | undefined {
  const path = project.pathOf(name);
  if (path === undefined) return name;
  if (!isPackagePath(path)) return undefined;
  const text = project.text(path) ?? "";
  const isThere = (one: string) => text.includes(one) || project.pathOf(`${name}.${one}`) !== undefined;
  const lost = (taken.match(/\w+/g) ?? []).find((one) => /^[a-z]/.test(one) && !isThere(one));
  return lost === undefined || OPEN.test(text) ? undefined : `${name}.${lost}`;
}

/** What is imported anywhere but as the first thing of a `try`, and the names that are taken of it. */
const IMPORTED =
  /^[ \t]*(?:from|import)(?<!try:\s*(?:from|import))[ \t]+([\w.]+)(?:[ \t]+import[ \t]+\(?[ \t]*(\w+(?:[ \t]*,[ \t]*\w+)*))?/gm;

/** So many modules may be missing from a whole tree by mistake, and so many imports must find theirs for each package that is. */
const [FEW, MANY] = [3, 20];
