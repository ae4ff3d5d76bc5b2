import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** The built command. */
export const COMMAND = new URL("../../dist/osfix.cjs", import.meta.url).pathname;

/** What the tests read of `osfix --json`. */
export interface Report {
  readonly writing: string;
  readonly refusals: readonly unknown[];
  readonly trees: readonly {
    readonly path: string;
    readonly project: string;
    readonly version: string;
    readonly state: string;
    readonly patches: readonly { readonly id: string; readonly state: string }[];
    readonly files: readonly { readonly path: string; readonly change: "created" | "changed" | "removed" }[];
  }[];
}

/** Runs the built command. Throws unless it ends with exit status 0. */
export function osfix(...args: readonly string[]): Report {
  const done = spawnSync(process.execPath, [COMMAND, ...args, "--json"], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (done.status !== 0) throw new Error(`osfix ${args.join(" ")}: ${whatItSaid(done)}`);
  return JSON.parse(done.stdout);
}

function whatItSaid(done: SpawnSyncReturns<string>): string {
  return `exit status ${done.status ?? done.signal ?? done.error?.message}\n${done.stdout}\n${done.stderr}`;
}

/**
 * The first python3 on PATH that has these modules: Debian's packages are Debian's Python's, and another may come
 * first. Throws when none has them.
 */
export function findPython(...modules: readonly string[]): string {
  const places = (process.env.PATH ?? "").split(path.delimiter).map((folder) => path.join(folder, "python3"));
  const found = places.filter((file) => fs.existsSync(file));
  const program = modules.map((name) => `import ${name}`).join("; ");
  const fit = found.find((python) => spawnSync(python, ["-c", program]).status === 0);
  if (fit === undefined) throw new Error(`no python3 has ${modules.join(", ")}; asked: ${found.join(", ")}`);
  return fit;
}

/** What a program that ran to its end left. */
export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs Python in a directory; modules below `packages` come before those of the machine. */
export function runPython(
  python: string,
  args: readonly string[],
  cwd: string,
  packages?: string,
): Promise<Ended> {
  const env = {
    ...process.env,
    ...(packages === undefined ? {} : { PYTHONPATH: packages }),
    PYTHONDONTWRITEBYTECODE: "1",
    // Translated messages and a user's own configuration are no part of the trees.
    LC_ALL: "C.UTF-8",
    HOME: cwd,
  };
  return new Promise((resolve, reject) => {
    const child = spawn(python, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (data: Buffer) => out.push(data));
    child.stderr.on("data", (data: Buffer) => err.push(data));
    child.on("error", reject);
    child.on("close", (status) =>
      resolve({ status, out: Buffer.concat(out).toString("utf8"), err: Buffer.concat(err).toString("utf8") }),
    );
  });
}

/** Which of some files Python does not compile; of a patched tree nothing should make it warn either. */
export async function uncompilable(
  files: readonly string[],
  which: "errors" | "warnings too" = "errors",
): Promise<readonly string[]> {
  const program = `import pathlib, sys, warnings
warnings.simplefilter("${which === "errors" ? "ignore" : "error"}")
for name in sys.argv[1:]:
    try: compile(pathlib.Path(name).read_bytes(), name, "exec")
    except Exception: print(name)`;
  const { out, status, err } = await runPython(findPython(), ["-c", program, ...files], os.tmpdir());
  if (status !== 0 || err !== "") throw new Error(`python ended with ${status}: ${err}`);
  return out.split("\n").filter(Boolean);
}
