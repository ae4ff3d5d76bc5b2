import type { Style } from "../report/style.ts";

/** The world of one call: where its words go and what it may know of its surroundings. */
export interface Io {
  out(data: string | Uint8Array): void;
  err(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where configuration is looked for. */
  readonly cwd: string;
  /** All of standard input, where a command reads it; the process' own otherwise. */
  readonly stdin?: () => Uint8Array;
  /** Whether standard output is a terminal, and how wide it is. */
  readonly terminal: { readonly out: boolean; readonly err: boolean; readonly columns: number | undefined };
}

/** The options that every command has. */
export interface CommonOptions {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: "auto" | "always" | "never" | boolean;
}

/** How to draw, from the options and the surroundings (https://no-color.org, FORCE_COLOR as in Node.js). */
export function styleOf(options: CommonOptions, io: Io): Style {
  const verbosity = options.quiet ? -1 : options.verbose ? 1 : 0;
  // a pseudo-terminal that nobody gave a size says 0
  const columns = io.terminal.columns || 80;
  const width = io.terminal.out ? Math.max(40, columns) : Number.POSITIVE_INFINITY;
  return { color: wantsColor(options.color, io), width, verbosity };
}

function wantsColor(asked: CommonOptions["color"], io: Io): boolean {
  if (asked === "always" || asked === true) return true;
  if (asked === "never" || asked === false) return false;
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = io.env;
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  if (no !== undefined && no !== "") return false;
  return io.terminal.out && term !== "dumb";
}

/** The parser backend that the environment asks for (`OSFIX_PARSER`); undefined for the best that loads. */
export function parserOf(io: Io): "native" | "wasm" | undefined {
  const asked = io.env.OSFIX_PARSER;
  return asked === "native" || asked === "wasm" ? asked : undefined;
}
