import type { SemanticPatch } from "../smpl/semantic-patch.ts";
import { UserError } from "../text/user-error.ts";

/** What a concrete patch says about where it comes from: a semantic patch without its patterns. */
export interface PatchOrigin extends Pick<SemanticPatch, "id" | "digest" | "header" | "prose"> {
  /** The profile that gave the settings, with those settings: `published bridge_interface=bond1`. */
  readonly profile: string;
}

/** The tree a patch was made for. One of version and commit is always known, or the content speaks for itself. */
export interface Base {
  readonly project: string;
  readonly version: string | undefined;
  /** 40 hex digits. */
  readonly commit: string | undefined;
}

/** How the message above a patch is written, as its consumers want it. */
export interface MessageStyle {
  /** `[PATCH] ` is what RPM's and git's users keep; Debian's gbp would leave it in the subject. Never numbered. */
  readonly subjectTag: "[PATCH] " | "";
  /** The line that separates messages in an mbox; `git am` wants it there and gbp strips it. */
  readonly fromLine: boolean;
  readonly trailers: "dep3" | "yocto";
  /** `Name <mail>` for a Signed-off-by line; none is written unasked. */
  readonly signoff: string | undefined;
  /** Seconds since 1970; used instead of the semantic patch's own date. */
  readonly epoch: number | undefined;
  /** The series that the patch is of, by its folder's name: of two in one package each finds its own again. */
  readonly series: string;
}

/** `Base:` as people read it: `nova 18.0.0`, `os-vif commit 0123…`. */
export function formatBase(base: Base): string {
  const parts = [base.project];
  if (base.version !== undefined) parts.push(base.version);
  if (base.commit !== undefined) parts.push(`commit ${base.commit}`);
  if (parts.length === 1) parts.push("(version unknown; see the index lines)");
  return parts.join(" ");
}

/**
 * Everything above the `---` of a patch, as latin-1 decoded UTF-8.
 *
 * One header for all consumers: a mail header first, or `git am` and rpm's git_am refuse the file and gbp stamps today's
 * date on it; DEP-3 fields as trailers in the last paragraph, where lintian and dpkg find them.
 */
export function formatMessage(origin: PatchOrigin, base: Base, style: MessageStyle): string {
  const { header } = origin;
  const body = formatBody(origin.prose);
  const trailers = trailersOf(origin, base, style);
  const lines = [
    ...(style.fromLine ? [`From ${"0".repeat(40)} Mon Sep 17 00:00:00 2001`] : []),
    `From: ${encodeAddress(header.author)}`,
    `Date: ${formatDate(header.date, style.epoch)}`,
    ...foldHeader("Subject: ", `${style.subjectTag}${header.subject}`),
    ...(isAscii(body + trailers.join("")) ? [] : MIME),
    "",
    ...(body === "" ? [] : [body, ""]),
    ...trailers,
  ];
  return Buffer.from(`${lines.join("\n")}\n`, "utf8").toString("latin1");
}

const MIME = [
  "MIME-Version: 1.0",
  "Content-Type: text/plain; charset=UTF-8",
  "Content-Transfer-Encoding: 8bit",
];

function trailersOf(origin: PatchOrigin, base: Base, style: MessageStyle): readonly string[] {
  const { header } = origin;
  const own = style.trailers === "yocto" ? [`Upstream-Status: ${upstreamStatus(origin)}`] : [];
  const dep3 = [
    ...header.bugs.map((bug) => `Bug: ${bug}`),
    ...optional("Origin", header.origin),
    ...optional("Forwarded", header.forwarded),
    ...optional("Applied-Upstream", header.appliedUpstream),
    ...optional("Last-Update", header.lastUpdate),
  ];
  const provenance = [
    `Base: ${formatBase(base)}`,
    `Semantic-Patch: ${origin.id}`,
    `Semantic-Patch-Series: ${style.series}`,
    `Semantic-Patch-Digest: sha256:${origin.digest}`,
    `Semantic-Patch-Profile: ${origin.profile}`,
  ];
  return [...dep3, ...provenance, ...own, ...(style.signoff ? [`Signed-off-by: ${style.signoff}`] : [])];
}

/** One line a trailer, whatever its width: a folded trailer is read by git but not by every DEP-3 reader. */
function optional(name: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [`${name}: ${value.replace(/\s*\n\s*/g, " ")}`];
}

/** Yocto's vocabulary (OpenEmbedded contributor guide) for what DEP-3 says otherwise. */
function upstreamStatus(origin: PatchOrigin): string {
  const { header } = origin;
  if (header.appliedUpstream) return `Backport [${header.appliedUpstream}]`;
  if (header.forwarded && /^https?:/.test(header.forwarded)) return `Submitted [${header.forwarded}]`;
  if (header.forwarded === "not-needed") return "Inappropriate [not needed upstream]";
  return "Pending";
}

/** Prose wrapped at 72; indented lines and lists stay as they are. */
export function formatBody(prose: string): string {
  const paragraphs = prose.trim().split(/\n[ \t]*\n/);
  return paragraphs.map((text) => guardLines(wrapParagraph(text))).join("\n\n");
}

function wrapParagraph(text: string): string {
  const lines = text.split("\n");
  if (lines.some((line) => /^(\s|[-*] |\d+\. )/.test(line)))
    return lines.map((line) => line.trimEnd()).join("\n");
  return wrapWords(text.split(/\s+/).filter(Boolean), 72).join("\n");
}

/** Lines of at most `width` columns; all but the first begin with `indent`. */
function wrapWords(words: readonly string[], width: number, indent = ""): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines[lines.length - 1];
    if (last === undefined) lines.push(word);
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(indent + word);
  }
  return lines;
}

/** A body line that a patch or mail reader would take for the start of a diff or of a message gets a blank in front. */
function guardLines(text: string): string {
  return text.replace(/^(?=---|diff |Index: |index |\+\+\+ |@@ |From )/gm, " ");
}

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * RFC 2822 as git writes it. The semantic patch's own text keeps its zone; an epoch is written in UTC.
 *
 * @throws UserError when the text is not a date
 */
function formatDate(text: string, epoch: number | undefined): string {
  if (epoch === undefined) {
    const fixed =
      /^(?:[A-Z][a-z]{2}, )?0?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d:\d\d) ([+-]\d{4})$/.exec(
        text.trim(),
      );
    if (!fixed)
      throw new UserError(`not a date: ${text}`, { hint: "write it as Wed, 2 Dec 2020 00:00:00 +0000" });
    const [, day = "", month = "", year = "", time = "", zone = ""] = fixed;
    const weekday = DAYS[new Date(Date.UTC(Number(year), MONTHS.indexOf(month), Number(day))).getUTCDay()];
    return `${weekday}, ${day} ${month} ${year} ${time} ${zone}`;
  }
  const at = new Date(epoch * 1000);
  const two = (value: number): string => String(value).padStart(2, "0");
  const time = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(":");
  return `${DAYS[at.getUTCDay()]}, ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()} ${time} +0000`;
}

function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what is meant
  return /^[\x00-\x7f]*$/.test(text);
}

/** RFC 2047 `Q` encoding of a phrase; ASCII stays as it is. */
function encodeWord(text: string): string {
  if (isAscii(text)) return text;
  const bytes = Array.from(Buffer.from(text, "utf8"), (byte) => {
    const letter = String.fromCharCode(byte);
    return /[A-Za-z0-9!*+/-]/.test(letter) ? letter : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  });
  return `=?UTF-8?q?${bytes.join("")}?=`;
}

/**
 * `Name <mail>` for a mail header.
 *
 * @throws UserError when it is not of that shape
 */
function encodeAddress(address: string): string {
  const { name, mail } = splitAddress(address);
  if (!isAscii(name)) return `${encodeWord(name)} <${mail}>`;
  return `${/[()<>@,;:\\".[\]]/.test(name) ? `"${name.replace(/["\\]/g, "\\$&")}"` : name} <${mail}>`;
}

/** @throws UserError when it is not `Name <mail>` */
export function splitAddress(address: string): { readonly name: string; readonly mail: string } {
  const parts = /^\s*(.*\S)\s*<([^<>\s]+@[^<>\s]+)>\s*$/.exec(address);
  if (!parts)
    throw new UserError(`not an author: ${address}`, { hint: "write it as Name <mail@example.org>" });
  return { name: parts[1] ?? "", mail: parts[2] ?? "" };
}

/** A header in lines of at most 78 columns, continued with a blank, folded where git folds it. */
function foldHeader(name: string, value: string): readonly string[] {
  if (isAscii(value)) return wrapWords(`${name}${value}`.split(" "), 78, " ");
  const words = value.split(/(?<= )/).reduce<string[]>((chunks, word) => {
    const last = chunks[chunks.length - 1];
    if (last !== undefined && encodeWord(last + word).length <= 60) chunks[chunks.length - 1] = last + word;
    else chunks.push(word);
    return chunks;
  }, []);
  return words.map((word, at) => (at === 0 ? `${name}${encodeAlways(word)}` : ` ${encodeAlways(word)}`));
}

/** Blanks between encoded words are dropped by readers, so every chunk of a folded subject is encoded. */
function encodeAlways(text: string): string {
  const encoded = encodeWord(text);
  return encoded === text ? `=?UTF-8?q?${text.replace(/[^A-Za-z0-9!*+/-]/g, hexOf)}?=` : encoded;
}

function hexOf(letter: string): string {
  return `=${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
