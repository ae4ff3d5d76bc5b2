import { UserError } from "../text/user-error.ts";

const LONGEST = 52;

/** A file name made of a subject, as `git format-patch` makes it: cut at 52 letters after its ends are cleaned. */
export function slugOf(subject: string): string {
  const dashed = subject.replace(/[^A-Za-z0-9._]+/g, "-").replace(/\.{2,}/g, ".");
  return dashed.replace(/^-+|[-.]+$/g, "").slice(0, LONGEST);
}

/** What a `--name-template` or `--layout` may hold. */
export interface NameFields {
  readonly number: number;
  readonly slug: string;
  readonly project: string;
  readonly release: string;
  readonly version: string;
  readonly series: string;
  readonly name: string;
}

/**
 * A template with `{number}` (four digits), `{slug}`, `{project}`, `{release}`, `{version}`, `{series}` filled in.
 *
 * @throws UserError for a field that is not known, or that this tree has no value for
 */
export function fillTemplate(template: string, fields: Partial<NameFields>): string {
  return template.replace(/\{([^{}]*)\}/g, (_all, key: string) => {
    const value = fields[key as keyof NameFields];
    if (value === undefined || value === "") {
      throw new UserError(`no value for {${key}} in the template ${template}`, {
        hint: `known here: ${Object.keys(fields)
          .map((known) => `{${known}}`)
          .join(" ")}`,
      });
    }
    return typeof value === "number" ? String(value).padStart(4, "0") : value;
  });
}

/**
 * Checks the names of one series for what spec files, series files and kolla cannot take.
 *
 * @throws UserError for a name with blanks, `%` or a path, for equal names, and for a name that another one contains:
 * kolla looks for the bare name in its list of patches that are done
 */
export function checkNames(names: readonly string[]): void {
  for (const name of names) {
    if (!/^[A-Za-z0-9._+-]+$/.test(name) || name.startsWith(".") || name === "series") {
      throw new UserError(`not usable as a patch's file name: ${name}`, {
        hint: "letters, digits, and . _ + - only",
      });
    }
    const twin = names.find((other, at) => other.includes(name) && at !== names.indexOf(name));
    if (twin !== undefined) {
      throw new UserError(`the file names ${name} and ${twin} cannot be told apart`, {
        hint: "use {number} in --name-template",
      });
    }
  }
}
