import type { SyntaxNode } from "../../parse/tree.ts";
import { literally } from "../../text/literally.ts";
import { addTo } from "../../text/multimap.ts";
import type { CallFacts } from "../module/calls.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { codeOf, withoutParentheses } from "../module/syntax.ts";
import { valuesReaching } from "../names/reaching-values.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { type CommandFacts, commandsByHelper, commandsOf, isRemote, saysRoot } from "./commands.ts";
import { entrypointAbove, isEntrypoint } from "./privsep.ts";

/**
 * The commands that a module hands to functions of the tree which run as root what they are given, in text order:
 * `self._run('mmchfs', path)`, where `_run` ends in `execute(cmd, *args, run_as_root=True)`.
 */
export function helpedCommandsOf(project: ProjectFacts, module: ModuleFacts): readonly CommandFacts[] {
  const helpers = helpersOf(project);
  if (!helpers.names?.test(module.text)) return [];
  const aliases = aliasesIn(module, helpers.byName);
  return module.calls.flatMap((call) => {
    const name = lastPart(call);
    const isOne = helpers.byName.has(name)
      ? isHelper(helpers, project.callee(module, call.node)?.function)
      : call.within?.owner && aliases.get(name) === call.within.owner.name;
    return isOne && !isHelper(helpers, call.within ?? undefined) ? commandsByHelper(module, call) : [];
  });
}

interface Helpers {
  readonly byName: ReadonlyMap<string, readonly FunctionFacts[]>;
  /** Fits the texts that say the name of one; `undefined` in a tree without any. */
  readonly names: RegExp | undefined;
}

function isHelper({ byName }: Helpers, facts: FunctionFacts | undefined): boolean {
  return facts !== undefined && (byName.get(facts.name)?.includes(facts) ?? false);
}

/** The functions of the tree that run as root, on this machine, the command that their first parameter begins. */
function helpersOf(project: ProjectFacts): Helpers {
  return project.once("helpers of root", () => {
    const byName = new Map<string, FunctionFacts[]>();
    for (const path of project.pathsMentioning("run_as_root=True", "run_as_root'")) {
      const module = project.module(path);
      for (const facts of module ? helpersIn(project, module) : []) addTo(byName, facts.name, facts);
    }
    const names =
      byName.size > 0 ? new RegExp(`\\b(?:${[...byName.keys()].map(literally).join("|")})\\b`) : undefined;
    return { byName, names };
  });
}

function helpersIn(project: ProjectFacts, module: ModuleFacts): ReadonlySet<FunctionFacts> {
  const found = new Set<FunctionFacts>();
  for (const { call, asRoot, words } of commandsOf(module)) {
    const facts = call.within;
    const [first] = call.arguments;
    const parameter = facts?.parameters.find(({ name }) => !/^(?:self|cls)$/.test(name));
    if (!facts || !first || !parameter || words.length > 0 || !beginsWith(first.value, parameter.name))
      continue;
    const code = codeOf(facts.node);
    if (asRoot === false || (asRoot === undefined && !saysRoot(code)) || isRemote(code)) continue;
    const placed = { module, function: facts };
    if (!isEntrypoint(project, placed) && !entrypointAbove(project, placed)) found.add(facts);
  }
  return found;
}

/** Whether a command begins with the parameter: `*cmd`, `cmd`, `[cmd] + list(args)`, or a name for one of these. */
function beginsWith(node: SyntaxNode, parameter: string, hops = 0): boolean {
  const value = withoutParentheses(node);
  if (value.type === "identifier") {
    const made = valuesReaching(value);
    if (made.length === 0) return value.text === parameter;
    return hops < 2 && made.every((one) => beginsWith(one, parameter, hops + 1));
  }
  const first = /^(?:list|tuple|binary_operator)$/.test(value.type) ? value.namedChildren[0] : undefined;
  return first !== undefined && beginsWith(first, parameter, hops);
}

/** The classes by the other names that they give helpers of theirs: `self.run = self._run_as_root`. */
function aliasesIn(module: ModuleFacts, byName: Helpers["byName"]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, alias = "", name = ""] of module.text.matchAll(ALIAS)) {
    const owner = byName.get(name)?.find((facts) => facts.owner && module.functions.includes(facts))?.owner;
    if (owner) found.set(alias, owner.name);
  }
  return found;
}

const ALIAS = /^[ \t]+self\.(\w+) = self\.(\w+)[ \t]*$/gm;

function lastPart({ name }: CallFacts): string {
  return /(?:^|\.)(\w+)$/.exec(name ?? "")?.[1] ?? "";
}
