import type { Taker } from "../calls/call-fit.ts";
import type { ParameterKind } from "../module/definitions.ts";

/** What a call may pass. */
export type Signature = readonly Taker[];

/** What all releases of a library together have in one of its modules. */
export interface LibraryModule {
  /** The library as its repository is called, with the newest release that was read: `oslo.utils 10.1.1`. */
  readonly library: string;
  readonly name: string;
  /** Whether it may have further names, which its text does not spell. */
  readonly isOpen: boolean;
  /** Its public names, with the signatures under which a release takes a call; none where anything goes. */
  readonly names: ReadonlyMap<string, readonly Signature[]>;
}

/**
 * Reads a line of libraries/names/: the module's name, `*` where it is open, and its public names. `name(a,b=|a,c)` has two
 * signatures, in which `=` marks a default, `&` comes before keywords, `/` after positional ones, `*` and `**` take the rest.
 */
export function readLibraryModule(library: string, line: string): LibraryModule {
  const [name = "", ...words] = line.split(" ");
  const names = new Map<string, readonly Signature[]>();
  for (const word of words) {
    const at = word.indexOf("(");
    if (at < 0) names.set(word, []);
    else
      names.set(
        word.slice(0, at),
        word
          .slice(at + 1, -1)
          .split("|")
          .map(parametersIn),
      );
  }
  return { library, name, isOpen: names.delete("*"), names };
}

/** The parameters of one signature. */
export function parametersIn(text: string): Signature {
  const found: Taker[] = [];
  let kind: ParameterKind = "positional-or-keyword";
  for (const token of text === "" ? [] : text.split(",")) {
    if (token === "&") kind = "keyword-only";
    else if (token === "/")
      for (const [at, before] of found.entries()) found[at] = { ...before, kind: "positional-only" };
    else if (token === "**") found.push(parameter("**", "var-keyword"));
    else if (token === "*") {
      found.push(parameter("*", "var-positional"));
      kind = "keyword-only";
    } else found.push(parameter(token, kind));
  }
  return found;
}

function parameter(token: string, kind: ParameterKind): Taker {
  const hasDefault = token.endsWith("=");
  return { name: hasDefault ? token.slice(0, -1) : token, kind, defaultValue: hasDefault ? "" : null };
}
