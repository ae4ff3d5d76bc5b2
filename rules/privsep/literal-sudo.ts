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
  const { module, project } = context;
  if (!hasRootHelper(project)) return;
  for (const { call, words } of commandsOf(module)) {
    if (words[0] !== "sudo" || isShellLine(module, call) || isRootHelper(call)) continue;
    // a wrapper of the tree may take the word out again, or run the command on another machine
    const runner = project.callee(module, call.node)?.function.node;
    const code = runner ? codeOf(runner) : "";
    if (MINDS_SUDO.test(code) || isRemote(code)) continue;
    yield {
      span: call.node,
      message: `runs ${words.slice(0, 3).join(" ")} past the configured root helper: pass the command without sudo and run_as_root=True`,
    };
  }
  yield* processes(context);
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
    // `cmd = ['sudo', tool]`, which may have grown since; a script that stands alone has no root helper to go past
    const isNamed = first?.type === "identifier" && project.sources.paths.includes(initBeside(module.path));
    const given = (first && isNamed ? valueAt(module, first) : first)?.text ?? "";
    if (!/^[[(]?\s*f?['"]sudo[ '"]/.test(given)) continue;
    yield {
      span: call.node,
      message: `starts sudo by ${call.name ?? ""}, past the configured root helper: use execute with run_as_root=True, or a privsep entrypoint`,
    };
  }
}

function initBeside(path: string): string {
  return path.replace(/[^/]+$/, "__init__.py");
}
