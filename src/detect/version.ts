/** A version of an OpenStack project, whichever of its notations it was written in. */
export interface Version {
  /** As it was written, an epoch and a distribution's revision taken off. */
  readonly text: string;
  readonly numbers: readonly number[];
  /** Where it stands before its release; null for a release. */
  readonly pre: { readonly kind: "dev" | "a" | "b" | "rc"; readonly number: number } | null;
  /** Commits after the tag in `git describe`, or a `.post`/`.dev` count; 0 for a tag itself. */
  readonly commits: number;
}

const PRE_ORDER = ["dev", "a", "b", "rc"] as const;

/**
 * Reads `26.2.2`, `22.0.0.0rc1`, `14.0.0.0b3`, `2013.2.b1`, `26.2.2-14-gabc1234`, `34.0.0.dev373`, or Debian's
 * `2:26.2.2-1~deb12u4`; undefined for anything else.
 */
export function parseVersion(given: string): Version | undefined {
  const text = withoutDebian(given.trim().replace(/^v(?=\d)/, ""));
  const shape =
    /^(\d+(?:\.\d+)*?)(?:[.~_-]?(?:0)?(a|b|rc|c|g|dev)(\d*))?(?:\.post(\d+))?(?:\.dev(\d+))?(?:-(\d+)-g[0-9a-f]+)?(?:\+[\w.]+)?$/;
  const found = shape.exec(text);
  if (!found) return undefined;
  const [, digits = "", kind, count, post, dev, described] = found;
  const commits = Number(described ?? post ?? 0);
  if (kind === undefined) {
    const pre = dev === undefined ? null : ({ kind: "dev", number: Number(dev) } as const);
    return { text, numbers: numbersOf(digits, false), pre, commits };
  }
  const name = kind === "c" ? "rc" : kind === "g" ? "b" : (kind as "a" | "b" | "rc" | "dev");
  const pre = { kind: name, number: Number(count || 0) };
  return { text, numbers: numbersOf(digits, true), pre, commits: commits || Number(dev ?? 0) };
}

/** `14.0.0.0b3` is a beta of 14.0.0: the fourth number belongs to the mark. */
function numbersOf(digits: string, marked: boolean): readonly number[] {
  const numbers = digits.split(".").map(Number);
  return marked && numbers.length > 3 && numbers.at(-1) === 0 ? numbers.slice(0, -1) : numbers;
}

/** `2:26.2.2-1~deb12u4` is 26.2.2, `3:31.0.0~rc1-2` is 31.0.0.0rc1; other texts come back as they are. */
function withoutDebian(text: string): string {
  const bare = text.replace(/^\d+:/, "");
  const described = /-\d+-g[0-9a-f]{4,}$/.test(bare);
  const cut = described || !bare.includes("-") ? bare : bare.slice(0, bare.lastIndexOf("-"));
  return cut.replace(/~(a|b|rc|dev)/, ".0$1").replace(/[+~](dfsg|ds|git|really).*$/, "");
}

/** Negative when `a` is older. Missing numbers are 0; versions by year (2015.1, Kilo) are older than 7.0.0 (Liberty). */
export function compareVersions(a: Version, b: Version): number {
  const left = [era(a), ...a.numbers];
  const right = [era(b), ...b.numbers];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return preRank(a) - preRank(b) || (a.pre?.number ?? 0) - (b.pre?.number ?? 0) || a.commits - b.commits;
}

/** Whether both are of one release: `21.0.0.0b3` and `21.0.0` are. */
export function isOfSameRelease(a: Version, b: Version): boolean {
  return compareVersions({ ...a, pre: null, commits: 0 }, { ...b, pre: null, commits: 0 }) === 0;
}

function era(version: Version): number {
  return (version.numbers[0] ?? 0) >= 2010 ? 0 : 1;
}

function preRank(version: Version): number {
  return version.pre === null ? PRE_ORDER.length : PRE_ORDER.indexOf(version.pre.kind);
}
