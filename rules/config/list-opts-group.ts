import {
  descendants,
  dottedName,
  type Finding,
  type ModuleFacts,
  type OptionRegistry,
  optionRegistry,
  type ProjectFacts,
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
  const all = announcementsIn(module);
  const isRightToo = (written: string, groups: string) =>
    all.some(
      ({ name, lists }) =>
        hasGroup(new Set(groups.split(", ")), groupNamed(name) ?? "") &&
        listsOf(lists).some((list) => list.text.replace(/\s+/g, "") === written),
    );
  for (const { name, lists } of all) {
    const announced = groupNamed(name);
    if (announced === undefined) continue;
    const given = listsOf(lists);
    const wrong = given
      .flatMap((list) => wrongIn(registry, path, list, announced))
      // the name that the section had before, beside the one it has
      .filter(({ written, groups }) => !(isOldName(project, announced) && isRightToo(written, groups)));
    // all of them under a wrong name are one mistake, and so is one list
    const isOne = wrong.length > 0 && given.length === wrong.length && wrong.every(({ inner }) => !inner);
    for (const { written, groups, inner, list } of isOne ? wrong.slice(0, 1) : wrong) {
      yield {
        span: mentionOf(module, inner) ?? (isOne ? name : list),
        message: `announces ${written} under [${announced}], but they are registered in [${groups}]: sample files and documentation name a section that nobody reads`,
      };
    }
  }
}

/** Whether options were of a section of that name before. */
function isOldName(project: ProjectFacts, announced: string): boolean {
  const quoted = [`'${announced}'`, `"${announced}"`].map((name) => `deprecated_group=${name}`);
  return project.pathsMentioning(...quoted).length > 0;
}

interface WrongList {
  /** Where the announcement names it, or the table behind it. */
  readonly list: SyntaxNode;
  /** As the announcement or the table behind it writes it. */
  readonly written: string;
  readonly groups: string;
  /** The name of a list that a table of lists holds. */
  readonly inner: string | undefined;
}

/** A list of options, or those of a table of lists, whose options are registered in other groups alone. */
function wrongIn(
  registry: OptionRegistry,
  path: string,
  list: SyntaxNode,
  announced: string,
): readonly WrongList[] {
  const written = list.text.replace(/\s+/g, "");
  const whole = groupsOf(registry, registry.optionsIn(path, written));
  if (whole && !hasGroup(whole, announced))
    return [{ list, written, groups: listed(whole), inner: undefined }];
  const held = registry.listsIn(path, written, "certain");
  if (held.length < 3) return [];
  return held.flatMap(({ name, options }) => {
    const groups = groupsOf(registry, options);
    return groups && !hasGroup(groups, announced)
      ? [{ list, written: name, groups: listed(groups), inner: name }]
      : [];
  });
}

function listed(groups: ReadonlySet<string>): string {
  return [...groups].sort().join(", ");
}

function mentionOf(module: ModuleFacts, name: string | undefined): SyntaxNode | undefined {
  if (name === undefined) return undefined;
  return [...descendants(module.tree.root)].find(
    (node) =>
      ["identifier", "attribute"].includes(node.type) &&
      node.parent?.type !== "attribute" &&
      node.text.replace(/\s+/g, "").split(".").at(-1) === name,
  );
}

/** `(group, lists)` and `group: lists` in functions that announce, and in tables of the module beside them. */
function announcementsIn(
  module: ModuleFacts,
): readonly { readonly name: SyntaxNode; readonly lists: SyntaxNode }[] {
  const bodies = module.functions
    .filter(({ name }) => /^_?list_.*opts$/.test(name))
    .flatMap((facts) => facts.node.field("body") ?? []);
  if (bodies.length === 0) return [];
  const named = new Set(bodies.flatMap(({ text }) => text.match(/\b_?\w*opt\w*\b/gi) ?? []));
  const tables = module.tree.root.namedChildren.filter(
    (node) =>
      node.type === "expression_statement" &&
      (/^_?\w*opts\b/i.test(node.text) || named.has(/^\w+/.exec(node.text)?.[0] ?? "")),
  );
  return [...tables, ...bodies].flatMap((part) =>
    [...descendants(part)].flatMap((node) => {
      const isYielded = node.type === "expression_list" && node.parent?.type === "yield";
      if (node.type !== "tuple" && node.type !== "pair" && !isYielded) return [];
      const [name, lists, ...more] = node.namedChildren;
      return name && lists && more.length === 0 ? [{ name, lists }] : [];
    }),
  );
}

/**
 * `None` stands for DEFAULT, and so does an empty name. Names of groups are left alone: what they stand for may be
 * changed by others.
 */
function groupNamed(name: SyntaxNode): string | undefined {
  return name.type === "none" ? "DEFAULT" : stringValue(name)?.replace(/^$/, "DEFAULT");
}

/** The groups of options, when those of every option are known and none of them is only guessed. */
function groupsOf(registry: OptionRegistry, options: readonly string[]): ReadonlySet<string> | undefined {
  const groups = options.map((option) =>
    registry.isUncertain(option) ? undefined : registry.groupsOf(option),
  );
  if (options.length === 0 || groups.some((held) => !held || held.size === 0)) return undefined;
  return new Set(groups.flatMap((held) => [...(held ?? [])]));
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
