import type { SyntaxNode } from "../parse/tree.ts";
import type { DefinitionPattern, Pattern } from "../smpl/pattern.ts";
import { type Bindings, bind } from "./binding.ts";
import type { Continue, Matcher, Row } from "./matcher.ts";

/**
 * A function or class: its name, decorators, signature and body; decorators and annotations that the pattern leaves out
 * are granted.
 */
export function matchDefinition(
  matcher: Matcher,
  pattern: DefinitionPattern,
  target: SyntaxNode,
  bindings: Bindings | null,
  then: Continue,
): boolean {
  const inner = target.type === "decorated_definition" ? target.field("definition") : target;
  if (inner?.type !== pattern.type) return matcher.fail(pattern, target, target);
  const siblings = target === inner ? [] : target.children.filter((child) => child.type === "decorator");
  const decorators: Row = { patterns: pattern.decorators, siblings, end: "open", within: inner };
  const part = (name: string): SyntaxNode | null => inner.field(name);
  const body = part("body");
  const name = part("name");
  if (!body || !name) return false;
  const here = bind(bindings, { pattern, nodes: [target] });
  const signature = part("parameters") ?? part("superclasses");
  // The name first: it decides, and a miss elsewhere then is about this very function.
  return matcher.node(pattern.name, name, here, (named) =>
    matchDecorators(matcher, decorators, 0, 0, named, (decorated) =>
      matchPart(matcher, pattern.signature, signature, inner, decorated, (signed) =>
        matchPart(matcher, pattern.returns, part("return_type"), inner, signed, (typed) =>
          matcher.node(pattern.body, body, typed, then),
        ),
      ),
    ),
  );
}

/** A part that the pattern may leave out. */
function matchPart(
  matcher: Matcher,
  pattern: Pattern | null,
  target: SyntaxNode | null,
  within: SyntaxNode,
  bindings: Bindings | null,
  then: Continue,
): boolean {
  if (!pattern) return then(bindings);
  return target ? matcher.node(pattern, target, bindings, then) : matcher.fail(pattern, null, within);
}

/** The pattern's decorators in their order, any others before, between and after. */
function matchDecorators(
  matcher: Matcher,
  row: Row,
  at: number,
  from: number,
  bindings: Bindings | null,
  then: Continue,
): boolean {
  const decorator = row.patterns[at];
  if (!decorator) return then(bindings);
  const go = (next: Bindings | null, to: number): boolean =>
    matchDecorators(matcher, row, at + 1, to, next, then);
  if (decorator.kind === "dots") return go(bind(bindings, { pattern: decorator, nodes: [] }), from);
  for (let to = from; to < row.siblings.length; to++) {
    const target = row.siblings[to];
    if (target && matcher.node(decorator, target, bindings, (next) => go(next, to + 1))) return true;
  }
  return matcher.fail(decorator, row.siblings[from] ?? null, row.within);
}
