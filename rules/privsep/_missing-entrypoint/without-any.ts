import {
  actOf,
  type Finding,
  isCalledOutside,
  isPrivilegedPath,
  literally,
  namePlace,
  questionsOf,
  type RuleContext,
} from "../../../src/rule.ts";
import { isNamedForRoot } from "./names.ts";

/** The functions of a module that imports a context and decorates nothing with it. */
export function* withoutAny(context: RuleContext): Generator<Finding> {
  const { module, path, project } = context;
  const contexts = contextsImported(context);
  if (contexts.length === 0) return;
  const isPrivileged = isPrivilegedPath(path);
  if (!isPrivileged && !contexts.some((name) => isUnused(context, name))) return;
  const questions = questionsOf(module);
  const acting = module.functions.flatMap((facts) => {
    if (facts.owner || facts.enclosing || /unprivileged/.test(facts.name)) return [];
    if (isPrivileged && (facts.name.startsWith("_") || !isCalledOutside(project, module, facts))) return [];
    const act = actOf(module, facts, questions);
    return act === undefined ? [] : [{ facts, act }];
  });
  const named = acting.filter(({ facts }) => isNamedForRoot(facts));
  const told = isPrivileged ? acting : named.length > 0 ? named : acting.length === 1 ? acting : [];
  for (const { facts, act } of told) {
    yield {
      span: namePlace(facts),
      message: `${facts.qualifiedName} calls ${act} and is no entrypoint, though its module imports a privsep context: it runs as the service's user`,
    };
  }
}

/**
 * The modules with privsep contexts that a module imports, as it writes them; `import shop.privsep.files` loads
 * `shop.privsep`.
 */
function contextsImported({ project, text }: RuleContext): readonly string[] {
  const makes = (name: string): boolean => {
    const path = project.pathOf(name);
    return path !== undefined && (project.text(path) ?? "").includes("PrivContext(");
  };
  return [...text.matchAll(IMPORT)].flatMap(([, whole, from = "", name = ""]) => {
    if (whole !== undefined) {
      const parts = whole.split(".");
      const packages = parts.map((_, at) => parts.slice(0, parts.length - at).join("."));
      return packages.filter((one) => one.includes("priv") && makes(one)).slice(0, 1);
    }
    return makes(`${from}.${name}`) || makes(from) ? [name] : [];
  });
}

/** Whether a module's code says the name nowhere but where it imports it. */
function isUnused({ text }: RuleContext, name: string): boolean {
  const code = text.replace(/#.*$/gm, "");
  const uses = code.match(new RegExp(`\\b${literally(name)}\\b`, "g"))?.length ?? 0;
  return uses <= 1;
}

const IMPORT = /^(?:import ([\w.]+)|from ([\w.]+) import (\w+))[ \t]*$/gm;
