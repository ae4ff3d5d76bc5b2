import { spawnSync } from "node:child_process";

/** The programs that people apply diffs with, told to be exact: no fuzz, no mended blanks, no backup files. */
export const APPLIERS = {
  git: ["git", "apply", "-p1", "--whitespace=nowarn"],
  patch: ["patch", "-p1", "--fuzz=0", "--no-backup-if-mismatch", "--silent"],
} as const;

/**
 * Applies a diff in a folder, which lies in no repository.
 *
 * @param diff latin-1 decoded bytes
 * @throws Error with what the program said when it is not content
 */
export function applyWith(name: keyof typeof APPLIERS, folder: string, diff: string): void {
  const [program, ...args] = APPLIERS[name];
  const env = { PATH: process.env.PATH, GIT_CEILING_DIRECTORIES: folder, GIT_CONFIG_GLOBAL: "/dev/null" };
  const input = Buffer.from(diff, "latin1");
  const done = spawnSync(program, args, { cwd: folder, env, input, encoding: "latin1", maxBuffer: 1 << 28 });
  if (done.status !== 0)
    throw new Error(`${name} says ${done.status}: ${done.error?.message ?? done.stdout + done.stderr}`);
}
