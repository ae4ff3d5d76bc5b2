import type { ParseRefusal } from "./limits.ts";
import { MISSING, type PackedNodes } from "./packed.ts";
import type { SyntaxNode, SyntaxTree, TreeQuestion } from "./tree.ts";
import type { Vocabulary } from "./vocabulary.ts";

const NO_NODES: readonly PackedNode[] = Object.freeze([]);

/** A node of a packed tree; made when somebody comes to it, and then the same for all who do. */
class PackedNode implements SyntaxNode {
  readonly tree: PackedTree;
  /** Its place in pre-order. */
  readonly at: number;
  readonly type: string;

  constructor(tree: PackedTree, at: number, type: string) {
    this.tree = tree;
    this.at = at;
    this.type = type;
  }

  get start(): number {
    return this.tree.nodes.starts[this.at] ?? 0;
  }

  get end(): number {
    return this.tree.nodes.ends[this.at] ?? 0;
  }

  get isNamed(): boolean {
    return this.tree.isNamed(this.at);
  }

  get isMissing(): boolean {
    return ((this.tree.nodes.fields[this.at] ?? 0) & MISSING) !== 0;
  }

  get fieldName(): string | null {
    return this.tree.fieldName(this.at);
  }

  get parent(): SyntaxNode | null {
    return this.at === 0 ? null : this.tree.node(this.tree.nodes.parents[this.at] ?? 0);
  }

  get children(): readonly SyntaxNode[] {
    // Not kept: most are asked for once, and the lists would take more memory than the nodes.
    return this.tree.childrenOf(this.at);
  }

  get namedChildren(): readonly SyntaxNode[] {
    return this.tree.elementsOf(this.at);
  }

  get text(): string {
    return this.tree.text.slice(this.start, this.end);
  }

  field(name: string): SyntaxNode | null {
    return this.tree.field(this.at, name);
  }

  walk(enter: (node: SyntaxNode) => boolean): IterableIterator<SyntaxNode> {
    return this.tree.walk(this.at, enter);
  }
}

/** A tree read as a whole: its nodes are numbers until somebody comes to them. */
export class PackedTree implements SyntaxTree {
  readonly text: string;
  readonly nodes: PackedNodes;
  readonly refusal: ParseRefusal | undefined;
  readonly #vocabulary: Vocabulary;
  readonly #made: (PackedNode | undefined)[];
  readonly #byType = new Map<string, readonly SyntaxNode[]>();
  readonly answers: Map<TreeQuestion, readonly SyntaxNode[]> = new Map();
  #errors: readonly SyntaxNode[] | undefined;
  readonly #isSound: boolean;

  constructor(
    text: string,
    nodes: PackedNodes,
    vocabulary: Vocabulary,
    isSound: boolean,
    refusal?: ParseRefusal,
  ) {
    this.text = text;
    this.nodes = nodes;
    this.refusal = refusal;
    this.#vocabulary = vocabulary;
    this.#isSound = isSound;
    this.#made = new Array(nodes.count);
  }

  get root(): SyntaxNode {
    return this.node(0);
  }

  get errors(): readonly SyntaxNode[] {
    this.#errors ??= this.#isSound ? NO_NODES : this.#findErrors();
    return this.#errors;
  }

  ofType(type: string): readonly SyntaxNode[] {
    let found = this.#byType.get(type);
    if (!found) {
      found = this.#findType(type);
      this.#byType.set(type, found);
    }
    return found;
  }

  /** The places in pre-order of nodes of this tree. */
  placesOf(nodes: readonly SyntaxNode[]): readonly number[] {
    return nodes.flatMap((node) => (node instanceof PackedNode ? [node.at] : []));
  }

  /** The nodes at these places. */
  nodesAt(places: readonly number[]): readonly SyntaxNode[] {
    return places.length === 0 ? NO_NODES : places.map((at) => this.node(at));
  }

  /** The node at that place in pre-order. */
  node(at: number): PackedNode {
    let node = this.#made[at];
    if (!node) {
      node = new PackedNode(this, at, this.#kindOf(at)?.type ?? "");
      this.#made[at] = node;
    }
    return node;
  }

  isNamed(at: number): boolean {
    return this.#kindOf(at)?.isNamed === true;
  }

  fieldName(at: number): string | null {
    return this.#vocabulary.fieldNames[(this.nodes.fields[at] ?? 0) & ~MISSING] ?? null;
  }

  childrenOf(at: number): readonly SyntaxNode[] {
    const { nexts } = this.nodes;
    const end = nexts[at] ?? 0;
    let count = 0;
    for (let child = at + 1; child < end; child = nexts[child] ?? end) count++;
    if (count === 0) return NO_NODES;
    // As long as it will be: what grows has room for 16 more, and most lists are short.
    const children = new Array<PackedNode>(count);
    count = 0;
    for (let child = at + 1; child < end; child = nexts[child] ?? end) children[count++] = this.node(child);
    return children;
  }

  elementsOf(at: number): readonly SyntaxNode[] {
    const { nexts } = this.nodes;
    const end = nexts[at] ?? 0;
    let count = 0;
    for (let child = at + 1; child < end; child = nexts[child] ?? end)
      if (this.#kindOf(child)?.isElement) count++;
    if (count === 0) return NO_NODES;
    const elements = new Array<PackedNode>(count);
    count = 0;
    for (let child = at + 1; child < end; child = nexts[child] ?? end)
      if (this.#kindOf(child)?.isElement) elements[count++] = this.node(child);
    return elements;
  }

  /** What is next in pre-order is a child or what follows the parent: no list of children is made. */
  *walk(from: number, enter: (node: SyntaxNode) => boolean): Generator<SyntaxNode> {
    const { nexts } = this.nodes;
    const end = nexts[from] ?? 0;
    for (let at = from; at < end; ) {
      const node = this.node(at);
      yield node;
      at = enter(node) ? at + 1 : (nexts[at] ?? end);
      while (at < end && !this.#kindOf(at)?.isElement) at = nexts[at] ?? end;
    }
  }

  field(at: number, name: string): SyntaxNode | null {
    const { nexts, fields } = this.nodes;
    const end = nexts[at] ?? 0;
    const wanted = this.#vocabulary.fields.get(name);
    if (wanted === undefined) return null;
    for (let child = at + 1; child < end; child = nexts[child] ?? end)
      if (((fields[child] ?? 0) & ~MISSING) === wanted) return this.node(child);
    return null;
  }

  #kindOf(at: number) {
    return this.#vocabulary.kind(this.nodes.kinds[at] ?? 0);
  }

  #findType(type: string): readonly SyntaxNode[] {
    const { nodes } = this;
    const [id = -1, ...more] = this.#vocabulary.namedKinds(type);
    const found = this.#ofKind(firstOfKind(nodes, id), firstOfKind(nodes, id + 1));
    if (more.length === 0) return found;
    const others = more.flatMap((kind) =>
      this.#ofKind(firstOfKind(nodes, kind), firstOfKind(nodes, kind + 1)),
    );
    return [...found, ...others].sort((a, b) => a.at - b.at);
  }

  #ofKind(from: number, to: number): readonly PackedNode[] {
    if (from === to) return NO_NODES;
    const { byKind } = this.nodes;
    const found = new Array<PackedNode>(to - from);
    for (let at = from; at < to; at++) found[at - from] = this.node(byKind[at] ?? 0);
    return found;
  }

  #findErrors(): readonly SyntaxNode[] {
    const { fields, count } = this.nodes;
    const found: SyntaxNode[] = [];
    for (let at = 0; at < count; at++)
      if (this.#kindOf(at)?.type === "ERROR" || (fields[at] ?? 0) & MISSING) found.push(this.node(at));
    return found;
  }
}

/** The first place in `byKind` of a node whose kind is not below that one. */
function firstOfKind({ byKind, kinds, count }: PackedNodes, kind: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kinds[byKind[middle] ?? 0] ?? 0) < kind) low = middle + 1;
    else high = middle;
  }
  return low;
}
