import type { SyntaxNode } from "../../parse/tree.ts";
import { ancestorOf } from "../module/syntax.ts";

/** `try: CONF.x except cfg.NoSuchOptError`, `hasattr(CONF, 'x') and CONF.x`, `if 'x' in CONF`. */
export function isGuarded(node: SyntaxNode): boolean {
  for (
    let at: SyntaxNode | undefined = node;
    at;
    at = ancestorOf(at, "try_statement", "if_statement", "boolean_operator", "conditional_expression")
  ) {
    const head =
      at.type === "try_statement"
        ? at.text.slice(at.field("body")?.text.length ?? 0)
        : at.type === "if_statement"
          ? (at.field("condition")?.text ?? "")
          : at === node
            ? ""
            : at.text;
    const body = at.type === "try_statement" ? at.field("body") : undefined;
    if (body) {
      // what a handler reads is not caught by it
      const isTried = node.end <= body.end;
      if (isTried && /except[^:]*(NoSuch|AttributeError)/.test(head)) return true;
      // a handler of everything is there for the read where there is little else
      const isShort = body.namedChildren.length < 3;
      if (isTried && isShort && /except[^:]*Exception|except\s*:/.test(head)) return true;
    } else if (/\bhasattr\(\s*(?:\w+\.)*_?conf\b|\bin (cfg\.)?CONF\b(?!\.)/i.test(head)) return true;
  }
  return false;
}
