import type { SyntaxNode } from "../../parse/tree.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import { descendants } from "../module/syntax.ts";
import { isShadowed } from "./shadowed.ts";

/**
 * Where a function shows that a name holds an object: the first attribute that it reads of it and that no text, number,
 * list or dictionary has. `undefined` where it reads none, or gives the name another value.
 */
export function objectUse(facts: FunctionFacts, name: string): SyntaxNode | undefined {
  const body = facts.node.field("body");
  if (!body || (facts.scope.bindings.get(name)?.length ?? 0) > 1) return undefined;
  for (const node of descendants(body)) {
    if (node.type !== "attribute" || node.field("object")?.text !== name || isShadowed(node, name)) continue;
    const attribute = node.field("attribute")?.text ?? "";
    if (!PLAIN_ATTRIBUTES.has(attribute)) return node;
  }
  return undefined;
}

/** Attributes of str, bytes, int, float, list, tuple and dict. */
const PLAIN_ATTRIBUTES = new Set([
  "capitalize",
  "casefold",
  "center",
  "count",
  "encode",
  "decode",
  "endswith",
  "expandtabs",
  "find",
  "format",
  "format_map",
  "index",
  "isalnum",
  "isalpha",
  "isascii",
  "isdecimal",
  "isdigit",
  "isidentifier",
  "islower",
  "isnumeric",
  "isprintable",
  "isspace",
  "istitle",
  "isupper",
  "join",
  "ljust",
  "lower",
  "lstrip",
  "partition",
  "removeprefix",
  "removesuffix",
  "replace",
  "rfind",
  "rindex",
  "rjust",
  "rpartition",
  "rsplit",
  "rstrip",
  "split",
  "splitlines",
  "startswith",
  "strip",
  "swapcase",
  "title",
  "translate",
  "upper",
  "zfill",
  "hex",
  "bit_length",
  "to_bytes",
  "real",
  "imag",
  "is_integer",
  "append",
  "clear",
  "copy",
  "extend",
  "insert",
  "pop",
  "remove",
  "reverse",
  "sort",
  "get",
  "items",
  "iteritems",
  "keys",
  "popitem",
  "setdefault",
  "update",
  "values",
  "itervalues",
  "iterkeys",
  "has_key",
]);
