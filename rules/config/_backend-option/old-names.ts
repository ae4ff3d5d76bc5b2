/** A text without the names that options had before, under which nobody finds them. */
export function withoutOldNames(text: string): string {
  return text.replace(/\b(?:deprecated_name\s*=|DeprecatedOpt\()\s*['"][\w-]+['"]/g, "");
}
