import type {
  Decorator,
  Finding,
  Fix,
  ModuleFacts,
  ProjectFacts,
  Rule,
  RuleContext,
  SyntaxNode,
} from "../../src/rule.ts";

/** A lock decorator without its call, a lock made and dropped, a lock that nobody else can hold. */
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
  if (!SUSPECT.test(context.text)) return;
  const { module, project } = context;
  for (const facts of module.functions) {
    for (const decorator of facts.decorators) {
      if (!decorator.call && isSynchronized(project, module, decorator)) {
        yield {
          span: decorator.node,
          fix: nameOfItsOwn(decorator, facts.name),
          message: `${facts.qualifiedName} becomes the name of a lock: ${decorator.name ?? ""} takes the lock's name first and returns the decorator`,
        };
      }
    }
  }
  for (const call of module.calls) {
    const name =
      call.name === undefined ? undefined : (project.qualifiedName(module, call.callee) ?? call.name);
    if (name === undefined) continue;
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
