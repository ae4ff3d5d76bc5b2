import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { debianTrees as fetchDebianTrees } from "../helpers/debian-trees.ts";

/** A tree that is not ours: never written to. */
export interface RealTree {
  /** As test names show it. */
  readonly label: string;
  readonly project: string;
  readonly directory: string;
  readonly kind: "installed" | "source" | "upstream";
}

/** Debian's packages of three suites; fails when the mirror does not answer. */
export function debianTrees(): readonly RealTree[] {
  return fetchDebianTrees().map(({ kind, suite, project, version, directory }) => ({
    kind,
    label: `${project} ${version} (Debian ${suite}, ${kind})`,
    project,
    directory,
  }));
}

const TAGS: Readonly<Record<string, readonly string[]>> = {
  nova: "14.0.0 15.0.8 16.1.8 17.0.13 18.0.0 19.0.0 20.2.0 21.0.0 23.0.0 25.0.0 27.1.0 30.0.0 33.0.2".split(
    " ",
  ),
  "os-vif": "1.0.0 1.2.1 1.7.0 1.9.1 1.11.2 1.15.0 1.17.0 2.7.1 4.3.0".split(" "),
};

/** Repositories of upstream, where the environment names them: OSFIX_NOVA_GIT, OSFIX_OS_VIF_GIT. */
export function upstreamRepository(project: string): string | undefined {
  return process.env[project === "nova" ? "OSFIX_NOVA_GIT" : "OSFIX_OS_VIF_GIT"];
}

/** Tags from the oldest that the series serves to the newest; none where no repository is named. */
export function upstreamTrees(scratch: string): readonly RealTree[] {
  return Object.entries(TAGS).flatMap(([project, tags]) => {
    const repository = upstreamRepository(project);
    if (!repository) return [];
    return tags.map((tag) => ({
      kind: "upstream" as const,
      label: `${project} ${tag} (upstream)`,
      project,
      directory: path.join(scratch, `${project.replace("-", "_")}-${tag}`),
    }));
  });
}

/** Unpacks a tag where the tree's directory is to be. */
export function unpackTag(project: string, tag: string, directory: string): void {
  const repository = upstreamRepository(project);
  if (!repository) throw new Error(`no repository of ${project} is named`);
  fs.mkdirSync(directory, { recursive: true });
  const tar = execFileSync("git", ["--git-dir", repository, "archive", tag], { maxBuffer: 1 << 30 });
  execFileSync("tar", ["-x", "-C", directory], { input: tar });
}
