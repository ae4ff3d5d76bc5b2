import { comparedType, significantChildren, statementsOf, unwrap } from "../parse/significant.ts";
import type { SyntaxNode } from "../parse/tree.ts";
import {
  type CodePattern,
  type DefinitionPattern,
  type DotsPattern,
  type MetaPattern,
  type NestPattern,
  type Pattern,
  type PatternBase,
  type SlicePattern,
  walkPattern,
} from "./pattern.ts";
import { DOTS, NEST } from "./placeholders.ts";
import type { Hunk, Metavariable } from "./semantic-patch.ts";
import type { Slice } from "./slice.ts";

/** Builds the patterns of the two slices of one variant. */
export function buildPatterns(
  minus: Slice,
  plus: Slice,
  hunk: Hunk,
): { minus: SlicePattern; plus: SlicePattern } {
  const known = new Map(hunk.metavariables.map((variable) => [variable.name, variable]));
  const build = (slice: Slice, expressions: ReadonlySet<string>): CodePattern =>
    new PatternBuilder(slice, known, expressions).block(slice.tree.root);
  const none: ReadonlySet<string> = new Set();
  const [first, second] = [build(minus, none), build(plus, none)];
  // A nest or slice is about an expression only where both slices hold exactly one there.
  const both = new Set([...expressionNests(first)].filter((name) => expressionNests(second).has(name)));
  const scope = isOneExpression(first) && isOneExpression(second) ? "expression" : "statements";
  const { disabled } = hunk;
  const final = (slice: Slice, root: CodePattern): SlicePattern => {
    return { slice, scope, disabled, root: both.size > 0 ? build(slice, both) : root };
  };
  return { minus: final(minus, first), plus: final(plus, second) };
}

/** Whether a block is one expression and nothing else; an assignment is a statement. */
function isOneExpression(block: Pattern | undefined): boolean {
  const only = block?.children[0];
  if (block?.children.length !== 1 || only?.kind !== "code" || only.type !== "expression_statement")
    return false;
  return !only.children[0]?.node.type.endsWith("assignment");
}

function expressionNests(root: Pattern): Set<string> {
  const names = new Set<string>();
  for (const part of walkPattern(root))
    if (part.kind === "nest" && isOneExpression(part.children[0]))
      names.add(part.node.field("condition")?.text ?? "");
  return names;
}

class PatternBuilder {
  private readonly slice: Slice;
  private readonly variables: ReadonlyMap<string, Metavariable>;
  /** Nests around statements whose inner pattern is one expression in both slices. */
  private readonly expressions: ReadonlySet<string>;

  constructor(slice: Slice, variables: ReadonlyMap<string, Metavariable>, expressions: ReadonlySet<string>) {
    this.slice = slice;
    this.variables = variables;
    this.expressions = expressions;
  }

  block(node: SyntaxNode): CodePattern {
    return this.code(
      node,
      node.type === "module" ? "block" : node.type,
      statementsOf(node).map((child) => this.statement(child)),
    );
  }

  private base(node: SyntaxNode, key: string): PatternBase {
    const { line: row, column } = this.slice.index.positionOf(node.start);
    const line = this.slice.rows[row - 1] ?? this.slice.rows.at(-1) ?? { mark: "context", text: "", line: 0 };
    return { node, line, column: column - 1, key };
  }

  private code(node: SyntaxNode, type: string, children: readonly Pattern[]): CodePattern {
    const key =
      children.length === 0
        ? `${type}:${node.text}`
        : `${type}(${children.map((child) => child.key).join(" ")})`;
    return { kind: "code", type, children, ...this.base(node, key) };
  }

  private dots(node: SyntaxNode, scope: "run" | "one"): DotsPattern {
    return { kind: "dots", scope, children: [], ...this.base(node, "...") };
  }

  private meta(node: SyntaxNode, variable: Metavariable): MetaPattern {
    return { kind: "meta", variable, children: [], ...this.base(node, `$${variable.name}`) };
  }

  private nest(
    node: SyntaxNode,
    name: string,
    scope: NestPattern["scope"],
    children: readonly Pattern[],
  ): NestPattern {
    const atLeastOne = NEST.exec(name)?.[1] !== undefined;
    const inner = scope === "expression" || this.expressions.has(name) ? "expression" : "statements";
    return {
      kind: "nest",
      scope,
      inner,
      atLeastOne,
      children,
      ...this.base(node, `nest${atLeastOne}(${children.map((child) => child.key).join(" ")})`),
    };
  }

  private statement(node: SyntaxNode): Pattern {
    const only =
      node.type === "expression_statement" && node.children.length === 1 ? node.children[0] : undefined;
    if (only?.type === "identifier") {
      if (DOTS.test(only.text)) return this.dots(node, "run");
      const variable = this.variables.get(only.text);
      if (variable?.kind === "statement") return this.meta(node, variable);
    }
    if (node.type === "while_statement") {
      const name = node.field("condition")?.text ?? "";
      const body = node.field("body");
      if (NEST.test(name) && body) return this.nest(node, name, "statements", [this.block(body)]);
    }
    return this.any(node);
  }

  private any(outer: SyntaxNode): Pattern {
    const node = unwrap(outer);
    const { type } = node;
    if (type === "identifier") return this.identifier(node);
    if (type === "decorated_definition" || type === "function_definition" || type === "class_definition")
      return this.definition(node);
    if (type === "block") return this.block(node);
    if (type === "dotted_name" && node.parent?.type === "import_from_statement" && DOTS.test(node.text))
      return this.dots(node, "run");
    if (type === "dictionary_splat" || type === "elif_clause" || type === "except_clause") {
      const inner = node.children.find((child) => child.type === "identifier" && DOTS.test(child.text));
      if (inner) return this.dots(node, "run");
    }
    if (type === "call" && NEST.test(node.field("function")?.text ?? "")) {
      const inside = (node.field("arguments")?.children ?? []).filter(
        (child) => child.isNamed && child.type !== "comment",
      );
      return this.nest(
        node,
        node.field("function")?.text ?? "",
        "expression",
        inside.map((child) => this.any(child)),
      );
    }
    const children = significantChildren(node).map((child) => this.any(child));
    return this.code(node, comparedType(type), children);
  }

  private identifier(node: SyntaxNode): Pattern {
    if (DOTS.test(node.text)) return this.dots(node, isElement(node) ? "run" : "one");
    const variable = this.variables.get(node.text);
    // The name behind a dot or before a keyword's `=` is no expression: only an identifier can stand for it.
    const isName =
      node.fieldName === "attribute" ||
      (node.parent?.type === "keyword_argument" && node.fieldName === "name");
    if (variable && !(isName && variable.kind !== "identifier")) return this.meta(node, variable);
    return this.code(node, "identifier", []);
  }

  private definition(node: SyntaxNode): DefinitionPattern {
    const inner = node.type === "decorated_definition" ? (node.field("definition") ?? node) : node;
    const decorators = node.children
      .filter((child) => child.type === "decorator")
      .map((child) => this.decorator(child));
    const part = (name: string): SyntaxNode | null => inner.field(name);
    const name = this.any(part("name") ?? inner);
    const signatureNode = part("parameters") ?? part("superclasses");
    const signature = signatureNode && this.any(signatureNode);
    const returnsNode = part("return_type");
    const returns = returnsNode && this.any(returnsNode);
    const body = this.block(part("body") ?? inner);
    const type = inner.type === "class_definition" ? "class_definition" : "function_definition";
    const children = [
      ...decorators,
      name,
      ...(signature ? [signature] : []),
      ...(returns ? [returns] : []),
      body,
    ];
    const key = `${type}(${children.map((child) => child.key).join(" ")})`;
    return {
      kind: "definition",
      type,
      decorators,
      name,
      signature,
      returns,
      body,
      children,
      ...this.base(node, key),
    };
  }

  private decorator(node: SyntaxNode): Pattern {
    const inner = node.children.find((child) => child.isNamed && child.type !== "comment") ?? node;
    if (DOTS.test(inner.text)) return this.dots(node, "run");
    return this.code(
      node,
      "decorator",
      significantChildren(node).map((child) => this.any(child)),
    );
  }
}

/** Whether the node stands where a run of elements may stand. */
function isElement(node: SyntaxNode): boolean {
  const parent = node.parent;
  switch (parent?.type) {
    case "argument_list":
    case "parameters":
    case "lambda_parameters":
    case "list":
    case "tuple":
    case "set":
    case "expression_list":
    case "pattern_list":
    case "tuple_pattern":
    case "list_pattern":
      return true;
    default:
      return false;
  }
}
