import { closingBracket, splitArguments, statementEnd } from "../module/statement-text.ts";

/** A function around something, which may do it for its callers. */
export interface EnclosingFunction {
  readonly name: string;
  /** The parameters with their defaults, as written. */
  readonly parameters: readonly { readonly name: string; readonly defaultValue: string | undefined }[];
}

/** A function with its place in a text: from its indentation to where the text goes on that is not indented below it. */
interface WrittenFunction extends EnclosingFunction {
  readonly from: number;
  readonly to: number;
}

/** The functions of a text, nested ones and methods too, in the order in which they begin. */
export function functionsIn(text: string): readonly WrittenFunction[] {
  return [...text.matchAll(/^([ \t]*)def\s+(\w+)\s*\(/gm)].map((match) => {
    const open = match.index + match[0].length - 1;
    const close = closingBracket(text, open);
    const parameters = splitArguments(text.slice(open + 1, close)).map((parameter) => {
      const [name = "", value] = parameter.split("=", 2);
      return { name: name.replace(/:.*$/, "").trim(), defaultValue: value?.trim() };
    });
    const next = new RegExp(`^[ \\t]{0,${(match[1] ?? "").length}}[^ \\t\\n#)]`, "gm");
    next.lastIndex = statementEnd(text, close);
    return { name: match[2] ?? "", parameters, from: match.index, to: next.exec(text)?.index ?? text.length };
  });
}
