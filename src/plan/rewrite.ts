import type { Match } from "../match/binding.ts";
import type { Rewriting } from "../match/evaluate.ts";
import type { SyntaxNode } from "../parse/tree.ts";
import { anchorOf, type Change, codeOf, type Difference } from "../smpl/difference.ts";
import type { Item } from "../smpl/items.ts";
import { isRun, type Pattern, type SlicePattern, walkPattern } from "../smpl/pattern.ts";
import type { Edit } from "../text/edit.ts";
import { deleteElements, type ElementText, insertElements, outermost } from "./elements.ts";
import { Renderer, reindent, type SettingLiterals } from "./render.ts";
import { replacementOf } from "./replacement.ts";
import { deleteRows, insertLines, rowsToDelete, slotBetween } from "./statements.ts";
import { RewriteRefused, type Target } from "./target.ts";

/**
 * The edits that one match calls for: only the tokens that differ between the slices, in the shape of their neighbours.
 *
 * @throws RewriteRefused when the target's layout leaves no certain way
 */
export function rewriteMatch(
  rewriting: Rewriting,
  target: Target,
  settings: SettingLiterals,
): readonly Edit[] {
  const { variant, match, part } = rewriting;
  const edits: Edit[] = [];
  for (const scope of match.scopes())
    for (const change of variant.forward.changes) {
      if (!scope.owns(anchorOf(change))) continue;
      const renderer = new Renderer(variant.plus.slice, scope, settings, movedRuns(variant.forward));
      const writer = new ChangeWriter(target, scope, renderer, variant.plus, edits);
      edits.push(...writer.write(part === "whole" ? change : withoutInsertions(change)));
    }
  return edits;
}

function withoutInsertions(change: Change): Change {
  if (change.kind === "replace")
    throw new RewriteRefused("the old and the new code stand side by side within one expression");
  return { ...change, plus: [] } as Change;
}

/** Dots and nests that stand in deleted and in inserted code are the same ones, in their order. */
function movedRuns(difference: Difference): ReadonlyMap<Pattern, Pattern> {
  const runs = (patterns: readonly Pattern[]): Pattern[] =>
    patterns.flatMap((pattern) =>
      [...walkPattern(pattern)].filter((part) => part.kind === "dots" || part.kind === "nest"),
    );
  const moved = new Map<Pattern, Pattern>();
  for (const change of difference.changes) {
    const from = runs(codeOf(change, "minus"));
    for (const [at, plus] of runs(codeOf(change, "plus")).entries()) {
      const minus = from[at];
      if (minus) moved.set(plus, minus);
    }
  }
  return moved;
}

class ChangeWriter {
  private readonly target: Target;
  private readonly match: Match;
  private readonly renderer: Renderer;
  private readonly plus: SlicePattern;
  private readonly before: readonly Edit[];

  constructor(target: Target, match: Match, renderer: Renderer, plus: SlicePattern, before: readonly Edit[]) {
    this.target = target;
    this.match = match;
    this.renderer = renderer;
    this.plus = plus;
    this.before = before;
  }

  write(change: Change): readonly Edit[] {
    switch (change.kind) {
      case "replace":
        return this.replace(this.node(change.minus), change.plus);
      case "elements":
        return this.elements(change);
      case "decorators":
        return this.decorators(change);
      case "statements":
        return this.statements(change);
    }
  }

  private node(pattern: Pattern): SyntaxNode {
    const node = this.match.nodeOf(pattern);
    if (!node) throw new RewriteRefused(`nothing stands for "${pattern.line.text.trim()}"`);
    return node;
  }

  private replace(found: SyntaxNode, plus: Pattern): readonly Edit[] {
    const { node, written } = replacementOf(found, plus, this.match);
    const column = this.target.columnAfter(this.before, node.start);
    const code = written(this.renderer.code(plus, this.target));
    const text =
      plus.node.type === "string" && node.type === "string"
        ? inQuotesOf(node.text, code).replace(/\r?\n/g, this.target.newline)
        : this.layOut(code, plus, column);
    return [{ span: { start: node.start, end: endOfCode(node) }, text }];
  }

  private layOut(code: string, plus: Pattern, column: number): string {
    return reindent(code, plus.column, " ".repeat(column), this.target).join(this.target.newline);
  }

  private elements(change: Extract<Change, { kind: "elements" }>): readonly Edit[] {
    const list = this.node(change.list);
    const nodes = change.minus
      .flatMap((pattern) => this.match.pairingOf(pattern)?.nodes ?? [])
      .map((node) => outermost(node, list));
    const texts: readonly ElementText[] = change.plus.map(
      (plus) => (column) => this.layOut(this.renderer.code(plus, this.target), plus, column),
    );
    const replaced = Math.min(nodes.length, change.plus.length);
    const edits: Edit[] = [];
    for (const [at, plus] of change.plus.slice(0, replaced).entries()) {
      const node = nodes[at];
      if (node) edits.push(...this.replace(node, plus));
    }
    if (nodes.length > replaced) edits.push(...deleteElements(this.target, list, nodes.slice(replaced)));
    if (texts.length > replaced) {
      const previous = replaced > 0 ? (nodes[replaced - 1] ?? null) : this.elementBefore(change, list);
      edits.push(
        ...insertElements(this.target, list, previous, texts.slice(replaced), [...this.before, ...edits]),
      );
    }
    return edits;
  }

  /** The element behind which an insertion goes: the pattern's own neighbour, or what its dots stand for. */
  private elementBefore(change: Extract<Change, { kind: "elements" }>, list: SyntaxNode): SyntaxNode | null {
    const siblings = list.children.filter((child) => child.isNamed && child.type !== "comment");
    const { previous, next } = change;
    if (previous && !isRun(previous)) return outermost(this.node(previous), list);
    if (next && !isRun(next)) return siblings[siblings.indexOf(outermost(this.node(next), list)) - 1] ?? null;
    const last = previous ? siblings.at(-1) : undefined;
    if (last?.type === "dictionary_splat_pattern")
      throw new RewriteRefused(`no parameter may stand behind "${last.text}"`);
    return (last?.type === "dictionary_splat" ? siblings.at(-2) : last) ?? null;
  }

  private decorators(change: Extract<Change, { kind: "decorators" }>): readonly Edit[] {
    const definition = this.node(change.definition);
    const nodes = change.minus.flatMap((pattern) => this.match.pairingOf(pattern)?.nodes ?? []);
    const replaced = Math.min(nodes.length, change.plus.length);
    const edits: Edit[] = [];
    for (const [at, plus] of change.plus.slice(0, replaced).entries()) {
      const node = nodes[at];
      if (node) edits.push(...this.replace(node, plus));
    }
    const rows = nodes.slice(replaced).flatMap((node) => {
      const first = this.target.rowOf(node.start);
      return Array.from({ length: this.target.lastRowOf(node) - first + 1 }, (_, at) => first + at);
    });
    edits.push(...deleteRows(this.target, rows));
    const added = change.plus.slice(replaced);
    if (added.length === 0) return edits;
    const inner =
      definition.type === "decorated_definition"
        ? (definition.field("definition") ?? definition)
        : definition;
    const row = this.decoratorRow(change, nodes[replaced - 1], inner);
    const indent = this.target.indentOf(this.target.rowOf(inner.start));
    const lines = added.flatMap((plus) => {
      const code = reindent(this.renderer.code(plus, this.target), plus.column, indent, this.target);
      return code.map((line, at) => (at === 0 ? indent + line : line));
    });
    return [...edits, insertLines(this.target, this.target.index.startOf(row), lines)];
  }

  private decoratorRow(
    change: Extract<Change, { kind: "decorators" }>,
    replaced: SyntaxNode | undefined,
    inner: SyntaxNode,
  ): number {
    const previous =
      replaced ?? (change.previous && !isRun(change.previous) ? this.node(change.previous) : undefined);
    if (previous) return this.target.lastRowOf(previous) + 1;
    return this.target.rowOf(change.next && !isRun(change.next) ? this.node(change.next).start : inner.start);
  }

  private statements(change: Extract<Change, { kind: "statements" }>): readonly Edit[] {
    const neighbour = (pattern: Pattern | null, end: "first" | "last"): SyntaxNode | null => {
      const nodes = pattern ? (this.match.pairingOf(pattern)?.nodes ?? []) : [];
      return (end === "last" ? nodes.at(-1) : nodes[0]) ?? null;
    };
    const previous = neighbour(change.previous, "last");
    const next = neighbour(change.next, "first");
    const nodesOf = (item: Item): readonly SyntaxNode[] =>
      item.kind === "statement" ? (this.match.pairingOf(item.pattern)?.nodes ?? []) : [];
    const rows = rowsToDelete(this.target, change.minus, nodesOf, previous, next);
    const edits = [...deleteRows(this.target, rows)];
    const first = change.plus[0];
    if (!first) return edits;
    const block = this.node(change.block);
    const fixed = (pattern: Pattern | null, node: SyntaxNode | null): SyntaxNode | null =>
      pattern && !isRun(pattern) ? node : null;
    const slot = slotBetween(
      this.target,
      block,
      fixed(change.previous, previous),
      fixed(change.next, next),
      change.previous !== null,
    );
    const lines = this.linesOf(change.plus, slot.indent);
    return [...edits, insertLines(this.target, edits[0]?.span.start ?? slot.offset, lines)];
  }

  /** The lines that a run of inserted items becomes, at the indentation of their new block. */
  private linesOf(items: readonly Item[], indent: string): readonly string[] {
    const { index, tree } = this.plus.slice;
    return items.flatMap((item) => {
      if (item.kind === "trivia") return [item.text === "" ? "" : indent + item.text];
      const start = item.pattern.node.start;
      const end = index.endOf(Math.max(item.lastRow, item.reach));
      const column = item.pattern.column;
      const code = this.renderer.between(
        start,
        Math.max(end, item.pattern.node.end),
        [item.pattern],
        this.target,
      );
      return reindent(code.replace(/\r?\n$/, ""), column, indent, this.target).map((line, at) =>
        at === 0 && tree.text !== "" ? indent + line : line,
      );
    });
  }
}

/** A decorator's node reaches to the end of its row, comment included; its code does not. */
function endOfCode(node: SyntaxNode): number {
  if (node.type !== "decorator") return node.end;
  return node.children.filter((child) => child.type !== "comment").at(-1)?.end ?? node.end;
}

/** A string literal written with the quotes and prefix of the one it replaces, where its content allows. */
function inQuotesOf(old: string, written: string): string {
  const shape = /^([uU]?)("""|'''|"|')[\s\S]*\2$/.exec(old);
  const parts = /^([uU]?)("""|'''|"|')([\s\S]*)\2$/.exec(written);
  const quote = shape?.[2];
  const body = parts?.[3];
  if (
    quote === undefined ||
    body === undefined ||
    parts?.[1] !== "" ||
    body.includes(quote.charAt(0)) ||
    body.includes("\\")
  )
    return written;
  if (quote.length !== parts[2]?.length) return written;
  return `${shape?.[1] ?? ""}${quote}${body}${quote}`;
}
