import { argumentsOf } from "../module/calls.ts";
import { descendants } from "../module/syntax.ts";
import type { Callee, PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { overridesOf } from "../tree/subclasses.ts";
import { calleeOfCall } from "./instances.ts";
import { keepsSignature } from "./kept-signature.ts";

/** How many wrappers stand one around the other. */
const MOST_WRAPPERS = 4;

/**
 * The function that refuses a keyword which a wrapper takes and only hands on: `def open(door, **kwargs): return turn(door, **kwargs)`
 * asks for what `turn()` takes. `undefined` where the keyword is taken, or may be looked at on the way.
 */
export function refusesHanded(
  project: ProjectFacts,
  wrapper: PlacedFunction,
  keyword: string,
  depth = 0,
): Callee | undefined {
  const target = depth < MOST_WRAPPERS ? takerOfKeywords(project, wrapper) : undefined;
  if (!target || target.function.parameters.some(({ name }) => name === keyword)) return undefined;
  return target.function.parameters.some(({ kind }) => kind === "var-keyword")
    ? refusesHanded(project, target, keyword, depth + 1)
    : target;
}

/** The one function of which all that a wrapper does with its `**kwargs` is to call it with them. */
function takerOfKeywords(project: ProjectFacts, wrapper: PlacedFunction): Callee | undefined {
  return project.onceFor(wrapper.function, "taker of keywords", () => findTaker(project, wrapper));
}

function findTaker(project: ProjectFacts, wrapper: PlacedFunction): Callee | undefined {
  const { module, function: facts } = wrapper;
  const rest = facts.parameters.find(({ kind }) => kind === "var-keyword");
  const body = facts.node.field("body");
  if (!rest || !body || !isPlain(project, wrapper)) return undefined;
  const [only, ...more] = [...descendants(body)].filter(
    ({ type, text }) => type === "identifier" && text === rest.name,
  );
  const call = only?.parent?.type === "dictionary_splat" ? only.parent.parent?.parent : undefined;
  if (!only || more.length > 0 || call?.type !== "call" || module.functionAround(call) !== facts)
    return undefined;
  const callee = call.field("function");
  // whoever comes next in line may take more
  if (!callee || callee.text.startsWith("super(") || argumentsOf(call).some(({ kind }) => kind === "splat"))
    return undefined;
  const target = calleeOfCall(project, module, callee);
  return target && isPlain(project, target) && isReached(project, target) ? target : undefined;
}

/** Whether callers see the parameters as they are written, and no class below has others. */
function isPlain(project: ProjectFacts, { module, function: facts }: PlacedFunction): boolean {
  if (!keepsSignature(project, { module, function: facts })) return false;
  return !facts.owner || overridesOf(project, { module, class: facts.owner }, facts.name).length === 0;
}

/** A class is made by what is written as its `__init__`, if nothing else makes its objects. */
function isReached(project: ProjectFacts, { function: facts, class: placed }: Callee): boolean {
  if (facts.name !== "__init__" || !placed) return true;
  return (
    facts.owner === placed.class &&
    project.classOrder(placed).complete &&
    !placed.class.methods.has("__new__")
  );
}
