import {
  calleeOfCall,
  classOfValue,
  type Finding,
  familyLacks,
  familyLacksUnsaid,
  firstName,
  isDriverName,
  isSaidHereAlone,
  isTarget,
  isTried,
  type ModuleFacts,
  mayComeLater,
  namePlace,
  narrowedClass,
  type PlacedClass,
  pathsDefining,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  selfAssignments,
} from "../../src/rule.ts";
import { fields } from "./_not-in-its-class/fields.ts";

/** `self.cluster.reinit()` where the cluster's class is known, and neither it nor those above it have that name. */
export const notInItsClass: Rule = {
  id: "names/not-in-its-class",
  title: "method that the object's class does not have",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/x/vmware-nsx/commit/71303b8a",
  mentions: [["def "]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  yield* calls(context);
  yield* reads(context);
  yield* narrowed(context);
  yield* fields(context);
}

/** `if isinstance(till, Till): till.coinz` */
function* narrowed({ module, project }: RuleContext): Generator<Finding> {
  if (!module.text.includes("isinstance(")) return;
  const asked = new Set([...module.text.matchAll(/\bisinstance\((\w+), \w/g)].map(([, name]) => name ?? ""));
  for (const node of module.tree.ofType("attribute")) {
    const object = node.field("object");
    const name = node.field("attribute")?.text ?? "";
    if (object?.type !== "identifier" || !asked.has(object.text) || /^(self|cls)$/.test(object.text))
      continue;
    if (name.startsWith("__") || isTarget(node)) continue;
    const placed = narrowedClass(project, module, object);
    if (!placed || classOfValue(project, module, object) || !familyLacks(project, placed, name)) continue;
    if (mayComeLater(project, placed, name) || isTried(object, /except[^:]*AttributeError|except:/)) continue;
    yield findingAt(node, object, placed, name);
  }
}

/** `self.till.coinz`, which nothing else in the tree says, of what is a Till. */
function* reads({ module, project }: RuleContext): Generator<Finding> {
  for (const node of module.tree.ofType("attribute")) {
    const object = node.field("object");
    const name = node.field("attribute")?.text ?? "";
    if (!object || isCalledOrSet(node) || !/^(identifier|attribute|call)$/.test(object.type)) continue;
    if (/^(self|cls)$/.test(object.text) || name.length < 4 || name.startsWith("__")) continue;
    // a look-up; most names end here
    if (!isSaidHereAlone(project, module, name)) continue;
    const placed = classOfValue(project, module, object);
    if (!placed || !familyLacksUnsaid(project, placed, name) || isChosenDriver(module, object)) continue;
    if (isTried(object, /except[^:]*AttributeError/)) continue;
    yield findingAt(node, object, placed, name);
  }
}

function isCalledOrSet(node: SyntaxNode): boolean {
  const { parent, fieldName } = node;
  return (parent?.type === "call" && fieldName === "function") || isTarget(node);
}

function findingAt(node: SyntaxNode, object: SyntaxNode, placed: PlacedClass, name: string): Finding {
  return {
    span: node.field("attribute") ?? node,
    message: `'${object.text}' is a ${placed.class.name}, which has no '${name}': AttributeError when this line runs`,
    related: [{ path: placed.module.path, span: namePlace(placed.class), message: "its class" }],
  };
}

function* calls({ module, project }: RuleContext): Generator<Finding> {
  for (const { callee } of module.calls) {
    const object = callee.type === "attribute" ? callee.field("object") : null;
    const name = callee.field("attribute")?.text ?? "";
    if (!object || !/^(identifier|attribute|call)$/.test(object.type) || /^(self|cls)$/.test(object.text))
      continue;
    // look-ups; most names are those of lists, dictionaries and libraries
    if (name.length < 4 || name.startsWith("__")) continue;
    const isAlone = isSaidHereAlone(project, module, name);
    if (!isAlone && !name.includes("_") && pathsDefining(project, name).length === 0) continue;
    if (calleeOfCall(project, module, callee)) continue;
    const placed = classOfValue(project, module, object);
    if (!placed || !(isAlone ? familyLacksUnsaid : familyLacks)(project, placed, name)) continue;
    if (!isAlone && (mayComeLater(project, placed, name) || isTried(object, /except[^:]*AttributeError/)))
      continue;
    if ((!isAlone && isAnnotated(module, object)) || isChosenDriver(module, object)) continue;
    yield findingAt(callee, object, placed, name);
  }
}

/** A parameter of which only its annotation says what it is, which nothing holds to. */
function isAnnotated(module: ModuleFacts, object: SyntaxNode): boolean {
  const name = firstName(object);
  const [binding] = (name && module.lookup(name, module.scopeAt(object))?.bindings) || [];
  return binding?.kind === "other" && binding.node.type.startsWith("typed");
}

/** `self.driver = import_object(CONF.driver)`: the option's default is one of several, which need not have the same. */
function isChosenDriver(module: ModuleFacts, object: SyntaxNode): boolean {
  const name = object.field("attribute")?.text ?? object.text;
  return (
    isDriverName(name) &&
    selfAssignments(module, name).some(({ value }) => /\bimport_(object|class)\(/.test(value?.text ?? ""))
  );
}
