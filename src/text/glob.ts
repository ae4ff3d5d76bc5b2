/** Says whether a whole path with `/` fits. */
export interface Glob {
  test(path: string): boolean;
}

type Piece =
  | { readonly kind: "one of"; readonly texts: readonly string[] }
  | { readonly kind: "folders" | "anything" | "name" | "letter" };

/**
 * A glob over paths with `/`.
 *
 * `**` is any run of folders or characters, `*` any run of characters but `/`, `?` one of them, `{a,b}` one of two. A
 * glob without `/` fits the last name of a path, one that ends with `/` all that is below a folder.
 *
 * Cost of a test: length of the glob times length of the path, whatever both hold. A regular expression would try the
 * stars of `*a*a*a*a*` in all ways on a path that a stranger has named.
 */
export function parseGlob(glob: string): Glob {
  const whole = glob.endsWith("/") ? `${glob}**` : glob;
  const pieces = [...whole.matchAll(/\*\*\/|\*\*|\*|\?|\{[^{}]*\}|[^*?{]+|\{/g)].map(([text]) =>
    pieceOf(text),
  );
  const all: readonly Piece[] = whole.includes("/") ? pieces : [{ kind: "folders" }, ...pieces];
  return { test: (path) => fits(all, path) };
}

function pieceOf(text: string): Piece {
  if (text === "**/") return { kind: "folders" };
  if (text === "**") return { kind: "anything" };
  if (text === "*") return { kind: "name" };
  if (text === "?") return { kind: "letter" };
  const isChoice = text.startsWith("{") && text.endsWith("}");
  return { kind: "one of", texts: isChoice ? text.slice(1, -1).split(",") : [text] };
}

/** Follows all ways at once: the offsets that the pieces so far may reach. */
function fits(pieces: readonly Piece[], path: string): boolean {
  let reached: ReadonlySet<number> = new Set([0]);
  for (const piece of pieces) {
    reached = after(piece, path, reached);
    if (reached.size === 0) return false;
  }
  return reached.has(path.length);
}

function after(piece: Piece, path: string, from: ReadonlySet<number>): ReadonlySet<number> {
  switch (piece.kind) {
    case "one of":
      return new Set(
        [...from].flatMap((at) =>
          piece.texts.filter((text) => path.startsWith(text, at)).map((text) => at + text.length),
        ),
      );
    case "letter":
      return new Set(
        [...from].flatMap((at) => {
          const code = path.codePointAt(at);
          return code === undefined || path[at] === "/" ? [] : [at + (code > 0xffff ? 2 : 1)];
        }),
      );
    case "name":
      return spread(path, from, (at, goesOn) => from.has(at) || (goesOn && path[at - 1] !== "/"));
    case "anything":
      return spread(path, from, (at, goesOn) => goesOn || from.has(at));
    case "folders": {
      const first = Math.min(...from);
      return new Set([...from, ...offsetsAfterSlashes(path, first)]);
    }
  }
}

/** Offsets in their order; each is asked with whether the one before it is in. */
function spread(
  path: string,
  from: ReadonlySet<number>,
  isIn: (at: number, isBeforeIn: boolean) => boolean,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = Math.min(...from); at <= path.length; at++) if (isIn(at, found.has(at - 1))) found.add(at);
  return found;
}

function offsetsAfterSlashes(path: string, first: number): readonly number[] {
  const offsets: number[] = [];
  for (let at = path.indexOf("/", first); at >= 0; at = path.indexOf("/", at + 1)) offsets.push(at + 1);
  return offsets;
}
