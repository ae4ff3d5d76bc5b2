// Parses texts on a thread of its own; what it is sent and what it answers: parse-ahead.ts.
import { workerData } from "node:worker_threads";
import { type AheadSetup, Claim, type ParsedAhead, type TextAhead } from "./ahead-messages.ts";
import { loadParser } from "./parser.ts";

const { port, claims } = workerData as AheadSetup;
// Whatever the caller has: it reads whole trees faster, frees them at once, and a thread that ends in the middle of a
// parse takes the native addon's process with it.
const parser = await loadParser({ backend: "wasm" });
let { known } = parser.vocabulary;

port.on("message", (texts: readonly TextAhead[]) => texts.forEach(parse));

function parse({ index, text }: TextAhead): void {
  if (Atomics.compareExchange(claims, index, Claim.open, Claim.worker) !== Claim.open) return;
  const { nodes, isSound, refusal } = parser.pack(text);
  const { buffer, count } = nodes;
  const answer: ParsedAhead = { index, buffer, count, isSound, refusal, kinds: known };
  known = [];
  port.postMessage(answer, [buffer]);
  Atomics.store(claims, index, Claim.done);
  Atomics.notify(claims, index);
}
