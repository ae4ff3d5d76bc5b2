import {
  addTo,
  ancestorOf,
  argumentsOf,
  descendants,
  type Finding,
  type FunctionFacts,
  identifiersIn,
  isInside,
  isRead,
  type ModuleFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** A loop that reads the variable of another loop, which has ended above it. */
export const staleLoopVariable: Rule = {
  id: "names/stale-loop-variable",
  title: "variable of an ended loop read in the next one",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/cinder/commit/154b2542a4",
  mentions: [["def "], ["for "]],
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  const told = new Set<number>();
  for (const left of namesLeftOver(module)) {
    const { ended, loop, name } = left;
    const read = readIn(loop, name);
    if (!read || told.has(read.start) || !isStale(left)) continue;
    told.add(read.start);
    yield {
      span: read,
      message: `'${name}' is what the loop above left, the same in every round of this one: ${shownTargets(loop)} is meant, or a value of this loop's own`,
      related: [{ path: module.path, span: ended.field("left") ?? ended, message: "the loop that ended" }],
    };
  }
}

/** A name that a loop binds, beside a loop that begins after that one has ended. */
interface LeftOver {
  readonly facts: FunctionFacts;
  readonly ended: SyntaxNode;
  readonly loop: SyntaxNode;
  readonly name: string;
  /** All loops of the function, in text order. */
  readonly loops: readonly SyntaxNode[];
}

function namesLeftOver(module: ModuleFacts): readonly LeftOver[] {
  return [...loopsByFunction(module)].flatMap(([facts, loops]) =>
    loops.flatMap((ended) => {
      const later = loops.filter((loop) => loop.start >= ended.end);
      const names = later.length > 0 ? namesBoundIn(facts, ended) : [];
      return later.flatMap((loop) => names.map((name) => ({ facts, ended, loop, name, loops })));
    }),
  );
}

/** The `for` statements of each function that has two or more, in text order. */
function loopsByFunction(module: ModuleFacts): ReadonlyMap<FunctionFacts, readonly SyntaxNode[]> {
  const found = new Map<FunctionFacts, SyntaxNode[]>();
  for (const loop of module.tree.ofType("for_statement")) {
    const facts = module.functionAround(loop);
    if (facts) addTo(found, facts, loop);
  }
  return new Map([...found].filter(([, loops]) => loops.length > 1));
}

/** The local names that a loop binds: its variables, and what its body assigns. */
function namesBoundIn({ scope }: FunctionFacts, loop: SyntaxNode): readonly string[] {
  return [...scope.bindings].flatMap(([name, bindings]) =>
    bindings.some(({ node }) => isInside(node, loop)) ? [name] : [],
  );
}

/** The loops with a variable of the name; none where something else binds it as well. */
function loopsBinding({ facts, loops, name }: LeftOver): readonly SyntaxNode[] {
  const bindings = facts.scope.bindings.get(name) ?? [];
  const binding = bindings.flatMap(({ node }) => {
    const isTarget = (left: SyntaxNode | null) => left !== null && isInside(node, left);
    return loops.find((loop) => isTarget(loop.field("left"))) ?? [];
  });
  return binding.length === bindings.length ? binding : [];
}

function isStale(left: LeftOver): boolean {
  const { facts, ended, loop, name } = left;
  const isOnlyThere = facts.scope.bindings.get(name)?.every(({ node }) => isInside(node, ended));
  if (isOnlyThere && isForgotten(ended, loop, name)) return true;
  const binding = loopsBinding(left);
  const before = binding.filter((one) => one.end <= loop.start);
  return (
    binding.every((one) => one.end <= loop.start || one.start >= loop.end) &&
    before.at(-1) === ended &&
    before.every((one) => !isCounter(one, name) && runsToItsEnd(one) && !mayBeCutShort(one, loop))
  );
}

/** The later loop runs over what the ended one collected, and reads what that one put in instead of its own variables. */
function isForgotten(ended: SyntaxNode, loop: SyntaxNode, name: string): boolean {
  const right = loop.field("right");
  if (right?.type !== "identifier" || targetsOf(loop).some((target) => readIn(loop, target))) return false;
  return [...descendants(ended)].some((node) => {
    if (node.type === "assignment") {
      const left = node.field("left");
      const parts = [left?.field("subscript"), node.field("right")];
      return left?.field("value")?.text === right.text && parts.some((part) => part?.text === name);
    }
    const callee = node.type === "call" ? node.field("function") : null;
    return (
      /^(append|add)$/.test(callee?.field("attribute")?.text ?? "") &&
      callee?.field("object")?.text === right.text &&
      argumentsOf(node)[0]?.value.text === name
    );
  });
}

/** `for at, one in enumerate(many)`, `for at in range(9)`: the last one tells how many there are. */
function isCounter(loop: SyntaxNode, name: string): boolean {
  const maker = loop.field("right")?.field("function")?.text ?? "";
  if (/^(range|xrange|(six\.moves|moves)\.range|(itertools\.)?count)$/.test(maker)) return true;
  return maker === "enumerate" && targetsOf(loop)[0] === name;
}

/** Whether the loop has no `break`: one that has searches, and its variable is what was found. */
function runsToItsEnd(loop: SyntaxNode): boolean {
  return ![...descendants(loop)].some(({ type }) => type === "break_statement");
}

/** Whether the later loop stands in a handler of the ended one: what failed is the variable's value there. */
function mayBeCutShort(ended: SyntaxNode, loop: SyntaxNode): boolean {
  const clause = ancestorOf(loop, "except_clause", "finally_clause", "function_definition");
  const body = clause?.type === "function_definition" ? null : clause?.parent?.field("body");
  return !!body && isInside(ended, body);
}

function targetsOf(loop: SyntaxNode): readonly string[] {
  return [...identifiersIn(loop.field("left"))];
}

function shownTargets(loop: SyntaxNode): string {
  return `'${targetsOf(loop).join("', '")}'`;
}

/** The first read of a name in a loop's body, nested functions and comprehensions with a variable of that name left out. */
function readIn(loop: SyntaxNode, name: string): SyntaxNode | undefined {
  const body = loop.field("body");
  if (!body?.text.includes(name)) return undefined;
  const enter = (node: SyntaxNode) =>
    !/^(function_definition|class_definition|lambda)$/.test(node.type) && !hasOwn(node, name);
  for (const node of descendants(body, enter))
    if (node.type === "identifier" && node.text === name && isRead(node)) return node;
  return undefined;
}

/** Whether a comprehension has a variable of its own by the name. */
function hasOwn(node: SyntaxNode, name: string): boolean {
  return node.namedChildren.some(
    (clause) =>
      clause.type === "for_in_clause" &&
      [...descendants(clause.field("left") ?? clause)].some(({ text }) => text === name),
  );
}
