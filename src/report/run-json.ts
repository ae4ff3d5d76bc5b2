import type { RunOutcome } from "../plan/outcome.ts";
import type { RunWords } from "./run-text.ts";
export function formatRunJson(outcome: RunOutcome, words: RunWords): string {
  return JSON.stringify({ writing: outcome.writing, command: words.command });
}
