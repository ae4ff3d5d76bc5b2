import vm from "node:vm";

/** Longest text that an expression with at most one repetition is asked about without a clock. */
const SHORT = 1_000;
const LIMIT_MS = 1_000;
const MOST_REMEMBERED = 10_000;

/** A regular expression of the user's whose search ends: after a second it is given up. */
export class BoundedExpression {
  private readonly expression: RegExp;
  /** With at most one repetition, tries grow with the square of the text at most. */
  private readonly isPlain: boolean;
  private readonly gaveUp: (limitMs: number) => Error;
  private readonly known = new Map<string, boolean>();

  /**
   * @param gaveUp makes the error for an expression that takes too long
   * @throws SyntaxError for a source that is no regular expression
   */
  constructor(source: string, gaveUp: (limitMs: number) => Error) {
    this.expression = new RegExp(source, "u");
    this.gaveUp = gaveUp;
    const repetitions = source.replace(/\\.|\[(?:\\.|[^\]\\])*\]/gu, "x").match(/[*+]|\{\d+,?\d*\}/g) ?? [];
    this.isPlain = repetitions.length <= 1 && !/\\\d|\\k/.test(source);
  }

  /** @throws what `gaveUp` makes, when the search takes more than a second */
  test(text: string): boolean {
    if (this.isPlain && text.length <= SHORT) return this.expression.test(text);
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const found = this.testInTime(text);
    if (this.known.size < MOST_REMEMBERED) this.known.set(text, found);
    return found;
  }

  /** V8 looks at the clock of a script while an expression tries its ways; a call costs a third of a millisecond. */
  private testInTime(text: string): boolean {
    try {
      const context = vm.createContext({ expression: this.expression, text });
      return vm.runInContext("expression.test(text)", context, { timeout: LIMIT_MS }) === true;
    } catch (error) {
      // No `instanceof Error`: a test runner may have an Error of its own.
      const isLate = typeof error === "object" && error !== null && "code" in error;
      if (isLate && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT") throw this.gaveUp(LIMIT_MS);
      throw error;
    }
  }

  toString(): string {
    return String(this.expression);
  }
}
