import type { Tree } from "../checkout/tree.ts";

/** What one file (or git) says about a tree. */
export interface Evidence {
  /** The file from the tree's root, or the command (`git describe`). */
  readonly source: string;
  /** What it says, as a clause: `Version: 26.2.2`. */
  readonly says: string;
}

/** How a tree came to the machine. */
export type Packaging = "git" | "sdist" | "debian-source" | "rpm-build" | "installed" | "files";

/** A version as a source states it, not parsed yet. */
export interface Claim extends Evidence {
  readonly version: string;
  /** The name of the project in that source, if it names one. */
  readonly name: string | undefined;
  readonly packaging: Packaging;
}

/**
 * What the tree's own files say about name and version, the most trustworthy first: PKG-INFO, debian/changelog,
 * the metadata beside an installed package, setup.cfg (versions before pbr only).
 *
 * `names` are the distribution names of the project (`os-vif`, `os_vif`); metadata of other projects is passed over.
 */
export function readClaims(tree: Tree, names: readonly string[]): readonly Claim[] {
  const top = tree.list("");
  return [
    ...fromChangelog(tree),
    ...fromPkgInfo(tree, "PKG-INFO", "sdist", names),
    ...top.flatMap((entry) => fromMetadata(tree, entry, names)),
    ...fromSetupCfg(tree),
  ];
}

function textOf(tree: Tree, path: string): string | undefined {
  if (!tree.exists(path)) return undefined;
  const read = tree.read(path);
  return read.kind === "source" ? read.text : undefined;
}

/** The first line of a Debian changelog: `nova (2:26.2.2-1~deb12u4) bookworm; urgency=medium`. */
function fromChangelog(tree: Tree): readonly Claim[] {
  const first = textOf(tree, "debian/changelog")?.split(/\r?\n/, 1)[0] ?? "";
  const found = /^(\S+) \(([^)]+)\)/.exec(first);
  if (!found?.[1] || !found[2]) return [];
  const says = `${found[1]} (${found[2]})`;
  return [
    { source: "debian/changelog", says, version: found[2], name: found[1], packaging: "debian-source" },
  ];
}

function fromPkgInfo(
  tree: Tree,
  path: string,
  packaging: Packaging,
  names: readonly string[],
): readonly Claim[] {
  const head = textOf(tree, path)?.split(/\r?\n\r?\n/, 1)[0];
  const version = head === undefined ? undefined : /^Version:\s*(\S+)/m.exec(head)?.[1];
  if (head === undefined || version === undefined) return [];
  const name = /^Name:\s*(\S+)/m.exec(head)?.[1];
  if (name !== undefined && !names.includes(plainName(name))) return [];
  return [{ source: path, says: `Version: ${version}`, version, name, packaging }];
}

/** NAME-VERSION.egg-info/PKG-INFO, NAME.egg-info/PKG-INFO or NAME-VERSION.dist-info/METADATA; egg-info may be a file. */
function fromMetadata(tree: Tree, entry: string, names: readonly string[]): readonly Claim[] {
  const found = /^(.+?)(?:-(\d[^-]*))?(?:-py\d(?:\.\d+)?)?\.(egg-info|dist-info)$/.exec(entry);
  if (!found?.[1] || !names.includes(plainName(found[1]))) return [];
  const file = found[3] === "dist-info" ? "METADATA" : "PKG-INFO";
  // Beside setup.py the egg-info belongs to an sdist (or a developer's build), elsewhere to an installation.
  const packaging = tree.exists("setup.py") || tree.exists("setup.cfg") ? "sdist" : "installed";
  const read = tree.isDirectory(entry)
    ? fromPkgInfo(tree, `${entry}/${file}`, packaging, names)
    : fromPkgInfo(tree, entry, packaging, names);
  if (read.length > 0 || found[2] === undefined) return read;
  return [{ source: entry, says: `its name has ${found[2]}`, version: found[2], name: found[1], packaging }];
}

/** `name = nova` and, before pbr took over, `version = 2013.2` in the section [metadata]. */
function fromSetupCfg(tree: Tree): readonly Claim[] {
  const metadata = sectionOf(textOf(tree, "setup.cfg"), "metadata");
  const version = /^version\s*=\s*(\d\S*)/m.exec(metadata)?.[1];
  if (version === undefined) return [];
  const name = /^name\s*=\s*(\S+)/m.exec(metadata)?.[1];
  return [{ source: "setup.cfg", says: `version = ${version}`, version, name, packaging: "files" }];
}

/** The names of the project that setup.cfg, pyproject.toml, PKG-INFO and debian/control give, with their source. */
export function readNames(tree: Tree): readonly { readonly name: string; readonly source: string }[] {
  const found = [
    [/^name\s*=\s*(\S+)/m.exec(sectionOf(textOf(tree, "setup.cfg"), "metadata"))?.[1], "setup.cfg"],
    [
      /^name\s*=\s*["']([^"']+)/m.exec(sectionOf(textOf(tree, "pyproject.toml"), "project"))?.[1],
      "pyproject.toml",
    ],
    [/^Name:\s*(\S+)/m.exec(textOf(tree, "PKG-INFO") ?? "")?.[1], "PKG-INFO"],
    [/^Source:\s*(\S+)/m.exec(textOf(tree, "debian/control") ?? "")?.[1], "debian/control"],
  ] as const;
  return found.flatMap(([name, source]) => (name === undefined ? [] : [{ name, source }]));
}

/** `.gitreview`: the branch that reviews go to, such as `stable/newton`. */
export function readReviewBranch(tree: Tree): string | undefined {
  return /^defaultbranch\s*=\s*(\S+)/m.exec(textOf(tree, ".gitreview") ?? "")?.[1];
}

/** `os_vif`, `python-os-vif` and `os.vif` as `os-vif`. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[-_.]+/g, "-")
    .replace(/^python3?-/, "");
}

function sectionOf(ini: string | undefined, section: string): string {
  const lines = (ini ?? "").split(/\r?\n/);
  const start = lines.indexOf(`[${section}]`);
  if (start < 0) return "";
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith("["));
  return lines.slice(start + 1, length < 0 ? undefined : start + 1 + length).join("\n");
}
