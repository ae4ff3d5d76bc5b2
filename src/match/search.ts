import { statementsOf } from "../parse/significant.ts";
import type { SyntaxNode, SyntaxTree } from "../parse/tree.ts";
import { isRun, type Pattern, type SlicePattern, walkPattern } from "../smpl/pattern.ts";
import { type Bindings, bind, Match } from "./binding.ts";
import { Matcher, MatchGaveUp, type Miss } from "./matcher.ts";

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

/** Finds a slice in a tree. Cost: attempts at the occurrences of its rarest name, each linear where dots do not nest. */
export function searchSlice(slice: SlicePattern, tree: SyntaxTree): SearchResult {
  const matcher = new Matcher();
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
    if (!(cause instanceof MatchGaveUp)) throw cause;
    return { matches: [], miss: matcher.miss, gaveUp: true };
  }
  return { matches, miss: matcher.miss, gaveUp: false };
}

type Attempt = (matcher: Matcher, then: (bindings: Bindings | null) => boolean) => boolean;

function* statementAttempts(slice: SlicePattern, tree: SyntaxTree): Generator<Attempt> {
  const patterns = trimRuns(slice.root.children);
  const first = patterns[0];
  if (!first) return;
  for (const { block, statements, at } of statementPlaces(first, tree))
    yield (matcher, then) => {
      const start = bind(null, { pattern: slice.root, nodes: [block] });
      return matcher.sequence(patterns, 0, statements, at, false, block, start, then);
    };
}

function* expressionAttempts(slice: SlicePattern, tree: SyntaxTree): Generator<Attempt> {
  const statement = slice.root.children[0];
  const expression = statement?.children[0];
  if (!statement || !expression) return;
  const seen = new Set<SyntaxNode>();
  const places = [...occurrences(rarestName(expression, tree.text), tree)].flatMap((leaf) => [
    ...ancestors(leaf),
  ]);
  for (const node of [...(rarestName(expression, tree.text) ? places : everyNode(tree.root))].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )) {
    if (seen.has(node) || !node.isNamed) continue;
    seen.add(node);
    yield (matcher, then) => matcher.node(expression, node, null, then);
  }
}

/** Dots at the ends of a slice bind nothing: the run may start and end anywhere. */
function trimRuns(patterns: readonly Pattern[]): readonly Pattern[] {
  const isOuter = (pattern: Pattern | undefined): boolean => pattern?.kind === "dots" && isRun(pattern);
  let start = 0;
  let end = patterns.length;
  while (isOuter(patterns[start])) start++;
  while (end > start && isOuter(patterns[end - 1])) end--;
  return patterns.slice(start, end);
}

interface StatementPlace {
  readonly block: SyntaxNode;
  readonly statements: readonly SyntaxNode[];
  readonly at: number;
}

/** Where a run that begins with `first` may begin, in text order. */
function* statementPlaces(first: Pattern, tree: SyntaxTree): Generator<StatementPlace> {
  const name = rarestName(first, tree.text);
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
      if ((block?.type !== "block" && block?.type !== "module") || seen.has(node)) continue;
      seen.add(node);
      const statements = statementsOf(block);
      const at = statements.indexOf(node);
      if (at >= 0) yield { block, statements, at };
    }
}

/**
 * The literal name in the pattern that the text holds least often; it must occur in any match.
 *
 * A name inside a nest may be missing, and a name in a string may be spelt otherwise, so neither counts. For a
 * definition its own name decides at once.
 */
function rarestName(pattern: Pattern, text: string): string | undefined {
  if (pattern.kind === "definition" && pattern.name.kind === "code") return pattern.name.node.text;
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const part of requiredParts(pattern)) {
    if (part.kind !== "code" || part.type !== "identifier") continue;
    const count = countUpTo(text, part.node.text, fewest);
    if (count < fewest) {
      best = part.node.text;
      fewest = count;
    }
  }
  return best;
}

function* requiredParts(pattern: Pattern): Generator<Pattern> {
  if (pattern.kind === "nest" && !pattern.atLeastOne) return;
  yield pattern;
  for (const child of pattern.children) yield* requiredParts(child);
}

function countUpTo(text: string, word: string, limit: number): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0 && count < limit; at = text.indexOf(word, at + word.length))
    count++;
  return count;
}

/** The identifiers of that name, found in the text first, so that only their ancestors are visited. */
function* occurrences(name: string | undefined, tree: SyntaxTree): Generator<SyntaxNode> {
  if (name === undefined) return;
  for (let at = tree.text.indexOf(name); at >= 0; at = tree.text.indexOf(name, at + name.length)) {
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

function* everyNode(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const child of node.children) yield* everyNode(child);
}

/** Every literal name and definition in a slice, for messages. */
export function definitionNames(slice: SlicePattern): readonly string[] {
  return [...walkPattern(slice.root)].flatMap((part) =>
    part.kind === "definition" && part.name.kind === "code" ? [part.name.node.text] : [],
  );
}
