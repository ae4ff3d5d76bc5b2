import {
  argumentValue,
  type CallFacts,
  entrypointAbove,
  type Finding,
  isEntrypoint,
  isPrivilegedPath,
  type ModuleFacts,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  selfAssignments,
} from "../../src/rule.ts";

/** processutils told to become root, and not how. */
export const noRootHelper: Rule = {
  id: "privsep/no-root-helper",
  title: "run_as_root=True without a root helper",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://docs.openstack.org/oslo.concurrency/latest/reference/processutils.html",
  mentions: [["run_as_root=True", "run_as_root = True"], ["processutils"]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  const { module, path, text } = context;
  if (isPrivilegedPath(path) || /\bgeteuid\b/.test(text)) return;
  for (const call of module.calls) {
    if (!LAST.test(call.name ?? "") || !asksForRoot(call) || !isOfLibrary(context, call)) continue;
    if (runsInDaemon(context, call)) continue;
    yield {
      span: call.node,
      message: `${call.name ?? ""} is told run_as_root=True and no root_helper: it raises NoRootWrapSpecified unless the process is root's`,
    };
  }
}

const LAST = /(?:^|\.)_?(?:execute|trycmd)$/;
const FUNCTION =
  /(?:^|\.)(?:oslo_concurrency|oslo\.concurrency|openstack\.common)\.processutils\.(?:execute|trycmd)$/;

function asksForRoot(call: CallFacts): boolean {
  return (
    argumentValue(call, "run_as_root")?.type === "true" &&
    argumentValue(call, "root_helper") === undefined &&
    call.arguments.every(({ kind }) => kind !== "double-splat")
  );
}

/** Whether it is processutils' own function that runs, under its name or by the one value of an attribute of `self`. */
function isOfLibrary({ module, project }: RuleContext, { callee, name, within }: CallFacts): boolean {
  if (isFunction(project, module, callee)) return true;
  const attribute = /^self\.(\w+)$/.exec(name ?? "")?.[1];
  if (attribute === undefined || within?.owner?.methods.has(attribute)) return false;
  const values = [...selfAssignments(module, attribute)].map(({ value }) => value);
  return values.length > 0 && values.every((value) => value && isFunction(project, module, value));
}

/** Older trees have a copy of their own, which in the oldest of them only does without root. */
function isFunction(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): boolean {
  if (!FUNCTION.test(project.qualifiedName(module, node) ?? "")) return false;
  const meaning = project.meaning(module, node);
  return meaning.kind !== "function" || meaning.module.text.includes("NoRootWrapSpecified");
}

function runsInDaemon({ module, project }: RuleContext, { within }: CallFacts): boolean {
  if (!within) return false;
  const placed = { module, function: within };
  return isEntrypoint(project, placed) || entrypointAbove(project, placed) !== undefined;
}
