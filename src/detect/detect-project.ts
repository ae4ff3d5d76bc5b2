import { PROJECT_PACKAGES, projectOfPackage } from "../checkout/known-packages.ts";
import type { Tree } from "../checkout/tree.ts";
import {
  type Claim,
  type Evidence,
  type Packaging,
  plainName,
  readClaims,
  readNames,
  readReviewBranch,
} from "./evidence.ts";
import {
  type DatedProject,
  findRelease,
  isDatedProject,
  type Release,
  releaseOf,
  releaseTitle,
} from "./releases.ts";
import { contradictions, evidenceOf, readCues, readServiceVersion } from "./structure.ts";
import { parseVersion, type Version } from "./version.ts";

/** What a tree is, and what that rests on. It explains states and chooses nothing. */
export interface Detection {
  /** As on opendev.org (`os-vif`); null for a tree that holds no known package. */
  readonly project: string | null;
  /** The project's top-level packages that the tree holds. */
  readonly packages: readonly string[];
  readonly version: Version | null;
  /** Null when the version is unknown or outside of the release table. */
  readonly release: Release | null;
  readonly packaging: Packaging;
  readonly evidence: readonly Evidence[];
  /** Sentences: where sources disagree, or structure and version do. */
  readonly warnings: readonly string[];
}

/** What detection knows besides the tree. */
export interface DetectionHints {
  /** Which project of a directory that holds several (site-packages); the first found by default. */
  readonly project?: string | undefined;
  /** `git describe` of the tree's HEAD. */
  readonly described?: string | undefined;
  /** The tree is the top of a git work tree. */
  readonly isGit?: boolean;
  /** The tree's directory as the user knows it; an RPM build directory is told by `NAME-VERSION`. */
  readonly directory?: string;
}

/** Detects project, release, version and packaging from structure first, then from what the tree's files say. */
export function detectProject(tree: Tree, hints: DetectionHints = {}): Detection {
  const held = tree.list("").filter((name) => projectOfPackage(name) !== undefined && tree.isDirectory(name));
  const names = readNames(tree);
  const project = hints.project ?? projectOfStructure(held) ?? null;
  if (project === null) return unknown(tree, names, hints);
  const packages = (PROJECT_PACKAGES[project] ?? []).filter((name) => held.includes(name));
  if (tree.list("").length === 0) return loneFile(tree, project);
  const evidence: Evidence[] = packages
    .slice(0, 1)
    .map((name) => ({ source: `${name}/`, says: `is a package of ${project}` }));
  const warnings = names
    .filter(({ name }) => plainName(name) !== plainName(project))
    .map(
      ({ name, source }) => `${source} names the project ${name}, but the packages are those of ${project}`,
    );
  const claims = readClaims(tree, [plainName(project)]);
  const packaging = packagingOf(tree, claims, hints);
  const dated = findVersion(tree, project, claims, hints);
  evidence.push(...dated.evidence);
  warnings.push(...dated.warnings);
  const partial = packages.every((name) => !tree.exists(`${name}/__init__.py`));
  const cues = readCues(tree, project, partial);
  evidence.push(...cues.map(evidenceOf));
  if (dated.version !== null) warnings.push(...contradictions(project, dated.version, cues));
  return { project, packages, version: dated.version, release: dated.release, packaging, evidence, warnings };
}

/** `nova 26.2.2, Zed, unpacked Debian source` — what a tree is, in half a line. */
export function detectionTitle(detection: Detection): string {
  if (detection.project === null) return "no project known to osfix";
  const version = detection.version === null ? "of unknown version" : detection.version.text;
  const release = detection.release === null ? [] : [releaseTitle(detection.release)];
  return [`${detection.project} ${version}`, ...release, PACKAGING_TITLES[detection.packaging]].join(", ");
}

const PACKAGING_TITLES: Readonly<Record<Packaging, string>> = {
  git: "git checkout",
  sdist: "unpacked source distribution",
  "debian-source": "unpacked Debian source",
  "rpm-build": "RPM build directory",
  installed: "installed packages",
  files: "plain files",
};

/** A lone file: nothing beside it belongs to the project, so only its own path tells something. */
function loneFile(tree: Tree, project: string): Detection {
  const evidence = readCues(tree, project, true).map(evidenceOf);
  return { project, packages: [], version: null, release: null, packaging: "files", evidence, warnings: [] };
}

function projectOfStructure(held: readonly string[]): string | undefined {
  return Object.keys(PROJECT_PACKAGES).find((project) =>
    held.some((name) => projectOfPackage(name) === project),
  );
}

function unknown(
  tree: Tree,
  names: readonly { name: string; source: string }[],
  hints: DetectionHints,
): Detection {
  const looked = ["nova/", "os_vif/", "vif_plug_linux_bridge/", "neutron/"].join(", ");
  const top = tree.list("");
  const found =
    top.length === 0
      ? "nothing"
      : `${top.slice(0, 8).join(", ")}${top.length > 8 ? `, … (${top.length} entries)` : ""}`;
  const evidence = names.map(({ name, source }) => ({ source, says: `names the project ${name}` }));
  const warnings = [
    `no package directory of a known project: looked for ${looked} and others, found ${found}`,
  ];
  const packaging = hints.isGit ? "git" : "files";
  return { project: null, packages: [], version: null, release: null, packaging, evidence, warnings };
}

function packagingOf(tree: Tree, claims: readonly Claim[], hints: DetectionHints): Packaging {
  if (tree.exists("debian/control") || tree.exists("debian/changelog")) return "debian-source";
  if (hints.isGit) return "git";
  const claimed = claims[0]?.packaging ?? "files";
  const inBuild = /(^|\/)(BUILD|rpmbuild)\//.test(hints.directory ?? tree.root);
  return inBuild && claimed !== "installed" ? "rpm-build" : claimed;
}

interface Dated {
  readonly version: Version | null;
  readonly release: Release | null;
  readonly evidence: readonly Evidence[];
  readonly warnings: readonly string[];
}

function findVersion(tree: Tree, project: string, claims: readonly Claim[], hints: DetectionHints): Dated {
  const described = hints.described === undefined ? [] : [describedClaim(hints.described)];
  const named = claimOfDirectoryName(tree, project);
  // In a git checkout a PKG-INFO or egg-info is a leftover of some build; the tags are newer.
  const isTagged = hints.isGit && !tree.exists("debian/changelog");
  const stated = isTagged ? [...described, ...claims] : [...claims, ...described];
  const ordered = stated.length > 0 ? stated : named;
  const evidence: Evidence[] = ordered.map(({ source, says }) => ({ source, says }));
  const readable = ordered.flatMap((claim) => {
    const version = parseVersion(claim.version);
    return version === undefined ? [] : [{ claim, version }];
  });
  const first = readable[0];
  if (first === undefined) return guessVersion(tree, project, evidence);
  const release = isDatedProject(project) ? releaseAt(tree, project, first.version) : null;
  const others = readable.slice(1).filter(({ version }) => {
    if (release === null || !isDatedProject(project)) return false;
    return releaseAt(tree, project, version)?.name !== release.name;
  });
  const warnings = others.map(
    ({ claim }) =>
      `${first.claim.source} says ${first.claim.version}, but ${claim.source} says ${claim.version}; using the first`,
  );
  return { version: first.version, release, evidence, warnings };
}

/** Commits after X.0.0 are of that release on its stable branch, of the next one on master, which names no branch. */
function releaseAt(tree: Tree, project: DatedProject, version: Version): Release | null {
  const isMaster = version.commits > 0 && tree.exists(".gitreview") && readReviewBranch(tree) === undefined;
  const isFirst = version.numbers.slice(1).every((number) => number === 0) && project !== "os-vif";
  const next = isMaster && isFirst ? parseVersion(`${(version.numbers[0] ?? 0) + 1}.0.0`) : undefined;
  return releaseOf(project, next ?? version) ?? null;
}

function describedClaim(described: string): Claim {
  return {
    source: "git describe --tags",
    says: described,
    version: described,
    name: undefined,
    packaging: "git",
  };
}

/** `nova-26.2.2/`, as an archive of a tag unpacks: believed only when nothing in the tree says more. */
function claimOfDirectoryName(tree: Tree, project: string): readonly Claim[] {
  const found = /([^/@]+)-(\d[^-/@]*)$/.exec(tree.root);
  if (tree.kind !== "directory" || !found?.[1] || !found[2] || plainName(found[1]) !== plainName(project))
    return [];
  const says = `is called ${found[0]}`;
  return [{ source: "the directory", says, version: found[2], name: found[1], packaging: "files" }];
}

/** No source states a version: the review branch or nova's service version still tell the release. */
function guessVersion(tree: Tree, project: string, stated: readonly Evidence[]): Dated {
  const branch = readReviewBranch(tree);
  const release = branch === undefined ? undefined : findRelease(branch);
  const evidence = [...stated];
  if (branch !== undefined) evidence.push({ source: ".gitreview", says: `defaultbranch=${branch}` });
  if (release !== undefined) return { version: null, release, evidence, warnings: [] };
  const service = project === "nova" ? readServiceVersion(tree) : undefined;
  if (service === undefined) return { version: null, release: null, evidence, warnings: [] };
  evidence.push({ source: service.source, says: service.says });
  const [major, ...more] = service.majors;
  const only = major === undefined || more.length > 0 ? undefined : parseVersion(`${major}.0.0`);
  const guessed = only === undefined ? null : (releaseOf("nova", only) ?? null);
  return { version: null, release: guessed, evidence, warnings: [] };
}
