/**
 * Text of a tree made harmless for the language it is put into.
 *
 * Names and code of a checkout are anybody's: each function here takes any text and gives text that its reader takes
 * for text, and nothing else.
 */

/** Characters that XML 1.0 does not take, not even as references (https://www.w3.org/TR/xml/#charsets). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be found
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The text with U+FFFD for each half of a surrogate pair that stands alone. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

/** For XML text and attribute values in double quotes. */
export function xmlText(text: string): string {
  return wellFormed(text)
    .replace(NOT_XML, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
    .replaceAll("\r", "&#13;")
    .replaceAll("\n", "&#10;")
    .replaceAll("\t", "&#9;");
}

/**
 * For the message of a workflow command of GitHub
 * (https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts).
 */
export function commandData(text: string): string {
  return wellFormed(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** For a property of a workflow command: `,` and `:` part properties. */
export function commandProperty(text: string): string {
  return commandData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** For Markdown text in one line: nothing in it is markup, a link, a mention or HTML. */
export function markdownText(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]()#+!|~$]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("@", "&#64;")
    .replace(/:\/\//g, "&#58;//");
}

/** For Markdown as code in one line; longer fences of backticks than the text has. */
export function markdownCode(text: string): string {
  const plain = oneLine(text).replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = longest > 0 ? " " : "";
  return `${fence}${pad}${plain === "" ? " " : plain}${pad}${fence}`;
}

/** A cell of CSV (RFC 4180); what a spreadsheet would take for a formula begins with an apostrophe. */
export function csvCell(text: string): string {
  const plain = oneLine(text);
  const inert = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
  return /[",']/.test(inert) || inert !== inert.trim() ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** Control characters, and those that turn the writing direction, as escapes. */
export function oneLine(text: string): string {
  return wellFormed(text).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`;
  });
}

/** A relative path as a URI reference, or an absolute one as a `file:` URI; every byte that is not plain is escaped. */
export function uriOf(path: string): string {
  const escaped = wellFormed(path)
    .split("/")
    .map((part) => encodeURIComponent(part).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`))
    .join("/");
  // A first part with a colon would read as a scheme, but encodeURIComponent has escaped it.
  return path.startsWith("/") ? `file://${escaped}` : escaped;
}
