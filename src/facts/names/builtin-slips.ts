/** The method that is meant by a name with a letter left out, or with two that changed places. */
export function builtinMeant(name: string): string | undefined {
  return SLIPS.get(name);
}

/** Methods of texts, files, lists, sets and dictionaries that are long enough to be known with a slip in them. */
const METHODS: readonly string[] = [
  ...["append", "extend", "remove", "insert", "update", "setdefault", "values", "items", "discard"],
  ...["split", "rsplit", "strip", "rstrip", "lstrip", "splitlines", "partition", "rpartition"],
  ...["startswith", "endswith", "isdigit", "lower", "upper", "capitalize", "replace", "format"],
  ...["encode", "decode", "readline", "readlines"],
];

/** Slips that are words of their own. */
const WORDS = /^(slit|spit|spilt|stip|vales|remote|form|inset|inert)$/;

/** What a letter left out, or two that changed places, make of these names; the first and the last letter stay. */
const SLIPS: ReadonlyMap<string, string> = new Map([
  // of two words, which other languages part
  ["starts_with", "startswith"],
  ["ends_with", "endswith"],
  ["split_lines", "splitlines"],
  ...METHODS.flatMap((meant) =>
    [...meant].flatMap((letter, at) => {
      if (at === 0 || at >= meant.length - 1) return [];
      const [before, after] = [meant.slice(0, at), meant.slice(at + 1)];
      const turned = `${before}${after[0]}${letter}${after.slice(1)}`;
      const slips = [`${before}${after}`, ...(letter === after[0] ? [] : [turned])];
      return slips.filter((slip) => !WORDS.test(slip)).map((slip): [string, string] => [slip, meant]);
    }),
  ),
]);
