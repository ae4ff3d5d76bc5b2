import fs from "node:fs";
import path from "node:path";
import type { RunTool } from "./outside-tool.ts";
import type { PatchFile } from "./patch-files.ts";

/** What no consumer's tree is compared by: bookkeeping of git and quilt, and packaging. */
export const NOT_COMPARED: readonly string[] = [".git", ".pc", "debian"];

/** A program did not do what the preparation of a scratch copy needs. */
export class ToolFailure extends Error {}

/** Runs a program that must succeed; its output. @throws ToolFailure with the program's words */
export function must(run: RunTool, cwd: string, program: string, ...args: readonly string[]): string {
  const result = run(program, args, { cwd, env: environment(cwd) });
  if (result.status === undefined) throw new ToolFailure(`${program} is not installed`);
  if (result.status === 0) return result.output;
  const words = [program, ...args.slice(0, 2)].join(" ");
  throw new ToolFailure(
    `${words}: status ${result.status}\n${result.output.trim().split("\n").slice(-8).join("\n")}`,
  );
}

/** Nothing of the user's configuration, and no repository around the scratch folder, may have a say. */
function environment(cwd: string): Readonly<Record<string, string>> {
  return {
    HOME: path.dirname(cwd),
    LC_ALL: "C.UTF-8",
    TZ: "UTC",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CEILING_DIRECTORIES: path.dirname(cwd),
    GIT_AUTHOR_NAME: "osfix verify",
    GIT_AUTHOR_EMAIL: "osfix@example.org",
    GIT_COMMITTER_NAME: "osfix verify",
    GIT_COMMITTER_EMAIL: "osfix@example.org",
    QUILT_PC: ".pc",
    EDITOR: "true",
  };
}

/** Copies a tree without its `.git`; the copy is writable. */
export function copyTree(run: RunTool, from: string, to: string): void {
  fs.mkdirSync(to, { recursive: true });
  for (const name of fs.readdirSync(from)) {
    if (name !== ".git") must(run, to, "cp", "-a", "--reflink=auto", path.join(path.resolve(from), name), to);
  }
  must(run, to, "chmod", "-R", "u+w", to);
}

/** Makes the folder a repository with everything in it as one commit. */
export function commitAll(run: RunTool, tree: string): void {
  must(run, tree, "git", "init", "-q", "-b", "master");
  must(run, tree, "git", "config", "core.autocrlf", "false");
  must(run, tree, "git", "add", "-A", "-f");
  must(run, tree, "git", "commit", "-q", "-m", "base", "--no-verify");
}

/** Undoes a Debian source tree's own patches, as `.pc` records them; other trees stay. */
function unapplyDistribution(run: RunTool, tree: string): void {
  const applied = path.join(tree, ".pc", "applied-patches");
  if (fs.existsSync(applied) && fs.readFileSync(applied, "utf8").trim() !== "") {
    must(run, tree, "env", "QUILT_PATCHES=debian/patches", "quilt", "--quiltrc", "-", "pop", "-a", "-q");
  }
  fs.rmSync(path.join(tree, ".pc"), { recursive: true, force: true });
}

/** A Debian source package beside its upstream tarball, ready for `dpkg-source -b`; the series is the last in it. */
export interface DebianSource {
  readonly tree: string;
  readonly dsc: string;
}

/**
 * A source package 3.0 (quilt) around a tree. The tree's own `debian` is kept, with its patches not applied; a tree
 * without one gets the least that `dpkg-source` takes, plus one patch of a distribution's kind before the series.
 */
export function makeDebianSource(
  run: RunTool,
  tree: string,
  folder: string,
  series: readonly PatchFile[],
): DebianSource {
  const target = path.join(folder, "source");
  copyTree(run, tree, target);
  const own = fs.existsSync(path.join(target, "debian", "changelog"));
  if (own) unapplyDistribution(run, target);
  const { name, upstream, version } = own ? readChangelog(target) : STAND_IN;
  const tarball = path.join(folder, `${name}_${upstream}.orig.tar.gz`);
  const options = ["--exclude=./debian", "--exclude=./.pc", "--transform", `s,^\\.,${name}-${upstream},S`];
  must(run, target, "tar", "-C", target, ...options, "-I", "gzip -1", "-cf", tarball, ".");
  if (!own) writeStandIn(target);
  const patches = path.join(target, "debian", "patches");
  fs.mkdirSync(patches, { recursive: true });
  const list = path.join(patches, "series");
  const names = new Set(series.map((patch) => patch.name));
  const lines = fs.existsSync(list) ? fs.readFileSync(list, "utf8").split("\n") : [];
  // The series may be in the package's list already, as `osfix emit --debian` puts it there.
  const before = lines.filter((line) => line !== "" && !names.has(line)).map((line) => `${line}\n`);
  fs.writeFileSync(list, before.join("") + series.map((patch) => `${patch.name}\n`).join(""));
  for (const patch of series) {
    fs.mkdirSync(path.dirname(path.join(patches, patch.name)), { recursive: true });
    fs.copyFileSync(patch.file, path.join(patches, patch.name));
  }
  return { tree: target, dsc: path.join(folder, `${name}_${version}.dsc`) };
}

const STAND_IN = { name: "standin", upstream: "1.0", version: "1.0-1" };

function readChangelog(tree: string): typeof STAND_IN {
  const text = fs.readFileSync(path.join(tree, "debian", "changelog"), "utf8");
  const [, name = "", full = ""] = /^(\S+) \((?:\d+:)?([^)]+)\)/.exec(text) ?? [];
  return { name, upstream: full.replace(/-[^-]*$/, ""), version: full };
}

const STAND_IN_PATCH = "zz-distribution-note.patch";

function writeStandIn(tree: string): void {
  const files: Readonly<Record<string, string>> = {
    "debian/source/format": "3.0 (quilt)\n",
    "debian/control": `Source: standin
Section: python
Priority: optional
Maintainer: osfix verify <osfix@example.org>
Build-Depends: debhelper-compat (= 13)
Standards-Version: 4.6.2
Rules-Requires-Root: no

Package: standin
Architecture: all
Depends: \${misc:Depends}
Description: tree that a series is tried on
 It is never installed.
`,
    "debian/rules": "#!/usr/bin/make -f\n%:\n\tdh $@\n",
    "debian/copyright": `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

Files: *
Copyright: 2020 osfix verify
License: Apache-2.0
 On Debian systems the license is in /usr/share/common-licenses/Apache-2.0.
`,
    "debian/changelog": `standin (1.0-1) unstable; urgency=medium

  * Source package around a tree.

 -- osfix verify <osfix@example.org>  Wed, 02 Dec 2020 00:00:00 +0000
`,
    "debian/patches/series": `# the distribution's own\n${STAND_IN_PATCH}\n`,
    [`debian/patches/${STAND_IN_PATCH}`]: `Description: say who packaged it
Author: osfix verify <osfix@example.org>
Forwarded: not-needed
Last-Update: 2020-12-02
---
--- /dev/null
+++ b/${STAND_IN_NOTE}
@@ -0,0 +1 @@
+Packaged to try a series on it.
`,
  };
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(tree, name)), { recursive: true });
    fs.writeFileSync(path.join(tree, name), text);
  }
  fs.chmodSync(path.join(tree, "debian", "rules"), 0o755);
}

/** The file that the stand-in's own patch adds; not part of the tree that is compared. */
export const STAND_IN_NOTE = "DISTRIBUTION-NOTE";

/** A folder for `rpmbuild --define "_topdir …"` with the tree's tarball, the series and a spec file around them. */
export function makeRpmSource(
  run: RunTool,
  tree: string,
  folder: string,
  series: readonly PatchFile[],
  setup: string,
): { readonly spec: string; readonly built: string } {
  for (const name of ["BUILD", "SOURCES", "SPECS"])
    fs.mkdirSync(path.join(folder, name), { recursive: true });
  const excluded = ["--exclude=./debian", "--exclude=./.pc", "--exclude=./.git"];
  const tarball = path.join(folder, "SOURCES", "standin-1.0.tar.gz");
  const options = ["--transform", "s,^\\.,standin-1.0,S", "-I", "gzip -1"];
  must(run, folder, "tar", "-C", path.resolve(tree), ...excluded, ...options, "-cf", tarball, ".");
  for (const patch of series) fs.copyFileSync(patch.file, path.join(folder, "SOURCES", patch.name));
  const lines = series
    .map((patch, at) => `Patch${String(at + 1).padStart(4, "0")}: ${patch.name}\n`)
    .join("");
  const spec = path.join(folder, "SPECS", "standin.spec");
  fs.writeFileSync(
    spec,
    `Name: standin
Version: 1.0
Release: 1
Summary: Tree that a series is tried on
License: Apache-2.0
BuildArch: noarch
Source0: standin-1.0.tar.gz
${lines}
%description
It is never installed.

%prep
${setup}
`,
  );
  return { spec, built: path.join(folder, "BUILD", "standin-1.0") };
}
