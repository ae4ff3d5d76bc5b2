import { readLibraryLines } from "../../checkout/library-files.ts";
import { remembered } from "../tree/fact-memory.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { wordIndex } from "../tree/word-index.ts";
import { servicesAround, servicesOf } from "./own-process.ts";

/**
 * Whether a service in whose process a file runs, or what other projects put there, may have an option or a group of the name: what
 * it has had in any release, and anything of one that is not known here.
 */
export function mayBeOfServices(project: ProjectFacts, path: string, name: string): boolean {
  const plugins = pluginsAround(project);
  const around = [...servicesAround(project), ...servicesOf(project, path), ...plugins];
  // all that is known of is put into neutron
  if (plugins.size > 0) around.push("neutron");
  return around.some((root) => namesOf(root)?.has(name) ?? true);
}

/** Whose options and groups libraries/options/ has. */
const KNOWN = (
  "neutron nova octavia neutron_lbaas neutron_fwaas neutron_vpnaas neutron_dynamic_routing networking_bgpvpn " +
  "networking_l2gw networking_sfc"
).split(" ");

const held = new Map<string, ReadonlySet<string>>();

/** The names that a service or a plugin has had; `undefined` where that is not known. A file each, read when it is asked for. */
function namesOf(root: string): ReadonlySet<string> | undefined {
  return KNOWN.includes(root)
    ? remembered(held, root, () => new Set(readLibraryLines(`options/${root}.txt`)))
    : undefined;
}

/** The packages that other projects put into services and that the tree imports. */
function pluginsAround(project: ProjectFacts): ReadonlySet<string> {
  return project.onceOfTexts("plugins around the tree", () => {
    const found = new Set<string>();
    const named = [...wordIndex(project)].filter(([word]) => PLUGIN.test(word));
    for (const path of new Set(named.flatMap(([, paths]) => paths)))
      for (const [, root = ""] of (project.text(path) ?? "").matchAll(IMPORT))
        if (root !== "neutron_lib" && project.pathOf(root) === undefined) found.add(root);
    return found;
  });
}

const NAMES = "(?:networking_|neutron_|nova_|octavia_|gbpservice|vmware_nsx|apic_ml2|opflexagent)\\w*";
const PLUGIN = new RegExp(`^${NAMES}`);
const IMPORT = new RegExp(`^[ \\t]*(?:from|import)[ \\t]+(${NAMES})`, "gm");
