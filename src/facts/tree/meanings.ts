import type { SyntaxNode } from "../../parse/tree.ts";
import { isInside } from "../../text/span.ts";
import type { AssignmentFacts, Binding, ClassFacts, FunctionFacts, Scope } from "../module/definitions.ts";
import { bindingsUnderGlobal } from "../module/global-bindings.ts";
import type { ModuleFacts } from "../module/module.ts";
import { isPackagePath } from "../module/module-names.ts";
import { dottedName } from "../module/syntax.ts";
import type { ProjectFacts } from "./project.ts";

/** What an expression or dotted name stands for. */
export type Meaning =
  | { readonly kind: "module"; readonly module: ModuleFacts }
  | { readonly kind: "function"; readonly module: ModuleFacts; readonly function: FunctionFacts }
  | { readonly kind: "class"; readonly module: ModuleFacts; readonly class: ClassFacts }
  | { readonly kind: "assignment"; readonly module: ModuleFacts; readonly assignment: AssignmentFacts }
  /** Something imported from outside the tree, under its absolute dotted name. */
  | { readonly kind: "external"; readonly name: string }
  /** Nothing certain: an attribute of a value, or a name whose bindings disagree. */
  | { readonly kind: "unknown" };

const UNKNOWN: Meaning = { kind: "unknown" };
const MAX_HOPS = 12;

/** What names and expressions of a tree stand for, worked out once. */
export class Meanings {
  private readonly project: ProjectFacts;
  private readonly resolved = new Map<string, Meaning>();
  // no weak maps: with so many keys they slow every garbage collection down
  private readonly held = new Map<Scope, Map<string, Meaning>>();

  constructor(project: ProjectFacts) {
    this.project = project;
  }

  forget(): void {
    this.resolved.clear();
    this.held.clear();
  }

  /** Lets go of what expressions mean, not of what absolute names do. */
  forgetNodes(): void {
    this.held.clear();
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
      const module = this.project.moduleNamed(parts.slice(0, length).join("."));
      if (!module) continue;
      return this.attributes({ kind: "module", module }, parts.slice(length), hops);
    }
    const inTree = this.project.pathOf(parts[0] ?? "") !== undefined;
    return inTree ? UNKNOWN : { kind: "external", name: dotted };
  }

  /** What a chain of names and attributes means at its place; `self` and `cls` are the class around a method. */
  meaning(module: ModuleFacts, node: SyntaxNode): Meaning {
    const dotted = dottedName(node);
    if (dotted === undefined) return UNKNOWN;
    const scope = readScopeOf(module.scopeAt(node), node, dotted);
    let held = this.held.get(scope);
    if (!held) {
      held = new Map();
      this.held.set(scope, held);
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
  private qualify(module: ModuleFacts, dotted: string, scope: Scope, hops = 0): string | undefined {
    if (hops > MAX_HOPS) return undefined;
    const [first = "", ...rest] = dotted.split(".");
    const binding = module.lookup(first, scope)?.bindings[0];
    if (!binding) return undefined;
    const tail = rest.length > 0 ? `.${rest.join(".")}` : "";
    switch (binding.kind) {
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
      const path = this.project.pathOf(parts.slice(0, length).join("."));
      if (path === undefined || this.project.pathOf(parts.slice(0, length + 1).join(".")) !== undefined)
        continue;
      const module = this.project.module(path);
      return (module && this.qualify(module, parts.slice(length).join("."), module.scope, hops)) ?? dotted;
    }
    return dotted;
  }

  private bindingsMeaning(module: ModuleFacts, bindings: readonly Binding[], hops: number): Meaning {
    // `try: import a` / `except ImportError: a = None`: one binding means something, the others say nothing of it
    const telling = bindings.filter((binding) => !isSilent(binding));
    const [only, ...others] = telling;
    if (!only || (others.length > 0 && !sameTarget(telling))) return UNKNOWN;
    return this.bindingMeaning(module, only, hops);
  }

  private bindingMeaning(module: ModuleFacts, binding: Binding, hops: number): Meaning {
    switch (binding.kind) {
      case "import":
        if (this.isBesideToo(module, binding.target)) return UNKNOWN;
        return this.resolve(this.besideScript(module, binding.target) ?? binding.target, hops + 1);
      case "function":
        return { kind: "function", module, function: binding };
      case "class":
        return { kind: "class", module, class: binding };
      case "assignment": {
        const alias = dottedName(binding.value);
        if (alias === undefined || alias === binding.name || isGivenMore(module, binding))
          return { kind: "assignment", module, assignment: binding };
        const meaning = this.meaningOf(module, alias, module.scopeAt(binding.node), hops + 1);
        return meaning.kind === "unknown" ? { kind: "assignment", module, assignment: binding } : meaning;
      }
      case "other":
        return UNKNOWN;
    }
  }

  /** `import config`, where the tree has one at its top and one beside the module: Python 2 and programs look there first. */
  private isBesideToo({ name, path }: ModuleFacts, target: string): boolean {
    const end = target.indexOf(".");
    const root = end < 0 ? target : target.slice(0, end);
    const top = this.project.pathOf(root);
    if (top === undefined || isPackagePath(top)) return false;
    const home = isPackagePath(path) ? name : name.slice(0, Math.max(0, name.lastIndexOf(".")));
    return this.project.pathOf(`${home}.${root}`) !== undefined;
  }

  /** `import paint` in a folder that is no package: it has programs, and Python looks beside them first. */
  private besideScript({ name, path }: ModuleFacts, target: string): string | undefined {
    const end = name.lastIndexOf(".");
    const home = end < 0 || isPackagePath(path) ? "" : name.slice(0, end);
    if (home === "" || this.project.pathOf(home) !== undefined) return undefined;
    const root = target.split(".")[0] ?? "";
    if (this.project.pathOf(root) !== undefined) return undefined;
    return this.project.pathOf(`${home}.${root}`) === undefined ? undefined : `${home}.${target}`;
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
        const below = this.project.moduleNamed(`${of.module.name}.${name}`);
        if (below) return { kind: "module", module: below };
        return this.meaningOf(of.module, name, of.module.scope, hops + 1);
      }
      case "class": {
        for (const { module, class: owner } of this.project.classOrder(of).classes) {
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

/**
 * A class block runs from its top: a name that it binds only below the node is that of the block around it there, and so is the
 * one on the right of `shop = shop.open()`.
 */
function readScopeOf(scope: Scope, node: SyntaxNode, dotted: string): Scope {
  if (scope.kind !== "class" || !scope.parent) return scope;
  const bindings = scope.bindings.get(dotted.split(".", 1)[0] ?? "");
  const isLater = (binding: Binding) =>
    binding.node.start > node.start ||
    (binding.kind === "assignment" && binding.value !== null && isInside(node, binding.value));
  return bindings?.every(isLater) ? scope.parent : scope;
}

/** Whether a binding stands in for a value, as `None` does, or takes the value away, `del a`, from who reads it later. */
function isSilent(binding: Binding): boolean {
  if (binding.kind === "assignment") return binding.value?.type === "none";
  if (binding.kind !== "other") return false;
  const { parent } = binding.node;
  return (parent?.type === "expression_list" ? parent.parent : parent)?.type === "delete_statement";
}

function sameTarget(bindings: readonly Binding[]): boolean {
  const targets = bindings.map((binding) => (binding.kind === "import" ? binding.target : undefined));
  return targets.every((target) => target !== undefined && target === targets[0]);
}

/** Whether functions give the name of a module's block another value: `global LATER`. */
function isGivenMore(module: ModuleFacts, { name, node }: AssignmentFacts): boolean {
  return module.scopeAt(node) === module.scope && bindingsUnderGlobal(module, name).length > 0;
}
