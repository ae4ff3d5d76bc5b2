import type { SyntaxNode } from "../../parse/tree.ts";

/** Whether what a call is made of goes by the name of a logger: `LOG`, `self.logger`. */
export function isLogger(written: string): boolean {
  return /(^|\.)_*(LOG|log|LOGGER|logger)$/.test(written);
}

/** Whether it goes by that, or is the module `logging` itself, which has the functions of loggers. */
export function isLoggerOrLogging(written: string): boolean {
  return isLogger(written) || /(^|\.)_?_?logging$/.test(written);
}

/** `LOG.debug(…)`, by the names that loggers have. */
export function isLogCall(call: SyntaxNode | null): boolean {
  const callee = call?.field("function");
  return (
    /^[a-z]+$/.test(callee?.field("attribute")?.text ?? "") && isLogger(callee?.field("object")?.text ?? "")
  );
}
