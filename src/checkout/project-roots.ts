import fs from "node:fs";
import path from "node:path";
import { PROJECT_PACKAGES, projectOfPackage } from "./known-packages.ts";

/** A directory that holds the top-level packages of a project. */
export interface ProjectRoot {
  readonly directory: string;
  readonly project: string;
}

// An RPM build directory is BUILD/NAME-VERSION/, since rpm 4.20 BUILD/NAME-VERSION-build/NAME-VERSION/.
const MAX_DEPTH = 3;
const MAX_DIRECTORIES = 400;
const NEVER_ENTERED = new Set(["node_modules", "__pycache__", "SOURCES", "SPECS", "SRPMS", "RPMS"]);
// Where Python's installers put packages below /, a chroot, a virtual environment or kolla's image.
const PREFIXES = ["", "usr", "usr/local", "var/lib/kolla/venv"] as const;

/**
 * The project roots of a directory: itself, the one above it when it lies within a package, or those below it.
 *
 * Ordered by project; several of one project are all returned.
 */
export function findProjectRoots(directory: string): readonly ProjectRoot[] {
  const here = projectsIn(directory);
  if (here.length > 0) return here;
  const above = rootAbove(directory);
  if (above !== undefined) return [above];
  const installed = installedBelow(directory);
  if (installed.length > 0) return installed;
  let level = [directory];
  let budget = MAX_DIRECTORIES;
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
    const next = level.flatMap(subdirectories).slice(0, budget);
    budget -= next.length;
    const found = next.flatMap((below) => [...projectsIn(below), ...installedBelow(below)]);
    if (found.length > 0) return byProject(found);
    level = next;
  }
  return [];
}

/** The project root above a file or directory that lies within a package; the nearest one that fits. */
export function rootAbove(real: string): ProjectRoot | undefined {
  const parts = real.split(path.sep);
  let partial: ProjectRoot | undefined;
  for (let at = parts.length - 1; at > 0; at--) {
    const project = projectOfPackage(parts[at] ?? "");
    if (project === undefined) continue;
    const root = parts.slice(0, at).join(path.sep) || path.sep;
    const found = { directory: root, project };
    if (isPackage(root)) continue;
    if (isPackage(path.join(root, parts[at] ?? ""))) return found;
    // Files copied out with their folders have no __init__.py: then the innermost name decides, for files only.
    if (at < parts.length - 1 && real.endsWith(".py")) partial ??= found;
  }
  return partial;
}

/** The projects whose packages lie directly in a directory; a part of a package (`shop/drivers/nova/`) is none. */
function projectsIn(directory: string): readonly ProjectRoot[] {
  if (isPackage(directory)) return [];
  const known = namesIn(directory).filter((name) => projectOfPackage(name) !== undefined);
  const full = known.filter((name) => isPackage(path.join(directory, name)));
  const held = full.length > 0 ? full : known.filter((name) => isPartialPackage(path.join(directory, name)));
  const rank = (name: string): number => Object.values(PROJECT_PACKAGES).flat().indexOf(name);
  const roots = new Map<string, ProjectRoot>();
  for (const name of [...held].sort((a, b) => rank(a) - rank(b))) {
    const project = projectOfPackage(name) ?? name;
    if (!roots.has(project)) roots.set(project, { directory, project });
  }
  return [...roots.values()];
}

function isPackage(directory: string): boolean {
  try {
    return fs.statSync(path.join(directory, "__init__.py")).isFile();
  } catch {
    return false;
  }
}

/** A package without `__init__.py`: modules below, and not a project root itself (nova/nova/__init__.py). */
function isPartialPackage(directory: string): boolean {
  const names = namesIn(directory);
  if (names.some((name) => ROOT_MARKERS.has(name) || projectOfPackage(name) !== undefined)) return false;
  return names.some((name) => name.endsWith(".py") || holdsModule(path.join(directory, name)));
}

const ROOT_MARKERS = new Set([
  "setup.py",
  "setup.cfg",
  "pyproject.toml",
  "PKG-INFO",
  ".git",
  "debian",
  "tox.ini",
]);

function holdsModule(directory: string): boolean {
  return namesIn(directory).some((name) => name.endsWith(".py"));
}

function namesIn(directory: string): readonly string[] {
  try {
    return fs.readdirSync(directory);
  } catch {
    return [];
  }
}

function subdirectories(directory: string): string[] {
  try {
    return fs
      .readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && !NEVER_ENTERED.has(entry.name))
      .map((entry) => path.join(directory, entry.name))
      .sort();
  } catch {
    return [];
  }
}

function installedBelow(directory: string): readonly ProjectRoot[] {
  const found = PREFIXES.flatMap((prefix) =>
    ["lib", "lib64"].flatMap((lib) =>
      subdirectories(path.join(directory, prefix, lib))
        .filter((name) => path.basename(name).startsWith("python"))
        .flatMap((python) => ["site-packages", "dist-packages"].map((name) => path.join(python, name))),
    ),
  );
  return byProject(found.filter(isRealDirectory).flatMap(projectsIn));
}

/** lib64 is often a link to lib; its packages must not count twice. */
function isRealDirectory(directory: string): boolean {
  try {
    return fs.realpathSync.native(directory) === directory;
  } catch {
    return false;
  }
}

function byProject(roots: readonly ProjectRoot[]): readonly ProjectRoot[] {
  return [...roots].sort((a, b) => compare(a.project, b.project) || compare(a.directory, b.directory));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
