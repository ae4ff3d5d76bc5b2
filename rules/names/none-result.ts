import {
  argumentsOf,
  dottedName,
  type Finding,
  type ModuleFacts,
  type ProjectFacts,
  pathsDefining,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** The result of a method that changes its object and returns None. */
export const noneResult: Rule = {
  id: "names/none-result",
  title: "result of a method that returns None",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/library/stdtypes.html#mutable-sequence-types",
  mentions: [[".extend(", ".append(", ".sort(", ".reverse(", ".update(", ".insert(", ".add("]],
  check,
};

const LIST = /^(extend|append|insert|reverse|sort)$/;

const IN_PLACE = /^(extend|append|sort|update|remove)$/;

function* check(context: RuleContext): Generator<Finding> {
  for (const call of context.module.tree.ofType("call")) {
    const callee = call.field("function");
    const method = callee?.type === "attribute" ? (callee.field("attribute")?.text ?? "") : "";
    const object = callee?.field("object");
    if (!object || !isMistaken(context, call, method, object)) continue;
    yield {
      span: call,
      message: `${dottedName(callee) ?? method}() changes its object and returns None, which is what is used here`,
    };
  }
}

/** Whether the None that the method gives is used as if it were the object. */
function isMistaken(context: RuleContext, call: SyntaxNode, method: string, object: SyntaxNode): boolean {
  const { module } = context;
  if (CHANGES.test(method) && isOfItsKind(method, object))
    return call.parent?.type !== "expression_statement";
  if (!isUsed(call)) return false;
  if (LIST.test(method) && isListValue(module, object)) return true;
  if (method === "update" && isDictValue(module, object)) return true;
  const isLikely =
    (LIST.test(method) && isLikelyList(context, call, method, object)) ||
    (IN_PLACE.test(method) && isPutBack(call, object));
  // its schemas have methods of these names that give something
  return isLikely && !/\bvoluptuous\b/.test(module.text);
}

/** A call as that of a list, where the tree has no method of the name. */
function isLikelyList(
  { module, project }: RuleContext,
  call: SyntaxNode,
  method: string,
  object: SyntaxNode,
): boolean {
  return (
    takesAsList(method, call) &&
    pathsDefining(project, method).length === 0 &&
    !isOfImport(project, module, object)
  );
}

const CHANGES = /^(?:extend|append|insert|reverse|sort|update|add)$/;

/** `{'a': 1}.update(more)`, `set(names).add(name)`: nobody else has the object, so the change is lost as well. */
function isOfItsKind(method: string, object: SyntaxNode): boolean {
  const isCallOf = (names: RegExp) =>
    object.type === "call" && names.test(object.field("function")?.text ?? "");
  if (method === "add") return object.type === "set" || isCallOf(/^set$/);
  if (method === "update") return /^(?:dictionary|set)$/.test(object.type) || isCallOf(/^(?:dict|set)$/);
  return object.type === "list" || isCallOf(/^(?:list|sorted)$/);
}

/** `names = names.append(x)`: whatever has such a method changes itself, or gives what has another name. */
function isPutBack(call: SyntaxNode, object: SyntaxNode): boolean {
  const { parent } = call;
  // a query's update() counts the rows
  if (/query/i.test(object.text)) return false;
  const isPlace = object.type === "identifier" || /^self\.\w+$/.test(object.text);
  return isPlace && parent?.type === "assignment" && parent.field("left")?.text === object.text;
}

/** `library.validators.extend(x)`: a function of an imported module, which may give anything. */
function isOfImport(project: ProjectFacts, module: ModuleFacts, object: SyntaxNode): boolean {
  return /^(external|module|class)$/.test(project.meaning(module, object).kind);
}

/** Whether the value is kept or walked; `return x.append(y)` hands on a None that may be meant. */
function isUsed(call: SyntaxNode): boolean {
  const parent = call.parent;
  switch (parent?.type) {
    case "assignment":
      return call.fieldName === "right";
    case "for_statement":
    case "for_in_clause":
      return call.fieldName === "right";
    case "subscript":
      return call.fieldName === "value";
    case "binary_operator":
      return call.fieldName === "right" && parent.field("operator")?.text === "%";
    default:
      return false;
  }
}

function takesAsList(method: string, call: SyntaxNode): boolean {
  const given = argumentsOf(call);
  const count = given.length;
  if (method === "sort")
    return given.every((one) => one.kind === "keyword" && /^(key|reverse|cmp)$/.test(one.name));
  // its other methods take no keywords
  if (given.some(({ kind }) => kind !== "positional")) return false;
  return (method === "extend" && count === 1) || (method === "insert" && count === 2);
}

function isListValue(module: ModuleFacts, object: SyntaxNode): boolean {
  return valuesOf(module, object).some(
    ({ type, text }) => type === "list" || type === "list_comprehension" || /^(list|sorted)\(/.test(text),
  );
}

function isDictValue(module: ModuleFacts, object: SyntaxNode): boolean {
  if (object.text === "locals()" || /\.copy\(\)$/.test(object.text)) return true;
  return valuesOf(module, object).some(({ type, text }) => type === "dictionary" || /^dict\(/.test(text));
}

function valuesOf(module: ModuleFacts, object: SyntaxNode): readonly SyntaxNode[] {
  if (object.type !== "identifier") return [object];
  const bindings = module.lookup(object.text, module.scopeAt(object))?.bindings ?? [];
  return bindings.flatMap((binding) =>
    binding.kind === "assignment" && binding.value ? [binding.value] : [],
  );
}
