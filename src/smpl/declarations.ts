import { BoundedExpression } from "../text/bounded-expression.ts";
import { didYouMean } from "../text/suggest.ts";
import { ISOMORPHISM_NAMES, type Isomorphism, isIsomorphism } from "./isomorphisms.ts";
import type { RuleText } from "./rule-error.ts";
import type { HunkRole, Metavariable, MetavariableKind } from "./semantic-patch.ts";

const KINDS: readonly MetavariableKind[] = [
  "parameter list",
  "expression list",
  "expression",
  "identifier",
  "string",
  "statement",
  "setting",
];

/** What stands between the two `@@` of a hunk's first line. */
export interface HunkAttributes {
  readonly name: string | undefined;
  readonly all: boolean;
  readonly group: string | undefined;
  readonly role: HunkRole;
  readonly disabled: ReadonlySet<Isomorphism>;
}

/** Reads `@@ [NAME] [all] [group NAME] [obsolete] [elsewhere HUNK] [disable ISOMORPHISM] @@`. */
export function parseAttributes(text: RuleText, line: number): HunkAttributes {
  const source = text.lines[line - 1] ?? "";
  const inner = /^@@(.*?)(@@)?\s*$/.exec(source)?.[1] ?? "";
  const words = [...inner.matchAll(/\S+/g)].map((word) => ({ word: word[0], column: (word.index ?? 0) + 3 }));
  const argument = (after: { word: string; column: number }): string => {
    const next = words.shift();
    if (!next)
      throw text.error(
        { line, column: after.column, width: after.word.length },
        `"${after.word}" needs a name`,
      );
    return next.word;
  };
  let name: string | undefined;
  let all = false;
  let group: string | undefined;
  let role: HunkRole = { kind: "change" };
  const disabled = new Set<Isomorphism>();
  for (let word = words.shift(); word; word = words.shift()) {
    if (word.word === "all") all = true;
    else if (word.word === "group") group = argument(word);
    else if (word.word === "obsolete") role = { kind: "obsolete", reason: "" };
    else if (word.word === "elsewhere") role = { kind: "elsewhere", hunk: argument(word) };
    else if (word.word === "disable") disabled.add(isomorphism(text, line, argument(word)));
    else if (name === undefined) name = word.word;
    else
      throw text.error(
        { line, column: word.column, width: word.word.length },
        `unexpected "${word.word}", expected one name, "all", "group NAME", "obsolete", "elsewhere HUNK", "disable ISOMORPHISM" or "@@"`,
        didYouMean(word.word, ["all", "group", "obsolete", "elsewhere", "disable"]),
      );
  }
  return { name, all, group, role, disabled };
}

function isomorphism(text: RuleText, line: number, name: string): Isomorphism {
  if (isIsomorphism(name)) return name;
  const column = (text.lines[line - 1] ?? "").indexOf(name) + 1;
  throw text.error(
    { line, column, width: name.length },
    `unexpected isomorphism "${name}"`,
    didYouMean(name, ISOMORPHISM_NAMES) ?? `Isomorphisms: ${ISOMORPHISM_NAMES.join(", ")}.`,
  );
}

/** Reads one declaration line, such as `expression a, b != None`. */
export function parseDeclaration(text: RuleText, line: number): readonly Metavariable[] {
  const source = text.lines[line - 1] ?? "";
  const kind = KINDS.find((known) => source === known || source.startsWith(`${known} `));
  if (!kind) throw unknownKind(text, line);
  const rest = source.slice(kind.length);
  const parts =
    /^\s*([A-Za-z_][\w]*(?:\s*,\s*[A-Za-z_]\w*)*)\s*(?:=~\s*\/(.*)\/|!=\s*(\S.*?))?\s*;?\s*$/.exec(rest);
  if (!parts)
    throw text.error(
      { line, column: kind.length + 2, width: rest.trim().length },
      `unexpected "${rest.trim()}", expected names, then perhaps "=~ /regular expression/" or "!= text"`,
    );
  const matches = parts[2] === undefined ? undefined : parseRegExp(text, line, parts[2]);
  return (parts[1] ?? "")
    .split(",")
    .map((name) => ({ kind, name: name.trim(), matches, differsFrom: parts[3], line }));
}

function unknownKind(text: RuleText, line: number): Error {
  const source = text.lines[line - 1] ?? "";
  const word = /^\s*([A-Za-z_-]+(?:\s+list)?)/.exec(source)?.[1] ?? source.trim();
  if (/^[ +*?(|)#-]/.test(source) || source === "")
    return text.error(
      { line, column: 1 },
      'unexpected body line, expected a declaration or the "@@" that ends the declarations',
    );
  return text.error(
    { line, column: 1, width: word.length },
    `unexpected metavariable kind "${word}"`,
    didYouMean(word, KINDS) ?? `Kinds: ${KINDS.join(", ")}.`,
  );
}

function parseRegExp(text: RuleText, line: number, source: string): BoundedExpression {
  const place = { line, column: (text.lines[line - 1] ?? "").indexOf("/") + 1, width: source.length + 2 };
  try {
    return new BoundedExpression(source, (limit) =>
      text.error(
        place,
        `this regular expression took more than ${limit / 1000} s on a piece of code`,
        "Repeat fewer parts, none within another.",
      ),
    );
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw text.error({ line, column: place.column }, `unexpected regular expression: ${message}`);
  }
}
