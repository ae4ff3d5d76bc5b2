import {
  type Finding,
  objectionsIn,
  type ProjectFacts,
  programsOf,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** An option read from a group in which it is not registered. */
export const wrongGroup: Rule = {
  id: "config/wrong-group",
  title: "option read from a group that does not have it",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/32f1b413d",
  mentions: [["CONF.", "conf.", "CONF[", "conf["]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  const { project, path } = context;
  for (const { read, objection } of objectionsIn(project, path, () => context.module, "wrong-group")) {
    const [group] = objection.groups;
    if (isFallbackOfLibrary(project, read.node, objection)) continue;
    const edits =
      objection.groups.length === 1 &&
      group !== undefined &&
      group !== "DEFAULT" &&
      /^\w+$/.test(group) &&
      read.node.type === "attribute" &&
      read.holds === "everything" &&
      !read.node.text.includes("[")
        ? [
            {
              span: read.node,
              text: `${read.node.text.slice(0, read.node.text.indexOf(read.first))}${group}.${objection.option}`,
            },
          ]
        : [];
    yield {
      span: read.node,
      message: `${objection.option} is registered in group ${objection.groups.join(", ")}, not in ${objection.read}`,
      fix: edits.length > 0 ? { kind: "unsafe", title: `read it from ${group ?? ""}`, edits } : undefined,
    };
  }
}

/**
 * `CONF.door.width or CONF.width` in a tree without programs: the library's own option, else the one that every service has which
 * uses it.
 */
function isFallbackOfLibrary(
  project: ProjectFacts,
  read: SyntaxNode,
  { option, groups }: { readonly option: string; readonly groups: readonly string[] },
): boolean {
  const first = read.parent?.type === "boolean_operator" ? read.parent.namedChildren[0] : undefined;
  return (
    first !== undefined &&
    first.start !== read.start &&
    groups.some((group) => first.text.endsWith(`.${group}.${option}`)) &&
    programsOf(project).length === 0
  );
}
