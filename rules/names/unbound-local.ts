import {
  ancestorOf,
  bindsInBody,
  descendants,
  type Finding,
  type FunctionFacts,
  type Gap,
  isAskedAfter,
  isBoundByItsTry,
  isGuarded,
  isInOwnHandler,
  isInside,
  isLikelyTry,
  isPlainIf,
  isPromise,
  isSearchedFor,
  isSettled,
  type ModuleFacts,
  namesInDoubt,
  neverComesBack,
  oneLine,
  ownNodes,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  runsOnPython3,
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
  const isPython3 = runsOnPython3(project, module);
  for (const facts of module.functions) {
    const names = namesInDoubt(facts, localNames(module, facts));
    if (names.size === 0) continue;
    const told = new Set<string>();
    const reads = unboundReadsOf(facts.node, names, (call) => neverReturns(project, module, call), isPython3);
    const minded = mindedGaps(facts, reads);
    for (const read of reads) {
      if (told.has(read.name) || read.gaps.some((gap) => minded.get(read.name)?.has(gap.at))) continue;
      const message =
        messageForImport(module, facts, read) ?? messageFor(facts, read) ?? messageForHandled(read);
      if (!message) continue;
      told.add(read.name);
      yield { span: read.node, message };
    }
  }
}

/** Whether a call runs a function of the tree that always raises or ends the process; in a handler, one that raises at all. */
function neverReturns(project: ProjectFacts, module: ModuleFacts, call: SyntaxNode): boolean {
  const callee = project.callee(module, call);
  if (callee === undefined || callee.function.name === "__init__" || isPromise(callee)) return false;
  const isHandling = ancestorOf(call, "except_clause", "function_definition")?.type === "except_clause";
  return neverComesBack(callee.function.node) || (isHandling && onlyRaises(callee.function.node));
}

/** A function that raises and gives nothing back: called by a handler, it is there to raise. */
function onlyRaises(definition: SyntaxNode): boolean {
  const below = [...ownNodes(definition)].map(({ type }) => type);
  return below.includes("raise_statement") && !below.includes("return_statement");
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

/** The names that a function binds itself, its parameters left out. */
function localNames(module: ModuleFacts, facts: FunctionFacts): ReadonlySet<string> {
  const others = new Set(["*"]);
  for (const { name, node } of facts.parameters) {
    others.add(name);
    if (node.type === "tuple_pattern") for (const { text } of descendants(node)) others.add(text);
  }
  for (const type of ["global_statement", "nonlocal_statement"])
    for (const statement of module.tree.ofType(type))
      if (module.scopeAt(statement) === facts.scope)
        for (const name of statement.namedChildren) others.add(name.text);
  return new Set([...facts.scope.bindings.keys()].filter((name) => !others.has(name)));
}

function messageFor(facts: FunctionFacts, read: UnboundRead): string | undefined {
  if (isInOwnHandler(facts, read)) return undefined;
  if (!read.sometimes) {
    if (read.gaps.some(({ kind }) => kind === "deleted" || kind === "handled")) return undefined;
    return `'${read.name}' is read before anything binds it in ${facts.name}(): UnboundLocalError`;
  }
  if (isOnlyAddedTo(facts, read.name))
    return `'${read.name}' is only ever added to in ${facts.name}(), and nothing gives it a first value: UnboundLocalError`;
  for (const gap of read.gaps) {
    const lack = lackBehind(facts, read, gap);
    if (lack !== undefined) return `'${read.name}' has ${lack}`;
  }
  return undefined;
}

/** A name that the module has too, and that only `import` statements in other blocks of the function bind. */
function messageForImport(
  module: ModuleFacts,
  facts: FunctionFacts,
  { name, gaps, node }: UnboundRead,
): string | undefined {
  const bindings = facts.scope.bindings.get(name) ?? [];
  const isHidden =
    module.scope.bindings.has(name) &&
    bindings.every(({ kind }) => kind === "import") &&
    gaps.some(({ kind, at }) => kind === "if" && !isInside(node, at));
  return isHidden
    ? `'${name}' is imported in a branch of ${facts.name}(), which makes it a local name: it has no value here without it`
    : undefined;
}

/** `except Refused as error:` and behind it `if error:`: Python 3 deletes the name at the end of the handler. */
function messageForHandled({ name, gaps }: UnboundRead): string | undefined {
  const gap = gaps.find(({ kind }) => kind === "handled");
  if (!gap) return undefined;
  const [head = ""] = gap.at.text.split("\n");
  return `'${name}' has no value here once '${oneLine(head).replace(/:$/, "")}' was gone through: its end deletes the name`;
}

/** Whether every binding of a local name is an augmented assignment, which reads the value it has not got. */
function isOnlyAddedTo(facts: FunctionFacts, name: string): boolean {
  return facts.scope.bindings.get(name)?.every(({ node }) => node.type === "augmented_assignment") === true;
}

/** When the name has no value behind a gap, and what happens then; `undefined` where the code seems to know better. */
function lackBehind(facts: FunctionFacts, read: UnboundRead, gap: Gap): string | undefined {
  switch (gap.kind) {
    case "loop":
      return lackBehindLoop(facts, read, gap);
    case "try":
      if (!isLikelyTry(facts, read, gap) || isGuarded(facts, read, gap)) return undefined;
      return `no value here when the try block above ${bindsInBody(gap.at, read.name) ? "fails" : "succeeds"}: UnboundLocalError`;
    case "if":
      if (!isPlainIf(facts, gap.at, read) || isSettled(facts, gap.at) || isGuarded(facts, read, gap))
        return undefined;
      return `a value only ${branchOf(gap.at)}, and is read without asking: UnboundLocalError`;
    default:
      return undefined;
  }
}

function lackBehindLoop(facts: FunctionFacts, read: UnboundRead, gap: Gap): string | undefined {
  if (isAskedAfter(facts, read, gap.at))
    return "no value here when the loop above does not run: UnboundLocalError instead of the answer";
  if (isSearchedFor(facts, read, gap))
    return "no value here when the loop above finds nothing: UnboundLocalError instead of the answer";
  if (isBoundByItsTry(facts, read))
    return "no value of this round here when the try block above fails: UnboundLocalError, or the last round's value";
  return undefined;
}

function branchOf(statement: SyntaxNode): string {
  const isChain = statement.namedChildren.some(({ type }) => type === "elif_clause");
  const condition = conditionOf(statement);
  return isChain ? `in some branches of 'if ${condition}'` : `when '${condition}' holds`;
}

function conditionOf(statement: SyntaxNode): string {
  return oneLine(statement.field("condition")?.text ?? "");
}
