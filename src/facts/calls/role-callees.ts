import type { SyntaxNode } from "../../parse/tree.ts";
import type { CallFacts } from "../module/calls.ts";
import type { ModuleFacts } from "../module/module.ts";
import { selfAssignments } from "../tree/class-members.ts";
import { definitionsNamed } from "../tree/definitions-named.ts";
import type { PlacedClass, PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { isRegistered } from "../tree/registered-objects.ts";
import { pathsAssigning } from "../tree/word-index.ts";
import { accepts, passingOf } from "./call-fit.ts";
import { calleeOfCall } from "./instances.ts";
import { keepsSignature } from "./kept-signature.ts";
import { isOfContainer } from "./namesake-methods.ts";

/** Receivers whose name says what they are, and the classes that can stand behind it. */
const ROLES: readonly (readonly [receiver: RegExp, owner: RegExp])[] = [
  [/(^|_|virt|volume)driver$/i, /Driver(Base)?$/],
  [/rpcapi$/i, /(API|Api)$/],
  [/^virtapi$/i, /VirtAPI$/],
  [/(^|_)manager$/, /Manager$/],
  [/plugin$/i, /(plugin|mixin)(V\d|Base)?$/i],
  [/^dbapi$/i, /^Connection$/],
];

/**
 * The methods that a call on `self.driver`, `self.compute_rpcapi` … can be meant for: those of the name in classes of the role.
 *
 * None where the receiver names no role, its class is known, or something of the name cannot be read.
 */
export function roleMethodsOf(
  project: ProjectFacts,
  module: ModuleFacts,
  call: CallFacts,
): readonly PlacedFunction[] {
  const [name = "", part = ""] = call.name?.split(".").reverse() ?? [];
  const role = ROLES.find(([receiver]) => receiver.test(part));
  const object = role ? call.callee.field("object") : null;
  if (!role || !object || name.startsWith("_") || !isNamedForRole(object, name)) return [];
  if (isMadeByApi(module, part, role[0])) return [];
  const { methods, others } = methodsOfRole(project, name, role[1]);
  if (methods.length === 0 || !isOpenValue(project, module, call)) return [];
  const around = project.classAround(module, call.node);
  // a driver that hands on to a driver of another kind has methods of the same names
  if (around && project.findMethod(around, name) && isRole(project, around, role[1])) return [];
  const passing = passingOf(call);
  return others.some((other) => accepts(other.function.parameters.slice(1), passing)) ? [] : methods;
}

/** A name of one word is anybody's, but for what an object calls on its own driver. */
function isNamedForRole({ text }: SyntaxNode, name: string): boolean {
  return /[a-z]_[a-z]/.test(name) || (/^self\._?driver$/.test(text) && !isOfContainer(name));
}

/** `self.manager = task_api.load(…)`: who speaks to the manager goes by its name. */
function isMadeByApi(module: ModuleFacts, part: string, receiver: RegExp): boolean {
  return (
    !receiver.test("rpcapi") &&
    selfAssignments(module, part).some(
      ({ value }) => value?.type === "call" && /api\./i.test(value.field("function")?.text ?? ""),
    )
  );
}

/** Whether an expression is a value whose class nothing tells; modules and classes are no values. */
export function isOpenValue(project: ProjectFacts, module: ModuleFacts, call: CallFacts): boolean {
  const object = call.callee.field("object");
  if (!object) return false;
  const { kind } = project.meaning(module, object);
  return (
    (kind === "unknown" || kind === "assignment") && calleeOfCall(project, module, call.callee) === undefined
  );
}

/** Classes that plainly play another part: they are not what a driver or manager is; an agent's `PluginApi` goes by `plugin`. */
const OTHERS = /((?<!Plugin)(API|Api)|Manager|Ops|Proxy|Controller|Commands|Handler)$/;

/** Also what is stored and sent: an object of its own kind. */
function playsOtherPart(project: ProjectFacts, { module, function: { owner } }: PlacedFunction): boolean {
  return owner !== null && (OTHERS.test(owner.name) || isRegistered(project, { module, class: owner }));
}

interface RoleMethods {
  readonly methods: readonly PlacedFunction[];
  /** Methods of the name in classes whose part is not told by their names. */
  readonly others: readonly PlacedFunction[];
}

function methodsOfRole(project: ProjectFacts, name: string, owner: RegExp): RoleMethods {
  return project.once(`methods of role ${owner.source} ${name}`, () => {
    if (pathsAssigning(project, name).length > 0) return { methods: [], others: [] };
    const all = [...definitionsNamed(project, name)].filter(
      ({ function: { owner: around, enclosing } }) => around && !enclosing,
    );
    const methods = all.filter((placed) => isOfRole(project, placed, owner));
    const others = all.filter((placed) => !methods.includes(placed) && !playsOtherPart(project, placed));
    return { methods: methods.every((placed) => keepsSignature(project, placed)) ? methods : [], others };
  });
}

function isOfRole(
  project: ProjectFacts,
  { module, function: { owner } }: PlacedFunction,
  role: RegExp,
): boolean {
  return owner !== null && isRole(project, { module, class: owner }, role);
}

function isRole(project: ProjectFacts, placed: PlacedClass, role: RegExp): boolean {
  return (
    role.test(placed.class.name) ||
    project.classOrder(placed).classes.some(({ class: facts }) => role.test(facts.name))
  );
}
