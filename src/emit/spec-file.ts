import { UserError } from "../text/user-error.ts";

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
  /** Patches that an earlier edit declared. */
  readonly own: readonly SpecPatch[];
  /** The row before which the Patch lines go. */
  readonly declareAt: number;
  readonly prep: SpecPrep;
}

/**
 * How %prep applies patches. `list`: a macro or command takes all that are declared. `each`: one line for every patch,
 * in the style that the file has; `at` is the row before which ours go.
 */
type SpecPrep =
  | { readonly kind: "list" }
  | { readonly kind: "each"; readonly style: "%patchN" | "%patch -P N"; readonly at: number };

/** The comment above every block of ours, in the preamble and in %prep. */
function specMarker(series: string): string {
  return `# osfix: ${series}`;
}

const END_MARKER = "# osfix: end";

const PATCH_LINE = /^[ \t]*Patch(\d*)[ \t]*:[ \t]*(\S(?:.*\S)?)\s*$/i;
const SOURCE_LINE = /^[ \t]*Source\d*[ \t]*:/i;
const PATCH_MACRO = /^[ \t]*%\{?patch(\d+)?(?![a-z_])/;
// %autosetup -N unpacks only.
const TAKES_ALL = /^[ \t]*(%autosetup(?!.*\s-N\b)|%autopatch)|%\{?patches\b/;

/**
 * Reads the parts of a spec file that an edit touches.
 *
 * @throws UserError when it has no Source line, or no %setup in %prep, or declares a number twice
 */
export function readSpec(file: string, text: string, series: string): SpecFile {
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
    declareAt: declared?.row ?? placeOfPatches(file, lines),
    prep: prep.kind === "each" && applied ? { ...prep, at: applied.row } : prep,
  };
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
  return belowConditional(lines, Math.max(last(SOURCE_LINE), last(PATCH_LINE), base));
}

/** The row after `row`, or after the %endif of the conditional around it. */
function belowConditional(lines: readonly string[], row: number): number {
  const depthAt = (line: string): number =>
    /^[ \t]*%if/.test(line) ? 1 : /^[ \t]*%endif/.test(line) ? -1 : 0;
  let depth = lines.slice(0, row + 1).reduce((sum, line) => sum + depthAt(line), 0);
  let at = row + 1;
  for (; depth > 0 && at < lines.length; at++) depth += depthAt(lines[at] ?? "");
  return depth > 0 ? row + 1 : at;
}

function readPrep(file: string, lines: readonly string[]): SpecPrep {
  const start = lines.findIndex((line) => /^%prep\b/.test(line));
  const next = lines.findIndex(
    (line, row) => row > start && /^%(build|install|generate_buildrequires|conf)\b/.test(line),
  );
  const end = next < 0 ? lines.length : next;
  const last = (pattern: RegExp): number =>
    lines.findLastIndex((line, row) => row > start && row < end && pattern.test(line));
  if (start >= 0 && last(TAKES_ALL) >= 0) return { kind: "list" };
  const [setup, patch] = [last(/^[ \t]*%(auto)?setup\b/), last(PATCH_MACRO)];
  if (start < 0 || Math.max(setup, patch) < 0) {
    const title = "the spec file has no %setup or %autosetup in %prep";
    throw new UserError(title, { at: { file }, hint: "osfix cannot tell where the sources are unpacked" });
  }
  const numbered = PATCH_MACRO.exec(lines[patch] ?? "")?.[1] !== undefined;
  const at = belowConditional(lines, Math.max(setup, patch));
  return { kind: "each", style: numbered ? "%patchN" : "%patch -P N", at };
}

/**
 * The number for the first of `count` patches: the one asked for, else the one that the earlier edit used, else the one
 * after all others (1 in a file without patches).
 *
 * @throws UserError when a patch that is not ours has one of the numbers asked for
 */
export function firstPatchNumber(spec: SpecFile, count: number, asked: number | undefined): number {
  const taken = (first: number): SpecPatch | undefined =>
    spec.foreign.find(({ number }) => number >= first && number < first + count);
  const free = Math.max(0, ...spec.foreign.map(({ number }) => number)) + 1;
  if (asked !== undefined) {
    const other = taken(asked);
    if (!other) return asked;
    const title = `Patch${String(other.number).padStart(4, "0")} is there already: ${other.name}`;
    throw new UserError(title, { at: { file: spec.file }, hint: `use --start-number ${free}` });
  }
  const own = spec.own[0]?.number;
  return own !== undefined && !taken(own) ? own : free;
}

/** The text with our patches declared and, where %prep names each patch, applied. No patches: our lines are gone. */
export function writeSpec(spec: SpecFile, series: string, patches: readonly SpecPatch[]): string {
  const declare = patches.map(({ number, name }) => `Patch${String(number).padStart(4, "0")}: ${name}\n`);
  const inserts = new Map([[spec.declareAt, block(series, declare)]]);
  if (spec.prep.kind === "each") {
    const { style, at } = spec.prep;
    const apply = patches.map(({ number }) =>
      style === "%patchN" ? `%patch${String(number).padStart(4, "0")} -p1\n` : `%patch -P ${number} -p1\n`,
    );
    inserts.set(at, block(series, apply));
  }
  return [...spec.lines, ""].map((line, row) => (inserts.get(row) ?? "") + line).join("");
}

function block(series: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `${specMarker(series)}\n${lines.join("")}${END_MARKER}\n`;
}
