/**
 * Where a part stands in a text, in characters, from the front; places that lie within the one before are left out.
 *
 * An empty part, such as a name that broken code lacks, stands nowhere.
 */
export function* placesOf(text: string, part: string): Generator<number> {
  if (part === "") return;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) yield at;
}

/**
 * Where a text has a word as a whole, in characters, from the front.
 *
 * An expression made for the word says the same; to make it takes longer than to look through most texts.
 */
export function* placesOfWord(text: string, word: string): Generator<number> {
  for (const at of placesOf(text, word))
    if (!PART.test(text.charAt(at - 1)) && !PART.test(text.charAt(at + word.length))) yield at;
}

const PART = /\w/;

/** Whether a text has a word, or words with what stands between them, as a whole. */
export function hasWord(text: string, word: string): boolean {
  return placesOfWord(text, word).next().done === false;
}

/** Whether a text has a word as a whole at one place, and at no other. */
export function hasWordOnce(text: string, word: string): boolean {
  const places = placesOfWord(text, word);
  return !places.next().done && places.next().done === true;
}
