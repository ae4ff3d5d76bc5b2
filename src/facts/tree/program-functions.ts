import type { PlacedFunction, ProjectFacts } from "./project.ts";

/**
 * The functions that console scripts of setup.cfg and pyproject.toml run, by the path of the module that defines them;
 * aliases are followed (`start = agent.start`). A module is parsed only when a script names it.
 */
export function programFunctionsOf(project: ProjectFacts, path: string): readonly PlacedFunction[] {
  const names = targetNames(project);
  const defined = [...(project.text(path) ?? "").matchAll(/\ndef (\w+)\(/g)];
  if (!defined.some(([, name = ""]) => names.has(name))) return [];
  return resolvedTargets(project).filter((placed) => placed.module.path === path);
}

/** The names of the console scripts that run a function. */
export function scriptsOf(project: ProjectFacts, placed: PlacedFunction): readonly string[] {
  return [...scriptTargets(project)].flatMap(([name, target]) => {
    const meaning = project.resolve(target);
    return meaning.kind === "function" && meaning.function === placed.function ? [name] : [];
  });
}

function resolvedTargets(project: ProjectFacts): readonly PlacedFunction[] {
  return project.once("functions of console scripts", () =>
    targetsOf(project).flatMap((target) => {
      const meaning = project.resolve(target);
      return meaning.kind === "function" ? [meaning] : [];
    }),
  );
}

function targetNames(project: ProjectFacts): ReadonlySet<string> {
  return project.once(
    "names of console scripts' functions",
    () => new Set(targetsOf(project).map((target) => target.slice(target.lastIndexOf(".") + 1))),
  );
}

function targetsOf(project: ProjectFacts): readonly string[] {
  return [...new Set(scriptTargets(project).values())];
}

/** `shop-agent` and `pkg.cmd.agent.start` of the line `shop-agent = pkg.cmd.agent:start`. */
function scriptTargets(project: ProjectFacts): ReadonlyMap<string, string> {
  return project.once("targets of console scripts", () => {
    const found = new Map<string, string>();
    for (const listed of scriptLists(project))
      for (const match of listed.matchAll(/^[ \t]*"?([\w.-]+)"?\s*=\s*"?([\w.]+):(\w+)/gm))
        found.set(match[1] ?? "", `${match[2] ?? ""}.${match[3] ?? ""}`);
    return found;
  });
}

/** The lines with the console scripts of setup.cfg and of pyproject.toml, as they are written. */
export function scriptLists(project: ProjectFacts): readonly string[] {
  return ["setup.cfg", "pyproject.toml"].map(
    (file) => SCRIPTS.exec(`${project.sources.read(file) ?? ""}\n`)?.[1] ?? "",
  );
}

const SCRIPTS =
  /^(?:[ \t]*console_scripts\s*=|\[project\.scripts\])[^\n]*\n((?:[ \t]+.*\n|[\w"-]+ *= *".*\n|\n)*)/m;
