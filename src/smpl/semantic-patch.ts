import type { BoundedExpression } from "../text/bounded-expression.ts";
import type { Isomorphism } from "./isomorphisms.ts";

/** A field `Needs: PATH - reason`, `Depends-On: PATCH - reason` or `Removed-In: VERSION - reason`. */
export interface Reasoned {
  readonly what: string;
  readonly reason: string;
}

/** The header fields of a semantic patch, named after DEP-3 where DEP-3 has them (see docs/language.md). */
export interface PatchHeader {
  readonly subject: string;
  readonly project: string;
  /** `Name <mail>`. */
  readonly author: string;
  /** RFC 2822, fixed by the file, so that output never depends on the clock. */
  readonly date: string;
  readonly appliesTo: string | undefined;
  /** Profiles that contain this patch; undefined means all. */
  readonly profiles: readonly string[] | undefined;
  readonly bugs: readonly string[];
  readonly origin: string | undefined;
  readonly forwarded: string | undefined;
  readonly lastUpdate: string | undefined;
  readonly appliedUpstream: string | undefined;
  readonly effect: string | undefined;
  readonly hazard: string | undefined;
  readonly needs: readonly Reasoned[];
  /** Earlier patches of the series, by id, without whose code this one's does not work. */
  readonly dependsOn: readonly Reasoned[];
  readonly removedIn: Reasoned | undefined;
  /** Of what `osfix check` finds with it; only rules of one's own need to say it. */
  readonly severity?: "error" | "warning" | "info" | undefined;
}

/** What a metavariable may stand for; `setting` is a string that the user or the profile chooses. */
export type MetavariableKind =
  | "expression"
  | "identifier"
  | "string"
  | "statement"
  | "parameter list"
  | "expression list"
  | "setting";

/** A declared name of a hunk that stands for code: `expression a`, `identifier x =~ /^get/`. */
export interface Metavariable {
  readonly kind: MetavariableKind;
  readonly name: string;
  readonly matches: BoundedExpression | undefined;
  readonly differsFrom: string | undefined;
  /** Line of the declaration in the patch file, from 1. */
  readonly line: number;
}

/** What the first column of a body line says. */
export type LineMark = "context" | "minus" | "plus" | "match" | "optional";

/** One body line, its mark taken off. */
export interface BodyLine {
  readonly mark: LineMark;
  readonly text: string;
  /** Line in the patch file, from 1. */
  readonly line: number;
}

/** A line of a hunk's body, or a disjunction: `(` … `|` … `)` in column 0. */
export type BodyItem =
  | { readonly kind: "line"; readonly line: BodyLine }
  | {
      readonly kind: "disjunction";
      readonly alternatives: readonly (readonly BodyItem[])[];
      readonly line: number;
    };

/**
 * What a hunk is for: to change code, to report it (`*` lines), or to look for code that makes the patch needless
 * (`obsolete`) or says that a hunk's change stands elsewhere (`elsewhere`).
 */
export type HunkRole =
  | { readonly kind: "change" }
  | { readonly kind: "report" }
  | { readonly kind: "obsolete"; readonly reason: string }
  | { readonly kind: "elsewhere"; readonly hunk: string };

/** One change, or one look, at one place of a file. */
export interface Hunk {
  /** The given name, or `hunk N` counted from 1 over the whole file. */
  readonly name: string;
  readonly role: HunkRole;
  readonly all: boolean;
  readonly group: string | undefined;
  /** Isomorphisms that do not hold in this hunk. */
  readonly disabled: ReadonlySet<Isomorphism>;
  readonly metavariables: readonly Metavariable[];
  readonly body: readonly BodyItem[];
  /** Line of the opening `@@`, from 1. */
  readonly line: number;
}

/** The file that a section is about: the first of some candidates that is there, or a new one. */
export type SectionTarget =
  | { readonly kind: "candidates"; readonly paths: readonly string[] }
  | { readonly kind: "new-file"; readonly path: string; readonly text: string };

/** One target file and the hunks that belong to it. */
export interface Section {
  readonly target: SectionTarget;
  readonly hunks: readonly Hunk[];
  readonly line: number;
}

/** A semantic patch as read from its file; the file's text is syntax-checked, its patterns are not compiled yet. */
export interface SemanticPatch {
  /** `PROJECT/NNNN-name`: the file's path in its series without the ending. */
  readonly id: string;
  /** How the file is called in messages. */
  readonly file: string;
  /** SHA-256 of the file's bytes, in hex. */
  readonly digest: string;
  /** The file's text, for messages that point into it. */
  readonly source: string;
  readonly header: PatchHeader;
  readonly prose: string;
  readonly sections: readonly Section[];
}

/** The hunk of that name, as reports call it. */
export function hunkNamed(patch: SemanticPatch, name: string): Hunk | undefined {
  return patch.sections.flatMap((section) => section.hunks).find((hunk) => hunk.name === name);
}
