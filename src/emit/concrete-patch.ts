import { formatDiffstat } from "./diffstat.ts";
import { type FileBytes, type FilePatch, formatFilePatch, type PathStyle, patchFile } from "./file-patch.ts";
import { type Base, formatMessage, type MessageStyle, type PatchOrigin } from "./message.ts";

/** What one semantic patch did to one tree. */
export interface ConcreteStep {
  readonly origin: PatchOrigin;
  readonly files: readonly FileBytes[];
}

/** A concrete patch, not written out yet: one step with at least one file that differs. */
export interface ConcretePatch {
  readonly origin: PatchOrigin;
  readonly base: Base;
  /** Ordered by path. */
  readonly files: readonly FilePatch[];
}

/** The steps that change something, as patches, in order. */
export function concretePatches(steps: readonly ConcreteStep[], base: Base): readonly ConcretePatch[] {
  return steps.flatMap(({ origin, files }) => {
    const patched = files.flatMap((file) => patchFile(file) ?? []).sort(byPath);
    return patched.length === 0 ? [] : [{ origin, base, files: patched }];
  });
}

function byPath(a: FilePatch, b: FilePatch): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** The patch restricted to some files; undefined when none is left. */
export function selectFiles(
  patch: ConcretePatch,
  wanted: (path: string) => boolean,
): ConcretePatch | undefined {
  const files = patch.files.filter((file) => wanted(file.path));
  return files.length === 0 ? undefined : { ...patch, files };
}

/** The whole patch file: message, `---`, diffstat, blank line, diffs. */
export function formatPatch(patch: ConcretePatch, style: MessageStyle, paths: PathStyle): Uint8Array {
  const placed =
    paths.kind === "p1"
      ? patch.files
      : patch.files.map((file) => ({ ...file, path: paths.under + file.path }));
  const text = [
    formatMessage(patch.origin, patch.base, style),
    "---\n",
    formatDiffstat(placed),
    "\n",
    ...patch.files.map((file) => formatFilePatch(file, paths)),
  ].join("");
  return Buffer.from(text, "latin1");
}

/** Only the diffs, each as `git diff --full-index` prints it. */
export function formatDiff(files: readonly FilePatch[]): string {
  return files.map((file) => formatFilePatch(file, { kind: "p1" })).join("");
}
