import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { concretePatches } from "../../src/emit/concrete-patch.ts";
import type { FileBytes } from "../../src/emit/file-patch.ts";
import type { PatchOrigin } from "../../src/emit/message.ts";
import type { PatchesOnTree } from "../../src/emit/own-patches.ts";
import { KOLLA_PACKAGES, type SeriesChoices } from "../../src/emit/series-formats.ts";

/** A folder that is gone after the test file. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "osfix-emit-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const env = {
  PATH: process.env.PATH,
  HOME: "/nonexistent",
  LC_ALL: "C.UTF-8",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CEILING_DIRECTORIES: tmpdir(),
  GIT_AUTHOR_NAME: "Base",
  GIT_AUTHOR_EMAIL: "base@example.org",
  GIT_COMMITTER_NAME: "Base",
  GIT_COMMITTER_EMAIL: "base@example.org",
};

/** Runs a program with no configuration of the user's; its standard output as latin-1 decoded bytes. */
export function run(cwd: string, program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, { cwd, env, encoding: "latin1", stdio: ["ignore", "pipe", "pipe"] });
}

export function writeTree(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, "latin1");
  }
}

export function bytes(text: string): Uint8Array {
  return Buffer.from(text, "latin1");
}

export function change(path: string, before: string | null, after: string | null): FileBytes {
  const half = (text: string | null): Uint8Array | null => (text === null ? null : bytes(text));
  return { path, before: half(before), after: half(after), mode: "100644" };
}

/** What a call that asks for nothing special gives to the layout of messages. */
export const PLAIN_MESSAGES = {
  nameTemplate: undefined,
  layout: undefined,
  header: "dep3",
  signoff: undefined,
  epoch: undefined,
  kollaPackages: KOLLA_PACKAGES,
  kollaImage: "nova-base",
} as const;

/** The same for a series of the sample's. */
export const CHOICES: SeriesChoices = { series: "bridge-fix", startNumber: 1, ...PLAIN_MESSAGES };

/** Patches that count one file up, one for each subject. */
export function countingTree(
  subjects: readonly string[],
  header: Partial<PatchOrigin["header"]> = {},
): PatchesOnTree {
  const steps = subjects.map((subject, at) => ({
    origin: origin({ subject, ...header }),
    files: [change("bridge/net.py", `${at}\n`, `${at + 1}\n`)],
  }));
  const base = { project: "bridge", version: "4.3.0", commit: undefined };
  const patches = concretePatches(steps, base);
  return { project: "bridge", release: undefined, version: "4.3.0", patches, inTree: new Map() };
}

/** A semantic patch's head, in the project's own words. */
export function origin(fields: Partial<PatchOrigin["header"]> = {}, prose = "Why it is so.\n"): PatchOrigin {
  return {
    id: "bridge/0001-hold-the-lock",
    digest: "ab".repeat(32),
    prose,
    profile: "published device=bond1",
    header: {
      subject: "bridge: hold the lock outside",
      project: "bridge",
      author: "Ada Example <ada@example.org>",
      date: "Wed, 02 Dec 2020 00:00:00 +0000",
      appliesTo: undefined,
      profiles: undefined,
      bugs: ["https://bugs.example.org/1"],
      origin: undefined,
      forwarded: "not-needed",
      lastUpdate: "2020-12-02",
      appliedUpstream: undefined,
      effect: undefined,
      hazard: undefined,
      needs: [],
      dependsOn: [],
      removedIn: undefined,
      ...fields,
    },
  };
}
