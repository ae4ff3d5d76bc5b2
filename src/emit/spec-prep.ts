import { UserError } from "../text/user-error.ts";

/** How %prep applies patches. */
export interface SpecPrep {
  /** Numbers of patches that a macro or command takes by itself, once they are declared. */
  readonly takes: readonly NumberRange[];
  /** How the file writes a line that applies one patch. */
  readonly style: "%patchN" | "%patch -P N";
  /** The row before which such lines go. */
  readonly at: number;
}

interface NumberRange {
  readonly from: number;
  readonly to: number;
}

const ALL: NumberRange = { from: 0, to: Number.POSITIVE_INFINITY };

/** A line of %prep that applies one patch, with its number where that is a part of the name. */
export const PATCH_MACRO: RegExp = /^[ \t]*%\{?patch(\d+)?(?![a-z_])/;
const SETUP = /^[ \t]*%(auto)?setup\b/;
const AUTOPATCH = /^[ \t]*%autopatch\b/;
// %autosetup -N unpacks only.
const AUTOSETUP = /^[ \t]*%autosetup\b(?!.*\s-N\b)/;
const PATCHES = /^(?!\s*(?:#|%dnl\b)).*%\{?patches\b/i;

/**
 * Reads %prep of a spec file.
 *
 * @throws UserError when it unpacks nothing, or a macro applies patches in a way that osfix's cannot follow
 */
export function readPrep(file: string, lines: readonly string[]): SpecPrep {
  const start = lines.findIndex((line) => /^%prep\b/.test(line));
  const next = lines.findIndex(
    (line, row) => row > start && /^%(build|install|generate_buildrequires|conf)\b/.test(line),
  );
  const end = next < 0 ? lines.length : next;
  const rows =
    start < 0 ? [] : lines.slice(start + 1, end).map((line, at) => ({ line, row: start + 1 + at }));
  const last = (pattern: RegExp): number => rows.findLast(({ line }) => pattern.test(line))?.row ?? -1;
  const [setup, patch] = [Math.max(last(SETUP), last(AUTOPATCH), last(PATCHES)), last(PATCH_MACRO)];
  if (Math.max(setup, patch) < 0) {
    const title = "the spec file has no %setup or %autosetup in %prep";
    throw new UserError(title, { at: { file }, hint: "osfix cannot tell where the sources are unpacked" });
  }
  const tool = /\s-S\s*(\S+)/.exec(rows.find(({ line }) => SETUP.test(line))?.line ?? "")?.[1];
  const takes = rows.flatMap(({ line, row }) => {
    if (PATCHES.test(line)) return [ALL];
    if (!AUTOSETUP.test(line) && !AUTOPATCH.test(line)) return [];
    const at = { file, line: row + 1 };
    refuseOtherLevels(line, tool, at);
    return AUTOPATCH.test(line) ? readRanges(line, at) : [ALL];
  });
  const numbered = PATCH_MACRO.exec(lines[patch] ?? "")?.[1] !== undefined;
  const at = belowBlocks(lines, Math.max(setup, patch));
  return { takes, style: numbered ? "%patchN" : "%patch -P N", at };
}

interface Line {
  readonly file: string;
  readonly line: number;
}

/** Tools of %autosetup -S that strip one folder unasked; patch strips all of them. */
const STRIP_ONE: ReadonlySet<string> = new Set(["git", "git_am", "hg", "quilt"]);

function refuseOtherLevels(line: string, tool: string | undefined, at: Line): void {
  const level = /\s-p\s*(\S+)/.exec(line)?.[1];
  const fits = level === undefined ? STRIP_ONE.has(tool ?? "") : level === "1" || level.startsWith("%");
  if (fits) return;
  const macro = line.trim().split(/\s/, 1)[0];
  throw new UserError(`${macro} does not strip one folder from the paths in patches`, {
    at,
    hint: `write ${macro} -p1, which osfix's patches and those of git need`,
  });
}

/** What `%autopatch [-m FIRST] [-M LAST] [NUMBER...]` takes. */
function readRanges(line: string, at: Line): readonly NumberRange[] {
  const words = line
    .trim()
    .replace(/\s(-[mMp])\s+(?=\S)/g, " $1")
    .split(/\s+/)
    .slice(1);
  const numbers = words.filter((word) => !word.startsWith("-"));
  const bound = (option: string): string | undefined =>
    words.find((word) => word.startsWith(option))?.slice(option.length);
  const [from = "0", to = "Infinity"] = [bound("-m"), bound("-M")];
  if ([from, ...numbers].some((word) => !/^\d+$/.test(word)) || !/^(\d+|Infinity)$/.test(to))
    throw new UserError("osfix cannot tell which patches this %autopatch takes", {
      at,
      hint: "write the numbers out",
    });
  if (numbers.length > 0) return numbers.map((word) => ({ from: Number(word), to: Number(word) }));
  return [{ from: Number(from), to: Number(to) }];
}

/** The row after `row`, or after the %endif of the conditional around it, and after another series' block. */
export function belowBlocks(lines: readonly string[], row: number): number {
  const below = belowConditional(lines, row);
  const opened = lines.slice(0, below).findLastIndex((line) => MARKER.test(line));
  if (opened < 0 || lines[opened]?.trim() === END_MARKER) return below;
  const end = lines.findIndex((line, at) => at >= below && MARKER.test(line));
  return end >= 0 && lines[end]?.trim() === END_MARKER ? end + 1 : below;
}

const MARKER = /^[ \t]*# osfix: /;

/** The comment below every block of ours. */
export const END_MARKER = "# osfix: end";

function belowConditional(lines: readonly string[], row: number): number {
  const depthAt = (line: string): number =>
    /^[ \t]*%if/.test(line) ? 1 : /^[ \t]*%endif/.test(line) ? -1 : 0;
  let depth = lines.slice(0, row + 1).reduce((sum, line) => sum + depthAt(line), 0);
  let at = row + 1;
  for (; depth > 0 && at < lines.length; at++) depth += depthAt(lines[at] ?? "");
  return depth > 0 ? row + 1 : at;
}
