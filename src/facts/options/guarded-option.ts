import type { SyntaxNode } from "../../parse/tree.ts";
import { ancestorOf, descendants } from "../module/syntax.ts";

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
  // a handler of everything is there for the read where there is little else; what else is called may fail of itself
  return (
    body.namedChildren.length < 3 &&
    /except[^:]*Exception|except\s*:/.test(handlers) &&
    ![...descendants(body)].some(isWork)
  );
}

/** A call that is neither of the configuration or its options nor of a builtin that takes a value as it is. */
function isWork(node: SyntaxNode): boolean {
  return node.type === "call" && !OF_OPTIONS.test(node.field("function")?.text ?? "");
}

const OF_OPTIONS = /(?:^|\.)_?conf\.|^(?:bool|dict|float|getattr|hasattr|int|len|list|set|str|tuple)$/i;
