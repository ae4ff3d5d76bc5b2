import {
  ancestorOf,
  callsSomething,
  catchesAll,
  descendants,
  type Finding,
  type FunctionFacts,
  type Gap,
  isPromise,
  type ModuleFacts,
  namesInDoubt,
  neverComesBack,
  oneLine,
  ownNodes,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  type UnboundRead,
  unboundReadsOf,
} from "../../src/rule.ts";

/** A local name that is read where some way through the function has not bound it. */
export const unboundLocal: Rule = {
  id: "names/unbound-local",
  title: "local name read before it has a value",
  severity: "info",
  confidence: "medium",
  onByDefault: true,
  source:
    "https://docs.python.org/3/faq/programming.html#why-am-i-getting-an-unboundlocalerror-when-the-variable-has-a-value",
  mentions: [["def "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const facts of module.functions) {
    const names = namesInDoubt(facts, localNames(module, facts));
    if (names.size === 0) continue;
    const told = new Set<string>();
    const neverReturns = (call: SyntaxNode) => {
      const callee = project.callee(module, call);
      if (callee === undefined || callee.function.name === "__init__" || isPromise(callee)) return false;
      const isHandling = ancestorOf(call, "except_clause", "function_definition")?.type === "except_clause";
      return neverComesBack(callee.function.node) || (isHandling && onlyRaises(callee.function.node));
    };
    const reads = unboundReadsOf(facts.node, names, neverReturns);
    const minded = mindedGaps(facts, reads);
    for (const read of reads) {
      if (told.has(read.name) || read.gaps.some((gap) => minded.get(read.name)?.has(gap.at))) continue;
      const message = messageFor(facts, read);
      if (!message) continue;
      told.add(read.name);
      yield { span: read.node, message };
    }
  }
}

/** Try statements that some read of a name minds: a condition over it knows how the block ended. */
function mindedGaps(
  facts: FunctionFacts,
  reads: readonly UnboundRead[],
): ReadonlyMap<string, ReadonlySet<SyntaxNode>> {
  const minded = new Map<string, Set<SyntaxNode>>();
  for (const read of reads)
    for (const gap of read.gaps)
      if (gap.kind === "try" && isGuarded(facts, read, gap))
        minded.set(read.name, (minded.get(read.name) ?? new Set()).add(gap.at));
  return minded;
}

/** A function that raises and gives nothing back: called by a handler, it is there to raise. */
function onlyRaises(definition: SyntaxNode): boolean {
  const below = [...ownNodes(definition)].map(({ type }) => type);
  return below.includes("raise_statement") && !below.includes("return_statement");
}

function localNames(module: ModuleFacts, facts: FunctionFacts): ReadonlySet<string> {
  const parameters = new Set(facts.parameters.map(({ name }) => name));
  const outer = new Set<string>();
  for (const type of ["global_statement", "nonlocal_statement"])
    for (const statement of module.tree.ofType(type))
      if (module.scopeAt(statement) === facts.scope)
        for (const name of statement.namedChildren) outer.add(name.text);
  const tuples = facts.parameters.flatMap(({ node }) =>
    node.type === "tuple_pattern" ? [...descendants(node)].map((n) => n.text) : [],
  );
  for (const name of tuples) parameters.add(name);
  return new Set(
    [...facts.scope.bindings.keys()].filter(
      (name) => !parameters.has(name) && !outer.has(name) && name !== "*",
    ),
  );
}

function messageFor(facts: FunctionFacts, read: UnboundRead): string | undefined {
  if (isInOwnHandler(facts, read)) return undefined;
  if (!read.sometimes) {
    if (read.gaps.some(({ kind }) => kind === "deleted")) return undefined;
    return `'${read.name}' is read before anything binds it in ${facts.name}(): UnboundLocalError`;
  }
  for (const gap of read.gaps) {
    if (gap.kind === "loop" && isAskedAfter(facts, read, gap.at))
      return `'${read.name}' has no value here when the loop above does not run: UnboundLocalError instead of the answer`;
    if (gap.kind === "loop" && isSearchedFor(facts, read, gap))
      return `'${read.name}' has no value here when the loop above finds nothing: UnboundLocalError instead of the answer`;
    if (gap.kind === "loop" && isBoundByItsTry(facts, read))
      return `'${read.name}' has no value of this round here when the try block above fails: UnboundLocalError, or the last round's value`;
    if (gap.kind === "try" && isLikelyTry(facts, read, gap) && !isGuarded(facts, read, gap))
      return `'${read.name}' has no value here when the try block above ${bindsInBody(gap.at, read.name) ? "fails" : "succeeds"}: UnboundLocalError`;
    if (
      gap.kind === "if" &&
      isPlainIf(facts, gap.at, read.name) &&
      !isSettled(facts, gap.at) &&
      !isGuarded(facts, read, gap)
    )
      return `'${read.name}' has a value only when '${conditionOf(gap.at)}' holds, and is read without asking: UnboundLocalError`;
  }
  return undefined;
}

/** `if not name` after the only loop that binds it: who asks counts on a value from before. */
function isAskedAfter(facts: FunctionFacts, { node, name }: UnboundRead, loop: SyntaxNode): boolean {
  if (loop.type !== "for_statement" || node.start < loop.end || loop.parent !== statementOf(node)?.parent)
    return false;
  const bindings = facts.scope.bindings.get(name) ?? [];
  const isOnlyThere = bindings.every(
    (binding) => loop.start <= binding.node.start && binding.node.end <= loop.end,
  );
  const { parent } = node;
  const isNone = parent?.type === "comparison_operator" && parent.namedChildren[1]?.type === "none";
  return isOnlyThere && (parent?.type === "not_operator" || node.fieldName === "condition" || isNone);
}

/** A loop that only binds the name where a condition holds, has no `else`, and is followed by a read that asks nothing. */
function isSearchedFor(facts: FunctionFacts, read: UnboundRead, gap: Gap): boolean {
  const loop = gap.at;
  const hasElse = loop.namedChildren.some(({ type }) => type === "else_clause");
  if (loop.type !== "for_statement" || hasElse || read.node.start < loop.end) return false;
  const bindings = facts.scope.bindings.get(read.name) ?? [];
  const isOneOfMany = bindings.every(({ node, kind }) => {
    if (kind !== "assignment" || node.start < loop.start || loop.end < node.end) return false;
    const choice = ancestorOf(node, "if_statement", "for_statement");
    return choice?.type === "if_statement" && choice.start > loop.start && !bindsOtherwise(choice, read.name);
  });
  return isOneOfMany && !isGuarded(facts, read, gap);
}

function bindsOtherwise(choice: SyntaxNode, name: string): boolean {
  return choice.namedChildren.some(({ type, text }) => type === "else_clause" && text.includes(name));
}

function statementOf(node: SyntaxNode): SyntaxNode | null {
  let at: SyntaxNode | null = node;
  while (at && !/_statement$/.test(at.type)) at = at.parent;
  return at;
}

/**
 * Handlers know by the exception's kind how far their try block came: a read in one tells something only where no call
 * comes after the binding one, or where the handler takes every exception.
 */
function isInOwnHandler(facts: FunctionFacts, { node, name }: UnboundRead): boolean {
  const asked: string[] = [];
  for (let at = node; at.parent && at !== facts.node; at = at.parent) {
    const { parent } = at;
    if (at.fieldName === "consequence") asked.push(parent.field("condition")?.text ?? "");
    if (parent.type !== "try_statement" || at.fieldName === "body" || at.type === "else_clause") continue;
    const body = parent.field("body");
    if (!body || !assignedIn(body).has(name)) continue;
    if (body.namedChildren.some((one) => asked.includes(one.field("condition")?.text ?? "-"))) return true;
    if (at.type === "finally_clause") {
      if (!isReachedUnbound(body, name)) return true;
    } else if (!isLastCall(body, name) && !(catchesAll(at) && isReachedUnbound(body, name))) return true;
  }
  return false;
}

/**
 * Whether something of the block that may fail comes before the name is bound there, or binds it; the head of a loop
 * that binds it hardly does, and a branch only by its condition or by the binding call.
 */
function isReachedUnbound(body: SyntaxNode, name: string): boolean {
  const statements = [...straightOn(body)];
  const at = statements.findIndex((statement) => assignedIn(statement).has(name));
  const binding = statements[at];
  if (!binding) return false;
  if (statements.slice(0, at).some(callsSomething)) return true;
  if (binding.type !== "if_statement") return bindsPlainly(binding, name) && callsSomething(binding);
  const condition = binding.field("condition");
  if (condition && callsSomething(condition)) return true;
  return [...descendants(binding)].some((below) => bindsPlainly(below, name) && callsSomething(below));
}

/** Whether the read stands in a handler of the only statement that binds the name. */
function isBoundByItsTry(facts: FunctionFacts, { node, name }: UnboundRead): boolean {
  for (let at = node; at.parent && at !== facts.node; at = at.parent) {
    const { parent } = at;
    const body = parent.type === "try_statement" && at.type === "except_clause" ? parent.field("body") : null;
    if (body && assignedIn(body).has(name)) return facts.scope.bindings.get(name)?.length === 1;
  }
  return false;
}

/** The statements of a block that run one after the other, those of its `with` blocks too. */
function* straightOn(block: SyntaxNode): Generator<SyntaxNode> {
  for (const statement of block.namedChildren) {
    const body = statement.type === "with_statement" ? statement.field("body") : null;
    if (!body) yield statement;
    else {
      const [head] = statement.namedChildren;
      if (head) yield head;
      yield* straightOn(body);
    }
  }
}

/** Every statement of the block that calls anything after the name is bound binds it anew. */
function isLastCall(block: SyntaxNode, name: string): boolean {
  const calling = block.namedChildren.filter(callsSomething);
  const binding = calling.findIndex((statement) => assignedIn(statement).has(name));
  return binding >= 0 && calling.slice(binding).every((statement) => bindsPlainly(statement, name));
}

function bindsInBody(statement: SyntaxNode, name: string): boolean {
  const body = statement.field("body");
  return body !== null && assignedIn(body).has(name);
}

/**
 * Whether a handler that comes to the read can have met the name unbound: it is broad, or no call comes after the binding
 * one.
 */
function isLikelyTry(facts: FunctionFacts, { node, name }: UnboundRead, gap: Gap): boolean {
  const { at: statement, handlers = [] } = gap;
  if (statement.type !== "try_statement") return false;
  const body = statement.field("body");
  for (let at = statement.parent; at && at !== facts.node; at = at.parent) {
    const condition = at.type === "while_statement" ? at.field("condition") : null;
    if (condition && [...descendants(condition)].some((below) => assignedIn(statement).has(below.text)))
      return false;
  }
  if (!body || !assignedIn(body).has(name)) return true;
  const own = statement.namedChildren.find((clause) => clause.start <= node.start && node.end <= clause.end);
  if (own?.type === "finally_clause") return true;
  const coming = own ? [own] : handlers;
  return coming.some(catchesAll) || (coming.length > 0 && isLastCall(body, name));
}

function conditionOf(statement: SyntaxNode): string {
  return oneLine(statement.field("condition")?.text ?? "");
}

/** One branch binds the name and nothing stands for the other: no `elif` that could make the cases complete. */
function isPlainIf(facts: FunctionFacts, statement: SyntaxNode, name: string): boolean {
  if (statement.type !== "if_statement") return false;
  // whether a keyword is passed is agreed between the function and its callers
  if (/^\(*['"]\w+['"] (not )?in \w*kwargs\)*$/.test(statement.field("condition")?.text ?? "")) return false;
  for (const node of ownNodes(facts.node)) {
    const isOutside = node.start < statement.start || node.end > statement.end;
    if (isOutside && node.type === "assignment" && node.end < statement.start && assignedIn(node).has(name))
      return false;
  }
  const clauses = statement.namedChildren.filter(
    ({ type }) => type === "elif_clause" || type === "else_clause",
  );
  if (clauses.some(({ type }) => type === "elif_clause")) return false;
  const bodies = [statement.field("consequence"), clauses[0]?.field("body") ?? null];
  return bodies.some((body) =>
    [...(body ? straightOn(body) : [])].some((child) => bindsPlainly(child, name)),
  );
}

/**
 * Whether something else settles a condition: which keys a mapping has is agreed with whoever fills it, if there is no
 * `else` for one that lacks them; a condition around a loop may say how its values are.
 */
function isSettled(facts: FunctionFacts, statement: SyntaxNode): boolean {
  const names = identifiersIn(statement.field("condition"));
  const hasElse = statement.namedChildren.some(({ type }) => type === "else_clause");
  for (const name of hasElse ? [] : names)
    for (const binding of facts.scope.bindings.get(name) ?? [])
      if (binding.kind === "assignment" && /\.get\(/.test(binding.value?.text ?? "")) return true;
  for (let at = statement.parent; at && at !== facts.node; at = at.parent) {
    if (at.type !== "for_statement" || !meet(names, identifiersIn(at.field("left")))) continue;
    const values = identifiersIn(at.field("right"));
    for (let over = at.parent; over && over !== facts.node; over = over.parent)
      if (over.type === "if_statement" && meet(values, identifiersIn(over.field("condition")))) return true;
  }
  return false;
}

function identifiersIn(node: SyntaxNode | null): ReadonlySet<string> {
  const found = node ? [...descendants(node)].filter(({ type }) => type === "identifier") : [];
  return new Set(found.map(({ text }) => text));
}

function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((name) => other.has(name));
}

function bindsPlainly(statement: SyntaxNode, name: string): boolean {
  const inner = statement.namedChildren[0];
  if (statement.type !== "expression_statement" || inner?.type !== "assignment") return false;
  return assignedIn(statement).has(name);
}

/**
 * Whether the read is made under a condition that knows of the gap: one that shares a name with the gap's own
 * condition or with what its branches assign, or that asks about the name itself.
 */
function isGuarded(facts: FunctionFacts, read: UnboundRead, gap: Gap): boolean {
  const telling = tellingNames(gap);
  if (gap.kind === "try") telling.delete(read.name);
  if (gap.kind === "if")
    for (const name of telling) if (isSetAnew(facts, name, gap, read)) telling.delete(name);
  for (const { condition, holds } of conditionsOver(facts, read.node, gap.at)) {
    if (gap.kind === "if" && holds !== undefined && letsThrough(facts, gap.at, read, condition, holds))
      continue;
    for (const node of descendants(condition))
      if (node.type === "identifier" && telling.has(node.text) && node !== read.node) return true;
    if (/locals\(\)|vars\(\)/.test(condition.text)) return true;
    if (gap.kind === "if" && (isFlag(facts, condition) || isTiedBefore(facts, condition, gap.at)))
      return true;
  }
  return nameErrorIsCaught(read.node);
}

/**
 * Whether a condition over the read is as the name was before the `if` that sets it together with the name of the read:
 * `result = OK`, `if nodes: result, reason = wait()`, `if result != OK: return`.
 */
function letsThrough(
  facts: FunctionFacts,
  gap: SyntaxNode,
  read: UnboundRead,
  condition: SyntaxNode,
  holds: boolean,
): boolean {
  const [, negated, flag, operator, other] =
    /^(not )?(\w+)(?: (==|!=|is|is not) ([\w.'"]+))?$/.exec(condition.text) ?? [];
  if (!flag || (negated && operator) || gap.namedChildren.some(({ type }) => /^el(se|if)_/.test(type)))
    return false;
  const bindings = (facts.scope.bindings.get(flag) ?? []).filter(({ node }) => node.start < read.node.start);
  const before = bindings.filter(({ node }) => node.start < gap.start);
  const inside = bindings.filter(({ node }) => gap.start < node.start && node.end <= gap.end);
  const first = before.at(-1);
  if (first?.kind !== "assignment" || !first.value || before.length + inside.length < bindings.length)
    return false;
  if (inside.length === 0 || before.length > 1 || !isOnTheWay(first.node, gap)) return false;
  const start = first.value.text;
  const isNothing = /^(None|False|\[\]|\{\}|\(\)|0|''|"")$/.test(start);
  if (operator) return /^(is|==)$/.test(operator) === holds && start === other;
  return isNothing && holds === (negated !== undefined);
}

/** A name that gets another value between the gap and the read tells nothing of the gap any more. */
function isSetAnew(facts: FunctionFacts, name: string, gap: Gap, read: UnboundRead): boolean {
  return (facts.scope.bindings.get(name) ?? []).some(
    (binding) =>
      binding.kind === "assignment" &&
      binding.value?.type === "call" &&
      gap.at.end < binding.node.start &&
      binding.node.end < read.node.start &&
      isOnTheWay(binding.node, read.node),
  );
}

/** Whether the statement around a binding stands in a block that is around the read as well. */
function isOnTheWay(binding: SyntaxNode, read: SyntaxNode): boolean {
  const block = ancestorOf(binding, "block");
  return block !== undefined && block.start <= read.start && read.end <= block.end;
}

/** A condition on a name that starts out as nothing is set where the cases part. */
function isFlag(facts: FunctionFacts, condition: SyntaxNode): boolean {
  for (const name of identifiersIn(condition))
    for (const binding of facts.scope.bindings.get(name) ?? [])
      if (
        binding.kind === "assignment" &&
        /^(None|False|\[\]|\{\}|\(\)|0|''|""|set\(\)|dict\(\)|list\(\))$/.test(binding.value?.text ?? "")
      )
        return true;
  return false;
}

/** An earlier `if …: raise` speaks of both conditions: they do not come in all combinations. */
function isTiedBefore(facts: FunctionFacts, condition: SyntaxNode, gap: SyntaxNode): boolean {
  const mine = identifiersIn(condition);
  const theirs = identifiersIn(gap.field("condition"));
  for (const node of ownNodes(facts.node)) {
    if (node.type !== "if_statement" || node.end > gap.start) continue;
    const both = identifiersIn(node.field("condition"));
    if (meet(mine, both) && meet(theirs, both)) return true;
  }
  return false;
}

function tellingNames(gap: Gap): Set<string> {
  const names = assignedIn(gap.at);
  const condition = gap.at.field("condition");
  for (const node of condition ? descendants(condition) : [])
    if (node.type === "identifier" && node.text !== "self") names.add(node.text);
  // `self.x` in both conditions is a link too, by its attribute
  for (const node of condition ? descendants(condition) : [])
    if (node.type === "attribute") names.add(node.field("attribute")?.text ?? "");
  return names;
}

/** Names and attributes that assignments below a node write to; of `self.x` only `x`. */
function assignedIn(node: SyntaxNode): Set<string> {
  const names = new Set<string>();
  for (const below of descendants(node)) {
    if (!/^(assignment|augmented_assignment|for_statement|as_pattern_target)$/.test(below.type)) continue;
    const left = below.type === "as_pattern_target" ? below : below.field("left");
    for (const target of left ? descendants(left) : [])
      if (target.type === "identifier" && target.fieldName !== "object") names.add(target.text);
  }
  return names;
}

/** A condition that decides whether the read is come to; `holds` where it is plain how. */
interface Decision {
  readonly condition: SyntaxNode;
  readonly holds?: boolean;
}

/** Conditions around the read and not around the gap, and those after the gap that leave the block. */
function* conditionsOver(facts: FunctionFacts, read: SyntaxNode, gap: SyntaxNode): Generator<Decision> {
  for (let at = read; at.parent && at.parent !== facts.node; at = at.parent) {
    const { parent } = at;
    const isOver = !(parent.start <= gap.start && gap.end <= parent.end);
    const condition = parent.field("condition");
    if (
      isOver &&
      condition &&
      at !== condition &&
      /^(if_statement|elif_clause|while_statement|conditional_expression)$/.test(parent.type)
    )
      yield at.fieldName === "consequence" ? { condition, holds: true } : { condition };
    if (isOver && (parent.type === "boolean_operator" || parent.type === "conditional_expression"))
      for (const side of parent.namedChildren)
        if (side.end <= at.start || (parent.type === "conditional_expression" && side !== at))
          yield { condition: side };
    if (isOver && parent.type === "for_statement") {
      const right = parent.field("right");
      if (right && at !== right) yield { condition: right };
    }
  }
  for (const node of ownNodes(facts.node)) {
    const isLast =
      node.end <= gap.end && ancestorOf(node, "finally_clause", "function_definition")?.parent === gap;
    if ((node.start < gap.end && !isLast) || node.end > read.start) continue;
    const condition = node.type === "if_statement" ? node.field("condition") : null;
    if (condition && /\b(return|raise|continue|break)\b|exit\(/.test(node.text))
      yield isExit(node) && !isLast ? { condition, holds: false } : { condition };
    if (node.type === "assert_statement") yield { condition: node };
  }
}

/** An `if` that leaves with `return` or `raise` and has no other branch. */
function isExit(node: SyntaxNode): boolean {
  const last = node.field("consequence")?.namedChildren.at(-1);
  return node.field("alternative") === null && /^(return|raise)_statement$/.test(last?.type ?? "");
}

function nameErrorIsCaught(node: SyntaxNode): boolean {
  for (let at = node.parent; at; at = at.parent)
    if (at.type === "try_statement" && /except[^:]*\b(NameError|UnboundLocalError)\b/.test(at.text))
      return true;
  return false;
}
