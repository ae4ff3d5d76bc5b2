import {
  descendants,
  dottedName,
  type Finding,
  optionRegistry,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  stringValue,
} from "../../src/rule.ts";

/** A list_opts() that announces options under another group than they are registered in. */
export const listOptsGroup: Rule = {
  id: "config/list-opts-group",
  title: "options announced under another group than registered",
  severity: "warning",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/neutron/commit/67bb05211",
  mentions: [["def list_"], ["opts"]],
  check,
};

function* check({ module, path, project }: RuleContext): Generator<Finding> {
  const registry = optionRegistry(project);
  for (const facts of module.functions) {
    const body = facts.node.field("body");
    if (!body || !/^_?list_.*opts$/.test(facts.name)) continue;
    for (const node of descendants(body)) {
      const pair = node.type === "tuple" ? node.namedChildren : [];
      const [name, lists] = pair;
      const announced = stringValue(name);
      if (pair.length !== 2 || announced === undefined || !name || !lists) continue;
      const wrong = listsOf(lists).find((list) => groupOf(list) !== undefined);
      function groupOf(list: SyntaxNode): string | undefined {
        const options = registry.optionsIn(path, list.text.replace(/\s+/g, ""));
        const groups = options.map((option) =>
          registry.isUncertain(option) ? undefined : registry.groupsOf(option),
        );
        if (
          options.length === 0 ||
          groups.some((held) => !held || held.size === 0 || hasGroup(held, announced ?? ""))
        )
          return undefined;
        return [...new Set(groups.flatMap((held) => [...(held ?? [])]))].sort().join(", ");
      }
      if (!wrong) continue;
      yield {
        span: name,
        message: `announces ${wrong.text.replace(/\s+/g, "")} under [${announced}], but they are registered in [${groupOf(wrong) ?? ""}]: sample files and documentation name a section that nobody reads`,
      };
    }
  }
}

/** The generator of sample files writes group names in lower case, so case does not matter here. */
function hasGroup(groups: ReadonlySet<string>, announced: string): boolean {
  return [...groups].some((group) => group.toLowerCase() === announced.toLowerCase());
}

/** `mod.opts`, or each of `itertools.chain(a.opts, b.opts)` and `a.opts + b.opts`. */
function listsOf(node: SyntaxNode): readonly SyntaxNode[] {
  if (dottedName(node) !== undefined) return [node];
  return [...descendants(node)].filter(
    (inner) =>
      ["identifier", "attribute"].includes(inner.type) &&
      inner.parent?.type !== "attribute" &&
      inner.fieldName !== "function",
  );
}
