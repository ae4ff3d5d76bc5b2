import type { Parser } from "../parse/tree.ts";
import { type CompiledHunk, compileHunk, swapHunk } from "../smpl/compile.ts";
import { linesOf } from "../smpl/parse.ts";
import type { Hunk, SemanticPatch } from "../smpl/semantic-patch.ts";

/** Compiles hunks when they are first needed: a tree seldom needs all of a series. */
export class HunkCompiler {
  private readonly parser: Parser;
  private readonly forward = new Map<Hunk, CompiledHunk>();
  private readonly looking = new Map<string, CompiledHunk>();
  private readonly backward = new Map<Hunk, CompiledHunk>();

  constructor(parser: Parser) {
    this.parser = parser;
  }

  compile(patch: SemanticPatch, hunk: Hunk, direction: "apply" | "revert"): CompiledHunk {
    const known = direction === "apply" ? this.forward : this.backward;
    let compiled = known.get(hunk);
    if (!compiled) {
      compiled =
        direction === "apply" ? this.compileOnce(patch, hunk) : swapHunk(this.compile(patch, hunk, "apply"));
      known.set(hunk, compiled);
    }
    return compiled;
  }

  /** The patches of a series often look for the same sign that they are out of place. */
  private compileOnce(patch: SemanticPatch, hunk: Hunk): CompiledHunk {
    if (hunk.role.kind === "change") return compileHunk(patch, hunk, this.parser);
    const key = JSON.stringify([
      hunk.metavariables.map(({ kind, name, matches, differsFrom }) => [
        kind,
        name,
        String(matches),
        differsFrom,
      ]),
      linesOf(hunk.body).map((line) => line.text),
    ]);
    const known = this.looking.get(key) ?? compileHunk(patch, hunk, this.parser);
    this.looking.set(key, known);
    return known;
  }
}
