import { spawnSync } from "node:child_process";
import type { RunTool } from "../emit/outside-tool.ts";

const MOST_OUTPUT = 64 * 1024 * 1024;

/** Runs a program of the system, with nothing in its environment but PATH and what the caller gives. */
export const runTool: RunTool = (program, args, { cwd, env }) => {
  const result = spawnSync(program, args, {
    cwd,
    env: { PATH: process.env.PATH ?? "/usr/bin:/bin", ...env },
    encoding: "utf8",
    maxBuffer: MOST_OUTPUT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (result.error && "code" in result.error && result.error.code === "ENOENT")
    return { status: undefined, output: "" };
  if (result.error) throw result.error;
  return { status: result.status ?? 255, output: result.stdout + result.stderr };
};
