import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { rolldown } from "rolldown";
import { beforeAll, describe, expect, it } from "vitest";
import { sample } from "./osfix.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
// Below the root, so that the command finds its packages; in dist/src/cli's depth, so that it finds its files.
const FOLDER = path.join(ROOT, "node_modules/.cache/process-test");
const MAIN = path.join(FOLDER, "a/b/main.js");

beforeAll(async () => {
  const bundle = await rolldown({
    input: path.join(ROOT, "src/cli/main.ts"),
    platform: "node",
    external: /^(?:web-)?tree-sitter/,
    checks: { eval: false },
  });
  await bundle.write({ file: MAIN, format: "esm", codeSplitting: false });
  fs.copyFileSync(path.join(ROOT, "package.json"), path.join(FOLDER, "package.json"));
});

interface Ended {
  readonly status: number | null;
  readonly err: string;
}

/** Runs the command as a process whose output is read by a program that goes away after `lines` lines. */
function osfixInto(lines: number, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    let err = "";
    let seen = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      seen += text;
      if (seen.split("\n").length > lines) child.stdout.destroy();
    });
    child.on("close", (status) => resolve({ status, err }));
    if (lines === 0) child.stdout.destroy();
  });
}

const PATCHES = ["--patches", path.join(ROOT, "patches")];

describe("the process", () => {
  it.each([0, 1])("ends quietly when its reader leaves after %i lines", async (lines) => {
    const { status, err } = await osfixInto(lines, "status", "-v", ...PATCHES, sample());
    expect(status).toBe(0);
    expect(err).not.toMatch(/EPIPE|internal error/);
  });

  // The device of a full disk is Linux'.
  it.runIf(fs.existsSync("/dev/full"))("says in a sentence that its output has no room", async () => {
    const full = fs.openSync("/dev/full", "w");
    const args = [MAIN, "status", ...PATCHES, sample()];
    const ended = await new Promise<Ended>((resolve) => {
      const child = spawn(process.execPath, args, { stdio: ["ignore", full, "pipe"] });
      let err = "";
      child.stderr?.setEncoding("utf8").on("data", (text: string) => {
        err += text;
      });
      child.on("close", (status) => resolve({ status, err }));
    });
    fs.closeSync(full);
    expect(ended.status).toBe(2);
    expect(ended.err).toContain("error: standard output: it cannot be written (no space left)\n");
    expect(ended.err).not.toContain(" at ");
  });

  it("ends with the status of the call", async () => {
    expect((await osfixInto(1000, "--version")).status).toBe(0);
    expect((await osfixInto(1000, "status", ...PATCHES, "/no/such/tree")).status).toBe(2);
  });
});
