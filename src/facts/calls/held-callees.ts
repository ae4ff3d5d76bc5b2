import type { SyntaxNode } from "../../parse/tree.ts";
import { onlyValue } from "../formats/value-at.ts";
import { type Argument, argumentsOf } from "../module/calls.ts";
import { bindingsUnderGlobal } from "../module/global-bindings.ts";
import type { ModuleFacts } from "../module/module.ts";
import { stringValue, withoutParentheses } from "../module/syntax.ts";
import { valuesReaching } from "../names/reaching-values.ts";
import { hasOwnMember, selfAssignments } from "../tree/class-members.ts";
import type { Callee, ProjectFacts } from "../tree/project.ts";
import { isStatic, receiverClass } from "../tree/receiver.ts";
import { overridesOf, subclassesOf } from "../tree/subclasses.ts";
import { pathsDefining } from "../tree/word-index.ts";
import { certainCallee } from "./certain-callee.ts";
import { itemsOf } from "./dictionary-items.ts";
import { classOfValue } from "./instances.ts";

/** A function that a call may run under another name than its own. */
export interface HeldCallee {
  readonly module: ModuleFacts;
  /** What stands for the function where it is put into a name, an attribute or a table. */
  readonly reference: SyntaxNode;
  readonly callee: Callee;
  /** What `functools.partial` passes before all else. */
  readonly given: readonly Argument[];
}

/** The functions behind what is called. */
export interface HeldCallees {
  readonly callees: readonly HeldCallee[];
  /** Whether the call comes to run each of them: those of a loop. Of a table it runs one, and which is not known. */
  readonly isEach: boolean;
}

/** A value, with the module in which it is written. */
interface PlacedValue {
  readonly module: ModuleFacts;
  readonly node: SyntaxNode;
}

/** From one name to what it is given. */
const MAX_DEPTH = 4;

/**
 * What a call runs that does not call a function by its name: what a name, an attribute or a table was given, what
 * `functools.partial` holds on to, and an object's `__call__()`. None where anything of it is not known.
 */
export function heldBehind(project: ProjectFacts, module: ModuleFacts, called: SyntaxNode): HeldCallees {
  const ways = called.type === "identifier" ? valuesOnWays(module, called) : undefined;
  const known = ways?.flatMap((node) => heldIn(project, { module, node }, 0) ?? []) ?? [];
  if (known.length > 0) return { callees: known, isEach: true };
  const direct = ways ? undefined : heldIn(project, { module, node: called }, 0);
  const held = direct ?? calledObject(project, module, called) ?? [];
  return { callees: held, isEach: held.length === 1 };
}

/**
 * The values that one name has in turn: by the branches above, or round by round of a loop over what is written out; `undefined` for
 * a name that anything else binds.
 */
function valuesOnWays(module: ModuleFacts, name: SyntaxNode): readonly SyntaxNode[] | undefined {
  const scope = module.scopeAt(name);
  const bindings = scope.kind === "function" ? (scope.bindings.get(name.text) ?? []) : [];
  if (bindings.length === 0) return undefined;
  if (bindings.every(({ kind }) => kind === "assignment")) return valuesReaching(name).flatMap(choicesOf);
  const [only, ...more] = bindings;
  const loop = only?.kind === "other" && more.length === 0 ? only.node.parent : null;
  const list = loop?.type === "for_statement" ? loop.field("right") : null;
  return list && loop?.field("left")?.text === name.text && /^(tuple|list)$/.test(list.type)
    ? list.namedChildren
    : undefined;
}

/** What a value may be one of: both sides of `… if … else …`. */
function choicesOf(value: SyntaxNode): readonly SyntaxNode[] {
  const inner = withoutParentheses(value);
  if (inner.type !== "conditional_expression") return [inner];
  const [first, , last] = inner.namedChildren;
  return [first, last].flatMap((one) => (one ? choicesOf(one) : []));
}

/** All functions that a value may be; `undefined` where one of them is not known. */
function heldIn(
  project: ProjectFacts,
  { module, node: written }: PlacedValue,
  depth: number,
): readonly HeldCallee[] | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const node = withoutParentheses(written);
  const all = (values: readonly (SyntaxNode | null)[], home = module) =>
    allOf(values, (value) => heldIn(project, { module: home, node: value }, depth + 1));
  switch (node.type) {
    case "identifier":
    case "attribute": {
      const callee = certainCallee(project, module, node);
      if (callee) return [{ module, reference: node, callee, given: [] }];
      const value = onlyValueOf(project, { module, node });
      return value && heldIn(project, value, depth + 1);
    }
    case "conditional_expression":
      return all(choicesOf(node));
    case "subscript": {
      const table = tableOf(project, module, node.field("value"));
      return table && all(itemsOf(table.module, table.name, table.node), table.module);
    }
    case "call":
      return heldByCall(project, module, node, all);
    default:
      return undefined;
  }
}

function allOf(
  values: readonly (SyntaxNode | null)[],
  heldBy: (value: SyntaxNode) => readonly HeldCallee[] | undefined,
): readonly HeldCallee[] | undefined {
  const found: HeldCallee[] = [];
  for (const value of values) {
    const held = value ? heldBy(value) : undefined;
    if (!held) return undefined;
    found.push(...held);
  }
  return found;
}

/** `functools.partial(paint, door)`, `TABLE.get(key)`, `getattr(self, 'paint')`. */
function heldByCall(
  project: ProjectFacts,
  module: ModuleFacts,
  call: SyntaxNode,
  all: (values: readonly (SyntaxNode | null)[], home?: ModuleFacts) => readonly HeldCallee[] | undefined,
): readonly HeldCallee[] | undefined {
  const callee = call.field("function");
  const [first, second, ...more] = argumentsOf(call);
  if (first?.kind !== "positional") return undefined;
  if (/^(functools\.)?partial$/.test(callee?.text ?? "")) {
    const rest = second ? [second, ...more] : [];
    return all([first.value])?.map((one) => ({ ...one, given: [...one.given, ...rest] }));
  }
  if (callee?.text === "getattr" && more.length === 0)
    return memberAsked(project, module, call, first.value, stringValue(second?.value));
  const table =
    callee?.field("attribute")?.text === "get" && !second
      ? tableOf(project, module, callee.field("object"))
      : undefined;
  return table && all(itemsOf(table.module, table.name, table.node), table.module);
}

/** `getattr(self, 'paint')`, where no class below has another. */
function memberAsked(
  project: ProjectFacts,
  module: ModuleFacts,
  reference: SyntaxNode,
  object: SyntaxNode,
  name: string | undefined,
): readonly HeldCallee[] | undefined {
  const owner = receiverClass(project, module, object);
  const method = owner && name !== undefined ? project.findMethod(owner, name) : undefined;
  if (!owner || !method || overridesOf(project, owner, method.function.name).length > 0) return undefined;
  const callee = { ...method, bound: !isStatic(method.function), class: owner };
  return [{ module, reference, callee, given: [] }];
}

/** The one value that a name of a module or of a function, or an attribute of `self`, is ever given. */
function onlyValueOf(project: ProjectFacts, { module, node }: PlacedValue): PlacedValue | undefined {
  const object = node.field("object");
  const owner = object && receiverClass(project, module, object);
  if (owner) {
    const name = node.field("attribute")?.text ?? "";
    // what a class block holds gets the object as well
    const family = [...project.classOrder(owner).classes, ...subclassesOf(project, owner)];
    if (family.some((one) => one.class.scope.bindings.has(name))) return undefined;
    const [home, ...others] = family.filter((one) => hasOwnMember(one, name));
    const [set, ...more] = home ? selfAssignments(home.module, name) : [];
    return home && set?.value && others.length + more.length === 0
      ? { module: home.module, node: set.value }
      : undefined;
  }
  const given = object ? undefined : onlyValue(module, node);
  if (given) return bindingsUnderGlobal(module, node.text).length === 0 ? { module, node: given } : undefined;
  const meaning = project.meaning(module, node);
  if (meaning.kind !== "assignment" || meaning.module === module) return undefined;
  const { name, value } = meaning.assignment;
  const isOnly = meaning.module.scope.bindings.get(name)?.length === 1;
  return value && isOnly && bindingsUnderGlobal(meaning.module, name).length === 0
    ? { module: meaning.module, node: value }
    : undefined;
}

/** The dictionary that is asked for an item, with the name that later items are put in by. */
function tableOf(
  project: ProjectFacts,
  module: ModuleFacts,
  asked: SyntaxNode | null | undefined,
): (PlacedValue & { readonly name: string }) | undefined {
  if (!asked) return undefined;
  const value =
    asked.type === "dictionary" ? { module, node: asked } : onlyValueOf(project, { module, node: asked });
  const name = asked.type === "dictionary" ? "" : (asked.field("attribute") ?? asked).text;
  return value?.node.type === "dictionary" ? { ...value, name } : undefined;
}

/** The `__call__()` of an object that is called, where no class below has another. */
function calledObject(
  project: ProjectFacts,
  module: ModuleFacts,
  called: SyntaxNode,
): readonly HeldCallee[] | undefined {
  const isNear = called.type !== "attribute" || called.field("object")?.text === "self";
  if (!isNear || pathsDefining(project, "__call__").length === 0) return undefined;
  const placed = classOfValue(project, module, called);
  const method = placed && project.findMethod(placed, "__call__");
  if (!placed || !method || overridesOf(project, placed, "__call__").length > 0) return undefined;
  return [{ module, reference: called, callee: { ...method, bound: true, class: placed }, given: [] }];
}
