import type { CallFacts, ModuleFacts, ProjectFacts } from "../../../src/rule.ts";

/** Whether names may come from where they cannot be seen: star imports from outside, `exec`, written globals. */
export function hasOpenNames(project: ProjectFacts, module: ModuleFacts): boolean {
  const stars = module.imports.filter(({ local }) => local === "*");
  if (stars.some((star) => project.moduleNamed(star.module) === undefined)) return true;
  if (/__builtins?__\.__dict__/.test(module.text)) return true;
  const { tree } = module;
  // `exec code in names`: the names go elsewhere
  if (tree.ofType("exec_statement").some(({ children }) => children.every(({ type }) => type !== "in")))
    return true;
  return module.calls.some((call) => isExec(call) || givesGlobals(call));
}

/** `exec(code)`; with a dictionary of its own the names go there, unless that is the module's under another name. */
function isExec({ name, arguments: given }: CallFacts): boolean {
  if (name !== "exec") return false;
  return (
    given.length < 2 || given.some(({ kind, value }) => kind !== "positional" || OWN_NAMES.test(value.text))
  );
}

const OWN_NAMES = /^locals\(\)$|__dict__$/;

/** `globals()` where it is passed on or filled, and not where a name is only looked up. */
function givesGlobals({ name, node }: CallFacts): boolean {
  if (name !== "globals" && name !== "vars") return false;
  const behind = node.parent;
  switch (behind?.type) {
    case "attribute":
      return /^(update|setdefault)$/.test(behind.field("attribute")?.text ?? "");
    case "subscript":
      return behind.fieldName === "left" && behind.parent?.type === "assignment";
    case "argument_list":
      return name === "globals" && !READS_NAMES.test(behind.parent?.field("function")?.text ?? "");
    case "comparison_operator":
    case "binary_operator":
      return false;
    default:
      return name === "globals";
  }
}

/** What looks at the names that it is given, or copies them. */
const READS_NAMES = /^(__import__|dict|eval|isinstance|len|list|sorted)$/;
