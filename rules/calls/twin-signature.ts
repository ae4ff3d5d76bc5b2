import {
  allCallsEndingIn,
  type Finding,
  type FunctionFacts,
  keepsSignature,
  type ModuleFacts,
  namePlace,
  type ProjectFacts,
  parametersPlace,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** Two modules of which an importer takes one (by platform), with functions of one name and other parameters. */
export const twinSignature: Rule = {
  id: "calls/twin-signature",
  title: "platform twin with other parameters",
  severity: "error",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/neutron/commit/77db2cf7bd",
  mentions: [["def "]],
  check,
};

/** Folder names that stand for one another. */
const PLATFORMS = ["linux", "windows"];

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const twin of twinsOf(project, module)) {
    for (const [name, bindings] of module.scope.bindings) {
      const mine = bindings.length === 1 ? bindings[0] : undefined;
      const others = twin.scope.bindings.get(name);
      const theirs = others?.length === 1 ? others[0] : undefined;
      if (mine?.kind !== "function" || theirs?.kind !== "function") continue;
      if (!keepsSignature(project, { module, function: mine })) continue;
      if (!keepsSignature(project, { module: twin, function: theirs })) continue;
      const lacking = lackingIn(mine, theirs);
      if (!isPassed(project, twin, theirs, lacking)) continue;
      const names = lacking.map((parameter) => `'${parameter}'`).join(", ");
      yield {
        span: namePlace(mine),
        message: `${name}() lacks ${names}, which its twin in ${twin.path} takes and callers pass: TypeError on this platform`,
        related: [parametersPlace({ module: twin, function: theirs }, "the twin")],
      };
    }
  }
}

function twinsOf(project: ProjectFacts, module: ModuleFacts): readonly ModuleFacts[] {
  const parts = module.path.split("/");
  return parts.flatMap((part, at) => {
    if (!PLATFORMS.includes(part)) return [];
    return PLATFORMS.filter((other) => other !== part).flatMap((other) => {
      const path = parts.with(at, other).join("/");
      return (project.text(path) === undefined ? undefined : project.module(path)) ?? [];
    });
  });
}

function lackingIn(mine: FunctionFacts, theirs: FunctionFacts): readonly string[] {
  if (mine.parameters.some(({ kind }) => kind.startsWith("var-"))) return [];
  const names = new Set(mine.parameters.map(({ name }) => name));
  return theirs.parameters.map(({ name }) => name).filter((name) => !names.has(name));
}

/** Whether some call outside of the twin passes one of the parameters, by its name or its place. */
function isPassed(
  project: ProjectFacts,
  twin: ModuleFacts,
  theirs: FunctionFacts,
  lacking: readonly string[],
): boolean {
  const places = theirs.parameters.flatMap(({ name }, at) => (lacking.includes(name) ? [at] : []));
  return allCallsEndingIn(project, theirs.name).some(({ module, call: { arguments: given } }) => {
    if (module === twin) return false;
    const count = given.filter(({ kind }) => kind === "positional").length;
    const isNamed = given.some((one) => one.kind === "keyword" && lacking.includes(one.name));
    return isNamed || places.some((at) => at < count);
  });
}
