import {
  type Finding,
  type FunctionFacts,
  firstName,
  functionMeant,
  type ImportFacts,
  instead,
  isShadowed,
  literally,
  type ModuleFacts,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `for ware in self.wares:` and `timer.now.isoformat()` where `wares` and `now` are methods: the call is missing. */
export const functionAsValue: Rule = {
  id: "names/function-as-value",
  title: "function used in the place of its result",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/expressions.html#calls",
  mentions: [["def ", "import "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  yield* functionsAsLevels(project, module);
  const known = new Set([...module.functions, ...module.imports].map(nameIn));
  for (const { value, verb, error = "TypeError" } of uses(module)) {
    const first = firstName(value);
    // most values are neither: the rest is for those that may be
    if (!known.has(value.field("attribute")?.text ?? "") && !known.has(first ?? "")) continue;
    if (first !== undefined && isShadowed(value, first)) continue;
    const meant = functionMeant(project, module, value);
    if (meant && !hasAttributes(module, meant.name))
      yield {
        span: value,
        message: `'${value.text}' is the function ${meant.name}() itself, which ${verb}: ${error}; it is not called`,
      };
  }
}

/** `before_log(LOG, logging.debug)`, `level=logging.debug`: `logging.DEBUG` is meant. */
function* functionsAsLevels(project: ProjectFacts, module: ModuleFacts): Generator<Finding> {
  if (!/\blogging\.[a-z]+\s*[,)]/.test(module.text)) return;
  for (const { arguments: given } of module.calls)
    for (const [at, argument] of given.entries()) {
      const { value } = argument;
      const name = value.type === "attribute" ? (value.field("attribute")?.text ?? "") : "";
      if (!/^(debug|info|warning|error|critical)$/.test(name)) continue;
      const isLevel =
        argument.kind === "keyword"
          ? /level$/.test(argument.name)
          : /^(self\.)?_?(LOG|log|logger)$/.test(given[at - 1]?.value.text ?? "");
      const meaning = isLevel ? project.meaning(module, value) : undefined;
      if (meaning?.kind !== "external" || meaning.name !== `logging.${name}`) continue;
      yield {
        span: value,
        message: `'${value.text}' is the function ${name}() itself, which is no level: '${name.toUpperCase()}' is meant`,
        fix: instead(value.field("attribute") ?? value, name.toUpperCase()),
      };
    }
}

function nameIn(binding: FunctionFacts | ImportFacts): string {
  return binding.kind === "import" ? binding.local : binding.name;
}

interface Use {
  readonly value: SyntaxNode;
  readonly verb: string;
  readonly error?: string;
}

/** Values of which something is asked that no function answers. */
function* uses({ tree, calls }: ModuleFacts): Generator<Use> {
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

/** Whether the name is given something of its own here: then it may be more than a function. */
function hasAttributes({ text }: ModuleFacts, name: string): boolean {
  return new RegExp(`\\b${literally(name)}\\s*=[^=]|\\bdel [\\w.]*\\b${literally(name)}\\b`).test(text);
}
