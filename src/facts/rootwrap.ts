import type { ProjectFacts } from "./project.ts";

/** A tree with so few filters has moved to privsep and lets only its daemon start through rootwrap. */
const TOO_FEW = 6;

/** The commands that the rootwrap filters of a tree allow, by base name; `undefined` when the tree ships no filters. */
export function rootwrapCommands(project: ProjectFacts): ReadonlySet<string> | undefined {
  return project.onceOfTexts("rootwrap commands", () => {
    const { paths } = project.sources;
    const read = (pattern: RegExp): readonly string[] =>
      paths.filter((path) => pattern.test(path)).map((path) => project.sources.read(path) ?? "");
    const filters = [
      ...read(/(^|\/)rootwrap\.d\/[^/]*\.filters$/).flatMap(filtersOf),
      ...read(/(^|\/)rootwrap\/[^/]*\.py$/).flatMap(listedFilters),
    ];
    return filters.length < TOO_FEW ? undefined : new Set(filters.flat());
  });
}

/** The commands of filters in a list of Python, as before there were files: `filters.CommandFilter("/sbin/ip", "root")`. */
function listedFilters(text: string): readonly (readonly string[])[] {
  return [...text.matchAll(/\bfilters\.(\w*)Filter\(([^()]*)\)/g)].map(([, kind = "", given = ""]) => {
    const words = [...given.matchAll(/['"]([^'"]*)['"]/g)].map(([, word = ""]) => word.replace(/^.*\//, ""));
    const own = kind === "Kill" ? ["kill"] : kind === "ReadFile" ? ["cat"] : [];
    return [...own, ...words];
  });
}

/**
 * The commands that each filter of a file names (oslo.rootwrap: `name: FilterClass, executable, user, …`).
 *
 * A line without a class name is a CommandFilter of older releases; further words are kept too, since
 * EnvFilter and ChainingRegExpFilter name the real command there.
 */
function filtersOf(text: string): readonly (readonly string[])[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const match = /^\s*([^#;\s[][^:=]*)[:=](.*)$/.exec(line);
    if (!match) return [];
    const words = (match[2] ?? "").split(",").map((word) => word.trim());
    const names = words
      .filter((word) => word !== "" && !/=/.test(word))
      .map((word) => word.replace(/^.*\//, ""));
    if (/KillFilter/.test(line)) return [["kill", ...names]];
    return [/ReadFileFilter/.test(line) ? ["cat", ...names] : names];
  });
}
