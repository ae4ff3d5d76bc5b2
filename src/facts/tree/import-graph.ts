import { dottedPath, isPackagePath } from "../module/module-names.ts";
import { scriptLists } from "./program-functions.ts";
import type { ProjectFacts } from "./project.ts";

const IMPORT =
  /^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import[ \t]+(\([^)]*\)|[^\n#]*(?:\\\n[^\n#]*)*)|import[ \t]+([^\n#]+))/gm;
const OPTION_IMPORT = /\bimport_(?:opt|group)\s*\([^)]*?['"](\w+(?:\.\w+)+)['"]/g;

/**
 * The modules of the tree that are loaded when a module is: what it imports, also inside functions and by
 * oslo.config's `import_opt`, and the packages above all of them. An `import_opt` that a function of another module makes
 * does not count: it is for what that function reads. Read from text; cached per module.
 */
export function loadedWith(project: ProjectFacts, path: string): ReadonlySet<string> {
  return project.onceOfTexts(`loaded with ${path}`, () =>
    closure([path], (at) => importedBy(project, at, at === path ? "anywhere" : "without late options")),
  );
}

/** Which imports of a module count: those of its functions, and the `import_opt` that these make. */
type Where = "anywhere" | "without late options" | "first column";

/** The modules that a program has loaded by the time its `main()` begins: imports in the first column alone. */
export function loadedFirst(project: ProjectFacts, path: string): ReadonlySet<string> {
  return project.onceOfTexts(`loaded first ${path}`, () =>
    closure([path], (at) => importedBy(project, at, "first column")),
  );
}

/**
 * The same without the modules that some program starts by their names once it is configured, `Service('shop.clerk.manager')`, and what
 * only they load: another program that has such a module loaded earlier, for a constant of it, does not run it.
 */
export function loadedFirstToRun(project: ProjectFacts, path: string): ReadonlySet<string> {
  return project.onceOfTexts(`loaded first to run ${path}`, () => {
    const late = startedByName(project);
    return closure([path], (at) => importedBy(project, at, "first column").filter((to) => !late.has(to)));
  });
}

function startedByName(project: ProjectFacts): ReadonlySet<string> {
  return project.onceOfTexts("started by name", () => {
    const started = new Set<string>();
    for (const program of programsOf(project))
      for (const [, name = ""] of (project.text(program) ?? "").matchAll(/['"](\w+(?:\.\w+)+)['"]/g)) {
        const path = project.pathOf(name);
        if (path !== undefined && !loadedFirst(project, program).has(path)) started.add(path);
      }
    return started;
  });
}

function closure(start: readonly string[], next: (path: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set(start);
  const queue = [...start];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const path of next(at)) {
      if (seen.has(path)) continue;
      seen.add(path);
      queue.push(path);
    }
  }
  return seen;
}

/**
 * The modules that services start in: console scripts of setup.cfg and pyproject.toml, modules with a `main()`, and
 * scripts of old trees (`bin/nova-compute`), which are Python's by their first line alone.
 *
 * Tools for administrators (`…-manage`, `…-status`) and what is contributed beside the services load whatever they like and are
 * left out.
 */
export function programsOf(project: ProjectFacts): readonly string[] {
  return project.onceOfTexts("programs", () => {
    const found = new Set<string>();
    for (const listed of scriptLists(project)) {
      for (const match of listed.matchAll(/=\s*"?([\w.]+):\w+/g)) {
        const path = project.pathOf(match[1] ?? "");
        if (path !== undefined) found.add(path);
      }
    }
    const started = [...project.pathsMentioning("def main("), ...scriptsOf(project)];
    for (const path of started)
      if (/CONF\b|parse_args|\.init\(/.test(project.text(path) ?? "")) found.add(path);
    return [...found].filter((path) => !ADMINISTRATION.test(path));
  });
}

/** What each program of the tree loads. */
export function loadedByPrograms(project: ProjectFacts): readonly ReadonlySet<string>[] {
  return programsOf(project).map((program) => loadedWith(project, program));
}

function scriptsOf(project: ProjectFacts): readonly string[] {
  return project.sources.paths.filter(
    (path) => /(^|\/)bin\/[^/.]+$/.test(path) && /^#!.*\bpython/.test(project.text(path) ?? ""),
  );
}

const ADMINISTRATION =
  /^(?:contrib|devstack|examples?)\/|(manage(?!r)\w*|status|upgrade\w*|purge\w*|sync\w*|migrat\w*|check\w*|debug\w*|rtstool|tools?)(\.py$|\/|$)/;

function importedBy(project: ProjectFacts, path: string, where: Where): readonly string[] {
  return project.onceOfTexts(`imported by ${path} ${where}`, () => {
    const whole = project.text(path) ?? "";
    const text = where === "anywhere" ? whole : whole.replace(/^[ \t]+(?:from|import)\b.*$/gm, "");
    const own = dottedPath(path);
    const names = [...packagesOf(own)];
    const base = isPackagePath(path) ? own : own.split(".").slice(0, -1).join(".");
    for (const match of text.matchAll(IMPORT)) names.push(...importedNames(match, base));
    if (/import_(opt|group)/.test(text)) names.push(...optionModules(text, where));
    const paths = names.flatMap((name) => packagesOf(name)).flatMap((name) => project.pathOf(name) ?? []);
    return [...new Set(paths)];
  });
}

/** Modules that `import_opt` and `import_group` load; a long name stands in two strings side by side. */
function optionModules(text: string, where: Where): readonly string[] {
  const whole = text.replace(/(?<=\w\.?)(['"])\s*\n\s*\1(?=\w)/g, "");
  const counted =
    where === "without late options" ? whole.replace(/^[ \t]+.*\bimport_opt\s*\(/gm, "") : whole;
  return [...counted.matchAll(OPTION_IMPORT)].map(([, module = ""]) => module);
}

function importedNames(match: RegExpMatchArray, base: string): readonly string[] {
  if (match[3] !== undefined)
    return match[3].split(",").map((name) => name.split(/\s+as\s+/)[0]?.trim() ?? "");
  const dots = /^\.*/.exec(match[1] ?? "")?.[0].length ?? 0;
  const parts = base.split(".");
  const root =
    dots === 0
      ? (match[1] ?? "")
      : [...parts.slice(0, parts.length - dots + 1), (match[1] ?? "").slice(dots)]
          .filter((part) => part !== "")
          .join(".");
  const names = (match[2] ?? "")
    .replace(/[()\\]/g, " ")
    .split(",")
    .map((name) => name.trim().split(/\s+/)[0] ?? "");
  // Python 2 also looks beside the importing module
  return [
    root,
    ...names
      .filter((name) => name !== "")
      .flatMap((name) => [`${root}.${name}`, `${base}.${root}`, `${base}.${root}.${name}`]),
  ];
}

/** `a`, `a.b`, `a.b.c` of `a.b.c`: loading a module loads its packages. */
function packagesOf(name: string): readonly string[] {
  const parts = name.split(".");
  return parts.map((_, at) => parts.slice(0, at + 1).join("."));
}
