import {
  ancestorOf,
  type Binding,
  type BuiltinKind,
  builtinKind,
  classOfValue,
  type Finding,
  familyLacks,
  isKindAsked,
  type ModuleFacts,
  oneLine,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  withoutParentheses,
} from "../../src/rule.ts";

/** `codes[0]` of a set, `names['first']` of a list, `wanted - seen` of a set and a list: what such a value does not do. */
export const noSuchOperation: Rule = {
  id: "names/no-such-operation",
  title: "operation that a value of the kind does not support",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/library/stdtypes.html",
  mentions: [["[", "-", "+", "for ", ","]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  const values = new Values(project, module);
  for (const [type, judge] of JUDGES)
    for (const node of module.tree.ofType(type)) {
      const found = judge(node, values);
      if (!found || isKindAsked(node, found.value, CAUGHT)) continue;
      yield {
        span: node.type === "for_statement" ? found.value : node,
        message: `${found.message}: ${found.error ?? "TypeError"} when this line runs`,
      };
    }
}

/** What values of a module are. */
class Values {
  private readonly project: ProjectFacts;
  private readonly module: ModuleFacts;

  constructor(project: ProjectFacts, module: ModuleFacts) {
    this.project = project;
    this.module = module;
  }

  kindOf(node: SyntaxNode | null): BuiltinKind | undefined {
    return node ? builtinKind(this.project, this.module, node) : undefined;
  }

  /** The class of an object that has none of the methods, nor has one of a class below. */
  classWithout(node: SyntaxNode, ...methods: readonly string[]): string | undefined {
    if (!this.isMade(node)) return undefined;
    const placed = classOfValue(this.project, this.module, node);
    if (!placed || /(Exception|Error|Fault)$/.test(placed.class.name)) return undefined;
    // what a library's class does so is in no list
    if (!this.project.classOrder(placed).complete) return undefined;
    return methods.every((name) => familyLacks(this.project, placed, name)) ? placed.class.name : undefined;
  }

  /** What a call gives, what `self` holds, a name for either: most of what has items is handed in, and to follow that is long. */
  private isMade(node: SyntaxNode): boolean {
    if (node.type === "call") return true;
    if (node.type === "attribute") return node.field("object")?.text === "self";
    if (node.type !== "identifier") return false;
    const bindings = this.module.lookup(node.text, this.module.scopeAt(node))?.bindings ?? [];
    return bindings.length > 0 && bindings.every(isOfCall);
  }
}

function isOfCall(binding: Binding): boolean {
  return binding.kind === "assignment" && MADE.test(binding.value?.type ?? "");
}

const MADE = /^(call|attribute|none|parenthesized_expression|conditional_expression)$/;

interface Found {
  readonly value: SyntaxNode;
  readonly message: string;
  /** TypeError where nothing is said. */
  readonly error?: string;
}

type Judge = (node: SyntaxNode, values: Values) => Found | undefined;

const JUDGES: readonly (readonly [string, Judge])[] = [
  ["subscript", judgeSubscript],
  ["binary_operator", judgeOperation],
  ["for_statement", judgeLoop],
  ["for_in_clause", judgeLoop],
  ["assignment", judgeUnpacking],
];

/** A set and a number have no items, those of a list, tuple or text have no names. */
function judgeSubscript(node: SyntaxNode, values: Values): Found | undefined {
  const value = node.field("value");
  if (!value || isAnnotation(node)) return undefined;
  const isNamed = node.field("subscript")?.type === "string";
  const kind = values.kindOf(value);
  if (kind === "set" || kind === "number")
    return { value, message: `'${oneLine(value.text)}' is a ${kind}, which has no items by index` };
  if (kind !== undefined)
    return isNamed && kind !== "dictionary"
      ? { value, message: `'${oneLine(value.text)}' is a ${kind}, whose items have no names` }
      : undefined;
  const owner = values.classWithout(value, "__getitem__", "__class_getitem__");
  return owner === undefined
    ? undefined
    : {
        value,
        message: `'${oneLine(value.text)}' is a ${owner}, which has no items: it defines no __getitem__()`,
      };
}

function isAnnotation(node: SyntaxNode): boolean {
  return ancestorOf(node, "type", "block", "module")?.type === "type";
}

const CONTAINERS: ReadonlySet<BuiltinKind> = new Set(["list", "tuple", "set", "dictionary", "text"]);

/** `+` joins two of a kind, `-` takes a set from a set. */
function judgeOperation(node: SyntaxNode, values: Values): Found | undefined {
  const operator = node.field("operator")?.text;
  if (operator !== "+" && operator !== "-") return undefined;
  const [value, right] = [node.field("left"), node.field("right")];
  const left = values.kindOf(value);
  const other = left && values.kindOf(right);
  if (!value || !left || !other || !(CONTAINERS.has(left) || CONTAINERS.has(other))) return undefined;
  const isFit =
    operator === "+"
      ? left === other && left !== "set" && left !== "dictionary"
      : left === "set" && other === left;
  return isFit
    ? undefined
    : {
        value,
        message: `'${operator}' has a ${left} before and a ${other} behind it, which it does not take`,
      };
}

/** Neither a number nor an object without `__iter__` can be gone through. */
function judgeLoop(node: SyntaxNode, values: Values): Found | undefined {
  const value = node.field("right");
  if (!value || node.children.some(({ type }) => type === "async")) return undefined;
  const dictionary = withoutParentheses(value);
  return judgePairs(node, dictionary, values) ?? judgeIteration(dictionary, values, "gone through");
}

/** `for key, value in counts` that also asks for `counts[key]`: a dictionary gives its keys alone, and a key is no pair. */
function judgePairs(loop: SyntaxNode, value: SyntaxNode, values: Values): Found | undefined {
  const targets = loop.field("left");
  const [key, ...more] = targets?.type === "pattern_list" ? targets.namedChildren : [];
  const around = loop.type === "for_statement" ? loop : loop.parent;
  if (!key || more.length === 0 || !around?.text.includes(`${value.text}[${key.text}]`)) return undefined;
  return values.kindOf(value) === "dictionary"
    ? {
        value,
        message: `'${oneLine(value.text)}' is a dictionary, which gives its keys alone: '.items()' is missing`,
        error: "ValueError",
      }
    : undefined;
}

function judgeUnpacking(node: SyntaxNode, values: Values): Found | undefined {
  const value = node.field("right");
  const names = node.field("left");
  if (!value || !names || !/^(pattern_list|tuple_pattern|list_pattern)$/.test(names.type)) return undefined;
  // `(name) = 1` names one thing
  if (names.type === "tuple_pattern" && !names.text.includes(",")) return undefined;
  return judgeIteration(withoutParentheses(value), values, "unpacked");
}

function judgeIteration(value: SyntaxNode, values: Values, done: string): Found | undefined {
  const kind = values.kindOf(value);
  if (kind === "number")
    return { value, message: `'${oneLine(value.text)}' is a number, which cannot be ${done}` };
  const owner = kind ? undefined : values.classWithout(value, "__iter__", "__getitem__");
  return owner === undefined
    ? undefined
    : {
        value,
        message: `'${oneLine(value.text)}' is a ${owner}, which cannot be ${done}: it defines no __iter__()`,
      };
}

const CAUGHT = /except[^:]*(TypeError|AttributeError|Exception)|except\s*:/;
