// Parses texts on a thread of its own; what it is sent and what it answers: parse-ahead.ts.
import { workerData } from "node:worker_threads";
import { type AheadSetup, Claim, type ParsedAhead, type TextAhead } from "./ahead-messages.ts";
import { loadParser } from "./parser.ts";

const { port, claims, backend } = workerData as AheadSetup;
const parser = await loadParser({ backend });
const waiting: TextAhead[] = [];
let told = 0;

port.on("message", (message: TextAhead) => {
  if (waiting.push(message) === 1) setImmediate(next);
});

/** One text a turn of the event loop: the native parser frees its trees only between turns. */
function next(): void {
  const message = waiting.shift();
  if (message) parse(message);
  if (waiting.length > 0) setImmediate(next);
}

function parse({ index, text }: TextAhead): void {
  if (Atomics.compareExchange(claims, index, Claim.open, Claim.worker) !== Claim.open) return;
  const { nodes, isSound, refusal } = parser.pack(text);
  // A list for each text: without such garbage V8 collects too late, and the native trees stay (25 MiB more on nova).
  const kinds = parser.vocabulary.known;
  const { buffer, count } = nodes;
  const news = kinds.length > told ? kinds : [];
  const answer: ParsedAhead = { index, buffer, count, isSound, refusal, kinds: news };
  told = kinds.length;
  port.postMessage(answer, [buffer]);
  Atomics.store(claims, index, Claim.done);
  Atomics.notify(claims, index);
}
