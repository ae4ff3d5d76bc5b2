import { execFileSync } from "node:child_process";
import os from "node:os";
import path from "node:path";

/** The tree of a Debian package. It is kept for the next run: copy it before changing it. */
export interface DebianTree {
  /** What the binary package installs below dist-packages, or the unpacked source package. */
  readonly kind: "installed" | "source";
  readonly suite: string;
  readonly project: string;
  /** As Debian writes it, with epoch and revision. */
  readonly version: string;
  readonly directory: string;
}

const SCRIPT = new URL("../../scripts/debian-trees.sh", import.meta.url).pathname;

/**
 * The trees of nova and os-vif in three suites of Debian, or in those that OSFIX_SUITES names; kept in OSFIX_TREES.
 * Throws when apt cannot fetch a binary package; a source package that the mirror does not serve is left out.
 */
export function debianTrees(): readonly DebianTree[] {
  const cache = process.env.OSFIX_TREES ?? path.join(os.tmpdir(), "osfix-debian-trees");
  const suites = process.env.OSFIX_SUITES?.split(" ") ?? [];
  const lines = execFileSync(SCRIPT, [cache, ...suites], { encoding: "utf8" })
    .trim()
    .split("\n");
  return lines.map((line) => {
    const [kind = "", suite = "", project = "", version = "", directory = ""] = line.split(" ");
    return { kind: kind === "source" ? "source" : "installed", suite, project, version, directory };
  });
}
