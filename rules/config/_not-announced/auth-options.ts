import {
  type Announcer,
  addTo,
  announcersOf,
  constantIn,
  groupBy,
  type ProjectFacts,
  pathsAssigning,
  placeOfFunction,
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
const GIVES: ReadonlyMap<string, string> = new Map([
  ["session", String.raw`\bget_session_conf_options\b|\b[sS]ession(?:\.\w+)?(?:\(\))?\.get_conf_options\b`],
  ["auth", String.raw`\bget_(?:auth_)?(?:common|plugin)\w*_options\b`],
  ["adapter", String.raw`\bget_adapter_conf_options\b|\b[aA]dapter(?:\.\w+)?(?:\(\))?\.get_conf_options\b`],
]);

/** `loading.register_session_conf_options(CONF, 'door')`. */
const REGISTERS =
  /\bregister_(session|auth|adapter)_conf_options\(\s*[\w.]+,\s*(?:group\s*=\s*)?(['"]?[\w.-]+['"]?)/g;

/** The gaps by the path of the module that should announce the options. */
export function authGaps(project: ProjectFacts): ReadonlyMap<string, readonly AuthGap[]> {
  return project.onceOfTexts("options of keystoneauth that nobody announces", () => {
    const gaps = new Map<string, AuthGap[]>();
    const announcers = announcersOf(project) ?? [];
    if (announcers.length === 0) return gaps;
    for (const all of groupBy(registrationsOf(project), ({ group }) => group).values()) {
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

interface AuthRegistration {
  readonly kind: string;
  readonly group: string;
  /** As it is written, without the module's name before a constant. */
  readonly written: string;
  readonly path: string;
  readonly at: number;
  readonly length: number;
}

/** What modules hand to keystoneauth's functions; groups that are parameters are left out, and keystonemiddleware's own. */
function registrationsOf(project: ProjectFacts): readonly AuthRegistration[] {
  return project.onceOfTexts("groups with options of keystoneauth", () =>
    project
      .pathsMentioning("register_session_conf", "register_auth_conf", "register_adapter_conf")
      .flatMap((path) => {
        const text = project.text(path) ?? "";
        return [...text.matchAll(REGISTERS)].flatMap(({ 0: whole, 1: kind = "", 2: handed = "", index }) => {
          const group = groupNamed(project, text, handed);
          const written = nameIn(handed);
          return group === undefined || group === "keystone_authtoken" || isComment(text, index)
            ? []
            : [{ kind, group, written, path, at: index, length: whole.length }];
        });
      }),
  );
}

function isComment(text: string, at: number): boolean {
  return text.slice(text.lastIndexOf("\n", at) + 1, at).includes("#");
}

/** `DOOR` of `constants.DOOR`, `door_group` of `door_group.name`. */
function nameIn(handed: string): string {
  return handed.replace(/\.name$/, "").replace(/^.*\./, "");
}

function groupNamed(project: ProjectFacts, text: string, handed: string): string | undefined {
  const literal = /^['"](.+)['"]$/.exec(handed)?.[1];
  if (literal !== undefined) return literal;
  const name = nameIn(handed);
  const own = constantIn(text, name) ?? constructed(text, name);
  if (own !== undefined || !handed.includes(".")) return own;
  const elsewhere = pathsAssigning(project, name).flatMap(
    (path) => constantIn(project.text(path) ?? "", name) ?? [],
  );
  return elsewhere.length === 1 ? elsewhere[0] : undefined;
}

/** `door_group = cfg.OptGroup('door', …)`. */
function constructed(text: string, name: string): string | undefined {
  return new RegExp(
    `^${name}\\s*=\\s*(?:\\w+\\.)?OptGroup\\(\\s*(?:name\\s*=\\s*)?['"]([\\w-]+)['"]`,
    "m",
  ).exec(text)?.[1];
}

/** Where a group is announced: in the module that registers the options, else at its pair in some table. */
function placeOf(
  project: ProjectFacts,
  announcers: readonly Announcer[],
  registered: AuthRegistration,
): (Omit<AuthGap, "kinds"> & { readonly path: string }) | undefined {
  const announcer =
    announcers.find(({ path }) => path === registered.path) ??
    announcers.find((held) => pairOf(held, registered));
  if (!announcer) return undefined;
  const { path } = announcer;
  const pair = pairOf(announcer, registered);
  const place = pair
    ? { at: pair.start, length: pair.end - pair.start }
    : placeOfFunction(project.text(path) ?? "");
  return { group: registered.group, registered, path, ...place };
}

function pairOf(
  announcer: Announcer,
  { group, written }: AuthRegistration,
): Announcer["pairs"][number] | undefined {
  return announcer.pairs.find((pair) =>
    [group, written].some((name) => pair.group.replace(/^.*\./, "") === name.toLowerCase()),
  );
}

/** Whether a module that speaks of the group gives keystoneauth's options of the kind, itself or by a function of the tree that does. */
function isAnnounced(project: ProjectFacts, all: readonly AuthRegistration[], kind: string): boolean {
  const { texts, gives, helpers } = givingOf(project, kind);
  return all.some(({ group, written }) => {
    const speaks = new RegExp(`['"]${group}['"]|\\b${written.replaceAll(/['"]/g, "")}\\b`);
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
function givingOf(project: ProjectFacts, kind: string): Giving {
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
      helpers: names.length > 0 ? new RegExp(`(?<!def )\\b(?:${names.join("|")})\\(`) : undefined,
    };
  });
}

/** The names of the functions of a text whose code says what a pattern fits. */
function functionsSaying(text: string, pattern: RegExp): readonly string[] {
  return text
    .split(/^(?=[ \t]*def )/m)
    .flatMap((part) => (pattern.test(part) ? (/^[ \t]*def (\w+)/.exec(part)?.[1] ?? []) : []));
}
