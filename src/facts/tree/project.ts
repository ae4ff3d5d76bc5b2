import type { Parser, SyntaxNode, SyntaxTree } from "../../parse/tree.ts";
import type { CallFacts } from "../module/calls.ts";
import type { ClassFacts, FunctionFacts, Scope } from "../module/definitions.ts";
import { type ModuleFacts, readModule } from "../module/module.ts";
import { isTestPath, moduleNames, overlaidNames } from "../module/module-names.ts";
import { findCallee } from "./callees.ts";
import { findCallers } from "./callers.ts";
import { ancestorsOf, type ClassOrder } from "./class-order.ts";
import { FactMemory } from "./fact-memory.ts";
import { type Meaning, Meanings } from "./meanings.ts";
import type { SourceReader } from "./source-reader.ts";
import { pathsThatMayHold } from "./word-index.ts";

export type { Meaning } from "./meanings.ts";

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

/** What may be done otherwise, or be told, while facts are gathered. */
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
 *
 * Rules and facts are given this one object, and it hands most questions on: what names mean to `Meanings`, which
 * classes come above one to `class-order.ts`, who calls whom to `callees.ts` and `callers.ts`, what was worked out
 * before to `FactMemory`.
 */
export class ProjectFacts {
  readonly sources: SourceReader;
  private readonly treeOf: (path: string, text: string) => SyntaxTree;
  private readonly reads: (path: string) => void;
  private readonly names: ReadonlyMap<string, string>;
  private readonly furtherNames: ReadonlyMap<string, string>;
  private readonly nameByPath: ReadonlyMap<string, string>;
  private readonly modules = new Map<string, ModuleFacts | undefined>();
  private readonly memory = new FactMemory();
  private held = { modules: 0, characters: 0 };
  private knownCode: readonly string[] | undefined;
  private readonly texts = new Map<string, string>();
  private readonly meanings: Meanings = new Meanings(this);
  private readonly orders = new Map<ClassFacts, ClassOrder>();

  constructor(sources: SourceReader, parser: Parser, { treeOf, reads }: FactsOptions = {}) {
    this.sources = sources;
    this.treeOf = treeOf ?? ((_path, text) => parser.parseWhole(text));
    this.reads = reads ?? (() => {});
    this.names = moduleNames(sources.paths);
    this.furtherNames = overlaidNames(sources.paths, this.names);
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
    return this.names.get(name) ?? this.furtherNames.get(name);
  }

  moduleNamed(name: string): ModuleFacts | undefined {
    const path = this.pathOf(name);
    return path === undefined ? undefined : this.module(path);
  }

  /** Python files outside of tests whose text holds at least one of the literals; reads the tree once, parses nothing. */
  pathsMentioning(...literals: readonly string[]): readonly string[] {
    return this.onceOfTexts(`mentioning ${literals.join("\0")}`, () => {
      const found = literals.flatMap((literal) =>
        [...(pathsThatMayHold(this, literal) ?? this.code)].filter((path) =>
          this.text(path)?.includes(literal),
        ),
      );
      return [...new Set(found)].sort();
    });
  }

  /** Python files outside of tests, sorted. */
  get code(): readonly string[] {
    this.knownCode ??= this.sources.paths.filter((path) => path.endsWith(".py") && !isTestPath(path));
    return this.knownCode;
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
    this.meanings.forget();
    this.orders.clear();
    this.held = { modules: 0, characters: 0 };
  }

  /** Lets go of what expressions mean: most are asked for once more only within their own module. */
  forgetMeanings(): void {
    this.meanings.forgetNodes();
  }

  /** Lets go of the text of a file that nobody will ask for again; it would be read again. */
  forgetText(path: string): void {
    this.texts.delete(path);
  }

  /** Something about the whole tree, worked out once; `key` names it, the rule's or analysis' own. */
  once<T>(key: string, compute: () => T): T {
    return this.memory.once(key, compute);
  }

  /** The same about a module, class or function: a look-up by what it is about costs less than by a long name. */
  onceFor<T>(about: ModuleFacts | ClassFacts | FunctionFacts, key: string, compute: () => T): T {
    return this.memory.onceFor(about, key, compute);
  }

  /** The same for what is much and asked for of one module after the other: only the last one's is kept. */
  latest<T>(about: ModuleFacts, key: string, compute: () => T): T {
    return this.memory.latest(about, key, compute);
  }

  /** The same for what is read from texts alone and holds no facts or nodes: it outlives `forget`. */
  onceOfTexts<T>(key: string, compute: () => T): T {
    return this.memory.onceOfTexts(key, compute);
  }

  /** What an absolute dotted name stands for, through re-exports. */
  resolve(dotted: string): Meaning {
    return this.meanings.resolve(dotted);
  }

  /** What a chain of names and attributes means at its place; `self` and `cls` are the class around a method. */
  meaning(module: ModuleFacts, node: SyntaxNode): Meaning {
    return this.meanings.meaning(module, node);
  }

  /** The same for a dotted name written in a given scope. */
  meaningOf(module: ModuleFacts, dotted: string, scope: Scope): Meaning {
    return this.meanings.meaningOf(module, dotted, scope);
  }

  /**
   * The absolute name of what an expression refers to: `oslo_concurrency.lockutils.synchronized` of `lockutils.synchronized`;
   * as far as imports explain it where the tree does not have it (`CONF.a` is `oslo_config.cfg.CONF.a`).
   */
  qualifiedName(module: ModuleFacts, node: SyntaxNode): string | undefined {
    return this.meanings.qualifiedName(module, node);
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
}
