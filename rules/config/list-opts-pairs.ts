import {
  argumentsOf,
  type Finding,
  type FunctionFacts,
  type ModuleFacts,
  ownNodes,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** A function of the entry points oslo.config.opts that gives options instead of groups with their options. */
export const listOptsPairs: Rule = {
  id: "config/list-opts-pairs",
  title: "list_opts that gives options without their groups",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/ironic-lib/commit/15063ca2",
  mentions: [["def list_", "def _list_"], ["opt"]],
  check,
};

function* check({ module, path, project }: RuleContext): Generator<Finding> {
  const asked = askedFunctions(project).get(path) ?? [];
  for (const facts of module.functions) {
    if (facts.owner || facts.enclosing || !asked.includes(facts.name)) continue;
    for (const given of givenBy(facts))
      if (holdsOptions(project, module, given, 0))
        yield {
          span: given,
          message: `${facts.name}() gives options, but oslo.config's generator takes a group and its options of each: ValueError or TypeError; [(group, options)] is meant`,
        };
  }
}

/** The functions that entry points name, by the path of their module. */
function askedFunctions(project: ProjectFacts): ReadonlyMap<string, readonly string[]> {
  return project.onceOfTexts("functions of oslo.config.opts", () => {
    const found = new Map<string, string[]>();
    for (const file of ["setup.cfg", "pyproject.toml"]) {
      const text = project.sources.read(file) ?? "";
      if (!text.includes("oslo.config.opts")) continue;
      for (const [, module = "", name = ""] of text.matchAll(/=\s*["']?([\w.]+):(_?list_\w*opts?)\b/g)) {
        const path = project.pathOf(module);
        if (path !== undefined) found.set(path, [...(found.get(path) ?? []), name]);
      }
    }
    return found;
  });
}

function givenBy({ node }: FunctionFacts): readonly SyntaxNode[] {
  return [...ownNodes(node)].flatMap((inner) =>
    inner.type === "return_statement" ? (inner.namedChildren[0] ?? []) : [],
  );
}

/** Functions whose result holds what they are given. */
const GIVES_ON = /^(?:list|tuple|sorted|(?:copy\.)?(?:deep)?copy|(?:itertools\.)?chain)$/;

const MOST_HOPS = 4;

/** Whether a value holds an option itself, where pairs are wanted. */
function holdsOptions(project: ProjectFacts, module: ModuleFacts, value: SyntaxNode, hops: number): boolean {
  const holds = (inner: SyntaxNode) => holdsOptions(project, module, inner, hops);
  switch (value.type) {
    case "list":
    case "tuple":
      return value.namedChildren.some((child) =>
        child.type === "list_splat" ? child.namedChildren.some(holds) : isOption(project, module, child),
      );
    case "binary_operator":
    case "parenthesized_expression":
      return value.namedChildren.some(holds);
    case "call":
      return (
        GIVES_ON.test(value.field("function")?.text ?? "") &&
        argumentsOf(value).some((argument) => argument.kind === "positional" && holds(argument.value))
      );
    case "identifier":
    case "attribute": {
      const held = hops < MOST_HOPS ? heldBy(project, module, value) : undefined;
      return held !== undefined && holdsOptions(project, held.module, held.value, hops + 1);
    }
    default:
      return false;
  }
}

/** `cfg.StrOpt('color')`, or a name for that. */
function isOption(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): boolean {
  const made = node.type === "identifier" ? heldBy(project, module, node)?.value : node;
  return made?.type === "call" && /^(?:\w+\.)*\w+Opt$/.test(made.field("function")?.text ?? "");
}

function heldBy(
  project: ProjectFacts,
  module: ModuleFacts,
  name: SyntaxNode,
): { readonly module: ModuleFacts; readonly value: SyntaxNode } | undefined {
  const meaning = project.meaning(module, name);
  const value = meaning.kind === "assignment" ? meaning.assignment.value : undefined;
  return meaning.kind === "assignment" && value ? { module: meaning.module, value } : undefined;
}
