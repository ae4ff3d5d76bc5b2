import {
  addTo,
  functionMeant,
  literally,
  type ModuleFacts,
  onlyCalled,
  type ProjectFacts,
  pathsDefining,
  type SyntaxNode,
  valuesReaching,
} from "../../../src/rule.ts";

/** A function that an assignment gives a local name. */
export interface HeldFunction {
  /** The function, as the assignment names it. */
  readonly value: SyntaxNode;
  readonly name: string;
}

/** The functions that a module gives local names, by the name. */
export function heldFunctions(
  project: ProjectFacts,
  module: ModuleFacts,
  mayBe: (value: SyntaxNode) => boolean,
): ReadonlyMap<string, readonly HeldFunction[]> {
  const held = new Map<string, HeldFunction[]>();
  for (const node of module.tree.ofType("assignment")) {
    const [target, value] = [node.field("left"), node.field("right")];
    if (target?.type !== "identifier" || !value || !mayBe(value)) continue;
    const around = module.functionAround(node);
    const bindings = around?.scope.bindings.get(target.text);
    if (!around || !bindings?.every(({ kind }) => kind === "assignment")) continue;
    const name = functionMeant(project, module, value)?.name ?? methodCalledElsewhere(project, module, value);
    if (name !== undefined && !isAsked(around.node, target.text)) addTo(held, target.text, { value, name });
  }
  return held;
}

/** A name of an object that is not known, for doing something to something, which the tree defines and else only calls. */
function methodCalledElsewhere(
  project: ProjectFacts,
  module: ModuleFacts,
  value: SyntaxNode,
): string | undefined {
  const name = value.field("attribute")?.text ?? "";
  const isOrder =
    /^_?(get|find|list|is|has|can|create|build|make|read|load|fetch|parse|generate|select)_\w/.test(name);
  return isOrder && pathsDefining(project, name).length > 0 && onlyCalled(project, module, name)
    ? name
    : undefined;
}

/** Whether a function looks at what kind of thing goes by a name. */
function isAsked(definition: SyntaxNode, name: string): boolean {
  return new RegExp(`\\b(callable|isinstance|hasattr|getattr|type)\\(\\s*${literally(name)}\\b`).test(
    definition.text,
  );
}

/** The function that a local name certainly holds where it is read. */
export function heldAt(
  held: ReadonlyMap<string, readonly HeldFunction[]>,
  read: SyntaxNode,
): HeldFunction | undefined {
  const all = read.type === "identifier" ? held.get(read.text) : undefined;
  if (!all) return undefined;
  const [only, ...more] = valuesReaching(read);
  return more.length > 0
    ? undefined
    : all.find(({ value }) => value.start === only?.start && value.end === only.end);
}
