import type { SyntaxNode, SyntaxTree } from "../../parse/tree.ts";
import { type CallFacts, callOf } from "./calls.ts";
import { DefinitionSpans } from "./definition-spans.ts";
import type { Binding, ClassFacts, FunctionFacts, ImportFacts, Scope } from "./definitions.ts";
import { isPackagePath } from "./module-names.ts";
import { type Found, foundInside, readScope } from "./scopes.ts";

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
  const isPackage = isPackagePath(path);
  const packageName = isPackage ? name : name.split(".").slice(0, -1).join(".");
  const { scope, ...found } = readScope(tree.root, packageName);
  const known = new KnownDefinitions(found, tree);
  const all = lazily(() => flatten(found));
  const calls = lazily(() =>
    tree.ofType("call").map((call) => callOf(call, (node) => known.functionAround(node) ?? null)),
  );
  return {
    path,
    name,
    packageName,
    text: tree.text,
    tree,
    scope,
    get imports() {
      return all().imports;
    },
    get functions() {
      return all().functions;
    },
    get classes() {
      return all().classes;
    },
    get calls() {
      return calls();
    },
    functionAt: (node) => known.functionAt(node),
    functionAround: (node) => known.functionAround(node) ?? null,
    classAround: (node) => known.classAround(node) ?? null,
    scopeAt: (node) => known.scopeAround(node) ?? scope,
    lookup: lookUp,
  };
}

function lookUp(wanted: string, from: Scope): ReturnType<ModuleFacts["lookup"]> {
  for (let at: Scope | null = from; at; at = at.parent) {
    if (at.kind === "class" && at !== from) continue;
    const bindings = at.bindings.get(wanted);
    if (bindings) return { scope: at, bindings };
  }
  return undefined;
}

function lazily<T>(compute: () => T): () => T {
  let held: { readonly value: T } | undefined;
  return () => {
    held ??= { value: compute() };
    return held.value;
  };
}

/** Everything found, also inside functions, in text order. */
function flatten(found: Found): Found {
  const functions = found.functions.flatMap((facts) => [facts, ...flatten(foundInside(facts)).functions]);
  const inside = functions.map(foundInside);
  const byStart = (a: { readonly node: SyntaxNode }, b: { readonly node: SyntaxNode }) =>
    a.node.start - b.node.start;
  return {
    functions,
    classes: [...found.classes, ...inside.flatMap((inner) => inner.classes)].sort(byStart),
    imports: [...found.imports, ...inside.flatMap((inner) => inner.imports)].sort(byStart),
  };
}

/** The definitions by their nodes; a function's inside is read on the way to what lies in it. */
class KnownDefinitions {
  private readonly functions = new Map<number, FunctionFacts>();
  private readonly classes = new Map<number, ClassFacts>();
  private readonly read = new Set<FunctionFacts>();

  private readonly spans: DefinitionSpans;

  constructor(found: Found, tree: SyntaxTree) {
    this.spans = new DefinitionSpans(tree);
    this.add(found);
  }

  private add(found: Found): void {
    for (const facts of found.functions) this.functions.set(facts.node.start, facts);
    for (const facts of found.classes) this.classes.set(facts.node.start, facts);
  }

  functionAt(definition: SyntaxNode): FunctionFacts | undefined {
    this.readAround(definition);
    return this.functions.get(definition.start);
  }

  functionAround(node: SyntaxNode): FunctionFacts | undefined {
    const definition = this.spans.around(node, "function");
    return definition && this.functionAt(definition);
  }

  classAround(node: SyntaxNode): ClassFacts | undefined {
    const definition = this.spans.around(node, "class");
    if (!definition) return undefined;
    this.readAround(definition);
    return this.classes.get(definition.start);
  }

  scopeAround(node: SyntaxNode): Scope | undefined {
    const definition = this.spans.around(node, "any");
    if (!definition) return undefined;
    this.readAround(definition);
    const known = definition.type === "class_definition" ? this.classes : this.functions;
    return known.get(definition.start)?.scope;
  }

  /** Reads the functions that enclose a definition, from the outermost inwards. */
  private readAround(definition: SyntaxNode): void {
    const outer = this.spans.around(definition, "function");
    if (!outer) return;
    const facts = this.functionAt(outer);
    if (!facts || this.read.has(facts)) return;
    this.read.add(facts);
    this.add(foundInside(facts));
  }
}
