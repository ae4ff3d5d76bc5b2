import {
  asksOnly,
  commandsOf,
  commonNames,
  descendants,
  dottedName,
  entrypointAbove,
  entrypointsOf,
  type Finding,
  type FunctionFacts,
  isEntrypoint,
  type ModuleFacts,
  needsRoot,
  nodeAt,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
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
  if (!context.text.includes(".entrypoint")) {
    yield* withoutAny(context);
    return;
  }
  const { module, project } = context;
  const entrypoints = entrypointsOf(project, module);
  if (entrypoints.length === 0) return;
  const told = new Set<FunctionFacts>();
  const shapes = new Map<string, FunctionFacts>();
  for (const facts of entrypoints) for (const { shape } of actionsOf(facts)) shapes.set(shape, facts);
  for (const facts of module.functions) {
    if (facts.owner || facts.enclosing || entrypoints.includes(facts)) continue;
    for (const action of actionsOf(facts)) {
      const twin = shapes.get(action.shape);
      if (!twin || chooses(facts, twin) || runsPrivileged(project, module, facts)) continue;
      told.add(facts);
      yield {
        span: facts.node.field("name") ?? action.node,
        message: `${facts.qualifiedName} does without privileges what ${twin.qualifiedName} does as an entrypoint`,
        related: [
          { path: module.path, span: action.node, message: "done here" },
          { path: module.path, span: twin.whole, message: `the entrypoint ${twin.qualifiedName}` },
        ],
      };
      break;
    }
  }
  yield* rootCommands({ module, project }, entrypoints, told);
  yield* oddInCompany({ module, project }, entrypoints, told);
}

/** A package for privileged code. */
const PRIVILEGED = /(^|\/)priv(sep|ileged)(\/|\.py$)/;

/** The functions of a module that imports a context and decorates nothing with it. */
function* withoutAny(context: RuleContext): Generator<Finding> {
  const { module, path, project } = context;
  const contexts = contextsImported(context);
  if (contexts.length === 0) return;
  const isPrivileged = PRIVILEGED.test(path);
  if (!isPrivileged && !contexts.some((name) => isUnused(context, name))) return;
  const questions = questionsOf(module);
  const acting = module.functions.flatMap((facts) => {
    if (facts.owner || facts.enclosing || /unprivileged/.test(facts.name)) return [];
    if (isPrivileged && (facts.name.startsWith("_") || !isCalledOutside(project, module, facts))) return [];
    const act = actOf(module, facts, questions);
    return act === undefined ? [] : [{ facts, act }];
  });
  const named = acting.filter(({ facts }) => NAMED_FOR_ROOT.test(facts.name));
  const told = isPrivileged ? acting : named.length > 0 ? named : acting.length === 1 ? acting : [];
  for (const { facts, act } of told) {
    yield {
      span: facts.node.field("name") ?? facts.node,
      message: `${facts.qualifiedName} calls ${act} and is no entrypoint, though its module imports a privsep context: it runs as the service's user`,
    };
  }
}

const NAMED_FOR_ROOT = /^_?privileged_|_(?:privileged|root)$/;

/** The modules with privsep contexts that a module imports, as it writes them; `import shop.privsep.files` loads `shop.privsep`. */
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

/** Whether a module says the name nowhere but where it imports it. */
function isUnused({ text }: RuleContext, name: string): boolean {
  const uses = text.match(new RegExp(`\\b${name.replaceAll(".", "\\.")}\\b`, "g"))?.length ?? 0;
  return uses <= 1;
}

const IMPORT = /^(?:import ([\w.]+)|from ([\w.]+) import (\w+))[ \t]*$/gm;

/**
 * A function that acts as the entrypoints beside it act, is none, and is called from outside. In a module for privileged
 * code everything that reaches out of the function counts as an act; elsewhere only changes that entrypoints make too.
 */
function* oddInCompany(
  { module, project }: { module: ModuleFacts; project: ProjectFacts },
  entrypoints: readonly FunctionFacts[],
  told: ReadonlySet<FunctionFacts>,
): Generator<Finding> {
  const [first] = entrypoints;
  const isPrivileged = PRIVILEGED.test(module.path);
  if (!first || (!isPrivileged && entrypoints.length < 2)) return;
  const questions = isPrivileged ? questionsOf(module) : new Set<SyntaxNode>();
  for (const facts of module.functions) {
    if (facts.owner || facts.enclosing || facts.name.startsWith("_") || entrypoints.includes(facts)) continue;
    const isNamed = NAMED_FOR_ROOT.test(facts.name);
    if (told.has(facts) || /unprivileged/.test(facts.name)) continue;
    if (!isNamed && /run_as_root/.test(facts.node.text)) continue;
    const calls = callsOf(module, facts);
    if (entrypoints.some((entrypoint) => calls.includes(entrypoint.name))) continue;
    const act = isNamed
      ? calls[0]
      : isPrivileged
        ? actOf(module, facts, questions)
        : sharedChange(module, entrypoints, facts);
    if (act === undefined) continue;
    if (!isCalledOutside(project, module, facts) && !(isNamed && isCalledBare(project, module, facts)))
      continue;
    if (isPrivileged && entrypointAbove(project, { module, function: facts })) continue;
    const sibling = entrypoints.find((entrypoint) => callsOf(module, entrypoint).includes(act)) ?? first;
    yield {
      span: facts.node.field("name") ?? facts.node,
      message: `${facts.qualifiedName} calls ${act} and is no entrypoint, unlike ${sibling.qualifiedName}: it runs as the service's user`,
      related: [
        { path: module.path, span: sibling.whole, message: `the entrypoint ${sibling.qualifiedName}` },
      ],
    };
  }
}

function callsOf(
  module: ModuleFacts,
  facts: FunctionFacts,
  but: ReadonlySet<SyntaxNode> = new Set(),
): readonly string[] {
  return module.calls.flatMap(({ node, within, name }) =>
    within === facts && name !== undefined && !but.has(node) ? [name] : [],
  );
}

/** The calls that run commands which only ask. */
function questionsOf(module: ModuleFacts): ReadonlySet<SyntaxNode> {
  const asking = commandsOf(module).filter(({ words }) => asksOnly(words) && !needsRoot(words));
  return new Set(asking.map(({ call }) => call.node));
}

/** The first call that does more than compute, say or raise something; of private functions of the module, if they do. */
function actOf(
  module: ModuleFacts,
  facts: FunctionFacts,
  questions: ReadonlySet<SyntaxNode>,
  depth = 2,
): string | undefined {
  return callsOf(module, facts, questions).find((name) => {
    if (name === "open") return true;
    if (HARMLESS.test(name) || commonNames.has(name)) return false;
    const [own] = module.scope.bindings.get(name) ?? [];
    // `from oslo_utils.secretutils import md5`
    if (own?.kind === "import" && HARMLESS.test(own.target.split(".").slice(-2).join("."))) return false;
    return own?.kind !== "function" || depth === 0 || actOf(module, own, questions, depth - 1) !== undefined;
  });
}

const HARMLESS =
  /^(?:_|LOG\.\w+|log\w*\.\w+|os\.path\.\w+|os\.(?:getenv|getpid|geteuid)|(?:re|json|copy|math|time|functools|itertools|collections|hashlib|netaddr|ipaddress|(?:secret|encode|str|uuid|time|net|json)utils)\.\w+|(?:\w+\.)*exceptions?\.\w+|(?:\w+\.)*[A-Z]\w*(?:Error|Exception|NotFound)?|(?:\w+\.)+(?:get|append|extend|update|join|format|split|rsplit|splitlines|strip|startswith|endswith|replace|lower|upper|keys|values|items|pop|add|encode|decode|match|search|group|groups))$/;

/** A change that at least two entrypoints make by a function of the same name, and nobody else of the module. */
function sharedChange(
  module: ModuleFacts,
  entrypoints: readonly FunctionFacts[],
  odd: FunctionFacts,
): string | undefined {
  return callsOf(module, odd).find((name) => {
    const [, from, verb = ""] = /^(\w+)\.(\w+)$/.exec(name) ?? [];
    if (from === undefined || !CHANGE.test(verb) || from === "self") return false;
    if (!module.scope.bindings.get(from)?.every((binding) => binding.kind === "import")) return false;
    const users = new Set(
      module.calls.flatMap(({ within, name: other }) => {
        const [, same, how = ""] = /^(\w+)\.(\w+)$/.exec(other ?? "") ?? [];
        const isOther = within && within !== odd && !within.name.startsWith("_");
        return isOther && same === from && CHANGE.test(how) ? [within] : [];
      }),
    );
    return users.size >= 2 && [...users].every((user) => entrypoints.includes(user));
  });
}

const CHANGE =
  /^(?:add|del|delete|remove|set|create|update|flush|write|replace|rename|chmod|chown|unlink|kill)(?:_\w+)?$/;

/** Whether code outside of packages for privileged code calls a function, or hands it to something that will. */
function isCalledOutside(project: ProjectFacts, module: ModuleFacts, facts: FunctionFacts): boolean {
  return (
    project
      .callersOf({ module, function: facts })
      .some(
        ({ module: place, call }) =>
          place !== module &&
          !PRIVILEGED.test(place.path) &&
          !(call.within && isEntrypoint(project, { module: place, function: call.within })),
      ) || isHandedOnOutside(project, module, facts)
  );
}

/** `functools.partial(privileged.open_door, wide=True)` */
function isHandedOnOutside(project: ProjectFacts, module: ModuleFacts, facts: FunctionFacts): boolean {
  const handed = new RegExp(`[(,]\\s*[\\w.]+\\.(${facts.name})\\s*[,)]`, "gd");
  return project
    .pathsMentioning(`.${facts.name},`, `.${facts.name})`)
    .filter((path) => path !== module.path && !PRIVILEGED.test(path))
    .some((path) => {
      const place = project.module(path);
      return [...(place?.text ?? "").matchAll(handed)].some((match) => {
        const node = place && nodeAt(place.tree.root, match.indices?.[1]?.[0] ?? 0).parent;
        const meaning = place && node?.type === "attribute" ? project.meaning(place, node) : undefined;
        return meaning?.kind === "function" && meaning.function === facts;
      });
    });
}

/** Whether a function that is no entrypoint calls this one. */
function isCalledBare(project: ProjectFacts, module: ModuleFacts, facts: FunctionFacts): boolean {
  return project
    .callersOf({ module, function: facts })
    .some(
      ({ module: place, call }) =>
        call.within !== null && !isEntrypoint(project, { module: place, function: call.within }),
    );
}

/** Functions among entrypoints that run what needs root, as nobody: neither decorated, nor called by one that is. */
function* rootCommands(
  { module, project }: { module: ModuleFacts; project: ProjectFacts },
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
      span: facts.node.field("name") ?? call.node,
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

/** A function that only entrypoints call runs in the daemon already. */
function runsPrivileged(project: ProjectFacts, module: ModuleFacts, facts: FunctionFacts): boolean {
  const callers = project.callersOf({ module, function: facts });
  return (
    callers.length > 0 &&
    callers.every(
      ({ module: place, call }) =>
        call.within !== null && isEntrypoint(project, { module: place, function: call.within }),
    )
  );
}

interface Action {
  readonly node: SyntaxNode;
  readonly shape: string;
}

/** The call statements of a body, with strings and numbers taken out; calls without a fixed part say nothing. */
function actionsOf(facts: FunctionFacts): readonly Action[] {
  const body = facts.node.field("body");
  if (!body) return [];
  return [...descendants(body)].flatMap((node) => {
    const call =
      node.type === "expression_statement" ? node.children.find((child) => child.type === "call") : undefined;
    const name = call && dottedName(call.field("function"));
    if (!call || name === undefined || !name.includes(".") || /^(LOG|logging|log|self)\./.test(name))
      return [];
    const shape = shapeOf(call);
    return shape.length > name.length + 12 ? [{ node: call, shape }] : [];
  });
}

function shapeOf(node: SyntaxNode): string {
  if (["string", "concatenated_string", "integer", "float", "true", "false", "none"].includes(node.type))
    return "_";
  return node.children.length === 0
    ? node.text
    : node.children
        .filter((child) => child.type !== "comment")
        .map(shapeOf)
        .join(" ");
}
