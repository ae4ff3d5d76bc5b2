import {
  type CallFacts,
  type CommandFacts,
  commandsOf,
  type Finding,
  type ModuleFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** A file that one function removes or moves as root, and also as the service's own user. */
export const fileWithoutRoot: Rule = {
  id: "privsep/file-without-root",
  title: "file changed without root that is changed as root beside it",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/cinder/commit/1212f66b1",
  mentions: [["as_root=True"]],
  check,
};

const CHANGE =
  /\b(?:os\.(?:rename|replace|unlink|remove|rmdir|symlink|link|chmod|truncate)|shutil\.(?:move|rmtree))\(/;
const CHANGERS =
  /^(os\.(rename|replace|unlink|remove|rmdir|symlink|link|chmod|truncate)|shutil\.(move|rmtree))$/;
const COMMANDS = new Set(["rm", "mv", "rmdir", "mkdir", "touch", "truncate"]);

function* check(context: RuleContext): Generator<Finding> {
  const { module, text } = context;
  const commands = text.includes("run_as_root=True") ? commandsOf(module) : [];
  const rooted = commands.filter(({ asRoot, words }) => asRoot === true && COMMANDS.has(words[0] ?? ""));
  if (rooted.length > 0) {
    if (CHANGE.test(text)) yield* byPython(module, rooted);
    yield* byCommand(module, commands, rooted);
  }
  yield* byHelper(context);
}

function* byPython(module: ModuleFacts, rooted: readonly CommandFacts[]): Generator<Finding> {
  for (const call of module.calls) {
    if (!call.within || !CHANGERS.test(call.name ?? "") || givesAway(call)) continue;
    const command = rooted.find((other) => other.call.within === call.within && sharesPath(call, other));
    if (!command) continue;
    yield {
      span: call.node,
      message: `${call.name ?? ""} works as the service's user on a file that ${call.within.qualifiedName} changes with ${command.words[0] ?? ""} as root: one of the two fails or is not needed`,
      related: [{ path: module.path, span: command.call.node, message: "as root here" }],
    };
  }
}

/** `execute('rm', path)` where the function runs `touch` on the path as root. */
function* byCommand(
  module: ModuleFacts,
  commands: readonly CommandFacts[],
  rooted: readonly CommandFacts[],
): Generator<Finding> {
  for (const command of commands) {
    const { call, words, asRoot, executor } = command;
    if (!call.within || asRoot !== false || !COMMANDS.has(words[0] ?? "") || givesAway(call)) continue;
    if (keywordOf(call, "run_as_root")) continue;
    const other = rooted.find(
      (one) => one.call.within === call.within && one.executor === executor && sharesPath(call, one),
    );
    if (!other) continue;
    yield {
      span: call.node,
      message: `${words[0] ?? ""} works as the service's user on a file that ${call.within.qualifiedName} changes with ${other.words[0] ?? ""} as root: one of the two fails or is not needed`,
      related: [{ path: module.path, span: other.call.node, message: "as root here" }],
    };
  }
}

const HELPERS = /^[\w.]+\.(remove|move|chmod|chown|create_directory|write_file|unlink|delete_file|rename)$/;

/** `files.remove(path)` beside `files.chmod(path, as_root=True)`, where `remove` would take `as_root` too. */
function* byHelper({ module, project, text }: RuleContext): Generator<Finding> {
  if (!/\bas_root=True/.test(text)) return;
  const calls = module.calls.filter((call) => call.within && HELPERS.test(call.name ?? ""));
  const rooted = calls.filter(
    (call) => keywordOf(call, "as_root")?.text === "True" && !/chown$/.test(call.name ?? ""),
  );
  for (const call of rooted.length > 0 ? calls : []) {
    const [path] = call.arguments;
    if (keywordOf(call, "as_root") || path?.kind !== "positional" || path.value.type === "string") continue;
    if (call.arguments.some(({ kind }) => kind === "double-splat")) continue;
    const other = rooted.find(
      (one) =>
        one.within === call.within &&
        one.node.start < call.node.start &&
        one.arguments[0]?.value.text === path.value.text,
    );
    const taken = project.callee(module, call.node)?.function.parameters;
    if (!other || !taken?.some(({ name, kind }) => name === "as_root" || kind === "var-keyword")) continue;
    yield {
      span: call.node,
      message: `${call.name ?? ""} works as the service's user on a file that ${call.within?.qualifiedName ?? ""} changes with ${other.name ?? ""} as root: one of the two fails or is not needed`,
      related: [{ path: module.path, span: other.node, message: "as root here" }],
    };
  }
}

function keywordOf(call: CallFacts, name: string): SyntaxNode | undefined {
  return call.arguments.find((argument) => argument.kind === "keyword" && argument.name === name)?.value;
}

/** The same name or expression in both calls; a literal says nothing about who owns it. */
function sharesPath(call: CallFacts, command: CommandFacts): boolean {
  const paths = call.arguments.map(({ value }) => value.text);
  return command.call.arguments.some(
    ({ kind, value }) => kind === "positional" && value.type !== "string" && paths.includes(value.text),
  );
}

/** A function that hands the file to another user, or tells the two ways apart, knows what it does. */
function givesAway(call: CallFacts): boolean {
  return /['"](chown|chmod|setfacl)['"]|\bchown\(|geteuid|EACCES|PermissionError/.test(
    call.within?.node.text ?? "",
  );
}
