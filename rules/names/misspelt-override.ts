import {
  type ClassFacts,
  type Finding,
  instead,
  isSlip,
  literally,
  type PlacedClass,
  type ProjectFacts,
  pathsWithWord,
  placesOfWord,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** `supported_protocls = (…)` below a base whose `supported_protocols` it was to replace. */
export const misspeltOverride: Rule = {
  id: "names/misspelt-override",
  title: "class attribute that replaces none but for a slip",
  severity: "warning",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/manila/commit/6d0f68f3",
  mentions: [["class "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const facts of module.classes) {
    if (facts.bases.length === 0) continue;
    for (const [name, bindings] of facts.scope.bindings) {
      const [binding, ...more] = bindings;
      if (name.length < 6 || !name.includes("_") || name.startsWith("__") || more.length > 0) continue;
      if (binding?.kind !== "assignment") continue;
      const near = nearestInherited(project, { module, class: facts }, name);
      if (near === undefined || !isOnlyGiven(project, name)) continue;
      yield {
        span: binding.node,
        message: `nothing reads '${name}': '${near}', which a base of ${facts.name} has and this class does not replace, is meant`,
        fix: instead(binding.node.field("left") ?? binding.node, near),
      };
    }
  }
}

/** Whether all that the tree says of the name are assignments in the bodies of classes. */
function isOnlyGiven(project: ProjectFacts, name: string): boolean {
  const given = new RegExp(`^[ \\t]+${literally(name)}\\s*=[^=]`, "gm");
  return pathsWithWord(project, name).every((path) => {
    const text = project.text(path) ?? "";
    return [...placesOfWord(text, name)].length === [...text.matchAll(given)].length;
  });
}

/** An attribute of a base that differs in a letter, or has the same words in another order. */
function nearestInherited(project: ProjectFacts, placed: PlacedClass, name: string): string | undefined {
  const [, ...bases] = project.classOrder(placed).classes;
  return bases
    .flatMap(({ class: base }) => attributesOf(base))
    .find((other) => !placed.class.scope.bindings.has(other) && isNear(name, other));
}

function attributesOf({ scope }: ClassFacts): readonly string[] {
  return [...scope.bindings].flatMap(([name, [binding]]) => (binding?.kind === "assignment" ? [name] : []));
}

function isNear(written: string, meant: string): boolean {
  if (isSlip(written, meant)) return true;
  const words = (name: string) => name.split("_").sort().join();
  return written.split("_").length > 2 && words(written) === words(meant);
}
