import fs from "node:fs";
import { UserError } from "../text/user-error.ts";
import { isOurs, namesIn, type PatchNames } from "./output-files.ts";
import type { TreePatches } from "./series-formats.ts";

/** The patches of a tree that a package is to get, and what of them the tree holds already. */
export interface PatchesOnTree extends TreePatches {
  /** Of each semantic patch that was asked for, by its id: whether it is in the tree. */
  readonly inTree: ReadonlyMap<string, boolean>;
}

/** Undefined where there is no file, or one of somebody else's. */
function readOwnPatch(file: string): PatchNames | undefined {
  if (!fs.existsSync(file) || !fs.statSync(file).isFile()) return undefined;
  const bytes = fs.readFileSync(file);
  return isOurs(bytes) ? namesIn(bytes) : undefined;
}

/** Whether an earlier run wrote the file, for this series. */
export function isOursAt(file: string, series: string): boolean {
  const own = readOwnPatch(file);
  return own !== undefined && (own.series ?? series) === series;
}

/** @throws UserError when a file of that name is there and is not ours, or another series' */
export function refuseForeign(file: string, series: string): void {
  if (!fs.existsSync(file) || isOursAt(file, series)) return;
  const hint = "choose another name with --name-template or --start-number";
  const other = readOwnPatch(file)?.series;
  const why = other === undefined ? "osfix did not write it" : `it is of the series ${other}`;
  throw new UserError(`${file} is there already, and ${why}`, { hint });
}

/**
 * Whether the patches of an earlier run are applied in the tree that new ones are made from, as they are in what
 * `rpmbuild -bp` leaves. Then they must stay: the new ones, if any, begin where they end.
 *
 * All of them or none are: a tool applies a package's patches together. Where some of them are in the tree and some are
 * not, the project has taken these some.
 */
export function areApplied(files: readonly string[], inTree: PatchesOnTree["inTree"]): boolean {
  const states = files.flatMap((file) => inTree.get(readOwnPatch(file)?.id ?? "") ?? []);
  return states.length > 0 && states.every(Boolean);
}
