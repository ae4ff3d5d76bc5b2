import type { SyntaxNode } from "../../parse/tree.ts";
import type { ClassFacts, Decorator, FunctionFacts, ImportFacts, Parameter, Scope } from "./definitions.ts";
import { importsOf } from "./imports.ts";
import { bind, bindAsPatterns, bindTargets, bindWalrus, type OpenScope, openScope } from "./open-scope.ts";
import { parametersOf } from "./signature.ts";
import { dottedName } from "./syntax.ts";

/** The definitions and imports of a block in text order; those inside function bodies are not among them. */
export interface Found {
  readonly functions: FunctionFacts[];
  readonly classes: ClassFacts[];
  readonly imports: ImportFacts[];
}

/** What a function's body holds; bodies are read when somebody asks, since most are only ever resolved past. */
interface Inside {
  readonly scope: Scope;
  readonly found: Found;
}

/** The definitions and imports in a function's own body. */
export function foundInside(facts: FunctionFacts): Found {
  return facts instanceof FoundFunction ? facts.inside.found : { functions: [], classes: [], imports: [] };
}

/** A function of the walk; its signature and its inside are read when somebody asks. */
class FoundFunction implements FunctionFacts {
  readonly kind = "function";
  readonly name: string;
  readonly qualifiedName: string;
  readonly node: SyntaxNode;
  readonly whole: SyntaxNode;
  readonly owner: ClassFacts | null;
  readonly enclosing: FunctionFacts | null;
  #decorators: readonly Decorator[] | undefined;
  #parameters: readonly Parameter[] | undefined;
  #inside: Inside | undefined;
  readonly #read: (facts: FunctionFacts) => Inside;

  constructor(name: string, node: SyntaxNode, whole: SyntaxNode, site: Site, packageName: string) {
    this.name = name;
    this.qualifiedName = site.prefix + name;
    this.node = node;
    this.whole = whole;
    this.owner = site.owner;
    this.enclosing = site.enclosing;
    this.#read = (facts) => readInside(facts, site.scope, packageName);
  }

  get decorators(): readonly Decorator[] {
    this.#decorators ??= decoratorsOf(this.whole);
    return this.#decorators;
  }

  get parameters(): readonly Parameter[] {
    this.#parameters ??= parametersOf(this.node.field("parameters"));
    return this.#parameters;
  }

  get isAsync(): boolean {
    return this.node.text.startsWith("async");
  }

  get inside(): Inside {
    this.#inside ??= this.#read(this);
    return this.#inside;
  }

  get scope(): Scope {
    return this.inside.scope;
  }
}

function readInside(facts: FunctionFacts, outer: OpenScope, packageName: string): Inside {
  const found: Found = { functions: [], classes: [], imports: [] };
  const scope = openScope("function", outer);
  for (const parameter of facts.parameters) bindTargets(scope, parameter.node);
  const body = facts.node.field("body");
  const inner: Site = { scope, owner: null, enclosing: facts, prefix: `${facts.qualifiedName}.` };
  if (body) new ScopeWalk(found, packageName).block(body, inner);
  return { scope, found };
}

/** Where a definition stands while the tree is walked. */
interface Site {
  readonly scope: OpenScope;
  readonly owner: ClassFacts | null;
  readonly enclosing: FunctionFacts | null;
  readonly prefix: string;
}

/** The module's scope, and the definitions and imports outside of functions. Expressions are not entered. */
export function readScope(root: SyntaxNode, packageName: string): Found & { readonly scope: Scope } {
  const found: Found = { functions: [], classes: [], imports: [] };
  const scope = openScope("module", null);
  const walk = new ScopeWalk(found, packageName);
  walk.block(root, { scope, owner: null, enclosing: null, prefix: "" });
  return { ...found, scope };
}

/** Clauses and blocks whose statements belong to the scope around them. */
const TRANSPARENT = new Set([
  "block",
  "if_statement",
  "elif_clause",
  "else_clause",
  "for_statement",
  "while_statement",
  "try_statement",
  "except_clause",
  "except_group_clause",
  "finally_clause",
  "with_statement",
  "match_statement",
  "case_clause",
]);

class ScopeWalk {
  private readonly found: Found;
  private readonly packageName: string;

  constructor(found: Found, packageName: string) {
    this.found = found;
    this.packageName = packageName;
  }

  block(node: SyntaxNode, site: Site): void {
    for (const child of node.namedChildren) this.statement(child, site);
  }

  private statement(node: SyntaxNode, site: Site): void {
    switch (node.type) {
      case "decorated_definition": {
        const definition = node.field("definition");
        if (definition) this.definition(definition, node, site);
        return;
      }
      case "function_definition":
      case "class_definition":
        this.definition(node, node, site);
        return;
      case "import_statement":
      case "import_from_statement":
        for (const facts of importsOf(node, this.packageName)) {
          this.found.imports.push(facts);
          bind(site.scope, facts.local, facts);
        }
        return;
      case "expression_statement":
        for (const child of node.namedChildren) this.assignment(child, site);
        return;
      case "global_statement":
        // it says nothing new of a module's own name
        if (site.scope.kind !== "module")
          for (const name of node.namedChildren) bindTargets(site.scope, name);
        return;
      case "nonlocal_statement":
      case "delete_statement":
        for (const name of node.namedChildren) bindTargets(site.scope, name);
        return;
      default:
        if (TRANSPARENT.has(node.type)) this.compound(node, site);
    }
  }

  private compound(node: SyntaxNode, site: Site): void {
    const target = node.type === "for_statement" ? node.field("left") : null;
    if (target) bindTargets(site.scope, target);
    for (const child of node.namedChildren) {
      if (TRANSPARENT.has(child.type)) this.compound(child, site);
      else if (child.type === "with_clause" || child.type === "as_pattern") bindAsPatterns(site.scope, child);
      else if (child.type === "case_pattern") bindTargets(site.scope, child);
      else if (node.type === "block") this.statement(child, site);
      else if (
        node.type === "except_clause" &&
        child.type === "identifier" &&
        hasNameAfterComma(node, child)
      ) {
        bindTargets(site.scope, child);
      } else bindWalrus(site.scope, child);
    }
  }

  private assignment(node: SyntaxNode, site: Site): void {
    if (node.type !== "assignment" && node.type !== "augmented_assignment") {
      bindWalrus(site.scope, node);
      return;
    }
    const left = node.field("left");
    const right = node.field("right");
    if (!left) return;
    if (left.type === "identifier" && node.type === "assignment") {
      // a = b = value: the chain's value stands at its right end
      let value = right;
      while (value?.type === "assignment") value = value.field("right");
      bind(site.scope, left.text, { kind: "assignment", name: left.text, node, value });
    } else bindTargets(site.scope, left, node);
    if (right) this.assignment(right, site);
  }

  private definition(node: SyntaxNode, whole: SyntaxNode, site: Site): void {
    const name = node.field("name")?.text ?? "";
    if (node.type === "class_definition") {
      this.define(name, node, whole, site);
      return;
    }
    const facts = new FoundFunction(name, node, whole, site, this.packageName);
    this.found.functions.push(facts);
    bind(site.scope, name, facts);
  }

  private define(name: string, node: SyntaxNode, whole: SyntaxNode, site: Site): void {
    const methods = new Map<string, FunctionFacts>();
    const scope = openScope("class", site.scope);
    const qualifiedName = site.prefix + name;
    const { enclosing } = site;
    const facts: ClassFacts = {
      kind: "class",
      name,
      qualifiedName,
      node,
      whole,
      decorators: decoratorsOf(whole),
      enclosing,
      bases: basesOf(node),
      methods,
      scope,
    };
    this.found.classes.push(facts);
    bind(site.scope, name, facts);
    const body = node.field("body");
    if (body) this.block(body, { scope, enclosing, owner: facts, prefix: `${qualifiedName}.` });
    for (const [method, bindings] of scope.bindings) {
      const last = bindings.findLast((binding) => binding.kind === "function");
      if (last?.kind === "function") methods.set(method, last);
    }
  }
}

const NO_DECORATORS: readonly Decorator[] = [];

function decoratorsOf(whole: SyntaxNode): readonly Decorator[] {
  if (whole.type !== "decorated_definition") return NO_DECORATORS;
  return whole.namedChildren
    .filter((child) => child.type === "decorator")
    .map((node) => {
      const expression = node.namedChildren[0] ?? node;
      const call = expression.type === "call" ? expression : null;
      return { node, expression, call, name: dottedName(call ? call.field("function") : expression) };
    });
}

function basesOf(node: SyntaxNode): readonly SyntaxNode[] {
  const list = node.field("superclasses");
  return list ? writtenIn(list).flatMap((base) => behindMetaclass(base) ?? [base]) : [];
}

function writtenIn(list: SyntaxNode): readonly SyntaxNode[] {
  return list.namedChildren.filter(({ type }) => type !== "keyword_argument");
}

/** The bases of `six.with_metaclass(Meta, Base, Mixin)`, which stand after the metaclass. */
function behindMetaclass(base: SyntaxNode): readonly SyntaxNode[] | undefined {
  const called = base.type === "call" ? dottedName(base.field("function")) : undefined;
  const list = base.field("arguments");
  if (!list || !/(^|\.)with_metaclass$/.test(called ?? "")) return undefined;
  return writtenIn(list).slice(1);
}

/** Python 2's `except E, name:`. */
function hasNameAfterComma(clause: SyntaxNode, name: SyntaxNode): boolean {
  return clause.children[clause.children.indexOf(name) - 1]?.type === ",";
}
