import {
  importsWithin,
  isPackagePath,
  isTried,
  type ModuleFacts,
  type ProjectFacts,
  python2Names,
  type SyntaxNode,
} from "../../../src/rule.ts";
import { installsGettext } from "./gettext.ts";
import { mayBePython2s } from "./python2.ts";

/** Whether something gives a module the name that it reads and does not bind, or its author knows that it is not there. */
export function isExplained(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): boolean {
  const name = node.text;
  if (name === "_") return installsGettext(project);
  if (name.startsWith("__") && name.endsWith("__")) return true;
  if (/^(WindowsError|reveal_type|undefined|profile)$/.test(name)) return true;
  // `try: unicode` and `except NameError`
  if (isTried(node, /except[^:]*\bNameError\b/) || isKnownToAuthor(module, node)) return true;
  if (isOwnSubmodule(module, name)) return true;
  if (python2Names.has(name)) return mayBePython2s(project, module, node);
  // no module gives others a `self`
  if (name === "self") return false;
  return module.imports.some(
    (star) =>
      star.local === "*" &&
      (project.resolve(`${star.module}.${name}`).kind !== "unknown" ||
        takesAllOfOthers(project, star.module)),
  );
}

/** `# noqa`, or what other checkers want to read, on the line: who wrote it knows. */
function isKnownToAuthor({ text }: ModuleFacts, { start }: SyntaxNode): boolean {
  const end = text.indexOf("\n", start);
  const line = text.slice(start, end < 0 ? text.length : end);
  return /#.*(\bnoqa\b(?!:(?!.*\bF8\d\d))|undefined-variable|name-defined)/i.test(line);
}

/** `from .wall import paint` in a package's own module gives it the name `wall` as well. */
function isOwnSubmodule(module: ModuleFacts, name: string): boolean {
  return isPackagePath(module.path) && importsWithin(module, `${module.name}.${name}`);
}

/** Whether a module takes all names of one that is not in the tree. */
function takesAllOfOthers(project: ProjectFacts, name: string): boolean {
  const imports = project.moduleNamed(name)?.imports ?? [];
  return imports.some(({ local, module }) => local === "*" && project.moduleNamed(module) === undefined);
}
