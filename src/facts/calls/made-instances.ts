import type { SyntaxNode } from "../../parse/tree.ts";
import { argumentsOf } from "../module/calls.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { hasBaseOutside } from "../tree/class-order.ts";
import type { Meaning, PlacedClass, ProjectFacts } from "../tree/project.ts";
import { isClassMethod, receiverClass } from "../tree/receiver.ts";
import { meaningWithRegistry } from "../tree/registered-objects.ts";
import { overridesOf, subclassesOf } from "../tree/subclasses.ts";
import { classSaid } from "./annotated-class.ts";
import type { ClassSearch } from "./class-search.ts";
import { databaseBackend } from "./db-backends.ts";
import { classOfElements, classOfItems, givenTo } from "./element-instances.ts";
import { importedClass, importedUnderName } from "./imported-class.ts";
import { keepsResult } from "./kept-result.ts";
import { givesOwnInstance, makesOwnInstances, valuesReturned } from "./own-instances.ts";

/** The class of what a call gives: that which is called, or that of what the called function returns. */
export function classOfCall(
  search: ClassSearch,
  module: ModuleFacts,
  call: SyntaxNode,
): PlacedClass | undefined {
  const { project } = search;
  const callee = call.field("function");
  if (!callee) return undefined;
  // `cls(…)`: of the class around, or one below
  const own = callee.text === "cls" ? receiverClass(project, module, callee) : undefined;
  if (own) return makesOwnInstances(project, own) ? own : undefined;
  const meaning = meaningWithRegistry(project, module, callee);
  if (meaning.kind === "class") return makesOwnInstances(project, meaning) ? meaning : undefined;
  for (const find of [importedClass, databaseBackend]) {
    const made = find(project, module, call);
    if (made.kind === "class") return made;
  }
  const imported = importedUnderName(project, module, callee);
  if (imported.kind === "class") return makesOwnInstances(project, imported) ? imported : undefined;
  if (meaning.kind === "external") return classOfCopy(search, module, call, meaning.name);
  const many = meaning.kind === "unknown" ? givenTo(call, ONE_OF_MANY) : undefined;
  if (many) return classOfElements(search.next, module, many);
  if (meaning.kind !== "unknown")
    return classOfOwn(project, module, callee, meaning) ?? classReturned(search, meaning);
  const method = callee.type === "attribute" ? search.next.calleeOf(module, callee) : undefined;
  if (!method) return contextMade(project, module, callee) ?? classTaken(search, module, call, callee);
  if (!method.class) return undefined;
  // a classmethod makes one of the class by whose name it is called
  if (
    callee.field("object")?.text !== "self" &&
    !isClassMethod(method.function) &&
    givesOwnInstance(project, method)
  )
    return method.class;
  // a class below may answer in its stead
  return overridesOf(project, method.class, method.function.name).length === 0
    ? classReturned(search, { kind: "function", module: method.module, function: method.function })
    : undefined;
}

/** Functions of the language that give one of what their only argument holds. */
const ONE_OF_MANY = /^(next|min|max)$/;

/** `copy.deepcopy(door)` */
function classOfCopy(
  search: ClassSearch,
  module: ModuleFacts,
  call: SyntaxNode,
  name: string,
): PlacedClass | undefined {
  const [first] = /^copy\.(copy|deepcopy)$/.test(name) ? argumentsOf(call) : [];
  return first?.kind === "positional" ? search.next.classOf(module, first.value) : undefined;
}

/** `doors.get('front')` and `doors.pop()`: what the dictionary or list holds. */
function classTaken(
  search: ClassSearch,
  module: ModuleFacts,
  call: SyntaxNode,
  callee: SyntaxNode,
): PlacedClass | undefined {
  const held = callee.type === "attribute" ? callee.field("object") : null;
  const method = callee.field("attribute")?.text ?? "";
  const [, otherwise] = argumentsOf(call);
  if (!held || !/^(get|pop|popleft)$/.test(method) || (otherwise && otherwise.value.type !== "none"))
    return undefined;
  return (
    classOfItems(search.next, module, held) ??
    (method === "get" ? undefined : classOfElements(search.next, module, held))
  );
}

/** `Context.from_environ(environ)`: the contexts of oslo.context make one of the class that is asked. */
function contextMade(
  project: ProjectFacts,
  module: ModuleFacts,
  callee: SyntaxNode,
): PlacedClass | undefined {
  const object = callee.type === "attribute" ? callee.field("object") : null;
  if (!object || !/^from_(environ|dict)$/.test(callee.field("attribute")?.text ?? "")) return undefined;
  const holder = meaningWithRegistry(project, module, object);
  if (holder.kind !== "class") return undefined;
  return hasBaseOutside(project, holder, /^oslo[._]context\.context\.RequestContext$/) ? holder : undefined;
}

/** The class by whose name a method is called, if that is what it gives an instance of: `Coin.get_by_name()`. */
function classOfOwn(
  project: ProjectFacts,
  module: ModuleFacts,
  callee: SyntaxNode,
  meaning: Meaning,
): PlacedClass | undefined {
  const object = callee.type === "attribute" ? callee.field("object") : null;
  // what goes by `cls` may be a class below
  if (meaning.kind !== "function" || !meaning.function.owner || !object || object.text === "cls")
    return undefined;
  if (!givesOwnInstance(project, meaning)) return undefined;
  const holder = meaningWithRegistry(project, module, object);
  return holder.kind === "class" && makesOwnInstances(project, holder) ? holder : undefined;
}

/** The class of everything that a function of a module returns, `None` left out. */
function classReturned(search: ClassSearch, meaning: Meaning): PlacedClass | undefined {
  if (meaning.kind !== "function") return undefined;
  const { module, function: facts } = meaning;
  if (facts.enclosing || facts.isAsync || !keepsResult(search.project, meaning)) return undefined;
  return search.onceWhenWhole(facts, "class returned", () => {
    const values = valuesReturned(facts);
    const made = values && search.next.classOfAll(module, values);
    return made ?? classAnnotated(search.project, module, facts);
  });
}

/** The class that a function says it gives, where none is below it. */
function classAnnotated(
  project: ProjectFacts,
  module: ModuleFacts,
  { node, scope }: FunctionFacts,
): PlacedClass | undefined {
  const said = node.field("return_type");
  const placed = said ? classSaid(project, module, said, scope.parent ?? module.scope) : undefined;
  return placed && subclassesOf(project, placed).length === 0 ? placed : undefined;
}
