import type { SyntaxNode } from "../../parse/tree.ts";
import type { CallFacts } from "../module/calls.ts";
import type { ModuleFacts } from "../module/module.ts";
import { functionsNamed } from "../module/named-in.ts";
import { memberValues, selfAssignments } from "../tree/class-members.ts";
import { loadedWith } from "../tree/import-graph.ts";
import type { PlacedClass, PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { receiverClass } from "../tree/receiver.ts";
import { pathsAssigning, pathsDefining, plainName } from "../tree/word-index.ts";
import { calleeOfCall } from "./instances.ts";
import { keepsSignature } from "./kept-signature.ts";
import { isFromOutside, isGivenNowhere } from "./outside-values.ts";
import { isAnybodysName, isClientName } from "./receiver-names.ts";

/** The methods that a call on a value of unknown class is likely meant for, and whether no other can be. */
export interface Kin {
  /** Every method of the name in the tree. */
  readonly all: readonly PlacedFunction[];
  readonly takers: readonly PlacedFunction[];
  readonly isSure: boolean;
}

/**
 * Every method of the tree that has the name of the one that is called; none where something else may answer to it.
 *
 * It costs a look-up: who can judge by all of them need not ask for `kinOf`.
 */
export function namesakesOf(project: ProjectFacts, { callee }: CallFacts): readonly PlacedFunction[] {
  const name = callee.type === "attribute" ? callee.field("attribute")?.text : undefined;
  return !name || name.length < 5 || name.startsWith("__") ? [] : takersOf(project, name);
}

/** Every method of the name in the tree; none when something else may answer to it. */
function takersOf(project: ProjectFacts, name: string): readonly PlacedFunction[] {
  return project.once(`takers ${name}`, () => {
    const found: PlacedFunction[] = [];
    const paths = pathsDefining(project, name);
    if (paths.length === 0 || pathsAssigning(project, name).length > 0) return [];
    for (const path of paths) {
      const module = project.module(path);
      for (const facts of module ? functionsNamed(module, name) : []) {
        if (!module || facts.enclosing) continue;
        const placed = { module, function: facts };
        if (!facts.owner || !keepsSignature(project, placed)) return [];
        found.push(placed);
      }
    }
    return found;
  });
}

/**
 * The methods of those classes that have all that the module calls on the value: at least three methods, or the value goes by the
 * class' or its module's name, or comes out of a call of that module.
 *
 * `undefined` where the value's class is known, or where something else than methods may answer to the name.
 */
export function kinOf(project: ProjectFacts, module: ModuleFacts, call: CallFacts): Kin | undefined {
  const all = namesakesOf(project, call);
  const object = call.callee.field("object");
  if (all.length === 0 || !object || !isUnknown(project, module, call)) return undefined;
  if (saysNothing(object.text) || isGivenNowhere(project, object)) return undefined;
  const receiver = receiverOf(project, module, call, object);
  const { around, called } = receiver;
  // who wraps something from outside has methods of the same names: only a proxy of the whole class is told from that
  const isWrapper = around !== undefined && all.some((taker) => project.findMethod(around, nameOf(taker)));
  const others = all.filter(({ function: { owner } }) => owner && owner !== around?.class);
  const covering = others.filter((taker) => isCovered(project, receiver, taker, isWrapper));
  const isSure = covering.length > 0 && called.size >= MANY;
  if (!isSure && isFromOutside(project, module, object)) return undefined;
  const isMeantByName = covering.length === 0 && !isWrapper && isSpecific(all);
  const meant = isMeantByName ? others.filter((taker) => isOfVendor(taker.module, module)) : covering;
  const takers = ofRole(
    object.text,
    meant.filter((taker) => mayHold(project, receiver, taker)),
  );
  return { all, takers, isSure: isSure && object.text.startsWith("self.") };
}

function nameOf(method: PlacedFunction): string {
  return method.function.name;
}

/** What a method is called on. */
interface Receiver {
  readonly module: ModuleFacts;
  readonly object: SyntaxNode;
  /** The class whose method calls it. */
  readonly around: PlacedClass | undefined;
  /** The names of all methods that the module calls on it. */
  readonly called: ReadonlySet<string>;
}

function receiverOf(
  project: ProjectFacts,
  module: ModuleFacts,
  call: CallFacts,
  object: SyntaxNode,
): Receiver {
  const around = project.classAround(module, call.node);
  const called = methodsCalledOn(module).get(keyOf(object.text, around?.class.name)) ?? new Set();
  return { module, object, around, called };
}

/** `r.exists()`: a letter or two; and names of classes, and the parts of a session. */
function saysNothing(receiver: string): boolean {
  return /^\w{1,2}$/.test(receiver) || CLASSES.test(receiver) || OF_SESSION.test(receiver);
}

/** Whether a method's class has all that is called on the receiver, by more than chance. */
function isCovered(
  project: ProjectFacts,
  { module, object, called }: Receiver,
  { module: home, function: { owner } }: PlacedFunction,
  isWrapper: boolean,
): boolean {
  if (!owner || ((isWrapper || home === module) && called.size < MANY)) return false;
  const placed = { module: home, class: owner };
  if (![...called].every((name) => project.findMethod(placed, name) !== undefined)) return false;
  return (
    called.size >= 3 ||
    isNamedAs(object.text, home.name, owner.name) ||
    comesFrom(project, module, object, home)
  );
}

/** Whether nothing of how the receiver is named or made speaks against the class of a method. */
function mayHold(project: ProjectFacts, { module, object }: Receiver, taker: PlacedFunction): boolean {
  return (
    !namesOf(module, object).some((name) => isAnothersClient(name, taker)) &&
    !isBeyondMaker(project, module, object, taker.module)
  );
}

/** Those of managers for `self.manager`, those of drivers for `self.driver`, where there are any. */
function ofRole(receiver: string, takers: readonly PlacedFunction[]): readonly PlacedFunction[] {
  const role = plainName(receiver.split(".").at(-1) ?? "");
  if (!/^(manager|driver)$/.test(role)) return takers;
  const named = takers.filter(({ function: { owner } }) => plainName(owner?.name ?? "").endsWith(role));
  return named.length > 0 ? named : takers;
}

/** A value whose class nothing tells. */
function isUnknown(project: ProjectFacts, module: ModuleFacts, call: CallFacts): boolean {
  const object = call.callee.field("object");
  if (!object || !(object.type === "identifier" || object.type === "attribute" || isOfMaker(object)))
    return false;
  if (receiverClass(project, module, object) || holdsClass(project, module, object)) return false;
  const meaning = project.meaning(module, object);
  if (meaning.kind !== "unknown" && meaning.kind !== "assignment") return false;
  return calleeOfCall(project, module, call.callee) === undefined;
}

/** `self.base` that is a class itself (`base = Shop`): its methods are called with the instance before all else. */
function holdsClass(project: ProjectFacts, module: ModuleFacts, object: SyntaxNode): boolean {
  const holder = object.type === "attribute" ? object.field("object") : null;
  const around = holder && receiverClass(project, module, holder);
  if (!around) return false;
  const values = [...memberValues(project, around, object.field("attribute")?.text ?? "")];
  return values.some(({ module: home, value }) => value && project.meaning(home, value).kind === "class");
}

/** `self.client_plugin('nova')`: what gives out a part of the tree; a client or a session is one of a library. */
function isOfMaker(object: SyntaxNode): boolean {
  return (
    object.type === "call" &&
    /(plugin|rpc_?client|rpcapi|driver|manager|helper|proxy)$/i.test(object.field("function")?.text ?? "")
  );
}

/** Names that stand for classes: a call on one passes the instance as well. */
const CLASSES = /^(cls|klass|class_)$/;

/** `session.xenapi.host`, `session.VM`: the parts of a session are another program's. */
const OF_SESSION = /(^|\.)_?session\.\w/;

/** As many different methods as no two classes share by chance. */
const MANY = 8;

const receivers = new WeakMap<ModuleFacts, ReadonlyMap<string, ReadonlySet<string>>>();

/** An attribute of `self` is one thing within its class. */
function keyOf(receiver: string, around: string | undefined): string {
  return receiver.startsWith("self.") ? `${around ?? ""} ${receiver}` : receiver;
}

/** The names of the methods that a module calls, by the text of what they are called on. */
function methodsCalledOn(module: ModuleFacts): ReadonlyMap<string, ReadonlySet<string>> {
  const held = receivers.get(module);
  if (held) return held;
  const found = new Map<string, Set<string>>();
  for (const { callee, node } of module.calls) {
    if (callee.type !== "attribute") continue;
    const text = callee.field("object")?.text ?? "";
    const key = keyOf(text, text.startsWith("self.") ? module.classAround(node)?.name : undefined);
    const names = found.get(key) ?? new Set();
    names.add(callee.field("attribute")?.text ?? "");
    found.set(key, names);
  }
  receivers.set(module, found);
  return found;
}

/** `self.volume_rpcapi` of `volume/rpcapi.py`, `volumeops` of `VolumeOps`. */
function isNamedAs(receiver: string, module: string, owner: string): boolean {
  const said = plainName(receiver.split(".").at(-1) ?? "");
  // a client may be anybody's
  return (
    said.length > 4 &&
    !isAnybodysName(said) &&
    (plainName(module).endsWith(said) || plainName(owner) === said)
  );
}

/** `value = home.make(…)`. */
function comesFrom(project: ProjectFacts, module: ModuleFacts, name: SyntaxNode, home: ModuleFacts): boolean {
  if (name.type !== "identifier") return false;
  const bindings = module.lookup(name.text, module.scopeAt(name))?.bindings ?? [];
  return bindings.some((binding) => {
    const value = binding.kind === "assignment" && binding.value?.type === "call" ? binding.value : null;
    const callee = value?.field("function");
    const meaning = callee ? project.meaning(module, callee) : undefined;
    return meaning !== undefined && "module" in meaning && meaning.module === home;
  });
}

/** A name of three words or more: nothing else than the tree's own methods is likely to be called so. */
function isSpecific([first]: readonly PlacedFunction[]): boolean {
  return first !== undefined && /[a-z]_[a-z]+_[a-z]/.test(first.function.name);
}

/** Methods of one vendor's driver are meant by the modules of that driver only. */
function isOfVendor(home: ModuleFacts, module: ModuleFacts): boolean {
  const vendor = /^.*\/drivers\/[^/]+\/(?:[^/]+\/)?/.exec(home.path)?.[0];
  return vendor === undefined || home === module || module.path.startsWith(vendor);
}

/**
 * `neutron_client.create_port()`, `client.endpoints.create()`: a client's methods, and those of its parts, are those of no
 * class here that is not called after what it speaks to.
 */
function isAnothersClient(receiver: string, { function: { owner } }: PlacedFunction): boolean {
  const name = (owner?.name ?? "").toLowerCase();
  const parts = receiver.toLowerCase().split(".");
  const client = parts.findLastIndex(isClientName);
  if (client < 0) return false;
  const wordsOf = (part: string) => part.match(/[a-z]+/g) ?? [];
  const isPart = client < parts.length - 1;
  if (isPart) return !wordsOf(parts.at(-1) ?? "").every((word) => name.includes(word.replace(/s$/, "")));
  return (
    !name.includes("client") && !wordsOf(receiver).some((word) => word.length > 3 && name.includes(word))
  );
}

/** How a value is written: `self.servers`, and the `self.nova_client.servers` that it is set to. */
function namesOf(module: ModuleFacts, object: SyntaxNode): readonly string[] {
  const isOwn = object.type === "attribute" && object.field("object")?.text === "self";
  const given = isOwn ? selfAssignments(module, object.field("attribute")?.text ?? "") : [];
  return [object.text, ...given.flatMap(({ value }) => (value?.type === "attribute" ? [value.text] : []))];
}

/**
 * `LOG = logging.getLogger(…)`: what a function of the tree gives is of no class in a module that the function's own does
 * not load, unless it loads by name.
 */
function isBeyondMaker(
  project: ProjectFacts,
  module: ModuleFacts,
  object: SyntaxNode,
  home: ModuleFacts,
): boolean {
  const given = project.meaning(module, object);
  const value = given.kind === "assignment" ? given.assignment.value : null;
  const maker = value?.type === "call" ? value.field("function") : null;
  const meaning = given.kind === "assignment" && maker ? project.meaning(given.module, maker) : undefined;
  if (meaning?.kind !== "function" || meaning.module === home) return false;
  const { node, parameters } = meaning.function;
  // what it is handed may come from anywhere
  if (/import|load|getattr/.test(node.text) || parameters.some(({ name }) => /class|cls|factory/.test(name)))
    return false;
  return !loadedWith(project, meaning.module.path).has(home.path);
}
