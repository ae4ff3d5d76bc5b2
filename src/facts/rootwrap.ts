import type { ProjectFacts } from "./project.ts";

/** A tree with so few filters has moved to privsep and lets only its daemon start through rootwrap. */
const TOO_FEW = 6;

/** The commands that the rootwrap filters of a tree allow, by base name; `undefined` when the tree ships no filters. */
export function rootwrapCommands(project: ProjectFacts): ReadonlySet<string> | undefined {
  return project.onceOfTexts("rootwrap commands", () => {
    const files = project.sources.paths.filter((path) => /(^|\/)rootwrap\.d\/[^/]*\.filters$/.test(path));
    const filters = files.flatMap((path) => filtersOf(project.sources.read(path) ?? ""));
    return filters.length < TOO_FEW ? undefined : new Set(filters.flat());
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
