import type { SyntaxNode } from "../../parse/tree.ts";
import { isLogCall } from "../formats/loggers.ts";
import { argumentsOf } from "../module/calls.ts";
import type { Scope } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { stringValue, withoutParentheses } from "../module/syntax.ts";
import type { Callee, ProjectFacts } from "../tree/project.ts";
import { calleeOfCall } from "./instances.ts";
import { givesAsWritten, valuesReturned } from "./own-instances.ts";

/** The keys of a dictionary: those that it has whatever happened, and all that it may have. */
export interface Keys {
  readonly certain: readonly string[];
  readonly possible: readonly string[];
}

/** From one dictionary to the one that it is made of. */
const MAX_DEPTH = 4;

/**
 * The keys of a dictionary that is written out: in the expression itself, under a name that its function gives such values and
 * does nothing else to than to read and set keys, or in the function of the tree that returns it.
 *
 * `undefined` where anything else may be in it.
 */
export function keysOf(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
  depth = 0,
): Keys | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const next = (value: SyntaxNode) => keysOf(project, module, value, depth + 1);
  const value = withoutParentheses(node);
  switch (value.type) {
    case "dictionary":
      return together(value.namedChildren.map((item) => keysOfItem(item, next)));
    case "identifier":
      return keysOfName(module, value, next);
    case "conditional_expression": {
      const [first, , last] = value.namedChildren;
      return eitherOf([first, last].map((one) => one && next(one)));
    }
    case "call": {
      if (value.field("function")?.text === "dict") return together(keysOfArguments(value, next));
      const callee = value.field("function");
      const called = callee && calleeOfCall(project, module, callee);
      return called ? keysGiven(project, called, depth) : undefined;
    }
    default:
      return undefined;
  }
}

/** The keys of the dictionaries that a function gives, of all of them together, but for None. */
export function keysGiven(project: ProjectFacts, called: Callee, depth = 0): Keys | undefined {
  if (!givesAsWritten(project, called)) return undefined;
  const { module, function: facts } = called;
  return project.onceFor(facts, `keys given at ${depth}`, () =>
    eitherOf((valuesReturned(facts) ?? []).map((value) => keysOf(project, module, value, depth + 1))),
  );
}

type Next = (value: SyntaxNode) => Keys | undefined;

function keysOfItem(item: SyntaxNode, next: Next): Keys | undefined {
  const [inner] = item.namedChildren;
  if (item.type === "dictionary_splat") return inner && next(inner);
  return keyNamed(item.type === "pair" ? stringValue(item.field("key")) : undefined);
}

function keyNamed(name: string | undefined): Keys | undefined {
  return name === undefined ? undefined : { certain: [name], possible: [name] };
}

/** The keys that `dict(…)` and `update(…)` put in. */
function keysOfArguments(call: SyntaxNode, next: Next): readonly (Keys | undefined)[] {
  return argumentsOf(call).map((given) => {
    if (given.kind === "keyword") return keyNamed(given.name);
    return given.kind === "splat" ? undefined : next(given.value);
  });
}

/** What several dictionaries make when each is put into the one before. */
function together(parts: readonly (Keys | undefined)[]): Keys | undefined {
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return undefined;
  return {
    certain: known.flatMap(({ certain }) => certain),
    possible: known.flatMap(({ possible }) => possible),
  };
}

/** What one of several dictionaries has; of none nothing is known. */
function eitherOf(choices: readonly (Keys | undefined)[]): Keys | undefined {
  const all = together(choices);
  const [first] = choices;
  if (!all || !first) return undefined;
  const certain = first.certain.filter((name) => choices.every((one) => one?.certain.includes(name)));
  return { ...all, certain };
}

function keysOfName(module: ModuleFacts, name: SyntaxNode, next: Next): Keys | undefined {
  const scope = module.scopeAt(name);
  const bindings = scope.kind === "function" ? (scope.bindings.get(name.text) ?? []) : [];
  const given = eitherOf(
    bindings.map((binding) =>
      binding.kind === "assignment" && binding.value ? next(binding.value) : undefined,
    ),
  );
  if (!given) return undefined;
  const possible = [...given.possible];
  let certain = given.certain;
  for (const use of usesOf(module, scope, name.text)) {
    const change = module.scopeAt(use) === scope ? changeBy(use, next) : undefined;
    if (!change) return undefined;
    possible.push(...change.added);
    if (change.isLess) certain = [];
  }
  return { certain, possible };
}

function usesOf(module: ModuleFacts, scope: Scope, name: string): readonly SyntaxNode[] {
  return module.tree
    .ofType("identifier")
    .filter((node) => node.text === name && module.lookup(name, module.scopeAt(node))?.scope === scope);
}

/** What a use of a name does to the keys of what it holds. */
interface Change {
  readonly added: readonly string[];
  readonly isLess: boolean;
}

const NONE: Change = { added: [], isLess: false };
const LESS: Change = { added: [], isLess: true };

/** `undefined` where a use may do anything: who is handed a dictionary may fill it. */
function changeBy(use: SyntaxNode, next: Next): Change | undefined {
  const { parent } = use;
  switch (parent?.type) {
    case "assignment":
      return use.fieldName === "left" ? NONE : undefined;
    case "subscript":
      return use.fieldName === "value" ? changeByKey(parent) : NONE;
    case "attribute":
      return use.fieldName === "object" ? changeByMethod(parent, next) : NONE;
    // the name of an argument, which is no use of it
    case "keyword_argument":
      return use.fieldName === "name" ? NONE : undefined;
    case "argument_list":
      return isLogCall(parent.parent) ? NONE : undefined;
    case "dictionary_splat":
    case "comparison_operator":
    case "return_statement":
    case "if_statement":
    case "not_operator":
    case "for_statement":
      return NONE;
    default:
      return undefined;
  }
}

function changeByKey(subscript: SyntaxNode): Change | undefined {
  const { parent } = subscript;
  if (parent?.type === "delete_statement") return LESS;
  if (parent?.type !== "assignment" || subscript.fieldName !== "left") return NONE;
  const key = stringValue(subscript.field("subscript"));
  return key === undefined ? undefined : { added: [key], isLess: false };
}

function changeByMethod(method: SyntaxNode, next: Next): Change | undefined {
  const call = method.parent?.type === "call" ? method.parent : undefined;
  const [first] = call ? argumentsOf(call) : [];
  switch (method.field("attribute")?.text) {
    case "get":
    case "items":
    case "iteritems":
    case "keys":
    case "values":
    case "copy":
      return NONE;
    case "pop":
    case "popitem":
    case "clear":
      return LESS;
    case "setdefault": {
      const key = first && stringValue(first.value);
      return key === undefined ? undefined : { added: [key], isLess: false };
    }
    case "update": {
      const added = call && together(keysOfArguments(call, next));
      return added && { added: added.possible, isLess: false };
    }
    default:
      return undefined;
  }
}
