import {
  checkedCallsOf,
  type FunctionFacts,
  isTarget,
  literally,
  type ModuleFacts,
  objectUse,
  type ProjectFacts,
  type SyntaxNode,
} from "../../../src/rule.ts";

/** A value of which something is asked that no function answers. */
export interface Use {
  readonly value: SyntaxNode;
  readonly verb: string;
  readonly error?: string;
}

/** What a module asks of names and attributes that no function answers. */
export function* uses({ tree, calls }: ModuleFacts): Generator<Use> {
  for (const { callee } of calls) {
    const name = callee.type === "attribute" ? (callee.field("attribute")?.text ?? "") : "";
    const value = OF_DATA.has(name) ? callee.field("object") : null;
    if (value) yield { value, verb: `has no '${name}'`, error: "AttributeError" };
  }
  for (const { value } of fieldsIn(tree, "subscript", "value")) yield { value, verb: "has no items" };
  for (const type of ["for_statement", "for_in_clause"])
    for (const { value } of fieldsIn(tree, type, "right")) yield { value, verb: "cannot be gone through" };
  for (const { namedChildren, children } of tree.ofType("comparison_operator")) {
    const isSearch = children.some(({ type }) => type === "in" || type === "not in");
    const value = isSearch && namedChildren.length === 2 ? namedChildren[1] : undefined;
    if (value) yield { value, verb: "holds nothing" };
  }
  for (const node of tree.ofType("call")) {
    const [only, ...more] = node.field("arguments")?.namedChildren ?? [];
    if (only && more.length === 0 && MEASURES.test(node.field("function")?.text ?? ""))
      yield { value: only, verb: `${node.field("function")?.text}() does not take` };
  }
  for (const { node, value } of fieldsIn(tree, "assignment", "right"))
    if (/^(pattern_list|tuple_pattern)$/.test(node.field("left")?.type ?? ""))
      yield { value, verb: "cannot be unpacked" };
}

/** What else is asked of local names that hold functions; what every object has, functions have. */
export function* furtherUses({ tree }: ModuleFacts, held: ReadonlyMap<string, unknown>): Generator<Use> {
  // a text takes anything by '%'
  for (const side of ["left", "right"])
    for (const { node, value } of fieldsIn(tree, "binary_operator", side))
      if (held.has(value.text) && node.field("operator")?.text !== "%")
        yield { value, verb: `cannot be used with '${node.field("operator")?.text ?? ""}'` };
  for (const { node, value } of fieldsIn(tree, "attribute", "object")) {
    const name = node.field("attribute")?.text ?? "";
    if (held.has(value.text) && !OF_FUNCTIONS.test(name) && !isTarget(node))
      yield { value, verb: `has no '${name}'`, error: "AttributeError" };
  }
}

/** What functions have, or are often given. */
const OF_FUNCTIONS = /^(__|func_|im_)/;

/** What functions of the tree read of what they are passed, where that may be a function itself. */
export function* usesInside(
  project: ProjectFacts,
  module: ModuleFacts,
  mayBe: (value: SyntaxNode) => boolean,
): Generator<Use> {
  for (const { callee, shown, fit } of checkedCallsOf(project, module))
    for (const [{ value }, { name }] of fit.filled) {
      const isNamed = value.type === "identifier" || value.type === "attribute";
      if (!isNamed || !mayBe(value) || mayTakeFunctions(callee.function, name)) continue;
      const read = objectUse(callee.function, name);
      const attribute = read?.field("attribute")?.text ?? "__";
      if (!OF_FUNCTIONS.test(attribute))
        yield { value, verb: `has no '${attribute}', which ${shown}() reads of it`, error: "AttributeError" };
    }
}

/** Whether a function calls what it gets, or looks first at what it is. */
function mayTakeFunctions({ node }: FunctionFacts, parameter: string): boolean {
  const name = literally(parameter);
  return new RegExp(
    `\\b(?:isinstance|hasattr|getattr|callable|type)\\(\\s*${name}\\b|(?<![\\w.])${name}\\(|\\btry:`,
  ).test(node.text);
}

/** Methods of texts, lists, dictionaries and dates. */
const OF_DATA = new Set([
  ...["append", "extend", "items", "keys", "values", "get", "pop", "update", "sort"],
  ...["decode", "encode", "endswith", "startswith", "format", "join", "lower", "upper", "replace"],
  ...["rstrip", "strip", "split", "splitlines", "isoformat", "strftime", "timestamp"],
]);

/** What takes data, and no function. */
const MEASURES =
  /^(len|int|float|list|tuple|set|frozenset|sorted|sum|enumerate|reversed|json\.dumps|jsonutils\.dumps)$/;

function* fieldsIn(
  tree: ModuleFacts["tree"],
  type: string,
  field: string,
): Generator<{ readonly node: SyntaxNode; readonly value: SyntaxNode }> {
  for (const node of tree.ofType(type)) {
    const value = node.field(field);
    if (value?.type === "identifier" || value?.type === "attribute") yield { node, value };
  }
}
