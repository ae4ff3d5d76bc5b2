/** Why a text is not parsed: the offset that it is about, and a clause. */
export interface ParseRefusal {
  readonly at: number;
  readonly reason: string;
}

/**
 * What osfix parses at most; the reasons and measurements are in docs/decisions/0005-limits-of-a-file.md.
 *
 * `brackets` and `indents` are CPython's own (MAXLEVEL and MAXINDENT of its tokenizer): no Python reads more.
 */
export const LIMITS = {
  brackets: 200,
  indents: 100,
  tokens: 400_000,
  statement: 100_000,
  strange: 1_000,
  continuations: 1_000,
  operators: 3_000,
  errors: 1_000,
  levels: 1_000,
  milliseconds: 10_000,
} as const;

/** Why a text is not parsed, as a clause. */
export const TOO_DEEP: string = `its code nests more than ${LIMITS.levels} levels deep, which is more than osfix follows`;
/** Why a text is not parsed, as a clause. */
export const TOO_BROKEN: string = `it has more than ${LIMITS.errors} syntax errors`;
/** Why a text is not parsed, as a clause. */
export const TOO_SLOW: string = `it was not parsed within ${LIMITS.milliseconds / 1_000} s`;
