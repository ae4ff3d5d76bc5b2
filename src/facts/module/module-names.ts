/** Whether code under this path is test code: it may break every rule on purpose. */
export function isTestPath(path: string): boolean {
  return (
    /(^|\/)(tests?|functional|functionaltests|tempest|[^/]*_tempest_(?:plugin|tests)|[^/]*integration_?tests|testing)\//.test(
      path,
    ) || /(^|\/)(test_[^/]*|tests|conftest)\.py$/.test(path)
  );
}

/**
 * Python files by their dotted module name.
 *
 * A module's name begins at the outermost folder of the unbroken run of folders with `__init__.py` above
 * it, so `src/a/b.py` is `a.b` when only `src/a` is a package. Folders without `__init__.py` between
 * packages (namespace packages) count as packages when their parent does.
 */
export function moduleNames(paths: readonly string[]): ReadonlyMap<string, string> {
  const packages = new Set(
    paths
      .filter((path) => path.endsWith("/__init__.py"))
      .map((path) => path.slice(0, -"/__init__.py".length))
      // the folder of a repository, `some-project`, may hold one as well
      .filter((path) => !path.slice(path.lastIndexOf("/") + 1).includes("-")),
  );
  const names = new Map<string, string>();
  for (const path of paths) {
    if (!path.endsWith(".py")) continue;
    const name = moduleName(path, packages);
    if (!names.has(name)) names.set(name, path);
  }
  return names;
}

/** Whether the file is a package's `__init__.py`. */
export function isPackagePath(path: string): boolean {
  return /(^|\/)__init__\.py$/.test(path);
}

function moduleName(path: string, packages: ReadonlySet<string>): string {
  const parts = path
    .replace(/(^|\/)__init__\.py$/, "")
    .replace(/\.py$/, "")
    .split("/")
    .filter((part) => part !== "");
  for (let from = 0; from < parts.length - 1; from++) {
    if (packages.has(parts.slice(0, from + 1).join("/"))) return parts.slice(from).join(".");
  }
  if (parts.length > 0 && packages.has(parts.join("/"))) return parts.slice(-1).join(".");
  return parts.join(".");
}

/**
 * Second names of modules, for imports that the first names do not explain.
 *
 * A plugin that is laid over `shop` has `shop/drivers/tin/__init__.py` without the packages above: its first name is `tin`,
 * and it is imported as `shop.drivers.tin`. Where a folder `shop` holds the project `shop`, `shop/shop/a.py` is `shop.a` too.
 *
 * @param names the first names, which are nobody else's
 */
export function overlaidNames(
  paths: readonly string[],
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const further = new Map<string, string>();
  for (const path of paths) {
    if (!path.endsWith(".py")) continue;
    const parts = stem(path).split("/");
    const named = (from: number): string => parts.slice(from).join(".");
    const add = (name: string): void => {
      if (!further.has(name)) further.set(name, path);
    };
    if (names.get(named(0)) === path) {
      if (parts[0] === parts[1] && !names.has(named(1))) add(named(1));
    } else for (let from = 0; from < parts.length && !names.has(named(from)); from++) add(named(from));
  }
  return further;
}

/** The last part of a module's dotted name, whatever packages are above it: `b` of `a/b.py` and of `a/b/__init__.py`. */
export function lastModule(path: string): string {
  return stem(path).split("/").at(-1) ?? "";
}

/** The dotted name of a module as its path has it, from the root of the tree: `a.b` of `a/b.py` and of `a/b/__init__.py`. */
export function dottedPath(path: string): string {
  return stem(path).replaceAll("/", ".");
}

/** `a` of `a.b.c`: the package that a module belongs to, from the outside. */
export function firstPart(dotted: string): string {
  return dotted.split(".", 1)[0] ?? dotted;
}

/** The path of a module without what makes it a file. */
function stem(path: string): string {
  return path.replace(/(\/__init__)?\.py$/, "");
}
