import {
  ancestorOf,
  argumentsOf,
  literally,
  type ModuleFacts,
  type ProjectFacts,
  type SyntaxNode,
} from "../../../src/rule.ts";

/** What gives an object names that no attribute spells. */
const FILLS =
  /\bsetattr\(\s*[A-Za-z_][\w.]*\s*,\s*(?!['"])|\b[\w.]+\.__dict__\.update\(|\bvars\([\w.]+\)\.update\(/;

/** Whether another module gives this one names that no attribute spells: `setattr(module, key, value)` in a loop. */
export function isFilledWith(project: ProjectFacts, { path }: ModuleFacts, name: string): boolean {
  const filled = project.once("modules filled from outside", () => filledModules(project));
  return (filled.get(path) ?? []).some((names) => names === "any" || names.has(name));
}

function filledModules(project: ProjectFacts): ReadonlyMap<string, readonly ("any" | ReadonlySet<string>)[]> {
  const filled = new Map<string, ("any" | ReadonlySet<string>)[]>();
  for (const path of project.pathsMentioning("setattr(", "__dict__.update(", "vars(")) {
    const module = FILLS.test(project.text(path) ?? "") ? project.module(path) : undefined;
    for (const { node, callee } of module?.calls ?? []) {
      const target =
        module && /(?:setattr|update)$/.test(callee.text) && FILLS.test(node.text)
          ? filledBy(node)
          : undefined;
      const meaning = module && target && project.meaning(module, target);
      if (meaning?.kind !== "module" || !module) continue;
      const held = filled.get(meaning.module.path) ?? [];
      filled.set(meaning.module.path, [...held, namesGiven(module, node)]);
    }
  }
  return filled;
}

/** The names of `for key in names: setattr(module, key, …)` where `names` is a dictionary that is filled beside it. */
function namesGiven(module: ModuleFacts, call: SyntaxNode): "any" | ReadonlySet<string> {
  const key = argumentsOf(call)[1]?.value;
  const within = module.functionAround(call)?.node;
  const loop = ancestorOf(call, "for_statement");
  const source = /^(\w+)(\.(items|keys)\(\))?$/.exec(loop?.field("right")?.text ?? "")?.[1];
  if (key?.type !== "identifier" || !within || source === undefined) return "any";
  if (!new RegExp(`^\\(?${literally(key.text)}\\b`).test(loop?.field("left")?.text ?? "")) return "any";
  const made = new RegExp(`^[ \\t]*${literally(source)} = (.*)`, "gm");
  const isPlain = [...within.text.matchAll(made)].every(([, value]) => value?.startsWith("{"));
  const isHandedOn = new RegExp(`\\b${literally(source)}\\.update\\(|[(,] *${literally(source)} *[,)]`).test(
    within.text,
  );
  const isOwn = module
    .functionAround(call)
    ?.scope.bindings.get(source)
    ?.every(({ kind }) => kind === "assignment");
  if (!isPlain || isHandedOn || !isOwn) return "any";
  return new Set([...within.text.matchAll(/['"](\w+)['"]/g)].map(([, name]) => name ?? ""));
}

/** The object that a call gives names: `x` of `setattr(x, …)`, `x.__dict__.update(…)`, `vars(x).update(…)`. */
function filledBy(call: SyntaxNode): SyntaxNode | undefined {
  const callee = call.field("function");
  if (callee?.text === "setattr") return argumentsOf(call)[0]?.value;
  const held = callee?.field("object");
  if (held?.type === "call") return argumentsOf(held)[0]?.value;
  return held?.field("object") ?? undefined;
}
