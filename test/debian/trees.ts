import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { debianTrees } from "../helpers/debian-trees.ts";

/** The series' profiles. */
export const PROFILES = ["published", "hardened"] as const;

/** What a host of a suite has: nova and os-vif as their binary packages install them, each in a folder of its own. */
export interface Host {
  readonly suite: string;
  /** For test names: the versions of both. */
  readonly label: string;
  readonly nova: string;
  readonly osVif: string;
}

/** One host a suite. Throws when a package cannot be fetched. */
export function debianHosts(): readonly Host[] {
  const trees = debianTrees().filter(({ kind }) => kind === "installed");
  const suites = [...new Set(trees.map(({ suite }) => suite))];
  return suites.map((suite) => {
    const treeOf = (project: string) => {
      const found = trees.find((tree) => tree.suite === suite && tree.project === project);
      if (found === undefined) throw new Error(`no tree of ${project} in ${suite}`);
      return found;
    };
    const [nova, osVif] = [treeOf("nova"), treeOf("os-vif")];
    const label = `${suite}: nova ${nova.version}, os-vif ${osVif.version}`;
    return { suite, label, nova: nova.directory, osVif: osVif.directory };
  });
}

/** Copies a host's trees below a folder. */
export function copyHost(host: Host, folder: string): Host {
  const copy = (directory: string, name: string): string => {
    const to = path.join(folder, name);
    fs.cpSync(directory, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    return to;
  };
  return { ...host, nova: copy(host.nova, "nova"), osVif: copy(host.osVif, "os-vif") };
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
