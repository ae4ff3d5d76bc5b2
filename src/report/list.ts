import { RELEASES, releaseTitle, versionsOf } from "../detect/releases.ts";
import type { Rule } from "../rule.ts";
import { type Series, settingNames } from "../smpl/series.ts";
import { clip, type Style, tint, wrap } from "./style.ts";
import { formatTable } from "./table.ts";

/** What `osfix list` may be asked for. */
export type ListName = "patches" | "profiles" | "settings" | "rules" | "releases";

/** A rule of osfix, a patch of a series as a rule, or a rule of the user's own. */
export interface ListedRule extends Pick<Rule, "id" | "title" | "severity" | "confidence" | "source"> {
  readonly onByDefault: boolean;
  readonly from: "osfix" | "series" | "own";
}

/** The parts of the list that were asked for, with a heading each. */
export function formatLists(
  series: Series,
  rules: readonly ListedRule[],
  wanted: readonly ListName[],
  style: Style,
): string {
  const parts: Readonly<Record<ListName, () => readonly string[]>> = {
    patches: () => listPatches(series, style),
    profiles: () => listProfiles(series),
    settings: () => listSettings(series),
    rules: () => listRules(rules, style),
    releases: listReleases,
  };
  return wanted
    .map((name) => `${[tint(style, "bold", headingOf(name, series)), ...parts[name]()].join("\n")}\n`)
    .join("\n");
}

function headingOf(name: ListName, series: Series): string {
  return name === "patches" ? `${series.name}: ${series.title}` : name;
}

function listPatches(series: Series, style: Style): readonly string[] {
  const widest = Math.max(...series.patches.map((patch) => patch.id.length));
  const profiles = (names: readonly string[] | undefined): string => names?.join(" ") ?? "all profiles";
  const column = Math.max(...series.patches.map((patch) => profiles(patch.header.profiles).length));
  const rows = series.patches.map((patch) => [
    patch.id,
    profiles(patch.header.profiles),
    clip(patch.header.subject, Math.max(20, style.width - widest - column - 6)),
  ]);
  if (style.verbosity <= 0) return formatTable(rows, "  ");
  return series.patches.flatMap(({ id, header }) => [
    `  ${id} (${profiles(header.profiles)}${header.appliesTo === undefined ? "" : `; ${header.appliesTo}`})`,
    ...wrap(header.subject, "    ", style.width),
    ...(header.effect === undefined ? [] : wrap(header.effect, "    ", style.width)),
    ...(header.hazard === undefined ? [] : wrap(`removes: ${header.hazard}`, "    ", style.width)),
  ]);
}

function listProfiles(series: Series): readonly string[] {
  return formatTable(
    series.profiles.map((profile) => {
      const own = series.patches.filter((patch) => patch.header.profiles?.includes(profile.name) ?? true);
      const isDefault = profile.name === series.defaultProfile ? ", the default" : "";
      return [profile.name, `${own.length} patches${isDefault}`];
    }),
    "  ",
  );
}

function listSettings(series: Series): readonly string[] {
  return formatTable(
    settingNames(series).map((name) => [
      name,
      series.profiles.map((profile) => `${profile.name}: ${profile.settings[name] ?? "none"}`).join(", "),
    ]),
    "  ",
  );
}

function listRules(rules: readonly ListedRule[], style: Style): readonly string[] {
  const widest = Math.max(0, ...rules.map((rule) => rule.id.length));
  return formatTable(
    rules.map((rule) => [
      rule.id,
      rule.severity,
      rule.onByDefault ? "on" : "off",
      clip(rule.title, Math.max(20, style.width - widest - 19)),
    ]),
    "  ",
  );
}

function listReleases(): readonly string[] {
  return formatTable(
    RELEASES.map((release) => [
      releaseTitle(release),
      `nova ${versionsOf("nova", release) ?? "-"}`,
      `os-vif ${versionsOf("os-vif", release) ?? "-"}`,
      `neutron ${versionsOf("neutron", release) ?? "-"}`,
    ]),
    "  ",
  );
}

/** Everything as JSON, as schema/list.schema.json describes it. */
export function listsJson(series: Series, rules: readonly ListedRule[]): string {
  const value = {
    format: 1,
    command: "list",
    series: {
      name: series.name,
      title: series.title,
      projects: series.projects,
      defaultProfile: series.defaultProfile,
    },
    patches: series.patches.map(({ id, header, digest }) => ({
      id,
      subject: header.subject,
      project: header.project,
      profiles: header.profiles ?? series.profiles.map((profile) => profile.name),
      appliesTo: header.appliesTo ?? null,
      effect: header.effect ?? null,
      hazard: header.hazard ?? null,
      digest,
    })),
    profiles: series.profiles.map(({ name, settings }) => ({ name, settings })),
    settings: settingNames(series),
    rules: rules.map(({ id, title, severity, confidence, onByDefault, source, from }) => ({
      id,
      title,
      severity,
      confidence,
      onByDefault,
      source,
      from,
    })),
    releases: RELEASES.map((release) => ({
      name: release.name,
      series: release.series,
      versions: {
        nova: versionsOf("nova", release) ?? null,
        "os-vif": versionsOf("os-vif", release) ?? null,
        neutron: versionsOf("neutron", release) ?? null,
      },
    })),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
