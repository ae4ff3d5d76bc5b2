/** What a program said and how it ended. */
interface ToolResult {
  /** Undefined when the program is not installed. */
  readonly status: number | undefined;
  /** Standard output and standard error, as they came. */
  readonly output: string;
}

/**
 * Runs a program of the system and waits for it. The environment is the given one only, beside PATH.
 *
 * The cli room has the one that starts processes; this room only says which.
 */
export type RunTool = (
  program: string,
  args: readonly string[],
  place: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
) => ToolResult;
