import {
  type Decorator,
  type Finding,
  type Fix,
  type FunctionFacts,
  literally,
  lockDecorators,
  type ModuleFacts,
  ownNodes,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** A lock decorator without its call or on a decorator, a lock made and dropped, one that nobody else can hold or that goes. */
export const factoryNotCalled: Rule = {
  id: "locks/factory-not-called",
  title: "lock that locks nothing",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.openstack.org/oslo.concurrency/latest/reference/lockutils.html",
  mentions: [["synchronized", "lock(", "Lock(", "Semaphore("]],
  check,
};

const SUSPECT =
  /@(?:\w+\.)*synchronized[ \t]*(?:#.*)?$|^[ \t]*lockutils\.lock\(|\bwith\b[^\n]*(?:Lock|Semaphore)\(\)/m;

function* check(context: RuleContext): Generator<Finding> {
  const { text } = context;
  if (SUSPECT.test(text)) yield* notTaken(context);
  if (ON_DECORATOR.test(text)) yield* aroundDecorators(context);
  if (GOES.test(text)) yield* goneWhileHeld(context);
}

function* notTaken({ module, project }: RuleContext): Generator<Finding> {
  for (const facts of module.functions) {
    for (const decorator of facts.decorators) {
      if (isSynchronized(project, module, decorator)) {
        yield {
          span: decorator.node,
          fix: nameOfItsOwn(decorator, facts.name),
          message: `${facts.qualifiedName} becomes the name of a lock: ${decorator.name ?? ""} takes the lock's name first and returns the decorator`,
        };
      }
    }
  }
  for (const call of module.calls) {
    const name = project.qualifiedName(module, call.callee) ?? call.name ?? "";
    if (/(^|\.)lockutils\.lock$/.test(name) && call.node.parent?.type === "expression_statement") {
      yield { span: call.node, message: "makes a lock and drops it: lockutils.lock is a context manager" };
    }
    if (
      /^(threading|eventlet\.semaphore|multiprocessing)\.(R?Lock|(Bounded)?Semaphore)$/.test(name) &&
      isWithItem(call.node)
    ) {
      yield {
        span: call.node,
        message: `takes a ${name} that was made for this statement alone: nobody else can hold it`,
      };
    }
  }
}

/** A lock on what takes a function and makes another of it. */
const ON_DECORATOR = /^@[\w.]*synchroni[sz]ed\([^\n]*\)\n(?:[#@][^\n]*\n)*def \w+\(\w+\):/m;

function* aroundDecorators({ module, project }: RuleContext): Generator<Finding> {
  for (const facts of module.functions) {
    const made = facts.decorators.length > 0 ? madeOf(module, facts) : undefined;
    const [lock] = made ? lockDecorators(project, module, facts) : [];
    if (made && lock?.decorator)
      yield {
        span: lock.decorator.node,
        message: `the lock is held only while ${facts.name} makes a function of another: ${made.name} runs without it`,
        related: [{ path: module.path, span: made.node, message: "what runs without the lock" }],
      };
  }
}

/** The function that a decorator makes of the one it gets, and returns. */
function madeOf(module: ModuleFacts, facts: FunctionFacts): FunctionFacts | undefined {
  const [parameter, ...others] = facts.parameters;
  const result = facts.node.field("body")?.namedChildren.at(-1);
  if (!parameter || others.length > 0 || result?.type !== "return_statement") return undefined;
  const given = new RegExp(`\\b${literally(parameter.name)}\\(`);
  return module.functions.find(
    ({ enclosing, name, node }) =>
      enclosing === facts && name === result.namedChildren[0]?.text && given.test(node.text),
  );
}

const GOES = /^[ \t]+[\w.]*(?:lock|mutex|semaphore) = None\b/im;

/** `with self._lock: self._lock = None`: what the lock guards is meant. */
function* goneWhileHeld({ module }: RuleContext): Generator<Finding> {
  for (const statement of module.tree.ofType("with_statement")) {
    const taken = new Set(statement.namedChildren[0]?.namedChildren.map(({ text }) => text));
    for (const node of ownNodes(statement)) {
      const left = node.type === "assignment" ? node.field("left") : null;
      if (left && taken.has(left.text) && node.field("right")?.type === "none")
        yield {
          span: node,
          message: `${left.text} is held here, and becomes None: whoever takes it next fails`,
        };
    }
  }
}

/** Which name the lock was to have nobody knows; the function's own excludes its calls from each other. */
function nameOfItsOwn({ expression }: Decorator, name: string): Fix {
  const at = expression.end;
  return {
    kind: "unsafe",
    title: "name the lock after the function",
    edits: [{ span: { start: at, end: at }, text: `('${name}')` }],
  };
}

/** A maker of decorators: that of a library, one with a prefix, or a function of the tree whose first parameter is a name. */
function isSynchronized(project: ProjectFacts, module: ModuleFacts, { expression }: Decorator): boolean {
  if (!/(^|\.)synchronized$/.test(expression.text)) return false;
  const qualified = project.qualifiedName(module, expression) ?? expression.text;
  if (/(^|\.)(lockutils|neutron_lib\.utils\.runtime)\.synchronized$/.test(qualified)) return true;
  const meaning = project.meaning(module, expression);
  if (meaning.kind === "assignment") {
    const made = meaning.assignment.value?.field("function");
    return /(^|\.)synchronized_with_prefix$/.test(made?.text ?? "");
  }
  return meaning.kind === "function" && /name|prefix/.test(meaning.function.parameters[0]?.name ?? "");
}

function isWithItem(node: SyntaxNode): boolean {
  return (
    node.parent?.type === "with_item" ||
    (node.parent?.type === "as_pattern" && node.parent.parent?.type === "with_item")
  );
}
