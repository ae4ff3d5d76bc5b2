import { ancestorOf, type Finding, lockOf, nodeAt, type Rule, type RuleContext } from "../../src/rule.ts";

/** A lock that is given a function for its name. */
export const nameIsFunction: Rule = {
  id: "locks/name-is-function",
  title: "lock named by a function that is not called",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/c606043c6",
  mentions: [["synchronized(", "lock("]],
  check,
};

/** A name or attribute in the first place, not called. */
const SUSPECT = /\b(?:synchronized|lock)\(\s*(?:name\s*=\s*)?(?:self\.|cls\.)?\w+\s*[,)]/g;

function* check(context: RuleContext): Generator<Finding> {
  for (const match of context.text.matchAll(SUSPECT)) {
    const { module, project } = context;
    const call = ancestorOf(nodeAt(module.tree.root, match.index), "call");
    const lock = call && lockOf(project, module, call);
    const [name] = lock?.names ?? [];
    if (!name || !["identifier", "attribute"].includes(name.type)) continue;
    const named = project.calleeOf(module, name)?.function;
    if (
      !named ||
      named.name === "__init__" ||
      named.decorators.some((decorator) => /property|setter/.test(decorator.name ?? ""))
    )
      continue;
    yield {
      span: name,
      message: `the lock is named by the function ${name.text} itself, not by what it returns: every call waits for the same lock, under the name of an object's address`,
    };
  }
}
