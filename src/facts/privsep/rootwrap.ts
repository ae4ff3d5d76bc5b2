import { isGuestIn } from "../tree/distribution.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { hasPathBeginning } from "../tree/source-reader.ts";

/** A tree with so few filters, one of them for the daemon, has moved to privsep and lets only that start through rootwrap. */
const TOO_FEW = 6;

/** Fewer filters are a beginning. */
const FEWEST = 3;

/** The commands that the rootwrap filters of a tree allow, by base name; `undefined` when the tree ships no filters. */
export function rootwrapCommands(project: ProjectFacts): ReadonlySet<string> | undefined {
  return project.onceOfTexts("rootwrap commands", () => {
    const { paths } = project.sources;
    const read = (pattern: RegExp): readonly string[] =>
      paths.filter((path) => pattern.test(path)).map((path) => project.sources.read(path) ?? "");
    const filters = [
      ...read(/(^|\/)rootwrap\.d\/[^/]*\.filters$/).flatMap(filtersOf),
      ...read(/(^|\/)rootwrap\/[^/]*\.py$/).flatMap(listedFilters),
    ];
    const names = new Set(filters.flat());
    const isLeft = filters.length < TOO_FEW && names.has("privsep-helper");
    return isLeft || filters.length < FEWEST ? undefined : names;
  });
}

/** Whether a tree only adds filters to those of a host (`etc/shop/rootwrap.d/till.filters` of a till): that one allows more. */
export function addsToRootwrap(project: ProjectFacts): boolean {
  return project.onceOfTexts("rootwrap of a host", () => {
    const { paths } = project.sources;
    const hosts = paths.flatMap((path) => /(?:^|\/)etc\/([\w-]+)\/rootwrap\.d\/./.exec(path)?.[1] ?? []);
    return [...new Set(hosts)].some((host) => {
      const root = host.replaceAll("-", "_");
      return isGuestIn(project, root) || !hasPathBeginning(project.sources, `${root}/`);
    });
  });
}

/** Files that are installed where one service runs; the others are named for a tool and come along with it. */
const SERVICE_FILE =
  /^(?:api-metadata|baremetal-[\w-]+|compute|dhcp|l3|lbaas-[\w-]+|network|share|volume|vpnaas|[\w-]+-plugin)$/;

/** What names a service in a path as well as among the files of filters. */
const SERVICES = [
  "compute",
  "dhcp",
  "haproxy",
  "l3",
  "linuxbridge",
  "nec",
  "openvswitch",
  "share",
  "volume",
  "vpnaas",
];

/**
 * The file of filters of the service that a module belongs to (`compute` for `shop/virt/driver.py`), when it lacks a
 * command that only the files of other services allow: a host that runs nothing else cannot run the command as root.
 */
export function serviceWithout(project: ProjectFacts, path: string, command: string): string | undefined {
  const words = new Set(path.replace(/\.py$/, "").split(/[/_-]/));
  if (words.has("virt")) words.add("compute");
  const files = filterFiles(project);
  const own = [...files.keys()].filter((name) =>
    SERVICES.some(
      (service) => words.has(service) && new RegExp(`(?:^|^lbaas-)${service}(?:-plugin)?$`).test(name),
    ),
  );
  const [first] = own;
  const allowing = [...files].flatMap(([name, commands]) => (commands.has(command) ? [name] : []));
  return allowing.length > 0 && allowing.every((name) => SERVICE_FILE.test(name) && !own.includes(name))
    ? first
    : undefined;
}

/** The commands of each file of filters, by its name. */
function filterFiles(project: ProjectFacts): ReadonlyMap<string, ReadonlySet<string>> {
  return project.onceOfTexts("rootwrap filter files", () => {
    const files = new Map<string, ReadonlySet<string>>();
    for (const path of project.sources.paths) {
      const name = /(?:^|\/)rootwrap\.d\/([^/]*)\.filters$/.exec(path)?.[1];
      if (name !== undefined) files.set(name, new Set(filtersOf(project.sources.read(path) ?? "").flat()));
    }
    return files;
  });
}

/** The commands of filters in a list of Python, as before there were files: `filters.CommandFilter("/sbin/ip", "root")`. */
function listedFilters(text: string): readonly (readonly string[])[] {
  return [...text.matchAll(/\bfilters\.(\w*)Filter\(([^()]*)\)/g)].map(([, kind = "", given = ""]) => {
    const words = [...given.matchAll(/['"]([^'"]*)['"]/g)].map(([, word = ""]) => word.replace(/^.*\//, ""));
    // what is killed, or read, is not run
    return kind === "Kill" ? ["kill"] : kind === "ReadFile" ? ["cat"] : words;
  });
}

/**
 * The commands that each filter of a file names (oslo.rootwrap: `name: FilterClass, executable, user, …`).
 *
 * A line without a class name is a CommandFilter of older releases; further words are kept too, since
 * EnvFilter and ChainingRegExpFilter name the real command there.
 */
function filtersOf(text: string): readonly (readonly string[])[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const match = /^\s*([^#;\s[][^:=]*)[:=](.*)$/.exec(line);
    if (!match) return [];
    if (/KillFilter/.test(line)) return [["kill"]];
    if (/ReadFileFilter/.test(line)) return [["cat"]];
    const words = (match[2] ?? "").split(",").map((word) => word.trim());
    const names = words
      .filter((word) => word !== "" && !/=/.test(word))
      .map((word) => word.replace(/^.*\//, ""));
    return [names];
  });
}
