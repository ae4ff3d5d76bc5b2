import {
  type CallFacts,
  codeOf,
  commandsOf,
  type Finding,
  isRemote,
  type ModuleFacts,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  valueAt,
} from "../../src/rule.ts";

/** The word sudo as the command of a local execute call. */
export const literalSudo: Rule = {
  id: "privsep/literal-sudo",
  title: "literal sudo instead of the root helper",
  severity: "warning",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/manila/commit/29020b47f",
  mentions: [["sudo"], ["execute", "trycmd", "subprocess", "os.system", "os.popen"]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  if (!hasRootHelper(context.project)) return;
  // one list may be run several times
  const told = new Set<number>();
  for (const finding of [...commands(context), ...processes(context)]) {
    if (!told.has(finding.span.start)) yield finding;
    told.add(finding.span.start);
  }
}

function* commands({ module, project }: RuleContext): Generator<Finding> {
  for (const { call, words } of commandsOf(module)) {
    if (words[0] !== "sudo" || isShellLine(module, call) || isRootHelper(call)) continue;
    // a wrapper of the tree may take the word out again, or run the command on another machine
    const runner = project.callee(module, call.node)?.function.node;
    const code = runner ? codeOf(runner) : "";
    if (MINDS_SUDO.test(code) || isRemote(code)) continue;
    yield {
      ...placed(module, call, heldCommand(module, call)),
      message: `runs ${words.slice(0, 3).join(" ")} past the configured root helper: pass the command without sudo and run_as_root=True`,
    };
  }
}

/** Whether an operator may set how the tree becomes root; one that says `root_helper="sudo"` itself has nothing to go past. */
function hasRootHelper(project: ProjectFacts): boolean {
  return project.onceOfTexts("has a root helper", () => {
    // a copy of oslo's processutils has it for those who use it
    const own = (...words: string[]) =>
      project.pathsMentioning(...words).filter((path) => !path.includes("openstack/common/"));
    const texts = own("root_helper").map((path) => project.text(path) ?? "");
    const isPlain = (text: string) => /root_helper\s*=\s*['"]sudo['"]/.test(text);
    if (!texts.some(isPlain) || own("rootwrap", "PrivContext(").length > 0) return true;
    return texts.some((text) => /(?<!\w)root_helper\b(?!['"]?\]?\s*[=:]\s*['"]sudo['"])/.test(text));
  });
}

/** Code that looks for the word in what it is given; one that puts it there for `run_as_root` minds no second one. */
const MINDS_SUDO =
  /['"]sudo\b[^'"]*['"]\s*(?:not\s+)?(?:in\b|==|!=)|(?:(?<!helper['"\])]*\s*)(?:==|!=)|\bin|\w\()\s*[[(]?r?['"]\^?sudo\b|\b(?:use|no|with|strip|skip)_?sudo/i;

/** `client.execute("sudo ps aux")`: one text and no shell here to take it apart, so that it goes to a shell elsewhere. */
function isShellLine(module: ModuleFacts, { node, arguments: given, name }: CallFacts): boolean {
  const value = given.find(({ kind }) => kind === "positional")?.value;
  const command = value?.type === "identifier" ? valueAt(module, value) : value;
  return (
    /^[a-z]{0,2}['"]+\S+\s/i.test(command?.text ?? "") &&
    /^\w+\.\w+\.\w+$/.test(name ?? "") &&
    !/\bshell\s*=/.test(node.text)
  );
}

/** A function that is told whether to become root makes the word's command itself. */
function isRootHelper({ within }: CallFacts): boolean {
  if (!within) return false;
  return (
    within.parameters.some(({ name }) => name === "run_as_root") ||
    /['"]run_as_root['"]|\bif run_as_root\b/.test(codeOf(within.node))
  );
}

const STARTS =
  /^(?:subprocess\.(?:Popen|call|run|check_call|check_output|getoutput|getstatusoutput)|os\.(?:system|popen))$/;

/** Processes of the standard library, in a tree that knows how to become root otherwise. */
function* processes({ module, project, text }: RuleContext): Generator<Finding> {
  if (!/[[(=]\s*f?['"]sudo[ '"]/.test(text) || !/\b(?:subprocess|os)\.\w+\(/.test(text)) return;
  if (project.pathsMentioning("run_as_root=", "PrivContext(").length === 0) return;
  for (const call of module.calls) {
    if (!STARTS.test(call.name ?? "")) continue;
    const first = call.arguments.find((argument) => argument.kind === "positional")?.value;
    // a script that stands alone has no root helper to go past
    const isNamed = first?.type === "identifier" && project.sources.paths.includes(initBeside(module.path));
    const held = isNamed ? heldCommand(module, call) : undefined;
    if (!held && !SUDO_FIRST.test(first?.text ?? "")) continue;
    yield {
      ...placed(module, call, held),
      message: `starts sudo by ${call.name ?? ""}, past the configured root helper: use execute with run_as_root=True, or a privsep entrypoint`,
    };
  }
}

const SUDO_FIRST = /^[[(]?\s*f?['"]sudo[ '"]/;

/** What a name held that a call is given, `cmd = ['sudo', tool]`, which may have grown since. */
function heldCommand(module: ModuleFacts, call: CallFacts): SyntaxNode | undefined {
  const first = call.arguments.find(({ kind }) => kind !== "keyword")?.value;
  const held = first?.type === "identifier" ? valueAt(module, first) : undefined;
  return held && SUDO_FIRST.test(held.text) ? held : undefined;
}

/** The word is to be taken away where it stands in a list; a whole line may be meant for another shell, too. */
function placed(
  { path }: ModuleFacts,
  { node }: CallFacts,
  held: SyntaxNode | undefined,
): Pick<Finding, "span" | "related"> {
  const isList = held?.type === "list" || held?.type === "tuple";
  return isList ? { span: held, related: [{ path, span: node, message: "run here" }] } : { span: node };
}

function initBeside(path: string): string {
  return path.replace(/[^/]+$/, "__init__.py");
}
