import {
  actionsOf,
  actOf,
  commandsOf,
  entrypointAbove,
  entrypointsOf,
  type Finding,
  type FunctionFacts,
  isCalledBare,
  isCalledOutside,
  isPrivilegedPath,
  type ModuleFacts,
  namePlace,
  namesCalled,
  needsRoot,
  questionsOf,
  type Rule,
  type RuleContext,
  runsPrivileged,
  type SyntaxNode,
  sharedChange,
} from "../../src/rule.ts";

/** A function that does what a sibling entrypoint does, with other constants, and is no entrypoint. */
export const missingEntrypoint: Rule = {
  id: "privsep/missing-entrypoint",
  title: "twin of an entrypoint that is not one",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/3fab43786",
  mentions: [[".entrypoint", "priv"], ["def "]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  const { module, project } = context;
  if (!(context.text.includes(".entrypoint") && SAYS_ENTRYPOINT.test(context.text))) {
    yield* withoutAny(context);
    return;
  }
  const entrypoints = entrypointsOf(project, module);
  if (entrypoints.length === 0) return;
  const told = new Set<FunctionFacts>();
  yield* twins(context, entrypoints, told);
  yield* rootCommands(context, entrypoints, told);
  yield* oddInCompany(context, entrypoints, told);
}

/** Outside of comments. */
const SAYS_ENTRYPOINT = /^[^#\n]*\.entrypoint\b/m;

/** Functions that do, but for constants, what an entrypoint does. */
function* twins(
  { module, project }: RuleContext,
  entrypoints: readonly FunctionFacts[],
  told: Set<FunctionFacts>,
): Generator<Finding> {
  const shapes = new Map<string, FunctionFacts>();
  for (const facts of entrypoints) for (const { shape } of actionsOf(facts)) shapes.set(shape, facts);
  for (const facts of module.functions) {
    if (facts.owner || facts.enclosing || entrypoints.includes(facts)) continue;
    for (const action of actionsOf(facts)) {
      const twin = shapes.get(action.shape);
      if (!twin || chooses(facts, twin) || runsPrivileged(project, module, facts)) continue;
      told.add(facts);
      yield {
        span: namePlace(facts),
        message: `${facts.qualifiedName} does without privileges what ${twin.qualifiedName} does as an entrypoint`,
        related: [
          { path: module.path, span: action.node, message: "done here" },
          { path: module.path, span: twin.whole, message: `the entrypoint ${twin.qualifiedName}` },
        ],
      };
      break;
    }
  }
}

/** The functions of a module that imports a context and decorates nothing with it. */
function* withoutAny(context: RuleContext): Generator<Finding> {
  const { module, path, project } = context;
  const contexts = contextsImported(context);
  if (contexts.length === 0) return;
  const isPrivileged = isPrivilegedPath(path);
  if (!isPrivileged && !contexts.some((name) => isUnused(context, name))) return;
  const questions = questionsOf(module);
  const acting = module.functions.flatMap((facts) => {
    if (facts.owner || facts.enclosing || /unprivileged/.test(facts.name)) return [];
    if (isPrivileged && (facts.name.startsWith("_") || !isCalledOutside(project, module, facts))) return [];
    const act = actOf(module, facts, questions);
    return act === undefined ? [] : [{ facts, act }];
  });
  const named = acting.filter(({ facts }) => isNamedForRoot(facts));
  const told = isPrivileged ? acting : named.length > 0 ? named : acting.length === 1 ? acting : [];
  for (const { facts, act } of told) {
    yield {
      span: namePlace(facts),
      message: `${facts.qualifiedName} calls ${act} and is no entrypoint, though its module imports a privsep context: it runs as the service's user`,
    };
  }
}

function isNamedForRoot({ name }: FunctionFacts): boolean {
  return /^_?privileged_|_(?:privileged|root)$/.test(name);
}

/**
 * The modules with privsep contexts that a module imports, as it writes them; `import shop.privsep.files` loads
 * `shop.privsep`.
 */
function contextsImported({ project, text }: RuleContext): readonly string[] {
  const makes = (name: string): boolean => {
    const path = project.pathOf(name);
    return path !== undefined && (project.text(path) ?? "").includes("PrivContext(");
  };
  return [...text.matchAll(IMPORT)].flatMap(([, whole, from = "", name = ""]) => {
    if (whole !== undefined) {
      const parts = whole.split(".");
      const packages = parts.map((_, at) => parts.slice(0, parts.length - at).join("."));
      return packages.filter((one) => one.includes("priv") && makes(one)).slice(0, 1);
    }
    return makes(`${from}.${name}`) || makes(from) ? [name] : [];
  });
}

/** Whether a module's code says the name nowhere but where it imports it. */
function isUnused({ text }: RuleContext, name: string): boolean {
  const code = text.replace(/#.*$/gm, "");
  const uses = code.match(new RegExp(`\\b${name.replaceAll(".", "\\.")}\\b`, "g"))?.length ?? 0;
  return uses <= 1;
}

const IMPORT = /^(?:import ([\w.]+)|from ([\w.]+) import (\w+))[ \t]*$/gm;

/**
 * A function that acts as the entrypoints beside it act, is none, and is called from outside. In a module for privileged
 * code everything that reaches out of the function counts as an act; elsewhere only changes that entrypoints make too.
 */
function* oddInCompany(
  { module, project }: RuleContext,
  entrypoints: readonly FunctionFacts[],
  told: ReadonlySet<FunctionFacts>,
): Generator<Finding> {
  const [first] = entrypoints;
  const isPrivileged = isPrivilegedPath(module.path);
  if (!first || (!isPrivileged && entrypoints.length < 2)) return;
  const questions = isPrivileged ? questionsOf(module) : new Set<SyntaxNode>();
  const actBy = (facts: FunctionFacts): string | undefined => {
    if (isNamedForRoot(facts)) return namesCalled(module, facts)[0];
    return isPrivileged ? actOf(module, facts, questions) : sharedChange(module, entrypoints, facts);
  };
  for (const facts of module.functions) {
    if (told.has(facts) || entrypoints.includes(facts) || !isOpenFunction(facts)) continue;
    if (knowsOfRoot(module, facts, entrypoints)) continue;
    const act = actBy(facts);
    if (act === undefined) continue;
    const isCalled = isCalledOutside(project, module, facts);
    if (!isCalled && !(isNamedForRoot(facts) && isCalledBare(project, module, facts))) continue;
    if (isPrivileged && entrypointAbove(project, { module, function: facts })) continue;
    const sibling = entrypoints.find((entrypoint) => namesCalled(module, entrypoint).includes(act)) ?? first;
    yield {
      span: namePlace(facts),
      message: `${facts.qualifiedName} calls ${act} and is no entrypoint, unlike ${sibling.qualifiedName}: it runs as the service's user`,
      related: [
        { path: module.path, span: sibling.whole, message: `the entrypoint ${sibling.qualifiedName}` },
      ],
    };
  }
}

/** A function of the module itself that others may call, and that its name does not call unprivileged. */
function isOpenFunction({ name, owner, enclosing }: FunctionFacts): boolean {
  return !owner && !enclosing && !name.startsWith("_") && !/unprivileged/.test(name);
}

/** Whether a function calls an entrypoint, or is told whether to use root. */
function knowsOfRoot(
  module: ModuleFacts,
  facts: FunctionFacts,
  entrypoints: readonly FunctionFacts[],
): boolean {
  if (!isNamedForRoot(facts) && /run_as_root/.test(withoutOrders(module, facts))) return true;
  const calls = namesCalled(module, facts);
  return entrypoints.some(({ name }) => calls.includes(name));
}

/** A function's text; in a module for privileged code `run_as_root=True` without a helper only says that root is taken for granted. */
function withoutOrders(module: ModuleFacts, { node }: FunctionFacts): string {
  const isOrder = isPrivilegedPath(module.path) && !node.text.includes("root_helper");
  return isOrder ? node.text.replaceAll("run_as_root=True", "") : node.text;
}

/** Functions among entrypoints that run what needs root, as nobody: neither decorated, nor called by one that is. */
function* rootCommands(
  { module, project }: RuleContext,
  entrypoints: readonly FunctionFacts[],
  told: Set<FunctionFacts>,
): Generator<Finding> {
  const [sibling] = entrypoints;
  for (const { call, words, asRoot } of commandsOf(module)) {
    const facts = call.within;
    if (!facts || !sibling || facts.owner || facts.enclosing || asRoot !== false || !needsRoot(words))
      continue;
    if (
      told.has(facts) ||
      entrypoints.includes(facts) ||
      /unprivileged|run_as_root|root_helper/.test(facts.node.text)
    )
      continue;
    if (project.callee(module, call.node) || entrypointAbove(project, { module, function: facts })) continue;
    told.add(facts);
    yield {
      span: namePlace(facts),
      message: `${facts.qualifiedName} runs ${words.slice(0, 2).join(" ")} and is no entrypoint, unlike its siblings: it runs as the service's user`,
      related: [
        { path: module.path, span: call.node, message: "run here" },
        { path: module.path, span: sibling.whole, message: `the entrypoint ${sibling.qualifiedName}` },
      ],
    };
  }
}

/** A function that also calls the entrypoint, or is told whether to use root, knows what it does. */
function chooses(facts: FunctionFacts, twin: FunctionFacts): boolean {
  return /unprivileged|run_as_root/.test(facts.node.text) || facts.node.text.includes(`${twin.name}(`);
}
