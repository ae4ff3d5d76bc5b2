/** How the bytes of a Python file become text and back (PEP 263). */
export interface Encoding {
  /** Canonical name: `utf-8`, `ascii`, `iso-8859-1`, or another single-byte encoding by its WHATWG label. */
  readonly name: string;
  /** The file starts with the UTF-8 byte order mark; the text does not hold it. */
  readonly bom: boolean;
}

/** What a file without a byte order mark and without a coding cookie is. */
export const UTF_8: Encoding = { name: "utf-8", bom: false };

/** The decoded text, or why the bytes are not Python text; never an exception. */
export type Decoded =
  | { readonly kind: "text"; readonly text: string; readonly encoding: Encoding }
  | { readonly kind: "failed"; readonly cause: "not-python" | "undecodable"; readonly reason: string };

/** The bytes, or which character the file's encoding has no byte for. */
export type Encoded =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "unencodable"; readonly reason: string };

const BOM = [0xef, 0xbb, 0xbf] as const;
// The expression of PEP 263, as CPython's tokenizer has it.
const COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)/;
const BLANK_OR_COMMENT = /^[ \t\f]*(?:#.*)?$/;

/**
 * Decodes the bytes of a Python file.
 *
 * UTF-16, NUL bytes, bytes that the encoding does not hold and encodings that cannot be written back unchanged
 * are `failed`. Re-encoding an unchanged text gives the same bytes.
 */
export function decodeSource(bytes: Uint8Array): Decoded {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return failed("not-python", "it is UTF-16, which Python does not read; convert it to UTF-8");
  const nul = bytes.indexOf(0);
  if (nul >= 0) return failed("not-python", `it holds a NUL byte at offset ${nul}; it is not Python source`);
  const bom = BOM.every((byte, at) => bytes[at] === byte);
  const body = bom ? bytes.subarray(BOM.length) : bytes;
  const cookie = findCookie(body);
  const name = cookie === undefined ? "utf-8" : canonicalName(cookie);
  if (name === undefined)
    return failed("undecodable", `its coding cookie names \`${cookie}\`, which osfix cannot write back`);
  if (bom && name !== "utf-8")
    return failed("undecodable", `it has a UTF-8 byte order mark and a coding cookie \`${cookie}\``);
  const text = decodeWith(name, body);
  if (typeof text === "number") {
    const declared =
      cookie === undefined ? "it declares no other encoding" : `its coding cookie says \`${cookie}\``;
    return failed(
      "undecodable",
      `the byte at offset ${text + (bom ? BOM.length : 0)} is not ${name}, and ${declared}`,
    );
  }
  return { kind: "text", text, encoding: { name, bom } };
}

/** The inverse of `decodeSource` for the encoding that it found. A lone surrogate is unencodable everywhere. */
export function encodeSource(text: string, encoding: Encoding): Encoded {
  const bad = firstUnencodable(text, encoding.name);
  if (bad >= 0) {
    const code = text.codePointAt(bad)?.toString(16).toUpperCase().padStart(4, "0");
    const reason = `U+${code} cannot be written in ${encoding.name}, the encoding of the file`;
    return { kind: "unencodable", reason };
  }
  const body = encodeWith(encoding.name, text);
  return { kind: "bytes", bytes: encoding.bom ? Buffer.concat([Buffer.from(BOM), body]) : body };
}

function failed(cause: "not-python" | "undecodable", reason: string): Decoded {
  return { kind: "failed", cause, reason };
}

/** The cookie counts on the first two lines only, on the second only below a blank line or a comment. */
function findCookie(body: Uint8Array): string | undefined {
  const head = Buffer.from(body.subarray(0, 4096)).toString("latin1");
  const [first = "", second = ""] = head.split(/\r\n|\n|\r/, 2);
  return COOKIE.exec(first)?.[1] ?? (BLANK_OR_COMMENT.test(first) ? COOKIE.exec(second)?.[1] : undefined);
}

const ALIASES: Readonly<Record<string, string>> = {
  utf8: "utf-8",
  u8: "utf-8",
  utf: "utf-8",
  "utf-8-sig": "utf-8",
  ascii: "ascii",
  "us-ascii": "ascii",
  "646": "ascii",
  latin1: "iso-8859-1",
  "latin-1": "iso-8859-1",
  l1: "iso-8859-1",
  "iso8859-1": "iso-8859-1",
  "iso-8859-1": "iso-8859-1",
  "iso-latin-1": "iso-8859-1",
  "latin-9": "iso-8859-15",
};

/** Python's name of an encoding as ours; undefined when it is unknown or has more than one byte a character. */
function canonicalName(cookie: string): string | undefined {
  const plain = cookie.toLowerCase().replaceAll("_", "-");
  const known = ALIASES[plain] ?? (/^utf-8(-|$)/.test(plain) ? "utf-8" : undefined);
  if (known !== undefined) return known;
  if (/^(iso-?8859-1|latin-?1)-/.test(plain)) return "iso-8859-1";
  const label = plain.replace(/^cp(125\d|866)$/, "windows-$1").replace(/^windows-866$/, "ibm866");
  return tableOf(label.replace(/^iso8859-/, "iso-8859-")) === undefined ? undefined : label;
}

const tables = new Map<string, readonly string[] | undefined>();

/** The 256 characters of a single-byte encoding ("" for an unused byte); undefined for any other encoding. */
function tableOf(label: string): readonly string[] | undefined {
  if (!tables.has(label)) tables.set(label, makeTable(label));
  return tables.get(label);
}

// Bytes 0x80 to 0x9f; blanks are unused. Node's own decoder took this code page for Latin-1 in some versions.
const WINDOWS_1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

function makeTable(label: string): readonly string[] | undefined {
  if (label === "windows-1252")
    return Array.from({ length: 256 }, (_, byte) =>
      byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252.charAt(byte - 0x80).trim() : String.fromCharCode(byte),
    );
  if (!/^(iso-8859-\d+|windows-\d+|koi8-[ru]|ibm866|macintosh)$/.test(label)) return undefined;
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    return Array.from({ length: 256 }, (_, byte) => {
      try {
        return decoder.decode(Uint8Array.of(byte));
      } catch {
        return "";
      }
    });
  } catch {
    return undefined;
  }
}

/** The text, or the offset of the first byte that is not of the encoding. */
function decodeWith(name: string, body: Uint8Array): string | number {
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (name === "iso-8859-1") return buffer.toString("latin1");
  if (name === "utf-8") {
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
    } catch {
      return firstInvalidUtf8(buffer);
    }
  }
  const table = tableOf(name);
  let text = "";
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] ?? 0;
    const character = table ? table[byte] : byte < 0x80 ? String.fromCharCode(byte) : "";
    if (!character) return at;
    text += character;
  }
  return text;
}

/** Where the longest valid prefix ends: the decoder writes U+FFFD there, and valid text before it re-encodes alike. */
function firstInvalidUtf8(buffer: Buffer): number {
  const again = Buffer.from(buffer.toString("utf8"), "utf8");
  let at = 0;
  while (at < buffer.length && buffer[at] === again[at]) at++;
  return at;
}

function firstUnencodable(text: string, name: string): number {
  if (name === "utf-8") return /[\uD800-\uDFFF]/.test(text) ? text.search(/\p{Surrogate}/u) : -1;
  const limit = name === "iso-8859-1" ? 0xff : name === "ascii" ? 0x7f : undefined;
  const table = new Set(tableOf(name));
  for (let at = 0; at < text.length; at++) {
    if (limit === undefined ? !table.has(text.charAt(at)) : text.charCodeAt(at) > limit) return at;
  }
  return -1;
}

function encodeWith(name: string, text: string): Uint8Array {
  if (name === "utf-8") return Buffer.from(text, "utf8");
  if (name === "iso-8859-1" || name === "ascii") return Buffer.from(text, "latin1");
  const table = tableOf(name) ?? [];
  return Uint8Array.from(Array.from(text), (character) => table.indexOf(character));
}
