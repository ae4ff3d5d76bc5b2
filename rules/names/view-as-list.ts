import {
  argumentsOf,
  type Finding,
  type Fix,
  instead,
  type ModuleFacts,
  type Rule,
  type RuleContext,
  runsOnPython3,
  type SyntaxNode,
  valueAt,
  withoutParentheses,
} from "../../src/rule.ts";

/** `d.keys()[0]`, `map(…) + […]`: what was a list in Python 2 and is a view or an iterator now. */
export const viewAsList: Rule = {
  id: "names/view-as-list",
  title: "view or iterator used as a list",
  severity: "error",
  confidence: "medium",
  onByDefault: true,
  source: "https://docs.python.org/3/whatsnew/3.0.html#views-and-iterators-instead-of-lists",
  mentions: [["keys()", "values()", "items()", "map(", "filter(", "zip(", "range("]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  if (!runsOnPython3(project, module)) return;
  for (const call of module.tree.ofType("call")) {
    const use = makesFloats(module, call) ?? listUse(module, call);
    if (use) yield findingOf(use);
  }
  const made = namesOfSuch(module);
  if (made.size === 0) return;
  const mended = new Set<number>();
  for (const node of module.tree.ofType("identifier")) {
    const use = !made.has(node.text) || isBuiltinIterator(module, node) ? undefined : useOfName(module, node);
    if (!use) continue;
    // what is mended at the name's value is mended for all of its uses
    const [edit] = use.fix?.edits ?? [];
    yield findingOf(edit && mended.has(edit.span.start) ? { ...use, fix: undefined } : use);
    if (edit) mended.add(edit.span.start);
  }
}

function findingOf({ node, message, fix }: Use): Finding {
  return { span: node, message, fix };
}

/** Names that are given such a value somewhere: no other is worth a look. */
function namesOfSuch(module: ModuleFacts): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of module.tree.ofType("assignment")) {
    const left = node.field("left");
    const right = node.field("right");
    const call = right ? withoutParentheses(right) : undefined;
    if (left?.type === "identifier" && call?.type === "call" && kindOf(module, call) !== undefined)
      names.add(left.text);
  }
  return names;
}

interface Use {
  readonly node: SyntaxNode;
  readonly message: string;
  readonly fix?: Fix | undefined;
}

/** What a list does and the value cannot, where the call itself is used so. */
function listUse(module: ModuleFacts, call: SyntaxNode): Use | undefined {
  const what = kindOf(module, call);
  const use = what === undefined ? undefined : useOf(call, what, shownCall(call));
  // `list(x).sort()` would sort what nobody has
  const isKept = call.parent?.type !== "attribute";
  return use && isKept ? { ...use, fix: asList(call, "safe") } : use;
}

function useOf(value: SyntaxNode, what: string, shown: string): Use | undefined {
  const { parent, fieldName } = value;
  const isIterator = /iterator/.test(what);
  const use = (node: SyntaxNode, wrong: string): Use => {
    return { node, message: `${shown} gives ${what}, which ${wrong}` };
  };
  switch (parent?.type) {
    case "subscript":
      return fieldName === "value" ? use(parent, "cannot be indexed: TypeError in Python 3") : undefined;
    case "binary_operator":
      return parent.field("operator")?.text === "+"
        ? use(parent, "'+' cannot join: TypeError in Python 3")
        : undefined;
    case "attribute": {
      const method = methodOfLists(parent);
      return method ? use(parent, `has no ${method}(): AttributeError in Python 3`) : undefined;
    }
    case "argument_list": {
      const call = isIterator ? callOfLen(parent) : undefined;
      return call ? use(call, "has no len(): TypeError in Python 3") : undefined;
    }
    case "if_statement":
    case "elif_clause":
    case "while_statement":
    case "not_operator": {
      const isAsked = fieldName === "condition" || parent.type === "not_operator";
      return isAsked && isIterator ? use(value, "is true also when empty in Python 3") : undefined;
    }
    default:
      return undefined;
  }
}

/** What is called there and only lists have. */
function methodOfLists(attribute: SyntaxNode): string | undefined {
  const method = attribute.field("attribute")?.text ?? "";
  const isOfLists = /^(sort|append|extend|insert|reverse|index)$/.test(method);
  return isOfLists && attribute.parent?.type === "call" ? method : undefined;
}

function callOfLen(list: SyntaxNode): SyntaxNode | null {
  const isOfLen = list.namedChildren.length === 1 && list.parent?.field("function")?.text === "len";
  return isOfLen ? list.parent : null;
}

/** A name whose only value is such a call, used as a list or asked whether it is empty. */
function useOfName(module: ModuleFacts, name: SyntaxNode): Use | undefined {
  const parent = name.parent;
  if (
    !parent ||
    !/^(subscript|binary_operator|attribute|argument_list|not_operator|if_statement)$/.test(parent.type)
  )
    return undefined;
  const value = valueAt(module, name);
  const call = value ? withoutParentheses(value) : undefined;
  const what = call?.type === "call" ? kindOf(module, call) : undefined;
  if (!call || what === undefined) return undefined;
  const isAsked = parent.type === "not_operator" || name.fieldName === "condition";
  if (isAsked)
    return /iterator/.test(what)
      ? {
          node: name,
          message: `'${name.text}' is ${what} of ${shownCall(call)}, which is true also when empty in Python 3`,
          fix: asList(call, "unsafe"),
        }
      : undefined;
  if (parent.type === "if_statement") return undefined;
  const use = useOf(name, what, `'${name.text}', made by ${shownCall(call)},`);
  return use && { ...use, fix: asList(call, "unsafe") };
}

/** What the call gives in Python 3; `undefined` for what may be a list. */
function kindOf(module: ModuleFacts, call: SyntaxNode): string | undefined {
  const callee = call.field("function");
  if (callee?.type === "identifier")
    return isBuiltinIterator(module, callee) && argumentsOf(call).length > 0 ? "an iterator" : undefined;
  const method = callee?.type === "attribute" ? (callee.field("attribute")?.text ?? "") : "";
  if (!/^(keys|values|items)$/.test(method) || argumentsOf(call).length > 0) return undefined;
  // XML elements and multi-value dictionaries of the web give lists
  return ELEMENTS.test(callee?.field("object")?.text ?? "") ? undefined : "a view";
}

const ELEMENTS = /(elem|node|root|xml|tree|headers|params|GET|POST|cookies|args|parser|msg|message)\w*$/i;

function isBuiltinIterator(module: ModuleFacts, name: SyntaxNode): boolean {
  return /^(map|filter|zip)$/.test(name.text) && module.lookup(name.text, module.scopeAt(name)) === undefined;
}

/** `range(a / b)`: a division gives a float. */
function makesFloats(module: ModuleFacts, call: SyntaxNode): Use | undefined {
  const callee = call.field("function");
  if (callee?.text !== "range" || module.lookup("range", module.scopeAt(callee))) return undefined;
  const divided = argumentsOf(call).find(
    ({ value }) => value.type === "binary_operator" && value.field("operator")?.text === "/",
  );
  return divided
    ? {
        node: call,
        message: `range() takes no float, which '${divided.value.text}' is in Python 3: TypeError; '//' is meant`,
        fix: wholeDivision(divided.value),
      }
    : undefined;
}

/** Other uses of a name's value may count on what it is: then a person must look at them. */
function asList(call: SyntaxNode, kind: Fix["kind"]): Fix {
  return instead(call, `list(${call.text})`, kind);
}

function wholeDivision(division: SyntaxNode): Fix | undefined {
  const operator = division.field("operator");
  return operator ? instead(operator, "//", "safe") : undefined;
}

function shownCall(call: SyntaxNode): string {
  const callee = call.field("function");
  const name = callee?.type === "attribute" ? callee.field("attribute")?.text : callee?.text;
  return `${name ?? ""}()`;
}
