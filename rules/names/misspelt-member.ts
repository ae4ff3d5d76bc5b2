import {
  builtinKind,
  builtinMeant,
  classOfValue,
  classSight,
  type Finding,
  hasMember,
  hasWord,
  hasWordOnce,
  isLikelySlip,
  isRunLonger,
  isSlip,
  isTarget,
  type ModuleFacts,
  makesNames,
  makesNoneUnsaid,
  nodeAt,
  type ProjectFacts,
  pathsWithWord,
  type Rule,
  type RuleContext,
  receiverClass,
  type SyntaxNode,
  slipsFrom,
  standardNames,
  wordsNear,
} from "../../src/rule.ts";

/** `x.manage_exisiting()` where nothing has that name and something here is named nearly so. */
export const misspeltMember: Rule = {
  id: "names/misspelt-member",
  title: "method name that is nearly another's and nobody's",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/cinder/commit/7ba7b5595d",
  mentions: [["def "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  const own = namesDefinedIn(module);
  const told = new Set<string>();
  yield* misspeltReads(module, project, told);
  yield* misspeltBuiltins(module, project);
  yield* valuesForModules(module, project);
  for (const { callee } of module.calls) {
    const name = callee.type === "attribute" ? (callee.field("attribute")?.text ?? "") : "";
    const isLong = name.length > 9 && name.includes("_");
    const isOwn = name.length > 4 && /^(self|cls)$/.test(callee.field("object")?.text ?? "");
    if (!(isLong || isOwn) || own.has(name) || told.has(name)) continue;
    // a look-up; most names end here
    if (isKnownElsewhere(project, module, name)) continue;
    const called = { project, module, callee, object: callee.field("object"), name };
    const near = isLong ? nearestOf(called) : nearestOwn(called);
    if (near === undefined || !isSaidOnce(module, name)) continue;
    told.add(name);
    yield {
      span: callee.field("attribute") ?? callee,
      message: `nothing in this tree is named '${name}': '${near}' is meant, and this raises AttributeError`,
    };
  }
}

/** `door_state.OPEN` where `door_state` is compared with `door_states.OPEN` and the like: it is one of these values itself. */
function* valuesForModules(module: ModuleFacts, project: ProjectFacts): Generator<Finding> {
  const plurals = new Set(module.imports.map(({ local }) => local).filter((local) => local.endsWith("s")));
  for (const plural of plurals) {
    const name = plural.slice(0, -1);
    if (name.length < 3 || plurals.has(name) || !module.text.includes(`${name}.`)) continue;
    const compared = new RegExp(`\\b${name} (?:[=!]=|(?:not )?in) [([]?\\s*${plural}\\.[A-Z]`);
    const read = new RegExp(`(?<![.\\w])${name}\\.([A-Z][A-Z_\\d]+)\\b`, "g");
    if (!compared.test(module.text)) continue;
    for (const { index, 1: member = "" } of module.text.matchAll(read)) {
      const node = nodeAt(module.tree.root, index);
      const home = module.lookup(name, module.scopeAt(node))?.scope;
      if (node.type !== "identifier" || home?.kind !== "function") continue;
      if (!compared.test(module.functionAround(node)?.node.text ?? "")) continue;
      const meaning = project.meaningOf(module, plural, module.scopeAt(node));
      if (meaning.kind !== "module" || !meaning.module.scope.bindings.has(member)) continue;
      yield {
        span: node,
        message: `'${name}' is one of the values of ${plural} here, which have no '${member}': '${plural}.${member}' is meant`,
      };
    }
  }
}

/** A call of a member that no other file of the tree says. */
interface Called {
  readonly project: ProjectFacts;
  readonly module: ModuleFacts;
  readonly callee: SyntaxNode;
  readonly object: SyntaxNode | null;
  readonly name: string;
}

function nearestOf(called: Called): string | undefined {
  const { project, module, object, name } = called;
  return (
    (isOutside(project, module, object) ? undefined : nearest(name, namesDefinedIn(module), isSlip)) ??
    nearest(name, inherited(project, module, object), isSlip) ??
    hiddenByUnderscore(called) ??
    nearestOutside(called) ??
    nearestCalled(called)
  );
}

/** `cfg.BootOpt`, `cluster.deafult_zone`: read once in the whole tree, a slip from what others read of the same thing. */
function* misspeltReads(module: ModuleFacts, project: ProjectFacts, told: Set<string>): Generator<Finding> {
  for (const node of module.tree.ofType("attribute")) {
    const name = node.field("attribute")?.text ?? "";
    const object = node.field("object");
    const part = object && partOf(object);
    if (name.length < 5 || /^[A-Z_\d]+$/.test(name) || !part) continue;
    // a look-up; most names end here
    if (isTarget(node) || isKnownElsewhere(project, module, name)) continue;
    const likeness = likenessOf(project, module, object, name);
    if (!likeness || !isSaidOnce(module, name)) continue;
    const isSaid = (other: string) =>
      modulesWith(project, `${part}.${other}`) >= 2 ||
      (likeness !== isSlip && hasWord(module.text, `${part}.${other}`));
    const near =
      wordsNear(project, name).find((other) => likeness(name, other) && isSaid(other)) ??
      nearestAnywhere(project, module, object, name);
    if (near === undefined) continue;
    told.add(name);
    yield {
      span: node.field("attribute") ?? node,
      message: `nothing else in this tree reads '${name}' of '${object.text}': '${near}' is meant, and this raises AttributeError`,
    };
  }
}

/** What other modules say, of whatever it may be; a module from outside has names that look like ours. */
function nearestAnywhere(
  project: ProjectFacts,
  module: ModuleFacts,
  object: SyntaxNode,
  name: string,
): string | undefined {
  if (name.length < 9 || !name.includes("_") || project.meaning(module, object).kind === "external")
    return undefined;
  return slipsFrom(project, name).find((other) => isLikelySlip(project, name, other));
}

/** The word that says what a thing is: `cluster`, and `cluster` of `self.cluster`. */
function partOf(object: SyntaxNode): string | undefined {
  if (object.type === "identifier") return /^(self|cls)$/.test(object.text) ? undefined : object.text;
  const isOwn = object.type === "attribute" && object.field("object")?.text === "self";
  const part = isOwn ? (object.field("attribute")?.text ?? "") : "";
  return part.length > 2 ? part : undefined;
}

/** How near a name must be to another one that is read of the thing; `undefined` where all that it has is known anyway. */
function likenessOf(
  project: ProjectFacts,
  module: ModuleFacts,
  object: SyntaxNode,
  name: string,
): ((written: string, meant: string) => boolean) | undefined {
  const meaning = project.meaning(module, object);
  const known = standardNames.get(meaning.kind === "external" ? meaning.name : object.text);
  if (known?.has(name)) return undefined;
  if (meaning.kind === "external") return name.length < 7 ? undefined : isSlip;
  const isLikely = (written: string, meant: string) => isLikelySlip(project, written, meant);
  if (meaning.kind === "module") return isFilled(meaning.module, name) ? isLikely : undefined;
  if (meaning.kind !== "unknown" && meaning.kind !== "assignment") return undefined;
  const placed = classOfValue(project, module, object);
  if (placed && classSight(project, placed) === "whole") return undefined;
  return meaning.kind === "unknown" && object.type === "identifier" && name.length > 9 ? isSlip : isLikely;
}

/**
 * `names.apend(name)`: a letter is missing in what texts, lists and dictionaries have, or two changed places, and
 * nobody else says it.
 */
function* misspeltBuiltins(module: ModuleFacts, project: ProjectFacts): Generator<Finding> {
  for (const { callee } of module.calls) {
    const name = callee.type === "attribute" ? (callee.field("attribute")?.text ?? "") : "";
    const near = builtinMeant(name);
    if (near === undefined || isKnownElsewhere(project, module, name) || !isSaidOnce(module, name)) continue;
    const object = callee.field("object");
    // of a value whose kind is known no-such-builtin-method tells
    if (isOutside(project, module, object) || (object && builtinKind(project, module, object))) continue;
    yield {
      span: callee.field("attribute") ?? callee,
      message: `nothing in this tree is named '${name}': '${near}' is meant, and this raises AttributeError`,
    };
  }
}

/** A call on a module, of the tree or from outside: the names of this module say nothing of it. */
function isOutside(project: ProjectFacts, module: ModuleFacts, object: SyntaxNode | null): boolean {
  const kind = object ? project.meaning(module, object).kind : undefined;
  return kind === undefined || kind === "external" || kind === "module";
}

/** Whether a module of the tree has names that it does not spell, and not this one: what all others lack is told elsewhere. */
function isFilled({ path, text, scope }: ModuleFacts, name: string): boolean {
  return !scope.bindings.has(name) && (/(^|\/)objects\/__init__\.py$/.test(path) || makesNames(text));
}

/** A method of the class around, or above it; undefined-method tells of a class that can be seen. */
function nearestOwn({ project, module, callee, object, name }: Called): string | undefined {
  const around = project.classAround(module, callee);
  if (!around || makesNoneUnsaid(project, around, name)) return undefined;
  const methods = new Set([...namesDefinedIn(module), ...inherited(project, module, object)]);
  return nearest(name, methods, (written, meant) => isLikelySlip(project, written, meant));
}

/** Methods of the classes above the one around a call of `self`. */
function inherited(
  project: ProjectFacts,
  module: ModuleFacts,
  object: SyntaxNode | null,
): ReadonlySet<string> {
  const placed = object ? receiverClass(project, module, object) : undefined;
  const classes = placed ? project.classOrder(placed).classes : [];
  return new Set(classes.flatMap(({ class: facts }) => [...facts.methods.keys()]));
}

/** `_name` of the value's known class, by a name without the underscore; a base from outside may have that one too. */
function hiddenByUnderscore({ project, module, object, name }: Called): string | undefined {
  // a look-up: most names have no such twin
  if (!object || object.text === "self" || pathsWithWord(project, `_${name}`).length === 0) return undefined;
  const placed = classOfValue(project, module, object);
  if (!placed || !makesNoneUnsaid(project, placed, name)) return undefined;
  return hasMember(project, placed, `_${name}`) ? `_${name}` : undefined;
}

/** What three other modules call of a module from outside, if the name is that with a letter or two more or less. */
function nearestOutside({ project, module, object, name }: Called): string | undefined {
  const meaning = object?.type === "identifier" ? project.meaning(module, object) : undefined;
  if (!object || meaning?.kind !== "external" || name.length < 14) return undefined;
  return wordsNear(project, name).find(
    (other) => isRunLonger(name, other) && modulesWith(project, `${object.text}.${other}`) > 2,
  );
}

/** What the tree calls of a thing that goes by the same name, if this is a slip of it. */
function nearestCalled({ project, module, object, name }: Called): string | undefined {
  const holder = object?.type === "attribute" ? object.field("attribute")?.text : object?.text;
  if (!holder || !/^\w+$/.test(holder) || isOutside(project, module, object)) return undefined;
  return slipsFrom(project, name).find((other) => {
    const call = new RegExp(`\\b${holder}\\.${other}\\(`);
    return pathsWithWord(project, other).some((path) => call.test(project.text(path) ?? ""));
  });
}

/** How many modules say a name of a thing that goes by that word: `cluster.default_zone`. */
function modulesWith(project: ProjectFacts, member: string): number {
  const [, name = ""] = member.split(".");
  return pathsWithWord(project, name).filter((path) => hasWord(project.text(path) ?? "", member)).length;
}

const defined = new WeakMap<ModuleFacts, ReadonlySet<string>>();

function namesDefinedIn(module: ModuleFacts): ReadonlySet<string> {
  let names = defined.get(module);
  if (!names) {
    names = new Set(module.functions.map(({ name }) => name));
    defined.set(module, names);
  }
  return names;
}

function nearest(
  name: string,
  among: ReadonlySet<string>,
  isLike: (written: string, meant: string) => boolean,
): string | undefined {
  return [...among].find((other) => isLike(name, other));
}

/** Whether another file of the tree says the name. */
function isKnownElsewhere(project: ProjectFacts, module: ModuleFacts, name: string): boolean {
  return pathsWithWord(project, name).some((path) => path !== module.path);
}

/** Whether the module says the name at one place only, as something called or read. */
function isSaidOnce(module: ModuleFacts, name: string): boolean {
  return hasWordOnce(module.text, name) && module.tree.ofType("identifier").some(({ text }) => text === name);
}
