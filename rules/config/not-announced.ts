import {
  addTo,
  announcedPlace,
  announcerFor,
  announcersOf,
  assignmentOf,
  dottedPath,
  type Finding,
  isTestPath,
  listKey,
  literally,
  mayBeCalled,
  optionRegistry,
  type ProjectFacts,
  placeOfFunction,
  type RegisteredList,
  type Rule,
  type RuleContext,
  unaskedAnnouncers,
} from "../../src/rule.ts";
import { authGaps } from "./_not-announced/auth-options.ts";

/** Options that the tree registers and its `list_opts` functions leave out. */
export const notAnnounced: Rule = {
  id: "config/not-announced",
  title: "registered options that list_opts leaves out",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://docs.openstack.org/oslo.config/latest/cli/generator.html",
  mentions: [["def list_", "def _list_"], ["opt"]],
  check,
};

function* check({ path, project }: RuleContext): Generator<Finding> {
  for (const { list, at, length } of missingFrom(project).get(path) ?? []) {
    const start = assignmentOf(project.text(list.path) ?? "", list.name);
    yield {
      span: { start: at, end: at + length },
      message: `${dottedPath(list.path)}.${list.name} is registered${inGroup(list)}, but no list_opts() announces it: sample files and documentation lack its options`,
      related: [
        { path: list.path, span: { start, end: start + list.name.length }, message: "constructed here" },
      ],
    };
  }
  for (const { list, at, length } of unaskedIn(project).get(path) ?? []) {
    yield {
      span: { start: at, end: at + length },
      message: `gives ${list.name}, but neither an entry point of oslo.config.opts nor another list_opts() asks for it: sample files and documentation lack its options`,
    };
  }
  for (const { group, kinds, at, length, registered } of authGaps(project).get(path) ?? []) {
    yield {
      span: { start: at, end: at + length },
      message: `keystoneauth's ${kinds} options are registered in [${group}], but no list_opts() announces them: sample files and documentation lack them`,
      related: [
        {
          path: registered.path,
          span: { start: registered.at, end: registered.at + registered.length },
          message: "registered here",
        },
      ],
    };
  }
}

function inGroup({ group }: RegisteredList): string {
  return group === undefined || group === "DEFAULT" ? "" : ` in [${group}]`;
}

/** A list that is missing, and where the announcing module should name it. */
interface Gap {
  readonly list: RegisteredList;
  readonly at: number;
  readonly length: number;
}

/** What is missing, by the path of the module that should announce it. */
function missingFrom(project: ProjectFacts): ReadonlyMap<string, readonly Gap[]> {
  return project.once("lists that nobody announces", () => {
    const announcers = announcersOf(project);
    const gaps = new Map<string, Gap[]>();
    if (!announcers) return gaps;
    for (const list of unannounced(project)) {
      const announcer = announcerFor(announcers, list.path);
      if (!announcer || isCommentedOut(project.text(announcer.path) ?? "", list)) continue;
      addTo(gaps, announcer.path, {
        list,
        ...announcedPlace(project.text(announcer.path) ?? "", announcer, list),
      });
    }
    return gaps;
  });
}

/** The first list that only a function gives to which the generator does not come, by the path of its module. */
function unaskedIn(project: ProjectFacts): ReadonlyMap<string, readonly Gap[]> {
  return project.once("list_opts that nobody asks", () => {
    const announcers = announcersOf(project) ?? [];
    const lost = unannounced(project).filter((list) => !announcerFor(announcers, list.path));
    const missing = new Map(lost.map((list) => [listKey(list), list]));
    return new Map(
      unaskedAnnouncers(project).flatMap(({ path, lists }) => {
        const [list] = lists.flatMap((held) => missing.get(listKey(held)) ?? []);
        return list ? [[path, [{ list, ...placeOfFunction(project.text(path) ?? "") }]] as const] : [];
      }),
    );
  });
}

/** The registered lists that no function gives to which the generator comes. */
function unannounced(project: ProjectFacts): readonly RegisteredList[] {
  return project.once("lists without a list_opts that is asked", () => {
    const registry = optionRegistry(project);
    const lists = (announcersOf(project) ?? []).flatMap((announcer) => announcer.lists);
    const named = new Set(lists.map(listKey));
    const groups = new Map(registry.registeredLists.map((list) => [listKey(list), list.group]));
    const isElsewhere = (option: string, group: string | undefined): boolean =>
      lists.some((held) => held.options.includes(option) && isLikeGroup(groups.get(listKey(held)), group));
    return registry.registeredLists.filter(
      (list) =>
        !named.has(listKey(list)) &&
        !isLeftOutOnPurpose(list) &&
        !isNeverRegistered(project, list) &&
        !list.options.every((option) => isElsewhere(option, list.group)) &&
        !isLocal(project, list),
    );
  });
}

/** Whether a line of the announcing module that names the list is a comment. */
function isCommentedOut(text: string, { name }: RegisteredList): boolean {
  return new RegExp(`^[ \\t]*#.*\\b${literally(name)}\\b`, "m").test(text);
}

/** A list that a function makes for itself: no other module can name it. */
function isLocal(project: ProjectFacts, { path, name }: RegisteredList): boolean {
  return !new RegExp(`^${literally(name)}\\b`, "m").test(project.text(path) ?? "");
}

/** Whether two groups may be one: a group that could not be made out may be any. */
function isLikeGroup(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

const OF_COMMANDS = /(^|[/_])(cli|cmd|commands?|shell|migrations?|manage\w*)([/_.])/;

/** Options of commands, of tests, and those that are kept for old files alone. */
function isLeftOutOnPurpose({ path, name, group, isForCommands }: RegisteredList): boolean {
  return (
    // a service's options in a group of their own are for files, too
    (isForCommands && (group === undefined || group === "DEFAULT" || OF_COMMANDS.test(path))) ||
    isTestPath(path) ||
    /(^|\/)(test|contrib|tools|functionaltests)(\/|\.py$)/.test(path) ||
    /deprecated|removed|legacy|fake|test|cli_/i.test(name)
  );
}

/** Nobody misses what only functions register that nothing calls. */
function isNeverRegistered(project: ProjectFacts, { registrars }: RegisteredList): boolean {
  const isLost = ({ path, name }: { readonly path: string; readonly name: string }): boolean =>
    // another module's function was found by its call
    new RegExp(`^def ${literally(name)}\\b`, "m").test(project.text(path) ?? "") &&
    !mayBeCalled(project, path, name);
  return registrars.length > 0 && registrars.every(isLost);
}
