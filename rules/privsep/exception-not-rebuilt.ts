import {
  argumentsOf,
  descendants,
  entrypointAbove,
  entrypointsOf,
  type Finding,
  type FunctionFacts,
  isEntrypoint,
  namePlace,
  type Parameter,
  type PlacedClass,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** An exception of an entrypoint whose class cannot be made again from its message, which is all that comes back. */
export const exceptionNotRebuilt: Rule = {
  id: "privsep/exception-not-rebuilt",
  title: "exception that does not survive the way back from the daemon",
  severity: "warning",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/neutron/commit/7458575cf",
  mentions: [[".entrypoint"], ["raise "]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  const { module, project } = context;
  if (entrypointsOf(project, module).length === 0) return;
  const told = new Set<SyntaxNode>();
  for (const raised of module.tree.ofType("raise_statement")) {
    const within = module.functionAround(raised);
    const value = raised.namedChildren[0];
    const callee = value?.type === "call" ? value.field("function") : null;
    if (!within || !callee || !runsInDaemon(context, within)) continue;
    const meaning = project.meaning(module, callee);
    const maker = meaning.kind === "class" ? makerOf(context, meaning) : undefined;
    const why = maker && failureOf(maker);
    if (meaning.kind !== "class" || !why || told.has(meaning.class.node)) continue;
    told.add(meaning.class.node);
    const isHere = meaning.module === module;
    // told there
    if (!isHere && entrypointsOf(project, meaning.module).length > 0) continue;
    yield {
      span: isHere ? namePlace(maker) : callee,
      message: `${meaning.class.name}, raised in the daemon by ${within.qualifiedName}, is made again from its message alone, but ${why}`,
      related: isHere
        ? [{ path: module.path, span: raised, message: "raised here" }]
        : [
            {
              path: meaning.module.path,
              span: namePlace(maker),
              message: "its constructor",
            },
          ],
    };
  }
}

function runsInDaemon({ module, project }: RuleContext, within: FunctionFacts): boolean {
  let at = within;
  while (at.enclosing) at = at.enclosing;
  const placed = { module, function: at };
  return isEntrypoint(project, placed) || entrypointAbove(project, placed) !== undefined;
}

/** The constructor of the tree that the class has or inherits. */
function makerOf({ project }: RuleContext, placed: PlacedClass): FunctionFacts | undefined {
  const { classes } = project.classOrder(placed);
  return classes.flatMap(({ class: facts }) => facts.methods.get("__init__") ?? [])[0];
}

/** What goes wrong when the constructor is called with the message that it gave to its base. */
function failureOf(maker: FunctionFacts): string | undefined {
  const parameters = maker.parameters.slice(1);
  const [first, ...others] = parameters;
  const given = givenToBase(maker);
  if (!first || !given || /^(var-|keyword-only)/.test(first.kind)) return undefined;
  if (isSame(given, parameters) || parameters.some(({ kind }) => kind === "var-positional")) return undefined;
  const needed = others.filter(({ defaultValue, kind }) => !defaultValue && !kind.startsWith("var-"));
  if (needed.length > 0)
    return `its constructor needs ${needed.map(({ name }) => name).join(" and ")} too: TypeError in the caller`;
  const takesMessage = MESSAGE.test(first.name) || given.some(({ text }) => text === first.name);
  return takesMessage || first.defaultValue
    ? undefined
    : `its constructor takes the message for ${first.name}`;
}

const MESSAGE = /^_?(message|msg|reason|error|err|text|details?|what|args?)$/;

/** The positional arguments of `super().__init__(…)`; `undefined` where nothing is handed on. */
function givenToBase(maker: FunctionFacts): readonly SyntaxNode[] | undefined {
  const body = maker.node.field("body");
  for (const node of body ? descendants(body) : []) {
    const callee = node.type === "call" ? node.field("function") : null;
    if (callee?.field("attribute")?.text !== "__init__") continue;
    const given = argumentsOf(node).flatMap(({ kind, value }) => (kind === "positional" ? [value] : []));
    return given[0]?.text === maker.parameters[0]?.name ? given.slice(1) : given;
  }
  return undefined;
}

function isSame(given: readonly SyntaxNode[], parameters: readonly Parameter[]): boolean {
  return given.length === parameters.length && given.every(({ text }, at) => text === parameters[at]?.name);
}
