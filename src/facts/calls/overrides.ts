import type { CallFacts } from "../module/calls.ts";
import type { Parameter } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { PlacedClass, PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { accepts, passingOf } from "./call-fit.ts";
import { keepsSignature } from "./kept-signature.ts";

/** A method and the nearest method of the same name that it hides. */
export interface Override {
  readonly placed: PlacedClass;
  readonly method: PlacedFunction;
  readonly base: PlacedFunction;
  readonly baseClass: PlacedClass;
}

const SPECIAL = /^__\w+__$/;

/** Every override of the module's classes whose own and whose base's parameters callers see as written. */
export function overridesIn(project: ProjectFacts, module: ModuleFacts): readonly Override[] {
  return project.onceFor(module, "overrides", () => {
    const found: Override[] = [];
    for (const facts of module.classes) {
      const placed = { module, class: facts };
      const ancestors = facts.bases.length === 0 ? [] : project.classOrder(placed).classes.slice(1);
      for (const [name, method] of facts.methods) {
        if (SPECIAL.test(name) || facts.scope.bindings.get(name)?.length !== 1) continue;
        const baseClass = ancestors.find((ancestor) => ancestor.class.scope.bindings.has(name));
        const base = baseClass?.class.methods.get(name);
        if (!baseClass || !base || baseClass.class.scope.bindings.get(name)?.length !== 1) continue;
        const override = {
          placed,
          method: { module, function: method },
          base: { module: baseClass.module, function: base },
          baseClass,
        };
        if (receiverKind(override.method) !== receiverKind(override.base)) continue;
        if (keepsSignature(project, override.method) && keepsSignature(project, override.base))
          found.push(override);
      }
    }
    return found;
  });
}

function receiverKind({ function: { decorators } }: PlacedFunction): string {
  if (decorators.some(({ name }) => name === "staticmethod")) return "static";
  return decorators.some(({ name }) => /classmethod$/.test(name ?? "")) ? "class" : "instance";
}

/** The parameters that a call on an instance fills. */
export function calledParameters(method: PlacedFunction): readonly Parameter[] {
  return method.function.parameters.slice(receiverKind(method) === "static" ? 0 : 1);
}

/** Whether a method can be called with what a call on an instance passes. */
export function takes(method: PlacedFunction, call: CallFacts): boolean {
  return accepts(calledParameters(method), passingOf(call));
}

/** Whether two parameters of both stand the other way round. */
export function isReordered(mine: readonly Parameter[], theirs: readonly Parameter[]): boolean {
  const places = theirs.flatMap(({ name, kind }) => {
    const at = mine.findIndex((own) => own.name === name && own.kind === "positional-or-keyword");
    return kind === "positional-or-keyword" && at >= 0 ? [at] : [];
  });
  return places.some((at, index) => at < (places[index - 1] ?? -1));
}

/** Whether some call could fit the base and not the override. */
export function isNarrower({ method, base }: Override): boolean {
  const mine = calledParameters(method);
  const theirs = calledParameters(base);
  const takesMore = mine.some(({ kind }) => kind === "var-positional");
  const takesNames = mine.some(({ kind }) => kind === "var-keyword");
  const count = (list: readonly Parameter[]) =>
    list.filter(({ kind }) => kind.startsWith("positional")).length;
  const needed = (list: readonly Parameter[]) =>
    list.filter(({ kind, defaultValue }) => !kind.startsWith("var-") && defaultValue === null);
  if (!takesMore && count(mine) < count(theirs)) return true;
  const names = new Set(mine.map(({ name }) => name));
  if (!takesNames && theirs.some(({ name, kind }) => !kind.startsWith("var-") && !names.has(name)))
    return true;
  const theirNeeded = new Set(needed(theirs).map(({ name }) => name));
  if (needed(mine).length > needed(theirs).length) return true;
  return needed(mine).some(({ name }) => !theirNeeded.has(name));
}

/** Whether a method only says what subclasses must do: abstract, or nothing but a docstring and `raise`/`pass`. */
export function isPromise({ function: method }: PlacedFunction): boolean {
  if (method.decorators.some(({ name }) => /abstract/.test(name ?? ""))) return true;
  const body = method.node.field("body");
  if (!body) return false;
  return body.namedChildren.every((statement) => {
    const inner = statement.namedChildren[0];
    if (statement.type === "raise_statement") return /NotImplemented/.test(statement.text);
    return (
      statement.type === "pass_statement" ||
      (statement.type === "expression_statement" && /string|ellipsis/.test(inner?.type ?? ""))
    );
  });
}
