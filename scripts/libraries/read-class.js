// What one text says of a class: how it is made, what it inherits, which members it has, and what its methods give.
import { absolute, definitionsOf, isPlain, keepsParameters, signatureOf } from "./signatures.js";

/** Decorators of classes that leave the making of instances as it is. */
const KEEPS_CLASS =
  /(^|\.)(python_2_unicode_compatible|total_ordering|remove|removed_class|deprecated|runtime_checkable|VersionedObjectRegistry\.register(_if)?|register)$/;

/** Bases whose instances are made in a way of their own. */
const ODD_BASE =
  /Enum$|Flag$|tuple$|Tuple$|^(str|int|dict|list|float|type|bytes|frozenset)$|TypedDict$|Protocol$/;

/** A base that only says which metaclass, and further bases. */
const WITH_METACLASS = /^(?:six\.)?with_metaclass\((?:abc\.)?ABCMeta((?:,\s*[\w.]+)*)\)$/;

/** Gives objects of the class names that no text spells; another object, which goes by `obj`, is none. */
const MAKES_MEMBERS =
  /\bsetattr\(|__setattr__\((?!obj,)|(?<!\bobj\.)(__dict__|\bvars\(self\))(\.update|\[[^\]]+\] =(?!=)| =(?!=))|def __(getattr|getattribute|setattr)__|__class__ =(?!=)|\blocals\(\)/;

/** What an object was saved with is spelt where it came from. */
const RESTORES = /self\.__dict__\.update\(state\)/g;

/**
 * The facts of a class.
 *
 * @returns `{ own, bases, isClosed, members }`: `own` is the signature of `__init__`, "open", or undefined where the
 * class inherits it; `isClosed` says that all members are spelt; `members` has by name
 * `{ signature, returns, isHook }`, each where known. A member that the class only asks itself for is `{ isMentioned }`.
 */
export function classFact(module, facts, tools) {
  const bases = facts.bases
    .flatMap(({ text }) => WITH_METACLASS.exec(text)?.[1].split(/,\s*/).slice(1) ?? [text])
    .flatMap((text) => (/^(typing\.)?Generic\[/.test(text) ? [] : [text.replace(/\[[^[\]]*\]$/, "")]))
    .map((text) => (/^[\w.]+$/.test(text) ? (absolute(module, text) ?? text) : "?"));
  const own = ownSignature(facts);
  return {
    own,
    bases: bases.filter((base) => base !== "object"),
    isClosed:
      isOrdinary(facts) &&
      !MAKES_MEMBERS.test(facts.node.text.replace(RESTORES, "")) &&
      !facts.scope.bindings.has("*"),
    members: membersOf(module, facts, tools),
  };
}

function membersOf(module, facts, tools) {
  const { text } = facts.node;
  const members = new Map();
  for (const [, name] of text.matchAll(/\b(?:self|cls)\.(\w+)/g)) members.set(name, { isMentioned: true });
  for (const [name, bindings] of facts.scope.bindings) {
    const fact = memberFact(module, facts, bindings, tools);
    members.set(name, new RegExp(`\\bself\\.${name}\\(`).test(text) ? { ...fact, isHook: true } : fact);
  }
  for (const [, name] of text.matchAll(/\bself\.(\w+)(?:, [\w., ]+)? = /g)) members.set(name, {});
  return members;
}

function memberFact(module, owner, bindings, tools) {
  const [only, ...more] = definitionsOf(bindings);
  if (more.length > 0 || only?.kind !== "function") return {};
  const kinds = /(^|\.)(abstract)?(classmethod|staticmethod)$/;
  const further = only.decorators.filter(({ name }) => !kinds.test(name ?? ""));
  const isStatic = only.decorators.some(({ name }) => /staticmethod$/.test(name ?? ""));
  if (!keepsParameters(further)) return {};
  return {
    signature: signatureOf(only, isStatic ? 0 : 1),
    returns: further.length === 0 ? returnedBy(module, only, owner, tools) : undefined,
    isHook: tools.isPromise({ module, function: only }),
  };
}

/**
 * What a function gives, where each `return` makes it by the same call or gives `self`: a dotted name, or "self". With
 * `parameter?` before it where a caller may give another class by that parameter.
 */
export function returnedBy(module, facts, owner, { resultsOf }) {
  if (facts.isAsync) return undefined;
  const found = new Set();
  for (const { kind, value } of resultsOf(facts)) {
    const given = kind === "return" && value ? madeBy(module, facts, value, owner) : undefined;
    if (given === undefined) return undefined;
    found.add(given);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

function madeBy(module, facts, value, owner) {
  const first = owner ? facts.parameters[0]?.name : undefined;
  const isClassMethod = facts.decorators.some(({ name }) => /classmethod$/.test(name ?? ""));
  if (first === "self" && value.text === "self" && !isClassMethod) return "self";
  const called = value.type === "call" ? (value.field("function")?.text ?? "") : "";
  if (isClassMethod && first === "cls" && called === "cls") return "self";
  if (!/^[A-Za-z_][\w.]*$/.test(called)) return undefined;
  const [root, ...rest] = called.split(".");
  if (owner && (root === "self" || root === "cls") && root === first)
    return rest.length === 1 ? [module.name, owner.name, ...rest].join(".") : undefined;
  const parameter = owner ? undefined : facts.parameters.find(({ name }) => name === called);
  const usual = parameter?.defaultValue?.text ?? "";
  if (/^[A-Z]\w*$/.test(usual)) return `${called}?${absolute(module, usual)}`;
  return facts.scope.bindings.has(root) ? undefined : absolute(module, called);
}

function ownSignature(facts) {
  if (!isOrdinary(facts) || facts.scope.bindings.has("__new__")) return "open";
  const inits = definitionsOf(facts.scope.bindings.get("__init__") ?? []);
  if (inits.length === 0) return undefined;
  const [init] = inits;
  const isKnown = inits.length === 1 && init.kind === "function" && keepsParameters(init.decorators);
  return isKnown ? signatureOf(init, 1) : "open";
}

/** Whether objects are made, and have the members, as the class says. */
function isOrdinary(facts) {
  const metaclasses = [
    ...facts.node.text.slice(0, 400).matchAll(/\bmetaclass=([\w.]+)/g),
    ...facts.node.text.matchAll(/\b__metaclass__ = ([\w.]+)/g),
    ...facts.decorators.flatMap(({ node }) => [...node.text.matchAll(/add_metaclass\(([\w.]+)/g)]),
  ];
  const decorators = facts.decorators.filter(({ name }) => !/add_metaclass$/.test(name ?? ""));
  return (
    metaclasses.every(([, name]) => /(^|\.)ABCMeta$/.test(name)) &&
    !facts.bases.some(({ text }) => ODD_BASE.test(text)) &&
    isPlain(decorators, KEEPS_CLASS)
  );
}
