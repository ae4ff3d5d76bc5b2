import type { Binding, BindingCursor, BindingTree } from "./binding.ts";
import type { KeptTree } from "./kept-trees.ts";
import { packTree } from "./packed.ts";
import { PackedTree } from "./packed-tree.ts";
import type { SyntaxNode, SyntaxTree } from "./tree.ts";
import { isExtra, type Vocabulary } from "./vocabulary.ts";

/**
 * A node up to this many characters is read from the binding with all that is below it, a longer one level by
 * level: so a visit to one function of a long file does not pay for the others, and a walk over the whole tree
 * does not pay for a seek at every node. Numbers: docs/decisions/0001-native-or-wasm.md.
 */
const WHOLE = 1_024;

const NO_CHILDREN: readonly SyntaxNode[] = Object.freeze([]);

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
  below: readonly SyntaxNode[] | number;

  constructor(tree: SourceTree, parent: SourceNode | null, cursor: BindingCursor, vocabulary: Vocabulary) {
    const kind = vocabulary.kindAt(cursor);
    this.type = kind.type;
    this.isNamed = kind.isNamed;
    this.start = cursor.startIndex;
    this.end = cursor.endIndex;
    this.isMissing = this.start === this.end && cursor.nodeIsMissing;
    this.fieldName = vocabulary.fieldNames[cursor.currentFieldId ?? 0] ?? null;
    this.parent = parent;
    this.tree = tree;
    this.below = NO_CHILDREN;
  }

  get children(): readonly SyntaxNode[] {
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
}

/** A tree of plain nodes, read from the binding's tree as they are asked for. */
export class SourceTree implements SyntaxTree {
  readonly text: string;
  readonly root: SyntaxNode;
  readonly hasError: boolean;
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
    const root = new SourceNode(this, null, raw.walk(), vocabulary);
    root.below = 0;
    this.root = root;
  }

  get errors(): readonly SyntaxNode[] {
    this.#errors ??= this.hasError ? this.#findErrors() : NO_CHILDREN;
    return this.#errors;
  }

  /** By one walk of the cursor: what does not parse may have more children and levels than can be sought one by one. */
  #findErrors(): readonly SyntaxNode[] {
    const { raw = this.binding.parse(this.text) } = this.kept;
    const cursor = raw.walk();
    cursor.gotoDescendant(0);
    const nodes = packTree(cursor, this.text, this.#vocabulary, false);
    if (raw !== this.kept.raw) raw.free();
    return new PackedTree(this.text, nodes, this.#vocabulary, false).errors;
  }

  ofType(type: string): readonly SyntaxNode[] {
    this.#byType ??= indexNodes(this.root);
    return this.#byType.get(type) ?? NO_CHILDREN;
  }

  /** The children of the node at that place in pre-order; of a node up to `whole` characters, all below too. */
  readChildren(node: SourceNode, index: number, whole: number): readonly SyntaxNode[] {
    const cursor = this.kept.raw?.walk();
    if (!cursor) return this.#readRest(node);
    cursor.gotoDescendant(index);
    if (node.end - node.start <= whole) return this.#readBelow(node, cursor);
    if (!cursor.gotoFirstChild()) return NO_CHILDREN;
    const children: SourceNode[] = [];
    do {
      const child = new SourceNode(this, node, cursor, this.#vocabulary);
      child.below = cursor.currentDescendantIndex;
      children.push(child);
    } while (cursor.gotoNextSibling());
    return children;
  }

  /** Parses once more, because the binding's tree was freed, and reads all that nobody asked for before. */
  #readRest(node: SourceNode): readonly SyntaxNode[] {
    const raw = this.binding.parse(this.text);
    this.kept.raw = raw;
    readAll(this.root);
    this.kept.raw = undefined;
    raw.free();
    return node.children;
  }

  /** All below the cursor's node; the cursor is back on it afterwards. */
  #readBelow(node: SourceNode, cursor: BindingCursor): readonly SyntaxNode[] {
    if (!cursor.gotoFirstChild()) return NO_CHILDREN;
    const children: SourceNode[] = [];
    do {
      const child = new SourceNode(this, node, cursor, this.#vocabulary);
      child.below = this.#readBelow(child, cursor);
      children.push(child);
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
    return children;
  }
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

function readAll(root: SyntaxNode): void {
  visit(root, () => {});
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
