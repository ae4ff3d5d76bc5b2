import type { SyntaxNode, SyntaxTree } from "../parse/tree.ts";
import { type CallFacts, callsBelow } from "./calls.ts";
import type { Binding, ClassFacts, FunctionFacts, ImportFacts, Scope } from "./definitions.ts";
import { readScope } from "./scopes.ts";

/** What one module defines, imports and calls. */
export interface ModuleFacts {
  /** From the checkout root. */
  readonly path: string;
  /** `a.b` of `a/b.py` and of `a/b/__init__.py`. */
  readonly name: string;
  /** The package that relative imports start from. */
  readonly packageName: string;
  readonly text: string;
  readonly tree: SyntaxTree;
  readonly scope: Scope;
  /** Every import statement's names, those inside functions too. */
  readonly imports: readonly ImportFacts[];
  /** Every function and method, nested ones too, in text order. */
  readonly functions: readonly FunctionFacts[];
  readonly classes: readonly ClassFacts[];
  /** Every call in text order; walked on first use. */
  readonly calls: readonly CallFacts[];
  /** The function that a `function_definition` node defines. */
  functionAt(definition: SyntaxNode): FunctionFacts | undefined;
  /** The scope in which the names of a node are looked up; O(depth). Decorators and defaults belong outside. */
  scopeAt(node: SyntaxNode): Scope;
  /** The innermost function whose body holds the node; `null` at module or class level. */
  functionAround(node: SyntaxNode): FunctionFacts | null;
  /** The class whose block (methods included) holds the node. */
  classAround(node: SyntaxNode): ClassFacts | null;
  /** The bindings of a name as seen from a scope, with the scope that holds them; `undefined` when nothing binds it. */
  lookup(
    name: string,
    from: Scope,
  ): { readonly scope: Scope; readonly bindings: readonly Binding[] } | undefined;
}

/** Reads the facts of a parsed module. Broken Python gives the facts of its readable parts. */
export function readModule(path: string, name: string, tree: SyntaxTree): ModuleFacts {
  const isPackage = /(^|\/)__init__\.py$/.test(path);
  const packageName = isPackage ? name : name.split(".").slice(0, -1).join(".");
  const { scope, functions, classes, imports } = readScope(tree.root, packageName);
  const functionsByStart = new Map(functions.map((facts) => [facts.node.start, facts]));
  const classesByStart = new Map(classes.map((facts) => [facts.node.start, facts]));
  const functionAt = (node: SyntaxNode) => functionsByStart.get(node.start);
  const around = (node: SyntaxNode, type: string): SyntaxNode | undefined => {
    for (let at = node; at.parent; at = at.parent)
      if (at.fieldName === "body" && at.parent.type === type) return at.parent;
    return undefined;
  };
  let calls: readonly CallFacts[] | undefined;
  return {
    path,
    name,
    packageName,
    text: tree.text,
    tree,
    scope,
    imports,
    functions,
    classes,
    get calls() {
      calls ??= callsBelow(tree.root, null, functionAt);
      return calls;
    },
    functionAt,
    functionAround(node) {
      const definition = around(node, "function_definition");
      return (definition && functionAt(definition)) ?? null;
    },
    classAround(node) {
      const definition = around(node, "class_definition");
      return (definition && classesByStart.get(definition.start)) ?? null;
    },
    scopeAt(node) {
      for (let at = node; at.parent; at = at.parent) {
        if (at.fieldName !== "body") continue;
        const holder = functionsByStart.get(at.parent.start) ?? classesByStart.get(at.parent.start);
        if (holder && holder.node.type === at.parent.type) return holder.scope;
      }
      return scope;
    },
    lookup(wanted, from) {
      for (let at: Scope | null = from; at; at = at.parent) {
        if (at.kind === "class" && at !== from) continue;
        const bindings = at.bindings.get(wanted);
        if (bindings) return { scope: at, bindings };
      }
      return undefined;
    },
  };
}
