import type { SyntaxNode } from "../../parse/tree.ts";
import { argumentsOf, argumentValue, type CallFacts } from "../module/calls.ts";
import type { FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { resultsOf } from "../module/results.ts";
import { stringValue, withoutParentheses } from "../module/syntax.ts";
import { valuesReaching } from "../names/reaching-values.ts";

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
  /(ssh|session|conn|connection|engine|cursor|op|db|client|query|stmt|bind|api|guest|netns)\._?execute$/;

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
  if (!module.text.includes("run_as_root=True")) return [];
  return module.calls.flatMap((call) => {
    if (EXECUTORS.test(call.name ?? "") || WRAPPERS.test(call.name ?? "") || asRoot(call) !== true) return [];
    const [first] = call.arguments;
    if (first?.kind !== "positional" || !/^(list|tuple|identifier)$/.test(first.value.type)) return [];
    const commands = commandsIn(module, first.value);
    const executor = call.name ?? "";
    return /^[\w/]/.test(commands[0]?.[0] ?? "")
      ? [{ call, ...wordsOfCommands(commands), asRoot: true, executor }]
      : [];
  });
}

const NAMESPACED = /(^|\.)netns\.execute$/;

function commandsBy(module: ModuleFacts, executors: RegExp): readonly CommandFacts[] {
  return module.calls.flatMap((call) => {
    if (call.name === undefined || !executors.test(call.name)) return [];
    if (executors !== NAMESPACED && OTHER_MACHINES.test(call.name)) return [];
    const commands = commandsGiven(
      module,
      call.arguments.flatMap((argument) => {
        const { kind, value } = argument;
        if (kind === "positional" || kind === "splat") return [{ kind, value }];
        return kind === "keyword" && argument.name === "cmd" ? [{ kind: "positional" as const, value }] : [];
      }),
    );
    return [
      {
        call,
        ...wordsOfCommands(commands),
        asRoot: asRoot(call),
        executor: call.name.replace(/^self\./, ""),
      },
    ];
  });
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
  if (splat) return saysRoot(splat.value) ? true : undefined;
  return call.arguments.some(({ kind, value }) => kind === "positional" && /root_helper$/.test(value.text))
    ? undefined
    : false;
}

/** Whether keywords that a name stands for hold `run_as_root=True` wherever they are made: `options = dict(run_as_root=True)`. */
function saysRoot(keywords: SyntaxNode): boolean {
  const made = keywords.type === "identifier" ? valuesReaching(keywords) : [];
  return made.length > 0 && made.every(({ text }) => /\brun_as_root['"]?\s*[=:]\s*True\b/.test(text));
}

/** The words of each command that arguments may give. */
function commandsGiven(
  module: ModuleFacts,
  given: readonly { readonly kind: "positional" | "splat"; readonly value: SyntaxNode }[],
): readonly (readonly string[])[] {
  const [first, ...rest] = given;
  if (!first) return [];
  const starts =
    first.kind === "positional" ? oneOrMany(module, first.value) : commandsIn(module, first.value);
  const tail = rest.flatMap((argument) => startOfText(argument.value) ?? []);
  return starts.map((start) => [...start, ...tail]);
}

function oneOrMany(module: ModuleFacts, node: SyntaxNode): readonly (readonly string[])[] {
  const text = startOfText(node);
  if (text === undefined) return commandsIn(module, node);
  const words = text.split(/\s+/).filter((word) => word !== "");
  return words.length > 0 ? [words] : [];
}

/** The known words of each list that an expression may be: those that reach a name, or the one of another expression. */
function commandsIn(module: ModuleFacts, node: SyntaxNode): readonly (readonly string[])[] {
  const values = node.type === "identifier" ? valuesReaching(node) : [];
  const reaching = values.map((value) => manyWords(module, value, 1)).filter((words) => words.length > 0);
  if (reaching.length > 0) return reaching;
  const words = manyWords(module, node);
  return words.length > 0 ? [words] : [];
}

/** The text of a string, also of one that `%` or `format` fills; `undefined` for what is no string. */
function startOfText(node: SyntaxNode): string | undefined {
  const callee = node.type === "call" ? node.field("function") : null;
  if (callee?.type === "attribute" && callee.field("attribute")?.text === "format")
    return stringValue(callee.field("object"));
  return stringValue(node.type === "binary_operator" ? node.field("left") : node);
}

/** The known words of a list expression; empty when its first element is not known. */
function manyWords(module: ModuleFacts, node: SyntaxNode, hops = 0): readonly string[] {
  const value = withoutParentheses(node);
  if (hops > 3) return [];
  switch (value.type) {
    case "list":
    case "tuple": {
      const elements = value.namedChildren;
      const first = elements[0] && stringValue(elements[0]);
      return first === undefined
        ? []
        : [first, ...elements.slice(1).flatMap((element) => stringValue(element) ?? [])];
    }
    case "binary_operator": {
      const [left, right] = [value.field("left"), value.field("right")];
      const start = left ? manyWords(module, left, hops + 1) : [];
      const rest = right ? manyWords(module, right, hops + 1) : [];
      // `PREFIX + ['vgs']`, where the prefix only sets the environment
      return start.length > 0 || /prefix$/i.test(left?.text ?? "") ? [...start, ...rest] : [];
    }
    case "conditional_expression": {
      const [one, , other] = value.namedChildren;
      const start = one ? manyWords(module, one, hops + 1) : [];
      return start.length > 0 || !other ? start : manyWords(module, other, hops + 1);
    }
    case "identifier": {
      const found = module.lookup(value.text, module.scopeAt(value));
      const lists = (found?.bindings ?? []).flatMap((binding) =>
        binding.kind === "assignment" && binding.value ? [manyWords(module, binding.value, hops + 1)] : [],
      );
      return lists.find((words) => words.length > 0) ?? [];
    }
    case "attribute":
      return wordsOfAttribute(module, value, hops);
    case "call":
      return wordsOfCall(module, value, hops);
    default:
      return [];
  }
}

/** `self.CMD` of a class that gives it one list, and `self.cmd` of a property that returns one. */
function wordsOfAttribute(module: ModuleFacts, node: SyntaxNode, hops: number): readonly string[] {
  const name = /^(?:self|cls)\.(\w+)$/.exec(node.text)?.[1];
  const owner = name === undefined ? undefined : module.classAround(node);
  const [only, ...more] = owner?.scope.bindings.get(name ?? "") ?? [];
  if (more.length > 0) return [];
  if (only?.kind === "assignment") return only.value ? manyWords(module, only.value, hops + 1) : [];
  return only?.kind === "function" ? wordsReturned(module, only, hops) : [];
}

function wordsReturned(module: ModuleFacts, facts: FunctionFacts, hops: number): readonly string[] {
  const built = resultsOf(facts).map((result) =>
    result.value ? manyWords(module, result.value, hops + 1) : [],
  );
  return built.find((list) => list.length > 0) ?? [];
}

/** `f('del', …)` of a function in the same module that returns a list: its words and the call's own. */
function wordsOfCall(module: ModuleFacts, call: SyntaxNode, hops: number): readonly string[] {
  const callee = call.field("function");
  const bindings = callee?.type === "identifier" ? module.scope.bindings.get(callee.text) : undefined;
  const [only] = bindings ?? [];
  if (only?.kind !== "function" || bindings?.length !== 1) return [];
  const words = wordsReturned(module, only, hops);
  return words.length > 0
    ? [...words, ...argumentsOf(call).flatMap((argument) => stringValue(argument.value) ?? [])]
    : [];
}
