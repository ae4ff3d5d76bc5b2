import type { Tree } from "../checkout/tree.ts";
import type { Evidence } from "./evidence.ts";
import { isOfSameRelease, type Version } from "./version.ts";
import { isInRange, parseVersionRange, type VersionRange } from "./version-range.ts";

/** What a file's presence or absence says about the version, whatever the metadata claim. */
export interface Cue {
  readonly path: string;
  readonly present: boolean;
  readonly range: string;
}

// Upstream tags; development versions between two tags may lie on either side, so a bound is a first candidate.
const CUES: Readonly<Record<string, readonly Cue[]>> = {
  nova: [
    { path: "nova/network/quantumv2/api.py", present: true, range: "<=2013.2" },
    { path: "nova/network/neutronv2/api.py", present: true, range: ">=2013.2 <21.0.0" },
    { path: "nova/network/neutron.py", present: true, range: ">=21.0.0.0rc1" },
    { path: "nova/conf/neutron.py", present: true, range: ">=14.0.0.0b1" },
    { path: "nova/conf/neutron.py", present: false, range: "<14.0.0" },
    { path: "nova/network/os_vif_util.py", present: true, range: ">=14.0.0.0b3" },
  ],
  "os-vif": [
    { path: "vif_plug_linux_bridge/linux_net.py", present: true, range: "<5.0.0" },
    { path: "vif_plug_linux_bridge/linux_net.py", present: false, range: ">=5.0.0" },
  ],
  neutron: [
    {
      path: "neutron/plugins/ml2/drivers/linuxbridge/agent/linuxbridge_neutron_agent.py",
      present: true,
      range: ">=7.0.0 <26.0.0",
    },
    {
      path: "neutron/plugins/ml2/drivers/linuxbridge/agent/linuxbridge_neutron_agent.py",
      present: false,
      range: ">=26.0.0",
    },
  ],
};

/** The cues that hold in a tree. A tree of a few files (`partial`) proves nothing by what it lacks. */
export function readCues(tree: Tree, project: string, partial: boolean): readonly Cue[] {
  return (CUES[project] ?? []).filter(
    ({ path, present }) => tree.exists(path) === present && (present || !partial),
  );
}

/** A cue that holds, as evidence. */
export function evidenceOf({ path, present, range }: Cue): Evidence {
  return { source: path, says: `is ${present ? "there" : "not there"}: ${range}` };
}

/** Sentences about the cues that a version contradicts. */
export function contradictions(project: string, version: Version, cues: readonly Cue[]): readonly string[] {
  return cues.flatMap(({ path, present, range }) => {
    const parsed = parseVersionRange(range);
    if (parsed === undefined || isInRange(version, parsed) || isUnderWay(version, parsed)) return [];
    const there = present ? "is there" : "is not there";
    return [`${project} ${version.text} does not fit the tree: ${path} ${there}, as in versions ${range}`];
  });
}

/** Whether the version is of the work on a release that bounds the range, and so may have the change already or not yet. */
function isUnderWay(version: Version, { comparisons }: VersionRange): boolean {
  const isFinished = version.pre === null || version.pre.kind === "rc";
  return !isFinished && comparisons.some(({ version: bound }) => isOfSameRelease(version, bound));
}

// nova/objects/service.py: first major version with that SERVICE_VERSION at its release.
const SERVICE_VERSIONS: readonly (readonly [number, string])[] = [
  [16, "22"],
  [17, "30"],
  [18, "35"],
  [19, "37"],
  [20, "40"],
  [21, "51"],
  [22, "53"],
  [23, "56"],
  [24, "60"],
  [25, "61"],
  [26, "64"],
  [27, "66"],
  [29, "67"],
  [31, "68"],
  [32, "70"],
  [33, "72"],
];

/** nova's major version by `SERVICE_VERSION`, `majors` is empty for a value of no release; undefined when there is none. */
export function readServiceVersion(
  tree: Tree,
): (Evidence & { readonly majors: readonly number[] }) | undefined {
  const path = "nova/objects/service.py";
  if (!tree.exists(path)) return undefined;
  const read = tree.read(path);
  const value = read.kind === "source" ? /^SERVICE_VERSION = (\d+)$/m.exec(read.text)?.[1] : undefined;
  if (value === undefined) return undefined;
  const at = SERVICE_VERSIONS.findIndex(([, known]) => known === value);
  const first = SERVICE_VERSIONS[at]?.[0];
  if (first === undefined)
    return { source: path, says: `SERVICE_VERSION = ${value}, as in no release known`, majors: [] };
  const end = SERVICE_VERSIONS[at + 1]?.[0] ?? first + 1;
  const majors = Array.from({ length: end - first }, (_, i) => first + i);
  return { source: path, says: `SERVICE_VERSION = ${value}, as in ${majors.join(" or ")}`, majors };
}
