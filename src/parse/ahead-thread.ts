import { workerData } from "node:worker_threads";
import {
  type AheadSetup,
  Claim,
  NO_MORE,
  type ParsedAhead,
  type TextAhead,
  type TreeAhead,
} from "./ahead-messages.ts";
import { bytesOf, copyOf, type PackedNodes, packedIn } from "./packed.ts";
import type { PackedTree } from "./packed-tree.ts";
import { loadParser, type PackingParser } from "./parser.ts";
import { answerOf, type TreeQuestion } from "./tree.ts";

/** A text that was parsed, before its nodes are put beside those of others. */
interface Parsed extends Omit<TreeAhead, "offset"> {
  readonly nodes: PackedNodes;
}

/**
 * Parses texts on this thread for the one that started it, and answers questions to their trees; what it is sent and what it
 * answers: parse-ahead.ts.
 */
export async function parseForOthers(questions: readonly TreeQuestion[]): Promise<void> {
  const { port, claims } = workerData as AheadSetup;
  // Whatever the caller has: it reads whole trees faster, frees them at once, and a thread that ends in the middle of a
  // parse takes the native addon's process with it.
  const parser = await loadParser({ backend: "wasm" });
  let { known } = parser.vocabulary;
  port.on("message", (texts: readonly TextAhead[] | typeof NO_MORE) => {
    // without its port the thread has nothing left to wait for
    if (texts === NO_MORE) return port.close();
    const parsed = texts.flatMap((one) => (claim(claims, one.index) ? [parse(parser, questions, one)] : []));
    const answer = together(parsed, known);
    known = [];
    port.postMessage(answer, [answer.buffer]);
    for (const { index } of parsed) {
      Atomics.store(claims, index, Claim.done);
      Atomics.notify(claims, index);
    }
  });
}

function claim(claims: AheadSetup["claims"], index: number): boolean {
  return Atomics.compareExchange(claims, index, Claim.open, Claim.worker) === Claim.open;
}

function parse(
  parser: PackingParser,
  questions: readonly TreeQuestion[],
  { index, text }: TextAhead,
): Parsed {
  const packed = parser.pack(text);
  const tree = parser.treeOf(text, packed);
  const answers = questions.map((question) => placesFor(tree, question));
  const { nodes, isSound, refusal } = packed;
  return { index, nodes, count: nodes.count, isSound, refusal, answers };
}

/** Who asks again gets the same error, where it can be told of the file. */
function placesFor(tree: PackedTree, question: TreeQuestion): readonly number[] | undefined {
  try {
    return tree.placesOf(answerOf(tree, question));
  } catch {
    return undefined;
  }
}

/** One buffer and one message for many small trees: to hand over either takes as long as to parse one of these. */
function together(parsed: readonly Parsed[], kinds: ParsedAhead["kinds"]): ParsedAhead {
  const buffer = new ArrayBuffer(parsed.reduce((sum, { count }) => sum + bytesOf(count), 0));
  let end = 0;
  const trees = parsed.map(({ nodes, ...tree }) => {
    const offset = end;
    copyOf(nodes, packedIn(buffer, tree.count, offset));
    end += bytesOf(tree.count);
    return { ...tree, offset };
  });
  return { buffer, trees, kinds };
}
