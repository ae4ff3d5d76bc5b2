import type { SyntaxNode } from "../../parse/tree.ts";
import { anyWord } from "../../text/any-word.ts";
import { descendants } from "../module/syntax.ts";

/** Whether a clause catches whatever is raised: `except:`, `except Exception:`. */
export function catchesAll({ text }: SyntaxNode): boolean {
  return /^except\s*(\(?\s*(Base)?Exception\b[^:]*)?:/.test(text);
}

/** Calls that do not fail with what they are given. */
const HARMLESS = anyWord(String.raw`
  _ _L[EIWC] str repr len dict list set tuple bool (six\.)?text_type
  (\w+\.)?(generate_uuid|uuid4|utcnow|now|time) (self\.)?(LOG|LOGGER|log|logger)\.\w+
  [\w.]+\.(\w+_)?(deep)?copy
`);

/** Whether a statement calls anything that may fail. */
export function callsSomething(statement: SyntaxNode): boolean {
  for (const below of descendants(statement))
    if (below.type === "call" && !HARMLESS.test(below.field("function")?.text ?? "")) return true;
  return false;
}

const RAISING = /^(call|subscript|attribute|await|yield|raise_statement|import|.*comprehension)/;

/**
 * Whether running a simple statement, or a compound one's head, may raise: plain names and literals do not, and
 * attributes do not in a handler.
 */
export function canRaise(node: SyntaxNode, isHandling: boolean): boolean {
  if (/^(if|while|for|with|match)_statement$/.test(node.type)) return true;
  for (const below of descendants(node))
    if (RAISING.test(below.type) && !(isHandling && below.type === "attribute")) return true;
  return false;
}

/** Statements after which nothing of their block runs. */
export const LEAVING: ReadonlySet<string> = new Set([
  "return_statement",
  "raise_statement",
  "break_statement",
  "continue_statement",
]);

/** Functions that never come back, by the names the ecosystem gives them. */
export const NO_RETURN: RegExp =
  /(^|\.)(exit|_exit|abort|fail|die|_?(re)?raise\w*|\w*_and_raise|_fail\w*|skipTest)$/;
