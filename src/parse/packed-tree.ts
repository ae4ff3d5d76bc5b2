import type { ParseRefusal } from "./limits.ts";
import { MISSING, type PackedNodes } from "./packed.ts";
import type { SyntaxNode, SyntaxTree } from "./tree.ts";
import type { Vocabulary } from "./vocabulary.ts";

const NO_NODES: readonly SyntaxNode[] = Object.freeze([]);

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
}

/** A tree read as a whole: its nodes are numbers until somebody comes to them. */
export class PackedTree implements SyntaxTree {
  readonly text: string;
  readonly nodes: PackedNodes;
  readonly refusal: ParseRefusal | undefined;
  readonly #vocabulary: Vocabulary;
  readonly #made: (PackedNode | undefined)[];
  readonly #byType = new Map<string, readonly SyntaxNode[]>();
  #errors: readonly SyntaxNode[] | undefined;
  readonly #isSound: boolean;
  #index: KindIndex | undefined;

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
    this.#index ??= indexKinds(this.nodes, this.#vocabulary.limit);
    const { order, firsts } = this.#index;
    const ids = this.#vocabulary.namedKinds(type);
    let count = 0;
    for (const id of ids) count += (firsts[id + 1] ?? 0) - (firsts[id] ?? 0);
    if (count === 0) return NO_NODES;
    const found = new Array<PackedNode>(count);
    count = 0;
    for (const id of ids)
      for (let at = firsts[id] ?? 0, end = firsts[id + 1] ?? 0; at < end; at++)
        found[count++] = this.node(order[at] ?? 0);
    return ids.length > 1 ? found.sort((a, b) => a.at - b.at) : found;
  }

  #findErrors(): readonly SyntaxNode[] {
    const { fields, count } = this.nodes;
    const found: SyntaxNode[] = [];
    for (let at = 0; at < count; at++)
      if (this.#kindOf(at)?.type === "ERROR" || (fields[at] ?? 0) & MISSING) found.push(this.node(at));
    return found;
  }
}

/** The nodes of each kind: those of kind `k` are `order` from `firsts[k]` to `firsts[k + 1]`, in pre-order. */
interface KindIndex {
  readonly order: Uint32Array;
  readonly firsts: Uint32Array;
}

/** Where the next node of each kind goes; used for one tree after the other. */
const places = new Uint32Array(1024);

/** A counting sort, whatever is asked for later. */
function indexKinds({ kinds, count }: PackedNodes, limit: number): KindIndex {
  const firsts = new Uint32Array(limit + 1);
  for (let at = 0; at < count; at++) {
    const after = (kinds[at] ?? 0) + 1;
    firsts[after] = (firsts[after] ?? 0) + 1;
  }
  for (let kind = 1; kind <= limit; kind++) firsts[kind] = (firsts[kind] ?? 0) + (firsts[kind - 1] ?? 0);
  const order = new Uint32Array(count);
  places.set(firsts);
  for (let at = 0; at < count; at++) {
    const kind = kinds[at] ?? 0;
    const place = places[kind] ?? 0;
    order[place] = at;
    places[kind] = place + 1;
  }
  return { order, firsts };
}
