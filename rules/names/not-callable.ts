import {
  type Finding,
  isGivenFromOutside,
  isSetFromOutside,
  isShadowed,
  type ModuleFacts,
  memberValues,
  onlyValue,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  subclassesOf,
} from "../../src/rule.ts";

/** `HANDLERS = {}` and `HANDLERS(key)`: a dictionary, a list, a text or a number called like a function. */
export const notCallable: Rule = {
  id: "names/not-callable",
  title: "value called like a function",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/expressions.html#calls",
  mentions: [["="]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const { node, callee } of module.calls) {
    const value =
      callee.type === "identifier"
        ? valueOfName(project, module, callee)
        : valueOfMember(project, module, callee);
    const kind = value && KINDS[value.type];
    if (kind)
      yield {
        span: node,
        message: `'${callee.text}' holds ${kind}, which cannot be called: TypeError when this line runs`,
      };
  }
}

/** What is no function, whoever looks at it; None is left out, as it mostly stands for what comes later. */
const KINDS: Readonly<Record<string, string>> = {
  dictionary: "a dictionary",
  dictionary_comprehension: "a dictionary",
  list: "a list",
  list_comprehension: "a list",
  set: "a set",
  set_comprehension: "a set",
  tuple: "a tuple",
  string: "a text",
  concatenated_string: "a text",
  integer: "a number",
  float: "a number",
  true: "a truth value",
  false: "a truth value",
};

/** The only value of a name; what is written from other functions or modules has others. */
function valueOfName(project: ProjectFacts, module: ModuleFacts, name: SyntaxNode): SyntaxNode | undefined {
  const value = onlyValue(module, name);
  if (!value || KINDS[value.type] === undefined || isShadowed(name, name.text)) return undefined;
  if (new RegExp(`\\b(global|nonlocal)\\s[^\\n]*\\b${name.text}\\b`).test(module.text)) return undefined;
  return isSetFromOutside(project, module.name, name.text) ? undefined : value;
}

/** A value of `self.NAME`, where all values that the class, its bases and its subclasses give it are such. */
function valueOfMember(
  project: ProjectFacts,
  module: ModuleFacts,
  callee: SyntaxNode,
): SyntaxNode | undefined {
  if (callee.field("object")?.text !== "self") return undefined;
  const name = callee.field("attribute")?.text ?? "";
  const holder = project.classAround(module, callee);
  // most calls on self are of methods around them
  if (!holder || holder.class.scope.bindings.get(name)?.[0]?.kind === "function") return undefined;
  if (!project.classOrder(holder).complete) return undefined;
  const isPlain = ({ value }: { readonly value: SyntaxNode | null }): boolean =>
    value !== null && KINDS[value.type] !== undefined;
  const values = [...memberValues(project, holder, name)];
  if (values.length === 0 || !values.every(isPlain)) return undefined;
  for (const below of subclassesOf(project, holder))
    if (!project.classOrder(below).complete || ![...memberValues(project, below, name)].every(isPlain))
      return undefined;
  return isGivenFromOutside(project, holder, name) ? undefined : (values[0]?.value ?? undefined);
}
