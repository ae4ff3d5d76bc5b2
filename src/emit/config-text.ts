import { UserError } from "../text/user-error.ts";

/** An option that a host may need to set, as `conf` in `series.json` describes it. */
export interface ConfigHint {
  readonly project: string;
  /** `nova.conf`. */
  readonly file: string;
  readonly group: string;
  readonly option: string;
  /** The series' setting that is the option's default; a profile without it leaves the option to the host. */
  readonly setting: string;
  /** Where to set it, as words after "on". */
  readonly hosts: string;
  readonly help: string;
}

/**
 * Reads `conf` of a series' manifest; empty when it has none.
 *
 * @throws UserError when an entry lacks a field
 */
export function parseConfigHints(file: string, manifest: string): readonly ConfigHint[] {
  const { conf = [] } = JSON.parse(manifest) as { readonly conf?: readonly Partial<ConfigHint>[] };
  return conf.map((entry, at) => {
    const text = (name: keyof ConfigHint): string => {
      const value = entry[name];
      if (typeof value === "string") return value;
      throw new UserError(`${file}: conf entry ${at + 1} has no "${name}"`, { at: { file } });
    };
    return {
      project: text("project"),
      file: text("file"),
      group: text("group"),
      option: text("option"),
      setting: text("setting"),
      hosts: text("hosts"),
      help: text("help"),
    };
  });
}

/** Settings as the user and the profile have them. */
export interface SettingValues {
  readonly profile: Readonly<Record<string, string>>;
  /** From the command line. */
  readonly chosen: ReadonlyMap<string, string>;
}

/**
 * The part of the configuration files that goes with the patches, commented as oslo's sample files are.
 *
 * A value that the user chose is set. The profile's own is the option's default already and stands as a comment; without
 * either the option has no value, and the text says that the host must give it one.
 */
export function formatConfig(hints: readonly ConfigHint[], values: SettingValues): string {
  return hints.map((hint) => formatHint(hint, values)).join("\n");
}

function formatHint(hint: ConfigHint, values: SettingValues): string {
  const chosen = values.chosen.get(hint.setting);
  const fallback = values.profile[hint.setting];
  const said = [
    `# ${hint.file} on ${hint.hosts}`,
    `[${hint.group}]`,
    "",
    "#",
    ...hint.help
      .trim()
      .split("\n")
      .map((line) => `# ${line}`.trimEnd()),
    ...(chosen === undefined && fallback === undefined
      ? ["#", "# It has no default: set it on every such host."]
      : []),
  ];
  const value = chosen ?? fallback;
  const line = `${hint.option} = ${value ?? "<None>"}`;
  return `${[...said, "#  (string value)", chosen === undefined ? `#${line}` : line].join("\n")}\n`;
}
