import type { ModuleFacts, SyntaxNode } from "../../../src/rule.ts";

/**
 * Whether the file is a part of another, to be filled into it: it imports nothing, and its first column asks for what only an import
 * gives, `sa.Enum(…)` and `sa.Table(…)`.
 */
export function isPart(module: ModuleFacts, free: readonly SyntaxNode[]): boolean {
  if (module.imports.length > 0) return false;
  const asked = free.filter(
    (node) =>
      node.parent?.type === "attribute" && node.fieldName === "object" && !module.functionAround(node),
  );
  return asked.some(({ text }, at) => asked.findIndex((other) => other.text === text) < at);
}

/**
 * The names that whoever runs a module hands to it: one that cannot be imported by the name of its file, and whose very first
 * statement reads what it lacks, would never come any further by itself.
 */
export function handedByRunner(
  { path, text, tree }: ModuleFacts,
  free: readonly SyntaxNode[],
): ReadonlySet<string> {
  if (/(^|\/)[A-Za-z_]\w*\.py$/.test(path) || text.startsWith("#!")) return new Set();
  const first = tree.root.namedChildren.find((node) => !isPreamble(node));
  if (!first || COMPOUND.test(first.type)) return new Set();
  return new Set(
    free.filter(({ start, end }) => start >= first.start && end <= first.end).map(({ text }) => text),
  );
}

/** What waits for a call, or runs its own lines only sometimes. */
const COMPOUND = /_definition$|^(if|for|while|try|with|match)_statement$/;

function isPreamble(node: SyntaxNode): boolean {
  const [only] = node.namedChildren;
  return (
    /^comment$|import/.test(node.type) || (node.type === "expression_statement" && only?.type === "string")
  );
}
