import {
  ancestorOf,
  choicesOf,
  definitionOf,
  type Finding,
  type ModuleFacts,
  type OptionDefinition,
  optionReadAt,
  optionRegistry,
  type ProjectFacts,
  plainString,
  type RelatedPlace,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  safelyAsked,
  valueAt,
  withoutParentheses,
} from "../../src/rule.ts";

/** `CONF.enabled.lower()` of a BoolOpt, `CONF.color == 'blue'` where blue is none of the choices. */
export const otherType: Rule = {
  id: "config/other-type",
  title: "option used as what its definition does not give",
  severity: "warning",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/2db06b58",
  mentions: [["CONF", "conf.", "configuration", "safe_get("]],
  check,
};

/** Where neither stands in the text, nothing is parsed. */
const SUSPECT =
  /\.(?:lower|upper|strip|split|startswith|endswith)\(|(?:CONF|conf|configuration)(?:\.\w+){1,2}(?:\.lower\(\))?\s*[!=]=\s*u?['"]/;

const OF_TEXT = /^(lower|upper|strip|rstrip|lstrip|split|splitlines|startswith|endswith|title)$/;

function* check({ module, project, text }: RuleContext): Generator<Finding> {
  if (!SUSPECT.test(text)) return;
  for (const call of module.calls) {
    const object = call.callee.type === "attribute" ? call.callee.field("object") : null;
    const method = call.callee.field("attribute")?.text ?? "";
    if (!object || !OF_TEXT.test(method)) continue;
    const option = definedOption(project, module, object);
    const gives = option && givenBy(option.definition);
    if (!option || gives === undefined || isAskedForType(object)) continue;
    yield {
      span: call.node,
      message: `${option.name} is a ${option.definition.kind} and gives ${gives}, which has no ${method}(): AttributeError`,
      related: relatedTo(option),
    };
  }
  for (const comparison of module.tree.ofType("comparison_operator")) {
    const compared = neverEqual(project, module, comparison);
    if (compared) yield { span: comparison, ...compared };
  }
}

/** What kinds of options give that is no text. */
const NO_TEXT: ReadonlyMap<string, string> = new Map([
  ["BoolOpt", "True or False"],
  ["IntOpt", "a number"],
  ["PortOpt", "a number"],
  ["FloatOpt", "a number"],
  ["ListOpt", "a list"],
  ["MultiStrOpt", "a list"],
  ["DictOpt", "a dictionary"],
]);

/** What an option gives that is no text; a text as its default is handed out as it stands. */
function givenBy({ kind, keywords }: OptionDefinition): string | undefined {
  return plainString(keywords.get("default") ?? "") === undefined ? NO_TEXT.get(kind) : undefined;
}

interface DefinedOption {
  readonly name: string;
  readonly definition: OptionDefinition;
}

/** `isinstance(value, str) and value.lower()`: what may be either is asked first. */
function isAskedForType(value: SyntaxNode): boolean {
  const around = ancestorOf(value, "function_definition", "module");
  return around?.text.includes(`isinstance(${value.text}`) === true;
}

/** The option that an expression is the value of, and its only definition. */
function definedOption(
  project: ProjectFacts,
  module: ModuleFacts,
  expression: SyntaxNode,
): DefinedOption | undefined {
  const held = expression.type === "identifier" ? valueAt(module, expression) : expression;
  const value = held && withoutParentheses(held);
  const name = value && (safelyAsked(value) ?? ofBackend(value) ?? ofConfiguration(project, value));
  if (name === undefined) return undefined;
  const definition = definitionOf(project, optionRegistry(project), name);
  return definition && { name, definition };
}

/** `x` of `self.configuration.x`. */
function ofBackend(node: SyntaxNode): string | undefined {
  const isOne = node.type === "attribute" && node.field("object")?.text === "self.configuration";
  return isOne ? node.field("attribute")?.text : undefined;
}

/** The option of DEFAULT, or of its own group. */
function ofConfiguration(project: ProjectFacts, node: SyntaxNode): string | undefined {
  const around = node.fieldName === "object" && node.parent?.type === "attribute" ? node.parent : node;
  const read = optionReadAt(around);
  if (read?.receiver !== "certain" || read.node.start !== node.start) return undefined;
  const registry = optionRegistry(project);
  // `lower` of `CONF.color.lower` is no option of a group
  const isOfValue = read.node.end === around.end && around !== node && read.second !== undefined;
  if ((isOfValue && registry.groups.has(read.first)) || (!isOfValue && read.node.end !== node.end))
    return undefined;
  const [group, option] =
    isOfValue || read.second === undefined ? ["DEFAULT", read.first] : [read.first, read.second];
  return registry.groupsOf(option)?.has(group) ? option : undefined;
}

/** Why the two sides of `==` or `!=` are never the same. */
function neverEqual(
  project: ProjectFacts,
  module: ModuleFacts,
  comparison: SyntaxNode,
): Pick<Finding, "message" | "related"> | undefined {
  const [left, right, ...more] = comparison.namedChildren;
  if (!left || !right || more.length > 0 || !/^[!=]=$/.test(comparison.children[1]?.text ?? ""))
    return undefined;
  const [value, literal] = right.type === "string" ? [left, right] : [right, left];
  const text = literal.type === "string" ? plainString(literal.text) : undefined;
  if (text === undefined) return undefined;
  const folded = loweredValue(value);
  const option = definedOption(project, module, folded ?? value);
  if (!option) return undefined;
  const why = refusal(option, text, folded !== undefined);
  return why === undefined
    ? undefined
    : { message: `${option.name} is never '${text}': ${why}`, related: relatedTo(option) };
}

/** `x` of `x.lower()`. */
function loweredValue(value: SyntaxNode): SyntaxNode | undefined {
  const called = value.type === "call" ? value.field("function") : null;
  return called?.field("attribute")?.text === "lower" ? (called.field("object") ?? undefined) : undefined;
}

function refusal({ definition }: DefinedOption, text: string, isLowered: boolean): string | undefined {
  const gives = givenBy(definition);
  // what asks it for lower() is told above
  if (gives !== undefined) return isLowered ? undefined : `a ${definition.kind} gives ${gives}`;
  const choices = choicesOf(definition.keywords.get("choices"));
  if (!choices || definition.keywords.get("default") === `'${text}'`) return undefined;
  const ignores = isLowered || definition.keywords.get("ignore_case") === "True";
  const fold = (word: string) => (ignores ? word.toLowerCase() : word);
  return choices.some((choice) => fold(choice) === fold(text))
    ? undefined
    : `oslo.config accepts ${choices.join(", ")} alone`;
}

function relatedTo(option: DefinedOption): readonly RelatedPlace[] {
  const { path, span } = option.definition;
  return [{ path, span, message: "defined here" }];
}
