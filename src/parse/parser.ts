import { createRequire } from "node:module";
import type { Parser, SyntaxNode, SyntaxTree } from "./tree.ts";

/** Loads the tree-sitter binding that works on this machine. */
export async function loadParser(): Promise<Parser> {
  const require = createRequire(import.meta.url);
  const TreeSitter = require("tree-sitter");
  const Python = require("tree-sitter-python");
  const native = new TreeSitter();
  native.setLanguage(Python);
  return {
    backend: "native",
    parse(text: string): SyntaxTree {
      const tree = native.parse((offset: number) => text.slice(offset, offset + 16384));
      const errors: SyntaxNode[] = [];
      const build = (raw: any, fieldName: string | null, parent: SyntaxNode | null): SyntaxNode => {
        let children: SyntaxNode[] | undefined;
        const node: SyntaxNode = {
          type: raw.type, isNamed: raw.isNamed, isMissing: raw.isMissing, start: raw.startIndex, end: raw.endIndex,
          fieldName, parent,
          get text() { return text.slice(raw.startIndex, raw.endIndex); },
          get children() {
            if (!children) {
              children = [];
              const cursor = raw.walk();
              if (cursor.gotoFirstChild()) do children.push(build(cursor.currentNode, cursor.currentFieldName ?? null, node)); while (cursor.gotoNextSibling());
            }
            return children;
          },
          field: (name: string) => node.children.find((c) => c.fieldName === name) ?? null,
        };
        return node;
      };
      const root = build(tree.rootNode, null, null);
      const visit = (n: SyntaxNode): void => { if (n.type === "ERROR" || n.isMissing) errors.push(n); for (const c of n.children) visit(c); };
      if (tree.rootNode.hasError) visit(root);
      return { text, root, errors };
    },
  };
}
