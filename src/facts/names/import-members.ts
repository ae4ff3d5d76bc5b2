import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import { firstName, isTried } from "../module/syntax.ts";
import type { ProjectFacts } from "../tree/project.ts";

/** `a.b.name` where `a` is imported, and nothing else. */
export interface ImportMember {
  readonly node: SyntaxNode;
  /** `a.b` */
  readonly object: SyntaxNode;
  /** `a` */
  readonly root: string;
}

/** Every attribute of what the module imports, in the tree's order. */
export function membersOfImports(project: ProjectFacts, module: ModuleFacts): readonly ImportMember[] {
  return project.latest(module, "members of imports", () => [...readMembers(module)]);
}

function* readMembers(module: ModuleFacts): Generator<ImportMember> {
  const imported = new Set(module.imports.map(({ local }) => local));
  for (const node of module.tree.ofType("attribute")) {
    // the text says it sooner than the tree: most attributes are those of `self` and of variables
    if (!imported.has(wordAt(module.text, node.start))) continue;
    const object = node.field("object");
    const root = object ? firstName(object) : undefined;
    if (!object || root === undefined) continue;
    const bindings = module.lookup(root, module.scopeAt(node))?.bindings ?? [];
    // `import a.b` and `import a.c` bind `a` twice to one package
    const isTwice = bindings.length > 1 && object.type === "identifier";
    if (!isTwice && bindings.every(({ kind }) => kind === "import")) yield { node, object, root };
  }
}

/** The name that begins at an offset; empty where none does. */
function wordAt(text: string, offset: number): string {
  WORD.lastIndex = offset;
  return WORD.exec(text)?.[0] ?? "";
}

const WORD = /[\w\u0080-\uffff]+/y;

/** `hasattr(m, 'x')` or `except AttributeError` around: the code knows that it may be missing. */
export function mayBeMissing(module: ModuleFacts, node: SyntaxNode, name: string): boolean {
  const object = node.field("object")?.text ?? "";
  if (['"', "'"].some((quote) => module.text.includes(`hasattr(${object}, ${quote}${name}`))) return true;
  return isTried(node, /except[^:]*AttributeError/);
}
