/** A piece of code in one line for a message: white space as single blanks, cut after so many characters. */
export function oneLine(text: string, most = 40): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > most ? `${line.slice(0, most - 3)}...` : line;
}
