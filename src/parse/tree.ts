import type { Span } from "../text/span.ts";
import type { ParseRefusal } from "./limits.ts";

/**
 * A node of a Python syntax tree, the same whichever tree-sitter binding made it.
 *
 * `type` is the grammar's name (tree-sitter-python, grammar.js) or, for an anonymous node, its text.
 */
export interface SyntaxNode extends Span {
  readonly type: string;
  readonly isNamed: boolean;
  /** A token the grammar asked for and the text lacks. */
  readonly isMissing: boolean;
  /** The field under which the parent holds this node, as the grammar names it. */
  readonly fieldName: string | null;
  readonly parent: SyntaxNode | null;
  /** All children in text order, anonymous ones and comments included. */
  readonly children: readonly SyntaxNode[];
  /** The named children in text order, comments and line continuations left out. */
  readonly namedChildren: readonly SyntaxNode[];
  readonly text: string;
  /** The first child held under that field. */
  field(name: string): SyntaxNode | null;
  /** This node, and the named children of whatever `enter` lets in, in pre-order. */
  walk(enter: (node: SyntaxNode) => boolean): IterableIterator<SyntaxNode>;
}

/** A parsed text. */
export interface SyntaxTree {
  readonly text: string;
  readonly root: SyntaxNode;
  /** ERROR and MISSING nodes in text order; empty for a text that the grammar accepts. */
  readonly errors: readonly SyntaxNode[];
  /** Why the text was not parsed; its tree is then one ERROR node. */
  readonly refusal: ParseRefusal | undefined;
  /** All named nodes of a type in text order. */
  ofType(type: string): readonly SyntaxNode[];
  /** Answers that are known already; `answerOf` looks here first. */
  readonly answers: Map<TreeQuestion, readonly SyntaxNode[]>;
}

/** A question whose answer is nodes of a tree and needs nothing but the tree. */
export interface TreeQuestion {
  find(tree: SyntaxTree): readonly SyntaxNode[];
}

/** The answer of a tree; worked out once, and before anybody asks where another thread parsed the text. */
export function answerOf(tree: SyntaxTree, question: TreeQuestion): readonly SyntaxNode[] {
  let answer = tree.answers.get(question);
  if (!answer) {
    answer = question.find(tree);
    tree.answers.set(question, answer);
  }
  return answer;
}

/** Turns text into trees. Made once by `loadParser`. */
export interface Parser {
  /** Which binding does the work: the native addon or WebAssembly. */
  readonly backend: "native" | "wasm";
  /**
   * Parses a whole text; broken Python gives a tree with `errors`, never an exception. What is past the limits of
   * `limits.ts` is not parsed, and the tree has a `refusal`.
   *
   * `previous` is a tree of a similar text, whose unchanged parts are reused.
   */
  parse(text: string, previous?: SyntaxTree): SyntaxTree;
  /**
   * The same tree, read at once and kept as numbers: for what looks at most of a text, and at many texts.
   *
   * It cannot serve as `previous`.
   */
  parseWhole(text: string): SyntaxTree;
}
