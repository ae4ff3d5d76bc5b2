import {
  becomesRoot,
  type CommandFacts,
  codeOf,
  commandsAt,
  commandsOf,
  type Edit,
  entrypointAbove,
  type Finding,
  type Fix,
  hasRootwrapFilter,
  insertion,
  isEntrypoint,
  isOddOneOut,
  LineIndex,
  type ModuleFacts,
  needsRoot,
  type ProjectFacts,
  processesWithoutRoot,
  type Rule,
  type RuleContext,
  sameTool,
  takesRootElsewhere,
  WIDTH,
  wrappedCommandsOf,
} from "../../src/rule.ts";

/** A command that needs root, run without it in a module that knows how to ask for root. */
export const runAsRootMissing: Rule = {
  id: "privsep/run-as-root-missing",
  title: "privileged command run without root",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/181d8de08",
  mentions: [["execute", "trycmd", "run_command", "run_cmd", "run_process", "Process", "create_process"]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  const wrapped = wrappedCommandsOf(context.module);
  const commands = [...commandsOf(context.module), ...wrapped];
  yield* idleHelpers(context, commands);
  yield* namedForRoot(context, commands);
  yield* withoutRoot(context, commands, wrapped);
  if (PROCESS.test(context.text)) yield* processes(context);
}

const PROCESS = /Process\b|_process\(/;

/** `super().__init__(['ovs-ofctl', …])` of a class of processes that would run its command as root when told so. */
function* processes({ module, project }: RuleContext): Generator<Finding> {
  for (const { call, words } of processesWithoutRoot(module)) {
    if (!needsRoot(words) || given({ call }, "run_as_root")) continue;
    const taker = project.callee(module, call.node)?.function;
    if (!taker?.parameters.some(({ name }) => name === "run_as_root")) continue;
    yield {
      span: call.node,
      message: `starts ${words.slice(0, 2).join(" ")} without run_as_root=True`,
    };
  }
}

/** `read_as_root` whose command asks for root in no way. */
function* namedForRoot(
  { module, project }: RuleContext,
  commands: readonly CommandFacts[],
): Generator<Finding> {
  for (const { call, asRoot, words } of commands) {
    const facts = call.within;
    if (!facts || asRoot !== false || !/_as_root$/.test(facts.name)) continue;
    const code = codeOf(facts.node).replaceAll(facts.name, "");
    if (
      /as_root|root_?(?:help|exec|wrap)|sudo|priv/i.test(code) ||
      isEntrypoint(project, { module, function: facts })
    )
      continue;
    const name = words[0] ?? "a command";
    yield {
      span: call.node,
      message: `${facts.qualifiedName} runs ${name} without root, unlike its name says`,
    };
  }
}

/** Commands that need root, or are run as root elsewhere, and do not ask for it. */
function* withoutRoot(
  context: RuleContext,
  commands: readonly CommandFacts[],
  wrapped: readonly CommandFacts[],
): Generator<Finding> {
  const { module, project } = context;
  const rooted = commands.filter((command) => command.asRoot === true);
  for (const command of commands) {
    // `run_as_root=False` is somebody's decision
    if (command.asRoot !== false || given(command, "run_as_root") || isListing(command)) continue;
    const isKnown = needsRoot(command.words) || changesSystem(command.words);
    const isOdd = !isKnown && isOddOneOut(project, module, command, commands);
    if (!isKnown && !isOdd) continue;
    const witness =
      rooted.find((other) => sameTool(other, command)) ??
      rooted.find((other) => other.executor === command.executor);
    if (!witness && wrapped.includes(command)) continue;
    const canBeRoot = witness || isOdd || takesRootElsewhere(project, module, command);
    if (!canBeRoot && !hasRootwrapFilter(project, module, command)) continue;
    if (becomesRoot(project, module, command) || isWithinEntrypoint(context, command)) continue;
    yield {
      span: command.call.node,
      message: `runs ${named(command)} without run_as_root=True`,
      ...findingParts(context, command, witness),
    };
  }
}

function isWithinEntrypoint({ module, project }: RuleContext, { call }: CommandFacts): boolean {
  if (!call.within) return false;
  const placed = { module, function: call.within };
  return isEntrypoint(project, placed) || entrypointAbove(project, placed) !== undefined;
}

/** Where it is done as it should be, and how to do so here. */
function findingParts(
  context: RuleContext,
  command: CommandFacts,
  witness: CommandFacts | undefined,
): Pick<Finding, "related" | "fix"> {
  const { path } = context.module;
  const related = witness ? [{ path, span: witness.call.node, message: "run as root here" }] : [];
  return { related, fix: fixOf(context, command) };
}

/**
 * `execute('rm', path, root_helper=helper)`: processutils uses the helper only with `run_as_root=True`, and so does neutron's
 * execute with `privsep_exec`. The module or, by `self._execute`, the tree gives both elsewhere.
 */
function* idleHelpers(context: RuleContext, commands: readonly CommandFacts[]): Generator<Finding> {
  for (const command of commands) {
    const helper = ["root_helper", "privsep_exec"].find((name) => given(command, name));
    if (helper === undefined || given(command, "run_as_root")) continue;
    if (command.call.arguments.some(({ kind }) => kind === "double-splat")) continue;
    const witness = commands.find(
      (other) => other.executor === command.executor && given(other, helper) && given(other, "run_as_root"),
    );
    if (!witness && !isIdleInTree(context.project, command, helper)) continue;
    yield {
      span: command.call.node,
      message: `runs ${named(command)} with a ${helper}, which is put to use only by run_as_root=True`,
      ...findingParts(context, command, witness),
    };
  }
}

/** Whether the other calls of the tree by this last name that give the helper say `run_as_root` too, four of them at least. */
function isIdleInTree(project: ProjectFacts, { executor }: CommandFacts, helper: string): boolean {
  const name = lastPart(executor);
  const { alone, whole } = project.once(`calls of ${name} with ${helper}`, () => {
    const others = project
      .pathsMentioning(`${helper}=`)
      .flatMap((path) => commandsAt(project, path))
      .filter((other) => lastPart(other.executor) === name && given(other, helper));
    const both = others.filter((other) => given(other, "run_as_root"));
    return { alone: others.length - both.length, whole: both.length };
  });
  return whole >= 4 && alone <= 1;
}

function lastPart(name: string): string {
  return name.replace(/^.*\./, "");
}

/** `rm -rf /var/lib/…`: a change below a directory that belongs to root. */
function changesSystem(words: readonly string[]): boolean {
  return (
    /^(rm|mv|cp|mkdir|rmdir|chmod|chown|tee|ln|touch|truncate)$/.test(words[0] ?? "") &&
    words.slice(1).some((word) => /^\/(etc|usr|lib|boot|sys|proc|dev|var\/lib)\//.test(word))
  );
}

/** `mount` alone lists what is mounted, and `mount.nfs` alone only shows that it is there. */
function isListing(command: CommandFacts): boolean {
  const given = command.call.arguments.filter((argument) => argument.kind !== "keyword");
  return (
    /^mount(?:\.\w+)?$/.test(command.words.join()) && given.length === 1 && given[0]?.kind === "positional"
  );
}

function given(command: Pick<CommandFacts, "call">, name: string): boolean {
  return command.call.arguments.some((argument) => argument.kind === "keyword" && argument.name === name);
}

function named(command: CommandFacts): string {
  return command.words.length > 0 ? command.words.slice(0, 2).join(" ") : "a command";
}

/** None where a function of the tree runs the command that cannot be told to become root. */
function fixOf({ module, project }: RuleContext, command: CommandFacts): Fix | undefined {
  const runner = project.callee(module, command.call.node)?.function;
  const takes = runner?.parameters.some(({ name, kind }) => name === "run_as_root" || kind === "var-keyword");
  if (takes === false) return undefined;
  return {
    kind: "unsafe",
    title: "add run_as_root=True",
    edits: [addition(module, command, "run_as_root=True")],
  };
}

/** One more argument; where it would make its line too long, in a row of its own below the first. */
function addition({ text }: ModuleFacts, { call }: CommandFacts, argument: string): Edit {
  const [first] = call.arguments;
  const last = call.arguments.at(-1);
  if (!first || !last) return insertion(call.node.end - 1, argument);
  const lines = new LineIndex(text);
  const row = lines.rowOf(last.node.end);
  const code = text.slice(lines.startOf(row), lines.endOf(row)).replace(/\s*#.*$/, "");
  const width = code.length + `, ${argument}`.length;
  if (width <= WIDTH) return insertion(last.node.end, `, ${argument}`);
  const before = text.slice(lines.startOf(lines.rowOf(first.node.start)), first.node.start);
  return insertion(last.node.end, `,\n${before.replace(/[^\t]/g, " ")}${argument}`);
}
