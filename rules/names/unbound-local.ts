import {
  ancestorOf,
  assignedIn,
  bindsInBody,
  bindsPlainly,
  descendants,
  type Finding,
  type FunctionFacts,
  type Gap,
  identifiersIn,
  isBoundByItsTry,
  isGuarded,
  isInOwnHandler,
  isInside,
  isLikelyTry,
  isPromise,
  type ModuleFacts,
  meet,
  namesInDoubt,
  neverComesBack,
  oneLine,
  ownNodes,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  straightOn,
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
  const isOnlyThere = bindings.every((binding) => isInside(binding.node, loop));
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
