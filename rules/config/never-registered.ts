import {
  type Finding,
  type OptionRead,
  optionReadsIn,
  optionRegistry,
  type ProjectFacts,
  pathsWithWord,
  type Rule,
  type RuleContext,
  suspectReads,
} from "../../src/rule.ts";

/** An option read that is constructed in a list which no code of the tree names again. */
export const neverRegistered: Rule = {
  id: "config/never-registered",
  title: "option that is constructed, but never registered",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.openstack.org/oslo.config/latest/reference/defining.html",
  mentions: [["CONF."]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  const { project, path } = context;
  const lost = lostOptions(project);
  if (lost.size === 0) return;
  const registry = optionRegistry(project);
  const optionOf = (first: string, second: string | undefined) =>
    registry.groups.has(first) ? second : first;
  if (!suspectReads(project, path, (first, second) => lost.has(optionOf(first, second) ?? ""))) return;
  for (const read of optionReadsIn(context.module)) {
    const option = read.receiver === "certain" ? optionOf(read.first, read.second) : undefined;
    const list = option === undefined ? undefined : lost.get(option);
    if (list) yield finding(read, option ?? "", list);
  }
}

function finding(read: OptionRead, option: string, list: LostList): Finding {
  return {
    span: read.node,
    message: `${option} is an option of ${list.name}, which nothing registers: reading it raises NoSuchOptError`,
    related: [
      {
        path: list.path,
        span: { start: list.at, end: list.at + list.name.length },
        message: "constructed here",
      },
    ],
  };
}

interface LostList {
  readonly name: string;
  readonly path: string;
  readonly at: number;
}

/** Options of module-level lists whose name stands nowhere else in the tree but where they are announced. */
function lostOptions(project: ProjectFacts): ReadonlyMap<string, LostList> {
  return project.once("options of lists that nobody names", () => {
    const registry = optionRegistry(project);
    const lost = new Map<string, LostList>();
    for (const path of project.pathsMentioning("Opt(")) {
      const text = project.text(path) ?? "";
      for (const match of text.matchAll(/^([A-Za-z_]\w*) = \[\s*(?:#.*\s*)*(?:\w+\.)?\w+Opt\(/gm)) {
        const list = { name: match[1] ?? "", path, at: match.index };
        if (isNamedAgain(project, list)) continue;
        for (const option of registry.optionsIn(path, list.name))
          if (registry.definedIn(option).length === 1 && (registry.groupsOf(option)?.size ?? 0) === 0)
            lost.set(option, list);
      }
    }
    return lost;
  });
}

/** A module that registers what it finds by `getattr`, `vars` or a walk over modules may take any list. */
function isNamedAgain(project: ProjectFacts, list: LostList): boolean {
  const paths = pathsWithWord(project, list.name);
  const word = new RegExp(`\\b${list.name}\\b`, "g");
  const uses = paths.flatMap((path) => [
    ...withoutAnnouncements(project.text(path) ?? "").matchAll(word),
  ]).length;
  return uses > 1 || /^(ALL_|_?opts$|OPTS$)/.test(list.name) || isSwept(project.text(list.path) ?? "");
}

/** The text without its `list_opts` functions: to announce an option is not to register it. */
function withoutAnnouncements(text: string): string {
  return text.replace(/^def _?list_\w*opts\([\s\S]*?(?=^\S|(?![\s\S]))/gm, "");
}

function isSwept(text: string): boolean {
  return /\b(globals|vars|locals|dir|getattr)\(/.test(text);
}
