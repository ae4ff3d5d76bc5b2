import type { SeriesFormat } from "../emit/series-formats.ts";
import type { EmitChoices } from "./emit-choices.ts";

/** What `osfix emit` can make: a series in one of its formats, one diff, a release note, configuration. */
export type EmitFormat = SeriesFormat | "diff" | "reno" | "conf";

/** What is to be made of a planned run. */
export interface EmitRequest {
  readonly format: EmitFormat;
  /** A directory; for `diff` and `conf` a file. Undefined for standard output where the format is one text. */
  readonly output: string | undefined;
  /** A spec file to edit instead of writing a directory. */
  readonly spec: string | undefined;
  /** A Debian source package to edit instead. */
  readonly debian: string | undefined;
  readonly bumpRelease: boolean;
  /** Add a changelog entry in the edited package, in this person's name (`Name <mail>`). */
  readonly changelog: string | undefined;
  /** Write each series once for all the trees that it serves. */
  readonly dedupe: boolean;
  /** Add a release note to a written series. */
  readonly reno: boolean;
  /** The first number, when the user gave one. */
  readonly startNumber: number | undefined;
  readonly choices: EmitChoices;
  /** As given with `--set`. */
  readonly settings: ReadonlyMap<string, string>;
  /** `series.json` as read, with its name in messages. */
  readonly manifest: { readonly file: string; readonly text: string };
}

/** What goes to which stream, and how the program ends. */
export interface EmitResult {
  readonly output: Uint8Array;
  /** Lines for people, on standard error. */
  readonly messages: readonly string[];
  readonly exitStatus: number;
}

/** A result that is fine. */
export type Emitted = Omit<EmitResult, "exitStatus">;

/** For what goes into files: nothing on standard output. */
export const NOTHING: Uint8Array = Buffer.alloc(0);
