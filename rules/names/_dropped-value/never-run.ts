import {
  type ModuleFacts,
  ownNodes,
  type ProjectFacts,
  pathsWithWord,
  type SyntaxNode,
} from "../../../src/rule.ts";

/** A call of a function that runs nothing before its answer is used: a context manager, a generator. */
export function neverRun(project: ProjectFacts, module: ModuleFacts, call: SyntaxNode): string | undefined {
  const name = (call.field("function")?.text ?? "").split(".").at(-1) ?? "";
  if (!besideYield(project).has(name)) return undefined;
  const callee = project.callee(module, call)?.function;
  if (!callee || callee.name === "__init__") return undefined;
  const [decorator, ...more] = callee.decorators;
  if (more.length > 0) return undefined;
  if (/^(contextlib\.)?contextmanager$/.test(decorator?.name ?? ""))
    return `${callee.name}() makes a context manager that nothing enters: 'with' is missing, and none of it runs`;
  const isGenerator = !decorator && [...ownNodes(callee.node)].some(({ type }) => type === "yield");
  return isGenerator ? `${callee.name}() makes a generator that nothing runs: none of it happens` : undefined;
}

/** The functions of modules that say `yield`: a look-up that tells of most calls that they run at once. */
function besideYield(project: ProjectFacts): ReadonlySet<string> {
  return project.onceOfTexts("functions beside yield", () => {
    const names = new Set<string>();
    for (const path of pathsWithWord(project, "yield"))
      for (const [, name] of (project.text(path) ?? "").matchAll(/\bdef[ \t]+(\w+)/g)) names.add(name ?? "");
    return names;
  });
}
