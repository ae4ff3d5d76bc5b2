import type { SyntaxNode } from "../parse/tree.ts";
import type { Pattern } from "../smpl/pattern.ts";

/** Where a match attempt failed, the furthest of all attempts. */
export interface Miss {
  readonly pattern: Pattern;
  /** Null where the target's block or list ended too early; then `within` is what ended. */
  readonly node: SyntaxNode | null;
  readonly within: SyntaxNode;
  readonly lastMatched: SyntaxNode | null;
  /** The pattern was through, and the target went on. */
  readonly surplus: boolean;
}

/**
 * Notes where the attempts of one search failed, and keeps the furthest: the first one of those at the same place in
 * the pattern.
 */
export class FurthestMiss {
  found: Miss | undefined;
  private at = -1;
  private lastMatched: SyntaxNode | null = null;

  /** A token that the pattern and the target share. */
  matched(target: SyntaxNode): void {
    this.lastMatched = target;
  }

  note(pattern: Pattern, node: SyntaxNode | null, within: SyntaxNode, surplus: boolean): void {
    const at = pattern.node.start;
    if (at <= this.at) return;
    this.at = at;
    this.found = { pattern, node, within, lastMatched: this.lastMatched, surplus };
  }

  /** Runs an attempt whose failure says nothing about the whole. */
  quietly(attempt: () => boolean): boolean {
    const saved = [this.found, this.at] as const;
    const result = attempt();
    [this.found, this.at] = saved;
    return result;
  }
}
