import type { SyntaxNode } from "../../parse/tree.ts";

/** How a parameter takes its argument, as `inspect.Parameter.kind` names it. */
export type ParameterKind =
  | "positional-only"
  | "positional-or-keyword"
  | "var-positional"
  | "keyword-only"
  | "var-keyword";

/** One parameter of a function, `self` included. */
export interface Parameter {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly node: SyntaxNode;
  /** The default's expression; `null` when the argument must be given. */
  readonly defaultValue: SyntaxNode | null;
}

/** One `@expression` line. */
export interface Decorator {
  /** The whole decorator, `@` included. */
  readonly node: SyntaxNode;
  readonly expression: SyntaxNode;
  /** `a.b` of `@a.b` and of `@a.b(…)`; `undefined` for other expressions. */
  readonly name: string | undefined;
  /** The call of `@a.b(…)`; `null` for a bare `@a.b`. */
  readonly call: SyntaxNode | null;
}

/** An imported name, one per name bound (`from a import b, c` gives two). */
export interface ImportFacts {
  readonly kind: "import";
  /** The statement. */
  readonly node: SyntaxNode;
  /** The name bound in the scope: `a` for `import a.b`, `x` for `import a.b as x`; `*` for a star import. */
  readonly local: string;
  /** What the local name stands for, absolute: `a` for `import a.b`, `pkg.m.n` for `from .m import n`. */
  readonly target: string;
  /** The module that the statement loads: `a.b` for `import a.b`, `pkg.m` for `from .m import n`. */
  readonly module: string;
}

/** A value given to a name by assignment (`a = b`, `a: t = b`, also at class level); `value` is null for `a: t`. */
export interface AssignmentFacts {
  readonly kind: "assignment";
  readonly name: string;
  readonly node: SyntaxNode;
  /** The right side; `null` where the name gets only a part of it (unpacking) or nothing. */
  readonly value: SyntaxNode | null;
}

/** A name bound otherwise: a parameter, a loop variable, `with … as`, `except … as`, `del`, `global`, walrus. */
interface OtherBinding {
  readonly kind: "other";
  readonly name: string;
  readonly node: SyntaxNode;
}

/** What gives a name its meaning in a scope. */
export type Binding = ImportFacts | AssignmentFacts | OtherBinding | FunctionFacts | ClassFacts;

/** What a block binds. Names are looked up outwards; class scopes are seen only from their own block. */
export interface Scope {
  readonly kind: "module" | "class" | "function";
  readonly parent: Scope | null;
  /** Every binding of a name in text order; a name bound twice (`try: import a except: a = None`) has two. */
  readonly bindings: ReadonlyMap<string, readonly Binding[]>;
}

/** A function or method as it is written. */
export interface FunctionFacts {
  readonly kind: "function";
  readonly name: string;
  /** `Class.method`, `outer.inner`: as `__qualname__` without `<locals>`. */
  readonly qualifiedName: string;
  /** The `function_definition` node (decorators not included). */
  readonly node: SyntaxNode;
  /** The node with its decorators: `decorated_definition` or the same as `node`. */
  readonly whole: SyntaxNode;
  /** From the outermost (first line) to the innermost. */
  readonly decorators: readonly Decorator[];
  readonly parameters: readonly Parameter[];
  readonly isAsync: boolean;
  /** The class whose block holds the definition; `null` for functions and for functions inside methods. */
  readonly owner: ClassFacts | null;
  /** The function that encloses the definition, also through a class; `null` at module level. */
  readonly enclosing: FunctionFacts | null;
  readonly scope: Scope;
}

/** A class as it is written; what it inherits is told by `ProjectFacts.classOrder`. */
export interface ClassFacts {
  readonly kind: "class";
  readonly name: string;
  readonly qualifiedName: string;
  readonly node: SyntaxNode;
  readonly whole: SyntaxNode;
  readonly decorators: readonly Decorator[];
  /** The base expressions in order; keyword arguments such as `metaclass=` are left out. */
  readonly bases: readonly SyntaxNode[];
  /** The last definition of each method name in the class block. */
  readonly methods: ReadonlyMap<string, FunctionFacts>;
  readonly enclosing: FunctionFacts | null;
  readonly scope: Scope;
}
