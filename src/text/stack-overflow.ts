/** Whether an error is that of a stack which was too small for the work; any other RangeError is a bug. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && /call stack/.test(error.message);
}
