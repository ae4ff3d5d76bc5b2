import {
  alwaysRun,
  callsNamed,
  classOfValue,
  type Finding,
  type FunctionFacts,
  isInside,
  isTried,
  namePlace,
  ownNodes,
  type PlacedClass,
  type PlacedFunction,
  type ProjectFacts,
  type SyntaxNode,
  subclassesOf,
} from "../../../src/rule.ts";
import { mayBeSetOtherwise, nameRead, type Setting, settingsOf } from "./settings.ts";

/** What methods read and only the `__init__()` of a base sets, which the class' own does not call. */
export function* leftToBase(
  project: ProjectFacts,
  placed: PlacedClass,
  init: FunctionFacts,
): Generator<Finding> {
  const [, ...above] = project.classOrder(placed).classes;
  const base = above.find(({ class: { methods } }) => methods.has("__init__"));
  if (!base || HANDS_ON.test(init.node.field("body")?.text ?? "")) return;
  // what always raises makes no object
  if (alwaysRun(init).some(({ type }) => type === "raise_statement")) return;
  if ([placed, ...above].some(startsAgain)) return;
  if (subclassesOf(project, placed).some(({ class: { methods } }) => methods.has("__init__"))) return;
  for (const read of readsOf(project, placed)) {
    const name = nameRead(read.node);
    const settings = settingsOf(project, placed, name);
    if (name === undefined || settings.length === 0 || !settings.every((one) => isInInitAbove(placed, one)))
      continue;
    if (!isReached(project, placed, read.function.name) || mayBeSetOtherwise(project, placed, name)) continue;
    yield {
      span: namePlace(init),
      message: `${base.class.name}.__init__() is not called, and it alone sets self.${name}: AttributeError where ${read.function.name}() reads it`,
      related: [{ path: read.module.path, span: read.node, message: "read here" }],
    };
    return;
  }
}

/** What calls the `__init__` of a base, or gives the object to others, which may set anything. */
const HANDS_ON = /\bsuper\(|\.__init__|setattr|__dict__|[(,=]\s*self\s*[,)]/;

/** Whether a method calls an `__init__()` when the object is long made. */
function startsAgain({ class: { methods } }: PlacedClass): boolean {
  return [...methods].some(([name, { node }]) => name !== "__init__" && node.text.includes(".__init__("));
}

function isInInitAbove(placed: PlacedClass, { holder, node }: Setting): boolean {
  const init = holder.class.methods.get("__init__");
  return holder.class !== placed.class && init !== undefined && isInside(node, init.node);
}

/** What methods read of `self`, the class' own and those that it inherits. */
function* readsOf(
  project: ProjectFacts,
  placed: PlacedClass,
): Generator<PlacedFunction & { readonly node: SyntaxNode }> {
  const { classes } = project.classOrder(placed);
  for (const name of new Set(classes.flatMap(({ class: { methods } }) => [...methods.keys()]))) {
    const method = project.findMethod(placed, name);
    for (const node of method ? ownNodes(method.function.node) : [])
      if (method && !isTried(node, /AttributeError|except:|except Exception/)) yield { ...method, node };
  }
}

/** Whether a method is the class' own, or one that it calls, or that is called of an object of it: others may never run. */
function isReached(project: ProjectFacts, placed: PlacedClass, name: string): boolean {
  if (placed.class.methods.has(name) || placed.class.node.text.includes(`self.${name}(`)) return true;
  return callsNamed(project, name).some(({ module, call: { callee } }) => {
    const object = callee.field("object");
    return object !== null && classOfValue(project, module, object)?.class === placed.class;
  });
}
