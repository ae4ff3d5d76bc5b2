import type { SyntaxNode } from "../../parse/tree.ts";
import type { CallFacts } from "../module/calls.ts";
import type { ModuleFacts } from "../module/module.ts";
import { memberValues, selfAssignments } from "../tree/class-members.ts";
import { loadedWith } from "../tree/import-graph.ts";
import type { PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { receiverClass } from "../tree/receiver.ts";
import { plainName } from "../tree/word-index.ts";
import type { Receiver } from "./called-receivers.ts";
import { calleeOfCall } from "./instances.ts";
import { isAnybodysName, isClientName } from "./receiver-names.ts";

// What the name of a value of unknown class, and the code that makes it, say for and against a class.

/** `r.exists()`: a letter or two; and names of classes, and the parts of a session. */
export function saysNothing(receiver: string): boolean {
  return /^\w{1,2}$/.test(receiver) || CLASSES.test(receiver) || OF_SESSION.test(receiver);
}

/** Names that stand for classes: a call on one passes the instance as well. */
const CLASSES = /^(cls|klass|class_)$/;

/** `session.xenapi.host`, `session.VM`: the parts of a session are another program's. */
const OF_SESSION = /(^|\.)_?session\.\w/;

/** A value whose class nothing tells. */
export function isUnknown(project: ProjectFacts, module: ModuleFacts, call: CallFacts): boolean {
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

/** `self.volume_rpcapi` of `volume/rpcapi.py`, `volumeops` of `VolumeOps`. */
export function isNamedAs(receiver: string, module: string, owner: string): boolean {
  const said = plainName(receiver.split(".").at(-1) ?? "");
  // a client may be anybody's
  return (
    said.length > 4 &&
    !isAnybodysName(said) &&
    (plainName(module).endsWith(said) || plainName(owner) === said)
  );
}

/** `value = home.make(…)`. */
export function comesFrom(
  project: ProjectFacts,
  module: ModuleFacts,
  name: SyntaxNode,
  home: ModuleFacts,
): boolean {
  if (name.type !== "identifier") return false;
  const bindings = module.lookup(name.text, module.scopeAt(name))?.bindings ?? [];
  return bindings.some((binding) => {
    const value = binding.kind === "assignment" && binding.value?.type === "call" ? binding.value : null;
    const callee = value?.field("function");
    const meaning = callee ? project.meaning(module, callee) : undefined;
    return meaning !== undefined && "module" in meaning && meaning.module === home;
  });
}

/** Whether nothing of how the receiver is named or made speaks against the class of a method. */
export function mayHold(project: ProjectFacts, { module, object }: Receiver, taker: PlacedFunction): boolean {
  return (
    !namesOf(module, object).some((name) => isAnothersClient(name, taker)) &&
    !isBeyondMaker(project, module, object, taker.module)
  );
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
