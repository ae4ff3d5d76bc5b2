import type { SyntaxNode } from "../../parse/tree.ts";
import type { Binding } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { firstName } from "../module/syntax.ts";
import { isShadowed } from "../names/shadowed.ts";
import { memberValues, selfAssignments } from "../tree/class-members.ts";
import { isGivenFromOutside } from "../tree/given-members.ts";
import type { PlacedClass, ProjectFacts } from "../tree/project.ts";
import { isSetFromOutside } from "../tree/set-from-outside.ts";
import { subclassesOf } from "../tree/subclasses.ts";
import {
  type BuiltinKind,
  GIVEN_BY_BUILTINS,
  GIVEN_BY_METHODS,
  GIVEN_BY_STANDARD,
} from "./builtin-results.ts";
import { givesAsWritten, valuesReturned } from "./own-instances.ts";

/**
 * The kind that an expression certainly gives: written out, made by a builtin function or a method of such a value, or held by
 * a name or an attribute that gets nothing else. None counts for nothing, as it stands for what comes later.
 *
 * @param depth so many steps values are followed that are made from others
 */
export function builtinKind(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
  depth = 6,
): BuiltinKind | undefined {
  const written = WRITTEN[node.type];
  if (written || depth === 0) return written;
  const kindOf = (inner: SyntaxNode | null | undefined): BuiltinKind | undefined =>
    inner ? builtinKind(project, module, inner, depth - 1) : undefined;
  switch (node.type) {
    case "parenthesized_expression":
      return kindOf(node.namedChildren[0]);
    case "conditional_expression":
      return onlyKind([node.namedChildren[0], node.namedChildren[2]].map(kindOf));
    case "binary_operator":
      return kindOfOperation(node, kindOf);
    case "call":
      return kindOfCall(project, module, node, kindOf) ?? kindOfResult(project, module, node, depth);
    case "identifier":
      return kindOfName(project, module, node, kindOf) ?? kindOfConstant(project, module, node, depth);
    case "attribute":
      return kindOfMember(project, module, node, depth) ?? kindOfConstant(project, module, node, depth);
    default:
      return undefined;
  }
}

const WRITTEN: Readonly<Record<string, BuiltinKind>> = {
  dictionary: "dictionary",
  dictionary_comprehension: "dictionary",
  list: "list",
  list_comprehension: "list",
  set: "set",
  set_comprehension: "set",
  tuple: "tuple",
  expression_list: "tuple",
  string: "text",
  concatenated_string: "text",
  integer: "number",
  float: "number",
  true: "number",
  false: "number",
};

type KindOf = (node: SyntaxNode | null | undefined) => BuiltinKind | undefined;

function onlyKind(kinds: readonly (BuiltinKind | undefined)[]): BuiltinKind | undefined {
  const [first] = kinds;
  return kinds.every((kind) => kind === first) ? first : undefined;
}

/** `'%s' % x` is a text whatever x is; `+` wants two of a kind. */
function kindOfOperation(node: SyntaxNode, kindOf: KindOf): BuiltinKind | undefined {
  const left = kindOf(node.field("left"));
  const operator = node.field("operator")?.text;
  if (operator === "%") return left === "text" ? left : undefined;
  return operator === "+" ? onlyKind([left, kindOf(node.field("right"))]) : undefined;
}

function kindOfCall(
  project: ProjectFacts,
  module: ModuleFacts,
  call: SyntaxNode,
  kindOf: KindOf,
): BuiltinKind | undefined {
  const callee = call.field("function");
  if (callee?.type === "identifier") {
    const isOwn = module.lookup(callee.text, module.scopeAt(callee)) || module.scope.bindings.has("*");
    return isOwn ? undefined : GIVEN_BY_BUILTINS.get(callee.text);
  }
  if (callee?.type !== "attribute") return undefined;
  const name = callee.field("attribute")?.text ?? "";
  if (STANDARD_ENDS.has(name)) {
    const meaning = project.meaning(module, callee);
    if (meaning.kind === "external") return GIVEN_BY_STANDARD.get(meaning.name);
  }
  const kind = METHODS.has(name) ? kindOf(callee.field("object")) : undefined;
  return kind && GIVEN_BY_METHODS.get(kind)?.get(name);
}

/** The last names of functions and methods: few calls are of these, and the others are not looked at. */
const STANDARD_ENDS = new Set(
  [...GIVEN_BY_STANDARD.keys()].map((name) => name.slice(name.lastIndexOf(".") + 1)),
);
const METHODS = new Set([...GIVEN_BY_METHODS.values()].flatMap((given) => [...given.keys()]));

/**
 * The kind of all that a function of the tree gives, None left out, where no class below has another one. A generator, and what
 * a decorator may change, give no kind.
 */
function kindOfResult(
  project: ProjectFacts,
  module: ModuleFacts,
  call: SyntaxNode,
  depth: number,
): BuiltinKind | undefined {
  const called = depth < STEP_INTO ? undefined : project.callee(module, call);
  if (!called || !givesAsWritten(project, called)) return undefined;
  return project.onceFor(called.function, `kind given at ${depth}`, () => {
    const values = valuesReturned(called.function) ?? [];
    const kindOf = (value: SyntaxNode) => builtinKind(project, called.module, value, depth - STEP_INTO);
    return values.length > 0 ? onlyKind(values.map(kindOf)) : undefined;
  });
}

/** To go into a function counts for several steps. */
const STEP_INTO = 3;

/** A name whose values are all of one kind; what is written from other functions or modules may have others. */
function kindOfName(
  project: ProjectFacts,
  module: ModuleFacts,
  name: SyntaxNode,
  kindOf: KindOf,
): BuiltinKind | undefined {
  const found = module.lookup(name.text, module.scopeAt(name));
  // in a class' block a name that the block gives a value to may still be the one outside
  if (found?.scope.kind === "class") return undefined;
  const told = (found?.bindings ?? []).filter(
    (binding) => binding.kind !== "assignment" || binding.value?.type !== "none",
  );
  const kind =
    told.length === 0 ? undefined : onlyKind(told.map((binding) => kindOfBinding(binding, kindOf)));
  if (!kind || isShadowed(name, name.text)) return undefined;
  const reached = [...module.tree.ofType("global_statement"), ...module.tree.ofType("nonlocal_statement")];
  if (reached.some(({ namedChildren }) => namedChildren.some(({ text }) => text === name.text)))
    return undefined;
  return found?.scope === module.scope && isSetFromOutside(project, module.name, name.text)
    ? undefined
    : kind;
}

/** `*args` is a tuple and `**kwargs` a dictionary, whatever is passed. */
function kindOfBinding(binding: Binding, kindOf: KindOf): BuiltinKind | undefined {
  if (binding.kind === "assignment") return kindOf(binding.value);
  const splat = [binding.node, ...binding.node.namedChildren].find(({ type }) =>
    type.endsWith("_splat_pattern"),
  );
  if (!splat || !/(^|_)parameters$/.test(binding.node.parent?.type ?? "")) return undefined;
  return splat.type === "dictionary_splat_pattern" ? "dictionary" : "tuple";
}

/** A constant that another module of the tree gives its only value, by its name: `constants.SIZE`, or `SIZE` where it is imported. */
function kindOfConstant(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
  depth: number,
): BuiltinKind | undefined {
  const name = (node.type === "attribute" ? node.field("attribute") : node)?.text ?? "";
  const first = firstName(node);
  if (!CONSTANT.test(name) || first === undefined) return undefined;
  if (module.lookup(first, module.scopeAt(node))?.bindings.some(({ kind }) => kind !== "import") !== false)
    return undefined;
  const meaning = project.meaning(module, node);
  if (meaning.kind !== "assignment") return undefined;
  const { module: home, assignment } = meaning;
  const [only, ...more] = home.scope.bindings.get(assignment.name) ?? [];
  if (only?.node !== assignment.node || more.length > 0 || !assignment.value) return undefined;
  const kind = builtinKind(project, home, assignment.value, depth - 1);
  return kind && isSetFromOutside(project, home.name, assignment.name) ? undefined : kind;
}

const CONSTANT = /^_?[A-Z][A-Z0-9_]*$/;

/** `self.NAME`, where all that the class, its bases and its subclasses give it is of one kind. */
function kindOfMember(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
  depth: number,
): BuiltinKind | undefined {
  if (node.field("object")?.text !== "self") return undefined;
  const name = node.field("attribute")?.text ?? "";
  const holder = project.classAround(module, node);
  // most of what is asked of self are methods around it
  if (!holder || holder.class.scope.bindings.get(name)?.[0]?.kind === "function") return undefined;
  const own = selfAssignments(module, name);
  // what only bases or others give it is left alone, before any of them is read
  if (own.length === 0 && !holder.class.scope.bindings.has(name)) return undefined;
  if (own.some(({ value }) => value === null)) return undefined;
  return project.onceFor(holder.class, `kind of ${name}`, () => kindInClass(project, holder, name, depth));
}

function kindInClass(
  project: ProjectFacts,
  holder: PlacedClass,
  name: string,
  depth: number,
): BuiltinKind | undefined {
  const kindsIn = (one: PlacedClass): readonly (BuiltinKind | undefined)[] => {
    if (!project.classOrder(one).complete) return [undefined];
    return [...memberValues(project, one, name)]
      .filter(({ value }) => value?.type !== "none")
      .map(({ module, value }) => (value ? builtinKind(project, module, value, depth - 1) : undefined));
  };
  const kind = onlyKind(kindsIn(holder));
  if (!kind || isGivenFromOutside(project, holder, name)) return undefined;
  return subclassesOf(project, holder).every((below) => onlyKind(kindsIn(below)) === kind) ? kind : undefined;
}
