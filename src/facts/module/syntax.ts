import type { SyntaxNode } from "../../parse/tree.ts";

/** The children held under one field, in text order (`name` of an import, `value` of an except clause …). */
export function fieldsOf(node: SyntaxNode, name: string): readonly SyntaxNode[] {
  return node.namedChildren.filter((child) => child.fieldName === name);
}

/** `a.b.c` for a chain of names and attributes; `undefined` for anything else (calls, subscripts). */
export function dottedName(node: SyntaxNode | null | undefined): string | undefined {
  if (!node) return undefined;
  if (node.type === "identifier") return node.text;
  // a name may go on in the next line, behind a backslash
  if (node.type === "dotted_name") return node.text.replace(/[\s\\]+/g, "");
  if (node.type !== "attribute") return undefined;
  const object = dottedName(node.field("object"));
  const attribute = node.field("attribute");
  return object === undefined || !attribute ? undefined : `${object}.${attribute.text}`;
}

/** `a` of a chain of names and attributes `a.b.c`; `undefined` for anything else. */
export function firstName(node: SyntaxNode): string | undefined {
  let at: SyntaxNode | null = node;
  while (at?.type === "attribute") at = at.field("object");
  return at?.type === "identifier" ? at.text : undefined;
}

/**
 * The value of a string literal made of plain parts; adjacent literals are joined.
 *
 * `undefined` for anything with an interpolation and for nodes that are no string. Escapes other than
 * `\\`, quotes and line continuations are left as written: names of options, groups and locks have none.
 */
export function stringValue(node: SyntaxNode | null | undefined): string | undefined {
  if (!node) return undefined;
  if (node.type === "parenthesized_expression") return stringValue(node.namedChildren[0]);
  if (node.type === "concatenated_string") {
    const parts = node.namedChildren.map(stringValue);
    return parts.every((part) => part !== undefined) ? parts.join("") : undefined;
  }
  if (node.type !== "string" || node.namedChildren.some((child) => child.type === "interpolation"))
    return undefined;
  const match = /^[A-Za-z]*("""|'''|"|')([\s\S]*)\1$/.exec(node.text);
  return match?.[2]?.replace(/\\(\r?\n)/g, "").replace(/\\(["'\\])/g, "$1");
}

/** Where a finding about a function or class points: its name, or all of it where broken code gives it none. */
export function namePlace({ node }: { readonly node: SyntaxNode }): SyntaxNode {
  return node.field("name") ?? node;
}

/** Whether a statement is nothing but a string. */
export function isDocstring(statement: SyntaxNode): boolean {
  const only =
    statement.type === "expression_statement" && statement.children.length === 1
      ? statement.children[0]
      : undefined;
  return only?.type === "string" || only?.type === "concatenated_string";
}

/** What a function does, without its docstring and comments: those may speak of anything. */
export function codeOf(definition: SyntaxNode): string {
  const first = definition.field("body")?.namedChildren[0];
  const { text, start } = definition;
  const code =
    first && isDocstring(first) ? text.slice(0, first.start - start) + text.slice(first.end - start) : text;
  return code.replace(/(^|\s)#.*$/gm, "$1");
}

/** The pairs of a dictionary that is written out; `undefined` where `**` brings in others. */
export function pairsOf(dictionary: SyntaxNode): readonly SyntaxNode[] | undefined {
  const pairs = dictionary.namedChildren;
  return pairs.every(({ type }) => type === "pair") ? pairs : undefined;
}

/** The keys of a dictionary that is written out; `undefined` where one of them is no literal, or `**` brings in others. */
export function literalKeys(dictionary: SyntaxNode): readonly string[] | undefined {
  const keys = pairsOf(dictionary)?.map((pair) => stringValue(pair.field("key")));
  return keys?.every((key) => key !== undefined) ? keys : undefined;
}

/** The expression inside any number of parentheses. */
export function withoutParentheses(node: SyntaxNode): SyntaxNode {
  const inner = node.type === "parenthesized_expression" ? node.namedChildren[0] : undefined;
  return inner ? withoutParentheses(inner) : node;
}

/** All nodes below (and with) the given one in text order; `enter` says whether to go below a node. */
export function descendants(
  node: SyntaxNode,
  enter: (node: SyntaxNode) => boolean = always,
): IterableIterator<SyntaxNode> {
  return node.walk(enter);
}

function always(): boolean {
  return true;
}

/** The text of the whole module that a node is of. */
export function textAround(node: SyntaxNode): string {
  let root = node;
  while (root.parent) root = root.parent;
  return root.text;
}

/** The nearest ancestor of one of the types; `undefined` at the root. */
export function ancestorOf(node: SyntaxNode, ...types: readonly string[]): SyntaxNode | undefined {
  for (let up = node.parent; up; up = up.parent) if (types.includes(up.type)) return up;
  return undefined;
}

/** Whether a node is what a statement gives a value: the left side of `=` or `+=`, not of `+`, `and` or `%`. */
export function isTarget({ fieldName, parent }: SyntaxNode): boolean {
  return (
    fieldName === "left" &&
    /^(assignment|augmented_assignment|for_statement|for_in_clause)$/.test(parent?.type ?? "")
  );
}

/** Whether a node is given a value, alone or among others, or taken away. */
export function isStored(node: SyntaxNode): boolean {
  return isTarget(node) || STORING.test(node.parent?.type ?? "");
}

const STORING =
  /^(as_pattern_target|delete_statement|pattern_list|tuple_pattern|list_pattern|list_splat_pattern)$/;

/** Whether a `try` statement around the node says a clause of that shape: `/except[^:]*AttributeError/`. */
export function isTried(node: SyntaxNode, clause: RegExp): boolean {
  for (let at = ancestorOf(node, "try_statement"); at; at = ancestorOf(at, "try_statement"))
    if (clause.test(at.text)) return true;
  return false;
}

/** The smallest named node that holds the offset; reads only the nodes on the way. */
export function nodeAt(root: SyntaxNode, offset: number): SyntaxNode {
  let node = root;
  for (;;) {
    const inner = node.children.find((child) => child.isNamed && child.start <= offset && offset < child.end);
    if (!inner) return node;
    node = inner;
  }
}

/** Nodes below the body of a function or of a statement, or below a block itself; nested functions left out. */
export function ownNodes(definition: SyntaxNode): Iterable<SyntaxNode> {
  const body = definition.type === "block" ? definition : definition.field("body");
  return body ? body.walk(isNoDefinition) : [];
}

function isNoDefinition({ type }: SyntaxNode): boolean {
  return type !== "function_definition" && type !== "class_definition";
}
