import { type IgnoreComment, ignoringWord } from "../facts/module/ignore-comments.ts";
import type { RawFinding, RuleInfo, Suppression } from "../report/check-report.ts";
import { suggest } from "../text/suggest.ts";
import type { RawCheck } from "./raw-check.ts";

/** The rule about comments that ask to pass over a finding that is not there. */
export const UNUSED_IGNORE: RuleInfo = {
  id: "osfix/unused-ignore",
  title: "comment that ignores nothing",
  severity: "warning",
  confidence: "high",
  source: "",
  page: "# comment that ignores nothing\n\nA comment `# osfix: ignore[RULE] reason` stands where the rule finds nothing, so it would hide the\nnext defect of that kind at this place. Take it out.\n",
};

/** The comments `# osfix: ignore[…]` of a tree, and which of them were of use. */
export class CommentBook {
  private readonly byPath: ReadonlyMap<string, readonly IgnoreComment[]>;
  private readonly used = new Set<string>();

  constructor(ignores: RawCheck["ignores"]) {
    this.byPath = new Map(ignores.map(({ path, comments }) => [path, comments]));
  }

  /** What a comment says of a finding, and notes that it was of use. */
  about(finding: RawFinding): Suppression | undefined {
    for (const comment of this.byPath.get(finding.path) ?? []) {
      const word = ignoringWord(comment, finding.rule, { from: finding.from.line, to: finding.to.line });
      if (word === undefined) continue;
      this.used.add(placeOf(finding.path, comment, word));
      return { kind: "comment", reason: comment.reason };
    }
    return undefined;
  }

  /** The words of comments that took nothing out, as findings of the rule about them. */
  unused(rules: ReadonlyMap<string, RuleInfo>, known: readonly string[]): readonly RawFinding[] {
    return [...this.byPath].flatMap(([path, comments]) =>
      comments.flatMap((comment) =>
        comment.rules.flatMap((word) => {
          if (this.used.has(placeOf(path, comment, word))) return [];
          const message = wrongWith(word, rules, known);
          return message === undefined ? [] : [unusedFinding(path, comment, word, message)];
        }),
      ),
    );
  }
}

function placeOf(path: string, { line }: IgnoreComment, word: string): string {
  return `${path}\0${line}\0${word}`;
}

/** What is wrong with an ignore's word that took nothing out; undefined where its rule did not run, or may be of elsewhere. */
function wrongWith(
  word: string,
  rules: ReadonlyMap<string, RuleInfo>,
  known: readonly string[],
): string | undefined {
  if (word.endsWith("*") || rules.has(word))
    return `nothing is found here that ignore[${word}] could be about`;
  if (known.includes(word)) return undefined;
  const near = known.find((id) => id.endsWith(`/${word}`)) ?? suggest(word, known);
  return near && `no rule is called '${word}', which ignores nothing; '${near}' is meant`;
}

function unusedFinding(path: string, comment: IgnoreComment, word: string, message: string): RawFinding {
  const from = { line: comment.line, column: comment.column };
  return {
    rule: UNUSED_IGNORE.id,
    path,
    from,
    to: { line: comment.line, column: comment.column + 1 },
    message,
    related: [],
    fix: undefined,
    lines: [],
    fingerprint: `unused-ignore:${word}:${path}`,
  };
}
