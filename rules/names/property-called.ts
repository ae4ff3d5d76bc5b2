import {
  anyWord,
  argumentsOf,
  type Callee,
  calleeOfCall,
  type Finding,
  functionsNamed,
  instead,
  isProperty,
  type ModuleFacts,
  namePlace,
  namesOfProperties,
  onlyRead,
  overridesOf,
  ownNodes,
  type PlacedFunction,
  type ProjectFacts,
  pathsDefining,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `self.size()` where `size` is a property that gives a number. */
export const propertyCalled: Rule = {
  id: "names/property-called",
  title: "property called like a method",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/library/functions.html#property",
  mentions: [["def "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  const properties = namesOfProperties(project);
  for (const { node, callee: reference } of module.calls) {
    if (reference.type !== "attribute") continue;
    const name = reference.field("attribute")?.text ?? "";
    if (!properties.has(name)) continue;
    if (isAskedFor(module, node, reference)) continue;
    const callee = calleeOfCall(project, module, reference) ?? byNameAlone(project, module, reference);
    if (!callee || !isProperty(callee)) continue;
    const all = [callee, ...(callee.class ? overridesOf(project, callee.class, name) : [])];
    if (!all.every(isPlainProperty) && !(all.every(isProperty) && onlyRead(project, module, name))) continue;
    yield {
      span: node,
      message: `'${reference.text}' is a property, and what it gives cannot be called: TypeError`,
      fix: argumentsOf(node).length === 0 ? instead({ start: reference.end, end: node.end }, "") : undefined,
      related: [
        {
          path: callee.module.path,
          span: namePlace(callee.function),
          message: "defined here",
        },
      ],
    };
  }
}

/**
 * One of the properties that a name of two words or more stands for, where all that the tree defines under it are properties, several
 * of them, and give data: whatever the value is, it has no such method.
 */
function byNameAlone(project: ProjectFacts, module: ModuleFacts, reference: SyntaxNode): Callee | undefined {
  const name = reference.field("attribute")?.text ?? "";
  if (!/^[a-z]+_[a-z_]+$/.test(name) || !onlyRead(project, module, name)) return undefined;
  const all = project.once(`defined as ${name}`, () =>
    pathsDefining(project, name).flatMap((path) => {
      const home = project.module(path);
      return home ? functionsNamed(home, name).map((facts) => ({ module: home, function: facts })) : [];
    }),
  );
  const plain = all.filter(isPlainProperty);
  const [first] = plain;
  if (!first || plain.length < 2 || !all.every(isProperty)) return undefined;
  return { ...first, bound: true, class: null };
}

/** Whether the function asks what the property gives before it calls it: `if callable(self.paint)`. */
function isAskedFor(module: ModuleFacts, call: SyntaxNode, reference: SyntaxNode): boolean {
  const before = module.functionAround(call)?.node.text ?? "";
  return ["isinstance(", "callable("].some((asking) => before.includes(asking + reference.text));
}

/** A property of which every `return` gives something that is no function. */
function isPlainProperty(placed: PlacedFunction): boolean {
  if (!isProperty(placed)) return false;
  const { function: facts } = placed;
  const returns = [...ownNodes(facts.node)].filter(({ type }) => type === "return_statement");
  return returns.length > 0 && returns.every(({ namedChildren: [value] }) => value && isData(value));
}

const DATA = anyWord(`
  string concatenated_string integer float true false none list dictionary tuple expression_list set
  list_comprehension dictionary_comprehension set_comprehension generator_expression comparison_operator
  not_operator binary_operator unary_operator
`);

/** Whether an expression certainly gives no function. */
function isData(value: SyntaxNode): boolean {
  switch (value.type) {
    case "parenthesized_expression":
      return value.namedChildren.every(isData);
    case "conditional_expression":
      return value.namedChildren.filter((_, at) => at !== 1).every(isData);
    case "boolean_operator":
      return value.namedChildren.every(isData);
    case "call":
      return /^(len|str|int|float|bool|list|dict|set|tuple|sorted|sum|min|max|any|all|isinstance|hasattr|os\.path\.\w+|['"].*\.(format|join))$/.test(
        value.field("function")?.text ?? "",
      );
    default:
      return DATA.test(value.type);
  }
}
