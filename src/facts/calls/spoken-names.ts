import type { SyntaxNode } from "../../parse/tree.ts";
import { stringValue } from "../module/syntax.ts";

/** The name an argument goes by: `a` of `a`, `self.a` and `x.a`; `x_a` of `x['a']`. */
export function spokenName(node: SyntaxNode): string | undefined {
  if (node.type === "identifier") return node.text;
  if (node.type === "attribute") return node.field("attribute")?.text;
  if (node.type === "call") return keyAskedFor(node);
  if (node.type !== "subscript") return undefined;
  const key = stringValue(node.field("subscript"));
  const object = node.field("value");
  return key && object?.type === "identifier" ? `${object.text}_${key}` : undefined;
}

/** `a` of `kwargs.get('a')` and `kwargs.pop('a', None)`. */
function keyAskedFor(call: SyntaxNode): string | undefined {
  const callee = call.field("function");
  const isLookUp = callee?.type === "attribute" && /^(get|pop)$/.test(callee.field("attribute")?.text ?? "");
  return isLookUp ? stringValue(call.field("arguments")?.namedChildren[0]) : undefined;
}

function plain(name: string): string {
  return name.replace(/^_+/, "").toLowerCase();
}

/** The words of a name. */
export function wordsOf(name: string): readonly string[] {
  return plain(name).split("_");
}

/** The same name, or `instance['uuid']` for `instance_uuid`. */
export function fits(said: string, parameter: string): boolean {
  return plain(said) === plain(parameter);
}

/** Nearly the same name, or the other with a word more before or after it: `hm_spec` and `hm`. */
export function isNamedLike(said: string, parameter: string): boolean {
  if (fits(said, parameter) || resembles(said, parameter)) return true;
  const [left, right] = [plain(said), plain(parameter)];
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return !GENERAL.test(short) && (long.startsWith(`${short}_`) || long.endsWith(`_${short}`));
}

/** The words of one name begin as those of the other: `uid_map` and `uid_mappings`. */
export function resembles(said: string, parameter: string): boolean {
  const left = wordsOf(said);
  const right = wordsOf(parameter);
  if (left.length !== right.length) return false;
  return left.every((word, at) => {
    const other = right[at] ?? "";
    const length = Math.min(word.length, other.length);
    return word === other || (length >= 3 && word.slice(0, length) === other.slice(0, length));
  });
}

/** All words of the shorter name are words of the other: `image` and `image_name`. */
export function sharesWords(said: string, parameter: string): boolean {
  const left = wordsOf(said);
  const right = wordsOf(parameter);
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  return short.every((word) => word.length > 2 && long.includes(word));
}

/** A word of one name begins a word of the other, or is it: `temp_vol_ref` and `volume`. */
export function isAboutIt(said: string, name: string): boolean {
  const words = (text: string) =>
    plain(text)
      .split(/[_-]/)
      .filter((word) => word.length > 2);
  return words(said).some((mine) =>
    words(name).some((theirs) => mine.startsWith(theirs) || theirs.startsWith(mine)),
  );
}

/** Words that say nothing of what a thing is. */
export const GENERAL: RegExp =
  /^(id|uuid|name|type|info|data|ref|obj|path|key|value|list|size|spec|context|host|state|status)$/;

/** Parameters whose names say so little that they may be given anything: an id, and what is called otherwise. */
export const ANY_THING: RegExp =
  /(id|uuid|ref|name|key|value|val|arg|obj|object|item|filters?|data|thing|resource|entity|text|string|param|target|source|url|path)s?\d*$|^.{1,3}$/;
