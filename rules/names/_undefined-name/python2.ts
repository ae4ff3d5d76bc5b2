import { type ModuleFacts, type ProjectFacts, runsOnPython3, type SyntaxNode } from "../../../src/rule.ts";

/** Whether code that reads a name of Python 2 alone may be run by that. */
export function mayBePython2s(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): boolean {
  if (isVendored(module)) return true;
  return !isPython3Only(project) && (isForBoth(project, module, node) || !runsOnPython3(project, module));
}

/**
 * Code that asks for the version, or a module that was never moved to Python 3, which the packaging does not name either:
 * `raw_input` alone is never kept on purpose.
 */
function isForBoth(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): boolean {
  if (asksForVersion(module, node) || module.tree.errors.length > 0) return true;
  return node.text !== "raw_input" && !namesPython3(project);
}

/** Whether the function around asks for the version, or a condition over it; outside of functions, whether the module does. */
function asksForVersion(module: ModuleFacts, node: SyntaxNode): boolean {
  if (!VERSION.test(module.text)) return false;
  const around = module.functionAround(node)?.node;
  if (!around || VERSION.test(around.text)) return true;
  for (let at = around.parent; at; at = at.parent)
    if (VERSION.test(at.type === "function_definition" ? at.text : (at.field("condition")?.text ?? "")))
      return true;
  return false;
}

const VERSION = /version_info|\bPY[23]\b/;

/** Whether the packaging says that Python 3 is served, be it beside Python 2. */
function namesPython3(project: ProjectFacts): boolean {
  return project.onceOfTexts("names: python 3 too", () =>
    ["setup.cfg", "setup.py", "pyproject.toml"].some((path) =>
      /Python\s*::\s*3/.test(project.text(path) ?? ""),
    ),
  );
}

/** What the tree only keeps a copy of says elsewhere which Python it is for. */
function isVendored({ path }: ModuleFacts): boolean {
  return /(^|\/)(third_?party|_?vendor(ed)?)\//.test(path);
}

/** Whether the packaging says that Python 2 is not served: by the version it asks for, or by naming Python 3 alone. */
function isPython3Only(project: ProjectFacts): boolean {
  return project.once("names: python 3 only", () => {
    const text = ["setup.cfg", "pyproject.toml"].map((path) => project.text(path) ?? "").join("\n");
    if (/requires-python\s*=\s*["']?\s*>=?\s*3|python[-_]requires\s*=\s*>=?\s*3/.test(text)) return true;
    return /Python :: 3/.test(text) && !/Python :: 2|\bpy2\d/.test(text + (project.text("tox.ini") ?? ""));
  });
}
