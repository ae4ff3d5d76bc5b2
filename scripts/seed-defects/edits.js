// How scripts/seed-defects.js changes a text: the edits that defects are made of, and where a finding may tell of them.
import { lastPart } from "./tree.js";

/** What is renamed gets this, made a name of its own for each place. */
export const OTHER = "_seeded";

export function inFunction(module, facts, edits, { text }) {
  return { path: module.path, edits, name: lastPart(text), at: [placeOf(module, facts)] };
}

/** Where a finding may stand: in the function, decorators included. */
export function placeOf({ path }, { whole: { start, end } }) {
  return { path, start, end };
}

export function cut(given) {
  const last = given.at(-1).node;
  return { start: given.at(-2)?.node.end ?? last.start, end: last.end, text: "" };
}

export function insert(at, text) {
  return { start: at, end: at, text };
}

export function replace({ start, end }, text) {
  return { start, end, text };
}

export function rename(node) {
  return insert((node.field("attribute") ?? node).end, OTHER);
}
