import type { SyntaxNode } from "../../parse/tree.ts";
import { argumentValue, type CallFacts } from "../module/calls.ts";
import type { ModuleFacts } from "../module/module.ts";
import { valuesReaching } from "../names/reaching-values.ts";
import { commandsGiven, commandsIn } from "./command-words.ts";

/** A call that runs a command on the host through the project's execute function. */
export interface CommandFacts {
  readonly call: CallFacts;
  /** The words that are known, the command itself first, without `env NAME=value`; none where the command is not known. */
  readonly words: readonly string[];
  /** The words of the command that it may be instead, where the branches of an `if` give a name one list each. */
  readonly otherWords: readonly (readonly string[])[];
  /** Whether `env` starts it. */
  readonly throughEnv: boolean;
  /** Whether it runs as root (`run_as_root=`, an older `root_helper=`); `undefined` when an expression decides. */
  readonly asRoot: boolean | undefined;
  /** The name under which the execute function is called, without `self.`. */
  readonly executor: string;
}

const EXECUTORS = /(^|\.)_?(try_)?(execute(_with_timeout)?|trycmd|_try_execute)$/;

/** Wrappers of a class or module, and what runs commands on other machines: good only for comparisons. */
const WRAPPERS = /(^|\.)_?(run_command|run_cmd|execute_command|run_process)$/;
const OTHER_MACHINES =
  /(ssh(?:_\w+)?|session|conn|connection|engine|cursor|op|db|client|query|stmt|bind|api|guest|netns)\._?execute$/;

/** Whether the code of an execute function carries the command to another machine; `ProcessHelper` has the letters only. */
export function isRemote(runner: string): boolean {
  return /(?<![a-z])ssh|SSH/.test(runner);
}

/** The commands that a module runs by execute functions, in text order. */
export function commandsOf(module: ModuleFacts): readonly CommandFacts[] {
  return commandsBy(module, EXECUTORS);
}

/** The commands that a module runs by wrappers of another name (`self._run_command('ip link show')`), in text order. */
export function wrappedCommandsOf(module: ModuleFacts): readonly CommandFacts[] {
  return commandsBy(module, WRAPPERS);
}

/**
 * The commands that a module runs inside of network namespaces, which takes root (`wrapper.netns.execute(cmd)`), in
 * text order.
 */
export function namespacedCommandsOf(module: ModuleFacts): readonly CommandFacts[] {
  return commandsBy(module, NAMESPACED).flatMap((command) =>
    command.asRoot === undefined ? [] : [{ ...command, asRoot: true }],
  );
}

/** The commands that a module hands as lists to other calls with `run_as_root=True` (`AsyncProcess(cmd, run_as_root=True)`). */
export function processesAsRoot(module: ModuleFacts): readonly CommandFacts[] {
  return module.text.includes("run_as_root=True") ? processesOf(module, true) : [];
}

/** The commands that a module hands as lists to other calls without a word about root (`AsyncProcess(cmd)`). */
export function processesWithoutRoot(module: ModuleFacts): readonly CommandFacts[] {
  return processesOf(module, false);
}

function processesOf(module: ModuleFacts, isRoot: boolean): readonly CommandFacts[] {
  return module.calls.flatMap((call) => {
    if (EXECUTORS.test(call.name ?? "") || WRAPPERS.test(call.name ?? "") || asRoot(call) !== isRoot)
      return [];
    const [first] = call.arguments;
    if (first?.kind !== "positional" || !/^(list|tuple|identifier)$/.test(first.value.type)) return [];
    const commands = commandsIn(module, first.value);
    const executor = call.name ?? "";
    return /^[\w/]/.test(commands[0]?.[0] ?? "")
      ? [{ call, ...wordsOfCommands(commands), asRoot: isRoot, executor }]
      : [];
  });
}

const NAMESPACED = /(^|\.)netns\.execute$/;

function commandsBy(module: ModuleFacts, executors: RegExp): readonly CommandFacts[] {
  return module.calls.flatMap((call) => {
    if (call.name === undefined || !executors.test(call.name)) return [];
    if (executors !== NAMESPACED && OTHER_MACHINES.test(call.name)) return [];
    return [{ call, ...wordsGiven(module, call), asRoot: asRoot(call), executor: executorOf(call) }];
  });
}

/** The command of a call of a function that runs as root what it is given, unless the call tells it otherwise. */
export function commandsByHelper(module: ModuleFacts, call: CallFacts): readonly CommandFacts[] {
  if (argumentValue(call, "run_as_root")) return [];
  const command = wordsGiven(module, call);
  return command.words.length > 0 ? [{ call, ...command, asRoot: true, executor: executorOf(call) }] : [];
}

function executorOf(call: CallFacts): string {
  return (call.name ?? "").replace(/^self\./, "");
}

function wordsGiven(module: ModuleFacts, call: CallFacts): ReturnType<typeof wordsOfCommands> {
  const given = call.arguments.flatMap((argument) => {
    const { kind, value } = argument;
    if (kind === "positional" || kind === "splat") return [{ kind, value }];
    return kind === "keyword" && argument.name === "cmd" ? [{ kind: "positional" as const, value }] : [];
  });
  return wordsOfCommands(commandsGiven(module, given));
}

function wordsOfCommands(
  commands: readonly (readonly string[])[],
): Pick<CommandFacts, "words" | "otherWords" | "throughEnv"> {
  const [words = [], ...others] = commands;
  return { words: withoutEnv(words), otherWords: others.map(withoutEnv), throughEnv: words[0] === "env" };
}

/** The command behind `env LC_ALL=C`; `env` itself where nothing is known to follow. */
function withoutEnv(words: readonly string[]): readonly string[] {
  if (words[0] !== "env") return words;
  const at = words.findIndex((word, index) => index > 0 && !word.includes("="));
  return at < 0 ? words : words.slice(at);
}

function asRoot(call: CallFacts): boolean | undefined {
  // neutron's execute goes to a privsep entrypoint then
  if (argumentValue(call, "privsep_exec")) return undefined;
  const given = argumentValue(call, "run_as_root") ?? argumentValue(call, "root_helper");
  if (given)
    return given.type === "true" ? true : given.type === "false" || given.type === "none" ? false : undefined;
  const splat = call.arguments.find(({ kind }) => kind === "double-splat");
  if (splat) return isForRoot(splat.value) ? true : undefined;
  return call.arguments.some(({ kind, value }) => kind === "positional" && /root_helper$/.test(value.text))
    ? undefined
    : false;
}

/** Whether keywords that a name stands for hold `run_as_root=True` wherever they are made: `options = dict(run_as_root=True)`. */
function isForRoot(keywords: SyntaxNode): boolean {
  const made = keywords.type === "identifier" ? valuesReaching(keywords) : [];
  return made.length > 0 && made.every(({ text }) => saysRoot(text));
}

/** Whether code says `run_as_root=True`, also as a key of keywords. */
export function saysRoot(code: string): boolean {
  return /\brun_as_root['"]?\]?\s*[=,:]\s*True\b/.test(code);
}
