import type { SyntaxNode } from "../../parse/tree.ts";
import { argumentsOf, argumentValue } from "../module/calls.ts";
import type { ModuleFacts } from "../module/module.ts";
import { descendants, dottedName, stringValue, textAround } from "../module/syntax.ts";
import type { ProjectFacts } from "../tree/project.ts";
import {
  CONFIG_METHODS,
  groupHeldBy,
  HELD,
  isOfSomethingElse,
  PARSER_OF_FILES,
  type Receiver,
  receiverOf,
} from "./configuration-object.ts";
import { constantIn } from "./group-constant.ts";
import { isGuardedOption } from "./guarded-option.ts";

/** An option that is read: `CONF.option`, `CONF.group.option`, `CONF['group']['option']`, `getattr(CONF, 'option')`. */
export interface OptionRead {
  /** The expression up to the option (or group). */
  readonly node: SyntaxNode;
  /** The first name: a group, or an option of DEFAULT. */
  readonly first: string;
  /** The second one, when there is one: an option if `first` is a group. */
  readonly second: string | undefined;
  readonly receiver: Receiver;
  /** What the configuration, or the group, is called here: `CONF`, `self.conf`. */
  readonly holder: string;
  /** `group` where the holder stands for the group alone: `conf = CONF.group`. */
  readonly holds: "everything" | "group";
  /** `call` for `getattr(CONF, 'option')` and `CONF.set_override('option', value)`. */
  readonly by: "attribute" | "call";
}

/**
 * The option that a node reads, wherever it stands.
 *
 * @param holders names that may hold a group; what is read from others is looked at alone when it is left out
 */
export function optionReadAt(
  node: SyntaxNode,
  holders: ReadonlySet<string> = new Set(),
): OptionRead | undefined {
  if (!stepOf(node) || isPartOfStep(node)) return undefined;
  const read = readOf(node, holders);
  return read && !isWritten(read.node) && !isGuardedOption(node) ? read : undefined;
}

/**
 * The option reads of a module in text order; methods of the configuration object, writes and guarded reads are left out,
 * and what only goes by its name.
 */
export function optionReadsIn(project: ProjectFacts, module: ModuleFacts): readonly OptionRead[] {
  return project.latest(module, "option reads", () => {
    const found: OptionRead[] = [];
    if (module.text.includes("ConfigParser(") && PARSER_OF_FILES.test(module.text)) return found;
    const holders = new Set(Array.from(module.text.matchAll(HELD), ([, holder = ""]) => holder));
    for (const node of descendants(module.tree.root)) {
      const read = optionReadAt(node, holders);
      if (read && !isOfSomethingElse(project, module, read.node)) found.push(read);
    }
    return found;
  });
}

/** The calls of a module that set an option by its name: `CONF.set_override('option', value, group='group')`. */
export function optionSettingsIn(module: ModuleFacts): readonly OptionRead[] {
  return module.tree.ofType("call").flatMap((node) => {
    const called = node.field("function");
    const object = called?.type === "attribute" ? called.field("object") : null;
    const receiver =
      object && SETS.test(called?.field("attribute")?.text ?? "") ? receiverOf(object) : undefined;
    const given = { arguments: receiver ? argumentsOf(node) : [] };
    const name = stringValue(argumentValue(given, "name", 0))?.replaceAll("-", "_");
    // `set_override(name, override, group)`, `clear_override(name, group)`
    const group = argumentValue(
      given,
      "group",
      /^clear/.test(called?.field("attribute")?.text ?? "") ? 1 : 2,
    );
    const home = group && (stringValue(group) ?? (group.type === "none" ? "DEFAULT" : ""));
    if (!object || !receiver || name === undefined || home === "" || isGuardedOption(node)) return [];
    const place = home === undefined || home === "DEFAULT" ? [name] : [home, name];
    const [first = "", second] = place;
    return [
      { node, first, second, receiver, holder: dottedName(object) ?? "", holds: "everything", by: "call" },
    ];
  });
}

const SETS = /^(?:set|clear)_(?:override|default)$/;

/** `object.name`, `object['name']`, `getattr(object, 'name')`. */
interface Step {
  readonly node: SyntaxNode;
  readonly object: SyntaxNode;
  readonly name: string;
}

function stepOf(node: SyntaxNode): Step | undefined {
  switch (node.type) {
    case "attribute":
      return step(node, node.field("object"), node.field("attribute")?.text);
    case "subscript":
      return step(node, node.field("value"), keyOf(node));
    case "call":
      return node.field("function")?.text === "getattr" ? stepByGetattr(node) : undefined;
    default:
      return undefined;
  }
}

function step(
  node: SyntaxNode,
  object: SyntaxNode | null | undefined,
  name: string | undefined,
): Step | undefined {
  return object && name !== undefined ? { node, object, name } : undefined;
}

/** `CONF['group']`, and `CONF[GROUP]` where the module says once what that is. */
function keyOf(node: SyntaxNode): string | undefined {
  const key = node.field("subscript");
  if (key?.type !== "identifier") return stringValue(key);
  const isOfConfig = /(?:^|\.)_?(?:CONF|conf)$/.test(node.field("value")?.text ?? "");
  return isOfConfig ? constantIn(textAround(node), key.text) : undefined;
}

/** A default makes that nothing is raised. */
function stepByGetattr(call: SyntaxNode): Step | undefined {
  const [object, name, ...more] = call.field("arguments")?.namedChildren ?? [];
  return more.length === 0 ? step(call, object, stringValue(name)) : undefined;
}

function isPartOfStep(node: SyntaxNode): boolean {
  const { parent } = node;
  if (parent?.type === "argument_list") {
    const around = parent.parent && stepOf(parent.parent);
    return around?.object.start === node.start;
  }
  return (
    parent?.type === "attribute" ||
    (parent?.type === "subscript" && node.fieldName === "value" && stepOf(parent) !== undefined)
  );
}

function isWritten(node: SyntaxNode): boolean {
  return node.fieldName === "left" && (node.parent?.type ?? "").includes("assignment");
}

function readOf(outer: SyntaxNode, holders: ReadonlySet<string>): OptionRead | undefined {
  // the innermost part of the chain is the configuration object
  const chain: Step[] = [];
  for (let step = stepOf(outer); step; step = stepOf(step.object)) chain.unshift(step);
  for (const [place, { node, object, name }] of chain.entries()) {
    const holder = dottedName(object);
    const receiver = receiverOf(object);
    // `conf.CONF`: a module that holds the global one
    if (holder === undefined || name === "CONF") continue;
    const held =
      holders.has(holder) && receiver !== "certain" && !name.startsWith("_")
        ? groupHeldBy(object, holder)
        : undefined;
    const by = node.type === "call" ? "call" : "attribute";
    if (held) return { node, ...held, second: name, holder, holds: "group", by };
    if (!receiver) continue;
    if (CONFIG_METHODS.has(name) || name.startsWith("_")) return undefined;
    const next = chain[place + 1];
    // what is called conf may be a dictionary
    if (receiver === "likely" && node.type === "subscript" && next?.node.type !== "attribute")
      return undefined;
    return {
      node: next?.node ?? node,
      first: name,
      second: next?.name,
      receiver,
      holder,
      holds: "everything",
      by,
    };
  }
  return undefined;
}
