import { literally } from "../../text/literally.ts";
import type { Decorator, FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { descendants } from "../module/syntax.ts";
import type { PlacedFunction, ProjectFacts } from "../tree/project.ts";

/** Literals without which no module defines an entrypoint. */
const ENTRYPOINT_LITERALS: readonly string[] = [".entrypoint"];

/**
 * The decorator that makes a function a privsep entrypoint: `@context.entrypoint` or
 * `@context.entrypoint_with_timeout(…)`; `undefined` when the function is none.
 *
 * The context is a name that the tree assigns a `PrivContext(…)`, or one from outside the tree.
 */
export function entrypointOf(
  project: ProjectFacts,
  module: ModuleFacts,
  facts: FunctionFacts,
): Decorator | undefined {
  return facts.decorators.find((decorator) => isEntrypointDecorator(project, module, decorator));
}

/** Whether a decorator is a privsep entrypoint, also one with a mistaken call (`@context.entrypoint()`). */
export function isEntrypointDecorator(
  project: ProjectFacts,
  module: ModuleFacts,
  decorator: Decorator,
): boolean {
  const name = decorator.name;
  if (name === undefined || !/\.entrypoint(_with_timeout)?$/.test(name)) return false;
  const context = name.slice(0, name.lastIndexOf("."));
  const meaning = project.meaningOf(module, context, module.scopeAt(decorator.node));
  if (meaning.kind === "assignment") {
    const made = meaning.assignment.value;
    const callee = made?.type === "call" ? made.field("function") : null;
    return callee !== null && /(^|\.)PrivContext$/.test(callee.text);
  }
  return meaning.kind === "external" || meaning.kind === "unknown";
}

/** A pattern that fits every call of something named like an entrypoint of the tree; read from text, nothing is parsed. */
export function entrypointCalls(project: ProjectFacts): RegExp | undefined {
  return project.onceOfTexts("entrypoint calls", () => {
    const names = new Set<string>();
    for (const path of project.pathsMentioning(...ENTRYPOINT_LITERALS)) {
      for (const match of (project.text(path) ?? "").matchAll(
        /\.entrypoint\b[\s\S]{0,400}?\n[ \t]*def[ \t]+(\w+)/g,
      ))
        names.add(match[1] ?? "");
    }
    return names.size === 0
      ? undefined
      : new RegExp(`\\b(?:${[...names].map(literally).join("|")})\\s*\\(`, "g");
  });
}

/** The entrypoints of a module in text order. */
export function entrypointsOf(project: ProjectFacts, module: ModuleFacts): readonly FunctionFacts[] {
  return project.onceFor(module, "entrypoints", () =>
    module.text.includes(".entrypoint")
      ? module.functions.filter((facts) => entrypointOf(project, module, facts) !== undefined)
      : [],
  );
}

/** Whether a function runs in the privileged daemon because it is itself an entrypoint. */
export function isEntrypoint(project: ProjectFacts, placed: PlacedFunction): boolean {
  return entrypointsOf(project, placed.module).includes(placed.function);
}

/**
 * The chain of certain calls that runs a function in the daemon: the entrypoint first, the nearest caller last;
 * `undefined` when no entrypoint of the tree reaches the function within four calls.
 */
export function entrypointAbove(
  project: ProjectFacts,
  placed: PlacedFunction,
): readonly PlacedFunction[] | undefined {
  return chainsInDaemon(project).get(placed.function);
}

const DEPTH = 4;

/** Every function that entrypoints reach, with its chain; walked forwards, since entrypoints are few and small. */
function chainsInDaemon(project: ProjectFacts): ReadonlyMap<FunctionFacts, readonly PlacedFunction[]> {
  return project.once("chains in daemon", () => {
    const chains = new Map<FunctionFacts, readonly PlacedFunction[]>();
    /** The chains that go on from one, through what is reached for the first time. */
    const longer = (chain: readonly PlacedFunction[]): readonly (readonly PlacedFunction[])[] => {
      const fresh = calleesOf(project, chain.at(-1)).filter((callee) => {
        const isFresh = !chains.has(callee.function);
        if (isFresh) chains.set(callee.function, chain);
        return isFresh;
      });
      return fresh.filter((callee) => !isEntrypoint(project, callee)).map((callee) => [...chain, callee]);
    };
    let front: readonly (readonly PlacedFunction[])[] = allEntrypoints(project).map((one) => [one]);
    for (let hop = 0; hop < DEPTH; hop++) front = front.flatMap(longer);
    return chains;
  });
}

/** The entrypoints of the tree, test code aside. */
function allEntrypoints(project: ProjectFacts): readonly PlacedFunction[] {
  return [...project.pathsMentioning(...ENTRYPOINT_LITERALS)].flatMap((path) => {
    const module = project.module(path);
    return module ? entrypointsOf(project, module).map((facts) => ({ module, function: facts })) : [];
  });
}

function calleesOf(project: ProjectFacts, placed: PlacedFunction | undefined): readonly PlacedFunction[] {
  const body = placed?.function.node.field("body");
  if (!placed || !body) return [];
  const { module } = placed;
  return [...descendants(body)].flatMap((node) => {
    const callee = node.type === "call" ? project.callee(module, node) : undefined;
    return callee ? [{ module: callee.module, function: callee.function }] : [];
  });
}
