import path from "node:path";
import { directoryTree } from "../checkout/directory-tree.ts";
import type { OpenedTree } from "../checkout/open-trees.ts";

/** A module that is worth patching outside of its tree, and code by which it is told from others of its name. */
interface KnownModule {
  readonly path: string;
  readonly project: string;
  readonly sign: RegExp;
}

// Two modules of nova are called neutron.py, and linux_net.py there is in three packages: the name alone does not do.
const MODULES: readonly KnownModule[] = [
  { path: "nova/network/neutron.py", project: "nova", sign: /^from nova\.network import|^class API\(/m },
  { path: "nova/network/neutronv2/api.py", project: "nova", sign: /^from nova\.network\.neutronv2 import/m },
  { path: "nova/network/quantumv2/api.py", project: "nova", sign: /^from nova\.network import quantumv2/m },
  { path: "nova/conf/neutron.py", project: "nova", sign: /^neutron_(?:opts|group) = /m },
  { path: "nova/network/os_vif_util.py", project: "nova", sign: /^def nova_to_osvif_/m },
  {
    path: "vif_plug_linux_bridge/linux_net.py",
    project: "os-vif",
    sign: /^def (?:ensure_vlan_bridge|_ensure_vlan_privileged)\(/m,
  },
  { path: "vif_plug_linux_bridge/linux_bridge.py", project: "os-vif", sign: /^class LinuxBridgePlugin\(/m },
];

/** The lone file as a tree of its project, or why it cannot be told which module it is, as a clause. */
export type Adoption =
  | { readonly kind: "adopted"; readonly opened: OpenedTree }
  | { readonly kind: "unknown"; readonly reason: string };

/**
 * Gives a file that lies outside of any package its path in the project, by its name and what it defines.
 *
 * `as` is that path when the user says it. The tree then holds this one file and answers to that path only.
 */
export function adoptLoneFile(opened: OpenedTree, as?: string): Adoption {
  const name = opened.focus ?? "";
  if (as !== undefined)
    return { kind: "adopted", opened: underPath(opened, name, as, projectAt(as), `--as ${as}`) };
  const named = MODULES.filter((known) => path.posix.basename(known.path) === name);
  const read = opened.tree.read(name);
  if (read.kind === "problem") return { kind: "unknown", reason: read.reason };
  const fitting = named.filter((known) => known.sign.test(read.text));
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) {
    const why = `its name and what it defines are those of ${only.path}`;
    return { kind: "adopted", opened: underPath(opened, name, only.path, only.project, why) };
  }
  const candidates = (fitting.length > 0 ? fitting : named).map((known) => known.path).join(", ");
  const looked =
    candidates === "" ? `no target of a patch is called ${name}` : `it may be meant as ${candidates}`;
  return { kind: "unknown", reason: `it lies outside of any package and cannot be told apart: ${looked}` };
}

function projectAt(as: string): string | undefined {
  return MODULES.find((known) => known.path === as)?.project;
}

function underPath(
  opened: OpenedTree,
  name: string,
  as: string,
  project: string | undefined,
  why: string,
): OpenedTree {
  const tree = directoryTree(opened.tree.root, {
    label: opened.tree.label,
    aliases: new Map([[as, name]]),
    only: true,
  });
  return { tree, project, focus: as, lone: true, evidence: [why] };
}
