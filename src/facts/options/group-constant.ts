import { literally } from "../../text/literally.ts";
/** The text that a name in capitals holds, where a module gives it one in its first column and never another. */
export function constantIn(text: string, name: string): string | undefined {
  if (!/^_?[A-Z][A-Z0-9_]*$/.test(name)) return undefined;
  const given = text.matchAll(new RegExp(`^[ \\t]*${literally(name)}\\s*=(?!=)\\s*(.*)`, "gm"));
  const [only, ...more] = Array.from(given, ([line, value = ""]) => (/^\s/.test(line) ? "" : value));
  return more.length === 0 ? /^[uU]?['"]([\w:.-]+)['"]\s*(?:#.*)?$/.exec(only ?? "")?.[1] : undefined;
}
