import type { SyntaxNode } from "../../parse/tree.ts";
import type { CallFacts } from "../module/calls.ts";
import type { Binding } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { functionsNamed } from "../module/named-in.ts";
import { firstName } from "../module/syntax.ts";
import { memberValues, selfAssignments } from "../tree/class-members.ts";
import { loadedWith } from "../tree/import-graph.ts";
import type { PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { pathsAssigning, pathsDefining, pathsWithWord, plainName } from "../tree/word-index.ts";
import { calleeOfCall, receiverClass } from "./instances.ts";
import { keepsSignature } from "./kept-signature.ts";
import { isAnybodysName, isClientName } from "./receiver-names.ts";

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

/**
 * The methods of those classes that have all that the module calls on the value: at least three methods, or the value goes by the
 * class' or its module's name, or comes out of a call of that module.
 *
 * `undefined` where the value's class is known, or where something else than methods may answer to the name.
 */
export function kinOf(project: ProjectFacts, module: ModuleFacts, call: CallFacts): Kin | undefined {
  const takers = namesakesOf(project, call);
  if (takers.length === 0 || !isUnknown(project, module, call)) return undefined;
  const object = call.callee.field("object");
  const text = object?.text ?? "";
  // `r.exists()`: a letter or two say nothing
  if (/^\w{1,2}$/.test(text)) return undefined;
  if (CLASSES.test(text) || OF_SESSION.test(text) || isGivenNowhere(project, object)) return undefined;
  const around = project.classAround(module, call.node);
  const called = methodsCalledOn(module).get(keyOf(text, around?.class.name)) ?? new Set();
  // who wraps something from outside has methods of the same names: only a proxy of the whole class is told from that
  const isWrapper = around && takers.some(({ function: { name } }) => project.findMethod(around, name));
  const others = takers.filter(({ function: { owner } }) => owner && owner !== around?.class);
  const covering = others.filter(({ module: home, function: { owner } }) => {
    if (!owner) return false;
    if ((isWrapper || home === module) && called.size < MANY) return false;
    const placed = { module: home, class: owner };
    if (![...called].every((name) => project.findMethod(placed, name) !== undefined)) return false;
    return (
      called.size >= 3 || isNamedAs(text, home.name, owner.name) || comesFrom(project, module, object, home)
    );
  });
  if ((called.size < MANY || covering.length === 0) && isFromOutside(project, module, object))
    return undefined;
  const isMeantByName = covering.length === 0 && !isWrapper && isSpecific(takers);
  const found = (
    isMeantByName ? others.filter(({ module: home }) => isOfVendor(home, module)) : covering
  ).filter(
    (taker) =>
      !namesOf(module, object).some((name) => isAnothersClient(name, taker)) &&
      !isBeyondMaker(project, module, object, taker.module),
  );
  const role = plainName(text.split(".").at(-1) ?? "");
  const named = /^(manager|driver)$/.test(role)
    ? found.filter(({ function: { owner } }) => plainName(owner?.name ?? "").endsWith(role))
    : [];
  return {
    all: takers,
    takers: named.length > 0 ? named : found,
    isSure: covering.length > 0 && called.size >= MANY && text.startsWith("self."),
  };
}

/** Names that stand for classes: a call on one passes the instance as well. */
const CLASSES = /^(cls|klass|class_)$/;

/** `session.xenapi.host`, `session.VM`: the parts of a session are another program's. */
const OF_SESSION = /(^|\.)_?session\.\w/;

/** `thing.part` where nothing of the tree gives any object a `part`: it comes from elsewhere, with its methods. */
function isGivenNowhere(project: ProjectFacts, object: SyntaxNode | null): boolean {
  const part = object?.type === "attribute" ? object.field("attribute")?.text : undefined;
  if (part === undefined) return false;
  return project.onceOfTexts(`nothing gives ${part}`, () => {
    if (pathsDefining(project, part).length > 0) return false;
    const given = new RegExp(
      `\\.${part}\\s*=(?!=)|^ +${part} = |['"]${part}['"]|\\b(?:class|import|as) ${part}\\b`,
      "m",
    );
    return !pathsWithWord(project, part).some((path) => given.test(project.text(path) ?? ""));
  });
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
function namesOf(module: ModuleFacts, object: SyntaxNode | null): readonly string[] {
  if (!object) return [];
  const isOwn = object.type === "attribute" && object.field("object")?.text === "self";
  const given = isOwn ? selfAssignments(module, object.field("attribute")?.text ?? "") : [];
  return [object.text, ...given.flatMap(({ value }) => (value?.type === "attribute" ? [value.text] : []))];
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

/** Whether a value is made by a package that is not in the tree: its methods are nowhere to be read. */
export function isFromOutside(project: ProjectFacts, module: ModuleFacts, value: SyntaxNode | null): boolean {
  if (!value) return false;
  if (value.type === "call") return isMadeOutside(project, module, value);
  const meaning = project.meaning(module, value);
  if (meaning.kind === "assignment" && isGivenFromOutside(project, meaning.module, meaning.assignment.value))
    return true;
  if (value.type === "identifier") {
    const bindings = module.lookup(value.text, module.scopeAt(value))?.bindings ?? [];
    return bindings.some((binding) => isGivenFromOutside(project, module, givenBy(binding)));
  }
  const object = value.field("object");
  const part = value.field("attribute")?.text ?? "";
  const around = object ? receiverClass(project, module, object) : undefined;
  if (!around)
    return selfAssignments(module, part).some((given) => isGivenFromOutside(project, module, given.value));
  const values = [...memberValues(project, around, part)];
  return values.some((given) => isGivenFromOutside(project, given.module, given.value));
}

/** Whether what a name is given is no value of the tree. */
function isGivenFromOutside(project: ProjectFacts, module: ModuleFacts, value: SyntaxNode | null): boolean {
  return (
    isMadeOutside(project, module, value) ||
    (value !== null && isReachedThroughUnknown(project, module, value))
  );
}

function isMadeOutside(project: ProjectFacts, module: ModuleFacts, value: SyntaxNode | null): boolean {
  const maker = value?.type === "call" ? value.field("function") : null;
  if (!maker || /(^|\.)import_\w+$/.test(maker.text)) return false;
  return project.meaning(module, maker).kind === "external" || isImportedFromOutside(project, module, maker);
}

/** A name with several imports, one for each release of a library, none of which is in the tree. */
function isImportedFromOutside(project: ProjectFacts, module: ModuleFacts, maker: SyntaxNode): boolean {
  const bindings = module.lookup(firstName(maker) ?? "", module.scopeAt(maker))?.bindings ?? [];
  return (
    bindings.length > 1 &&
    bindings.every(
      (binding) =>
        binding.kind === "import" &&
        project.moduleNamed(binding.module) === undefined &&
        project.moduleNamed(binding.target) === undefined,
    )
  );
}

/** A name of several words, or the third part and further of what something has: `find` may be anybody's. */
function isTelling(part: SyntaxNode): boolean {
  return /[a-z]_[a-z]/.test(part.field("attribute")?.text ?? "") || part.text.split(".").length > 3;
}

/**
 * `device.net.table.row`, `library.read_tree(x)[0]`: on the way to the value stands a part that nothing of the tree gives any
 * object, so that the value is not of the tree either.
 */
function isReachedThroughUnknown(
  project: ProjectFacts,
  module: ModuleFacts,
  value: SyntaxNode,
  depth = 0,
): boolean {
  let at: SyntaxNode | null = value;
  for (; at && at.type !== "identifier"; at = insideOf(at)) {
    if (at.type !== "attribute" || project.meaning(module, at).kind !== "unknown") continue;
    if (DEEP.test(at.text) || (isTelling(at) && isGivenNowhere(project, at))) return true;
  }
  if (!at || depth > 2) return false;
  const bindings = module.lookup(at.text, module.scopeAt(at))?.bindings ?? [];
  return bindings.some((binding) => {
    const given = givenBy(binding);
    return given !== null && isReachedThroughUnknown(project, module, given, depth + 1);
  });
}

/** `device.tables.net.rows.row`: nobody goes through so many objects of his own. */
const DEEP = /^(?!self\.)\w+(\.\w+){4,}$/;

/** What an expression is taken out of: `a` of `a.b`, `a.b` of `a.b(c)` and of `a.b[0]`. */
function insideOf(value: SyntaxNode): SyntaxNode | null {
  if (value.type === "attribute") return value.field("object");
  if (value.type === "call") return value.field("function");
  return value.type === "subscript" ? value.field("value") : null;
}

/** The expression that gives a name its value, for the variable of a loop what the loop goes over. */
function givenBy(binding: Binding): SyntaxNode | null {
  if (binding.kind === "assignment") return binding.value;
  const loop = binding.kind === "other" ? binding.node.parent : null;
  return loop?.type === "for_statement" && binding.node.fieldName === "left" ? loop.field("right") : null;
}

/** `value = home.make(…)`. */
function comesFrom(
  project: ProjectFacts,
  module: ModuleFacts,
  name: SyntaxNode | null,
  home: ModuleFacts,
): boolean {
  if (name?.type !== "identifier") return false;
  const bindings = module.lookup(name.text, module.scopeAt(name))?.bindings ?? [];
  return bindings.some((binding) => {
    const value = binding.kind === "assignment" && binding.value?.type === "call" ? binding.value : null;
    const callee = value?.field("function");
    const meaning = callee ? project.meaning(module, callee) : undefined;
    return meaning !== undefined && "module" in meaning && meaning.module === home;
  });
}

/**
 * `LOG = logging.getLogger(…)`: what a function of the tree gives is of no class in a module that the function's own does
 * not load, unless it loads by name.
 */
function isBeyondMaker(
  project: ProjectFacts,
  module: ModuleFacts,
  object: SyntaxNode | null,
  home: ModuleFacts,
): boolean {
  const given = object ? project.meaning(module, object) : undefined;
  const value = given?.kind === "assignment" ? given.assignment.value : null;
  const maker = value?.type === "call" ? value.field("function") : null;
  const meaning = given?.kind === "assignment" && maker ? project.meaning(given.module, maker) : undefined;
  if (meaning?.kind !== "function" || meaning.module === home) return false;
  const { node, parameters } = meaning.function;
  // what it is handed may come from anywhere
  if (/import|load|getattr/.test(node.text) || parameters.some(({ name }) => /class|cls|factory/.test(name)))
    return false;
  return !loadedWith(project, meaning.module.path).has(home.path);
}

/** As many different methods as no two classes share by chance. */
const MANY = 8;

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
