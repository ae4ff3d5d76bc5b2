import type { SyntaxNode } from "../../parse/tree.ts";
import { ancestorOf } from "../module/syntax.ts";

/**
 * Whether code around a read of an option asks whether it is there: `try: CONF.x except cfg.NoSuchOptError`,
 * `hasattr(CONF, 'x') and CONF.x`, `if 'x' in CONF`.
 */
export function isGuardedOption(read: SyntaxNode): boolean {
  for (let at = aroundOf(read); at; at = aroundOf(at))
    if (at.type === "try_statement" ? isCaught(read, at) : ASKED.test(questionOf(at))) return true;
  return false;
}

function aroundOf(node: SyntaxNode): SyntaxNode | undefined {
  return ancestorOf(node, "try_statement", "if_statement", "boolean_operator", "conditional_expression");
}

/** Code that asks whether an option is there before it is read. */
const ASKED = /\bhasattr\(\s*(?:\w+\.)*_?conf\b|\bin (cfg\.)?CONF\b(?!\.)/i;

function questionOf(node: SyntaxNode): string {
  return node.type === "if_statement" ? (node.field("condition")?.text ?? "") : node.text;
}

/** Whether the handlers of a `try` are there for the read; what a handler reads itself is not caught by it. */
function isCaught(read: SyntaxNode, statement: SyntaxNode): boolean {
  const body = statement.field("body");
  if (!body || read.end > body.end) return false;
  const handlers = statement.text.slice(body.text.length);
  if (/except[^:]*(NoSuch|AttributeError)/.test(handlers)) return true;
  // a handler of everything is there for the read where there is little else
  return body.namedChildren.length < 3 && /except[^:]*Exception|except\s*:/.test(handlers);
}
