import type { ProjectFacts } from "./project.ts";

const NAME = /^[ \t]*name\s*=\s*["']?([\w.-]+)|^Name:\s*([\w.-]+)/m;

/** The package that bears the name of what the tree's metadata say it is: `some_plugin` of `some-plugin`. */
function ownPackage(project: ProjectFacts): string | undefined {
  return project.onceOfTexts("the distribution's own package", () => {
    for (const file of ["setup.cfg", "pyproject.toml", "PKG-INFO"]) {
      const found = NAME.exec(project.sources.read(file) ?? "");
      const name = (found?.[1] ?? found?.[2])?.replaceAll(/[.-]/g, "_").toLowerCase();
      if (name !== undefined) return project.pathOf(name) === undefined ? undefined : name;
    }
    return undefined;
  });
}

/**
 * Whether the tree holds only some modules of a package, which it adds to another distribution's: a plugin that puts its
 * driver below `nova/virt`. What the package lacks here, the other distribution has.
 *
 * @param root the package's first name
 */
export function isGuestIn(project: ProjectFacts, root: string): boolean {
  const path = project.pathOf(root);
  if (path === undefined) return false;
  if (/\b(declare_namespace|extend_path)\(/.test(project.text(path) ?? "")) return true;
  const own = ownPackage(project);
  return own !== undefined && own !== root;
}
