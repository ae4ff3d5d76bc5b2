import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { runCli } from "../../src/cli/cli.ts";
import { scratch } from "../helpers/scratch.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** What one call said. */
export interface Said {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** The surroundings of a call, where they matter. */
export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Columns of a terminal on standard output; no terminal otherwise. */
  readonly columns?: number;
}

/** Runs the command in this process. */
export async function osfix(args: readonly string[], around: Surroundings = {}): Promise<Said> {
  const [out, err]: [Buffer[], string[]] = [[], []];
  const status = await runCli(args, {
    out: (data) => void out.push(Buffer.from(data)),
    err: (text) => void err.push(text),
    env: around.env ?? {},
    cwd: around.cwd ?? "/",
    terminal: { out: around.columns !== undefined, err: false, columns: around.columns },
  });
  return { status, out: Buffer.concat(out).toString("utf8"), err: err.join("") };
}

/** A copy of one of the sample trees, or of both in one folder. */
export function sample(project?: "nova" | "os-vif"): string {
  const tree = path.join(scratch(), project ?? "trees");
  fs.cpSync(path.join(ROOT, "fixtures/sample", project ?? "."), tree, { recursive: true });
  return tree;
}

/** Every file of a folder, as path and latin-1 text. */
export function bytesOf(folder: string): Readonly<Record<string, string>> {
  const names = fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter(
    (name) => fs.lstatSync(path.join(folder, name)).isFile() && !name.startsWith(".git/"),
  );
  return Object.fromEntries(files.map((name) => [name, fs.readFileSync(path.join(folder, name), "latin1")]));
}

/** Replaces text in a file of a tree; throws where it does not stand. */
export function edit(tree: string, file: string, before: string, after: string): void {
  const target = path.join(tree, file);
  const text = fs.readFileSync(target, "latin1");
  if (!text.includes(before)) throw new Error(`${file} does not hold ${before}`);
  fs.writeFileSync(target, text.replace(before, after), "latin1");
}

/** Makes a folder a git checkout with everything committed. */
export function commitAll(folder: string): void {
  const git = (...args: readonly string[]): void => {
    const env = {
      PATH: process.env.PATH,
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_CONFIG_GLOBAL: "/dev/null",
    };
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
      cwd: folder,
      env,
    });
  };
  git("init", "-q");
  git("add", "-A");
  git("commit", "-q", "-m", "all");
}
