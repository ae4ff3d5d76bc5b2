import type { SyntaxNode } from "../parse/tree.ts";
import type { FunctionFacts } from "./definitions.ts";
import { dottedName, namedChildren } from "./syntax.ts";

export type Argument =
  | { readonly kind: "positional"; readonly node: SyntaxNode; readonly value: SyntaxNode }
  | { readonly kind: "keyword"; readonly name: string; readonly node: SyntaxNode; readonly value: SyntaxNode }
  | { readonly kind: "splat"; readonly node: SyntaxNode; readonly value: SyntaxNode }
  | { readonly kind: "double-splat"; readonly node: SyntaxNode; readonly value: SyntaxNode };

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
  return namedChildren(list).map(argumentOf);
}

function argumentOf(node: SyntaxNode): Argument {
  const value = namedChildren(node)[0] ?? node;
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
  const at = call.arguments[position];
  const before = call.arguments.slice(0, position + 1);
  return at && before.every((argument) => argument.kind === "positional") ? at.value : undefined;
}

/** Every call below a node in text order; `functionAt` names the function that a definition node stands for. */
export function callsBelow(
  root: SyntaxNode,
  within: FunctionFacts | null,
  functionAt: (definition: SyntaxNode) => FunctionFacts | undefined,
): readonly CallFacts[] {
  const found: CallFacts[] = [];
  const visit = (node: SyntaxNode, owner: FunctionFacts | null): void => {
    if (node.type === "call") found.push(callOf(node, owner));
    const inner = node.type === "function_definition" ? (functionAt(node) ?? owner) : owner;
    for (const child of node.children) {
      if (child.isNamed) visit(child, child.fieldName === "body" ? inner : owner);
    }
  };
  visit(root, within);
  return found;
}

/** The facts of one call node. */
export function callOf(node: SyntaxNode, within: FunctionFacts | null): CallFacts {
  const callee = node.field("function") ?? node;
  let parsed: readonly Argument[] | undefined;
  return {
    node,
    callee,
    name: dottedName(callee),
    within,
    get arguments() {
      parsed ??= argumentsOf(node);
      return parsed;
    },
  };
}
