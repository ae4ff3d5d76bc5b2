import { UserError } from "../text/user-error.ts";

/** One accepted finding of a baseline file. */
export interface BaselineEntry {
  readonly rule: string;
  readonly path: string;
  readonly message: string;
  readonly fingerprint: string;
}

/**
 * Reads a baseline file.
 *
 * @throws UserError when it is not one
 */
export function parseBaseline(text: string, file: string): readonly BaselineEntry[] {
  const wrong = (why: string): UserError =>
    new UserError(`${file}: it is no baseline of osfix: ${why}`, {
      hint: `osfix check --update-baseline --baseline ${file} writes one`,
    });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw wrong(cause instanceof Error ? cause.message : "not JSON");
  }
  const findings = typeof value === "object" && value !== null && "findings" in value ? value.findings : null;
  if (!Array.isArray(findings)) throw wrong('it has no list "findings"');
  return findings.map((entry: unknown) => {
    if (!isEntry(entry)) throw wrong("a finding lacks rule, path, message or fingerprint");
    return entry;
  });
}

function isEntry(value: unknown): value is BaselineEntry {
  if (typeof value !== "object" || value === null) return false;
  const entry = value as Record<string, unknown>;
  return ["rule", "path", "message", "fingerprint"].every((key) => typeof entry[key] === "string");
}

/** A baseline file of findings: sorted and without line numbers, so that it changes only with the findings. */
export function formatBaseline(entries: readonly BaselineEntry[]): string {
  const key = ({ path, rule, fingerprint }: BaselineEntry): string => `${path}\0${rule}\0${fingerprint}`;
  const findings = entries.map(entryOf).sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return `${JSON.stringify({ format: 1, findings }, null, 2)}\n`;
}

/** The entry of a finding. */
export function entryOf({ rule, path, message, fingerprint }: BaselineEntry): BaselineEntry {
  return { rule, path, message, fingerprint };
}
