import {
  ancestorOf,
  descendants,
  entrypointsOf,
  type Finding,
  type FunctionFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** An entrypoint that reads attributes of a parameter: what arrives is a plain msgpack value. */
export const objectArgument: Rule = {
  id: "privsep/object-argument",
  title: "entrypoint that expects an object",
  severity: "error",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/1f5fe3190b",
  mentions: [[".entrypoint"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const facts of entrypointsOf(project, module)) {
    const body = facts.node.field("body");
    if (!body || facts.owner) continue;
    for (const parameter of facts.parameters) {
      if (parameter.kind === "var-positional" || parameter.kind === "var-keyword") continue;
      const use = objectUse(body, facts, parameter.name);
      if (!use) continue;
      yield {
        span: parameter.node,
        message: `${facts.qualifiedName} reads ${use.text}, but the daemon receives ${parameter.name} as msgpack data (numbers, text, bytes, lists, dictionaries): pass the values it needs`,
        related: [{ path: module.path, span: use, message: "read here" }],
      };
    }
  }
}

/** The first attribute of the parameter that no plain value has; `undefined` when the name is bound again. */
function objectUse(body: SyntaxNode, facts: FunctionFacts, name: string): SyntaxNode | undefined {
  if ((facts.scope.bindings.get(name)?.length ?? 0) > 1) return undefined;
  for (const node of descendants(body)) {
    if (node.type !== "attribute" || node.field("object")?.text !== name) continue;
    if (node.field("object")?.type !== "identifier" || isShadowed(node, name)) continue;
    const attribute = node.field("attribute")?.text ?? "";
    if (!PLAIN_ATTRIBUTES.has(attribute)) return node;
  }
  return undefined;
}

/** A lambda's or comprehension's own variable of the same name. */
function isShadowed(node: SyntaxNode, name: string): boolean {
  const inner = ancestorOf(
    node,
    "lambda",
    "list_comprehension",
    "generator_expression",
    "set_comprehension",
    "dictionary_comprehension",
  );
  if (!inner) return false;
  const binders =
    inner.type === "lambda"
      ? [inner.field("parameters")]
      : inner.children
          .filter((child) => child.type === "for_in_clause")
          .map((clause) => clause.field("left"));
  return binders.some(
    (binder) =>
      binder && [...descendants(binder)].some((part) => part.type === "identifier" && part.text === name),
  );
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
