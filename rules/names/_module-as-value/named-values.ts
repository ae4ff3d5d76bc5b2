import type { SyntaxNode } from "../../../src/rule.ts";

/** `volume_id=uuid`, `{'uuid': uuid}`: what is named as a value, given a module. */
export function isNamedValue(use: SyntaxNode): boolean {
  const wanted = nameFor(use);
  return (
    wanted !== undefined &&
    /(^|_)(uuid|id|name|size|host|version|time|context|string|text|address|number|count)$/.test(wanted)
  );
}

/** The name that a keyword, or a key, gives a value. */
export function nameFor(use: SyntaxNode): string | undefined {
  const { parent } = use;
  if (use.fieldName !== "value") return undefined;
  if (parent?.type === "keyword_argument") return parent.field("name")?.text;
  if (parent?.type !== "pair") return undefined;
  return /^['"](\w+)['"]$/.exec(parent.field("key")?.text ?? "")?.[1];
}
