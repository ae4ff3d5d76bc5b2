import type { SyntaxNode } from "../../parse/tree.ts";
import { literally } from "../../text/literally.ts";
import { ancestorOf, textAround } from "../module/syntax.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { pathsWithWord } from "../tree/word-index.ts";
import { CONFIG_METHODS } from "./configuration-object.ts";
import { isMisspeltOfAny } from "./misspelt-option.ts";
import type { OptionRead } from "./option-reads.ts";
import type { OptionRegistry } from "./option-registry.ts";
import type { Objection } from "./option-verdict.ts";

/** Whether what is read from is the configuration for sure, where the objection rests on that. */
export function isAboutConfig(
  project: ProjectFacts,
  registry: OptionRegistry,
  read: OptionRead,
  objection: Objection,
): boolean {
  // `CONF[KEY]`: a group that nobody registers by its name may be made by whoever asks for it, or be a key of a dictionary
  if (read.holds === "group" || isKeyedByName(read.node)) return registry.groups.has(read.first);
  // `from pecan import conf`
  const from = read.receiver === "likely" ? importOf(read.node, read.holder) : undefined;
  if (from !== undefined && project.pathOf(from.split(".", 1)[0] ?? "") === undefined) return false;
  const { option } = objection;
  const isUnknown = objection.kind === "unregistered";
  if ((isUnknown ? objection.group : objection.read) !== "DEFAULT") return true;
  // what is asked for by `getattr`, or set in a group, may be a library's
  const isOpen = isUnknown && read.by === "call" && !isSetInDefault(read);
  const isCertain = read.receiver === "certain" && !isOpen;
  return (
    isCertain ||
    (read.by !== "call" && holdsEverything(registry, read)) ||
    (isUnknown && isMisspeltOfAny(registry, option)) ||
    (isUnknown && read.by !== "call" && isInCompany(project, registry, read) && !isPut(project, option))
  );
}

/** `CONF.set_override('option', value)`. */
function isSetInDefault({ node, second }: OptionRead): boolean {
  return (
    second === undefined && /\.(?:set|clear)_(?:override|default)$/.test(node.field("function")?.text ?? "")
  );
}

/** `CONF[GROUP]` and what is read of it. */
function isKeyedByName(node: SyntaxNode): boolean {
  return /\[_?[A-Z]\w*\]/.test(node.text);
}

/**
 * Whether all else that the function reads of what is called conf is an option of DEFAULT, or is put there by the tree,
 * and these are four and more.
 */
function isInCompany(
  project: ProjectFacts,
  registry: OptionRegistry,
  { node, holder, first }: OptionRead,
): boolean {
  const scope = ancestorOf(node, "function_definition");
  if (!scope || importOf(node, holder) !== undefined) return false;
  const uses = new RegExp(`(?<![\\w.])${literally(holder)}\\.(\\w+)(\\()?`, "g");
  const named = [...scope.text.matchAll(uses)].filter(([, name = ""]) => !CONFIG_METHODS.has(name));
  // a driver's part of the configuration has methods of its own
  if (named.some(([, , called]) => called !== undefined)) return false;
  const others = [...new Set(named.map(([, name = ""]) => name))].filter((name) => name !== first);
  const known = others.filter((name) => registry.groupsOf(name)?.has("DEFAULT"));
  return known.length >= FEWEST && others.every((name) => known.includes(name) || isPut(project, name));
}

const FEWEST = 4;

/** `args.door = …`, `args.__dict__['door'] = …`, `'door'` of a table: something may put it there under its name. */
function isPut(project: ProjectFacts, name: string): boolean {
  const put = new RegExp(`['"]${literally(name)}['"]|\\.${literally(name)}\\s*=[^=]`);
  return pathsWithWord(project, name).some((path) => put.test(project.text(path) ?? ""));
}

/**
 * Whether what is called conf is the whole configuration, not a group or a driver's part of it: its function or class
 * also registers options there, or reads a group's option behind the group's name.
 */
function holdsEverything(registry: OptionRegistry, { node, holder }: OptionRead): boolean {
  const scope = ancestorOf(node, holder.startsWith("self.") ? "class_definition" : "function_definition");
  // a configuration of its own, and a module called conf
  if (!scope || /\bConfigOpts\(/.test(scope.text) || importOf(node, holder) !== undefined) return false;
  const uses = new RegExp(`(?<![\\w.])${literally(holder)}\\.(\\w+)(?:\\.(\\w+))?`, "g");
  return [...scope.text.matchAll(uses)].some(
    ([, first = "", second]) =>
      /^(?:(?:un)?register_(?:cli_)?opts?|register_group|import_(?:opt|group)|set_override)$/.test(first) ||
      (second !== undefined && registry.groups.has(first) && registry.groupsOf(second)?.has(first)),
  );
}

/** The module from which a name is imported, or which it is; `undefined` where it is not imported. */
function importOf(node: SyntaxNode, name: string): string | undefined {
  const found = new RegExp(
    `^[ \\t]*(?:from|import)[ \\t]+([\\w.]+)[^\\n]*(?<!\\.)\\b${literally(name)}\\s*(?:,|$)`,
    "m",
  ).exec(textAround(node));
  return found?.[1];
}
