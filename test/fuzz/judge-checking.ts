import { rules } from "../../rules/index.ts";
import { loadParser } from "../../src/parse/parser.ts";
import { applyEdits } from "../../src/text/edit.ts";
import type { Span } from "../../src/text/span.ts";
import { isStackOverflow } from "../../src/text/stack-overflow.ts";
import { findingsIn } from "../helpers/check-texts.ts";

/** What a tree says of itself, so that no rule passes its module over for the Python that it is written for. */
const METADATA = "[metadata]\nname = shop\nclassifier =\n    Programming Language :: Python :: 3\n";

/** The checker's judge: no rule fails on any module, and what it tells and mends lies within the text. */
export async function judgeChecking(): Promise<(text: string) => void> {
  const parser = await loadParser();
  return (text) => {
    const tree = { "setup.cfg": METADATA, "shop/__init__.py": "", "shop/module.py": text };
    for (const { rule, path, span, fix, related } of found(tree)) {
      const lies = (within: string, spans: readonly Span[]) => {
        for (const { start, end } of spans)
          if (!(0 <= start && start <= end && end <= within.length))
            throw new Error(`${rule.id} points at ${start}–${end} of ${within.length} characters`);
      };
      const edits = fix?.edits ?? [];
      lies(path === "shop/module.py" ? text : "", [span, ...edits.map((edit) => edit.span)]);
      for (const place of related ?? []) if (place.path === path) lies(text, [place.span]);
      applyEdits(text, edits);
    }
  };

  function found(tree: Readonly<Record<string, string>>) {
    try {
      return findingsIn(tree, rules, parser);
    } catch (error) {
      if (isStackOverflow(error)) return [];
      throw error;
    }
  }
}
