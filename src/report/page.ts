import { createHash } from "node:crypto";
import { xmlText } from "./escape.ts";
import { PAGE_SCRIPT } from "./page-script.ts";
import { PAGE_STYLE } from "./page-style.ts";

/** Gives each distinct line of code a number, so that what many revisions share stands in the page once. */
export class LineTable {
  readonly lines: string[] = [];
  private readonly known = new Map<string, number>();

  /** The number of a line, its text made harmless to look at. */
  indexOf(text: string): number {
    let index = this.known.get(text);
    if (index === undefined) {
      index = this.lines.push(shownText(text)) - 1;
      this.known.set(text, index);
    }
    return index;
  }

  /** The numbers of a text's lines, a final line ending not counted. */
  indexesOf(text: string): readonly number[] {
    const lines = text.split("\n");
    if (lines.at(-1) === "") lines.pop();
    return lines.map((line) => this.indexOf(line));
  }
}

/** Text in which characters that cannot be seen, or that turn the writing direction, stand as escapes. */
export function shownText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Surrogate}\u2028\u2029]/gu, (character) => {
    if (character === "\t") return character;
    const code = character.codePointAt(0) ?? 0;
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`;
  });
}

/**
 * One HTML page that needs nothing else: no network, and no script or style but its own, whose hashes are in its
 * content security policy. What comes from trees is in `data` only, as JSON, which no browser runs.
 *
 * @param data what PAGE_SCRIPT draws; every text in it may be anybody's
 */
export function formatPage(title: string, subtitle: string, data: object): string {
  const json = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(PAGE_SCRIPT)}'`,
    `style-src '${hashOf(PAGE_STYLE)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const [name, words] = [xmlText(shownText(title)), xmlText(shownText(subtitle))];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${name}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>${name}</h1>
<p class="faint">${words}</p>
<div id="filters"></div>
</header>
<main>
<p class="faint" id="said" role="status"></p>
<noscript><p>This page draws itself with a script of its own; the same is there as text without it.</p></noscript>
<div id="map"></div>
<div id="inline"></div>
</main>
<footer>
<label>Colours <select id="theme"><option value="auto">as the system has them</option><option value="light">light</option><option value="dark">dark</option></select></label>
</footer>
<dialog id="cell" aria-labelledby="cell-title"></dialog>
<script type="application/json" id="data">${json}</script>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}

/** As a browser computes it over the element's text. */
function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;
}
