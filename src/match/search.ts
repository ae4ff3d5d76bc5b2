import { comparedType, statementsOf, unwrap } from "../parse/significant.ts";
import type { SyntaxNode, SyntaxTree } from "../parse/tree.ts";
import type { Pattern, SlicePattern } from "../smpl/pattern.ts";
import { placesOf } from "../text/places.ts";
import { isStackOverflow } from "../text/stack-overflow.ts";
import { type Bindings, bind, Match } from "./binding.ts";
import { type Effort, SearchGaveUp } from "./effort.ts";
import type { Miss } from "./furthest-miss.ts";
import { Matcher } from "./matcher.ts";
import { mayMatch, rarestName, requiredStrings, stringOffsets } from "./names.ts";

/** All ways in which a slice stands in a tree. */
export interface SearchResult {
  /** One for each place and way, places in text order, the first way of each place first. */
  readonly matches: readonly Match[];
  /** The furthest failed attempt; undefined when no attempt was made. */
  readonly miss: Miss | undefined;
  /** The search was given up: the pattern explodes on this text. */
  readonly gaveUp: boolean;
}

/** More ways than this at one place say no more than two do. */
const MOST_WAYS = 64;

const NOTHING: SearchResult = { matches: [], miss: undefined, gaveUp: false };

const FOUND = new WeakMap<SyntaxTree, Map<SlicePattern, SearchResult>>();

/**
 * Finds a slice in a tree that holds all its names; the miss is left unknown when it does not.
 *
 * Remembered for each tree: a patch and its reverse look for the same two slices.
 */
export function searchSlice(slice: SlicePattern, tree: SyntaxTree, effort: Effort): SearchResult {
  const known = FOUND.get(tree) ?? new Map<SlicePattern, SearchResult>();
  FOUND.set(tree, known);
  const result =
    known.get(slice) ?? (mayMatch(slice.root, tree) ? searchThoroughly(slice, tree, effort) : NOTHING);
  known.set(slice, result);
  return result;
}

/**
 * Finds a slice in a tree, or how far it gets.
 *
 * Cost: attempts at the occurrences of its first pattern's rarest name, each linear where dots do not nest.
 */
export function searchThoroughly(slice: SlicePattern, tree: SyntaxTree, effort: Effort): SearchResult {
  const matcher = new Matcher(slice.disabled, effort);
  const matches: Match[] = [];
  try {
    for (const attempt of slice.scope === "expression"
      ? expressionAttempts(slice, tree)
      : statementAttempts(slice, tree)) {
      const ways: Match[] = [];
      attempt(matcher, (bindings) => {
        ways.push(new Match(bindings));
        return ways.length >= MOST_WAYS;
      });
      matches.push(...ways);
    }
  } catch (cause) {
    // what follows dots is matched below them on the stack
    if (!(cause instanceof SearchGaveUp || isStackOverflow(cause))) throw cause;
    return { matches: [], miss: matcher.miss, gaveUp: true };
  }
  return { matches, miss: matcher.miss, gaveUp: false };
}

type Attempt = (matcher: Matcher, then: (bindings: Bindings | null) => boolean) => boolean;

function* statementAttempts(slice: SlicePattern, tree: SyntaxTree): Generator<Attempt> {
  const patterns = trimDots(slice.root.children);
  const first = patterns[0];
  if (!first) return;
  for (const { block, statements, at } of statementPlaces(first, tree))
    yield (matcher, then) => {
      const start = bind(null, { pattern: slice.root, nodes: [block] });
      return matcher.sequence(
        { patterns, siblings: statements, end: "open", within: block },
        0,
        at,
        start,
        then,
      );
    };
}

function* expressionAttempts(slice: SlicePattern, tree: SyntaxTree): Generator<Attempt> {
  const expression = slice.root.children[0]?.children[0];
  if (!expression) return;
  for (const node of expressionPlaces(expression, tree))
    yield (matcher, then) => matcher.node(expression, node, null, then);
}

/** Where an expression may stand, in text order. */
function expressionPlaces(expression: Pattern, tree: SyntaxTree): Iterable<SyntaxNode> {
  const name = rarestName(expression, tree);
  const fits = (node: SyntaxNode): boolean =>
    node.isNamed && (expression.kind !== "code" || comparedType(unwrap(node).type) === expression.type);
  const [value] = requiredStrings(expression);
  if (name === undefined && value === undefined) return everyFitting(tree, fits);
  const leaves =
    name === undefined
      ? stringOffsets(tree, value ?? "").map((offset) => leafAt(tree.root, offset))
      : occurrences(name, tree);
  const places = new Set<SyntaxNode>();
  for (const leaf of leaves)
    for (const node of ancestors(leaf)) {
      if (node.type.endsWith("_statement") || node.type === "block") break;
      if (fits(node)) places.add(node);
    }
  return [...places].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Dots at the ends of a slice bind nothing: the run may start and end anywhere. */
function trimDots(patterns: readonly Pattern[]): readonly Pattern[] {
  let start = 0;
  let end = patterns.length;
  while (patterns[start]?.kind === "dots") start++;
  while (end > start && patterns[end - 1]?.kind === "dots") end--;
  return patterns.slice(start, end);
}

interface StatementPlace {
  readonly block: SyntaxNode;
  readonly statements: readonly SyntaxNode[];
  readonly at: number;
}

/** Where a run that begins with `first` may begin, in text order. */
function* statementPlaces(first: Pattern, tree: SyntaxTree): Generator<StatementPlace> {
  const name = rarestName(first, tree);
  if (name === undefined) {
    for (const node of everyNode(tree.root))
      if (node.type === "block" || node.type === "module") {
        const statements = statementsOf(node);
        for (const at of statements.keys()) yield { block: node, statements, at };
      }
    return;
  }
  const seen = new Set<SyntaxNode>();
  for (const leaf of occurrences(name, tree))
    for (const node of ancestors(leaf)) {
      const block = node.parent;
      if (!mayBegin(first, node)) continue;
      if ((block?.type !== "block" && block?.type !== "module") || seen.has(node)) continue;
      seen.add(node);
      const statements = statementsOf(block);
      const at = statements.indexOf(node);
      if (at >= 0) yield { block, statements, at };
    }
}

/** Whether a statement is of the kind that the pattern begins with; a cheap look before its siblings are read. */
function mayBegin(first: Pattern, node: SyntaxNode): boolean {
  if (first.kind === "definition") return node.type === first.type || node.type === "decorated_definition";
  return first.kind !== "code" || comparedType(node.type) === first.type;
}

/** The identifiers of that name, found in the text first, so that only their ancestors are visited. */
function* occurrences(name: string, tree: SyntaxTree): Generator<SyntaxNode> {
  for (const at of placesOf(tree.text, name)) {
    const leaf = leafAt(tree.root, at);
    if (leaf.start === at && leaf.text === name) yield leaf;
  }
}

/** The deepest node at an offset; O(depth × log children). */
export function leafAt(root: SyntaxNode, offset: number): SyntaxNode {
  let node = root;
  for (;;) {
    const { children } = node;
    let low = 0;
    let high = children.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((children[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const child = children[low];
    if (!child || child.start > offset) return node;
    node = child;
  }
}

function* ancestors(node: SyntaxNode): Generator<SyntaxNode> {
  for (let at: SyntaxNode | null = node; at; at = at.parent) yield at;
}

function* everyNode(root: SyntaxNode): Generator<SyntaxNode> {
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at];
      if (child) open.push(child);
    }
  }
}

/** Every fitting node of a tree, for an expression that holds neither a name nor a string. */
function* everyFitting(tree: SyntaxTree, fits: (node: SyntaxNode) => boolean): Generator<SyntaxNode> {
  const seen = new Set<SyntaxNode>();
  for (const node of everyNode(tree.root)) {
    const inner = unwrap(node);
    if (!fits(node) || seen.has(inner)) continue;
    seen.add(inner);
    yield node;
  }
}
