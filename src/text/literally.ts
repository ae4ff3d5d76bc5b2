const SPECIAL = /[\\^$.*+?()[\]{}|/]/g;

/**
 * A text as a part of a regular expression that matches just it.
 *
 * Names and words of code go into expressions through this alone: a key of a format, an option or what is left of broken code may
 * hold anything.
 */
export function literally(text: string): string {
  return text.replace(SPECIAL, "\\$&");
}
