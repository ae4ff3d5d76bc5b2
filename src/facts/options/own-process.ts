import { literally } from "../../text/literally.ts";
import { isGuestIn } from "../tree/distribution.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { pathsWithWord } from "../tree/word-index.ts";
import type { OptionRegistry } from "./option-registry.ts";

/**
 * Whether the tree defines the options itself that a file reads: it does not live inside another service's process, and
 * neither does the file.
 */
export function standsAlone(project: ProjectFacts, path: string): boolean {
  return servicesOf(project, path).length === 0 && isOwnProcess(project);
}

/**
 * The services in whose process a file runs by its place: it lies in a folder that is named for a service, and something in there
 * imports the service. A driver that only talks to it has a folder of its name as well.
 */
export function servicesOf(project: ProjectFacts, path: string): readonly string[] {
  return SERVICES.filter((name) => {
    if (!isInsideOf(name, path)) return false;
    const folder = path.slice(0, path.indexOf(`/${name}/`) + name.length + 2);
    return project.onceOfTexts(`${folder} runs in ${name}`, () =>
      pathsWithWord(project, name).some(
        (other) => other.startsWith(folder) && rootsImported(project.text(other) ?? "").includes(name),
      ),
    );
  });
}

/** A file in a directory that is named for a service and lies inside of another package: `shop/nova/driver.py`. */
function isInsideOf(service: string, path: string): boolean {
  return path.includes(`/${service}/`);
}

function isOwnProcess(project: ProjectFacts): boolean {
  return servicesAround(project).size === 0;
}

/** The services that the tree is no part of, and whose modules its code imports. */
export function servicesAround(project: ProjectFacts): ReadonlySet<string> {
  return project.onceOfTexts("services around the tree", () => {
    const found = new Set<string>();
    const foreign = SERVICES.filter((name) => project.pathOf(name) === undefined || isGuestIn(project, name));
    const words = [...foreign, ...OF_SERVICES.keys()];
    for (const path of new Set(words.flatMap((name) => pathsWithWord(project, name)))) {
      // oslo-incubator's copies speak of nova in their examples
      if (path.includes("openstack/common/") || /^docs?\//.test(path)) continue;
      const text = project.text(path) ?? "";
      if (servicesIn(foreign, path, text).every((name) => found.has(name))) continue;
      // an example in a docstring imports nothing
      for (const name of servicesIn(foreign, path, text.replace(/("""|''')[\s\S]*?\1/g, ""))) found.add(name);
    }
    return found;
  });
}

/** Which of the services a file imports, and is no part of. */
function servicesIn(services: readonly string[], path: string, text: string): readonly string[] {
  return rootsImported(text).filter((root) => services.includes(root) && !isInsideOf(root, path));
}

/** Libraries that are there for what runs in a service's process alone. */
const OF_SERVICES: ReadonlyMap<string, string> = new Map([["octavia_lib", "octavia"]]);

/** The packages that the imports of a text begin with, or the services that these are for. */
function rootsImported(text: string): readonly string[] {
  // `from shop.drivers \` and `import nova` below it is one statement
  const joined = text.replace(/\\\n[ \t]*/g, " ");
  const imports = /^[ \t]*(?:from\s+(\w+)[.\w]*\s+import|import\s+(\w+))\b/gm;
  return Array.from(joined.matchAll(imports), (match) => {
    const root = match[1] ?? match[2] ?? "";
    return OF_SERVICES.get(root) ?? root;
  });
}

const SERVICES = [
  "nova",
  "neutron",
  "cinder",
  "glance",
  "ironic",
  "manila",
  "designate",
  "ceilometer",
  "keystone",
  "heat",
  "octavia",
  "trove",
  "sahara",
  "magnum",
  "aodh",
  "barbican",
  "placement",
];

/**
 * Whether a tree that lives in another service's process has a group for itself: the service has none that is called so,
 * and but for one option the tree registers all, and not few, that it reads from the group.
 */
export function hasForItself(project: ProjectFacts, registry: OptionRegistry, group: string): boolean {
  if (isOfServices(group)) return false;
  const read = readsOf(project, group);
  const known = [...read].filter((option) => registry.groupsOf(option)?.has(group)).length;
  return known >= 3 && read.size - known <= 1;
}

/** Whether a file lives in the process of a service that may have a group of the name, with options of its own. */
export function isGroupOfService(project: ProjectFacts, path: string, group: string): boolean {
  return isOfServices(group) && !standsAlone(project, path);
}

/**
 * Whether a group that the tree does not register may be there for a file all the same: it lives in the process of a
 * service that has one of the name, or from which the tree reads what it registers nowhere.
 */
export function mayBeOfService(
  project: ProjectFacts,
  registry: OptionRegistry,
  path: string,
  group: string,
): boolean {
  if (standsAlone(project, path)) return false;
  return isOfServices(group) || [...readsOf(project, group)].some((option) => !registry.isKnown(option));
}

/** What the tree reads from a group of the configuration. */
function readsOf(project: ProjectFacts, group: string): ReadonlySet<string> {
  return project.onceOfTexts(`options read of ${group}`, () => {
    const read = new Set<string>();
    for (const path of pathsWithWord(project, group))
      for (const [, option = ""] of (project.text(path) ?? "").matchAll(
        new RegExp(`\\bconf\\.${literally(group)}\\.(\\w+)`, "gi"),
      ))
        read.add(option);
    return read;
  });
}

function isOfServices(group: string): boolean {
  return GROUPS_OF_SERVICES.test(group) || SERVICES.includes(group.toLowerCase());
}

const GROUPS_OF_SERVICES =
  /^(agent|api|compute|hyperv|libvirt|linux_bridge|ml2\w*|ovn\w*|ovs\w*|pci|powervm|quotas|scheduler|securitygroup|service_providers|sriov\w*|upgrade_levels|vmware|vxlan|workarounds|xenserver|zvm)$/i;
