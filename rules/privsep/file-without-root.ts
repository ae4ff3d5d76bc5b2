import {
  type CallFacts,
  type CommandFacts,
  commandsOf,
  type Finding,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** A file that one function removes or moves as root, and also as the service's own user. */
export const fileWithoutRoot: Rule = {
  id: "privsep/file-without-root",
  title: "file changed without root that is changed as root beside it",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/cinder/commit/1212f66b1",
  mentions: [["run_as_root=True"], ["os.", "shutil."]],
  check,
};

const CHANGE =
  /\b(?:os\.(?:rename|replace|unlink|remove|rmdir|symlink|link|chmod|truncate)|shutil\.(?:move|rmtree))\(/;
const CHANGERS =
  /^(os\.(rename|replace|unlink|remove|rmdir|symlink|link|chmod|truncate)|shutil\.(move|rmtree))$/;
const COMMANDS = new Set(["rm", "mv", "rmdir", "mkdir", "touch", "truncate"]);

function* check({ module, text }: RuleContext): Generator<Finding> {
  if (!CHANGE.test(text)) return;
  const rooted = commandsOf(module).filter(
    ({ asRoot, words }) => asRoot === true && COMMANDS.has(words[0] ?? ""),
  );
  if (rooted.length === 0) return;
  for (const call of module.calls) {
    if (!call.within || !CHANGERS.test(call.name ?? "") || givesAway(call)) continue;
    const command = rooted.find((other) => other.call.within === call.within && sharesPath(call, other));
    if (!command) continue;
    yield {
      span: call.node,
      message: `${call.name ?? ""} works on a file as the service's user, which ${call.within.qualifiedName} changes by ${command.words[0] ?? ""} as root: one of the two fails or is not needed`,
      related: [{ path: module.path, span: command.call.node, message: "as root here" }],
    };
  }
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
