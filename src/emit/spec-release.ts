import { literally } from "../text/literally.ts";
import { UserError } from "../text/user-error.ts";
import { splitAddress } from "./message.ts";

/** A spec file's text and what was not done to it, as sentences. */
export interface SpecEdit {
  readonly text: string;
  readonly notes: readonly string[];
}

/** The field's name, the release proper, our mark, and the distribution's tag behind it. */
const RELEASE_LINE = /^([ \t]*Release[ \t]*:[ \t]*)(\S+?)(?:\.osfix(\d+))?((?:%\{\??dist\}\S*)?)[ \t]*$/im;

/**
 * Marks the release as ours: `1%{?dist}` becomes `1.osfix1%{?dist}`, `1.osfix1` becomes `1.osfix2`, so that the
 * distribution's next release sorts above it. A release that is not a number (DLRN's `XXX`) stays.
 */
export function bumpRelease(text: string): SpecEdit {
  const [line, name = "", release = "", mark, dist = ""] = RELEASE_LINE.exec(text) ?? [];
  if (line === undefined) return { text, notes: ["the spec file has no Release line; nothing was bumped"] };
  if (!/^\d/.test(release))
    return { text, notes: [`Release is ${release}${dist}, not a number; nothing was bumped`] };
  const bumped = `${name}${release}.osfix${Number(mark ?? 0) + 1}${dist}`;
  return { text: text.replace(RELEASE_LINE, () => bumped), notes: [] };
}

/** Whether the release carries our mark. */
export function isBumped(text: string): boolean {
  return RELEASE_LINE.exec(text)?.[3] !== undefined;
}

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** An entry of a spec file's %changelog. */
export interface ChangelogEntry {
  /** `Name <mail>`. */
  readonly author: string;
  /** Midnight UTC of a day, in milliseconds. */
  readonly day: number;
  /** One sentence a patch. */
  readonly lines: readonly string[];
}

/**
 * Puts an entry at the top of %changelog, unless the top entry says the same already.
 *
 * rpm wants entries from the newest to the oldest: an entry older than the top one gets the top one's day.
 */
export function addChangelogEntry(text: string, entry: ChangelogEntry): SpecEdit {
  if (/^%\{?\??autochangelog/m.test(text)) {
    return { text, notes: ["%changelog is made by %autochangelog; no entry was added"] };
  }
  const start = /^%changelog[ \t]*\n/m.exec(text);
  if (!start) return { text, notes: ["the spec file has no %changelog; no entry was added"] };
  const below = start.index + start[0].length;
  const rest = text.slice(below).replace(/^\n+/, "");
  const { name, mail } = splitAddress(entry.author);
  const body = entry.lines.map((line) => `- ${line.replaceAll("%", "%%")}\n`).join("");
  const head = `${name} <${mail}> - ${versionOf(text)}\n`;
  const top = /^\* \w{3} (\w{3}) +(\d+) (\d{4}) (.*\n(?:[^*\n].*\n)*)/.exec(rest);
  if (top?.[4] === head + body) return { text, notes: [] };
  const newest = top ? Date.UTC(Number(top[3]), MONTHS.indexOf(top[1] ?? ""), Number(top[2])) : 0;
  const day = new Date(Math.max(entry.day, newest));
  const two = String(day.getUTCDate()).padStart(2, "0");
  const date = `${DAYS[day.getUTCDay()]} ${MONTHS[day.getUTCMonth()]} ${two} ${day.getUTCFullYear()}`;
  const gap = rest === "" ? "" : "\n";
  return { text: `${text.slice(0, below)}* ${date} ${head}${body}${gap}${text.slice(below)}`, notes: [] };
}

/** `EPOCH:VERSION-RELEASE` as an entry writes it, without the macros at the release's end. */
function versionOf(text: string): string {
  const field = (name: string): string | undefined =>
    new RegExp(`^[ \\t]*${literally(name)}[ \\t]*:[ \\t]*(\\S+)`, "im").exec(text)?.[1];
  const [epoch, version, release] = [
    field("Epoch"),
    field("Version"),
    field("Release")?.replace(/%\{[^{}]*\}/g, ""),
  ];
  if (version === undefined) throw new UserError("the spec file has no Version line");
  return `${epoch === undefined ? "" : `${epoch}:`}${version}-${release ?? "1"}`;
}
