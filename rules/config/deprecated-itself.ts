import {
  ancestorOf,
  closingBracket,
  type Finding,
  keywordsOf,
  nodeAt,
  optionRegistry,
  plainString,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** An option whose deprecated name is its own name in its own group. */
export const deprecatedItself: Rule = {
  id: "config/deprecated-itself",
  title: "option that is its own deprecated name",
  severity: "warning",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/keystone/commit/42d280fbe",
  mentions: [["Opt("], ["deprecated_name", "deprecated_group", "DeprecatedOpt("]],
  check,
};

const OPTION = /\b\w+Opt\(\s*(?:name\s*=\s*)?['"]([\w-]+)['"]/g;

function* check(context: RuleContext): Generator<Finding> {
  const { text } = context;
  for (const match of text.matchAll(OPTION)) {
    if (match[0].startsWith("DeprecatedOpt")) continue;
    const name = (match[1] ?? "").replaceAll("-", "_");
    const open = text.indexOf("(", match.index);
    const inner = text.slice(open + 1, closingBracket(text, open));
    const own = oldNamesIn(inner).find((old) => isItself(context, name, old));
    // what looks like an option may stand in a string
    if (!own || ancestorOf(nodeAt(context.module.tree.root, match.index), "call", "string")?.type !== "call")
      continue;
    const start = open + 1 + own.at;
    yield {
      span: { start, end: start + own.length },
      message:
        own.group === undefined
          ? `${match[1] ?? ""} is its own deprecated name: without deprecated_group the old name is sought in the option's own group, so whoever sets it is told to set ${match[1] ?? ""}`
          : `${match[1] ?? ""} is registered in [${own.group}] and is its own deprecated name there: whoever sets it is told to set ${match[1] ?? ""}`,
    };
  }
}

/** What an option was called before: a name, a group, or both. */
interface OldName {
  readonly name: string | undefined;
  readonly group: string | undefined;
  /** Where the option's arguments say so; a part of them, in UTF-16 code units. */
  readonly at: number;
  readonly length: number;
}

const NAMED =
  /\bDeprecatedOpt\(\s*(?:name\s*=\s*)?['"]([\w-]+)['"]\s*(?:,\s*(?:group\s*=\s*)?['"]([\w.:-]+)['"]\s*)?\)/g;

function oldNamesIn(inner: string): readonly OldName[] {
  const given = keywordsOf(inner);
  // the group of a name in `dest` is another one, for another option
  if (given.has("dest")) return [];
  const listed = [...inner.matchAll(NAMED)].map(({ 0: whole, 1: name, 2: group, index }) => ({
    name,
    group,
    at: index,
    length: whole.length,
  }));
  const [key] = ["deprecated_name", "deprecated_group"].filter((one) => given.has(one));
  const [name, group] = ["deprecated_name", "deprecated_group"].map((one) => given.get(one));
  const isWrittenOut = [name, group].every((one) => one === undefined || plainString(one) !== undefined);
  return key === undefined || !isWrittenOut
    ? listed
    : [
        ...listed,
        {
          name: plainString(name ?? ""),
          group: plainString(group ?? ""),
          at: inner.indexOf(key),
          length: key.length,
        },
      ];
}

/**
 * Whether an old name is the option's own, in a group that it says nothing of or the only one in which the option is; what DEFAULT
 * has is often appended to the groups of back ends as well.
 */
function isItself({ project, path }: RuleContext, name: string, old: OldName): boolean {
  if ((old.name ?? name).replaceAll("-", "_") !== name) return false;
  if (old.group === undefined) return true;
  if (old.group === "DEFAULT") return false;
  const registry = optionRegistry(project);
  const groups = registry.groupsOf(name);
  const isPlaced = registry.definedIn(name).length === 1 && registry.definedIn(name)[0] === path;
  return isPlaced && !registry.isUncertain(name) && groups?.size === 1 && groups.has(old.group);
}
