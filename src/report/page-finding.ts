import type { RawFinding, RuleInfo } from "./check-report.ts";
import { type LineTable, shownText } from "./page.ts";

/** What a page shows of a finding. */
export type ShownFinding = Pick<RawFinding, "rule" | "message" | "from" | "to" | "lines" | "related">;

/**
 * A finding as the page's program reads it.
 *
 * @param severity decides the colour
 * @param place `FILE` as the reader finds it, without line
 * @param why what stands behind the rule's title, as that it is suppressed
 */
export function pageFinding(
  finding: ShownFinding,
  severity: string,
  place: string,
  table: LineTable,
  why: string | null = null,
): object {
  const { from, to } = finding;
  return {
    s: severity,
    at: shownText(`${place}:${from.line}:${from.column}`),
    m: shownText(finding.message),
    rule: finding.rule,
    why: why === null ? null : shownText(why),
    l: from.line,
    e: to.line,
    f: finding.lines.map(({ line, text }) => [line, table.indexOf(text)]),
    rel: finding.related.map(({ path, from: at, message }) => ({
      at: shownText(`${path}:${at.line}`),
      m: shownText(message),
    })),
  };
}

/** Rules by id as the page's program reads them; only `https` sources become links. */
export function pageRules(
  rules: readonly (Pick<RuleInfo, "id" | "title" | "source"> & Partial<RuleInfo>)[],
): object {
  return Object.fromEntries(
    rules.map(({ id, title, source, page }) => [
      id,
      {
        t: shownText(title),
        url: /^https:\/\//.test(source) ? source : null,
        page: page === undefined ? null : page.split("\n").map(shownText).join("\n"),
      },
    ]),
  );
}
