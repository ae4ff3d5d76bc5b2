import { ASKING, beginningWith, codeOf, type FunctionFacts, literally } from "../../../src/rule.ts";

/** What needs no lock where the others of a module demand one. */
const ASKS = beginningWith([...ASKING, "supports?", "determine", "store"]);

/** Whether a name says of a function of a module that it needs the lock which the others demand. */
export function isMeantForOthers(name: string): boolean {
  return !name.startsWith("_") && !ASKS.test(name);
}

/** What asks, helps, begins or comes again by itself: it is no operation beside those with the lock. */
const AIDS = beginningWith(
  [
    [...ASKING, "supports?", "describe", "choose", "convert", "select", "filter", "default"],
    ["setup", "init", "start", "stop", "do", "periodic", "poll", "heartbeat", "ping", "ensure_export"],
  ].flat(),
);

/** Whether a name says that what is called so works on something. */
export function isOperation(name: string): boolean {
  return !(name.startsWith("_") || AIDS.test(name) || /_(loop|path|name|stats)$/.test(name));
}

/** A call on `self` or on something of it that does more than ask. */
export const ACTS: RegExp = /\bself(?:\.\w+)*\.(?!_?(?:get|is|has|find|check|list|join|log)(?:_|\())\w+\(/;

/** Whether it sets something of what it finds, which is neither handed to it nor made there: `found.size = size`. */
export function setsWhatItFinds(method: FunctionFacts): boolean {
  const code = codeOf(method.node);
  return Array.from(code.matchAll(/^[ \t]+([a-z_]\w*)\.\w+ [-+|]?= /gm), ([, name = ""]) => name).some(
    (name) =>
      !method.parameters.some((parameter) => parameter.name === name) &&
      !new RegExp(`\\b${literally(name)} = (?:[\\w.]*\\.)?[A-Z]\\w*\\(`).test(code),
  );
}

/** What takes a lock in its body. */
export const TAKES_LOCK: RegExp = /\bacquire|\bwith [^\n]*(?<!b)lock|synchroni[sz]ed/i;

/** Whether one calls the other: one of them holds the lock for both. */
export function isTogether(method: FunctionFacts, sibling: FunctionFacts): boolean {
  return (
    method.node.text.includes(`self.${sibling.name}(`) || sibling.node.text.includes(`self.${method.name}(`)
  );
}
