import {
  classOfValue,
  type Finding,
  hasMember,
  instead,
  isLikelySlip,
  isRunLonger,
  isSlip,
  literally,
  type ModuleFacts,
  makesNoneUnsaid,
  type ProjectFacts,
  pathsWithWord,
  receiverClass,
  type SyntaxNode,
  slipsFrom,
  wordsNear,
} from "../../../src/rule.ts";
import { isKnownElsewhere, isOutside, isSaidOnce, modulesWith } from "./sayings.ts";

/** `self.manage_exisiting()`: said once in the whole tree, a slip from what this module, its bases or others have or call. */
export function* misspeltCalls(
  module: ModuleFacts,
  project: ProjectFacts,
  told: Set<string>,
): Generator<Finding> {
  const own = namesDefinedIn(module);
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
      fix: instead(callee.field("attribute") ?? callee, near),
    };
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
    const call = new RegExp(`\\b${literally(holder)}\\.${literally(other)}\\(`);
    return pathsWithWord(project, other).some((path) => call.test(project.text(path) ?? ""));
  });
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
