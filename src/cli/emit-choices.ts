import { splitAddress } from "../emit/message.ts";
import { KOLLA_PACKAGES, type SeriesChoices } from "../emit/series-formats.ts";
import { UserError } from "../text/user-error.ts";

/** What the command line says about a written series; its name and first number come later. */
export type EmitChoices = Omit<SeriesChoices, "series" | "startNumber">;

/** How patches are named and signed, as the user wrote it. */
export interface NamingOptions {
  readonly nameTemplate?: string;
  /** A template, or `osism`, `c5c3`. */
  readonly layout?: string;
  readonly header?: "dep3" | "yocto";
  readonly signoff?: string;
  readonly kollaImage?: string;
  readonly kollaPackages?: string;
}

/** Layouts of public collections of patches. */
const LAYOUTS: Readonly<Record<string, string>> = {
  osism: "patches/{release}/{project}/{name}",
  c5c3: "patches/{project}/{release}/{name}",
};

/**
 * The options with their defaults; `epoch` is SOURCE_DATE_EPOCH.
 *
 * @throws UserError for a person, a layout or an epoch that cannot be used
 */
export function emitChoices(options: NamingOptions & { readonly epoch: string | undefined }): EmitChoices {
  if (options.signoff !== undefined) splitAddress(options.signoff);
  return {
    nameTemplate: options.nameTemplate,
    layout:
      options.layout === undefined ? undefined : (LAYOUTS[options.layout] ?? checkLayout(options.layout)),
    header: options.header ?? "dep3",
    signoff: options.signoff,
    epoch: readEpoch(options.epoch),
    kollaImage: options.kollaImage ?? "nova-base",
    kollaPackages: (options.kollaPackages ?? KOLLA_PACKAGES).replace(/^\/+|\/+$/g, ""),
  };
}

function checkLayout(template: string): string {
  if (!template.includes("{name}")) throw new UserError(`--layout ${template} has no {name}`);
  if (template.startsWith("/") || template.split("/").includes("..")) {
    throw new UserError(`--layout ${template} leads out of the output directory`);
  }
  return template;
}

function readEpoch(text: string | undefined): number | undefined {
  if (text === undefined || text === "") return undefined;
  if (!/^\d{1,11}$/.test(text)) throw new UserError(`SOURCE_DATE_EPOCH is no number of seconds: ${text}`);
  return Number(text);
}
