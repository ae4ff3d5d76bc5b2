import {
  hasPathBeginning,
  literally,
  type ModuleFacts,
  type ProjectFacts,
  pathsWithWord,
} from "../../../src/rule.ts";

/** A submodule is a matter of its own where anything imports it: it is there from then on. Object packages fill themselves. */
export function isPackageOf(project: ProjectFacts, module: ModuleFacts, name: string): boolean {
  if (project.pathOf(`${module.name}.${name}`) !== undefined) return mayBeImported(project, module, name);
  return /(^|\/)objects\/__init__\.py$/.test(module.path) || isSuite(project, module, name);
}

/**
 * Whether any module imports a submodule, or says its full name for others to import, or the package itself loads
 * modules by name.
 */
function mayBeImported(
  project: ProjectFacts,
  { name: home, text, path }: ModuleFacts,
  name: string,
): boolean {
  const wanted = `${home}.${name}`;
  return project.once(`imported ${wanted}`, () => {
    if (!path.endsWith("/__init__.py") || LOADS.test(text)) return true;
    const isSaid = new RegExp(
      `\\b(from|import)\\b[^\\n]*\\b${literally(name)}\\b|[(,]\\s*${literally(name)}\\b\\s*[,)]`,
    );
    return pathsWithWord(project, name).some((from) => {
      const said = project.text(from) ?? "";
      if (said.includes(wanted)) return true;
      const importing = isSaid.test(said) ? project.module(from) : undefined;
      return importing?.imports.some(({ target }) => `${target}.`.startsWith(`${wanted}.`)) === true;
    });
  });
}

/** What loads modules that no import names. */
const LOADS =
  /__import__|import_module|import_object|import_class|pkgutil|iter_modules|walk_packages|listdir|glob|lazy/i;

/** A folder beside the package, or a file, that holds generated or compiled code of that name. */
function isSuite(project: ProjectFacts, module: ModuleFacts, name: string): boolean {
  const folder = module.path.replace(/__init__\.py$/, "");
  return (
    folder !== module.path &&
    [".", "/"].some((end) => hasPathBeginning(project.sources, `${folder}${name}${end}`))
  );
}
