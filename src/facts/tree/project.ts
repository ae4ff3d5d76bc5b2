import type { Parser, SyntaxNode, SyntaxTree } from "../../parse/tree.ts";
import type { CallFacts } from "../module/calls.ts";
import type { AssignmentFacts, Binding, ClassFacts, FunctionFacts, Scope } from "../module/definitions.ts";
import { type ModuleFacts, readModule } from "../module/module.ts";
import { isTestPath, moduleNames } from "../module/module-names.ts";
import { dottedName } from "../module/syntax.ts";
import { findCallee } from "./callees.ts";
import { findCallers } from "./callers.ts";
import { ancestorsOf, type ClassOrder } from "./class-order.ts";
import { FactMemory } from "./fact-memory.ts";
import type { SourceReader } from "./source-reader.ts";

/** What an expression or dotted name stands for. */
export type Meaning =
  | { readonly kind: "module"; readonly module: ModuleFacts }
  | { readonly kind: "function"; readonly module: ModuleFacts; readonly function: FunctionFacts }
  | { readonly kind: "class"; readonly module: ModuleFacts; readonly class: ClassFacts }
  | { readonly kind: "assignment"; readonly module: ModuleFacts; readonly assignment: AssignmentFacts }
  /** Something imported from outside the tree, under its absolute dotted name. */
  | { readonly kind: "external"; readonly name: string }
  /** An attribute of something whose value is not known: `CONF.a.b` is `b` of `a` of the assignment `CONF`. */
  | { readonly kind: "unknown" };

/** A class together with the module that defines it. */
export interface PlacedClass {
  readonly module: ModuleFacts;
  readonly class: ClassFacts;
}

/** A function together with the module that defines it. */
export interface PlacedFunction {
  readonly module: ModuleFacts;
  readonly function: FunctionFacts;
}

/** A call whose callee is known for certain. */
export interface PlacedCall {
  readonly module: ModuleFacts;
  readonly call: CallFacts;
}

/** How a call's callee was found: `bound` when the first parameter is already filled (`self.m()`, `C.cm()`, `C()`). */
export interface Callee extends PlacedFunction {
  readonly bound: boolean;
  /** The class that `C()` makes an instance of, or whose method is called. */
  readonly class: PlacedClass | null;
}

const UNKNOWN: Meaning = { kind: "unknown" };
const MAX_HOPS = 12;

/** What those have to do with who gather facts over a whole tree. */
interface FactsOptions {
  /** Gives the tree of a file's text where something else than the parser has it. */
  readonly treeOf?: (path: string, text: string) => SyntaxTree;
  /** Told of each file whose text or facts are asked for, before they are given. */
  readonly reads?: (path: string) => void;
}

/**
 * Facts over one tree, read on demand: a module is parsed when first asked for and then kept.
 *
 * Every answer is certain or absent: a name with bindings that disagree has no meaning here.
 */
export class ProjectFacts {
  readonly sources: SourceReader;
  private readonly treeOf: (path: string, text: string) => SyntaxTree;
  private readonly reads: (path: string) => void;
  private readonly names: ReadonlyMap<string, string>;
  private readonly nameByPath: ReadonlyMap<string, string>;
  private readonly modules = new Map<string, ModuleFacts | undefined>();
  private readonly memory = new FactMemory();
  private held = { modules: 0, characters: 0 };
  private code: readonly string[] | undefined;
  private readonly texts = new Map<string, string>();
  private readonly resolved = new Map<string, Meaning>();
  // no weak maps: with so many keys they slow every garbage collection down
  private readonly meanings = new Map<Scope, Map<string, Meaning>>();
  private readonly orders = new Map<ClassFacts, ClassOrder>();

  constructor(sources: SourceReader, parser: Parser, { treeOf, reads }: FactsOptions = {}) {
    this.sources = sources;
    this.treeOf = treeOf ?? ((_path, text) => parser.parseWhole(text));
    this.reads = reads ?? (() => {});
    this.names = moduleNames(sources.paths);
    this.nameByPath = new Map([...this.names].map(([name, path]) => [path, name]));
  }

  /** The text of a file of the tree, read once. */
  text(path: string): string | undefined {
    this.reads(path);
    const held = this.texts.get(path);
    if (held !== undefined) return held;
    const text = this.sources.read(path);
    if (text !== undefined) this.texts.set(path, text);
    return text;
  }

  /** The facts of the module at a path; `undefined` when it cannot be read. */
  module(path: string): ModuleFacts | undefined {
    this.reads(path);
    if (this.modules.has(path)) return this.modules.get(path);
    const text = this.text(path);
    const name = this.nameByPath.get(path) ?? path.replace(/\.py$/, "").replaceAll("/", ".");
    const module = text === undefined ? undefined : readModule(path, name, this.treeOf(path, text));
    this.modules.set(path, module);
    this.held.modules++;
    this.held.characters += text?.length ?? 0;
    return module;
  }

  /**
   * The facts of the module at a path that is known to be readable.
   *
   * @throws Error when it is not: a bug of the caller.
   */
  moduleAt(path: string): ModuleFacts {
    const module = this.module(path);
    if (!module) throw new Error(`${path} cannot be read`);
    return module;
  }

  /** The path of a module of the tree by its dotted name. */
  pathOf(name: string): string | undefined {
    return this.names.get(name);
  }

  moduleNamed(name: string): ModuleFacts | undefined {
    const path = this.names.get(name);
    return path === undefined ? undefined : this.module(path);
  }

  /** Python files outside of tests whose text holds at least one of the literals; reads the tree once, parses nothing. */
  pathsMentioning(...literals: readonly string[]): readonly string[] {
    this.code ??= [...this.names.values()].filter((path) => !isTestPath(path));
    const { code } = this;
    return this.onceOfTexts(`mentioning ${literals.join("\0")}`, () =>
      code.filter((path) => {
        const text = this.text(path);
        return text !== undefined && literals.some((literal) => text.includes(literal));
      }),
    );
  }

  /** How many modules are held as trees. */
  get parsed(): number {
    return this.held.modules;
  }

  /** The length of their code. */
  get characters(): number {
    return this.held.characters;
  }

  /**
   * Lets go of all that was parsed, for trees that are larger than memory; what is asked for again is worked out again.
   *
   * Facts from before and from after must not be compared: it is for between two modules.
   */
  forget(): void {
    this.modules.clear();
    this.memory.forget();
    this.resolved.clear();
    this.meanings.clear();
    this.orders.clear();
    this.held = { modules: 0, characters: 0 };
  }

  /** Lets go of what expressions mean: most are asked for once more only within their own module. */
  forgetMeanings(): void {
    this.meanings.clear();
  }

  /** Lets go of the text of a file that nobody will ask for again; it would be read again. */
  forgetText(path: string): void {
    this.texts.delete(path);
  }

  /** As `FactMemory.once`. */
  once<T>(key: string, compute: () => T): T {
    return this.memory.once(key, compute);
  }

  /** As `FactMemory.onceFor`. */
  onceFor<T>(about: ModuleFacts | ClassFacts | FunctionFacts, key: string, compute: () => T): T {
    return this.memory.onceFor(about, key, compute);
  }

  /** As `FactMemory.latest`. */
  latest<T>(about: ModuleFacts, key: string, compute: () => T): T {
    return this.memory.latest(about, key, compute);
  }

  /** As `FactMemory.onceOfTexts`. */
  onceOfTexts<T>(key: string, compute: () => T): T {
    return this.memory.onceOfTexts(key, compute);
  }

  /** What an absolute dotted name stands for, through re-exports. */
  resolve(dotted: string, hops = 0): Meaning {
    const held = this.resolved.get(dotted);
    if (held) return held;
    const meaning = this.resolveAnew(dotted, hops);
    // deep in a chain the answer may be cut short
    if (hops < MAX_HOPS / 2) this.resolved.set(dotted, meaning);
    return meaning;
  }

  private resolveAnew(dotted: string, hops: number): Meaning {
    if (hops > MAX_HOPS) return UNKNOWN;
    const parts = dotted.split(".");
    for (let length = parts.length; length > 0; length--) {
      const module = this.moduleNamed(parts.slice(0, length).join("."));
      if (!module) continue;
      return this.attributes({ kind: "module", module }, parts.slice(length), hops);
    }
    const inTree = this.names.has(parts[0] ?? "");
    return inTree ? UNKNOWN : { kind: "external", name: dotted };
  }

  /** What a chain of names and attributes means at its place; `self` and `cls` are the class around a method. */
  meaning(module: ModuleFacts, node: SyntaxNode): Meaning {
    const dotted = dottedName(node);
    if (dotted === undefined) return UNKNOWN;
    const scope = readScopeOf(module.scopeAt(node), node, dotted);
    let held = this.meanings.get(scope);
    if (!held) {
      held = new Map();
      this.meanings.set(scope, held);
    }
    const meaning = held.get(dotted) ?? this.meaningOf(module, dotted, scope);
    held.set(dotted, meaning);
    return meaning;
  }

  /** The same for a dotted name written in a given scope. */
  meaningOf(module: ModuleFacts, dotted: string, scope: Scope, hops = 0): Meaning {
    if (hops > MAX_HOPS) return UNKNOWN;
    const [first = "", ...rest] = dotted.split(".");
    const found = module.lookup(first, scope);
    if (found) return this.attributes(this.bindingsMeaning(module, found.bindings, hops), rest, hops);
    for (const star of module.scope.bindings.get("*") ?? []) {
      if (star.kind !== "import") continue;
      const meaning = this.resolve(`${star.module}.${dotted}`, hops + 1);
      if (meaning.kind !== "unknown") return meaning;
    }
    return UNKNOWN;
  }

  /**
   * The absolute name of what an expression refers to: `oslo_concurrency.lockutils.synchronized` of
   * `lockutils.synchronized`, `pkg.mod.NAME` of something the tree defines. For attributes of unknown
   * values the name stays as far as imports explain it (`CONF.a` of `CONF = cfg.CONF` is `oslo_config.cfg.CONF.a`).
   */
  qualifiedName(module: ModuleFacts, node: SyntaxNode): string | undefined {
    const dotted = dottedName(node);
    return dotted === undefined ? undefined : this.qualify(module, dotted, module.scopeAt(node));
  }

  /** The same for a dotted name written in a given scope. */
  qualify(module: ModuleFacts, dotted: string, scope: Scope, hops = 0): string | undefined {
    if (hops > MAX_HOPS) return undefined;
    const [first = "", ...rest] = dotted.split(".");
    const binding = module.lookup(first, scope)?.bindings[0];
    if (!binding) return undefined;
    const tail = rest.length > 0 ? `.${rest.join(".")}` : "";
    switch (binding?.kind) {
      case "other":
        return undefined;
      case "import":
        return this.qualifyTarget(`${binding.target}${tail}`, hops + 1);
      case "assignment": {
        const alias = dottedName(binding.value);
        const through =
          alias && alias !== dotted
            ? this.qualify(module, alias, module.scopeAt(binding.node), hops + 1)
            : undefined;
        return through ? `${through}${tail}` : `${module.name}.${first}${tail}`;
      }
      default:
        return `${module.name}.${binding.qualifiedName}${tail}`;
    }
  }

  /** Follows re-exports and aliases of modules in the tree. */
  private qualifyTarget(dotted: string, hops: number): string {
    const parts = dotted.split(".");
    for (let length = parts.length - 1; length > 0; length--) {
      const path = this.names.get(parts.slice(0, length).join("."));
      if (path === undefined || this.names.has(parts.slice(0, length + 1).join("."))) continue;
      const module = this.module(path);
      return (module && this.qualify(module, parts.slice(length).join("."), module.scope, hops)) ?? dotted;
    }
    return dotted;
  }

  /** The base classes that are known, nearest first (C3), and whether that is all of them. */
  classOrder(placed: PlacedClass): ClassOrder {
    const held = this.orders.get(placed.class);
    if (held) return held;
    const order = ancestorsOf(this, placed);
    this.orders.set(placed.class, order);
    return order;
  }

  /** The method an instance of the class answers with; `undefined` when none is known. */
  findMethod(placed: PlacedClass, name: string): PlacedFunction | undefined {
    for (const { module, class: owner } of this.classOrder(placed).classes) {
      const method = owner.methods.get(name);
      if (method) return { module, function: method };
    }
    return undefined;
  }

  /** The class around a method's body; `undefined` outside of one. */
  classAround(module: ModuleFacts, node: SyntaxNode): PlacedClass | undefined {
    const facts = module.classAround(node);
    return facts ? { module, class: facts } : undefined;
  }

  /**
   * The function that a call runs, when that is certain: functions, classes (their `__init__`), `self.m()`,
   * `cls.m()`, `super().m()`, `Class.m()`. Decorators of the function are not looked at.
   */
  callee(module: ModuleFacts, call: SyntaxNode): Callee | undefined {
    const callee = call.field("function");
    return callee ? this.calleeOf(module, callee) : undefined;
  }

  /** The same for a reference to a function that is not called here (`partial(f)`, `target=f`). */
  calleeOf(module: ModuleFacts, callee: SyntaxNode): Callee | undefined {
    return findCallee(this, module, callee);
  }

  /**
   * Every call in the tree that certainly runs the function; parses the modules whose text can hold one. Callers that
   * name neither its module nor its class (a re-export under another name) are not found, nor are those in tests.
   */
  callersOf(target: PlacedFunction): readonly PlacedCall[] {
    return this.onceFor(target.function, "callers", () => findCallers(this, target));
  }

  private bindingsMeaning(module: ModuleFacts, bindings: readonly Binding[], hops: number): Meaning {
    // `try: import a` / `except ImportError: a = None`: one binding means something, the others are stand-ins
    const telling = bindings.filter((binding) => !isStandIn(binding));
    const [only, ...others] = telling;
    if (!only || (others.length > 0 && !sameTarget(telling))) return UNKNOWN;
    return this.bindingMeaning(module, only, hops);
  }

  private bindingMeaning(module: ModuleFacts, binding: Binding, hops: number): Meaning {
    switch (binding.kind) {
      case "import":
        return this.resolve(binding.target, hops + 1);
      case "function":
        return { kind: "function", module, function: binding };
      case "class":
        return { kind: "class", module, class: binding };
      case "assignment": {
        const alias = dottedName(binding.value);
        if (alias === undefined || alias === binding.name)
          return { kind: "assignment", module, assignment: binding };
        const meaning = this.meaningOf(module, alias, module.scopeAt(binding.node), hops + 1);
        return meaning.kind === "unknown" ? { kind: "assignment", module, assignment: binding } : meaning;
      }
      case "other":
        return UNKNOWN;
    }
  }

  private attributes(start: Meaning, names: readonly string[], hops: number): Meaning {
    let meaning = start;
    for (const name of names) meaning = this.attribute(meaning, name, hops);
    return meaning;
  }

  private attribute(of: Meaning, name: string, hops: number): Meaning {
    switch (of.kind) {
      case "module": {
        const bindings = of.module.scope.bindings.get(name);
        if (bindings) return this.bindingsMeaning(of.module, bindings, hops + 1);
        const below = this.moduleNamed(`${of.module.name}.${name}`);
        if (below) return { kind: "module", module: below };
        return this.meaningOf(of.module, name, of.module.scope, hops + 1);
      }
      case "class": {
        for (const { module, class: owner } of this.classOrder(of).classes) {
          const bindings = owner.scope.bindings.get(name);
          if (bindings) return this.bindingsMeaning(module, bindings, hops + 1);
        }
        return UNKNOWN;
      }
      case "external":
        return { kind: "external", name: `${of.name}.${name}` };
      default:
        return UNKNOWN;
    }
  }
}

/** A class block runs from its top: a name that it binds only below the node is that of the block around it there. */
function readScopeOf(scope: Scope, node: SyntaxNode, dotted: string): Scope {
  if (scope.kind !== "class" || !scope.parent) return scope;
  const bindings = scope.bindings.get(dotted.split(".", 1)[0] ?? "");
  return bindings?.every((binding) => binding.node.start > node.start) ? scope.parent : scope;
}

function isStandIn(binding: Binding): boolean {
  return binding.kind === "assignment" && binding.value?.type === "none";
}

function sameTarget(bindings: readonly Binding[]): boolean {
  const targets = bindings.map((binding) => (binding.kind === "import" ? binding.target : undefined));
  return targets.every((target) => target !== undefined && target === targets[0]);
}
