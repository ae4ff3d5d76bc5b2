import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatFilePatch, patchFile } from "../../src/emit/file-patch.ts";
import { UserError } from "../../src/text/user-error.ts";
import { applyWith } from "../helpers/appliers.ts";
import { applyDiff } from "./apply-diff.ts";

/** Stands between the two texts. */
export const AFTER_MARK = "-- after --\n";

/** How many texts go by between two that git and patch are asked about: they take longer than all the others. */
const SELDOM = 2_000;

/** The emitter's judge: a diff must lead from one text to the other and back, for us and for other programs. */
export async function judgeDiff(): Promise<(text: string) => void> {
  let count = 0;
  return (text) => {
    const [before, after] = twoTexts(text);
    const diff = diffOf(before, after);
    if (diff && ++count % SELDOM === 1) applyByOthers(before, after, diff);
  };
}

/** The texts before and after, as latin-1 decoded bytes: of each character the lower eight bits. */
function twoTexts(text: string): readonly [string, string] {
  const at = text.indexOf(AFTER_MARK);
  const bytes = (part: string): string => Buffer.from(part, "latin1").toString("latin1");
  return at < 0 ? ["", bytes(text)] : [bytes(text.slice(0, at)), bytes(text.slice(at + AFTER_MARK.length))];
}

function diffOf(before: string, after: string): string | undefined {
  const bytes = (text: string): Buffer => Buffer.from(text, "latin1");
  try {
    const file = patchFile({
      path: "a.py",
      before: bytes(before),
      after: bytes(after),
      mode: "100644",
    });
    if (!file) {
      if (before !== after) throw new Error("no diff of two texts that differ");
      return undefined;
    }
    if (applyDiff(before, file.hunks, "forward") !== after)
      throw new Error("the diff does not give the text after");
    if (applyDiff(after, file.hunks, "backward") !== before)
      throw new Error("the diff does not give the text before");
    checkCounts(file.hunks, file.added, file.deleted);
    return formatFilePatch(file, { kind: "p1" });
  } catch (error) {
    if (error instanceof UserError && (before + after).includes("\0")) return undefined;
    throw error;
  }
}

function checkCounts(hunks: string, added: number, deleted: number): void {
  const count = (mark: RegExp): number => hunks.match(mark)?.length ?? 0;
  if (count(/^\+/gm) < added || count(/^-/gm) < deleted)
    throw new Error("the counts are greater than the diff");
}

/** `git apply` and `patch` must give the same bytes. */
function applyByOthers(before: string, after: string, diff: string): void {
  const folder = mkdtempSync(join(tmpdir(), "osfix-fuzz-"));
  const file = join(folder, "a.py");
  try {
    for (const name of ["git", "patch"] as const) {
      writeFileSync(file, before, "latin1");
      applyWith(name, folder, diff);
      // A text that becomes empty is a file that goes, for patch.
      const made = after === "" && !existsSync(file) ? "" : readFileSync(file, "latin1");
      if (made !== after) throw new Error(`${name} makes other bytes of the diff`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
