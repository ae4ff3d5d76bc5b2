import { isTestPath } from "../facts/module/module-names.ts";
import type { Match } from "../match/binding.ts";
import { SearchGaveUp } from "../match/effort.ts";
import { evaluateHunk, findReport, findReports, nearestMissOf, type Rewriting } from "../match/evaluate.ts";
import { requiredNames } from "../match/names.ts";
import { firstNodeOf } from "../match/place.ts";
import type { Parser, SyntaxNode, SyntaxTree } from "../parse/tree.ts";
import { describeMiss, foundThere } from "../plan/nearest-miss.ts";
import { rewriteMatch } from "../plan/rewrite.ts";
import { RewriteRefused, type Target } from "../plan/target.ts";
import { Targets } from "../plan/virtual-tree.ts";
import type { Finding, Fix, Rule, RuleContext } from "../rule.ts";
import { type CompiledHunk, compileHunk } from "../smpl/compile.ts";
import { codeOf } from "../smpl/difference.ts";
import { type Pattern, walkPattern } from "../smpl/pattern.ts";
import type { SemanticPatch } from "../smpl/semantic-patch.ts";
import type { Edit } from "../text/edit.ts";
import { type Glob, parseGlob } from "../text/glob.ts";
import type { Span } from "../text/span.ts";

/** A hunk of a rule, ready to be looked for, with the files it is about. */
interface PlacedHunk {
  readonly compiled: CompiledHunk;
  readonly files: readonly Glob[];
}

/**
 * A semantic patch as a rule for every file that its sections name; sections may be globs (`--- *.py`).
 *
 * A `*` hunk finds what it matches. A hunk that changes code finds each place where its original code stands, and mends
 * it. `obsolete` hunks keep the whole rule silent in a file, `elsewhere` hunks their hunk.
 *
 * @throws UserError with file, line and caret for a hunk that is not well formed
 */
export function patternRule(id: string, patch: SemanticPatch, parser: Parser): Rule {
  const hunks = placedHunks(patch, parser);
  const paths = patch.sections.flatMap(({ target }) => (target.kind === "candidates" ? target.paths : []));
  return {
    id,
    title: patch.header.subject,
    severity: patch.header.severity ?? "warning",
    confidence: "medium",
    onByDefault: true,
    source: patch.header.bugs[0] ?? patch.header.origin ?? "",
    mentions: mentionsOf(hunks),
    checksTests: paths.some((path) => isTestPath(path)),
    check: (context) => findPatterns(hunks, patch.header.subject, context, parser),
  };
}

/** @throws UserError for a hunk that is not well formed */
function placedHunks(patch: SemanticPatch, parser: Parser): readonly PlacedHunk[] {
  return patch.sections.flatMap(({ target, hunks }): readonly PlacedHunk[] => {
    if (target.kind !== "candidates") return [];
    const files = target.paths.map(parseGlob);
    return hunks.map((hunk) => ({ compiled: compileHunk(patch, hunk, parser), files }));
  });
}

/**
 * Why a rule finds nothing in a text, as sentences: how far each of its hunks that is about the file gets in it, and what
 * keeps it silent.
 */
export function whySilent(
  patch: SemanticPatch,
  { path, text }: { readonly path: string; readonly text: string },
  parser: Parser,
): readonly string[] {
  const here = placedHunks(patch, parser).filter(({ files }) => files.some((file) => file.test(path)));
  if (here.length === 0) return [`no section of the rule is about ${path}`];
  const target = new Targets(parser).of(path, text);
  return here.flatMap((placed): readonly string[] => {
    const { hunk } = placed.compiled;
    if (!isSeeking(placed.compiled))
      return findReport(placed.compiled, target.tree).matches.length > 0
        ? [`line ${hunk.line}: what keeps the rule silent stands there`]
        : [];
    const attempt = nearestMissOf(placed.compiled, target.tree);
    if (!attempt) return [`line ${hunk.line}: nothing stands there that begins like the code of this hunk`];
    const miss = describeMiss(attempt, target);
    return [
      `line ${miss.patternLine} expects ${miss.expected} where ${foundThere(miss)} (line ${miss.at.line})`,
    ];
  });
}

/** Words of which a text must hold one to be worth parsing; none when a way to read a hunk has no certain word. */
function mentionsOf(hunks: readonly PlacedHunk[]): Rule["mentions"] {
  const words = new Set<string>();
  for (const { compiled } of hunks)
    for (const { minus } of isSeeking(compiled) ? compiled.variants : []) {
      const [longest] = [...requiredNames(minus.root)].sort((a, b) => b.length - a.length);
      if (longest === undefined) return [];
      words.add(longest);
    }
  return words.size === 0 ? [] : [[...words]];
}

function isSeeking({ hunk }: CompiledHunk): boolean {
  return hunk.role.kind === "change" || hunk.role.kind === "report";
}

function* findPatterns(
  hunks: readonly PlacedHunk[],
  message: string,
  context: RuleContext,
  parser: Parser,
): Generator<Finding> {
  const { path, text } = context;
  const here = hunks.filter(({ files }) => files.some((file) => file.test(path)));
  if (here.length === 0) return;
  const { tree } = context.module;
  const holds = ({ compiled }: PlacedHunk): boolean => certain(findReport(compiled, tree)).length > 0;
  if (here.some((one) => one.compiled.hunk.role.kind === "obsolete" && holds(one))) return;
  for (const { compiled } of here) {
    if (!isSeeking(compiled)) continue;
    const isElsewhere = here.some((other) => {
      const { role } = other.compiled.hunk;
      return role.kind === "elsewhere" && role.hunk === compiled.hunk.name && holds(other);
    });
    if (isElsewhere) continue;
    if (compiled.hunk.role.kind === "report")
      for (const match of certain(findReports(compiled, tree)))
        yield { span: markedSpan(compiled, match, tree), message };
    else yield* changesOf(compiled, new Targets(parser).of(path, text), message);
  }
}

/** @throws SearchGaveUp */
function certain({ matches, gaveUp }: ReturnType<typeof findReports>): readonly Match[] {
  if (gaveUp) throw new SearchGaveUp();
  return matches;
}

function* changesOf(compiled: CompiledHunk, target: Target, message: string): Generator<Finding> {
  for (const rewriting of rewritingsOf(compiled, target.tree))
    yield { span: changedSpan(rewriting, target.tree), message, fix: fixOf(rewriting, target, message) };
}

/**
 * Every place, however often the original code stands in the file.
 *
 * @throws SearchGaveUp
 */
function rewritingsOf(compiled: CompiledHunk, tree: SyntaxTree): readonly Rewriting[] {
  const everywhere = { ...compiled, hunk: { ...compiled.hunk, all: true } };
  const verdict = evaluateHunk(everywhere, tree, ({ settings }) => settings.length === 0);
  if (verdict.state === "conflict" && "gaveUp" in verdict && verdict.gaveUp) throw new SearchGaveUp();
  return verdict.state === "applicable" ? verdict.rewritings : [];
}

function fixOf(rewriting: Rewriting, target: Target, title: string): Fix | undefined {
  try {
    const edits: readonly Edit[] = rewriteMatch(rewriting, target, new Map());
    return { kind: "safe", title, edits };
  } catch (error) {
    if (error instanceof RewriteRefused) return undefined;
    throw error;
  }
}

/** What is taken out; where something is only brought in, the place of the match. */
function changedSpan({ variant, match }: Rewriting, tree: SyntaxTree): Span {
  const taken = variant.forward.changes.flatMap((change) => codeOf(change, "minus"));
  return firstLineOf(earliest(match, taken) ?? firstNodeOf(match) ?? tree.root, tree);
}

/** The first piece of code on a `*` line: all of it that stands on one line. */
function markedSpan({ variants }: CompiledHunk, match: Match, tree: SyntaxTree): Span {
  const marked = variants.flatMap(({ minus }) =>
    [...walkPattern(minus.root)].filter(
      (pattern) => pattern.line.mark === "match" && pattern.kind !== "dots" && pattern.node.type !== "module",
    ),
  );
  const nodes = [...match.scopes()].flatMap((scope) =>
    marked.flatMap((pattern) => scope.nodeOf(pattern) ?? []),
  );
  const start = Math.min(...nodes.map((node) => node.start));
  const short = nodes.filter((node) => node.start === start && !node.text.includes("\n"));
  const [widest] = short.sort((a, b) => b.end - a.end);
  return firstLineOf(widest ?? earliest(match, marked) ?? firstNodeOf(match) ?? tree.root, tree);
}

function earliest(match: Match, patterns: readonly Pattern[]): SyntaxNode | undefined {
  const nodes = [...match.scopes()].flatMap((scope) =>
    patterns.flatMap((pattern) => scope.nodeOf(pattern) ?? []),
  );
  return nodes.sort((a, b) => a.start - b.start || b.end - a.end)[0];
}

/** A definition's first line says where it is; its body would hide that. */
function firstLineOf(node: SyntaxNode, tree: SyntaxTree): Span {
  const compound = /_definition$|_statement$/.test(node.type) ? node.field("body") : null;
  const end = compound
    ? Math.max(node.start + 1, tree.text.slice(0, compound.start).trimEnd().length)
    : node.end;
  return { start: node.start, end };
}
