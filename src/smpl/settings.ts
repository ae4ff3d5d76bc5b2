import { didYouMean } from "../text/suggest.ts";
import { UserError } from "../text/user-error.ts";
import { profileOf, type Series, settingNames } from "./series.ts";

/** What a value of a setting must look like, beyond what every value must. */
const SHAPES: Readonly<Record<string, { readonly shape: RegExp; readonly wanted: string }>> = {
  bridge_interface: {
    shape: /^(?:[^\s/:,]+:)?[^\s/:,]{1,15}(?:, ?[^\s/:,]+:[^\s/:,]{1,15})*$/,
    wanted:
      "the name of a network interface (at most 15 characters), or a list of PHYSICAL_NETWORK:INTERFACE",
  },
};

/**
 * The settings of a profile with the user's own on top, as Python string literals.
 *
 * @param given `NAME=VALUE` as the user wrote it, by name
 * @throws UserError for a name that no hunk declares, and for a value that may not be written into a source file
 */
export function settingLiterals(
  series: Series,
  profile: string,
  given: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const known = settingNames(series);
  for (const name of given.keys())
    if (!known.includes(name))
      throw new UserError(`no setting "${name}" in series ${series.name}`, {
        hint: didYouMean(name, known) ?? `Settings: ${known.join(", ") || "none"}.`,
      });
  const values = new Map([...Object.entries(profileOf(series, profile).settings), ...given]);
  return new Map([...values].map(([name, value]) => [name, literalOf(name, value)]));
}

/** Splits `NAME=VALUE`; the value may hold further `=`. */
export function parseSetting(text: string): readonly [string, string] {
  const at = text.indexOf("=");
  if (at < 1)
    throw new UserError(`"${text}" is not NAME=VALUE`, {
      hint: "for example: --set bridge_interface=bond0",
    });
  return [text.slice(0, at), text.slice(at + 1)];
}

function literalOf(name: string, value: string): string {
  const shape = SHAPES[name];
  if (shape && !shape.shape.test(value))
    throw new UserError(`setting ${name}: "${printable(value)}" is not ${shape.wanted}`);
  // A Python 2 source without a coding cookie may hold ASCII only.
  if (!/^[\x20-\x7e]*$/.test(value))
    throw new UserError(
      `setting ${name}: "${printable(value)}" holds a character that is not printable ASCII`,
    );
  return `'${value.replace(/[\\']/g, "\\$&")}'`;
}

function printable(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}
