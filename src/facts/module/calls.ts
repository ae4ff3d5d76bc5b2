import type { SyntaxNode } from "../../parse/tree.ts";
import type { FunctionFacts } from "./definitions.ts";
import { dottedName } from "./syntax.ts";

/** One argument of a call: its whole node, and the value that it passes. */
export type Argument =
  | { readonly kind: "positional"; readonly node: SyntaxNode; readonly value: SyntaxNode }
  | { readonly kind: "keyword"; readonly name: string; readonly node: SyntaxNode; readonly value: SyntaxNode }
  | { readonly kind: "splat"; readonly node: SyntaxNode; readonly value: SyntaxNode }
  | { readonly kind: "double-splat"; readonly node: SyntaxNode; readonly value: SyntaxNode };

/** One call of a module. */
export interface CallFacts {
  readonly node: SyntaxNode;
  readonly callee: SyntaxNode;
  /** `a.b` of `a.b(…)`; `undefined` when the callee is no chain of names. */
  readonly name: string | undefined;
  readonly arguments: readonly Argument[];
  /** The innermost function whose body (or decorator of a nested definition) holds the call; `null` at module or class level. */
  readonly within: FunctionFacts | null;
}

/** The arguments of a call (or of a decorator's call) in text order; a lone generator counts as one positional. */
export function argumentsOf(call: SyntaxNode): readonly Argument[] {
  const list = call.field("arguments");
  if (!list) return [];
  if (list.type !== "argument_list") return [{ kind: "positional", node: list, value: list }];
  return list.namedChildren.map(argumentOf);
}

/** One element of an argument list, or of a tuple that is passed as one. */
export function argumentOf(node: SyntaxNode): Argument {
  const value = node.namedChildren[0] ?? node;
  switch (node.type) {
    case "keyword_argument":
      return {
        kind: "keyword",
        name: node.field("name")?.text ?? "",
        node,
        value: node.field("value") ?? node,
      };
    case "list_splat":
      return { kind: "splat", node, value };
    case "dictionary_splat":
      return { kind: "double-splat", node, value };
    default:
      return { kind: "positional", node, value: node };
  }
}

/** The value passed under the keyword, or at the position (from 0) when no splat comes before it. */
export function argumentValue(
  call: { readonly arguments: readonly Argument[] },
  name: string,
  position?: number,
): SyntaxNode | undefined {
  const named = call.arguments.find((argument) => argument.kind === "keyword" && argument.name === name);
  if (named || position === undefined) return named?.value;
  return argumentAt(call, position);
}

/** The value passed at the position (from 0), when nothing but positional arguments comes before it. */
export function argumentAt(
  call: { readonly arguments: readonly Argument[] },
  position: number,
): SyntaxNode | undefined {
  const at = call.arguments[position];
  const before = call.arguments.slice(0, position + 1);
  return at && before.every((argument) => argument.kind === "positional") ? at.value : undefined;
}

/** The facts of one call node; `functionAround` names the function whose body holds a node, and is asked when needed. */
export function callOf(
  node: SyntaxNode,
  functionAround: (node: SyntaxNode) => FunctionFacts | null,
): CallFacts {
  return new LazyCall(node, functionAround);
}

class LazyCall implements CallFacts {
  readonly node: SyntaxNode;
  readonly callee: SyntaxNode;
  readonly name: string | undefined;
  readonly #functionAround: (node: SyntaxNode) => FunctionFacts | null;
  #arguments: readonly Argument[] | undefined;

  constructor(node: SyntaxNode, functionAround: (node: SyntaxNode) => FunctionFacts | null) {
    this.node = node;
    this.callee = node.field("function") ?? node;
    this.name = dottedName(this.callee);
    this.#functionAround = functionAround;
  }

  get within(): FunctionFacts | null {
    return this.#functionAround(this.node);
  }

  get arguments(): readonly Argument[] {
    this.#arguments ??= argumentsOf(this.node);
    return this.#arguments;
  }
}
