import {
  accepts,
  calledParameters,
  callsNamed,
  type Finding,
  importsOfLibraries,
  keepsSignature,
  type LibraryClass,
  libraryBasesOf,
  libraryName,
  type ModuleFacts,
  memberIn,
  namePlace,
  neverFits,
  type Parameter,
  type PlacedClass,
  type ProjectFacts,
  passedByName,
  passingOf,
  type Rule,
  type RuleContext,
  shortName,
  wantsOther,
} from "../../src/rule.ts";

/** `def start(self)` where the library calls `start(service)`: an override that no release's call fits. */
export const libraryOverride: Rule = {
  id: "calls/library-override",
  title: "override that does not take what the library passes",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/expressions.html#calls",
  mentions: [["import "], ["class "], ["def "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const facts of module.classes) yield* unnamedIn(project, { module, class: facts });
  if (importsOfLibraries(project, module).length === 0) return;
  for (const facts of module.classes) {
    const { classes } =
      facts.bases.length > 0 ? libraryBasesOf(project, [{ module, class: facts }]) : { classes: [] };
    if (classes.length > 0) yield* misfitsOf(project, module, { module, class: facts }, classes);
  }
}

function* misfitsOf(
  project: ProjectFacts,
  module: ModuleFacts,
  placed: PlacedClass,
  bases: readonly LibraryClass[],
): Generator<Finding> {
  const [first] = bases;
  const home = first && libraryName(first.name)?.module;
  if (!home) return;
  for (const [name, method] of placed.class.methods) {
    if (name.startsWith("_") || placed.class.scope.bindings.get(name)?.length !== 1) continue;
    const { members, isOpen } = memberIn(bases, name);
    if (isOpen || !members.some(({ isHook }) => isHook)) continue;
    const own = calledParameters({ module, function: method });
    if (!keepsSignature(project, { module, function: method })) continue;
    const why = neverFits(
      own,
      members.flatMap(({ signatures }) => signatures),
    );
    if (why === undefined || wantsOther(project, home) || isCalledSo(project, name, own)) continue;
    yield {
      span: namePlace(method),
      message: `${method.qualifiedName}() overrides a method of ${shortName(first)} and ${why} in each release up to ${home.library}: TypeError when it is called as that`,
    };
  }
}

/** Methods without a parameter that the library passes by name, whatever it declares itself. */
function* unnamedIn(project: ProjectFacts, placed: PlacedClass): Generator<Finding> {
  for (const { library, method: name, names } of passedByName(project, placed)) {
    const method = placed.class.methods.get(name);
    if (!method || !keepsSignature(project, { module: placed.module, function: method })) continue;
    const own = calledParameters({ module: placed.module, function: method });
    if (own.some(({ kind }) => kind === "var-keyword")) continue;
    const lacking = names.filter((passed) => !own.some((parameter) => parameter.name === passed));
    if (lacking.length === 0) continue;
    const shown = lacking.map((passed) => `'${passed}'`).join(" and ");
    yield {
      span: namePlace(method),
      message: `${method.qualifiedName}() does not take ${shown}, which ${library} passes by name each time: TypeError when it does`,
    };
  }
}

/** Whether the tree calls a method of the name with what this one takes: its own, then, which the library never sees. */
function isCalledSo(project: ProjectFacts, name: string, own: readonly Parameter[]): boolean {
  return callsNamed(project, name).some(
    ({ call }) =>
      call.callee.field("object")?.field("function")?.text !== "super" && accepts(own, passingOf(call)),
  );
}
