// Counts how often each block of our own modules runs, for the fuzzer: a plugin for rolldown, and the counts' reader.
//
// A counter goes to the start of every function, branch, loop and case, and before each operand that may be left out.
// V8's own block coverage tells the same, but takes milliseconds to be asked; an input takes less.
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { parseAst } from "rolldown/parseAst";

const root = fileURLToPath(new URL("../../", import.meta.url));
const LOOPS = new Set([
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "WhileStatement",
  "DoWhileStatement",
]);
/** TypeScript's nodes hold no code, but for these. */
const WRAPPERS = new Set(["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression"]);

/** The plugin, and the file of each counter in the order of their numbers. */
export function coveragePlugin() {
  const files = [];
  return {
    files,
    plugin: {
      name: "coverage",
      transform(code, id) {
        const path = posix.relative(root, id);
        if (!/^(src|rules)\/.*\.ts$/.test(path)) return null;
        return instrument(code, () => files.push(path) - 1);
      },
    },
  };
}

/** Puts counters into TypeScript; `next` gives the number of each. */
export function instrument(code, next) {
  const insertions = [];
  const open = (at, text) => insertions.push({ at, text, isStart: true, order: insertions.length });
  // Of several ends at one place, the innermost, which is met last, comes first.
  const close = (at, text) => insertions.push({ at, text, isStart: false, order: -insertions.length });
  const expression = (node) => {
    open(node.start, `(HITS[${next()}]++,`);
    close(node.end, ")");
  };
  const statement = (node, after = "") => {
    if (node.type === "BlockStatement") {
      open(node.start + 1, `HITS[${next()}]++;`);
      if (after) close(node.end, after);
    } else {
      open(node.start, `{HITS[${next()}]++;`);
      close(node.end, `}${after}`);
    }
  };
  visit(parseAst(code, { lang: "ts" }), (node) => {
    if (/Function/.test(node.type) && node.body)
      (node.body.type === "BlockStatement" ? statement : expression)(node.body);
    else if (node.type === "IfStatement") {
      statement(node.consequent, node.alternate ? "" : ` else HITS[${next()}]++;`);
      if (node.alternate) statement(node.alternate);
    } else if (LOOPS.has(node.type) || node.type === "CatchClause") statement(node.body);
    else if (node.type === "ConditionalExpression") {
      expression(node.consequent);
      expression(node.alternate);
    } else if (node.type === "LogicalExpression") expression(node.right);
    else if (node.type === "SwitchCase" && node.consequent[0])
      open(node.consequent[0].start, `HITS[${next()}]++;`);
  });
  insertions.sort((a, b) => a.at - b.at || Number(a.isStart) - Number(b.isStart) || a.order - b.order);
  let out = "const HITS = globalThis.fuzzHits;";
  let from = 0;
  for (const { at, text } of insertions) {
    out += code.slice(from, at) + text;
    from = at;
  }
  return out + code.slice(from);
}

function visit(node, look) {
  if (Array.isArray(node)) {
    for (const one of node) visit(one, look);
    return;
  }
  if (node === null || typeof node !== "object" || typeof node.type !== "string") return;
  if (node.type.startsWith("TS") && !WRAPPERS.has(node.type)) return;
  look(node);
  for (const value of Object.values(node)) if (typeof value === "object") visit(value, look);
}

/** What all inputs so far have reached, and how often at once: a count's order of magnitude, as in AFL. */
export class Coverage {
  constructor(files) {
    this.files = files;
    this.hits = globalThis.fuzzHits;
    this.seen = new Uint8Array(files.length);
  }

  /** Takes the counts of one run; the blocks that it reached as no run before. The counts start anew. */
  take() {
    const fresh = [];
    for (let at = 0; at < this.files.length; at++) {
      const count = this.hits[at];
      if (count === 0) continue;
      this.hits[at] = 0;
      const bit = bitOf(count);
      if ((this.seen[at] & bit) !== 0) continue;
      this.seen[at] |= bit;
      fresh.push(at);
    }
    return fresh;
  }

  /** Reached and all blocks of the files that any run reached. */
  total() {
    const rooms = new Map();
    for (const [at, file] of this.files.entries()) {
      const room = file.split("/").slice(0, 2).join("/");
      const sum = rooms.get(room) ?? { reached: 0, all: 0 };
      sum.all++;
      if (this.seen[at] > 0) sum.reached++;
      rooms.set(room, sum);
    }
    return rooms;
  }
}

function bitOf(count) {
  if (count < 4) return 1 << (count - 1);
  if (count < 8) return 8;
  if (count < 16) return 16;
  if (count < 32) return 32;
  return count < 128 ? 64 : 128;
}
