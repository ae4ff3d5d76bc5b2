import {
  type Announcer,
  type AuthKind,
  addTo,
  announcerFor,
  announcersOf,
  authRegistrationsIn,
  groupBy,
  isLibraryOption,
  literally,
  mayBeOfServices,
  optionRegistry,
  type ProjectFacts,
  placeOfFunction,
  standsAlone,
} from "../../../src/rule.ts";

/** Options of keystoneauth that a group is given and that sample files lack, and where they would be announced. */
export interface AuthGap {
  readonly group: string;
  /** `session and auth`. */
  readonly kinds: string;
  readonly at: number;
  readonly length: number;
  readonly registered: { readonly path: string; readonly at: number; readonly length: number };
}

/** What gives the options of a kind, so that they can be announced. */
const GIVES: ReadonlyMap<AuthKind, string> = new Map([
  ["session", String.raw`\bget_session_conf_options\b|\b[sS]ession(?:\.\w+)?(?:\(\))?\.get_conf_options\b`],
  ["auth", String.raw`\bget_(?:auth_)?(?:common|plugin)\w*_options\b`],
  ["adapter", String.raw`\bget_adapter_conf_options\b|\b[aA]dapter(?:\.\w+)?(?:\(\))?\.get_conf_options\b`],
]);

/** The gaps by the path of the module that should announce the options. */
export function authGaps(project: ProjectFacts): ReadonlyMap<string, readonly AuthGap[]> {
  return project.onceOfTexts("options of keystoneauth that nobody announces", () => {
    const gaps = new Map<string, AuthGap[]>();
    const announcers = announcersOf(project) ?? [];
    if (announcers.length === 0) return gaps;
    for (const all of groupBy(groupsGiven(project), ({ group }) => group).values()) {
      const placed = all.flatMap((registered) => placeOf(project, announcers, registered) ?? []);
      const kinds = [...new Set(all.map(({ kind }) => kind))].filter(
        (kind) => !isAnnounced(project, all, kind),
      );
      const [first] = placed;
      if (!first || kinds.length === 0) continue;
      addTo(gaps, first.path, { ...first, kinds: kinds.join(" and ") });
    }
    return gaps;
  });
}

/** Options of keystoneauth that a module has registered. */
interface GivenGroup {
  readonly kind: AuthKind;
  readonly group: string;
  /** As it is written, without the module's name before a constant. */
  readonly written: string;
  readonly path: string;
  readonly at: number;
  readonly length: number;
}

/** What modules hand to keystoneauth's functions. */
function groupsGiven(project: ProjectFacts): readonly GivenGroup[] {
  return project.onceOfTexts("groups with options of keystoneauth", () => {
    const registry = optionRegistry(project);
    return project.pathsMentioning("_conf_options(").flatMap((path) =>
      authRegistrationsIn(project.text(path) ?? "").flatMap(({ kind, group: written, at, length }) => {
        const group = written === undefined ? undefined : registry.groupNamed(path, written);
        if (kind === undefined || group === undefined || isAnnouncedElsewhere(project, path, group))
          return [];
        return [{ kind, group, written: nameIn(written ?? ""), path, at, length }];
      }),
    );
  });
}

/** keystonemiddleware announces its group, and a service those that it shares with what runs in its process. */
function isAnnouncedElsewhere(project: ProjectFacts, path: string, group: string): boolean {
  if (group === "keystone_authtoken") return true;
  return !standsAlone(project, path) && (isLibraryOption(group) || mayBeOfServices(project, path, group));
}

/** `DOOR` of `constants.DOOR`, `door_group` of `door_group.name`. */
function nameIn(written: string): string {
  return written.replace(/\.name$/, "").replace(/^.*\./, "");
}

/**
 * Where a group is announced, or would be: in the module that registers the options, else at its pair in some table, else in the
 * module that announces those of most others.
 */
function placeOf(
  project: ProjectFacts,
  announcers: readonly Announcer[],
  registered: GivenGroup,
): (Omit<AuthGap, "kinds"> & { readonly path: string }) | undefined {
  const announcer =
    announcers.find(({ path }) => path === registered.path) ??
    announcers.find((held) => pairsOf(held, registered).length > 0) ??
    announcerFor(announcers, registered.path);
  if (!announcer) return undefined;
  const { path } = announcer;
  const pairs = pairsOf(announcer, registered);
  // beside others of keystoneauth's where there are some
  const ofAuth = (one: { start: number; end: number }) =>
    (project.text(path) ?? "").slice(one.start, one.end).includes("conf_options(");
  const pair = pairs.find(ofAuth) ?? pairs[0];
  const place = pair
    ? { at: pair.start, length: pair.end - pair.start }
    : placeOfFunction(project.text(path) ?? "");
  return { group: registered.group, registered, path, ...place };
}

function pairsOf(announcer: Announcer, { group, written }: GivenGroup): Announcer["pairs"] {
  return announcer.pairs.filter((pair) =>
    [group, written].some((name) => pair.group.replace(/^.*\./, "") === name.toLowerCase()),
  );
}

/** Whether a module that speaks of the group gives keystoneauth's options of the kind, itself or by a function of the tree that does. */
function isAnnounced(project: ProjectFacts, all: readonly GivenGroup[], kind: AuthKind): boolean {
  const { texts, gives, helpers } = givingOf(project, kind);
  return all.some(({ group, written }) => {
    // what is compared with a word is no group
    const quoted = `(?<![=!]= ?)['"]${literally(group)}['"]`;
    const speaks = new RegExp(/^\w/.test(written) ? `${quoted}|\\b${literally(written)}\\b` : quoted);
    return texts.some((text) => speaks.test(text) && (gives.test(text) || (helpers?.test(text) ?? false)));
  });
}

interface Giving {
  /** The texts that may give options. */
  readonly texts: readonly string[];
  readonly gives: RegExp;
  /** Fits calls of the functions that give them. */
  readonly helpers: RegExp | undefined;
}

/** How the tree comes to keystoneauth's options of a kind. */
function givingOf(project: ProjectFacts, kind: AuthKind): Giving {
  return project.onceOfTexts(`keystoneauth's ${kind} options`, () => {
    const gives = new RegExp(
      // what registers them gives them too
      `${GIVES.get(kind) ?? "(?!)"}|=\\s*[\\w.]*register_${kind}_conf_options\\(`,
    );
    const texts = project.pathsMentioning("_options", "_opts(").map((path) => project.text(path) ?? "");
    const names = texts.flatMap((text) => functionsSaying(text, gives));
    return {
      texts,
      gives,
      helpers:
        names.length > 0 ? new RegExp(`(?<!def )\\b(?:${names.map(literally).join("|")})\\(`) : undefined,
    };
  });
}

/** The names of the functions of a text whose code says what a pattern fits. */
function functionsSaying(text: string, pattern: RegExp): readonly string[] {
  return text
    .split(/^(?=[ \t]*def )/m)
    .flatMap((part) => (pattern.test(part) ? (/^[ \t]*def (\w+)/.exec(part)?.[1] ?? []) : []));
}
