import type { Parser } from "../parse/tree.ts";
import { type CompiledHunk, compileHunk, swapHunk } from "../smpl/compile.ts";
import type { Hunk, SemanticPatch } from "../smpl/semantic-patch.ts";

/** Compiles hunks when they are first needed: a tree seldom needs all of a series. */
export class HunkCompiler {
  private readonly parser: Parser;
  private readonly forward = new Map<Hunk, CompiledHunk>();
  private readonly backward = new Map<Hunk, CompiledHunk>();

  constructor(parser: Parser) {
    this.parser = parser;
  }

  compile(patch: SemanticPatch, hunk: Hunk, direction: "apply" | "revert"): CompiledHunk {
    const known = direction === "apply" ? this.forward : this.backward;
    let compiled = known.get(hunk);
    if (!compiled) {
      compiled =
        direction === "apply"
          ? compileHunk(patch, hunk, this.parser)
          : swapHunk(this.compile(patch, hunk, "apply"));
      known.set(hunk, compiled);
    }
    return compiled;
  }
}
