import fs from "node:fs";
import path from "node:path";
import { emitSeries } from "../../src/cli/emit.ts";
import type { EmitFormat, EmitRequest } from "../../src/cli/emit-request.ts";
import { runTool } from "../../src/cli/run-tool.ts";
import type { RunOutcome } from "../../src/plan/outcome.ts";
import { run } from "../../src/run.ts";
import { PLAIN_MESSAGES } from "../emit/scratch.ts";

/** The series that osfix ships, unless the environment names another folder (OSFIX_TEST_PATCHES). */
const PATCHES: string = process.env.OSFIX_TEST_PATCHES ?? new URL("../../patches/", import.meta.url).pathname;

/** The plan for a tree; the tree stays as it is. */
export function plan(tree: string, profile: string): Promise<RunOutcome> {
  return run({ direction: "apply", until: "plan", paths: [tree], patches: PATCHES, profile });
}

/** Applies the series to a tree with osfix itself. */
export async function applyOurselves(tree: string, profile: string): Promise<void> {
  const outcome = await run({ direction: "apply", until: "write", paths: [tree], patches: PATCHES, profile });
  if (outcome.writing !== "written")
    throw new Error(`osfix apply: ${outcome.writing} ${JSON.stringify(outcome.refusals)}`);
}

/** `osfix emit` with these options. */
export function emit(outcome: RunOutcome, more: Partial<EmitRequest>): ReturnType<typeof emitSeries> {
  const manifest = path.join(PATCHES, outcome.series.name, "series.json");
  return emitSeries(
    outcome,
    {
      format: "git",
      output: undefined,
      spec: undefined,
      debian: undefined,
      bumpRelease: false,
      changelog: undefined,
      dedupe: false,
      reno: false,
      startNumber: undefined,
      settings: new Map(),
      manifest: { file: manifest, text: fs.readFileSync(manifest, "utf8") },
      choices: PLAIN_MESSAGES,
      ...more,
    },
    runTool,
  );
}

/** Writes one format below a folder and gives its directory. */
export function emitTo(outcome: RunOutcome, folder: string, format: EmitFormat): string {
  const output = path.join(folder, format);
  const result = emit(outcome, { format, output });
  if (result.exitStatus !== 0) throw new Error(result.messages.join("\n"));
  return output;
}
