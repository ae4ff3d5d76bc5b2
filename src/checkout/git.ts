import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import path from "node:path";

/** What a git command gave: its output, or why there is none, as a clause. */
export type GitResult =
  | { readonly kind: "output"; readonly stdout: Buffer }
  | { readonly kind: "failed"; readonly reason: string };

/** Of a busy machine, or of a file system behind a network, an answer may take seconds; that of a FIFO never comes. */
const TIME_LIMIT_MS = 30_000;
const SIZE_LIMIT = 64 * 1024 * 1024;

/**
 * Options that switch off what a repository's configuration could make git run.
 *
 * osfix only asks git for objects, refs and the index (`cat-file`, `describe`, `rev-parse`, `ls-tree`) and for the names of
 * new files (`ls-files --others`): these never read the work tree's files but for `.gitignore`, so no filter, textconv, hook
 * or external diff is reached; the options and the environment
 * close the rest (fsmonitor, hooks, a promisor remote whose transport would be started for a missing object).
 */
const SAFE_OPTIONS: readonly string[] = [
  "--no-pager",
  "--literal-pathspecs",
  ...["core.fsmonitor=false", "core.hooksPath=/dev/null", "core.untrackedCache=false"].flatMap((set) => [
    "-c",
    set,
  ]),
  ...["protocol.allow=never", "core.sshCommand=false", "credential.helper=", "gc.auto=0"].flatMap((set) => [
    "-c",
    set,
  ]),
];

/**
 * The caller's environment without what would point git elsewhere. System and user configuration stay:
 * they are the user's own, and `safe.directory` lives there.
 */
function safeEnvironment(ceiling: string | undefined): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith("GIT_") || /^GIT_(CONFIG_|EXEC_PATH)/.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    LC_ALL: "C",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_TERMINAL_PROMPT: "0",
    ...(ceiling === undefined ? {} : { GIT_CEILING_DIRECTORIES: ceiling }),
  };
}

/** Where git runs: the top directory of a work tree, or a repository's own directory. */
export type GitPlace =
  | { readonly kind: "work-tree"; readonly top: string }
  | { readonly kind: "git-dir"; readonly directory: string };

/** Arguments and options for one git command at a place. A work tree's repository is never looked for above `top`. */
function gitCommand(
  place: GitPlace,
  args: readonly string[],
): { readonly args: readonly string[]; readonly options: { cwd: string; env: NodeJS.ProcessEnv } } {
  if (place.kind === "git-dir") {
    const own = [...SAFE_OPTIONS, `--git-dir=${place.directory}`, ...args];
    return { args: own, options: { cwd: place.directory, env: safeEnvironment(undefined) } };
  }
  const env = safeEnvironment(path.dirname(place.top));
  return { args: [...SAFE_OPTIONS, ...args], options: { cwd: place.top, env } };
}

/** Runs git without executing anything of the repository; never rejects. A command past its time is killed. */
export function runGit(
  place: GitPlace,
  args: readonly string[],
  input = "",
  limit: number = TIME_LIMIT_MS,
  most: number = SIZE_LIMIT,
): Promise<GitResult> {
  return new Promise((resolve) => {
    const command = gitCommand(place, args);
    const child = spawn("git", command.args, {
      ...command.options,
      stdio: "pipe",
      timeout: limit,
      killSignal: "SIGKILL",
    });
    const out: Buffer[] = [];
    let errors = "";
    let size = 0;
    child.stdout.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > most) child.kill("SIGKILL");
      else out.push(chunk);
    });
    child.stderr.on("data", (chunk: Buffer) => {
      if (errors.length < 4096) errors += chunk.toString("utf8");
    });
    child.on("error", (error) => resolve({ kind: "failed", reason: spawnReason(error) }));
    child.on("close", (status, signal) => {
      if (status === 0) resolve({ kind: "output", stdout: Buffer.concat(out) });
      else resolve({ kind: "failed", reason: exitReason(errors, signal, limit) });
    });
    // git may leave before it has read everything; its exit status says why.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}

/** As `runGit`, but waits: for single questions outside of the fast path. */
export function runGitSync(place: GitPlace, args: readonly string[], input = ""): GitResult {
  const command = gitCommand(place, args);
  const options = {
    ...command.options,
    input,
    timeout: TIME_LIMIT_MS,
    killSignal: "SIGKILL",
    maxBuffer: SIZE_LIMIT,
  } as const;
  const done = spawnSync("git", command.args, options);
  if (done.error) return { kind: "failed", reason: spawnReason(done.error) };
  if (done.status === 0) return { kind: "output", stdout: done.stdout };
  return { kind: "failed", reason: exitReason(done.stderr.toString("utf8"), done.signal) };
}

function spawnReason(error: Error): string {
  if ("code" in error && error.code === "ENOENT") return "git is not installed (no `git` on PATH)";
  if ("code" in error && error.code === "ETIMEDOUT") return exitReason("", "SIGKILL");
  return `git could not be started (${error.message})`;
}

function exitReason(errors: string, signal: NodeJS.Signals | null, limit: number = TIME_LIMIT_MS): string {
  if (signal !== null) return `git did not finish within ${limit / 1000} s or gave too much output`;
  if (/dubious ownership|unsafe repository/.test(errors))
    return "git refuses it because another user owns it; `git config --global --add safe.directory DIRECTORY` allows it";
  return `git says: ${errors.trim().split("\n")[0] ?? "nothing"}`;
}

/** Starts a git command that is talked to while it runs, as safely as `runGit`; the caller ends its input. */
export function startGit(place: GitPlace, args: readonly string[]): ChildProcessWithoutNullStreams {
  const command = gitCommand(place, args);
  return spawn("git", command.args, { ...command.options, stdio: "pipe" });
}

/** Why a git command that could not be started gave nothing, as a clause. */
export const startReason: (error: Error) => string = spawnReason;
