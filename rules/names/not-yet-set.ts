import {
  alwaysRun,
  ancestorOf,
  classSight,
  type Finding,
  type FunctionFacts,
  isInside,
  overridesOf,
  ownNodes,
  type PlacedClass,
  type PlacedFunction,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";
import { leftToBase } from "./_not-yet-set/left-to-base.ts";
import { mayBeSetOtherwise, nameRead, type Setting, settingsOf } from "./_not-yet-set/settings.ts";

/** `self.total = self.count` above `self.count = …`, and `self.count` that only the `__init__` of a base sets, which is not called. */
export const notYetSet: Rule = {
  id: "names/not-yet-set",
  title: "attribute read before anything sets it",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/datamodel.html#object.__init__",
  mentions: [["def __init__"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const facts of module.classes) {
    const placed = { module, class: facts };
    const init = facts.methods.get("__init__");
    if (!init || init.decorators.length > 0 || facts.scope.bindings.get("__init__")?.length !== 1) continue;
    if (init.parameters[0]?.name !== "self" || !isKnown(project, placed)) continue;
    const told = new Set<string>();
    for (const finding of [
      ...readInInit(project, placed, init),
      ...readByMethods(project, placed, init),
      ...leftToBase(project, placed, init),
    ])
      if (!told.has(finding.message)) {
        told.add(finding.message);
        yield finding;
      }
  }
}

function isKnown(project: ProjectFacts, placed: PlacedClass): boolean {
  return project.classOrder(placed).complete && classSight(project, placed) === "whole";
}

/** `self.NAME` in `__init__` itself, where all that sets it comes later. */
function* readInInit(project: ProjectFacts, placed: PlacedClass, init: FunctionFacts): Generator<Finding> {
  for (const node of ownNodes(init.node)) {
    const name = nameRead(node);
    if (name === undefined || isRepeated(node, init.node)) continue;
    const setting = settingsOf(project, placed, name);
    const own = setting.filter(
      ({ holder, node: at }) => holder.class === placed.class && isInside(at, init.node),
    );
    if (own.length === 0 || !own.every(({ node: at }) => comesAfter(at, node))) continue;
    if (own.length < setting.length && mayRunOthers(init, node)) continue;
    if (mayBeSetOtherwise(project, placed, name)) continue;
    yield {
      span: node,
      message: `self.${name} is read before __init__() sets it for the first time: AttributeError`,
    };
  }
}

/** `self.fill()`, or the `__init__()` of a base that calls it, where `fill()` reads what is set below. */
function* readByMethods(project: ProjectFacts, placed: PlacedClass, init: FunctionFacts): Generator<Finding> {
  for (const call of ownNodes(init.node)) {
    if (call.type !== "call" || isRepeated(call, init.node)) continue;
    for (const { module, function: method } of methodsRun(project, placed, call)) {
      for (const node of alwaysRun(method)) {
        const name = nameRead(node);
        const setting = settingsOf(project, placed, name);
        const isLater = ({ holder, node: at }: Setting) =>
          holder.class === placed.class && isInside(at, init.node) && comesAfter(at, call);
        if (name === undefined || setting.length === 0 || !setting.every(isLater)) continue;
        if (mayBeSetOtherwise(project, placed, name)) continue;
        yield {
          span: call,
          message: `self.${name}, which ${method.name}() reads, is set below for the first time: AttributeError`,
          related: [{ path: module.path, span: node, message: "read here" }],
        };
      }
    }
  }
}

/** The methods that a call of `self.NAME()` or of a base's `__init__()` certainly runs. */
function methodsRun(project: ProjectFacts, placed: PlacedClass, call: SyntaxNode): readonly PlacedFunction[] {
  const callee = call.field("function");
  const called = callee?.type === "attribute" ? (callee.field("attribute")?.text ?? "") : "";
  const object = callee?.field("object");
  if (object?.text === "self") return methodOf(project, placed, called);
  if (called !== "__init__" || !object) return [];
  const above = project.callee(placed.module, call);
  if (!above || above.class?.class === placed.class) return [];
  return alwaysRun(above.function).flatMap((node) => {
    const inner = node.type === "call" ? node.field("function") : null;
    return inner?.field("object")?.text === "self"
      ? methodOf(project, placed, inner.field("attribute")?.text ?? "")
      : [];
  });
}

function methodOf(project: ProjectFacts, placed: PlacedClass, name: string): readonly PlacedFunction[] {
  const method = project.findMethod(placed, name);
  if (!method || method.function.decorators.length > 0 || method.function.isAsync) return [];
  if (method.function.parameters[0]?.name !== "self") return [];
  return overridesOf(project, placed, name).length > 0 ? [] : [method];
}

/** Whether a place that sets an attribute is reached later than another one: below it, or with what that one gives. */
function comesAfter(setting: SyntaxNode, node: SyntaxNode): boolean {
  const statement = ancestorOf(setting, "assignment", "augmented_assignment");
  if (statement?.type === "augmented_assignment" && isInside(node, statement)) return true;
  const value = statement?.field("right");
  return setting.start > node.start || (value != null && isInside(node, value));
}

/** Whether something above a place in `__init__` may run other methods, which set what they like. */
function mayRunOthers(init: FunctionFacts, node: SyntaxNode): boolean {
  const before = init.node.text.slice(0, node.start - init.node.start);
  return /\bself\.\w+\(|\bsuper\(|[(,=]\s*self\s*[,)]|__init__\(/.test(before.slice(before.indexOf(":")));
}

/** Whether a loop, an inner function or a handler may come here later than the text says. */
function isRepeated(node: SyntaxNode, { start }: SyntaxNode): boolean {
  for (let at = node.parent; at && at.start > start; at = at.parent)
    if (/^(for|while|try)_statement$|^lambda$|comprehension$|^generator_expression$/.test(at.type))
      return true;
  return false;
}
