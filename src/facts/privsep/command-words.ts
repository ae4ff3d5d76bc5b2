import type { SyntaxNode } from "../../parse/tree.ts";
import { argumentsOf } from "../module/calls.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { resultsOf } from "../module/results.ts";
import { stringValue, withoutParentheses } from "../module/syntax.ts";
import { valuesReaching } from "../names/reaching-values.ts";

/** The words of each command that arguments may give. */
export function commandsGiven(
  module: ModuleFacts,
  given: readonly { readonly kind: "positional" | "splat"; readonly value: SyntaxNode }[],
): readonly (readonly string[])[] {
  const [first, ...rest] = given;
  if (!first) return [];
  const starts =
    first.kind === "positional" ? oneOrMany(module, first.value) : commandsIn(module, first.value);
  const tail = rest.flatMap((argument) => startOfText(argument.value) ?? []);
  return starts.map((start) => [...start, ...tail]);
}

function oneOrMany(module: ModuleFacts, node: SyntaxNode): readonly (readonly string[])[] {
  const text = startOfText(node);
  const texts = text === undefined ? textsNamed(module, node) : [text];
  if (texts.length === 0) return commandsIn(module, node);
  return texts
    .map((given) => given.split(/\s+/).filter((word) => word !== ""))
    .filter((words) => words.length > 0);
}

/** The texts that a name may stand for, where each of its values is one: `tool = 'chown'`, `TOOL = 'chown'` of the module. */
function textsNamed(module: ModuleFacts, name: SyntaxNode): readonly string[] {
  if (name.type !== "identifier") return [];
  const reaching = valuesReaching(name);
  const texts = (reaching.length > 0 ? reaching : constantNamed(module, name.text)).map(startOfText);
  return texts.every((text) => text !== undefined) ? texts : [];
}

/** The value of a name that the module binds once. */
function constantNamed(module: ModuleFacts, name: string): readonly SyntaxNode[] {
  const [only, ...more] = module.scope.bindings.get(name) ?? [];
  return only?.kind === "assignment" && only.value && more.length === 0 ? [only.value] : [];
}

/** The known words of each list that an expression may be: those that reach a name, or the one of another expression. */
export function commandsIn(module: ModuleFacts, node: SyntaxNode): readonly (readonly string[])[] {
  const values = node.type === "identifier" ? valuesReaching(node) : [];
  const reaching = values.flatMap((value) => listsOf(module, value, 1));
  return reaching.length > 0 ? reaching : listsOf(module, node, 0);
}

/** The known words of a list; a list for each command where its first element is a name (`[tool, path]`). */
function listsOf(module: ModuleFacts, node: SyntaxNode, hops: number): readonly (readonly string[])[] {
  const words = manyWords(module, node, hops);
  if (words.length > 0) return [words];
  const value = withoutParentheses(node);
  const [first, ...rest] = /^(?:list|tuple)$/.test(value.type) ? value.namedChildren : [];
  const tail = rest.flatMap((element) => stringValue(element) ?? []);
  return first ? textsNamed(module, first).map((text) => [text, ...tail]) : [];
}

/** The text of a string, also of one that `%` or `format` fills; `undefined` for what is no string. */
function startOfText(node: SyntaxNode): string | undefined {
  const callee = node.type === "call" ? node.field("function") : null;
  if (callee?.type === "attribute" && callee.field("attribute")?.text === "format")
    return stringValue(callee.field("object"));
  return stringValue(node.type === "binary_operator" ? node.field("left") : node);
}

/** The known words of a list expression; empty when its first element is not known. */
function manyWords(module: ModuleFacts, node: SyntaxNode, hops = 0): readonly string[] {
  const value = withoutParentheses(node);
  if (hops > 3) return [];
  switch (value.type) {
    case "list":
    case "tuple": {
      const elements = value.namedChildren;
      const first = elements[0] && stringValue(elements[0]);
      return first === undefined
        ? []
        : [first, ...elements.slice(1).flatMap((element) => stringValue(element) ?? [])];
    }
    case "binary_operator": {
      const [left, right] = [value.field("left"), value.field("right")];
      const start = left ? manyWords(module, left, hops + 1) : [];
      const rest = right ? manyWords(module, right, hops + 1) : [];
      // `PREFIX + ['vgs']`, where the prefix only sets the environment
      return start.length > 0 || /prefix$/i.test(left?.text ?? "") ? [...start, ...rest] : [];
    }
    case "conditional_expression": {
      const [one, , other] = value.namedChildren;
      const start = one ? manyWords(module, one, hops + 1) : [];
      return start.length > 0 || !other ? start : manyWords(module, other, hops + 1);
    }
    case "identifier": {
      const found = module.lookup(value.text, module.scopeAt(value));
      const lists = (found?.bindings ?? []).flatMap((binding) =>
        binding.kind === "assignment" && binding.value ? [manyWords(module, binding.value, hops + 1)] : [],
      );
      return lists.find((words) => words.length > 0) ?? [];
    }
    case "attribute":
      return wordsOfAttribute(module, value, hops);
    case "call":
      return wordsOfCall(module, value, hops);
    default:
      return [];
  }
}

/** `self.CMD` of a class that gives it one list, and `self.cmd` of a property that returns one. */
function wordsOfAttribute(module: ModuleFacts, node: SyntaxNode, hops: number): readonly string[] {
  const name = /^(?:self|cls)\.(\w+)$/.exec(node.text)?.[1];
  const owner = name === undefined ? undefined : module.classAround(node);
  const [only, ...more] = owner?.scope.bindings.get(name ?? "") ?? [];
  if (more.length > 0) return [];
  if (only?.kind === "assignment") return only.value ? manyWords(module, only.value, hops + 1) : [];
  return only?.kind === "function" ? wordsReturned(module, only, hops) : [];
}

function wordsReturned(module: ModuleFacts, facts: FunctionFacts, hops: number): readonly string[] {
  const built = resultsOf(facts).map((result) =>
    result.value ? manyWords(module, result.value, hops + 1) : [],
  );
  return built.find((list) => list.length > 0) ?? [];
}

/** `f('del', …)` of a function in the same module that returns a list: its words and the call's own. */
function wordsOfCall(module: ModuleFacts, call: SyntaxNode, hops: number): readonly string[] {
  const callee = call.field("function");
  const bindings = callee?.type === "identifier" ? module.scope.bindings.get(callee.text) : undefined;
  const [only] = bindings ?? [];
  if (only?.kind !== "function" || bindings?.length !== 1) return [];
  const words = wordsReturned(module, only, hops);
  return words.length > 0
    ? [...words, ...argumentsOf(call).flatMap((argument) => stringValue(argument.value) ?? [])]
    : [];
}
