import { LIMITS, type ParseRefusal, TOO_BROKEN, TOO_DEEP, TOO_SLOW } from "./limits.ts";
import type { Outline } from "./outline.ts";
import { emptyPacked, MISSING, type PackedNodes } from "./packed.ts";
import type { PackedText } from "./parser.ts";
import { ERROR, type Vocabulary } from "./vocabulary.ts";

/** What a parser does not parse, and what stands for the trees of such texts. */
export class Refusals {
  private readonly vocabulary: Vocabulary;
  /** Texts that took too long once: they are asked for once for each patch, and would take as long again. */
  private readonly known = new Map<string, ParseRefusal>();

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Why a text is not to be parsed, as far as that is known before. */
  of(text: string, outline: Outline): ParseRefusal | undefined {
    return outline.refusal ?? this.known.get(text);
  }

  /** One ERROR node in place of a tree that there is not. */
  packed(text: string, outline: Outline): PackedText {
    const refusal = this.of(text, outline) ?? { at: 0, reason: TOO_SLOW };
    this.known.set(text, refusal);
    this.vocabulary.learn(ERROR, "ERROR", true);
    const nodes = emptyPacked(1);
    nodes.ends[0] = text.length;
    nodes.nexts[0] = 1;
    nodes.kinds[0] = ERROR;
    return { nodes, isSound: false, refusal };
  }

  /** The text as it was read, unless its tree is too deep for those who walk it by recursion, or mostly errors. */
  checked(text: string, outline: Outline, packed: PackedText): PackedText {
    const deep = outline.mayBeDeep || !packed.isSound ? tooDeepAt(packed.nodes) : undefined;
    const broken = packed.isSound ? undefined : tooBrokenAt(packed.nodes);
    const at = deep ?? broken;
    if (at === undefined) return packed;
    this.known.set(text, { at, reason: deep === undefined ? TOO_BROKEN : TOO_DEEP });
    return this.packed(text, outline);
  }
}

/** Where a node stands that has too many others around it. */
function tooDeepAt({ count, parents, starts }: PackedNodes): number | undefined {
  const depths = new Uint32Array(count);
  for (let at = 1; at < count; at++) {
    const depth = (depths[parents[at] ?? 0] ?? 0) + 1;
    if (depth > LIMITS.levels) return starts[at];
    depths[at] = depth;
  }
  return undefined;
}

/** Where the first ERROR of too many stands. */
function tooBrokenAt({ count, kinds, fields, starts }: PackedNodes): number | undefined {
  let first: number | undefined;
  let errors = 0;
  for (let at = 0; at < count; at++) {
    if (kinds[at] !== ERROR && ((fields[at] ?? 0) & MISSING) === 0) continue;
    first ??= starts[at];
    if (++errors > LIMITS.errors) return first;
  }
  return undefined;
}
