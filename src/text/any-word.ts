/**
 * An expression that fits any of some words as a whole.
 *
 * For lists that as a literal would be one line of hundreds of characters.
 *
 * @param words parted by white space; each may be an expression itself (`get_\w+`)
 */
export function anyWord(words: string): RegExp {
  return new RegExp(`^(?:${words.trim().split(/\s+/).join("|")})$`);
}
