import path from "node:path";
import { osfix, type Said } from "../cli/osfix.ts";
import { scratch } from "../helpers/scratch.ts";

/** The module that most patches of the sample tree are about. */
export const TARGET = "vif_plug_linux_bridge/linux_net.py";

/** Runs a command on a tree, or on a place in it, with a cache of its own. */
export function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Said> {
  return osfix(args, { env: { XDG_CACHE_HOME: scratch(), ...env } });
}

/** All commands on a checkout that has the tags 2.0.0 and 2.1.0: those on the tree, and those on its objects. */
export async function runEverything(tree: string): Promise<ReadonlyMap<string, Said>> {
  const calls: readonly (readonly string[])[] = [
    ["status", tree],
    ["diff", tree],
    ["locate", tree],
    ["explain", `${path.join(tree, TARGET)}:40`],
    ["check", tree],
    ["check", "--since", "2.0.0", tree],
    ["emit", "--output", path.join(scratch(), "out"), tree],
    ["matrix", tree],
    ["drift", tree, "--from", "2.0.0", "--to", "2.1.0", "--no-cache"],
    ["apply", "--allow-dirty", tree],
    ["revert", tree],
    ["check", "--fix", tree],
  ];
  const said = new Map<string, Said>();
  for (const args of calls) said.set(args.filter((one) => !one.includes("/")).join(" "), await run(args));
  return said;
}
