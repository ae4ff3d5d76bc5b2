import type { Version } from "./version.ts";

/** An OpenStack release; names and series as on https://releases.openstack.org. */
export interface Release {
  /** `rocky`; since 2023.1 the series is the name and this is its nickname (`antelope`). */
  readonly name: string;
  /** `2026.1`; null for the releases that had a name only. */
  readonly series: string | null;
}

interface Row extends Release {
  /** First numbers of each project's versions, `1.8` for os-vif 1.8.0: a release lasts until the next row's. */
  readonly nova: string;
  readonly "os-vif": string | null;
  readonly neutron: string | null;
}

function row(
  name: string,
  series: string | null,
  nova: string,
  osVif: string | null,
  neutron: string | null,
): Row {
  return { name, series, nova, "os-vif": osVif, neutron };
}

// Tags of the three repositories. The newest row is a release in the making: its versions are not tagged yet.
const ROWS: readonly Row[] = [
  row("diablo", null, "2011.3", null, "2011.3"),
  row("essex", null, "2012.1", null, "2012.1"),
  row("folsom", null, "2012.2", null, "2012.2"),
  row("grizzly", null, "2013.1", null, "2013.1"),
  row("havana", null, "2013.2", null, "2013.2"),
  row("icehouse", null, "2014.1", null, "2014.1"),
  row("juno", null, "2014.2", null, "2014.2"),
  row("kilo", null, "2015.1", null, "2015.1"),
  row("liberty", null, "12", null, "7"),
  row("mitaka", null, "13", null, "8"),
  row("newton", null, "14", "1.0", "9"),
  row("ocata", null, "15", "1.3", "10"),
  row("pike", null, "16", "1.5", "11"),
  row("queens", null, "17", "1.8", "12"),
  row("rocky", null, "18", "1.10", "13"),
  row("stein", null, "19", "1.12", "14"),
  row("train", null, "20", "1.16", "15"),
  row("ussuri", null, "21", "2.0", "16"),
  row("victoria", null, "22", "2.1", "17"),
  row("wallaby", null, "23", "2.3", "18"),
  row("xena", null, "24", "2.5", "19"),
  row("yoga", null, "25", "2.7", "20"),
  row("zed", null, "26", "2.8", "21"),
  row("antelope", "2023.1", "27", "3.1", "22"),
  row("bobcat", "2023.2", "28", "3.2", "23"),
  row("caracal", "2024.1", "29", "3.3", "24"),
  row("dalmatian", "2024.2", "30", "3.6", "25"),
  row("epoxy", "2025.1", "31", "4.0", "26"),
  row("flamingo", "2025.2", "32", "4.2", "27"),
  row("gazpacho", "2026.1", "33", "4.3", "28"),
  row("hibiscus", "2026.2", "34", "5.0", "29"),
];

/** All releases that osfix knows, oldest first. */
export const RELEASES: readonly Release[] = ROWS.map(({ name, series }) => ({ name, series }));

/** Projects whose versions say which release they are of. */
export type DatedProject = "nova" | "os-vif" | "neutron";

/** Whether the release table has a column for that project. */
export function isDatedProject(project: string): project is DatedProject {
  return project === "nova" || project === "os-vif" || project === "neutron";
}

/** The release that a version belongs to; undefined when it is older or newer than the table. */
export function releaseOf(project: DatedProject, version: Version): Release | undefined {
  const key = orderKey(version.numbers);
  // A development version of 34.0.0 counts commits after the last tag, so git describe says 33.0.0-373-g…
  const found = ROWS.findLast((entry) => {
    const first = entry[project];
    return first !== null && orderKey(first.split(".").map(Number)) <= key;
  });
  const next = found === undefined ? undefined : ROWS[ROWS.indexOf(found) + 1];
  if (found === undefined || (next === undefined && !sameMajor(found[project], version))) return undefined;
  return { name: found.name, series: found.series };
}

function sameMajor(first: string | null, version: Version): boolean {
  return Number(first?.split(".")[0]) === version.numbers[0];
}

/** Years (2015.1) come before 12; a number every hundred thousand. */
function orderKey(numbers: readonly number[]): number {
  const [major = 0, minor = 0] = numbers;
  const era = major >= 2010 ? major - 3000 : major;
  return era * 100_000 + minor;
}

/** A release by its name, nickname or series in any case (`Rocky`, `2026.1`, `gazpacho`, `stable/rocky`). */
export function findRelease(text: string): Release | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^(stable|unmaintained)\//, "")
    .replace(/-(eol|em|eom)$/, "");
  return RELEASES.find((release) => release.name === plain || release.series === plain);
}

/** `2026.1 (Gazpacho)`, `Rocky`. */
export function releaseTitle(release: Release): string {
  const name = release.name.charAt(0).toUpperCase() + release.name.slice(1);
  return release.series === null ? name : `${release.series} (${name})`;
}

/** The versions of a project that belong to a release, as `14.x`; undefined where the project had none. */
export function versionsOf(project: DatedProject, release: Release): string | undefined {
  const at = ROWS.findIndex((entry) => entry.name === release.name);
  const first = ROWS[at]?.[project] ?? undefined;
  if (first === undefined) return undefined;
  const next = ROWS[at + 1]?.[project] ?? undefined;
  if (project !== "os-vif") return first.includes(".") ? first : `${first}.x`;
  return next === undefined ? `>=${first}.0` : `>=${first}.0 <${next}.0`;
}
