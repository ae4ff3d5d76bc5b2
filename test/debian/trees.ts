import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { type DebianTree, debianTrees } from "../helpers/debian-trees.ts";

/** The series' profiles. */
export const PROFILES = ["published", "hardened"] as const;

/** The packages of one suite. */
export interface Suite {
  readonly name: string;
  /** For test names: the versions of both packages. */
  readonly label: string;
  /** What nova and what os-vif installs. */
  readonly trees: readonly [DebianTree, DebianTree];
}

/** The suites that there are trees of. Throws when a package cannot be fetched. */
export function debianSuites(): readonly Suite[] {
  const trees = debianTrees().filter(({ kind }) => kind === "installed");
  return [...new Set(trees.map(({ suite }) => suite))].map((name) => {
    const [nova, osVif] = ["nova", "os-vif"].map((project) =>
      trees.find((tree) => tree.suite === name && tree.project === project),
    );
    if (nova === undefined || osVif === undefined) throw new Error(`not all packages of ${name} are there`);
    return { name, label: `${name}: nova ${nova.version}, os-vif ${osVif.version}`, trees: [nova, osVif] };
  });
}

/** Puts both packages into one new directory, as they lie in dist-packages of a host. */
export function installSuite(suite: Suite, directory: string): void {
  for (const tree of suite.trees) {
    fs.cpSync(tree.directory, directory, {
      recursive: true,
      verbatimSymlinks: true,
      errorOnExist: true,
      force: false,
    });
  }
}

/** A hash over each path below a directory with its kind, mode and bytes. */
export function treeHash(directory: string): string {
  const hash = createHash("sha256");
  for (const name of fs.readdirSync(directory, { recursive: true, encoding: "utf8" }).sort()) {
    const file = path.join(directory, name);
    const { mode } = fs.lstatSync(file);
    const kind = mode & fs.constants.S_IFMT;
    hash.update(`${name}\0${mode}\0`);
    if (kind === fs.constants.S_IFREG) hash.update(fs.readFileSync(file));
    if (kind === fs.constants.S_IFLNK) hash.update(fs.readlinkSync(file));
  }
  return hash.digest("hex");
}
