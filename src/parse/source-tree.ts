import type { Binding, BindingCursor, BindingTree } from "./binding.ts";
import type { KeptTree } from "./kept-trees.ts";
import { packFromCursor } from "./pack-cursor.ts";
import { PackedTree } from "./packed-tree.ts";
import type { SyntaxNode, SyntaxTree, TreeQuestion } from "./tree.ts";
import { isExtra, type Vocabulary } from "./vocabulary.ts";

/**
 * A node up to this many characters is read from the binding with all that is below it, a longer one level by
 * level: so a visit to one function of a long file does not pay for the others, and a walk over the whole tree
 * does not pay for a seek at every node. Numbers: docs/decisions/0001-native-or-wasm.md.
 */
const WHOLE = 1_024;

const NO_CHILDREN: readonly SourceNode[] = Object.freeze([]);

class SourceNode implements SyntaxNode {
  readonly type: string;
  readonly isNamed: boolean;
  readonly isMissing: boolean;
  readonly start: number;
  readonly end: number;
  readonly fieldName: string | null;
  readonly parent: SourceNode | null;
  readonly tree: SourceTree;
  /** The children once read, else the node's place in pre-order. */
  below: readonly SourceNode[] | number;

  constructor(tree: SourceTree, parent: SourceNode | null, cursor: BindingCursor, vocabulary: Vocabulary) {
    // A leaf's place is of no use, and a seek in a long list takes time.
    const kind = vocabulary.kindAt(cursor);
    this.type = kind.type;
    this.isNamed = kind.isNamed;
    this.start = cursor.startIndex;
    this.end = cursor.endIndex;
    this.isMissing = this.start === this.end && cursor.nodeIsMissing;
    this.fieldName = vocabulary.fieldNames[cursor.currentFieldId ?? 0] ?? null;
    this.parent = parent;
    this.tree = tree;
    this.below = kind.isLeaf ? NO_CHILDREN : cursor.currentDescendantIndex;
  }

  get children(): readonly SourceNode[] {
    if (typeof this.below === "number") this.below = this.tree.readChildren(this, this.below, WHOLE);
    return this.below;
  }

  get namedChildren(): readonly SyntaxNode[] {
    return this.children.filter(({ isNamed, type }) => isNamed && !isExtra(type));
  }

  get text(): string {
    return this.tree.text.slice(this.start, this.end);
  }

  field(name: string): SyntaxNode | null {
    // One level, however short the node is: a search for one name among many definitions reads no bodies.
    if (typeof this.below === "number") this.below = this.tree.readChildren(this, this.below, 0);
    for (const child of this.below) if (child.fieldName === name) return child;
    return null;
  }

  *walk(enter: (node: SyntaxNode) => boolean): Generator<SyntaxNode> {
    const open: SyntaxNode[] = [this];
    for (let next = open.pop(); next; next = open.pop()) {
      yield next;
      const below = enter(next) ? next.namedChildren : NO_CHILDREN;
      // one by one: what does not parse may have more of them than a call takes arguments
      for (const child of below.toReversed()) open.push(child);
    }
  }
}

/** A tree of plain nodes, read from the binding's tree as they are asked for. */
export class SourceTree implements SyntaxTree {
  readonly text: string;
  readonly root: SourceNode;
  readonly hasError: boolean;
  readonly refusal: undefined = undefined;
  readonly answers: Map<TreeQuestion, readonly SyntaxNode[]> = new Map();
  readonly binding: Binding;
  /** The binding's tree, for as long as it is kept. */
  readonly kept: KeptTree;
  #errors: readonly SyntaxNode[] | undefined;
  #byType: ReadonlyMap<string, readonly SyntaxNode[]> | undefined;
  readonly #vocabulary: Vocabulary;

  constructor(text: string, kept: KeptTree, raw: BindingTree, binding: Binding, vocabulary: Vocabulary) {
    this.text = text;
    this.hasError = raw.hasError;
    this.binding = binding;
    this.kept = kept;
    this.#vocabulary = vocabulary;
    this.root = new SourceNode(this, null, raw.walk(), vocabulary);
  }

  get errors(): readonly SyntaxNode[] {
    this.#errors ??= this.hasError ? this.#findErrors() : NO_CHILDREN;
    return this.#errors;
  }

  /** By one walk of the cursor: what does not parse may have more children and levels than can be sought one by one. */
  #findErrors(): readonly SyntaxNode[] {
    const { raw = parsedOnce(this) } = this.kept;
    const cursor = raw.walk();
    cursor.gotoDescendant(0);
    const nodes = packFromCursor(cursor, this.text, this.#vocabulary, false);
    if (raw !== this.kept.raw) raw.free();
    return new PackedTree(this.text, nodes, this.#vocabulary, false).errors;
  }

  ofType(type: string): readonly SyntaxNode[] {
    if (!this.#byType) {
      this.#readRest();
      this.#byType = indexNodes(this.root);
    }
    return this.#byType.get(type) ?? NO_CHILDREN;
  }

  /** The children of the node at that place in pre-order; of a node up to `whole` characters, all below too. */
  readChildren(node: SourceNode, index: number, whole: number): readonly SourceNode[] {
    const cursor = this.kept.raw?.walk();
    if (!cursor) {
      this.#readRest();
      return node.children;
    }
    cursor.gotoDescendant(index);
    if (node.end - node.start <= whole) return this.#readBelow(node, cursor);
    if (!cursor.gotoFirstChild()) return NO_CHILDREN;
    const children: SourceNode[] = [];
    do {
      children.push(new SourceNode(this, node, cursor, this.#vocabulary));
    } while (cursor.gotoNextSibling());
    return children;
  }

  /** Reads all that nobody asked for before; parses once more where the binding's tree was freed. */
  #readRest(): void {
    const raw = this.kept.raw ?? parsedOnce(this);
    const cursor = raw.walk();
    cursor.gotoDescendant(0);
    this.#readAll(cursor);
    if (raw !== this.kept.raw) raw.free();
  }

  /** In one walk, since seeks add up in a long list; without recursion, since what does not parse may nest deep. */
  #readAll(cursor: BindingCursor): void {
    const above: Level[] = [];
    let level = levelOf(this.root);
    if (!cursor.gotoFirstChild()) return;
    for (;;) {
      const child =
        level.held?.[level.read.length] ?? new SourceNode(this, level.node, cursor, this.#vocabulary);
      level.read.push(child);
      if (child.below !== NO_CHILDREN && cursor.gotoFirstChild()) {
        above.push(level);
        level = levelOf(child);
        continue;
      }
      child.below = NO_CHILDREN;
      while (!cursor.gotoNextSibling()) {
        level.node.below = level.read;
        const outer = above.pop();
        if (!outer) return;
        cursor.gotoParent();
        level = outer;
      }
    }
  }

  /** All below the cursor's node; the cursor is back on it afterwards. */
  #readBelow(node: SourceNode, cursor: BindingCursor): readonly SourceNode[] {
    if (!cursor.gotoFirstChild()) return NO_CHILDREN;
    const children: SourceNode[] = [];
    do {
      const child = new SourceNode(this, node, cursor, this.#vocabulary);
      if (child.below !== NO_CHILDREN) child.below = this.#readBelow(child, cursor);
      children.push(child);
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
    return children;
  }
}

/** A node on the way down, its children as they were read before, and as far as they are read now. */
interface Level {
  readonly node: SourceNode;
  readonly held: readonly SourceNode[] | undefined;
  readonly read: SourceNode[];
}

function levelOf(node: SourceNode): Level {
  return { node, held: typeof node.below === "number" ? undefined : node.below, read: [] };
}

/** Parses again what was parsed before. */
function parsedOnce({ binding, text }: SourceTree): BindingTree {
  const raw = binding.parse(text);
  if (!raw) throw new Error("a text that was parsed once was not parsed again in time");
  return raw;
}

function indexNodes(root: SyntaxNode): ReadonlyMap<string, readonly SyntaxNode[]> {
  const index = new Map<string, SyntaxNode[]>();
  visit(root, (node) => {
    if (!node.isNamed) return;
    const held = index.get(node.type);
    if (held) held.push(node);
    else index.set(node.type, [node]);
  });
  return index;
}

/** Every node in text order, without recursion: what does not parse may nest deeper than the stack. */
function visit(root: SyntaxNode, see: (node: SyntaxNode) => void): void {
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    see(node);
    const { children } = node;
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at];
      if (child) open.push(child);
    }
  }
}
