import {
  ancestorOf,
  type Callee,
  isInside,
  isTarget,
  type ModuleFacts,
  memberValues,
  ownNodes,
  type ProjectFacts,
  pathsAssigning,
  receiverClass,
  type SyntaxNode,
} from "../../../src/rule.ts";

/** What becomes of the value, where None is of no use there. */
export function useOf(
  project: ProjectFacts,
  module: ModuleFacts,
  call: SyntaxNode,
  callee: Callee,
): string | undefined {
  const whole = inParentheses(call);
  const { parent } = whole;
  switch (parent?.type) {
    case "assignment":
      return whole.fieldName === "right" ? useOfTarget(project, module, call, callee, parent) : undefined;
    case "for_statement":
    case "for_in_clause":
      return whole.fieldName === "right" ? "the loop has nothing to run over: TypeError" : undefined;
    case "subscript":
    case "attribute":
      return whole.fieldName === "value" || whole.fieldName === "object"
        ? "None has no attributes or items: this raises"
        : undefined;
    default:
      return isSilent(callee) ? useOfSilent(whole) : undefined;
  }
}

/** A call with the parentheses around it. */
function inParentheses(call: SyntaxNode): SyntaxNode {
  let at = call;
  while (at.parent?.type === "parenthesized_expression") at = at.parent;
  return at;
}

/** Whether a function has no `return` at all: what says `return None` may have that for an answer. More than notes to the log. */
function isSilent({ function: { node } }: Callee): boolean {
  if ([...ownNodes(node)].some(({ type }) => type === "return_statement")) return false;
  const statements = node.field("body")?.namedChildren ?? [];
  return statements.some(({ text }) => !/^(pass$|[rRuUbB]*["']|_?LOG\.|log\.|logger\.|logging\.)/.test(text));
}

/** What is made of None that no code means to have. */
function useOfSilent(value: SyntaxNode): string | undefined {
  if (isAsked(value)) return "the condition asks for its value, which is always None";
  const { parent } = value;
  const isMade = /^(list|set|dictionary)_comprehension$|^generator_expression$/.test(parent?.type ?? "");
  if (parent && isMade && value.fieldName === "body")
    return isForItsEffect(parent) ? undefined : "what is made of the values holds only None";
  return isHandedOn(value) ? "None is passed on in its place" : undefined;
}

/** A condition, or the part of one that is asked first. */
function isAsked(value: SyntaxNode): boolean {
  const { parent } = value;
  if (parent?.type === "not_operator") return true;
  if (parent?.type === "boolean_operator" && value.fieldName === "left") return isAsked(parent);
  return (
    /^(if_statement|elif_clause|while_statement)$/.test(parent?.type ?? "") && value.fieldName === "condition"
  );
}

/** `[close(door) for door in doors]` on a line of its own, or run by a call that is. */
function isForItsEffect(comprehension: SyntaxNode): boolean {
  let at: SyntaxNode | null = comprehension.parent;
  while (at && /^(argument_list|call|parenthesized_expression)$/.test(at.type)) at = at.parent;
  return at?.type === "expression_statement" || at?.field("left")?.text === "_";
}

/** Assigned to a name that is then used for more than being handed back or asked for. */
function useOfTarget(
  project: ProjectFacts,
  module: ModuleFacts,
  call: SyntaxNode,
  callee: Callee,
  assignment: SyntaxNode,
): string | undefined {
  const left = assignment.field("left");
  if (left?.type === "pattern_list" || left?.type === "tuple_pattern") return "it is unpacked: TypeError";
  if (left?.type === "attribute") return isSilent(callee) ? useOfAttribute(project, module, left) : undefined;
  if (left?.type !== "identifier") return undefined;
  const scope = module.scopeAt(call);
  if (scope.kind !== "function" || scope.bindings.get(left.text)?.length !== 1)
    return isOverwriting(module, left) ? `'${left.text}' loses the value that is used below` : undefined;
  const uses = module.tree
    .ofType("identifier")
    .filter(
      (node) =>
        node.text === left.text && node !== left && node.start > call.end && module.scopeAt(node) === scope,
    );
  const isNeverMeant = isSilent(callee);
  return uses.some((use) => !isAskedBefore(use) && (needsValue(use) || (isNeverMeant && isHandedOn(use))))
    ? `'${left.text}' is used below as if it were something`
    : undefined;
}

/** Whether the use stands below `if NAME:`: who asks counts on None, as from a driver that has nothing to tell. */
function isAskedBefore(use: SyntaxNode): boolean {
  const choice = ancestorOf(use, "if_statement", "function_definition");
  return choice?.type === "if_statement" && choice.field("condition")?.text === use.text;
}

/** `self.till = self.make()`, the only value besides None that the class gives it, where it asks the till for something. */
function useOfAttribute(project: ProjectFacts, module: ModuleFacts, left: SyntaxNode): string | undefined {
  const object = left.field("object");
  const name = left.field("attribute")?.text ?? "";
  const placed = object && receiverClass(project, module, object);
  if (!placed || name === "") return undefined;
  const { node } = placed.class;
  const given = [...memberValues(project, placed, name)];
  const value = left.parent?.field("right")?.start;
  if (!given.every((one) => one.value?.type === "none" || one.value?.start === value)) return undefined;
  // another module, or a class below, may give it more
  if (pathsAssigning(project, name).some((path) => path !== module.path)) return undefined;
  const isUsed = module.tree
    .ofType("attribute")
    .some((read) => read.text === left.text && isInside(read, node) && !isTarget(read) && needsValue(read));
  return isUsed ? `'${left.text}' is used as if it were something` : undefined;
}

/** The name has a value that is used after this statement, outside of the block that replaces it. */
function isOverwriting(module: ModuleFacts, left: SyntaxNode): boolean {
  const scope = module.scopeAt(left);
  const block = ancestorOf(left, "if_statement", "for_statement", "while_statement", "function_definition");
  if (scope.kind !== "function" || block?.type !== "if_statement") return false;
  const bindings = scope.bindings.get(left.text) ?? [];
  const [first, ...more] = bindings;
  if (
    first?.kind !== "assignment" ||
    more.length !== 1 ||
    first.value?.type !== "call" ||
    first.node.start > left.start
  )
    return false;
  return module.tree
    .ofType("identifier")
    .some(
      (node) =>
        node.text === left.text && node.start > block.end && module.scopeAt(node) === scope && isPassed(node),
    );
}

/** An argument of a call; what is written to the log may say None, and None is what a process that did well ends with. */
function isHandedOn(node: SyntaxNode): boolean {
  const value = node.parent?.type === "keyword_argument" && node.fieldName === "value" ? node.parent : node;
  const call = value.parent?.type === "argument_list" ? value.parent.parent : null;
  return (
    call !== null &&
    !/^(self\.)?_?(LOG|log|logger|logging)\b|^(str|bool|repr|print)$|(^|\.)_?exit$|\.append$/.test(
      call.field("function")?.text ?? "",
    )
  );
}

function isPassed(node: SyntaxNode): boolean {
  return node.parent?.type === "argument_list" || needsValue(node);
}

function needsValue(node: SyntaxNode): boolean {
  const { parent } = node;
  if (parent?.type === "attribute") return node.fieldName === "object";
  if (parent?.type === "subscript") return node.fieldName === "value";
  return /^for_/.test(parent?.type ?? "") && node.fieldName === "right";
}
