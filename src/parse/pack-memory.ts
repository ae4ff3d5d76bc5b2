import { MISSING, type PackedNodes, roomFor, written } from "./packed.ts";
import { kindOfSymbol } from "./vocabulary.ts";

/*
 * The structures of tree-sitter in WebAssembly's memory, as `lib/subtree.h` and `lib/parser.h` of web-tree-sitter 0.25
 * have them: pointers of 32 bits, lowest byte first. Numbers below are in words of 4 bytes.
 */

/** `TSLanguage`. */
const LANGUAGE = {
  symbolCount: 1,
  aliasCount: 2,
  productionCount: 7,
  aliasLength: 9,
  fieldSlices: 16,
  fieldEntries: 17,
  publicSymbols: 19,
  aliases: 21,
};

/** `SubtreeHeapData`; its children stand before it, two words each. */
const SUBTREE = {
  padding: 1,
  size: 4,
  childCount: 9,
  symbol: 10,
  flags: 11,
  visibleCount: 12,
  production: 16,
};

/** Bits of `flags`. */
const VISIBLE = 1;
const EXTRA = 4;
const IS_MISSING = 512;

/** What the grammar says of the children of a node; a production is the way in which a node was made of them. */
export class GrammarTables {
  /** By symbol: the number by which it is known outside. */
  readonly publicSymbols: Uint16Array;
  /** By production and place among the children: the symbol that stands in for the child's own, 0 for none. */
  readonly aliases: Uint16Array;
  /** How many places of `aliases` a production has. */
  readonly aliasLength: number;
  /** By production and place among the children: the field, 0 for none. */
  readonly fields: Uint8Array;
  /** How many places of `fields` a production has. */
  readonly fieldLength: number;

  /** @param language address of the `TSLanguage` */
  constructor(words: Uint32Array, language: number) {
    const entry = (at: number): number => words[language / 4 + at] ?? 0;
    const short = (address: number, at: number): number => shortAt(words, address + 2 * at);
    const symbols = entry(LANGUAGE.symbolCount) + entry(LANGUAGE.aliasCount);
    const productions = entry(LANGUAGE.productionCount);
    const shorts = (address: number, count: number): Uint16Array =>
      Uint16Array.from({ length: count }, (_, at) => short(address, at));
    this.publicSymbols = shorts(entry(LANGUAGE.publicSymbols), symbols);
    this.aliasLength = entry(LANGUAGE.aliasLength) & 0xffff;
    this.aliases = shorts(entry(LANGUAGE.aliases), productions * this.aliasLength);

    const slices = entry(LANGUAGE.fieldSlices);
    const entries = entry(LANGUAGE.fieldEntries);
    const placed: { readonly at: number; readonly place: number; readonly field: number }[] = [];
    for (let production = 0; production < productions; production++) {
      const slice = words[slices / 4 + production] ?? 0;
      for (let at = slice & 0xffff, left = slice >>> 16; left > 0; at++, left--) {
        const word = words[entries / 4 + at] ?? 0;
        const isInherited = word >>> 24 !== 0;
        if (!isInherited) placed.push({ at: production, place: (word >>> 16) & 0xff, field: word & 0xffff });
      }
    }
    this.fieldLength = 1 + Math.max(0, ...placed.map(({ place }) => place));
    this.fields = new Uint8Array(productions * this.fieldLength);
    for (const { at, place, field } of placed) this.fields[at * this.fieldLength + place] ||= field;
  }
}

function shortAt(words: Uint32Array, address: number): number {
  const word = words[address >>> 2] ?? 0;
  return (address & 2) === 0 ? word & 0xffff : word >>> 16;
}

/**
 * Reads a whole tree where tree-sitter keeps it: a cursor would be asked six questions a node, and all of them
 * together take longer than the parse.
 *
 * @param tree address of the `TSTree`
 */
export function packFromMemory(words: Uint32Array, tree: number, grammar: GrammarTables): PackedNodes {
  return new SubtreeReader(words, tree, grammar).run();
}

/** The children of a subtree, as far as they are read. */
interface Row {
  /** Where the next child is, in words. */
  next: number;
  /** How many are not read yet. */
  left: number;
  /** The next one's place, which only children count for that the grammar knows of: comments may stand anywhere. */
  place: number;
  /** The way in which the parent was made of them. */
  production: number;
  /** Where the child before ended, in bytes. */
  position: number;
  /** The node that they belong to: the parent, or the next one above that can be seen. */
  owner: number;
  isOwn: boolean;
  /** The field of a parent that cannot be seen, which its children have in its place. */
  field: number;
}

const UNREAD: Row = {
  next: 0,
  left: 0,
  place: 0,
  production: 0,
  position: 0,
  owner: 0,
  isOwn: false,
  field: 0,
};

class SubtreeReader {
  private readonly words: Uint32Array;
  private readonly grammar: GrammarTables;
  private count = 0;
  private readonly rows: Row[] = [];
  private depth = 0;

  // The subtree that is looked at.
  /** Where its data is, in words; 0 for a small leaf, which is kept in the place of its pointer. */
  private inner = 0;
  private padding = 0;
  private size = 0;
  private symbol = 0;
  private flags = 0;

  constructor(words: Uint32Array, tree: number, grammar: GrammarTables) {
    this.words = words;
    this.grammar = grammar;
    // `TSTree` begins with the root, as if it were an only child
    this.rows[this.depth++] = { ...UNREAD, next: tree >>> 2, left: 1 };
  }

  run(): PackedNodes {
    for (;;) {
      const row = this.rows[this.depth - 1] as Row;
      if (row.left > 0) this.child(row);
      else {
        if (row.isOwn) roomFor(0).nexts[row.owner] = this.count;
        if (--this.depth === 0) return written(this.count);
      }
    }
  }

  private child(row: Row): void {
    this.look(row.next);
    const { aliases, aliasLength, fields, fieldLength } = this.grammar;
    const { production, place } = row;
    const start = row.position + this.padding;
    let alias = 0;
    let field = 0;
    if ((this.flags & EXTRA) === 0) {
      if (production > 0) alias = aliases[production * aliasLength + place] ?? 0;
      field = (place < fieldLength && fields[production * fieldLength + place]) || row.field;
      row.place++;
    }
    row.next += 2;
    row.left--;
    row.position = start + this.size;
    const isVisible = alias > 0 || (this.flags & VISIBLE) !== 0;
    const owner = isVisible ? this.write(start, alias || this.symbol, field, row.owner) : row.owner;
    this.enter(start, owner, isVisible, field);
  }

  /** Goes on with the children of the subtree that is looked at, where any of them can be seen. */
  private enter(start: number, owner: number, isVisible: boolean, field: number): void {
    const { inner, words } = this;
    const children = inner === 0 ? 0 : (words[inner + SUBTREE.childCount] as number);
    if (children === 0 || words[inner + SUBTREE.visibleCount] === 0) return;
    // rows are used again: one for each node would be garbage
    const row = this.rows[this.depth] ?? { ...UNREAD };
    row.next = inner - 2 * children;
    row.left = children;
    row.place = 0;
    row.production = (words[inner + SUBTREE.production] as number) >>> 16;
    // the first child has the padding of its parent
    row.position = start - this.padding;
    row.owner = owner;
    row.isOwn = isVisible;
    row.field = isVisible ? 0 : field;
    this.rows[this.depth++] = row;
  }

  private look(at: number): void {
    const { words } = this;
    const word = words[at] as number;
    if (word & 1) {
      const lengths = words[at + 1] as number;
      this.inner = 0;
      this.padding = (lengths >>> 16) & 0xff;
      this.size = lengths >>> 24;
      this.symbol = (word >>> 8) & 0xff;
      this.flags = ((word >>> 1) & (VISIBLE | EXTRA)) | (word & 32 ? IS_MISSING : 0);
    } else {
      const inner = word >>> 2;
      this.inner = inner;
      this.padding = words[inner + SUBTREE.padding] as number;
      this.size = words[inner + SUBTREE.size] as number;
      this.symbol = (words[inner + SUBTREE.symbol] as number) & 0xffff;
      this.flags = words[inner + SUBTREE.flags] as number;
    }
  }

  private write(start: number, symbol: number, field: number, owner: number): number {
    const at = this.count++;
    const { starts, ends, parents, nexts, kinds, fields } = roomFor(at);
    starts[at] = start >>> 1;
    ends[at] = (start + this.size) >>> 1;
    parents[at] = owner;
    nexts[at] = at + 1;
    kinds[at] = this.grammar.publicSymbols[symbol] ?? kindOfSymbol(symbol);
    fields[at] = field | (this.flags & IS_MISSING ? MISSING : 0);
    return at;
  }
}
