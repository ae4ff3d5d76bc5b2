import { UserError } from "../text/user-error.ts";
import { belowBlocks, END_MARKER, PATCH_MACRO, readPrep, type SpecPrep } from "./spec-prep.ts";

/** A patch as a spec file names it. */
export interface SpecPatch {
  readonly number: number;
  readonly name: string;
}

/** What a spec file says about its patches and its sources, with our own lines taken out. */
export interface SpecFile {
  readonly file: string;
  /** Lines with their line endings. */
  readonly lines: readonly string[];
  /** Patches that are not ours. */
  readonly foreign: readonly SpecPatch[];
  /** Patches that an earlier edit declared and this one may replace. */
  readonly own: readonly SpecPatch[];
  /** Patches that an earlier edit declared and that stay, before what this one declares. */
  readonly kept: readonly SpecPatch[];
  /** The row before which the Patch lines go. */
  readonly declareAt: number;
  readonly prep: SpecPrep;
}

/** The comment above every block of ours, in the preamble and in %prep. */
function specMarker(series: string): string {
  return `# osfix: ${series}`;
}

const PATCH_LINE = /^[ \t]*Patch(\d*)[ \t]*:[ \t]*(\S(?:.*\S)?)\s*$/i;
const SOURCE_LINE = /^[ \t]*Source\d*[ \t]*:/i;

/**
 * Reads the parts of a spec file that an edit touches.
 *
 * @throws UserError when it has no Source line, or no %setup in %prep, declares a number twice, or has a %patchlist
 */
export function readSpec(file: string, text: string, series: string): SpecFile {
  refusePatchList(file, text);
  const { lines, blocks } = takeBlocksOut(text.split(/(?<=\n)/), specMarker(series));
  const foreign = numberPatches(file, lines);
  const declared = blocks.find((block) => block.lines.some((line) => PATCH_LINE.test(line)));
  const applied = blocks.find((block) => block.lines.some((line) => PATCH_MACRO.test(line)));
  const prep = readPrep(file, lines);
  return {
    file,
    lines,
    foreign,
    own: numberPatches(file, declared?.lines ?? []),
    kept: [],
    declareAt: declared?.row ?? placeOfPatches(file, lines),
    prep: applied ? { ...prep, at: applied.row } : prep,
  };
}

/** What %patchlist lists comes after all Patch lines, and so would be applied after ours. */
function refusePatchList(file: string, text: string): void {
  const row = text.split("\n").findIndex((line) => /^%patchlist\b/.test(line));
  if (row < 0) return;
  throw new UserError("the spec file lists its patches in %patchlist", {
    at: { file, line: row + 1 },
    hint: "write them as Patch lines; or take the files of --format rpm -o DIR, and add their names to the end of the list",
  });
}

/** The same with the earlier patches fixed: what is declared now comes after them. */
export function keepOwn(spec: SpecFile): SpecFile {
  return { ...spec, own: [], kept: spec.own };
}

interface Block {
  /** The row, among the lines that stay, before which the block stood. */
  readonly row: number;
  readonly lines: string[];
}

/**
 * Splits off our blocks: from the marker to the end marker. Where somebody took the end marker away, the Patch or %patch
 * lines right below the marker are the block.
 */
function takeBlocksOut(
  all: readonly string[],
  mark: string,
): { readonly lines: readonly string[]; readonly blocks: readonly Block[] } {
  const lines: string[] = [];
  const blocks: Block[] = [];
  let inside: Block | undefined;
  for (const line of all) {
    if (line.trim() === mark) {
      inside = { row: lines.length, lines: [] };
      blocks.push(inside);
    } else if (inside && line.trim() === END_MARKER) inside = undefined;
    else if (inside && (PATCH_LINE.test(line) || PATCH_MACRO.test(line))) inside.lines.push(line);
    else {
      inside = undefined;
      lines.push(line);
    }
  }
  return { lines, blocks };
}

function numberPatches(file: string, lines: readonly string[]): readonly SpecPatch[] {
  const found: SpecPatch[] = [];
  lines.forEach((line, row) => {
    const [, digits, name = ""] = PATCH_LINE.exec(line) ?? [];
    if (digits === undefined) return;
    // A patch without a number takes the one after the last, as rpm 4.18 counts.
    const number = digits === "" ? (found[found.length - 1]?.number ?? -1) + 1 : Number(digits);
    const twins = found.some((other) => other.number === number && other.name !== name);
    if (twins) throw new UserError(`Patch${digits} is declared twice`, { at: { file, line: row + 1 } });
    found.push({ number, name });
  });
  return found;
}

/** Below the sources, the other patches and rdopkg's `patches_base` comment, and outside of their conditionals. */
function placeOfPatches(file: string, lines: readonly string[]): number {
  const last = (pattern: RegExp): number => lines.findLastIndex((line) => pattern.test(line));
  if (last(SOURCE_LINE) < 0) {
    const title = "the spec file has no Source line";
    throw new UserError(title, { at: { file }, hint: "osfix declares patches after the sources" });
  }
  let base = last(/^#[ \t]*patches_base[ \t]*=/);
  while (base >= 0 && lines[base + 1]?.trim() === "#") base++;
  return belowBlocks(lines, Math.max(last(SOURCE_LINE), last(PATCH_LINE), base));
}

/**
 * The number for the first of `count` patches: the one asked for, else the one that the earlier edit used, else the one
 * after all others (1 in a file without patches).
 *
 * @throws UserError when a patch that is not ours has one of the numbers asked for
 */
export function firstPatchNumber(spec: SpecFile, count: number, asked: number | undefined): number {
  const others = [...spec.foreign, ...spec.kept];
  const taken = (first: number): SpecPatch | undefined =>
    others.find(({ number }) => number >= first && number < first + count);
  const free = Math.max(0, ...others.map(({ number }) => number)) + 1;
  if (asked !== undefined) {
    const other = taken(asked);
    if (!other) return asked;
    const title = `Patch${String(other.number).padStart(4, "0")} is there already: ${other.name}`;
    throw new UserError(title, { at: { file: spec.file }, hint: `use --start-number ${free}` });
  }
  const own = spec.own[0]?.number;
  return own !== undefined && !taken(own) ? own : free;
}

/**
 * The text with our patches declared and, where %prep does not take them by itself, applied. No patches: our lines are
 * gone.
 *
 * @throws UserError when %prep would take some of them only
 */
export function writeSpec(spec: SpecFile, series: string, added: readonly SpecPatch[]): string {
  const patches = [...spec.kept, ...added];
  const declare = patches.map(({ number, name }) => `Patch${String(number).padStart(4, "0")}: ${name}\n`);
  const inserts = new Map([[spec.declareAt, block(series, declare)]]);
  const { takes, style, at } = spec.prep;
  const left = patches.filter(({ number }) => !takes.some(({ from, to }) => from <= number && number <= to));
  if (left.length > 0 && left.length < patches.length) {
    const some = `Patch${String(left[0]?.number).padStart(4, "0")}`;
    throw new UserError(`%autopatch takes some of the patches and not ${some}`, {
      at: { file: spec.file },
      hint: "give --start-number a number whose followers it takes, or none of them",
    });
  }
  const apply = left.map(({ number }) =>
    style === "%patchN" ? `%patch${String(number).padStart(4, "0")} -p1\n` : `%patch -P ${number} -p1\n`,
  );
  if (apply.length > 0) inserts.set(at, block(series, apply));
  return [...spec.lines, ""].map((line, row) => (inserts.get(row) ?? "") + line).join("");
}

function block(series: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `${specMarker(series)}\n${lines.join("")}${END_MARKER}\n`;
}
