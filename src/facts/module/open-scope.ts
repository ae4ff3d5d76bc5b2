import type { SyntaxNode } from "../../parse/tree.ts";
import type { Binding, Scope } from "./definitions.ts";
import { descendants } from "./syntax.ts";

/** A scope whose names are still gathered. */
export interface OpenScope extends Scope {
  readonly bindings: Map<string, Binding[]>;
}

/** A scope without names. */
export function openScope(kind: Scope["kind"], parent: Scope | null): OpenScope {
  return { kind, parent, bindings: new Map() };
}

/** Adds a binding of the name, behind those that it has. */
export function bind(scope: OpenScope, name: string, binding: Binding): void {
  // the parser puts a name of no length where broken code lacks one
  if (name === "") return;
  const held = scope.bindings.get(name);
  if (held) held.push(binding);
  else scope.bindings.set(name, [binding]);
}

/** Binds the names of an assignment target or parameter; attributes and subscripts bind nothing. */
export function bindTargets(scope: OpenScope, target: SyntaxNode, statement: SyntaxNode = target): void {
  switch (target.type) {
    case "identifier":
      bind(scope, target.text, { kind: "other", name: target.text, node: statement });
      return;
    case "default_parameter":
    case "typed_default_parameter": {
      const name = target.field("name");
      if (name) bindTargets(scope, name, statement);
      return;
    }
    case "typed_parameter": {
      const inner = target.namedChildren[0];
      if (inner) bindTargets(scope, inner, statement);
      return;
    }
    case "attribute":
    case "subscript":
      return;
    default:
      for (const child of target.namedChildren) bindTargets(scope, child, statement);
  }
}

/** Binds the names after `as` below a node. */
export function bindAsPatterns(scope: OpenScope, node: SyntaxNode): void {
  for (const child of descendants(node)) {
    if (child.type === "as_pattern_target") for (const name of child.namedChildren) bindTargets(scope, name);
  }
}

/** Binds the names before `:=` below a node. */
export function bindWalrus(scope: OpenScope, node: SyntaxNode): void {
  if (!node.text.includes(":=")) return;
  for (const child of descendants(node)) {
    const name = child.type === "named_expression" ? child.field("name") : null;
    if (name) bindTargets(scope, name);
  }
}
