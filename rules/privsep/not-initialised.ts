import {
  argumentValue,
  type Finding,
  type FunctionFacts,
  initialisesPrivsep,
  type ModuleFacts,
  type PlacedFunction,
  type ProjectFacts,
  pathToEntrypoint,
  programFunctionsOf,
  type Rule,
  type RuleContext,
  scriptsOf,
  stringValue,
} from "../../src/rule.ts";

/** A main() of a service on the host that never tells privsep how to become root. */
export const notInitialised: Rule = {
  id: "privsep/not-initialised",
  title: "main() that never sets up privsep",
  severity: "info",
  confidence: "medium",
  onByDefault: true,
  source: "https://bugs.launchpad.net/nova/+bug/1592043",
  mentions: [["def "]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  for (const main of mainsOf(context)) {
    const { module, project } = context;
    const placed = { module, function: main };
    if (handsOver(module, main) || initialisesPrivsep(project, placed)) continue;
    const reason =
      hostService(project, placed) ??
      wayIn(pathToEntrypoint(project, placed)) ??
      onlyProgram(project, placed);
    if (!reason) continue;
    yield {
      span: { start: main.node.start, end: main.node.field("parameters")?.end ?? main.node.start },
      message: `${main.name} ${reason}, but configures no privsep root helper (priv_context.init, or the project's setup_privsep): the daemon is started with plain sudo`,
    };
  }
}

/** `main()`, and what a console script runs under another name. */
function mainsOf(context: RuleContext): readonly FunctionFacts[] {
  const { path, project, text } = context;
  if (!usesPrivsep(project)) return [];
  const scripts = programFunctionsOf(project, path).map((placed) => placed.function);
  if (!text.includes("def main(")) return scripts;
  const main = context.module.scope.bindings.get("main")?.find((binding) => binding.kind === "function");
  return main?.kind === "function" ? [...new Set([main, ...scripts])] : scripts;
}

function wayIn(path: readonly string[] | undefined): string | undefined {
  return path && `reaches the privileged ${path.at(-1) ?? ""}`;
}

/** The service of a host in a tree that has a context of its own and never sets it up: who else would use it? */
function onlyProgram(project: ProjectFacts, main: PlacedFunction): string | undefined {
  if (setsUp(project).length > 0 || project.pathsMentioning("PrivContext(").length === 0) return undefined;
  const name = scriptsOf(project, main).find((script) => /-(compute|volume|agent)$/.test(script));
  return name && `is the program ${name} of a tree with a privsep context of its own`;
}

/** Files that set privsep up; a function for it that nobody calls does not. */
function setsUp(project: ProjectFacts): readonly string[] {
  return project.onceOfTexts("sets up privsep", () =>
    project
      .pathsMentioning(
        "priv_context.init",
        "setup_privsep",
        "init_privsep",
        "privsep_init",
        "set_client_mode",
      )
      .filter((path) => SET_UP.test((project.text(path) ?? "").replace(SET_UP_FUNCTION, ""))),
  );
}

const SET_UP_FUNCTION = /^def (?:setup_privsep|init_privsep|privsep_init)\b.*\n(?:[ \t].*\n|\n)*/gm;
const SET_UP = /\b(?:priv_context\.init|setup_privsep|init_privsep|privsep_init|set_client_mode)\(/;

/** Whether any code of the tree can need a privsep daemon. */
function usesPrivsep(project: ProjectFacts): boolean {
  return project.once("uses privsep", () => {
    const inNeutron = project.pathOf("neutron") !== undefined;
    const literals = ["PrivContext(", "os_brick", "os_vif", ...(inNeutron ? [] : ["neutron.agent.linux"])];
    return project.pathsMentioning(...literals).length > 0;
  });
}

/** A main that only calls another module's main leaves the work to it. */
function handsOver(module: ModuleFacts, main: FunctionFacts): boolean {
  return module.calls.some(
    (call) =>
      call.within === main &&
      /\.(main|do_main|init)$/.test(call.name ?? "") &&
      call.callee.text.endsWith("main"),
  );
}

/** `Service.create(binary='shop-l3-agent')` in main() or a function of its module: a service that configures its host. */
function hostService(project: ProjectFacts, { module, function: main }: PlacedFunction): string | undefined {
  const run = functionsUnder(module, main);
  for (const call of module.calls) {
    if (!call.within || !run.has(call.within)) continue;
    const value = argumentValue(call, "binary");
    // neutron-lib names the binaries of neutron's agents
    const binary = stringValue(value) ?? /\bAGENT_PROCESS_\w+$/.exec(value?.text ?? "")?.[0];
    if (binary === undefined) continue;
    if (/-(compute|volume|[\w-]*agent)$|^AGENT_PROCESS_/.test(binary)) return `starts ${binary}`;
    // a service of backups attaches volumes since privsep was known in its tree
    if (binary.endsWith("-backup") && setsUp(project).length > 0) return `starts ${binary}`;
  }
  return undefined;
}

/** A function and those of its module that it calls by their names, directly or not. */
function functionsUnder(module: ModuleFacts, start: FunctionFacts): ReadonlySet<FunctionFacts> {
  const found = new Set([start]);
  for (const facts of found) {
    for (const call of module.calls) {
      if (call.within !== facts) continue;
      const [only, ...more] = module.scope.bindings.get(call.name ?? "") ?? [];
      if (only?.kind === "function" && more.length === 0) found.add(only);
    }
  }
  return found;
}
